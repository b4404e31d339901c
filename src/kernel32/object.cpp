#include "kernel32/object.h"

#include <deque>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "base/last_error.h"
#include "kernel32/thread.h"

namespace transom::kernel {
namespace {

struct Entry {
  ObjectRef object;
  DWORD flags = 0;
};

// HANDLE_FLAG_INHERIT and HANDLE_FLAG_PROTECT_FROM_CLOSE.
constexpr DWORD kHandleFlags = 3;
// ERROR_NOT_SAME_OBJECT, which the headers lack.
constexpr DWORD kErrorNotSameObject = 1656;
constexpr std::size_t kMostHandles = 1 << 24;
constexpr std::size_t kReuseDelay = 256;

class HandleTable {
 public:
  HANDLE insert(ObjectRef object) {
    std::lock_guard lock(mutex_);
    std::size_t index = entries_.size();
    if (free_.size() > kReuseDelay || index >= kMostHandles) {
      if (free_.empty()) return nullptr;
      index = free_.front();
      free_.pop_front();
    } else {
      entries_.emplace_back();
    }
    entries_[index].object = std::move(object);
    return reinterpret_cast<HANDLE>((index + 1) * 4);
  }

  ObjectRef find(HANDLE handle) {
    std::lock_guard lock(mutex_);
    Entry* entry = entry_of(handle);
    return entry != nullptr ? entry->object : nullptr;
  }

  bool close(HANDLE handle) {
    ObjectRef dying;  // destroyed after the lock is given back
    std::lock_guard lock(mutex_);
    Entry* entry = entry_of(handle);
    if (entry == nullptr || (entry->flags & HANDLE_FLAG_PROTECT_FROM_CLOSE) != 0) return false;
    dying = std::move(entry->object);
    *entry = {};
    free_.push_back(static_cast<std::size_t>(entry - entries_.data()));
    return true;
  }

  bool change_flags(HANDLE handle, DWORD mask, DWORD& flags) {
    std::lock_guard lock(mutex_);
    Entry* entry = entry_of(handle);
    if (entry == nullptr) return false;
    entry->flags = (entry->flags & ~mask) | (flags & mask & kHandleFlags);
    flags = entry->flags;
    return true;
  }

 private:
  Entry* entry_of(HANDLE handle) {
    const auto value = reinterpret_cast<std::uintptr_t>(handle);
    // The two low bits are the application's to use, as Windows documents.
    if (value < 4 || value / 4 > entries_.size()) return nullptr;
    Entry& entry = entries_[value / 4 - 1];
    return entry.object != nullptr ? &entry : nullptr;
  }

  std::mutex mutex_;
  // Guarded by mutex_.
  std::vector<Entry> entries_;
  std::deque<std::size_t> free_;
};

// Never destroyed: threads may still use handles while the process ends.
HandleTable& table() {
  static auto* handles = new HandleTable;
  return *handles;
}

bool is_pseudo(HANDLE handle) {
  return handle == GetCurrentProcess() || handle == GetCurrentThread();
}

struct Names {
  std::mutex mutex;
  std::unordered_map<std::u16string, std::weak_ptr<Object>> objects;  // guarded by mutex
};

Names& names() {
  static auto* all = new Names;
  return *all;
}

std::u16string without_prefix(std::u16string_view name) {
  for (const std::u16string_view prefix : {u"Local\\", u"Global\\"}) {
    if (name.starts_with(prefix)) return std::u16string(name.substr(prefix.size()));
  }
  return std::u16string(name);
}

}  // namespace

HANDLE open_handle(ObjectRef object) {
  const HANDLE handle = table().insert(std::move(object));
  if (handle == nullptr) base::set_last_error(ERROR_NO_SYSTEM_RESOURCES);
  return handle;
}

ObjectRef find_object(HANDLE handle) {
  if (handle == GetCurrentThread()) return current_thread_object();
  if (handle == GetCurrentProcess()) return current_process_object();
  return table().find(handle);
}

bool close_handle(HANDLE handle) {
  return is_pseudo(handle) || table().close(handle);
}

bool get_handle_flags(HANDLE handle, DWORD& flags) {
  flags = 0;
  return is_pseudo(handle) || table().change_flags(handle, 0, flags);
}

bool set_handle_flags(HANDLE handle, DWORD mask, DWORD flags) {
  return is_pseudo(handle) || table().change_flags(handle, mask & kHandleFlags, flags);
}

ObjectRef find_named(std::u16string_view name) {
  std::lock_guard lock(names().mutex);
  const auto found = names().objects.find(without_prefix(name));
  return found == names().objects.end() ? nullptr : found->second.lock();
}

Named share_by_name(std::u16string_view name, ObjectRef fresh) {
  std::lock_guard lock(names().mutex);
  std::weak_ptr<Object>& slot = names().objects[without_prefix(name)];
  if (ObjectRef existing = slot.lock()) return {std::move(existing), true};
  slot = fresh;
  return {std::move(fresh), false};
}

}  // namespace transom::kernel

using namespace transom;

// Last errors: ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-closehandle
WINBOOL WINAPI CloseHandle(HANDLE handle) {
  return kernel::close_handle(handle) ? TRUE : base::fail(ERROR_INVALID_HANDLE);
}

// Both processes have to be this one: ERROR_INVALID_HANDLE otherwise. Access rights are not kept.
// https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-duplicatehandle
WINBOOL WINAPI DuplicateHandle(HANDLE source_process, HANDLE source, HANDLE target_process,
                               LPHANDLE target, DWORD, WINBOOL inherit, DWORD options) {
  const auto own = kernel::current_process_object();
  if (kernel::find_object(source_process) != own) return base::fail(ERROR_INVALID_HANDLE);
  const kernel::ObjectRef object = kernel::find_object(source);
  if (object == nullptr) return base::fail(ERROR_INVALID_HANDLE);
  if (target != nullptr) {
    if (kernel::find_object(target_process) != own) return base::fail(ERROR_INVALID_HANDLE);
    *target = kernel::open_handle(object);
    if (*target == nullptr) return FALSE;
    if (inherit) kernel::set_handle_flags(*target, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
  }
  if ((options & DUPLICATE_CLOSE_SOURCE) != 0) kernel::close_handle(source);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-gethandleinformation
WINBOOL WINAPI GetHandleInformation(HANDLE handle, LPDWORD flags) {
  DWORD value = 0;
  if (!kernel::get_handle_flags(handle, value)) return base::fail(ERROR_INVALID_HANDLE);
  if (flags == nullptr) return base::fail(ERROR_NOACCESS);
  *flags = value;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-sethandleinformation
WINBOOL WINAPI SetHandleInformation(HANDLE handle, DWORD mask, DWORD flags) {
  return kernel::set_handle_flags(handle, mask, flags) ? TRUE : base::fail(ERROR_INVALID_HANDLE);
}

// https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-compareobjecthandles
WINBOOL WINAPI CompareObjectHandles(HANDLE first, HANDLE second) {
  const kernel::ObjectRef a = kernel::find_object(first), b = kernel::find_object(second);
  if (a == nullptr || b == nullptr) return base::fail(ERROR_INVALID_HANDLE);
  return a == b ? TRUE : base::fail(kernel::kErrorNotSameObject);
}
