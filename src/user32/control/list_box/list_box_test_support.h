// For tests of lists: a list box in a window that writes down what it hears.
#pragma once

#include "base/text.h"
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

namespace transom::user {

class ListTest : public InputTest {
 protected:
  static constexpr WORD kId = 77;

  void make(DWORD style, int items = 0, RECT at = {10, 10, 110, 106}) {
    list = CreateWindowExW(0, L"LISTBOX", L"", WS_CHILD | WS_VISIBLE | style, at.left, at.top,
                           at.right - at.left, at.bottom - at.top, window,
                           reinterpret_cast<HMENU>(kId), nullptr, nullptr);
    for (int item = 0; item < items; ++item) {
      const std::u16string text =
          base::to_utf16("item " + std::to_string(item / 10) + std::to_string(item % 10));
      add(text.c_str());
    }
    pump();
    log.clear();
  }

  LRESULT send(UINT message, WPARAM wparam = 0, LPARAM lparam = 0) const {
    return SendMessageW(list, message, wparam, lparam);
  }
  LRESULT add(const char16_t* text) const {
    return send(LB_ADDSTRING, 0, reinterpret_cast<LPARAM>(text));
  }
  LRESULT find(UINT message, int after, const char16_t* text) const {
    return send(message, static_cast<WPARAM>(after), reinterpret_cast<LPARAM>(text));
  }
  std::u16string text(int index) const {
    std::u16string out(static_cast<std::size_t>(send(LB_GETTEXTLEN, index)) + 1, u'\0');
    send(LB_GETTEXT, index, reinterpret_cast<LPARAM>(out.data()));
    out.pop_back();
    return out;
  }
  std::vector<std::u16string> texts() const {
    std::vector<std::u16string> all;
    for (int index = 0; index < send(LB_GETCOUNT); ++index) all.push_back(text(index));
    return all;
  }
  std::vector<int> selected() const {
    std::vector<int> all;
    for (int index = 0; index < send(LB_GETCOUNT); ++index) {
      if (send(LB_GETSEL, index) > 0) all.push_back(index);
    }
    return all;
  }

  POINT middle_of(int index) const {
    RECT rect{};
    send(LB_GETITEMRECT, index, reinterpret_cast<LPARAM>(&rect));
    POINT point{rect.left + 5, (rect.top + rect.bottom) / 2};
    ClientToScreen(list, &point);
    return point;
  }
  // Each somewhere else in the item, so that two are no double click.
  void click(int index) {
    POINT at = middle_of(index);
    at.x += clicks_++ % 2 * 20;
    send_mouse(MOUSEEVENTF_LEFTDOWN, at);
    send_mouse(MOUSEEVENTF_LEFTUP, at);
    pump();
  }
  void click(int index, WORD with) {
    send_key(with, true);
    pump();
    click(index);
    send_key(with, false);
    pump();
  }

  // The codes that the window got from the list.
  std::vector<int> notifications() { return notifications_of(list, kId); }

  HWND list = nullptr;

 private:
  int clicks_ = 0;
};

using Codes = std::vector<int>;
using Indexes = std::vector<int>;

}  // namespace transom::user
