#include "imm32/composition.h"

#include <utility>

#include "user32/message/send.h"
#include "user32/window/window.h"

namespace transom::imm {
namespace {

constexpr LPARAM kCompositionChanged = GCS_COMPREADSTR | GCS_COMPREADATTR | GCS_COMPREADCLAUSE |
                                       GCS_COMPSTR | GCS_COMPATTR | GCS_COMPCLAUSE | GCS_CURSORPOS |
                                       GCS_DELTASTART;
constexpr LPARAM kResult =
    GCS_RESULTREADSTR | GCS_RESULTREADCLAUSE | GCS_RESULTSTR | GCS_RESULTCLAUSE;
constexpr LPARAM kFirstList = 1;  // candidate list 0, as a bit

// The messages of one update. Every one of them may lead to another update: then this one is over.
class Telling {
 public:
  explicit Telling(const ContextRef& context) : context_(context), number_(++context->updates) {}

  bool current() const {
    return !context_->destroyed && context_->updates == number_ && user::is_window(window());
  }
  HWND window() const { return context_->window; }
  void tell(UINT message, WPARAM wparam = 0, LPARAM lparam = 0) {
    if (current()) user::send_message(window(), message, wparam, lparam);
  }

 private:
  const ContextRef context_;
  const unsigned number_;
};

LPARAM changes(const Composition& before, const Composition& now, const Update& update) {
  LPARAM flags = 0;
  if (!update.result.empty()) flags |= kResult;
  const bool same = before.text == now.text && before.attributes == now.attributes &&
                    before.reading == now.reading && before.cursor == now.cursor;
  if (!now.empty() && !same) flags |= kCompositionChanged;
  return flags;
}

// "The DBCS character representing the latest change to the composition string."
WPARAM latest_character(const Composition& now, const std::u16string& result) {
  if (now.cursor > 0 && now.cursor <= now.text.size()) return now.text[now.cursor - 1];
  if (!now.empty()) return now.text.back();
  return result.empty() ? 0 : result.back();
}

void tell_candidates(Telling& telling, const Composition& before, const Composition& now) {
  if (now.candidates.empty()) return;
  if (before.candidates != now.candidates) {
    telling.tell(WM_IME_NOTIFY, before.candidates.empty() ? IMN_OPENCANDIDATE : IMN_CHANGECANDIDATE,
                 kFirstList);
  } else if (before.candidate != now.candidate) {
    telling.tell(WM_IME_NOTIFY, IMN_CHANGECANDIDATE, kFirstList);
  }
}

// The system's keystroke goes after the characters that were posted for the result.
void pass_on(InputContext& context, const KeyStroke& stroke) {
  context.passed.set(stroke.key);
  user::post_message(context.window, WM_IME_KEYDOWN, stroke.key, stroke.flags);
}

}  // namespace

void apply(const ContextRef& context, Update update) {
  Telling telling(context);
  const Composition before = std::exchange(context->composition, update.now);
  const Composition& now = update.now;
  context->result = update.result;
  context->result_reading = update.result_reading;
  if (before == now && update.result.empty()) return;
  context->page_start = static_cast<DWORD>(now.candidate) / context->page_size * context->page_size;

  if (!std::exchange(context->started, true)) telling.tell(WM_IME_STARTCOMPOSITION);
  if (!before.candidates.empty() && now.candidates.empty()) {
    telling.tell(WM_IME_NOTIFY, IMN_CLOSECANDIDATE, kFirstList);
  }
  telling.tell(WM_IME_COMPOSITION, latest_character(now, update.result),
               changes(before, now, update));
  tell_candidates(telling, before, now);
  if (!now.empty() || !telling.current()) return;
  context->started = false;
  telling.tell(WM_IME_ENDCOMPOSITION);
}

bool press(const ContextRef& context, const KeyStroke& stroke) {
  if (!context->composition.empty() || stroke.key != VK_CONVERT || !reconvert(context)) {
    Composer* composer = composer_of(*context);
    if (composer == nullptr) return false;
    Update update = composer->press(stroke);
    const bool pass_key_on = update.pass_key_on;
    apply(context, std::move(update));
    if (pass_key_on && !context->destroyed) pass_on(*context, stroke);
  }
  return true;
}

void complete(const ContextRef& context) {
  // The method may be another one by now: it is the old one's text that ends.
  if (context->composition.empty() || !context->composer) return;
  apply(context, context->composer->complete());
}

void notify(const InputContext& context, WPARAM what, LPARAM data) {
  if (user::is_window(context.window)) {
    user::send_message(context.window, WM_IME_NOTIFY, what, data);
  }
}

void set_open(const ContextRef& context, bool open) {
  if (context->open == open) return;
  if (!open) complete(context);
  if (context->destroyed) return;
  context->open = open;
  notify(*context, IMN_SETOPENSTATUS, 0);
}

void set_conversion(const ContextRef& context, DWORD conversion, DWORD sentence) {
  const bool new_conversion = std::exchange(context->conversion, conversion) != conversion;
  const bool new_sentence = std::exchange(context->sentence, sentence) != sentence;
  if (new_conversion) notify(*context, IMN_SETCONVERSIONMODE, 0);
  if (new_sentence && !context->destroyed) notify(*context, IMN_SETSENTENCEMODE, 0);
}

}  // namespace transom::imm
