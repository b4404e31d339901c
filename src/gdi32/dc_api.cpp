// Making, saving and asking device contexts.
// https://learn.microsoft.com/windows/win32/gdi/device-context-functions
#include "base/text.h"
#include "gdi32/api.h"
#include "gdi32/print/printer_device.h"
#include "gdi32/recorder.h"
#include "gdi32/stock_bitmap.h"

using namespace transom::gdi;

namespace {

// Memory contexts begin with a monochrome bitmap of one pixel.
HDC create_memory_dc(const DeviceContext* like) {
  Ref<DeviceContext> dc = make<DeviceContext>(DcKind::kMemory);
  if (like != nullptr) dc->own_caps = like->own_caps;
  dc->select_bitmap(default_bitmap());
  return publish<HDC>(dc);
}

bool is_display_name(const char16_t* name) {
  const std::u16string_view text = name;
  return text == u"DISPLAY" || text == u"display" || text.starts_with(u"\\\\.\\DISPLAY");
}

// Of the display where the driver is that, or the device's name where there is no driver; else of
// the printer with the device's name, whatever its driver is called.
HDC create(DcKind kind, LPCWSTR driver, LPCWSTR device, const DEVMODEW* mode) {
  const LPCWSTR name = driver != nullptr ? driver : device;
  if (name == nullptr) return nullptr;
  if (is_display_name(transom::base::as_char16(name))) {
    const Ref<DeviceContext> dc = make<DeviceContext>(kind);
    const auto screen = screen_target.load(std::memory_order_acquire);
    if (kind == DcKind::kDisplay && screen != nullptr) dc->set_target(screen());
    return publish<HDC>(dc);
  }
  return device != nullptr ? create_printer_dc(transom::base::as_char16(device), mode) : nullptr;
}

HDC create(DcKind kind, LPCSTR driver, LPCSTR device, const DEVMODEA* mode) {
  const auto wide = [](LPCSTR text) { return transom::base::to_utf16(text); };
  const std::u16string wide_driver = wide(driver), wide_device = wide(device);
  DEVMODEW wide_mode{};
  if (mode != nullptr) wide_mode = transom::winspool::wide_device_mode(*mode);
  return create(kind, driver != nullptr ? transom::base::as_wchar(wide_driver) : nullptr,
                device != nullptr ? transom::base::as_wchar(wide_device) : nullptr,
                mode != nullptr ? &wide_mode : nullptr);
}

}  // namespace

// A memory context; null stands for the screen.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createcompatibledc
HDC WINAPI CreateCompatibleDC(HDC handle) {
  const DcRef like = handle != nullptr ? require_dc(handle) : DcRef();
  if (handle != nullptr && !like) return nullptr;
  return create_memory_dc(like.get());
}

// Of a printer, or of "DISPLAY", whose pixels can be read; drawing goes nowhere. Null,
// ERROR_INVALID_PRINTER_NAME.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createdcw
HDC WINAPI CreateDCW(LPCWSTR driver, LPCWSTR device, LPCWSTR, CONST DEVMODEW* mode) {
  return create(DcKind::kDisplay, driver, device, mode);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createdca
HDC WINAPI CreateDCA(LPCSTR driver, LPCSTR device, LPCSTR, CONST DEVMODEA* mode) {
  return create(DcKind::kDisplay, driver, device, mode);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createicw
HDC WINAPI CreateICW(LPCWSTR driver, LPCWSTR device, LPCWSTR, CONST DEVMODEW* mode) {
  return create(DcKind::kInformation, driver, device, mode);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createica
HDC WINAPI CreateICA(LPCSTR driver, LPCSTR device, LPCSTR, CONST DEVMODEA* mode) {
  return create(DcKind::kInformation, driver, device, mode);
}

// Not for contexts of windows, which ReleaseDC gives back.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-deletedc
BOOL WINAPI DeleteDC(HDC handle) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (dc->owner != nullptr) return TRUE;
  // A document that is open is lost.
  if (PrinterDevice* printer = printer_of(*dc)) printer->abort();
  dc->saved.clear();
  dc->reset();
  if (dc->is_memory()) dc->select_bitmap({});
  return delete_object(handle);
}

// Answers the saved state's number, from 1; 0 on failure.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-savedc
int WINAPI SaveDC(HDC handle) {
  const auto dc = require_dc(handle);
  if (!dc) return 0;
  // A program that never restores must not take all memory.
  constexpr std::size_t kMaximumSaved = 0x10000;
  if (dc->saved.size() >= kMaximumSaved) return transom::base::fail<int>(ERROR_NOT_ENOUGH_MEMORY);
  record(*dc, &Recorder::save);
  dc->saved.push_back(dc->state);
  return static_cast<int>(dc->saved.size());
}

// A number from SaveDC, or negative: that many back. Later ones are dropped.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-restoredc
BOOL WINAPI RestoreDC(HDC handle, int level) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  const int count = static_cast<int>(dc->saved.size());
  const int given = level;
  if (level < 0) level = count + level + 1;
  if (level < 1 || level > count) return fail_parameter();
  record(*dc, &Recorder::restore, given < 0 ? given : level - count - 1);
  dc->restore(static_cast<std::size_t>(level - 1));
  return TRUE;
}

// The context's origin on the screen.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getdcorgex
BOOL WINAPI GetDCOrgEx(HDC handle, LPPOINT point) {
  const auto dc = require_dc(handle);
  if (!dc || point == nullptr) return FALSE;
  *point = dc->target().screen_origin;
  return TRUE;
}
