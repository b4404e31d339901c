// Modules as exported.
#include <dlfcn.h>
#include <link.h>
#include <strings.h>

#include <mutex>
#include <unordered_map>

#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/module/module.h"
#include "kernel32/module/system_module.h"
#include "kernel32/text_result.h"
#include "kernel32/thread.h"

using namespace transom;
using namespace transom::kernel;

namespace {

// What dlopen gave for each loaded module and how often. Guarded by the mutex.
struct Loaded {
  std::mutex mutex;
  std::unordered_map<HMODULE, void*> handles;
};

Loaded& loaded() {
  static auto* all = new Loaded;
  return *all;
}

std::string directory_of(const std::string& path) {
  return path.substr(0, path.rfind('/') + 1);
}

// The files to try for a DLL's name, best first. One with a folder is a Windows path.
std::vector<std::string> candidates(std::u16string_view name) {
  const bool has_folder = name.find_first_of(u"\\/:") != std::u16string_view::npos;
  const std::string path = has_folder ? base::host_path_of(name) : base::utf16_to_utf8(name);
  const std::size_t slash = path.rfind('/') + 1;
  std::string stem = path.substr(slash);
  const std::string folder = path.substr(0, slash);
  const std::string lower_end = stem.size() > 4 ? stem.substr(stem.size() - 4) : "";
  if (strcasecmp(lower_end.c_str(), ".dll") == 0) stem.resize(stem.size() - 4);
  const std::string place = folder.empty() ? directory_of(module_path(nullptr)) : folder;
  std::vector<std::string> files = {path, place + "lib" + stem + ".so", place + stem + ".so"};
  if (folder.empty()) files.push_back("lib" + stem + ".so");
  return files;
}

HMODULE handle_of(void* library) {
  link_map* map = nullptr;
  if (dlinfo(library, RTLD_DI_LINKMAP, &map) != 0 || map->l_ld == nullptr) return nullptr;
  return module_at(map->l_ld);
}

HMODULE open_library(std::u16string_view name, int mode) {
  for (const std::string& file : candidates(name)) {
    void* library = dlopen(file.c_str(), mode);
    if (library == nullptr) continue;
    const HMODULE module = handle_of(library);
    std::lock_guard lock(loaded().mutex);
    loaded().handles[module] = library;
    return module;
  }
  return base::fail<HMODULE>(ERROR_MOD_NOT_FOUND);
}

HMODULE load(std::u16string_view name) {
  if (name.empty()) return base::fail<HMODULE>(ERROR_INVALID_PARAMETER);
  if (const HMODULE module = find_system_module(name)) return module;
  return open_library(name, RTLD_NOW | RTLD_LOCAL);
}

HMODULE find_loaded(std::u16string_view name) {
  if (const HMODULE module = find_system_module(name)) return module;
  const std::string program = module_path(nullptr);
  const auto own_name = base::utf8_to_utf16(program.substr(program.rfind('/') + 1));
  if (base::equals_ignoring_case(name, own_name) ||
      base::equals_ignoring_case(name, own_name + u".exe")) {
    return program_module();
  }
  const HMODULE module = open_library(name, RTLD_NOW | RTLD_NOLOAD);
  if (module != nullptr) FreeLibrary(module);
  return module;
}

WINBOOL get_handle(DWORD flags, const void* address, std::optional<std::u16string> name,
                   HMODULE* module) {
  if (module == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  if ((flags & GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS) != 0) {
    *module = module_at(address);
  } else {
    *module = name ? find_loaded(*name) : program_module();
  }
  return *module != nullptr ? TRUE : base::fail(ERROR_MOD_NOT_FOUND);
}

}  // namespace

// Null name: the program. Last errors: ERROR_MOD_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-getmodulehandlew
HMODULE WINAPI GetModuleHandleW(LPCWSTR name) {
  return name == nullptr ? program_module() : find_loaded(base::as_char16(name));
}
HMODULE WINAPI GetModuleHandleA(LPCSTR name) {
  return name == nullptr ? program_module() : find_loaded(base::to_utf16(name));
}

// The reference count is not raised: modules found this way stay loaded.
// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-getmodulehandleexw
WINBOOL WINAPI GetModuleHandleExW(DWORD flags, LPCWSTR name, HMODULE* module) {
  const bool text = name != nullptr && (flags & GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS) == 0;
  return get_handle(flags, name,
                    text ? std::optional<std::u16string>(base::as_char16(name)) : std::nullopt,
                    module);
}
WINBOOL WINAPI GetModuleHandleExA(DWORD flags, LPCSTR name, HMODULE* module) {
  const bool text = name != nullptr && (flags & GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS) == 0;
  return get_handle(flags, name, text ? std::optional(base::to_utf16(name)) : std::nullopt, module);
}

// Last errors: ERROR_MOD_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-loadlibraryw
HMODULE WINAPI LoadLibraryW(LPCWSTR name) {
  if (name == nullptr) return base::fail<HMODULE>(ERROR_INVALID_PARAMETER);
  return load(base::as_char16(name));
}
HMODULE WINAPI LoadLibraryA(LPCSTR name) {
  if (name == nullptr) return base::fail<HMODULE>(ERROR_INVALID_PARAMETER);
  return load(base::to_utf16(name));
}
HMODULE WINAPI LoadLibraryExW(LPCWSTR name, HANDLE, DWORD) {
  return LoadLibraryW(name);
}
HMODULE WINAPI LoadLibraryExA(LPCSTR name, HANDLE, DWORD) {
  return LoadLibraryA(name);
}

// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-freelibrary
WINBOOL WINAPI FreeLibrary(HMODULE module) {
  if (!is_module(module)) return base::fail(ERROR_INVALID_HANDLE);
  void* library = nullptr;
  {
    std::lock_guard lock(loaded().mutex);
    const auto found = loaded().handles.find(module);
    if (found != loaded().handles.end()) library = found->second;
  }
  if (library != nullptr) dlclose(library);
  return TRUE;
}

void WINAPI FreeLibraryAndExitThread(HMODULE module, DWORD code) {
  FreeLibrary(module);
  exit_thread(code);
}

// By name only: ordinals are ERROR_PROC_NOT_FOUND, as an unknown name is.
// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-getprocaddress
FARPROC WINAPI GetProcAddress(HMODULE module, LPCSTR name) {
  if (IS_INTRESOURCE(name)) return base::fail<FARPROC>(ERROR_PROC_NOT_FOUND);
  FARPROC found = nullptr;
  if (is_system_module(module)) {
    found = find_system_export(name);
  } else if (module == nullptr || module == program_module()) {
    found = reinterpret_cast<FARPROC>(dlsym(RTLD_DEFAULT, name));
  } else {
    std::lock_guard lock(loaded().mutex);
    const auto library = loaded().handles.find(module);
    if (library == loaded().handles.end()) return base::fail<FARPROC>(ERROR_INVALID_HANDLE);
    found = reinterpret_cast<FARPROC>(dlsym(library->second, name));
  }
  return found != nullptr ? found : base::fail<FARPROC>(ERROR_PROC_NOT_FOUND);
}

// A Windows path (base/windows_path.h). A buffer that is too small is filled and ended:
// ERROR_INSUFFICIENT_BUFFER, and its size is returned.
// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-getmodulefilenamew
DWORD WINAPI GetModuleFileNameW(HMODULE module, LPWSTR buffer, DWORD size) {
  const std::string path = module_path(module);
  if (path.empty()) return base::fail<DWORD>(ERROR_MOD_NOT_FOUND);
  return copy_truncated(base::windows_path_of(path), base::as_char16(buffer), size);
}
DWORD WINAPI GetModuleFileNameA(HMODULE module, LPSTR buffer, DWORD size) {
  const std::string path = module_path(module);
  if (path.empty()) return base::fail<DWORD>(ERROR_MOD_NOT_FOUND);
  return copy_truncated(base::to_ansi(base::windows_path_of(path)), buffer, size);
}

// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-disablethreadlibrarycalls
WINBOOL WINAPI DisableThreadLibraryCalls(HMODULE module) {
  return is_module(module) ? TRUE : base::fail(ERROR_INVALID_HANDLE);
}
