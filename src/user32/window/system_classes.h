// The classes that user32 registers for everybody: each control adds its own to the list in
// system_classes.cpp.
// https://learn.microsoft.com/windows/win32/winmsg/about-window-classes#system-classes
#pragma once

#include <span>

#include "user32/window/class.h"

namespace transom::user {

// Every system class, registered on the first look for a class.
std::span<const SystemClass> system_classes();

}  // namespace transom::user
