// Where an IME window shows things: near the text, as the program said, or asked by WM_IME_REQUEST.
#pragma once

#include "imm32/input_context.h"

namespace transom::imm {

// On the screen.
POINT composition_corner(const InputContext& context);
// Asks the program where it draws compositions itself (WM_IME_REQUEST).
POINT candidates_corner(const ContextRef& context);
// Whether the text is within the rectangle that the program gave it (CFS_RECT).
bool composition_fits(const InputContext& context);
// Fills the place of a character in; false where there is none.
bool find_character(const InputContext& context, IMECHARPOSITION& about);

}  // namespace transom::imm
