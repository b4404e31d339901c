// A thread's hold on its input state, which it may share with others.
//
// Contract
//  - Assigned under the USER lock only (taken within), read by anybody at any time.
//  - States are never freed but used again, so that a thread that has just read its own and loses
//    it to AttachThreadInput still has a state in its hands, if perhaps another's by now.
#pragma once

#include <atomic>

namespace transom::user {

struct InputState;

class InputRef {
 public:
  InputRef() = default;
  InputRef(const InputRef& other);
  InputRef& operator=(const InputRef& other);
  ~InputRef();

  static InputRef make();
  void reset();

  InputState* get() const { return state_.load(std::memory_order_acquire); }
  InputState* operator->() const { return get(); }
  InputState& operator*() const { return *get(); }
  explicit operator bool() const { return get() != nullptr; }
  bool operator==(const InputRef& other) const { return get() == other.get(); }

 private:
  std::atomic<InputState*> state_{nullptr};
};

}  // namespace transom::user
