// The desktop window manager: there is no composition that a program could ask anything of.
// https://learn.microsoft.com/windows/win32/dwm/dwm-overview
#include "base/win32.h"
#include "user32/window/window.h"

#include <dwmapi.h>

namespace {

using namespace transom;

constexpr auto kCompositionDisabled =
    static_cast<HRESULT>(0x80263001);  // DWM_E_COMPOSITIONDISABLED

HRESULT check_window(HWND window) {
  return user::is_window(window) ? kCompositionDisabled : E_HANDLE;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/dwmapi/nf-dwmapi-dwmiscompositionenabled
HRESULT WINAPI DwmIsCompositionEnabled(WINBOOL* enabled) {
  if (enabled == nullptr) return E_INVALIDARG;
  *enabled = FALSE;
  return S_OK;
}

// https://learn.microsoft.com/windows/win32/api/dwmapi/nf-dwmapi-dwmdefwindowproc
WINBOOL WINAPI DwmDefWindowProc(HWND, UINT, WPARAM, LPARAM, LRESULT*) {
  return FALSE;
}

// https://learn.microsoft.com/windows/win32/api/dwmapi/nf-dwmapi-dwmenablecomposition
HRESULT WINAPI DwmEnableComposition(UINT) {
  return S_OK;
}

// https://learn.microsoft.com/windows/win32/api/dwmapi/nf-dwmapi-dwmextendframeintoclientarea
HRESULT WINAPI DwmExtendFrameIntoClientArea(HWND window, const MARGINS*) {
  return check_window(window);
}

// https://learn.microsoft.com/windows/win32/api/dwmapi/nf-dwmapi-dwmenableblurbehindwindow
HRESULT WINAPI DwmEnableBlurBehindWindow(HWND window, const DWM_BLURBEHIND*) {
  return check_window(window);
}

// https://learn.microsoft.com/windows/win32/api/dwmapi/nf-dwmapi-dwmflush
HRESULT WINAPI DwmFlush() {
  return kCompositionDisabled;
}

// https://learn.microsoft.com/windows/win32/api/dwmapi/nf-dwmapi-dwmgetcolorizationcolor
HRESULT WINAPI DwmGetColorizationColor(DWORD*, WINBOOL*) {
  return kCompositionDisabled;
}

// https://learn.microsoft.com/windows/win32/api/dwmapi/nf-dwmapi-dwmgetwindowattribute
HRESULT WINAPI DwmGetWindowAttribute(HWND window, DWORD, PVOID, DWORD) {
  return check_window(window);
}

// https://learn.microsoft.com/windows/win32/api/dwmapi/nf-dwmapi-dwmsetwindowattribute
HRESULT WINAPI DwmSetWindowAttribute(HWND window, DWORD, LPCVOID, DWORD) {
  return check_window(window);
}

// https://learn.microsoft.com/windows/win32/api/dwmapi/nf-dwmapi-dwminvalidateiconicbitmaps
HRESULT WINAPI DwmInvalidateIconicBitmaps(HWND window) {
  return check_window(window);
}

// https://learn.microsoft.com/windows/win32/api/dwmapi/nf-dwmapi-dwmregisterthumbnail
HRESULT WINAPI DwmRegisterThumbnail(HWND, HWND, PHTHUMBNAIL) {
  return kCompositionDisabled;
}

// https://learn.microsoft.com/windows/win32/api/dwmapi/nf-dwmapi-dwmunregisterthumbnail
HRESULT WINAPI DwmUnregisterThumbnail(HTHUMBNAIL) {
  return E_INVALIDARG;
}
