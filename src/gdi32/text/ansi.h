// Text that comes in bytes: which code page a context's font means, and the conversion.
#pragma once

#include <string>
#include <string_view>

#include "gdi32/device_context.h"

namespace transom::gdi {

// The code page of a character set; the system's for DEFAULT_CHARSET, 0 for SYMBOL_CHARSET, whose
// bytes are glyph numbers at U+F000.
UINT code_page_of(BYTE char_set);
BYTE char_set_of(const DeviceContext& dc);

std::u16string from_bytes(const DeviceContext& dc, std::string_view bytes);
// Bytes by the system's code page: face names and file names.
std::u16string from_system_bytes(std::string_view bytes);
std::string to_system_bytes(std::u16string_view text);

// One byte of the context's code page as a character.
char16_t from_byte(const DeviceContext& dc, unsigned char byte);

}  // namespace transom::gdi
