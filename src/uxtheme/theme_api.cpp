// Visual styles: there are none, as in Windows' classic look. Programs are told so and draw by
// themselves, which they must be able to; what does not depend on a style works.
// https://learn.microsoft.com/windows/win32/controls/visual-styles-overview
#include "base/last_error.h"
#include "base/text.h"
#include "user32/window/window.h"

#include <uxtheme.h>

namespace {

using namespace transom;

// What a function answers that wants a theme's handle: no handle was ever given out.
constexpr HRESULT kNoTheme = E_HANDLE;

HRESULT check_window(HWND window) {
  return user::is_window(window) ? S_OK : E_HANDLE;
}

HTHEME open_theme(LPCWSTR classes) {
  return base::fail<HTHEME>(classes == nullptr ? E_INVALIDARG : ERROR_NOT_FOUND);
}

// "Used by partially-transparent or alpha-blended child controls to draw the part of their parent
// in front of which they appear": the parent paints into the child's context.
HRESULT paint_parent(HWND window, HDC dc, const RECT* rect) {
  const HWND parent = GetAncestor(window, GA_PARENT);
  if (parent == nullptr || parent == GetDesktopWindow()) return E_HANDLE;
  POINT origin{};
  MapWindowPoints(window, parent, &origin, 1);
  const int saved = SaveDC(dc);
  if (rect != nullptr) IntersectClipRect(dc, rect->left, rect->top, rect->right, rect->bottom);
  OffsetWindowOrgEx(dc, origin.x, origin.y, nullptr);
  SendMessageW(parent, WM_ERASEBKGND, reinterpret_cast<WPARAM>(dc), 0);
  SendMessageW(parent, WM_PRINTCLIENT, reinterpret_cast<WPARAM>(dc), PRF_CLIENT);
  RestoreDC(dc, saved);
  return S_OK;
}

DWORD& app_properties() {
  static DWORD properties = STAP_ALLOW_NONCLIENT | STAP_ALLOW_CONTROLS | STAP_ALLOW_WEBCONTENT;
  return properties;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-isthemeactive
WINBOOL WINAPI IsThemeActive() {
  return FALSE;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-isappthemed
WINBOOL WINAPI IsAppThemed() {
  return FALSE;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-iscompositionactive
WINBOOL WINAPI IsCompositionActive() {
  return FALSE;
}

// Null: no style has data for the classes. Last errors: E_INVALIDARG, ERROR_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-openthemedata
HTHEME WINAPI OpenThemeData(HWND, LPCWSTR classes) {
  return open_theme(classes);
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-openthemedataex
HTHEME WINAPI OpenThemeDataEx(HWND, LPCWSTR classes, DWORD) {
  return open_theme(classes);
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-closethemedata
HRESULT WINAPI CloseThemeData(HTHEME) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getwindowtheme
HTHEME WINAPI GetWindowTheme(HWND window) {
  return user::is_window(window) ? nullptr : base::fail<HTHEME>(E_HANDLE);
}

// The names would choose among styles.
// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-setwindowtheme
HRESULT WINAPI SetWindowTheme(HWND window, LPCWSTR, LPCWSTR) {
  return check_window(window);
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-setwindowthemeattribute
HRESULT WINAPI SetWindowThemeAttribute(HWND window, WINDOWTHEMEATTRIBUTETYPE, PVOID, DWORD) {
  return check_window(window);
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-enablethemedialogtexture
HRESULT WINAPI EnableThemeDialogTexture(HWND window, DWORD) {
  return check_window(window);
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-isthemedialogtextureenabled
WINBOOL WINAPI IsThemeDialogTextureEnabled(HWND) {
  return FALSE;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-enabletheming
HRESULT WINAPI EnableTheming(WINBOOL) {
  return S_OK;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthemeappproperties
DWORD WINAPI GetThemeAppProperties() {
  return app_properties();
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-setthemeappproperties
void WINAPI SetThemeAppProperties(DWORD properties) {
  app_properties() = properties;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getcurrentthemename
HRESULT WINAPI GetCurrentThemeName(LPWSTR, int, LPWSTR, int, LPWSTR, int) {
  return E_FAIL;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-drawthemebackground
HRESULT WINAPI DrawThemeBackground(HTHEME, HDC, int, int, const RECT*, const RECT*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-drawthemebackgroundex
HRESULT WINAPI DrawThemeBackgroundEx(HTHEME, HDC, int, int, const RECT*, const DTBGOPTS*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-drawthemetext
HRESULT WINAPI DrawThemeText(HTHEME, HDC, int, int, LPCWSTR, int, DWORD, DWORD, const RECT*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-drawthemetextex
HRESULT WINAPI DrawThemeTextEx(HTHEME, HDC, int, int, LPCWSTR, int, DWORD, LPRECT, const DTTOPTS*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-drawthemeedge
HRESULT WINAPI DrawThemeEdge(HTHEME, HDC, int, int, const RECT*, UINT, UINT, RECT*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-drawthemeparentbackground
HRESULT WINAPI DrawThemeParentBackground(HWND window, HDC dc, RECT* rect) {
  return paint_parent(window, dc, rect);
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-drawthemeparentbackgroundex
HRESULT WINAPI DrawThemeParentBackgroundEx(HWND window, HDC dc, DWORD, const RECT* rect) {
  return paint_parent(window, dc, rect);
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthemebackgroundcontentrect
HRESULT WINAPI GetThemeBackgroundContentRect(HTHEME, HDC, int, int, const RECT*, RECT*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthemebackgroundextent
HRESULT WINAPI GetThemeBackgroundExtent(HTHEME, HDC, int, int, const RECT*, RECT*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthemebackgroundregion
HRESULT WINAPI GetThemeBackgroundRegion(HTHEME, HDC, int, int, const RECT*, HRGN*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthemepartsize
HRESULT WINAPI GetThemePartSize(HTHEME, HDC, int, int, RECT*, THEMESIZE, SIZE*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthemetextextent
HRESULT WINAPI GetThemeTextExtent(HTHEME, HDC, int, int, LPCWSTR, int, DWORD, const RECT*, RECT*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-isthemepartdefined
WINBOOL WINAPI IsThemePartDefined(HTHEME, int, int) {
  return base::fail(E_HANDLE);
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-isthemebackgroundpartiallytransparent
WINBOOL WINAPI IsThemeBackgroundPartiallyTransparent(HTHEME, int, int) {
  return base::fail(E_HANDLE);
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthemecolor
HRESULT WINAPI GetThemeColor(HTHEME, int, int, int, COLORREF*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthememetric
HRESULT WINAPI GetThemeMetric(HTHEME, HDC, int, int, int, int*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthemeint
HRESULT WINAPI GetThemeInt(HTHEME, int, int, int, int*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthemefont
HRESULT WINAPI GetThemeFont(HTHEME, HDC, int, int, int, LOGFONTW*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthememargins
HRESULT WINAPI GetThemeMargins(HTHEME, HDC, int, int, int, RECT*, MARGINS*) {
  return kNoTheme;
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthemetransitionduration
HRESULT WINAPI GetThemeTransitionDuration(HTHEME, int, int, int, int, DWORD*) {
  return kNoTheme;
}

// "If hTheme is not NULL the theme's, else the system's."
// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthemesyscolor
COLORREF WINAPI GetThemeSysColor(HTHEME, int index) {
  return GetSysColor(index);
}

// The caller's to delete.
// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthemesyscolorbrush
HBRUSH WINAPI GetThemeSysColorBrush(HTHEME, int index) {
  return CreateSolidBrush(GetSysColor(index));
}

// https://learn.microsoft.com/windows/win32/api/uxtheme/nf-uxtheme-getthemesyssize
int WINAPI GetThemeSysSize(HTHEME, int index) {
  return GetSystemMetrics(index);
}
