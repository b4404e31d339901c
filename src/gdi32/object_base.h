// What every GDI object is: a type (OBJ_), a handle, a count of references and one of selections.
//
// Reference counts are atomic; the object's own fields are not guarded: pens, brushes, fonts do not
// change after creation, bitmaps and device contexts are used by one thread at a time.
#pragma once

#include <atomic>

#include "base/win32.h"

namespace transom::gdi {

class Object {
 public:
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;

  // OBJ_PEN, OBJ_BRUSH … as GetObjectType answers.
  DWORD type() const { return type_; }
  // The handle; null before insert() and after the handle died.
  HGDIOBJ handle() const { return handle_.load(std::memory_order_relaxed); }
  bool is_stock() const { return stock_; }
  bool is_selected() const { return selections_.load(std::memory_order_relaxed) > 0; }

  void add_reference() { references_.fetch_add(1, std::memory_order_relaxed); }
  void release() {
    if (references_.fetch_sub(1, std::memory_order_acq_rel) == 1) delete this;
  }
  void selected() { selections_.fetch_add(1, std::memory_order_relaxed); }
  void deselected();

  // GetObject: writes at most `size` bytes of the type's structure and returns how many; with a
  // null buffer the size needed; 0 where `size` does not suffice.
  virtual int describe(int size, void* buffer) const;
  virtual int describe_ansi(int size, void* buffer) const { return describe(size, buffer); }

 protected:
  explicit Object(DWORD type) : type_(type) {}
  virtual ~Object() = default;

 private:
  friend class ObjectTable;
  std::atomic<int> references_{1};
  std::atomic<int> selections_{0};
  std::atomic<bool> delete_pending_{false};
  std::atomic<HGDIOBJ> handle_{nullptr};
  const DWORD type_;
  bool stock_ = false;
};

}  // namespace transom::gdi
