#include "comdlg32/help_popup.h"

#include <algorithm>

#include "base/text.h"

namespace transom::comdlg {
namespace {

constexpr WCHAR kClass[] = L"Transom.HelpPopup";
constexpr int kWidest = 240, kMargin = 6;

HFONT popup_font() {
  return static_cast<HFONT>(GetStockObject(DEFAULT_GUI_FONT));
}

void draw(HDC dc, const std::u16string& text, RECT& area, UINT flags) {
  const HGDIOBJ old = SelectObject(dc, popup_font());
  DrawTextW(dc, base::as_wchar(text), static_cast<int>(text.size()), &area,
            DT_WORDBREAK | DT_NOPREFIX | flags);
  SelectObject(dc, old);
}

LRESULT CALLBACK popup_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  if (message != WM_PAINT) return DefWindowProcW(window, message, wparam, lparam);
  const auto* text =
      reinterpret_cast<const std::u16string*>(GetWindowLongPtrW(window, GWLP_USERDATA));
  PAINTSTRUCT paint;
  const HDC dc = BeginPaint(window, &paint);
  RECT area;
  GetClientRect(window, &area);
  InflateRect(&area, -kMargin, -kMargin);
  SetBkMode(dc, TRANSPARENT);
  SetTextColor(dc, GetSysColor(COLOR_INFOTEXT));
  if (text != nullptr) draw(dc, *text, area, 0);
  EndPaint(window, &paint);
  return 0;
}

void register_class() {
  static const ATOM registered = [] {
    WNDCLASSW described{};
    described.style = CS_SAVEBITS;
    described.lpfnWndProc = popup_procedure;
    described.hbrBackground = reinterpret_cast<HBRUSH>(COLOR_INFOBK + 1);
    described.hCursor = LoadCursorW(nullptr, reinterpret_cast<LPCWSTR>(IDC_ARROW));
    described.lpszClassName = kClass;
    return RegisterClassW(&described);
  }();
  (void)registered;
}

SIZE measure(const std::u16string& text) {
  const HDC dc = GetDC(nullptr);
  RECT area{0, 0, kWidest, 0};
  draw(dc, text, area, DT_CALCRECT);
  ReleaseDC(nullptr, dc);
  return {area.right + 2 * kMargin + 2, area.bottom + 2 * kMargin + 2};
}

// Below the control, on the screen.
POINT place(HWND control, const SIZE& size) {
  RECT rect{};
  GetWindowRect(control, &rect);
  const LONG right = GetSystemMetrics(SM_CXSCREEN) - size.cx;
  const LONG bottom = GetSystemMetrics(SM_CYSCREEN) - size.cy;
  return {std::clamp<LONG>(rect.left, 0, std::max<LONG>(right, 0)),
          std::clamp<LONG>(rect.bottom + 2, 0, std::max<LONG>(bottom, 0))};
}

bool closes(const MSG& message) {
  switch (message.message) {
    case WM_KEYDOWN:
    case WM_SYSKEYDOWN:
    case WM_LBUTTONDOWN:
    case WM_RBUTTONDOWN:
    case WM_MBUTTONDOWN:
    case WM_NCLBUTTONDOWN:
    case WM_NCRBUTTONDOWN:
      return true;
    default:
      return false;
  }
}

// Until a key or a button, which does nothing else; or until somebody takes the capture.
void run_loop(HWND popup) {
  MSG message;
  while (IsWindow(popup) && GetCapture() == popup) {
    const int got = GetMessageW(&message, nullptr, 0, 0);
    if (got <= 0) {
      if (got == 0) PostQuitMessage(static_cast<int>(message.wParam));
      return;
    }
    if (closes(message)) return;
    DispatchMessageW(&message);
  }
}

}  // namespace

void show_help_popup(HWND dialog, HWND control, const std::u16string& text) {
  register_class();
  const SIZE size = measure(text);
  const POINT at = place(control, size);
  const HWND popup = CreateWindowExW(WS_EX_TOPMOST | WS_EX_TOOLWINDOW | WS_EX_NOACTIVATE, kClass,
                                     L"", WS_POPUP | WS_BORDER, static_cast<int>(at.x),
                                     static_cast<int>(at.y), static_cast<int>(size.cx),
                                     static_cast<int>(size.cy), dialog, nullptr, nullptr, nullptr);
  if (popup == nullptr) return;
  SetWindowLongPtrW(popup, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(&text));
  ShowWindow(popup, SW_SHOWNOACTIVATE);
  SetCapture(popup);
  run_loop(popup);
  if (GetCapture() == popup) ReleaseCapture();
  if (IsWindow(popup)) DestroyWindow(popup);
}

}  // namespace transom::comdlg
