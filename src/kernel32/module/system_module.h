// The system's DLLs by name: all of them are this library.
#pragma once

#include <string>
#include <string_view>

#include "base/win32.h"

namespace transom::kernel {

// The handle for "user32", "USER32.DLL", "C:\…\user32.dll"; null for a name that is not the
// system's.
HMODULE find_system_module(std::u16string_view name);
bool is_system_module(HMODULE module);
// "user32.dll"; empty where the module is none.
std::string system_module_name(HMODULE module);
// An export of this library by name, or null.
FARPROC find_system_export(const char* name);

}  // namespace transom::kernel
