// For tests of the clipboard: two windows that may own it or look at it, and what they heard.
#pragma once

#include <gmock/gmock.h>

#include <cstring>

#include "base/text.h"
#include "tests/support/coverage.h"
#include "user32/clipboard/clipboard.h"
#include "user32/input/input_recorder.h"

namespace transom::user {

// With its terminator.
inline HGLOBAL memory_of(const std::string& text) {
  const HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, text.size() + 1);
  std::memcpy(GlobalLock(memory), text.c_str(), text.size() + 1);
  GlobalUnlock(memory);
  return memory;
}

class Clipboards : public InputTest {
 protected:
  void SetUp() override {
    InputTest::SetUp();
    first_window = create(WS_POPUP, nullptr, {0, 0, 10, 10});
    second_window = create(WS_POPUP, nullptr, {0, 0, 10, 10});
    OpenClipboard(nullptr);
    EmptyClipboard();
    CloseClipboard();
    pump();
    log.clear();
  }
  void TearDown() override {
    on_message = nullptr;
    CloseClipboard();
    for (const HWND each : {first_window, second_window}) {
      if (IsWindow(each)) DestroyWindow(each);
    }
    InputTest::TearDown();
  }

  static void put(HWND owner, UINT format, HANDLE data) {
    EXPECT_TRUE(OpenClipboard(owner));
    EXPECT_TRUE(EmptyClipboard());
    SetClipboardData(format, data);
    EXPECT_TRUE(CloseClipboard());
  }
  static std::string get(UINT format) {
    EXPECT_TRUE(OpenClipboard(nullptr));
    const HANDLE data = GetClipboardData(format);
    const auto* text = static_cast<const char*>(GlobalLock(data));
    const std::string result = text != nullptr ? std::string(text, GlobalSize(data)) : "none";
    if (text != nullptr) GlobalUnlock(data);
    CloseClipboard();
    return result;
  }
  static std::vector<UINT> formats() {
    std::vector<UINT> all;
    OpenClipboard(nullptr);
    for (UINT format = 0; (format = EnumClipboardFormats(format)) != 0;) all.push_back(format);
    CloseClipboard();
    return all;
  }
  // Who got one of the clipboard's messages, in order.
  std::vector<std::pair<HWND, UINT>> heard() {
    std::vector<std::pair<HWND, UINT>> found;
    for (const Received& received : log) {
      const bool wanted =
          (received.message >= WM_RENDERFORMAT && received.message <= WM_HSCROLLCLIPBOARD) ||
          received.message == WM_CLIPBOARDUPDATE;
      if (wanted) found.emplace_back(received.window, received.message);
    }
    log.clear();
    return found;
  }

  HWND first_window = nullptr;
  HWND second_window = nullptr;
};

}  // namespace transom::user
