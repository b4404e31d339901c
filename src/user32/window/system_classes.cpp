#include "user32/window/system_classes.h"

namespace transom::user {
namespace {

// DefWindowProc stands in for procedures that are never asked anything else.
const SystemClass kClasses[] = {
    // The desktop and the parent of message-only windows.
    {u"#32769", CS_DBLCLKS, DefWindowProcW, 0, MAKEINTRESOURCEW(32512),
     reinterpret_cast<HBRUSH>(COLOR_BACKGROUND + 1)},
    {u"Message", 0, DefWindowProcW, 0, nullptr, nullptr},
};

}  // namespace

std::span<const SystemClass> system_classes() {
  return kClasses;
}

}  // namespace transom::user
