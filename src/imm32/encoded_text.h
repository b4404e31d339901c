// Text as the functions for ANSI and for Unicode exchange it: bytes of either.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "user32/window/window.h"

namespace transom::imm {

using user::Encoding;

std::vector<std::byte> bytes_of(std::u16string_view text, Encoding encoding);
// So many bytes, however they are aligned; empty for null.
std::u16string text_at(const void* text, std::size_t bytes, Encoding encoding);

}  // namespace transom::imm
