#include "user32/input/input.h"

namespace transom::user {

bool retrieve_input(ThreadState&, const MessageFilter&, bool, MSG&) { return false; }
std::uint32_t waiting_input(ThreadState&) { return 0; }
bool translate_message(const MSG& message) {
  return message.message >= WM_KEYDOWN && message.message <= WM_SYSKEYUP;
}
void forget_window_input(Window&) {}
POINT cursor_position() { return {}; }

}  // namespace transom::user
