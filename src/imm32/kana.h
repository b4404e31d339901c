// Japanese syllables: romaji to hiragana, and hiragana in its other dresses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace transom::imm {

// Appends what a letter makes of the letters before it (`pending`, which keeps what is not a
// syllable yet): "k" then "a" is か, "t" "t" is っ and a "t" that waits, "n" before a consonant ん.
void type_romaji(char16_t letter, std::u16string& kana, std::u16string& pending);
// No more letters come: "n" is ん, anything else stays as it is.
void finish_romaji(std::u16string& kana, std::u16string& pending);

std::u16string to_katakana(std::u16string_view hiragana);
// Voiced syllables become two: half-width katakana have the mark apart.
std::u16string to_half_width(std::u16string_view hiragana);
std::u16string to_full_width(std::u16string_view ascii);

// Words of the built-in dictionary that are read so, the most usual first.
std::vector<std::u16string> words_read(std::u16string_view hiragana);
// How a word is read; empty where the dictionary does not have it.
std::u16string reading_of(std::u16string_view word);

}  // namespace transom::imm
