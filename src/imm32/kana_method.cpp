// The built-in Japanese method.
//
// Letters become kana as they are typed. Space (or the Convert key) offers words that are read so,
// and the kana in its other dresses; Space, Down and Up go through them, a digit takes one, Enter
// takes what is shown, Escape goes back. F6 to F10 write the text in hiragana, katakana, half-width
// katakana, full-width and plain letters. Any other key completes the text and goes on to the
// program.
#include <algorithm>
#include <utility>

#include "imm32/input_method.h"
#include "imm32/kana.h"

namespace transom::imm {
namespace {

constexpr bool is_native(DWORD conversion) {
  return (conversion & IME_CMODE_NATIVE) != 0;
}
constexpr bool is_printable(char16_t character) {
  return character > u' ' && character < 0x7F;
}

bool types(std::u16string_view letters, std::u16string_view text) {
  std::u16string kana;
  std::u16string pending;
  for (const char16_t letter : letters) type_romaji(letter, kana, pending);
  return kana + pending == text;
}

std::vector<std::u16string> candidates_for(std::u16string_view kana) {
  std::vector<std::u16string> all = words_read(kana);
  for (std::u16string dress : {std::u16string(kana), to_katakana(kana), to_half_width(kana)}) {
    if (std::ranges::find(all, dress) == all.end()) all.push_back(std::move(dress));
  }
  return all;
}

class KanaComposer final : public Composer {
 public:
  bool wants(const KeyStroke& stroke) const override;
  Update press(const KeyStroke& stroke) override;
  Update complete() override;
  Update cancel() override;
  Update convert() override;
  Update revert() override;
  Update choose(std::size_t candidate) override;
  Update compose(std::u16string_view text) override;

 private:
  struct Action {
    std::uint8_t key;
    Update (KanaComposer::*act)();
  };
  static const Action kActions[];

  bool composing() const { return !kana_.empty() || !pending_.empty(); }
  bool converting() const { return !candidates_.empty(); }
  // In the dress that the conversion mode asks for.
  std::u16string dressed(std::u16string_view kana) const;
  std::u16string shown() const;
  Update now() const;
  void clear();
  void type(char16_t character);

  Update erase();
  Update next();
  Update previous();
  Update dress_as(std::u16string text);
  Update as_hiragana() { return dress_as(kana_); }
  Update as_katakana() { return dress_as(to_katakana(kana_)); }
  Update as_half_width() { return dress_as(to_half_width(kana_)); }
  Update as_full_width_letters() { return dress_as(to_full_width(letters_)); }
  Update as_letters() { return dress_as(letters_); }
  Update escape() { return converting() ? revert() : cancel(); }

