// Text mapped to other text: case, width, kana, Chinese scripts, marks taken off, digits folded.
#pragma once

#include <string>
#include <string_view>

#include "kernel32/locale/locale.h"

namespace transom::kernel {

// By LCMAP_ and NORM_IGNORE… flags, in their documented order. The locale matters for
// LCMAP_LINGUISTIC_CASING alone.
std::u16string map_text(const Locale& locale, std::u16string_view text, DWORD flags);
// By MAP_ flags.
std::u16string fold_text(std::u16string_view text, DWORD flags);

// The normalisation forms of Unicode by Windows' numbers; empty where ICU is not installed.
std::u16string normalized(std::u16string_view text, NORM_FORM form);

}  // namespace transom::kernel
