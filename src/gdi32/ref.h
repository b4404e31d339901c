// References to GDI objects.
//
//  - Ref<T> keeps an object alive, not its handle.
//  - Selection<T> is a Ref by which a device context (or one of its saved states) has the object
//    selected: an object that was deleted while selected goes when its last selection does.
#pragma once

#include <utility>

#include "gdi32/object_base.h"

namespace transom::gdi {

template <class T>
class Ref {
 public:
  Ref() = default;
  Ref(std::nullptr_t) {}
  // Shares an object.
  explicit Ref(T* object) : object_(object) {
    if (object_ != nullptr) object_->add_reference();
  }
  Ref(const Ref& other) : Ref(other.object_) {}
  template <class U>
  Ref(const Ref<U>& other) : Ref(static_cast<T*>(other.get())) {}
  Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Ref& operator=(Ref other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Ref() {
    if (object_ != nullptr) object_->release();
  }
  // Takes over the reference that a new object is born with.
  static Ref adopt(T* object) {
    Ref result;
    result.object_ = object;
    return result;
  }

  T* get() const { return object_; }
  T* operator->() const { return object_; }
  T& operator*() const { return *object_; }
  explicit operator bool() const { return object_ != nullptr; }

 private:
  T* object_ = nullptr;
};

template <class T, class... Arguments>
Ref<T> make(Arguments&&... arguments) {
  return Ref<T>::adopt(new T(std::forward<Arguments>(arguments)...));
}

template <class T>
class Selection {
 public:
  Selection() = default;
  explicit Selection(Ref<T> object) : object_(std::move(object)) {
    if (object_) object_->selected();
  }
  Selection(const Selection& other) : Selection(other.object_) {}
  Selection(Selection&& other) noexcept : object_(std::move(other.object_)) {}
  Selection& operator=(Selection other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Selection() {
    if (object_) object_->deselected();
  }

  T* get() const { return object_.get(); }
  T* operator->() const { return object_.get(); }
  T& operator*() const { return *object_; }
  explicit operator bool() const { return static_cast<bool>(object_); }
  const Ref<T>& ref() const { return object_; }

 private:
  Ref<T> object_;
};

}  // namespace transom::gdi
