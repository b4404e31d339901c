// The stage for bad input: good arguments to stand beside the bad one, by name. Buffers are large
// enough for what any function writes.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <type_traits>

#include "base/win32.h"

namespace transom::bad_input {

alignas(16) inline unsigned char bytes[65536];
inline WCHAR wide[260];
inline char narrow[260];
inline RECT rect{1, 2, 30, 40};
inline POINT points[4] = {{1, 1}, {9, 1}, {9, 9}, {1, 9}};
inline POINT point{5, 5};
inline SIZE size;
inline DWORD dword;
inline DWORD_PTR dword_ptr;
inline UINT unsigned_number;
inline INT numbers[8] = {4, 4, 4, 4, 4, 4, 4, 4};
inline WORD words[16];
inline MSG message;
inline void* pointer;

inline HWND window;
inline HMENU menu;
inline HDC dc;
inline HGDIOBJ object;
inline HRGN region;
inline HBRUSH brush;
inline HPEN pen;
inline HBITMAP bitmap;
inline HFONT font;
inline HPALETTE palette;
inline HICON icon;
inline HCURSOR cursor;
inline HACCEL accelerators;
inline HMONITOR monitor;

inline BOOL CALLBACK each_window(HWND, LPARAM) {
  return TRUE;
}
inline BOOL CALLBACK each_monitor(HMONITOR, HDC, LPRECT, LPARAM) {
  return TRUE;
}
inline BOOL CALLBACK each_property(HWND, LPCWSTR, HANDLE) {
  return TRUE;
}
inline BOOL CALLBACK each_narrow_property(HWND, LPCSTR, HANDLE) {
  return TRUE;
}
inline BOOL CALLBACK each_property_with_data(HWND, LPWSTR, HANDLE, ULONG_PTR) {
  return TRUE;
}
inline BOOL CALLBACK each_narrow_property_with_data(HWND, LPSTR, HANDLE, ULONG_PTR) {
  return TRUE;
}

// A structure of zeros that knows its size, with room behind it.
template <class T>
T* some() {
  alignas(16) static unsigned char room[4096];
  std::fill(std::begin(room), std::end(room), 0);
  auto* structure = reinterpret_cast<T*>(room);
  if constexpr (requires { structure->cbSize; }) structure->cbSize = sizeof(T);
  if constexpr (std::is_same_v<T, WINDOWPLACEMENT>) structure->length = sizeof(T);
  if constexpr (requires { structure->bmiHeader; }) {
    structure->bmiHeader = {sizeof(BITMAPINFOHEADER), 1, 1, 1, 32, BI_RGB, 0, 0, 0, 0, 0};
  }
  return structure;
}

inline HWND create_window() {
  return CreateWindowExW(0, L"Static", L"name", WS_POPUP, 0, 0, 50, 50, nullptr, nullptr, nullptr,
                         nullptr);
}

class BadInput : public ::testing::Test {
 protected:
  void SetUp() override {
    window = create_window();
    monitor = MonitorFromWindow(window, MONITOR_DEFAULTTOPRIMARY);
    menu = CreatePopupMenu();
    AppendMenuW(menu, MF_STRING, 1, L"item");
    dc = CreateCompatibleDC(nullptr);
    object = brush = CreateSolidBrush(0);
    region = CreateRectRgn(0, 0, 1, 1);
    pen = CreatePen(PS_SOLID, 1, 0);
    bitmap = CreateBitmap(4, 4, 1, 1, nullptr);
    font = static_cast<HFONT>(GetStockObject(SYSTEM_FONT));
    palette = static_cast<HPALETTE>(GetStockObject(DEFAULT_PALETTE));
    icon = cursor = LoadIconA(nullptr, IDI_APPLICATION);
    stale_window = create_window();
    DestroyWindow(stale_window);
    stale_menu = CreateMenu();
    DestroyMenu(stale_menu);
    stale_dc = CreateCompatibleDC(nullptr);
    DeleteDC(stale_dc);
    stale_object = CreateSolidBrush(1);
    DeleteObject(stale_object);
  }
  void TearDown() override {
    DestroyWindow(window);
    DestroyMenu(menu);
    DeleteDC(dc);
    for (const HGDIOBJ used : {HGDIOBJ(brush), HGDIOBJ(region), HGDIOBJ(pen), HGDIOBJ(bitmap)}) {
      DeleteObject(used);
    }
  }

  HWND stale_window;
  HMENU stale_menu;
  HDC stale_dc;
  HGDIOBJ stale_object;
};

}  // namespace transom::bad_input
