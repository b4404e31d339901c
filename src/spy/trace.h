// What the message core tells the spy, and all that it has to know of it.
//
// Contract
//  - Off, every call here is one relaxed load and a branch that is not taken. Callers that want
//    not even the arguments evaluated write `if (spy::on())`.
//  - On, an event becomes one fixed-size record in a bounded ring (ring.h), with what pointers
//  point to
//    decoded at once, because the pointers die. A full ring makes the reporting thread write
//    records out itself: nothing is lost, and memory does not grow.
//  - Callers hold no lock: a window is described through the functions that user32 gives
//    (describe.h), and those may take the USER lock. No call runs code of the program's.
//  - Any thread. Events of one thread keep their order; nesting is kept for each thread.
//
// The life of a message in events:
//   P posted           W dispatched ... R returned     (G retrieved in between)
//   S sent ... R returned                              (a send to another thread: W ... R over
//   there) D reached DefWindowProc, H shown to a hook, C merged into a message that waits
#pragma once

#include <atomic>
#include <cstdint>

#include "base/win32.h"

namespace transom::spy {

inline std::atomic<bool> enabled{false};
inline bool on() {
  return enabled.load(std::memory_order_relaxed);
}

// Who made the message. The exported functions called by the program (SendMessage, PostMessage …)
// say kProgram; whatever the library sends or posts of its own accord is kSystem. The coverage
// report counts what the system made.
enum class Origin : std::uint8_t { kSystem, kProgram };

// What text behind the parameters is made of, for the messages that carry text.
enum class Characters : std::uint8_t { kUnicode, kAnsi };

namespace detail {
void posted(HWND window, UINT message, WPARAM wparam, LPARAM lparam, Origin origin);
void retrieved(const MSG& message);
std::uint64_t sent(HWND window, UINT message, WPARAM wparam, LPARAM lparam, Origin origin,
                   Characters characters);
std::uint64_t received(std::uint64_t sender, HWND window, UINT message, WPARAM wparam,
                       LPARAM lparam, Origin origin, Characters characters);
std::uint64_t dispatched(HWND window, UINT message, WPARAM wparam, LPARAM lparam);
void returned(std::uint64_t call, HWND window, UINT message, WPARAM wparam, LPARAM lparam,
              LRESULT result, Characters characters);
void abandoned(std::uint64_t call);
void reached_default(HWND window, UINT message, WPARAM wparam, LPARAM lparam);
void hook_called(int type, int code, WPARAM wparam, LPARAM lparam);
void coalesced(HWND window, UINT message, WPARAM wparam, LPARAM lparam);
}  // namespace detail

// P: a message was put into a queue. `window` null: a thread message. Call it before another thread
// can take the message out.
inline void posted(HWND window, UINT message, WPARAM wparam, LPARAM lparam,
                   Origin origin = Origin::kSystem) {
  if (on()) [[unlikely]]
    detail::posted(window, message, wparam, lparam, origin);
}

// G: GetMessage, or PeekMessage with PM_REMOVE, hands a message out; also the ones made from state
// (WM_PAINT, WM_TIMER, WM_QUIT) and from input, which nobody posted.
inline void retrieved(const MSG& message) {
  if (on()) [[unlikely]]
    detail::retrieved(message);
}

// D: the message got to DefWindowProc.
inline void reached_default(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  if (on()) [[unlikely]]
    detail::reached_default(window, message, wparam, lparam);
}

// H: a hook procedure of type WH_… is about to be called with these arguments.
inline void hook_called(int type, int code, WPARAM wparam, LPARAM lparam) {
  if (on()) [[unlikely]]
    detail::hook_called(type, code, wparam, lparam);
}

// C: the message was merged into one that already waits (WM_MOUSEMOVE, WM_TIMER).
inline void coalesced(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  if (on()) [[unlikely]]
    detail::coalesced(window, message, wparam, lparam);
}

// A call of a window procedure, from its event to R. Lives on the stack of the calling thread
// around the call; everything reported meanwhile on that thread is nested in it.
class CallScope {
 public:
  CallScope(const CallScope&) = delete;
  CallScope& operator=(const CallScope&) = delete;
  // A scope that goes without returned() (an exception, a thread that ends) only ends the nesting.
  ~CallScope() {
    if (call_ != 0) [[unlikely]]
      detail::abandoned(call_);
  }

  // R: what the procedure answered. Hands the result through: `return scope.returned(call(...));`
  LRESULT returned(LRESULT result) {
    if (call_ != 0) [[unlikely]] {
      detail::returned(call_, window_, message_, wparam_, lparam_, result, characters_);
      call_ = 0;
    }
    return result;
  }

  // Goes with a send to another thread and there into ReceivedScope; 0 when off.
  std::uint64_t id() const { return call_; }

 protected:
  CallScope(HWND window, UINT message, WPARAM wparam, LPARAM lparam, Characters characters)
      : window_(window),
        message_(message),
        characters_(characters),
        wparam_(wparam),
        lparam_(lparam) {}

  std::uint64_t call_ = 0;

 private:
  HWND window_;
  UINT message_;
  Characters characters_;
  WPARAM wparam_;
  LPARAM lparam_;
};

// S: SendMessage and its relatives, on the sender's thread, around the call or the wait for the
// answer.
class SentScope : public CallScope {
 public:
  SentScope(HWND window, UINT message, WPARAM wparam, LPARAM lparam,
            Origin origin = Origin::kSystem, Characters characters = Characters::kUnicode)
      : CallScope(window, message, wparam, lparam, characters) {
    if (on()) [[unlikely]] {
      call_ = detail::sent(window, message, wparam, lparam, origin, characters);
    }
  }
};

// W on the receiver's thread, for a send of another thread whose SentScope had `sender` as id().
class ReceivedScope : public CallScope {
 public:
  ReceivedScope(std::uint64_t sender, HWND window, UINT message, WPARAM wparam, LPARAM lparam,
                Origin origin = Origin::kSystem, Characters characters = Characters::kUnicode)
      : CallScope(window, message, wparam, lparam, characters) {
    if (on()) [[unlikely]] {
      call_ = detail::received(sender, window, message, wparam, lparam, origin, characters);
    }
  }
};

// W: DispatchMessage hands a message to the window procedure.
class DispatchedScope : public CallScope {
 public:
  explicit DispatchedScope(const MSG& message)
      : CallScope(message.hwnd, message.message, message.wParam, message.lParam,
                  Characters::kUnicode) {
    if (on()) [[unlikely]] {
      call_ = detail::dispatched(message.hwnd, message.message, message.wParam, message.lParam);
    }
  }
};

}  // namespace transom::spy
