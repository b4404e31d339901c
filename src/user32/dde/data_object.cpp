#include "user32/dde/data_object.h"

#include <algorithm>

#include "kernel32/memory/page_map.h"
#include "user32/dde/instance.h"
#include "user32/locked_memory.h"
#include "user32/numbered_objects.h"

namespace transom::user::dde {
namespace {

constexpr std::size_t kLargest = std::size_t{1} << 30;

NumberedObjects<DataObject>& objects() {
  static auto* registry = new NumberedObjects<DataObject>;
  return *registry;
}

// Copies into the object at the offset, which may lie beyond its end.
bool put(DataObject& object, const BYTE* source, std::size_t size, std::size_t offset) {
  if (size > kLargest || offset > kLargest) return false;
  if (source != nullptr && !kernel::is_accessible(source, size, kernel::Access::kRead)) {
    return false;
  }
  object.bytes.resize(std::max(object.bytes.size(), offset + size));
  if (source != nullptr) std::memcpy(object.bytes.data() + offset, source, size);
  return true;
}

}  // namespace

HDDEDATA give_handle(std::shared_ptr<DataObject> object) {
  return reinterpret_cast<HDDEDATA>(std::uintptr_t{objects().insert(std::move(object))});
}

std::shared_ptr<DataObject> data_of(HDDEDATA handle) {
  return objects().find(reinterpret_cast<std::uintptr_t>(handle));
}

void finish_with(HDDEDATA handle) {
  const auto object = data_of(handle);
  if (object && !object->owned_by_program) DdeFreeDataHandle(handle);
}

LentData::LentData(std::shared_ptr<DataObject> object) {
  if (object) handle_ = give_handle(std::move(object));
}

LentData::~LentData() {
  if (handle_ != nullptr) DdeFreeDataHandle(handle_);
}

HGLOBAL to_global(std::span<const std::byte> bytes, UINT format, WORD flags) {
  const HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE | GMEM_DDESHARE, kHeader + bytes.size());
  const LockedMemory locked(memory);
  if (locked.data() == nullptr) return nullptr;
  const WORD header[] = {flags, static_cast<WORD>(format)};
  std::memcpy(locked.data(), header, sizeof header);
  std::ranges::copy(bytes, locked.data() + kHeader);
  return memory;
}

GlobalData from_global(HGLOBAL memory) {
  const LockedMemory locked(memory);
  if (locked.size() < kHeader) return {};
  WORD header[2];
  std::memcpy(header, locked.data(), sizeof header);
  auto object = std::make_shared<DataObject>();
  object->format = header[1];
  object->bytes.assign(locked.data() + kHeader, locked.data() + locked.size());
  return {header[0], std::move(object)};
}

}  // namespace transom::user::dde

using namespace transom;
using namespace transom::user::dde;

// Data to be handed to the other end: `size` bytes of the source from `offset` on. With
// HDATA_APPOWNED it may be handed over again and again. Null on failure (DdeGetLastError).
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddecreatedatahandle
HDDEDATA WINAPI DdeCreateDataHandle(DWORD id, LPBYTE source, DWORD size, DWORD offset, HSZ item,
                                    UINT format, UINT flags) {
  const auto instance = own_instance(id);
  if (!instance) return nullptr;
  if ((flags & ~static_cast<UINT>(HDATA_APPOWNED)) != 0) {
    return fail(*instance, DMLERR_INVALIDPARAMETER);
  }
  auto object = std::make_shared<DataObject>();
  object->format = format;
  object->item = item;
  object->owned_by_program = (flags & HDATA_APPOWNED) != 0;
  if (!put(*object, source != nullptr ? source + offset : nullptr, size, 0)) {
    return fail(*instance, DMLERR_MEMORY_ERROR);
  }
  return give_handle(std::move(object));
}

// Writes into the data, which grows as needed. Null on failure.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddeadddata
HDDEDATA WINAPI DdeAddData(HDDEDATA handle, LPBYTE source, DWORD size, DWORD offset) {
  const auto object = data_of(handle);
  return object && put(*object, source, size, offset) ? handle : nullptr;
}

// Copies from the data; how many bytes. With a null buffer, how many there are.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddegetdata
DWORD WINAPI DdeGetData(HDDEDATA handle, LPBYTE to, DWORD room, DWORD offset) {
  const auto object = data_of(handle);
  if (!object) return 0;
  if (to == nullptr) return static_cast<DWORD>(object->bytes.size());
  if (offset >= object->bytes.size()) return 0;
  const std::size_t count = std::min<std::size_t>(room, object->bytes.size() - offset);
  std::memcpy(to, object->bytes.data() + offset, count);
  return static_cast<DWORD>(count);
}

// Where the data lies, for as long as the handle lives.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddeaccessdata
LPBYTE WINAPI DdeAccessData(HDDEDATA handle, LPDWORD size) {
  const auto object = data_of(handle);
  if (size != nullptr) *size = object ? static_cast<DWORD>(object->bytes.size()) : 0;
  return object ? reinterpret_cast<LPBYTE>(object->bytes.data()) : nullptr;
}

// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddeunaccessdata
WINBOOL WINAPI DdeUnaccessData(HDDEDATA handle) {
  return data_of(handle) != nullptr;
}

// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddefreedatahandle
WINBOOL WINAPI DdeFreeDataHandle(HDDEDATA handle) {
  return objects().remove(reinterpret_cast<std::uintptr_t>(handle)) != nullptr;
}
