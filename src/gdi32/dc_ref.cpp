#include "gdi32/dc_ref.h"

#include "gdi32/device_context.h"

namespace transom::gdi {
namespace {

thread_local constinit bool thread_ends = false;

// What a thread remembers goes with it.
struct ForgottenAtThreadEnd {
  ~ForgottenAtThreadEnd() {
    thread_ends = true;
    for (RememberedDc& place : remembered_dcs) forget(place);
  }
};

void remember(const void* handle, DeviceContext& dc) {
  static thread_local ForgottenAtThreadEnd forgotten;
  static_cast<void>(forgotten);
  RememberedDc& place = remembered_place(handle);
  // A handle whose upper half a program has set differently is looked up each time.
  if (place.uses > 0 || thread_ends || handle != dc.handle()) return;
  forget(place);
  dc.add_reference();
  place.dc = &dc;
  place.handle = handle;
}

}  // namespace

void forget(RememberedDc& place) {
  DeviceContext* dc = std::exchange(place.dc, nullptr);
  place.handle = nullptr;
  if (dc != nullptr) dc->release();
}

void forget_dc(const void* handle) {
  RememberedDc& place = remembered_place(handle);
  if (place.handle == handle && place.uses == 0) forget(place);
}

DcRef look_dc_up(const void* handle) {
  Ref<DeviceContext> dc = find<DeviceContext>(handle);
  if (!dc) return {};
  remember(handle, *dc);
  dc->add_reference();
  return DcRef::adopt(dc.get());
}

}  // namespace transom::gdi
