// The classes and case of characters.
//
// ASCII is done here; what goes beyond asks ICU, which is loaded then.
#pragma once

namespace transom::kernel {

char16_t to_upper(char16_t character);
char16_t to_lower(char16_t character);
bool is_letter(char16_t character);
bool is_letter_or_digit(char16_t character);
bool is_upper(char16_t character);
bool is_lower(char16_t character);

}  // namespace transom::kernel
