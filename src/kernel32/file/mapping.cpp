// File mappings: files, or memory that has no file, seen as memory. A name is shared within the
// process.
// https://learn.microsoft.com/windows/win32/memory/file-mapping
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>
#include <mutex>

#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/file/file_object.h"
#include "kernel32/file/host_error.h"

using namespace transom;
using namespace transom::kernel;

namespace {

class Mapping : public Object {
 public:
  Mapping(int descriptor, std::uint64_t size, DWORD protection)
      : descriptor(descriptor), size(size), protection(protection) {}
  ~Mapping() override { close(descriptor); }
  bool can_wait() const override { return false; }
  bool signaled(const ThreadRecord&) const override { return false; }

  const int descriptor;
  const std::uint64_t size;
  const DWORD protection;  // PAGE_…
};

// A view keeps its mapping's memory by itself: closing the handles does not unmap.
struct Views {
  std::mutex mutex;
  std::map<std::uintptr_t, std::size_t> sizes;  // guarded by the mutex
};

Views& views() {
  static auto* all = new Views;
  return *all;
}

bool writes_through(DWORD protection) {
  return protection == PAGE_READWRITE || protection == PAGE_EXECUTE_READWRITE;
}

bool is_protection(DWORD protection) {
  return writes_through(protection) || protection == PAGE_READONLY ||
         protection == PAGE_WRITECOPY || protection == PAGE_EXECUTE_READ ||
         protection == PAGE_EXECUTE_WRITECOPY;
}

std::shared_ptr<Mapping> map_memory(std::uint64_t size, DWORD protection) {
  if (size == 0) {
    base::set_last_error(ERROR_INVALID_PARAMETER);
    return nullptr;
  }
  const int descriptor = memfd_create("mapping", MFD_CLOEXEC);
  if (descriptor < 0 || ftruncate(descriptor, static_cast<off_t>(size)) != 0) {
    if (descriptor >= 0) close(descriptor);
    base::set_last_error(ERROR_NOT_ENOUGH_MEMORY);
    return nullptr;
  }
  return std::make_shared<Mapping>(descriptor, size, protection);
}

// A size beyond the file's end extends the file.
std::shared_ptr<Mapping> map_file(const File& file, std::uint64_t size, DWORD protection) {
  struct stat status {};
  fstat(file.descriptor, &status);
  const auto file_size = static_cast<std::uint64_t>(status.st_size);
  const bool writable = (file.modes.access & GENERIC_WRITE) != 0;
  DWORD error = ERROR_SUCCESS;
  if (size == 0 && file_size == 0) error = ERROR_FILE_INVALID;
  if (writes_through(protection) && !writable) error = ERROR_ACCESS_DENIED;
  if (error == ERROR_SUCCESS && size > file_size) {
    if (!writes_through(protection)) {
      error = ERROR_NOT_ENOUGH_MEMORY;
    } else if (ftruncate(file.descriptor, static_cast<off_t>(size)) != 0) {
      error = error_of(errno);
    }
  }
  if (error != ERROR_SUCCESS) {
    base::set_last_error(error);
    return nullptr;
  }
  const int copy = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0);
  return std::make_shared<Mapping>(copy, size != 0 ? size : file_size, protection);
}

HANDLE create_mapping(HANDLE handle, DWORD protection, std::uint64_t size,
                      std::u16string_view name) {
  const DWORD kind = protection & 0xFF;
  if (!is_protection(kind)) return base::fail<HANDLE>(ERROR_INVALID_PARAMETER);
  if (const auto existing = name.empty() ? nullptr : find_named(name)) {
    if (std::dynamic_pointer_cast<Mapping>(existing) == nullptr) {
      return base::fail<HANDLE>(ERROR_INVALID_HANDLE);
    }
    base::set_last_error(ERROR_ALREADY_EXISTS);
    return open_handle(existing);
  }
  std::shared_ptr<Mapping> mapping;
  if (handle == INVALID_HANDLE_VALUE) {
    mapping = map_memory(size, kind);
  } else if (const auto file = find_as<File>(handle)) {
    mapping = map_file(*file, size, kind);
  }
  if (mapping == nullptr) return nullptr;
  base::set_last_error(ERROR_SUCCESS);
  if (name.empty()) return open_handle(mapping);
  return open_handle(share_by_name(name, mapping).object);
}

HANDLE open_mapping(std::u16string_view name) {
  if (name.empty()) return base::fail<HANDLE>(ERROR_INVALID_PARAMETER);
  const auto object = find_named(name);
  if (object == nullptr) return base::fail<HANDLE>(ERROR_FILE_NOT_FOUND);
  if (std::dynamic_pointer_cast<Mapping>(object) == nullptr) {
    return base::fail<HANDLE>(ERROR_INVALID_HANDLE);
  }
  return open_handle(object);
}

struct ViewModes {
  int protection, flags;
};

ViewModes modes_of(DWORD access) {
  const int execute = (access & FILE_MAP_EXECUTE) != 0 ? PROT_EXEC : 0;
  // FILE_MAP_ALL_ACCESS contains the bit of FILE_MAP_COPY, but it writes through.
  if ((access & FILE_MAP_WRITE) != 0) return {PROT_READ | PROT_WRITE | execute, MAP_SHARED};
  if ((access & FILE_MAP_COPY) != 0) return {PROT_READ | PROT_WRITE | execute, MAP_PRIVATE};
  return {PROT_READ | execute, MAP_SHARED};
}

