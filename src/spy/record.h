// One event, as the ring holds it: fixed size, no pointers that could die.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/clock.h"
#include "base/win32.h"
#include "spy/trace.h"

namespace transom::spy {

enum class Event : std::uint8_t {
  kPosted,
  kRetrieved,
  kSent,
  kReceived,  // a send of another thread begins here
  kDispatched,
  kReturned,
  kDefault,
  kHook,
  kCoalesced,
};

// The letter of an event in the printed trace.
constexpr char letter_of(Event event) {
  return "PGSWWRDHC"[static_cast<int>(event)];
}

struct Record {
  base::Nanoseconds time = 0;
  std::uint64_t call = 0;  // of this post, send or call; of R, which call it ends
  std::uint64_t link = 0;  // the post or send that this retrieval or call comes from
  HWND window = nullptr;
  WPARAM wparam = 0;
  LPARAM lparam = 0;
  LRESULT result = 0;
  UINT message = 0;
  std::uint32_t code = 0;    // of WM_NOTIFY: what the NMHDR says
  std::uint16_t thread = 0;  // counted from 1 in the order of their first events
  std::uint16_t depth = 0;
  std::int16_t hook = 0;  // WH_…
  std::int16_t hook_code = 0;
  Event event = Event::kPosted;
  Origin origin = Origin::kSystem;
  std::uint8_t wparam_length = 0;  // of the first part of `pointed`
  std::uint8_t reserved = 0;
  std::uint16_t lparam_length = 0;
  char window_class[40] = {};
  char window_text[48] = {};
  char peer_class[32] = {};  // of the control that sends a notification
  // What wParam, and after it what lParam points to, as text in UTF-8.
  char pointed[300] = {};

  std::string_view pointed_by_wparam() const { return {pointed, wparam_length}; }
  std::string_view pointed_by_lparam() const { return {pointed + wparam_length, lparam_length}; }
};

static_assert(sizeof(Record) <= 512);

}  // namespace transom::spy
