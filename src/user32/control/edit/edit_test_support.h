// For tests of edit controls: one with the number 77, worked with the keyboard and the mouse.
#pragma once

#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "base/text.h"
#include "user32/control/control_test_support.h"

namespace transom::user {

class EditTest : public ControlTest {
 protected:
  using Range = std::pair<DWORD, DWORD>;

  void SetUp() override {
    ControlTest::SetUp();
    // Each character is 8 pixels wide, a line 15 high.
    font = CreateFontW(-13, 0, 0, 0, FW_NORMAL, 0, 0, 0, 0, 0, 0, 0, FIXED_PITCH, L"Courier New");
  }
  void TearDown() override {
    on_message = nullptr;
    if (IsWindow(edit)) DestroyWindow(edit);
    DeleteObject(font);
    ControlTest::TearDown();
  }

  void make(DWORD style, int width = 200, int height = 30) {
    edit = control(L"Edit", L"", style, {10, 10, 10 + width, 10 + height});
    ask(WM_SETFONT, reinterpret_cast<WPARAM>(font));
    SetFocus(edit);
    pump();
    log.clear();
  }

  // Letters, digits and blanks.
  void type(const std::string& keys) {
    for (const char key : keys) strike(static_cast<WORD>(std::toupper(key)));
    pump();
  }

  LRESULT ask(UINT message, WPARAM wparam = 0, LPARAM lparam = 0) const {
    return SendMessageW(edit, message, wparam, lparam);
  }
  LRESULT ask(UINT message, WPARAM wparam, const void* pointer) const {
    return SendMessageW(edit, message, wparam, reinterpret_cast<LPARAM>(pointer));
  }
  void set(const WCHAR* text) {
    SetWindowTextW(edit, text);
    pump();
    log.clear();
  }
  void select(DWORD anchor, DWORD caret) const {
    ask(EM_SETSEL, anchor, static_cast<LPARAM>(caret));
  }

  std::u16string text() const {
    std::u16string buffer(static_cast<std::size_t>(GetWindowTextLengthW(edit)) + 1, u'\0');
    const int count = GetWindowTextW(edit, reinterpret_cast<WCHAR*>(buffer.data()),
                                     static_cast<int>(buffer.size()));
    buffer.resize(static_cast<std::size_t>(count));
    return buffer;
  }
  std::u16string line(WPARAM number) const {
    std::u16string buffer(100, u'\0');
    buffer[0] = 100;
    const LRESULT count = ask(EM_GETLINE, number, buffer.data());
    buffer.resize(static_cast<std::size_t>(count));
    return buffer;
  }
  Range selection() const {
    DWORD begin = 0, end = 0;
    ask(EM_GETSEL, reinterpret_cast<WPARAM>(&begin), &end);
    return {begin, end};
  }
  static POINT caret() {
    POINT point{};
    GetCaretPos(&point);
    return point;
  }
  RECT format() const {
    RECT rect{};
    ask(EM_GETRECT, 0, &rect);
    return rect;
  }
  // Forgets what it tells.
  std::vector<int> heard() { return notifications_of(edit, 77); }
  // Anything is drawn in black in a part of the control.
  bool has_ink(const RECT& area) const {
    const HDC dc = GetDC(edit);
    bool found = false;
    for (int y = area.top; y < area.bottom; ++y) {
      for (int x = area.left; x < area.right; ++x) found = found || GetPixel(dc, x, y) == 0;
    }
    ReleaseDC(edit, dc);
    return found;
  }

  HWND edit = nullptr;
  HFONT font = nullptr;
};

}  // namespace transom::user
