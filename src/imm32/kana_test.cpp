#include "imm32/kana.h"

#include <gtest/gtest.h>

namespace transom::imm {
namespace {

std::u16string typed(std::u16string_view letters) {
  std::u16string kana;
  std::u16string pending;
  for (const char16_t letter : letters) type_romaji(letter, kana, pending);
  finish_romaji(kana, pending);
  return kana;
}

TEST(Kana, SyllablesComeFromTheirLetters) {
  EXPECT_EQ(typed(u"nihongo"), u"にほんご");
  EXPECT_EQ(typed(u"shachou"), u"しゃちょう");
  EXPECT_EQ(typed(u"ko-hi-"), u"こーひー");
}

TEST(Kana, ADoubledConsonantIsASmallTsu) {
  EXPECT_EQ(typed(u"kitte"), u"きって");
  EXPECT_EQ(typed(u"zasshi"), u"ざっし");
}

TEST(Kana, NBeforeAConsonantOrTheEndIsASyllable) {
  EXPECT_EQ(typed(u"kanji"), u"かんじ");
  EXPECT_EQ(typed(u"hon"), u"ほん");
  EXPECT_EQ(typed(u"konna"), u"こんあ");  // "nn" is taken as soon as it is there
  EXPECT_EQ(typed(u"kon'na"), u"こんな");
}

TEST(Kana, LettersThatMakeNoSyllableStay) {
  EXPECT_EQ(typed(u"q"), u"q");
  EXPECT_EQ(typed(u"ka?"), u"か？");
}

TEST(Kana, EachDressOfTheSameSyllables) {
  EXPECT_EQ(to_katakana(u"にほんご"), u"ニホンゴ");
  EXPECT_EQ(to_half_width(u"がぱあ"), u"ｶﾞﾊﾟｱ");
  EXPECT_EQ(to_full_width(u"A b"), u"Ａ　ｂ");
}

TEST(Kana, WordsAreFoundByHowTheyAreRead) {
  ASSERT_EQ(words_read(u"はし").size(), 3u);
  EXPECT_EQ(words_read(u"はし")[0], u"橋");
  EXPECT_EQ(reading_of(u"日本語"), u"にほんご");
  EXPECT_TRUE(words_read(u"ないことば").empty());
}

}  // namespace
}  // namespace transom::imm
