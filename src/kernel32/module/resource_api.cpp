// Resources as exported. https://learn.microsoft.com/windows/win32/menurc/resources-functions
#include <algorithm>

#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/module/module.h"

using namespace transom;
using namespace transom::kernel;

namespace {

// A resource handle is where its record lies; only those of this module are believed.
const Resource* from_handle(HMODULE module, HRSRC handle) {
  const auto& all = resources_of(module);
  const auto* resource = reinterpret_cast<const Resource*>(handle);
  const bool known = std::any_of(all.begin(), all.end(),
                                 [&](const Resource& other) { return &other == resource; });
  return known ? resource : nullptr;
}

HRSRC to_handle(const Resource* resource) {
  return reinterpret_cast<HRSRC>(const_cast<Resource*>(resource));
}

// ERROR_RESOURCE_TYPE_NOT_FOUND where the module has nothing of the type.
HRSRC not_found(HMODULE module, const ResourceName& type) {
  const auto& all = resources_of(module);
  if (all.empty()) return base::fail<HRSRC>(ERROR_RESOURCE_DATA_NOT_FOUND);
  const bool has_type =
      std::any_of(all.begin(), all.end(), [&](const Resource& one) { return one.type == type; });
  return base::fail<HRSRC>(has_type ? ERROR_RESOURCE_NAME_NOT_FOUND
                                    : ERROR_RESOURCE_TYPE_NOT_FOUND);
}

HRSRC find(HMODULE module, const ResourceName& type, const ResourceName& name) {
  const Resource* resource = find_resource(module, type, name);
  return resource != nullptr ? to_handle(resource) : not_found(module, type);
}

HRSRC find_in_language(HMODULE module, const ResourceName& type, const ResourceName& name,
                       WORD language) {
  for (const Resource& resource : resources_of(module)) {
    if (resource.type == type && resource.name == name && resource.language == language) {
      return to_handle(&resource);
    }
  }
  if (PRIMARYLANGID(language) == LANG_NEUTRAL) return find(module, type, name);
  const HRSRC failed = not_found(module, type);
  if (GetLastError() == ERROR_RESOURCE_NAME_NOT_FOUND && find_resource(module, type, name)) {
    base::set_last_error(ERROR_RESOURCE_LANG_NOT_FOUND);
  }
  return failed;
}

// The name as callbacks get it.
struct NamePointer {
  explicit NamePointer(const ResourceName& from) : name(from), ansi(base::to_ansi(from.text)) {}
  LPWSTR wide() {
    return name.is_number() ? MAKEINTRESOURCEW(name.number) : base::as_wchar(name.text.data());
  }
  LPSTR narrow() { return name.is_number() ? MAKEINTRESOURCEA(name.number) : ansi.data(); }

  ResourceName name;
  std::string ansi;
};

// Distinct values in the order in which they appear.
template <class Value, class Get>
std::vector<Value> distinct(HMODULE module, Get get) {
  std::vector<Value> values;
  for (const Resource& resource : resources_of(module)) {
    const std::optional<Value> value = get(resource);
    if (value && std::find(values.begin(), values.end(), *value) == values.end()) {
      values.push_back(*value);
    }
  }
  return values;
}

template <class Call>
WINBOOL enumerate_names(HMODULE module, const ResourceName& type, Call call) {
  const auto names = distinct<ResourceName>(module, [&](const Resource& resource) {
    return resource.type == type ? std::optional(resource.name) : std::nullopt;
  });
  if (names.empty()) {
    not_found(module, type);
    return FALSE;
  }
  for (const ResourceName& name : names) {
    NamePointer pointer(name);
    if (!call(pointer)) return FALSE;
  }
  return TRUE;
}

template <class Call>
WINBOOL enumerate_types(HMODULE module, Call call) {
  const auto types = distinct<ResourceName>(
      module, [](const Resource& resource) { return std::optional(resource.type); });
  if (types.empty()) return base::fail(ERROR_RESOURCE_DATA_NOT_FOUND);
  for (const ResourceName& type : types) {
    NamePointer pointer(type);
    if (!call(pointer)) return FALSE;
  }
  return TRUE;
}

template <class Call>
WINBOOL enumerate_languages(HMODULE module, const ResourceName& type, const ResourceName& name,
                            Call call) {
  const auto languages = distinct<WORD>(module, [&](const Resource& resource) {
    const bool wanted = resource.type == type && resource.name == name;
    return wanted ? std::optional<WORD>(resource.language) : std::nullopt;
  });
  if (languages.empty()) {
    not_found(module, type);
    return FALSE;
  }
  return std::all_of(languages.begin(), languages.end(), call);
}

}  // namespace

