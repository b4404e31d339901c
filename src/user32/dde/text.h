// Command strings (WM_DDE_EXECUTE): UTF-16 where both ends have Unicode windows, else in the ANSI
// code page. DDEML's own windows are Unicode ones; what the program speaks is its instance's.
// https://learn.microsoft.com/windows/win32/dataxchg/wm-dde-execute
#pragma once

#include "user32/dde/instance.h"

namespace transom::user::dde {

HGLOBAL command_to_global(std::span<const std::byte> command, const Conversation& conversation,
                          const Instance& instance);
// Null where it is no memory.
std::shared_ptr<DataObject> command_from_global(HGLOBAL memory, const Conversation& conversation,
                                                const Instance& instance);

}  // namespace transom::user::dde
