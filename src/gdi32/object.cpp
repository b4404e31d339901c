#include "gdi32/object.h"

#include <mutex>

#include "base/handle_table.h"

namespace transom::gdi {

// Lookups take a reference, which must not race with the last release: hence a lock, uncontended in
// all but odd programs.
class ObjectTable {
 public:
  static ObjectTable& instance() {
    // Never destroyed: threads may outlive static destruction.
    static ObjectTable& table = *new ObjectTable;
    return table;
  }

  HGDIOBJ insert(Object& object, bool is_stock) {
    const std::uint32_t value = table_.insert(&object);
    if (value == 0) return nullptr;
    object.add_reference();
    object.stock_ = is_stock;
    const auto handle = reinterpret_cast<HGDIOBJ>(static_cast<std::uintptr_t>(value));
    object.handle_.store(handle, std::memory_order_relaxed);
    return handle;
  }

  Ref<Object> find(const void* handle) {
    std::lock_guard lock(mutex_);
    return Ref<Object>(table_.find(handle));
  }

  bool erase(const void* handle) {
    Object* object;
    {
      std::lock_guard lock(mutex_);
      object = table_.find(handle);
      if (object == nullptr) return false;
      if (object->stock_) return true;
      object->delete_pending_ = true;
      if (object->is_selected()) return true;
      remove(*object);
    }
    object->release();
    return true;
  }

  void kill(Object& object) {
    {
      std::lock_guard lock(mutex_);
      if (object.handle() == nullptr) return;
      remove(object);
    }
    object.release();
  }

  void deselected(Object& object) {
    if (object.selections_.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
    if (object.delete_pending_) kill(object);
  }

  std::size_t count() const { return table_.count(); }

 private:
  void remove(Object& object) {
    table_.remove(static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(object.handle())));
    object.handle_.store(nullptr, std::memory_order_relaxed);
  }

  std::mutex mutex_;
  base::HandleTable<Object, base::HandleKind::kGraphics> table_;
};

void Object::deselected() {
  ObjectTable::instance().deselected(*this);
}

int Object::describe(int, void*) const {
  return 0;
}

HGDIOBJ insert_object(Object& object) {
  return ObjectTable::instance().insert(object, false);
}

HGDIOBJ insert_stock_object(Object& object) {
  return ObjectTable::instance().insert(object, true);
}

Ref<Object> find_object(const void* handle) {
  return ObjectTable::instance().find(handle);
}

bool delete_object(const void* handle) {
  return ObjectTable::instance().erase(handle);
}

void kill_handle(Object& object) {
  ObjectTable::instance().kill(object);
}

std::size_t object_count() {
  return ObjectTable::instance().count();
}

}  // namespace transom::gdi
