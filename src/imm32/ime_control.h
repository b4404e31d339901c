// WM_IME_CONTROL: a program directs its IME window.
#pragma once

#include "imm32/input_context.h"

namespace transom::imm {

// Returns what the message does.
LRESULT perform_control(const ContextRef& context, WPARAM command, LPARAM data);

}  // namespace transom::imm