void* map_view(const Mapping& mapping, DWORD access, std::uint64_t offset, std::size_t size,
               void* wanted) {
  if (offset % 0x10000 != 0) return base::fail<void*>(ERROR_MAPPED_ALIGNMENT);
  if (offset >= mapping.size || size > mapping.size - offset) {
    return base::fail<void*>(ERROR_ACCESS_DENIED);
  }
  const ViewModes modes = modes_of(access);
  if ((access & FILE_MAP_WRITE) != 0 && !writes_through(mapping.protection)) {
    return base::fail<void*>(ERROR_ACCESS_DENIED);
  }
  const std::size_t length = size != 0 ? size : mapping.size - offset;
  const int fixed = wanted != nullptr ? MAP_FIXED_NOREPLACE : 0;
  void* view = mmap(wanted, length, modes.protection, modes.flags | fixed, mapping.descriptor,
                    static_cast<off_t>(offset));
  if (view == MAP_FAILED) {
    return base::fail<void*>(wanted != nullptr ? ERROR_INVALID_ADDRESS : error_of(errno));
  }
  std::lock_guard lock(views().mutex);
  views().sizes[reinterpret_cast<std::uintptr_t>(view)] = length;
  return view;
}

std::uint64_t join(DWORD high, DWORD low) {
  return std::uint64_t{high} << 32 | low;
}

}  // namespace

// INVALID_HANDLE_VALUE for a file: memory of `size` bytes. Last errors: ERROR_ALREADY_EXISTS (and a
// handle), ERROR_FILE_INVALID (an empty file), ERROR_ACCESS_DENIED, ERROR_INVALID_PARAMETER,
// ERROR_INVALID_HANDLE (the name is another object's).
// https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-createfilemappingw
HANDLE WINAPI CreateFileMappingW(HANDLE file, LPSECURITY_ATTRIBUTES, DWORD protection, DWORD high,
                                 DWORD low, LPCWSTR name) {
  return create_mapping(file, protection, join(high, low),
                        name != nullptr ? base::as_char16(name) : u"");
}
HANDLE WINAPI CreateFileMappingA(HANDLE file, LPSECURITY_ATTRIBUTES, DWORD protection, DWORD high,
                                 DWORD low, LPCSTR name) {
  return create_mapping(file, protection, join(high, low), base::to_utf16(name));
}
// Last errors: ERROR_FILE_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-openfilemappingw
HANDLE WINAPI OpenFileMappingW(DWORD, WINBOOL, LPCWSTR name) {
  return open_mapping(name != nullptr ? base::as_char16(name) : u"");
}
HANDLE WINAPI OpenFileMappingA(DWORD, WINBOOL, LPCSTR name) {
  return open_mapping(base::to_utf16(name));
}

// Size 0: to the mapping's end. Last errors: ERROR_MAPPED_ALIGNMENT (the offset has to lie on 64
// KB), ERROR_ACCESS_DENIED, ERROR_INVALID_ADDRESS.
// https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-mapviewoffileex
LPVOID WINAPI MapViewOfFileEx(HANDLE handle, DWORD access, DWORD high, DWORD low, SIZE_T size,
                              LPVOID address) {
  const auto mapping = find_as<Mapping>(handle);
  return mapping != nullptr ? map_view(*mapping, access, join(high, low), size, address) : nullptr;
}
LPVOID WINAPI MapViewOfFile(HANDLE handle, DWORD access, DWORD high, DWORD low, SIZE_T size) {
  return MapViewOfFileEx(handle, access, high, low, size, nullptr);
}

// Last errors: ERROR_INVALID_ADDRESS.
// https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-unmapviewoffile
WINBOOL WINAPI UnmapViewOfFile(LPCVOID address) {
  std::lock_guard lock(views().mutex);
  const auto view = views().sizes.find(reinterpret_cast<std::uintptr_t>(address));
  if (view == views().sizes.end()) return base::fail(ERROR_INVALID_ADDRESS);
  munmap(const_cast<void*>(address), view->second);
  views().sizes.erase(view);
  return TRUE;
}

// Size 0: to the view's end.
// https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-flushviewoffile
WINBOOL WINAPI FlushViewOfFile(LPCVOID address, SIZE_T size) {
  const auto start = reinterpret_cast<std::uintptr_t>(address);
  std::lock_guard lock(views().mutex);
  auto view = views().sizes.upper_bound(start);
  if (view == views().sizes.begin() || start >= (--view)->first + view->second) {
    return base::fail(ERROR_INVALID_ADDRESS);
  }
  const std::uintptr_t end = size == 0 || size > view->first + view->second - start
                                 ? view->first + view->second
                                 : start + size;
  const std::uintptr_t page = start & ~std::uintptr_t{0xFFF};
  return msync(reinterpret_cast<void*>(page), end - page, MS_ASYNC) == 0
             ? TRUE
             : base::fail(error_of(errno));
}
