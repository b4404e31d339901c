// An input method: turns key strokes into text that no keyboard has keys for.
//
// Contract
//  - An InputMethod is one of few, lives as long as the process and is asked from any thread.
//  - A Composer is one conversation with it: what one input context has been told and has not given
//    away yet. It belongs to the context's thread, calls nobody, and says all that it has to say in
//    the Update that each call returns; the messages are composition.cpp's to make. A host's method
//    that answers later hands its Update to apply() itself.
//  - wants() is asked of a key when it is retrieved, press() is called when the program translates
//    it: between the two other calls may come.
// https://learn.microsoft.com/windows/win32/intl/about-input-method-manager
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/win32.h"

namespace transom::imm {

struct KeyStroke {
  std::uint8_t key = 0;
  LPARAM flags = 0;        // as WM_KEYDOWN carries them
  char16_t character = 0;  // what the layout makes of the key; 0: nothing
  bool shift = false;
  bool control = false;
  DWORD conversion = 0;  // IME_CMODE_
};

// What is being composed, as ImmGetCompositionString tells it.
struct Composition {
  std::u16string text;
  std::u16string reading;
  std::vector<BYTE> attributes;  // ATTR_, one for each unit of the text
  std::vector<DWORD> clauses;    // where each begins, and the end of the last
  DWORD cursor = 0;

  std::vector<std::u16string> candidates;  // empty: none to choose from
  std::size_t candidate = 0;               // which one the text shows

  bool empty() const { return text.empty(); }
  bool operator==(const Composition&) const = default;
};

struct Update {
  Composition now;
  std::u16string result;  // goes to the program
  std::u16string result_reading;
  bool pass_key_on = false;  // the program gets the key after the result
};

class Composer {
 public:
  virtual ~Composer() = default;

  virtual bool wants(const KeyStroke& stroke) const = 0;
  virtual Update press(const KeyStroke& stroke) = 0;
  // ImmNotifyIME: CPS_COMPLETE, CPS_CANCEL, CPS_CONVERT, CPS_REVERT.
  virtual Update complete() = 0;
  virtual Update cancel() = 0;
  virtual Update convert() = 0;
  virtual Update revert() = 0;
  // One of the candidates.
  virtual Update choose(std::size_t candidate) = 0;
  // Composes this text instead: ImmSetCompositionString, or text to be converted anew.
  virtual Update compose(std::u16string_view text) = 0;
};

// What ImmGetProperty answers.
struct MethodProperties {
  DWORD property = 0;
  DWORD conversion = 0;
  DWORD sentence = 0;
  DWORD ui = 0;
  DWORD set_composition = 0;
  DWORD select = 0;
};

class InputMethod {
 public:
  virtual ~InputMethod() = default;

  virtual HKL layout() const = 0;
  virtual std::u16string_view description() const = 0;
  virtual std::u16string_view file_name() const = 0;
  virtual MethodProperties properties() const = 0;
  // IME_CMODE_ when a program's user turns to the method.
  virtual DWORD first_conversion() const = 0;
  virtual std::unique_ptr<Composer> make_composer() const = 0;
  // What the text can be converted to, the best first.
  virtual std::vector<std::u16string> candidates(std::u16string_view text) const = 0;
};

std::span<const InputMethod* const> input_methods();
// Null where the layout is an ordinary one.
const InputMethod* find_input_method(HKL layout);
// The method of the calling thread's layout, or null.
const InputMethod* current_input_method();

// The Japanese method that is built in: romaji to kana, kana to candidates.
const InputMethod& kana_method();

}  // namespace transom::imm
