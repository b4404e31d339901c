// Where templates come from. Each answers nothing with the last error set.
#pragma once

#include <optional>

#include "base/win32.h"
#include "user32/dialog/template.h"

namespace transom::user {

std::optional<DialogTemplate> load_template(HINSTANCE instance, LPCWSTR name);
std::optional<DialogTemplate> load_template(HINSTANCE instance, LPCSTR name);
// The program's memory, trusted as far as reading it goes.
std::optional<DialogTemplate> template_in_memory(const void* memory);

}  // namespace transom::user
