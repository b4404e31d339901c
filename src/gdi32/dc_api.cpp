// Making, saving and asking device contexts.
// https://learn.microsoft.com/windows/win32/gdi/device-context-functions
#include "gdi32/api.h"
#include "gdi32/recorder.h"
#include "gdi32/stock_bitmap.h"

using namespace transom::gdi;

namespace {

// Memory contexts begin with a monochrome bitmap of one pixel.
HDC create_memory_dc() {
  Ref<DeviceContext> dc = make<DeviceContext>(DcKind::kMemory);
  dc->select_bitmap(default_bitmap());
  return publish<HDC>(dc);
}

bool is_display_name(const char16_t* name) {
  const std::u16string_view text = name;
  return text == u"DISPLAY" || text == u"display" || text.starts_with(u"\\\\.\\DISPLAY");
}

HDC create_screen_dc(DcKind kind, bool named) {
  if (!named) return nullptr;
  Ref<DeviceContext> dc = make<DeviceContext>(kind);
  return publish<HDC>(dc);
}

std::u16string widen_name(const char* name) {
  std::u16string wide;
  for (; *name != 0; ++name) wide.push_back(static_cast<unsigned char>(*name));
  return wide;
}

}  // namespace

// A memory context; null stands for the screen.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createcompatibledc
HDC WINAPI CreateCompatibleDC(HDC handle) {
  if (handle != nullptr && !require_dc(handle)) return nullptr;
  return create_memory_dc();
}

// Contexts of "DISPLAY" only; drawing in it goes nowhere.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createdcw
HDC WINAPI CreateDCW(LPCWSTR driver, LPCWSTR device, LPCWSTR, CONST DEVMODEW*) {
  const LPCWSTR name = driver != nullptr ? driver : device;
  return create_screen_dc(
      DcKind::kDisplay,
      name != nullptr && is_display_name(reinterpret_cast<const char16_t*>(name)));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createdca
HDC WINAPI CreateDCA(LPCSTR driver, LPCSTR device, LPCSTR, CONST DEVMODEA*) {
  const LPCSTR name = driver != nullptr ? driver : device;
  return create_screen_dc(DcKind::kDisplay,
                          name != nullptr && is_display_name(widen_name(name).c_str()));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createicw
HDC WINAPI CreateICW(LPCWSTR driver, LPCWSTR device, LPCWSTR, CONST DEVMODEW*) {
  const LPCWSTR name = driver != nullptr ? driver : device;
  return create_screen_dc(
      DcKind::kInformation,
      name != nullptr && is_display_name(reinterpret_cast<const char16_t*>(name)));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createica
HDC WINAPI CreateICA(LPCSTR driver, LPCSTR device, LPCSTR, CONST DEVMODEA*) {
  const LPCSTR name = driver != nullptr ? driver : device;
  return create_screen_dc(DcKind::kInformation,
                          name != nullptr && is_display_name(widen_name(name).c_str()));
}

// Not for contexts of windows, which ReleaseDC gives back.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-deletedc
BOOL WINAPI DeleteDC(HDC handle) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (dc->owner != nullptr) return TRUE;
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

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-resetdcw
HDC WINAPI ResetDCW(HDC, CONST DEVMODEW*) {
  return transom::base::fail<HDC>(ERROR_INVALID_HANDLE);
}
