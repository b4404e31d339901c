// Controls that are filled, hidden so that nothing but their own work is measured. How that grows
// with what is in them: sizes_bench.cpp.
#include <string>

#include "workloads.h"

namespace {

const std::u16string kLine = u"It was a bright cold day in April, and the clocks\r\n";

LPCWSTR wide(const std::u16string& text) {
  return reinterpret_cast<LPCWSTR>(text.c_str());
}

HWND make_control(LPCWSTR window_class, DWORD style) {
  return CreateWindowExW(0, window_class, nullptr, WS_POPUP | style, 0, 0, 400, 300, nullptr,
                         nullptr, nullptr, nullptr);
}

HWND make_edit(int lines) {
  std::u16string text;
  for (int i = 0; i < lines; ++i) text += kLine;
  const HWND edit = make_control(L"Edit", ES_MULTILINE | ES_AUTOVSCROLL | ES_AUTOHSCROLL);
  SendMessageW(edit, EM_LIMITTEXT, 0, 0);
  SetWindowTextW(edit, wide(text));
  return edit;
}

}  // namespace

void list_add(int count) {
  const HWND list = make_control(L"ListBox", WS_VSCROLL);
  for (int i = 0; i < count; ++i) {
    SendMessageW(list, LB_ADDSTRING, 0, reinterpret_cast<LPARAM>(wide(kLine)));
  }
  DestroyWindow(list);
}

// A line of 51 characters.
void edit_load(int count) {
  DestroyWindow(make_edit(count));
}

// Characters in the middle of a thousand lines.
void edit_type(int count) {
  constexpr int kLines = 1000;
  const HWND edit = make_edit(kLines);
  const auto middle = static_cast<LPARAM>(kLines / 2 * kLine.size());
  SendMessageW(edit, EM_SETSEL, static_cast<WPARAM>(middle), middle);
  for (int i = 0; i < count; ++i) SendMessageW(edit, WM_CHAR, i % 40 == 39 ? '\r' : 'a', 1);
  DestroyWindow(edit);
}
