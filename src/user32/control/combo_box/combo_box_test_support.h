// For tests of combo boxes: one in a window that writes down what it hears.
#pragma once

#include "base/text.h"
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

namespace transom::user {

class ComboTest : public InputTest {
 protected:
  static constexpr WORD kId = 78;

  void make(DWORD style, int items = 0) {
    combo = CreateWindowExW(0, L"COMBOBOX", L"", WS_CHILD | WS_VISIBLE | style, 10, 10, 120, 120,
                            window, reinterpret_cast<HMENU>(kId), nullptr, nullptr);
    ASSERT_NE(combo, nullptr);
    COMBOBOXINFO info{};
    info.cbSize = sizeof info;
    GetComboBoxInfo(combo, &info);
    list = info.hwndList;
    edit = info.hwndItem;
    for (int item = 0; item < items; ++item) {
      add(base::to_utf16("item " + std::to_string(item)).c_str());
    }
    pump();
    log.clear();
  }

  LRESULT send(UINT message, WPARAM wparam = 0, LPARAM lparam = 0) const {
    return SendMessageW(combo, message, wparam, lparam);
  }
  LRESULT add(const char16_t* text) const {
    return send(CB_ADDSTRING, 0, reinterpret_cast<LPARAM>(text));
  }
  LRESULT find(UINT message, int after, const char16_t* text) const {
    return send(message, static_cast<WPARAM>(after), reinterpret_cast<LPARAM>(text));
  }
  std::u16string text() const {
    WCHAR text[100]{};
    GetWindowTextW(combo, text, 100);
    return base::as_char16(text);
  }

  // The button.
  POINT on_combo() const {
    RECT area{};
    GetWindowRect(combo, &area);
    return {area.right - 8, area.top + 10};
  }
  POINT on_item(int index) const {
    RECT item{};
    SendMessageW(list, LB_GETITEMRECT, static_cast<WPARAM>(index), reinterpret_cast<LPARAM>(&item));
    POINT point{item.left + 5, (item.top + item.bottom) / 2};
    ClientToScreen(list, &point);
    return point;
  }
  void click(POINT at) {
    send_mouse(MOUSEEVENTF_LEFTDOWN, at);
    send_mouse(MOUSEEVENTF_LEFTUP, at);
    pump();
  }

  // The codes that the window got from the combo box.
  std::vector<int> notifications() { return notifications_of(combo, kId); }

  HWND combo = nullptr;
  HWND list = nullptr;
  HWND edit = nullptr;
};

using Codes = std::vector<int>;

}  // namespace transom::user
