// Modules: the program, the shared objects that it loads, and the system's DLLs by name.
//
//  - A module handle is the address at which the ELF object lies; the program's is what
//    GetModuleHandle(NULL) answers. (On Windows, too, a handle is where the image lies.)
//  - A system DLL ("user32.dll") has a handle of its own, and its exports are this library's.
//  - Any other name is a shared object: x.dll is sought as libx.so and x.so beside the program,
//  then
//    by the dynamic linker's rules.
//  - Resources come with the object: its start-up code registers them before main.
// https://learn.microsoft.com/windows/win32/dlls/dynamic-link-libraries
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/win32.h"
#include "kernel32/module/resource_data.h"

namespace transom::kernel {

// The handle of the program.
HMODULE program_module();
// The handle of the ELF object that contains the address, or null.
HMODULE module_at(const void* address);
bool is_module(HMODULE module);
// UTF-8 path of the module's file; for a system DLL its name in the system folder. Empty: no
// module.
std::string module_path(HMODULE module);

// The resources of a module (null: the program's). Stable for the life of the process.
const std::vector<Resource>& resources_of(HMODULE module);

// Null when there is none. Of several languages neutral and English (U.S.) are preferred.
const Resource* find_resource(HMODULE module, const ResourceName& type, const ResourceName& name);

// A name given as MAKEINTRESOURCE, as "#123" or as text.
ResourceName resource_name(LPCWSTR name);
ResourceName resource_name(LPCSTR name);

// The data of a resource by type (RT_MENU …) and name. Empty: there is none (last error set).
std::span<const std::uint8_t> find_resource_data(HMODULE module, LPCWSTR type, LPCWSTR name);

}  // namespace transom::kernel
