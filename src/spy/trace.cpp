#include "spy/trace.h"

#include "spy/describe.h"

namespace transom::spy {
namespace {

WindowDescriber describer;

}  // namespace

void set_window_describer(const WindowDescriber& functions) {
  describer = functions;
}

const WindowDescriber& window_describer() {
  return describer;
}

// The ring and its consumer come with the next change; until then nothing can turn the spy on.
namespace detail {

void posted(HWND, UINT, WPARAM, LPARAM, Origin) {}
void retrieved(const MSG&) {}
std::uint64_t sent(HWND, UINT, WPARAM, LPARAM, Origin, Characters) {
  return 0;
}
std::uint64_t received(std::uint64_t, HWND, UINT, WPARAM, LPARAM, Origin, Characters) {
  return 0;
}
std::uint64_t dispatched(HWND, UINT, WPARAM, LPARAM) {
  return 0;
}
void returned(std::uint64_t, HWND, UINT, WPARAM, LPARAM, LRESULT, Characters) {}
void abandoned(std::uint64_t) {}
void reached_default(HWND, UINT, WPARAM, LPARAM) {}
void hook_called(int, int, WPARAM, LPARAM) {}
void coalesced(HWND, UINT, WPARAM, LPARAM) {}

}  // namespace detail
}  // namespace transom::spy
