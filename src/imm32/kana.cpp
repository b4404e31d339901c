#include "imm32/kana.h"

#include <algorithm>
#include <iterator>

namespace transom::imm {
namespace {

struct Syllable {
  std::u16string_view romaji;
  std::u16string_view kana;
};

// Longer spellings that begin like shorter ones are told apart by what has been typed: an entry is
// taken as soon as it is complete.
constexpr Syllable kSyllables[] = {
    {u"a", u"あ"},     {u"i", u"い"},     {u"u", u"う"},     {u"e", u"え"},     {u"o", u"お"},
    {u"ka", u"か"},    {u"ki", u"き"},    {u"ku", u"く"},    {u"ke", u"け"},    {u"ko", u"こ"},
    {u"sa", u"さ"},    {u"si", u"し"},    {u"shi", u"し"},   {u"su", u"す"},    {u"se", u"せ"},
    {u"so", u"そ"},    {u"ta", u"た"},    {u"ti", u"ち"},    {u"chi", u"ち"},   {u"tu", u"つ"},
    {u"tsu", u"つ"},   {u"te", u"て"},    {u"to", u"と"},    {u"na", u"な"},    {u"ni", u"に"},
    {u"nu", u"ぬ"},    {u"ne", u"ね"},    {u"no", u"の"},    {u"ha", u"は"},    {u"hi", u"ひ"},
    {u"hu", u"ふ"},    {u"fu", u"ふ"},    {u"he", u"へ"},    {u"ho", u"ほ"},    {u"ma", u"ま"},
    {u"mi", u"み"},    {u"mu", u"む"},    {u"me", u"め"},    {u"mo", u"も"},    {u"ya", u"や"},
    {u"yu", u"ゆ"},    {u"yo", u"よ"},    {u"ra", u"ら"},    {u"ri", u"り"},    {u"ru", u"る"},
    {u"re", u"れ"},    {u"ro", u"ろ"},    {u"wa", u"わ"},    {u"wo", u"を"},    {u"nn", u"ん"},
    {u"n'", u"ん"},    {u"ga", u"が"},    {u"gi", u"ぎ"},    {u"gu", u"ぐ"},    {u"ge", u"げ"},
    {u"go", u"ご"},    {u"za", u"ざ"},    {u"zi", u"じ"},    {u"ji", u"じ"},    {u"zu", u"ず"},
    {u"ze", u"ぜ"},    {u"zo", u"ぞ"},    {u"da", u"だ"},    {u"di", u"ぢ"},    {u"du", u"づ"},
    {u"de", u"で"},    {u"do", u"ど"},    {u"ba", u"ば"},    {u"bi", u"び"},    {u"bu", u"ぶ"},
    {u"be", u"べ"},    {u"bo", u"ぼ"},    {u"pa", u"ぱ"},    {u"pi", u"ぴ"},    {u"pu", u"ぷ"},
    {u"pe", u"ぺ"},    {u"po", u"ぽ"},    {u"kya", u"きゃ"}, {u"kyu", u"きゅ"}, {u"kyo", u"きょ"},
    {u"sya", u"しゃ"}, {u"sha", u"しゃ"}, {u"syu", u"しゅ"}, {u"shu", u"しゅ"}, {u"syo", u"しょ"},
    {u"sho", u"しょ"}, {u"tya", u"ちゃ"}, {u"cha", u"ちゃ"}, {u"tyu", u"ちゅ"}, {u"chu", u"ちゅ"},
    {u"tyo", u"ちょ"}, {u"cho", u"ちょ"}, {u"nya", u"にゃ"}, {u"nyu", u"にゅ"}, {u"nyo", u"にょ"},
    {u"hya", u"ひゃ"}, {u"hyu", u"ひゅ"}, {u"hyo", u"ひょ"}, {u"mya", u"みゃ"}, {u"myu", u"みゅ"},
    {u"myo", u"みょ"}, {u"rya", u"りゃ"}, {u"ryu", u"りゅ"}, {u"ryo", u"りょ"}, {u"gya", u"ぎゃ"},
    {u"gyu", u"ぎゅ"}, {u"gyo", u"ぎょ"}, {u"zya", u"じゃ"}, {u"ja", u"じゃ"},  {u"zyu", u"じゅ"},
    {u"ju", u"じゅ"},  {u"zyo", u"じょ"}, {u"jo", u"じょ"},  {u"bya", u"びゃ"}, {u"byu", u"びゅ"},
    {u"byo", u"びょ"}, {u"pya", u"ぴゃ"}, {u"pyu", u"ぴゅ"}, {u"pyo", u"ぴょ"}, {u"fa", u"ふぁ"},
    {u"fi", u"ふぃ"},  {u"fe", u"ふぇ"},  {u"fo", u"ふぉ"},  {u"va", u"ゔぁ"},  {u"vu", u"ゔ"},
    {u"xa", u"ぁ"},    {u"xi", u"ぃ"},    {u"xu", u"ぅ"},    {u"xe", u"ぇ"},    {u"xo", u"ぉ"},
    {u"xya", u"ゃ"},   {u"xyu", u"ゅ"},   {u"xyo", u"ょ"},   {u"xtu", u"っ"},   {u"-", u"ー"},
    {u",", u"、"},     {u".", u"。"},     {u"/", u"・"},     {u"[", u"「"},     {u"]", u"」"},
};

const Syllable* find_syllable(std::u16string_view romaji) {
  const auto* found = std::ranges::find(kSyllables, romaji, &Syllable::romaji);
  return found != std::end(kSyllables) ? found : nullptr;
}

bool begins_syllable(std::u16string_view romaji) {
  return std::ranges::any_of(kSyllables,
                             [&](const Syllable& each) { return each.romaji.starts_with(romaji); });
}

bool is_consonant(char16_t letter) {
  return letter >= u'a' && letter <= u'z' &&
         std::u16string_view(u"aiueo").find(letter) == std::u16string_view::npos;
}

// Half-width katakana from U+FF61 on, as the full-width ones that they are; voiced ones by a mark.
constexpr std::u16string_view kHalfWidth =
    u"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ"
    u"マミムメモヤユヨ"
    u"ラリルレロワン";
constexpr std::u16string_view kVoiced = u"ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
constexpr std::u16string_view kVoiceless = u"カキクケコサシスセソタチツテトハヒフヘホウ";
constexpr std::u16string_view kPlosive = u"パピプペポ";
constexpr std::u16string_view kBreathed = u"ハヒフヘホ";

void append_half_width(std::u16string& out, char16_t katakana) {
  constexpr char16_t kFirst = 0xFF61;
  constexpr char16_t kVoiceMark = 0xFF9E;
  constexpr char16_t kPlosiveMark = 0xFF9F;
  char16_t mark = 0;
  if (const auto index = kVoiced.find(katakana); index != std::u16string_view::npos) {
    katakana = kVoiceless[index];
    mark = kVoiceMark;
  } else if (const auto other = kPlosive.find(katakana); other != std::u16string_view::npos) {
    katakana = kBreathed[other];
    mark = kPlosiveMark;
  }
  const auto place = kHalfWidth.find(katakana);
  out += place != std::u16string_view::npos ? static_cast<char16_t>(kFirst + place) : katakana;
  if (mark != 0) out += mark;
}

}  // namespace

void type_romaji(char16_t letter, std::u16string& kana, std::u16string& pending) {
  pending += letter;
  while (!pending.empty() && find_syllable(pending) == nullptr && !begins_syllable(pending)) {
    // What was waiting cannot go on like this: a doubled consonant, an n, or letters as they are.
    const char16_t first = pending[0];
    if (pending.size() > 1 && first == pending[1] && is_consonant(first)) {
      kana += u'っ';
    } else if (first == u'n') {
      kana += u'ん';
    } else {
      kana += first >= u'!' && first <= u'~' && !is_consonant(first)
                  ? static_cast<char16_t>(first - u'!' + 0xFF01)
                  : first;
    }
    pending.erase(0, 1);
  }
  if (const Syllable* syllable = find_syllable(pending)) {
    kana += syllable->kana;
    pending.clear();
  }
}

void finish_romaji(std::u16string& kana, std::u16string& pending) {
  kana += pending == u"n" ? std::u16string(u"ん") : pending;
  pending.clear();
}

std::u16string to_katakana(std::u16string_view hiragana) {
  constexpr char16_t kDistance = u'ア' - u'あ';
  std::u16string out;
  for (const char16_t unit : hiragana) {
    out += unit >= u'ぁ' && unit <= u'ゖ' ? static_cast<char16_t>(unit + kDistance) : unit;
  }
  return out;
}

std::u16string to_half_width(std::u16string_view hiragana) {
  std::u16string out;
  for (const char16_t unit : to_katakana(hiragana)) append_half_width(out, unit);
  return out;
}

std::u16string to_full_width(std::u16string_view ascii) {
  std::u16string out;
  for (const char16_t unit : ascii) {
    if (unit == u' ') {
      out += char16_t{0x3000};
    } else {
      out += unit >= u'!' && unit <= u'~' ? static_cast<char16_t>(unit - u'!' + 0xFF01) : unit;
    }
  }
  return out;
}

}  // namespace transom::imm
