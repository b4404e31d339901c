// A class and a window to measure with.
#pragma once

#include "workloads.h"

inline const WCHAR* bench_class() {
  static const WCHAR name[] = {'b', 'e', 'n', 'c', 'h', 0};
  return name;
}

inline LRESULT CALLBACK counting_procedure(HWND window, UINT message, WPARAM wparam,
                                           LPARAM lparam) {
  static volatile int count = 0;
  if (message == WM_APP) {
    count = count + 1;
    return 1;
  }
  return DefWindowProcW(window, message, wparam, lparam);
}

inline void register_class(WNDPROC procedure, const WCHAR* name) {
  WNDCLASSW description{};
  description.lpfnWndProc = procedure;
  description.lpszClassName = name;
  RegisterClassW(&description);
}

inline HWND make_window(WNDPROC procedure = counting_procedure) {
  register_class(procedure, bench_class());
  const HWND window = CreateWindowExW(0, bench_class(), nullptr, 0, 0, 0, 100, 100, HWND_MESSAGE,
                                      nullptr, nullptr, nullptr);
  SetWindowLongPtrW(window, GWLP_WNDPROC, reinterpret_cast<LONG_PTR>(procedure));
  return window;
}

inline void close_window(HWND window) {
  DestroyWindow(window);
}