  std::u16string kana_;
  std::u16string pending_;  // letters that are no syllable yet
  std::u16string letters_;  // all that were typed
  std::vector<std::u16string> candidates_;
  std::size_t candidate_ = 0;
  DWORD conversion_ = IME_CMODE_NATIVE | IME_CMODE_FULLSHAPE;
};

// While a text is being composed.
const KanaComposer::Action KanaComposer::kActions[] = {
    {VK_BACK, &KanaComposer::erase},
    {VK_RETURN, &KanaComposer::complete},
    {VK_ESCAPE, &KanaComposer::escape},
    {VK_SPACE, &KanaComposer::next},
    {VK_CONVERT, &KanaComposer::next},
    {VK_DOWN, &KanaComposer::next},
    {VK_UP, &KanaComposer::previous},
    {VK_F6, &KanaComposer::as_hiragana},
    {VK_F7, &KanaComposer::as_katakana},
    {VK_F8, &KanaComposer::as_half_width},
    {VK_F9, &KanaComposer::as_full_width_letters},
    {VK_F10, &KanaComposer::as_letters},
};

bool KanaComposer::wants(const KeyStroke& stroke) const {
  if (composing()) return true;
  const DWORD composes = IME_CMODE_NATIVE | IME_CMODE_FULLSHAPE;
  return (stroke.conversion & composes) != 0 && !stroke.control && is_printable(stroke.character);
}

void KanaComposer::clear() {
  kana_.clear();
  pending_.clear();
  letters_.clear();
  candidates_.clear();
  candidate_ = 0;
}

std::u16string KanaComposer::dressed(std::u16string_view kana) const {
  if ((conversion_ & IME_CMODE_KATAKANA) == 0) return std::u16string(kana);
  return (conversion_ & IME_CMODE_FULLSHAPE) != 0 ? to_katakana(kana) : to_half_width(kana);
}

std::u16string KanaComposer::shown() const {
  return converting() ? candidates_[candidate_] : dressed(kana_) + pending_;
}

Update KanaComposer::now() const {
  Update update;
  Composition& made = update.now;
  made.text = shown();
  if (made.empty()) return update;
  const auto length = static_cast<DWORD>(made.text.size());
  made.reading = to_half_width(kana_) + pending_;
  made.attributes.assign(length, converting() ? ATTR_TARGET_CONVERTED : ATTR_INPUT);
  made.clauses = {0, length};
  made.cursor = length;
  made.candidates = candidates_;
  made.candidate = candidate_;
  return update;
}

void KanaComposer::type(char16_t character) {
  letters_ += character;
  if (!is_native(conversion_)) {
    kana_ += to_full_width({&character, 1});
    return;
  }
  const bool upper = character >= u'A' && character <= u'Z';
  type_romaji(upper ? static_cast<char16_t>(character + 32) : character, kana_, pending_);
}

Update KanaComposer::press(const KeyStroke& stroke) {
  conversion_ = stroke.conversion;
  if (converting() && stroke.character >= u'1' && stroke.character <= u'9') {
    return choose(static_cast<std::size_t>(stroke.character - u'1'));
  }
  if (!stroke.control && is_printable(stroke.character)) {
    Update before = converting() ? complete() : Update{};
    type(stroke.character);
    before.now = now().now;
    return before;
  }
  for (const Action& each : kActions) {
    if (composing() && !stroke.control && each.key == stroke.key) return (this->*each.act)();
  }
  Update update = complete();
  update.pass_key_on = true;
  return update;
}

Update KanaComposer::complete() {
  finish_romaji(kana_, pending_);
  Update update;
  update.result = shown();
  update.result_reading = to_half_width(kana_);
  clear();
  return update;
}

Update KanaComposer::cancel() {
  clear();
  return {};
}

Update KanaComposer::convert() {
  if (!composing()) return {};
  finish_romaji(kana_, pending_);
  candidates_ = candidates_for(kana_);
  candidate_ = 0;
  return now();
}

Update KanaComposer::revert() {
  candidates_.clear();
  candidate_ = 0;
  return now();
}

Update KanaComposer::choose(std::size_t candidate) {
  if (candidate < candidates_.size()) candidate_ = candidate;
  return now();
}

Update KanaComposer::compose(std::u16string_view text) {
  clear();
  kana_ = reading_of(text);
  if (kana_.empty()) kana_ = text;
  letters_ = text;
  return now();
}

Update KanaComposer::erase() {
  if (converting()) return revert();
  std::u16string& from = pending_.empty() ? kana_ : pending_;
  if (!from.empty()) from.pop_back();
  while (!letters_.empty() && !types(letters_, kana_ + pending_)) letters_.pop_back();
  if (!composing()) clear();
  return now();
}

Update KanaComposer::next() {
  if (!converting()) return convert();
  candidate_ = (candidate_ + 1) % candidates_.size();
  return now();
}

Update KanaComposer::previous() {
  if (!converting()) return now();
  candidate_ = (candidate_ + candidates_.size() - 1) % candidates_.size();
  return now();
}

// A single candidate: it is shown without a list to choose from.
Update KanaComposer::dress_as(std::u16string text) {
  finish_romaji(kana_, pending_);
  candidates_ = {std::move(text)};
  candidate_ = 0;
  Update update = now();
  update.now.candidates.clear();
  return update;
}

class KanaMethod final : public InputMethod {
 public:
  HKL layout() const override { return reinterpret_cast<HKL>(std::uintptr_t{0xE0010411}); }
  std::u16string_view description() const override { return u"Transom Kana"; }
  std::u16string_view file_name() const override { return u"TRANSOMKANA.IME"; }
  MethodProperties properties() const override {
    return {
        .property = IME_PROP_AT_CARET | IME_PROP_UNICODE | IME_PROP_CANDLIST_START_FROM_1 |
                    IME_PROP_COMPLETE_ON_UNSELECT,
        .conversion = IME_CMODE_NATIVE | IME_CMODE_KATAKANA | IME_CMODE_FULLSHAPE | IME_CMODE_ROMAN,
        .sentence = IME_SMODE_NONE,
        .ui = 0,
        .set_composition = SCS_CAP_COMPSTR | SCS_CAP_MAKEREAD | SCS_CAP_SETRECONVERTSTRING,
        .select = SELECT_CAP_CONVERSION};
  }
  DWORD first_conversion() const override {
    return IME_CMODE_NATIVE | IME_CMODE_FULLSHAPE | IME_CMODE_ROMAN;
  }
  std::unique_ptr<Composer> make_composer() const override {
    return std::make_unique<KanaComposer>();
  }
  std::vector<std::u16string> candidates(std::u16string_view text) const override {
    return text.empty() ? std::vector<std::u16string>{} : candidates_for(text);
  }
};

}  // namespace

const InputMethod& kana_method() {
  static const KanaMethod method;
  return method;
}

}  // namespace transom::imm
