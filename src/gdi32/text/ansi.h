// Text that comes in bytes: which code page a context's font means, and the conversion.
#pragma once

#include <string>
#include <string_view>

#include "gdi32/device_context.h"

namespace transom::gdi {

// CP_SYMBOL: bytes stand for themselves, fonts have them at U+F000.
constexpr UINT kSymbolCodePage = 42;

// The code page of a character set; CP_ACP for DEFAULT_CHARSET.
UINT code_page_of(BYTE char_set);
BYTE char_set_of(const DeviceContext& dc);

std::u16string from_bytes(const DeviceContext& dc, std::string_view bytes);

// One byte of the context's code page as a character.
char16_t from_byte(const DeviceContext& dc, unsigned char byte);

}  // namespace transom::gdi
