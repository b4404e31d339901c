#include "user32/menu/accelerator_table.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "base/handle_table.h"
#include "base/last_error.h"
#include "base/text.h"
#include "user32/lock.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

struct Table {
  HACCEL handle = nullptr;
  Accelerators entries;
  const void* resource = nullptr;  // where it was loaded from
  int uses = 1;                    // how often it was loaded
};

// Under the USER lock.
base::HandleTable<Table, base::HandleKind::kAccelerators>& tables() {
  static auto* const made = new base::HandleTable<Table, base::HandleKind::kAccelerators>;
  return *made;
}

std::map<const void*, Table*>& loaded_tables() {
  static auto* const made = new std::map<const void*, Table*>;
  return *made;
}

Table* find_locked(HACCEL handle) {
  return tables().find(static_cast<const void*>(handle));
}

HACCEL make_table(std::vector<ACCEL> entries, const void* resource) {
  UserLock lock;
  auto table = std::make_unique<Table>();
  const std::uint32_t number = tables().insert(table.get());
  if (number == 0) return base::fail<HACCEL>(ERROR_NO_MORE_USER_HANDLES);
  table->handle = reinterpret_cast<HACCEL>(static_cast<std::uintptr_t>(number));
  table->entries = std::make_shared<const std::vector<ACCEL>>(std::move(entries));
  table->resource = resource;
  if (resource != nullptr) loaded_tables()[resource] = table.get();
  return table.release()->handle;
}

// Loading again what is loaded gives the same table.
HACCEL load(HINSTANCE instance, HRSRC resource) {
  if (resource == nullptr) return nullptr;  // the last error says why
  const void* bytes = LockResource(LoadResource(instance, resource));
  if (bytes == nullptr) return nullptr;
  {
    UserLock lock;
    const auto found = loaded_tables().find(bytes);
    if (found != loaded_tables().end()) {
      ++found->second->uses;
      return found->second->handle;
    }
  }
  const DWORD size = SizeofResource(instance, resource);
  return make_table(parse_accelerators({static_cast<const std::byte*>(bytes), size}), bytes);
}

// A character of an ANSI program is one of its code page.
void to_unicode(ACCEL& entry) {
  if ((entry.fVirt & FVIRTKEY) != 0 || entry.key < 0x80 || entry.key > 0xFF) return;
  const char byte = static_cast<char>(entry.key);
  const std::u16string text = base::to_utf16(std::string_view(&byte, 1));
  if (text.size() == 1) entry.key = text[0];
}

void to_ansi(ACCEL& entry) {
  if ((entry.fVirt & FVIRTKEY) != 0 || entry.key < 0x80) return;
  const auto unit = static_cast<char16_t>(entry.key);
  const std::string text = base::to_ansi(std::u16string_view(&unit, 1));
  if (text.size() == 1) entry.key = static_cast<BYTE>(text[0]);
}

HACCEL create(const ACCEL* entries, int count, Encoding encoding) {
  if (entries == nullptr || count < 1) return base::fail<HACCEL>(ERROR_INVALID_PARAMETER);
  constexpr int kMost = 32767;
  std::vector<ACCEL> copy(entries, entries + std::min(count, kMost));
  for (ACCEL& entry : copy) {
    entry.fVirt &= 0x7F;
    if (encoding == Encoding::kAnsi) to_unicode(entry);
  }
  return make_table(std::move(copy), nullptr);
}

int copy_out(HACCEL handle, ACCEL* out, int count, Encoding encoding) {
  const Accelerators entries = find_accelerators(handle);
  if (!entries) return base::fail<int>(ERROR_INVALID_ACCEL_HANDLE);
  const int all = static_cast<int>(entries->size());
  if (out == nullptr) return all;
  const int copied = std::clamp(count, 0, all);
  for (int i = 0; i < copied; ++i) {
    out[i] = (*entries)[static_cast<std::size_t>(i)];
    if (encoding == Encoding::kAnsi) to_ansi(out[i]);
  }
  return copied;
}

}  // namespace

std::vector<ACCEL> parse_accelerators(std::span<const std::byte> bytes) {
  constexpr WORD kLast = 0x80;
  struct Entry {
    WORD flags, key, command, padding;
  };
  std::vector<ACCEL> entries;
  for (std::size_t at = 0; bytes.size() - at >= sizeof(Entry); at += sizeof(Entry)) {
    Entry entry;
    std::memcpy(&entry, bytes.data() + at, sizeof entry);
    entries.push_back(
        {.fVirt = static_cast<BYTE>(entry.flags & 0x7F), .key = entry.key, .cmd = entry.command});
    if ((entry.flags & kLast) != 0) break;
  }
  return entries;
}

Accelerators find_accelerators(HACCEL handle) {
  UserLock lock;
  const Table* table = find_locked(handle);
  return table != nullptr ? table->entries : nullptr;
}

}  // namespace transom::user

using namespace transom;
using user::Encoding;

// The accelerators of a resource; the same table each time. Last errors: those of FindResource.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadacceleratorsw
HACCEL WINAPI LoadAcceleratorsW(HINSTANCE instance, LPCWSTR name) {
  return user::load(instance, FindResourceW(instance, name, MAKEINTRESOURCEW(9)));
}
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadacceleratorsa
HACCEL WINAPI LoadAcceleratorsA(HINSTANCE instance, LPCSTR name) {
  return user::load(instance, FindResourceA(instance, name, MAKEINTRESOURCEA(9)));
}

// Last error: ERROR_INVALID_PARAMETER (no entries).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createacceleratortablew
HACCEL WINAPI CreateAcceleratorTableW(LPACCEL entries, int count) {
  return user::create(entries, count, Encoding::kUnicode);
}
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createacceleratortablea
HACCEL WINAPI CreateAcceleratorTableA(LPACCEL entries, int count) {
  return user::create(entries, count, Encoding::kAnsi);
}

// How many entries were copied, or there are where `out` is null.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-copyacceleratortablew
int WINAPI CopyAcceleratorTableW(HACCEL handle, LPACCEL out, int count) {
  return user::copy_out(handle, out, count, Encoding::kUnicode);
}
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-copyacceleratortablea
int WINAPI CopyAcceleratorTableA(HACCEL handle, LPACCEL out, int count) {
  return user::copy_out(handle, out, count, Encoding::kAnsi);
}

// A table that was loaded several times goes with the last of as many calls: only that one answers
// nonzero. https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-destroyacceleratortable
WINBOOL WINAPI DestroyAcceleratorTable(HACCEL handle) {
  user::UserLock lock;
  user::Table* table = user::find_locked(handle);
  if (table == nullptr) return base::fail(ERROR_INVALID_ACCEL_HANDLE);
  if (--table->uses > 0) return FALSE;
  if (table->resource != nullptr) user::loaded_tables().erase(table->resource);
  user::tables().remove(
      static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(table->handle)));
  delete table;
  return TRUE;
}
