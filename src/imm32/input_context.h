// Input contexts: what the input method knows of a window, behind an HIMC.
//
// Contract
//  - A thread has a default context, made when it is first asked for; a window has that one unless
//    the program has associated another, or none. A context belongs to the thread that made it, and
//    only that one may look into it.
//  - Anything sent to the window may destroy the context: hold a ContextRef and ask `destroyed`.
// https://learn.microsoft.com/windows/win32/intl/input-context
#pragma once

#include <array>
#include <bitset>
#include <memory>
#include <optional>

#include "base/win32.h"
#include "imm32/input_method.h"

namespace transom::user {
struct ThreadState;
struct Window;
}  // namespace transom::user

namespace transom::imm {

inline constexpr DWORD kCandidateLists = 4;  // as many as ISC_SHOWUIALLCANDIDATEWINDOW has bits

struct InputContext {
  HIMC handle = nullptr;
  user::ThreadState* thread = nullptr;
  bool destroyed = false;
  bool is_default = false;

  HWND window = nullptr;  // that has it and the focus, or had last
  DWORD shown = ISC_SHOWUIALL;

  bool open = false;
  DWORD conversion = IME_CMODE_ALPHANUMERIC;
  DWORD sentence = IME_SMODE_NONE;
  COMPOSITIONFORM composition_form{};
  std::array<std::optional<CANDIDATEFORM>, kCandidateLists> candidate_forms;
  std::optional<LOGFONTW> font;
  POINT status_position{};
  DWORD page_start = 0;
  DWORD page_size = 9;

  const InputMethod* method = nullptr;  // whose the composer is
  std::unique_ptr<Composer> composer;
  Composition composition;
  std::u16string result;
  std::u16string result_reading;
  bool started = false;     // WM_IME_STARTCOMPOSITION has been sent, its end has not
  unsigned updates = 0;     // counts them: a message's handler may have made another
  std::bitset<256> passed;  // keys that went on to the program and are still down
};

using ContextRef = std::shared_ptr<InputContext>;

// What the input method manager keeps for a thread; the thread's own, but its contexts, which
// are under the USER lock.
struct ThreadData {
  ContextRef default_context;
  std::vector<ContextRef> contexts;  // all that the thread made and has not destroyed
  HWND default_window = nullptr;     // of the class IME
  bool disabled = false;             // ImmDisableIME
  ContextRef active;                 // of the window with the focus
  // The key that became VK_PROCESSKEY.
  std::optional<KeyStroke> stroke;
  UINT virtual_key = VK_PROCESSKEY;  // what ImmGetVirtualKey answers
};

ThreadData& thread_data(user::ThreadState& thread);
ThreadData& current_data();

// A new one of the calling thread's; empty where there are no handles left.
ContextRef make_context();
// Empty for dead handles.
ContextRef find_context(HIMC handle);
// The same, and the calling thread's. Last errors: ERROR_INVALID_HANDLE, ERROR_INVALID_ACCESS.
ContextRef own_context(HIMC handle);
// Takes the handle away and ends what is being composed.
void destroy_context(const ContextRef& context);
// The window's, or empty: another process's window, none associated, methods disabled.
ContextRef context_of(HWND window);
// Returns what it was before. `wanted` nullopt: the thread's default one. The caller has checked
// both.
HIMC associate(user::Window& window, std::optional<HIMC> wanted);

// What the composition is written in: the font that the program set, or the usual one.
LOGFONTW font_of(const InputContext& context);

// The composer of the calling thread's method in this context; null where the layout has none. One
// of another method is dropped, with what it was composing.
Composer* composer_of(InputContext& context);

}  // namespace transom::imm
