// Comparing text in dictionary order, and the classes and case of characters.
//
// ASCII is done here; what goes beyond asks ICU, which is loaded then.
#pragma once

#include <string>
#include <string_view>

namespace transom::kernel {

enum class Case { kRespected, kIgnored };

// Below, at or above 0.
int compare_text(std::u16string_view a, std::u16string_view b, Case letters);

char16_t to_upper(char16_t character);
char16_t to_lower(char16_t character);
bool is_letter(char16_t character);
bool is_letter_or_digit(char16_t character);
bool is_upper(char16_t character);
bool is_lower(char16_t character);

}  // namespace transom::kernel
