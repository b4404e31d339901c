#include "user32/input/input_state.h"

#include <vector>

#include "user32/input/host_events.h"
#include "user32/input/input_queue.h"
#include "user32/lock.h"

namespace transom::user {

InputState::InputState() {
  listen_to_hosts();
}
InputState::~InputState() = default;
InputState& InputState::operator=(InputState&&) noexcept = default;

namespace {

// Kept for ever: threads may still ask while the process ends.
InputRef& foreground() {
  static auto* state = new InputRef;
  return *state;
}

// States that nobody holds. Under the USER lock.
std::vector<InputState*>& pool() {
  static auto* states = new std::vector<InputState*>;
  return *states;
}

InputState* take_state() {
  if (pool().empty()) return new InputState;
  InputState* state = pool().back();
  pool().pop_back();
  return state;
}

InputState* hold(InputState* state) {
  if (state != nullptr) ++state->references;
  return state;
}

void let_go(InputState* state) {
  if (state == nullptr || --state->references > 0) return;
  *state = InputState();
  pool().push_back(state);
}

}  // namespace

InputState* foreground_input() {
  return foreground().get();
}

void set_foreground_input(const InputRef& state) {
  foreground() = state;
}

InputRef::InputRef(const InputRef& other) {
  UserLock lock;
  state_ = hold(other.get());
}

InputRef& InputRef::operator=(const InputRef& other) {
  UserLock lock;
  InputState* old = state_.exchange(hold(other.get()));
  let_go(old);
  return *this;
}

InputRef::~InputRef() {
  reset();
}

InputRef InputRef::make() {
  UserLock lock;
  InputRef made;
  made.state_ = hold(take_state());
  return made;
}

void InputRef::reset() {
  UserLock lock;
  let_go(state_.exchange(nullptr));
}

}  // namespace transom::user