// Names are numbers (MAKEINTRESOURCE), "#123", or text without regard to case. Last errors:
// ERROR_RESOURCE_DATA_NOT_FOUND, ERROR_RESOURCE_TYPE_NOT_FOUND, ERROR_RESOURCE_NAME_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-findresourcew
HRSRC WINAPI FindResourceW(HMODULE module, LPCWSTR name, LPCWSTR type) {
  return find(module, resource_name(type), resource_name(name));
}
HRSRC WINAPI FindResourceA(HMODULE module, LPCSTR name, LPCSTR type) {
  return find(module, resource_name(type), resource_name(name));
}

// The same with ERROR_RESOURCE_LANG_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-findresourceexw
HRSRC WINAPI FindResourceExW(HMODULE module, LPCWSTR type, LPCWSTR name, WORD language) {
  return find_in_language(module, resource_name(type), resource_name(name), language);
}
HRSRC WINAPI FindResourceExA(HMODULE module, LPCSTR type, LPCSTR name, WORD language) {
  return find_in_language(module, resource_name(type), resource_name(name), language);
}

// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-loadresource
HGLOBAL WINAPI LoadResource(HMODULE module, HRSRC handle) {
  const Resource* resource = from_handle(module, handle);
  if (resource == nullptr) return base::fail<HGLOBAL>(ERROR_INVALID_HANDLE);
  return const_cast<std::uint8_t*>(resource->data.data());
}

// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-lockresource
LPVOID WINAPI LockResource(HGLOBAL data) {
  return data;
}

// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-freeresource
WINBOOL WINAPI FreeResource(HGLOBAL) {
  return FALSE;
}

// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-sizeofresource
DWORD WINAPI SizeofResource(HMODULE module, HRSRC handle) {
  const Resource* resource = from_handle(module, handle);
  if (resource == nullptr) return base::fail<DWORD>(ERROR_INVALID_HANDLE);
  return static_cast<DWORD>(resource->data.size());
}

// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-enumresourcenamesw
WINBOOL WINAPI EnumResourceNamesW(HMODULE module, LPCWSTR type, ENUMRESNAMEPROCW callback,
                                  LONG_PTR parameter) {
  return enumerate_names(module, resource_name(type), [&](NamePointer& name) {
    return callback(module, type, name.wide(), parameter);
  });
}
WINBOOL WINAPI EnumResourceNamesA(HMODULE module, LPCSTR type, ENUMRESNAMEPROCA callback,
                                  LONG_PTR parameter) {
  return enumerate_names(module, resource_name(type), [&](NamePointer& name) {
    return callback(module, type, name.narrow(), parameter);
  });
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-enumresourcetypesw
WINBOOL WINAPI EnumResourceTypesW(HMODULE module, ENUMRESTYPEPROCW callback, LONG_PTR parameter) {
  return enumerate_types(
      module, [&](NamePointer& type) { return callback(module, type.wide(), parameter); });
}
WINBOOL WINAPI EnumResourceTypesA(HMODULE module, ENUMRESTYPEPROCA callback, LONG_PTR parameter) {
  return enumerate_types(
      module, [&](NamePointer& type) { return callback(module, type.narrow(), parameter); });
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-enumresourcelanguagesw
WINBOOL WINAPI EnumResourceLanguagesW(HMODULE module, LPCWSTR type, LPCWSTR name,
                                      ENUMRESLANGPROCW callback, LONG_PTR parameter) {
  return enumerate_languages(module, resource_name(type), resource_name(name), [&](WORD language) {
    return callback(module, type, name, language, parameter) != FALSE;
  });
}
WINBOOL WINAPI EnumResourceLanguagesA(HMODULE module, LPCSTR type, LPCSTR name,
                                      ENUMRESLANGPROCA callback, LONG_PTR parameter) {
  return enumerate_languages(module, resource_name(type), resource_name(name), [&](WORD language) {
    return callback(module, type, name, language, parameter) != FALSE;
  });
}
