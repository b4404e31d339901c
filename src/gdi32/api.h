// What the exported functions share: handles to objects, with the documented error.
#pragma once

#include "base/last_error.h"
#include "gdi32/device_context.h"

namespace transom::gdi {

// The object of a handle; empty, and ERROR_INVALID_HANDLE, when there is none of this type.
template <class T>
Ref<T> require(const void* handle) {
  Ref<T> object = find<T>(handle);
  if (!object) base::set_last_error(ERROR_INVALID_HANDLE);
  return object;
}

// With its target up to date, as find_dc() has it.
inline DcRef require_dc(HDC handle) {
  DcRef dc = find_dc(handle);
  if (!dc) base::set_last_error(ERROR_INVALID_HANDLE);
  return dc;
}

// Both at once, as find_dcs() has them.
inline DcRefs require_dcs(HDC first, HDC second) {
  DcRefs dcs = find_dcs(first, second);
  if (!dcs.first || !dcs.second) base::set_last_error(ERROR_INVALID_HANDLE);
  return dcs;
}

// Where pointers and counts make no sense.
template <class Result = BOOL>
[[nodiscard]] Result fail_parameter(Result result = Result{}) {
  return base::fail(ERROR_INVALID_PARAMETER, result);
}

}  // namespace transom::gdi
