// The built-in dictionary: small, but enough to choose between words that are read alike.
#include "imm32/kana.h"

#include <algorithm>

namespace transom::imm {
namespace {

struct Word {
  std::u16string_view reading;
  std::u16string_view word;
};

// Words of one reading, the most usual first.
constexpr Word kWords[] = {
    {u"あい", u"愛"},           {u"あおい", u"青い"},     {u"あさ", u"朝"},
    {u"あめ", u"雨"},           {u"あめ", u"飴"},         {u"いぬ", u"犬"},
    {u"うみ", u"海"},           {u"えいご", u"英語"},     {u"かいぎ", u"会議"},
    {u"がくせい", u"学生"},     {u"かみ", u"紙"},         {u"かみ", u"髪"},
    {u"かみ", u"神"},           {u"かわ", u"川"},         {u"かわ", u"皮"},
    {u"かんじ", u"漢字"},       {u"かんじ", u"感じ"},     {u"きょう", u"今日"},
    {u"くるま", u"車"},         {u"けいさん", u"計算"},   {u"こうえん", u"公園"},
    {u"こうえん", u"講演"},     {u"ことば", u"言葉"},     {u"さくら", u"桜"},
    {u"しごと", u"仕事"},       {u"しんぶん", u"新聞"},   {u"せかい", u"世界"},
    {u"せんせい", u"先生"},     {u"そら", u"空"},         {u"てがみ", u"手紙"},
    {u"でんしゃ", u"電車"},     {u"とうきょう", u"東京"}, {u"とけい", u"時計"},
    {u"なつ", u"夏"},           {u"にほん", u"日本"},     {u"にほんご", u"日本語"},
    {u"にゅうりょく", u"入力"}, {u"はし", u"橋"},         {u"はし", u"箸"},
    {u"はし", u"端"},           {u"はな", u"花"},         {u"はな", u"鼻"},
    {u"ひと", u"人"},           {u"ふゆ", u"冬"},         {u"へんかん", u"変換"},
    {u"ほん", u"本"},           {u"まど", u"窓"},         {u"みず", u"水"},
    {u"もじ", u"文字"},         {u"やま", u"山"},         {u"ゆき", u"雪"},
    {u"わたし", u"私"},
};

}  // namespace

std::vector<std::u16string> words_read(std::u16string_view hiragana) {
  std::vector<std::u16string> words;
  for (const Word& each : kWords) {
    if (each.reading == hiragana) words.emplace_back(each.word);
  }
  return words;
}

std::u16string reading_of(std::u16string_view word) {
  const auto* found = std::ranges::find(kWords, word, &Word::word);
  return found != std::end(kWords) ? std::u16string(found->reading) : std::u16string();
}

}  // namespace transom::imm
