// From the start of the process to its first WM_PAINT, where it ends.
#include "base/win32.h"

namespace {

LRESULT CALLBACK procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  if (message != WM_PAINT) return DefWindowProcW(window, message, wparam, lparam);
  PAINTSTRUCT paint;
  BeginPaint(window, &paint);
  EndPaint(window, &paint);
  ExitProcess(0);
  return 0;
}

}  // namespace

int main() {
  WNDCLASSW described{};
  described.lpfnWndProc = procedure;
  described.hbrBackground = reinterpret_cast<HBRUSH>(COLOR_WINDOW + 1);
  described.lpszClassName = L"start";
  RegisterClassW(&described);
  const HWND window = CreateWindowExW(0, L"start", L"start", WS_OVERLAPPEDWINDOW, 10, 10, 300, 200,
                                      nullptr, nullptr, nullptr, nullptr);
  ShowWindow(window, SW_SHOW);
  UpdateWindow(window);
  return 1;  // not reached: UpdateWindow paints
}
