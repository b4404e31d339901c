// Comparing text as the user's language orders words.
#pragma once

#include <string_view>

#include "kernel32/text/characters.h"

namespace transom::kernel {

enum class Case { kRespected, kIgnored };

// Below, at or above 0.
int compare_text(std::u16string_view a, std::u16string_view b, Case letters);

}  // namespace transom::kernel
