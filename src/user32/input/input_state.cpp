#include "user32/input/input_state.h"

#include <utility>

#include "user32/input/host_events.h"
#include "user32/input/input_queue.h"

namespace transom::user {

InputState::InputState() {
  listen_to_hosts();
}
InputState::~InputState() = default;

namespace {

// Kept for ever: threads may still ask while the process ends.
std::shared_ptr<InputState>& foreground() {
  static auto* state = new std::shared_ptr<InputState>;
  return *state;
}

}  // namespace

InputState* foreground_input() {
  return foreground().get();
}

void set_foreground_input(std::shared_ptr<InputState> state) {
  foreground() = std::move(state);
}

}  // namespace transom::user
