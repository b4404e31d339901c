// Hardware events on their way to a thread, in the order of arrival.
//
// Contract
//  - Everything here is under the USER lock.
//  - An event has no window yet: who gets it is decided when it is retrieved, as on Windows.
//  - A mouse move that follows a mouse move replaces it; a burst costs one entry.
#pragma once

#include <cstdint>
#include <deque>

#include "base/win32.h"

namespace transom::user {

enum class EventKind : std::uint8_t { kMove, kButton, kWheel, kKey, kHotKey, kInternal };

// What a host's event asks of the thread itself, outside of keyboard and mouse.
enum class InternalAction : std::uint8_t {
  kNone,
  kActivate,
  kDeactivate,
  kConfigure,
  kRestack,
  kMouseLeft,
  kKeysTaken
};

struct HardwareEvent {
  EventKind kind{};
  InternalAction action{};
  bool down = false;
  std::uint8_t button = 0;       // 0 left, 1 right, 2 middle, 3 X1, 4 X2
  bool horizontal = false;       // wheel
  bool injected = false;         // SendInput
  bool repeat = false;           // a key that was down already, as the hardware sees it
  bool unicode = false;          // KEYEVENTF_UNICODE: `scan_code` is a UTF-16 unit
  std::uint8_t virtual_key = 0;  // left and right told apart
  std::uint16_t scan_code = 0;   // bit 8: extended
  int delta = 0;                 // wheel
  POINT position{};              // screen
  DWORD time = 0;
  ULONG_PTR extra_info = 0;
  HWND window = nullptr;     // internal events: whom they are about
  RECT rect{};               // kConfigure
  HWND after = nullptr;      // kRestack: as SetWindowPos takes it
  std::uint64_t serial = 0;  // order of arrival, never 0

  bool is_mouse() const {
    return kind == EventKind::kMove || kind == EventKind::kButton || kind == EventKind::kWheel;
  }
  bool is_key() const { return kind == EventKind::kKey; }
};

// What a filtered look has passed over: the same look does not try those events again (trying costs
// hit tests) unless who gets input has changed.
struct PassedOver {
  const void* thread = nullptr;
  HWND window = nullptr;
  UINT minimum = 0;
  UINT maximum = 0;
  HWND focus = nullptr;
  HWND capture = nullptr;

  bool operator==(const PassedOver&) const = default;
};

struct InputQueue {
  std::deque<HardwareEvent> events;
  PassedOver passed_over;
  std::uint64_t passed_until = 0;  // serial of the last one
};

// The QS_ bit of an event.
constexpr UINT queue_status_bit(EventKind kind) {
  switch (kind) {
    case EventKind::kMove:
      return QS_MOUSEMOVE;
    case EventKind::kButton:
    case EventKind::kWheel:
      return QS_MOUSEBUTTON;
    case EventKind::kKey:
      return QS_KEY;
    case EventKind::kHotKey:
      return QS_HOTKEY;
    case EventKind::kInternal:
      return 0;
  }
  return 0;
}

}  // namespace transom::user
