// The popup windows of an IME window: a line of text that is being composed, a list to choose from.
#pragma once

#include <string>
#include <vector>

#include "imm32/input_context.h"
#include "user32/window/class.h"

namespace transom::imm {

enum class PopupKind { kText, kList };

// Makes one or brings the one of before up to date, and shows it with its corner at a place of the
// screen. `popup` may be dead. Null where it cannot be made.
HWND show_popup(HWND popup, PopupKind kind, const ContextRef& context, POINT corner);
// How large the text, or the beginning of it, is in the context's font.
SIZE composition_size(const InputContext& context, std::size_t units = std::u16string::npos);

extern const user::SystemClass kImePopupClass;

}  // namespace transom::imm
