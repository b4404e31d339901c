// GDI handles: who may use them, how long they live.
//
// Contract
//  - Any thread may look up, create and delete objects. A lookup returns a reference, so that the
//    object outlives a DeleteObject on another thread.
//  - The table holds one reference; delete_object() drops it. An object that is selected into a
//    device context keeps its handle until it is deselected (DeleteObject still answers TRUE).
//  - Stock objects are made on first use, and deleting them does nothing, successfully.
// https://learn.microsoft.com/windows/win32/sysinfo/gdi-objects
#pragma once

#include "gdi32/ref.h"

namespace transom::gdi {

// Gives the object a handle; null when the process has 65,535 of them. The table takes a reference.
HGDIOBJ insert_object(Object& object);

// The object of a handle, whatever its type; empty for dead handles.
Ref<Object> find_object(const void* handle);

// The object of a handle where it is a T, else empty.
//   Ref<Brush> brush = find<Brush>(handle);
template <class T>
Ref<T> find(const void* handle) {
  Ref<Object> object = find_object(handle);
  if (!object || !T::is_type(object->type())) return {};
  return Ref<T>(static_cast<T*>(object.get()));
}

// Makes an object and its handle in one step; null, and no object, when there are no handles left.
template <class Handle, class T>
Handle publish(const Ref<T>& object) {
  return object ? static_cast<Handle>(insert_object(*object)) : nullptr;
}

// DeleteObject's rule; false for dead handles.
bool delete_object(const void* handle);

// Drops the handle at once, whoever has it selected.
void kill_handle(Object& object);

// GetStockObject(WHITE_BRUSH …); null for indexes that there are not.
HGDIOBJ stock_object(int index);
template <class T>
Ref<T> stock(int index) {
  return find<T>(stock_object(index));
}

// Live handles of the process (GetGuiResources).
std::size_t object_count();

// For stock objects only: makes the object one that cannot be deleted.
HGDIOBJ insert_stock_object(Object& object);

}  // namespace transom::gdi
