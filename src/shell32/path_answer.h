// How a path is handed out by functions whose buffer has MAX_PATH characters by contract.
#pragma once

#include <string>

#include "base/text.h"
#include "kernel32/text_result.h"

namespace transom::shell {

// What does not fit is cut.
inline void give_path(const std::u16string& path, WCHAR* buffer) {
  kernel::copy_cut<char16_t>(path, base::as_char16(buffer), MAX_PATH);
}
inline void give_path(const std::u16string& path, CHAR* buffer) {
  kernel::copy_cut<char>(base::to_ansi(path), buffer, MAX_PATH);
}

}  // namespace transom::shell
