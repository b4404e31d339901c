// The first and last pages of a Wizard97: white, with a picture along the left edge.
// https://learn.microsoft.com/windows/win32/controls/wizards
#include "comctl32/property_sheet/sheet.h"
#include "gdi32/memory_dc.h"

namespace transom::comctl {
namespace {

void erase(HWND page, HDC dc) {
  RECT area{};
  GetClientRect(page, &area);
  fill_solid(dc, area, GetSysColor(COLOR_WINDOW));
  const auto sheet = PropertySheet::of(GetParent(page));
  if (sheet == nullptr || sheet->request.watermark == nullptr) return;
  BITMAP about{};
  GetObjectW(sheet->request.watermark, sizeof about, &about);
  const gdi::MemoryDc memory(sheet->request.watermark, dc);
  BitBlt(dc, 0, 0, about.bmWidth, about.bmHeight, memory.get(), 0, 0, SRCCOPY);
}

LRESULT CALLBACK exterior_procedure(HWND page, UINT message, WPARAM wparam, LPARAM lparam, UINT_PTR,
                                    DWORD_PTR) {
  const auto dc = reinterpret_cast<HDC>(wparam);
  if (message == WM_ERASEBKGND) {
    erase(page, dc);
    return TRUE;
  }
  const LRESULT result = DefSubclassProc(page, message, wparam, lparam);
  const auto dialogs_own = reinterpret_cast<LRESULT>(GetSysColorBrush(COLOR_BTNFACE));
  const bool asked = message == WM_CTLCOLORSTATIC || message == WM_CTLCOLORBTN;
  if (!asked || result != dialogs_own) return result;
  SetBkColor(dc, GetSysColor(COLOR_WINDOW));
  return reinterpret_cast<LRESULT>(GetSysColorBrush(COLOR_WINDOW));
}

}  // namespace

void make_exterior(HWND page) {
  SetWindowSubclass(page, exterior_procedure, 0, 0);
}

}  // namespace transom::comctl
