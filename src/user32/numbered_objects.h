// Numbers that stand for shared objects, as handles and registrations need them; a number is never
// given out twice. Any thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

namespace transom::user {

template <class Object>
class NumberedObjects {
 public:
  std::uint32_t insert(std::shared_ptr<Object> object) {
    std::lock_guard lock(mutex_);
    objects_.emplace(++last_, std::move(object));
    return last_;
  }
  std::shared_ptr<Object> find(std::uintptr_t number) const {
    std::lock_guard lock(mutex_);
    const auto found = objects_.find(number);
    return found != objects_.end() ? found->second : nullptr;
  }
  std::shared_ptr<Object> remove(std::uintptr_t number) {
    std::lock_guard lock(mutex_);
    const auto found = objects_.find(number);
    if (found == objects_.end()) return nullptr;
    auto object = std::move(found->second);
    objects_.erase(found);
    return object;
  }
  // The oldest first.
  template <class Visit>
  void for_each(Visit&& visit) const {
    std::lock_guard lock(mutex_);
    for (const auto& [number, object] : objects_) visit(object);
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::uintptr_t, std::shared_ptr<Object>> objects_;
  std::uint32_t last_ = 0;
};

}  // namespace transom::user
