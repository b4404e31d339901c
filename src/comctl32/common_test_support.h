// For tests of common controls: a parent that keeps what WM_NOTIFY told it.
#pragma once

#include <cstring>
#include <string>

#include "base/common_controls.h"
#include "base/text.h"
#include "user32/control/control_test_support.h"

namespace transom::comctl {

class CommonControlTest : public user::ControlTest {
 protected:
  void SetUp() override {
    ControlTest::SetUp();
    INITCOMMONCONTROLSEX sets{sizeof sets, ICC_BAR_CLASSES | ICC_PROGRESS_CLASS};
    InitCommonControlsEx(&sets);
    on_message = [this](const user::Received& each) {
      if (each.message != WM_NOTIFY) return;
      const auto* header = reinterpret_cast<const NMHDR*>(each.lparam);
      EXPECT_EQ(header->idFrom, each.wparam);
      codes.push_back(static_cast<int>(header->code));
      if (on_notify) on_notify(*header);
    };
  }
  void TearDown() override {
    on_notify = nullptr;
    ControlTest::TearDown();
  }

  // The notifications since the last call, without custom drawing.
  std::vector<int> told() {
    std::vector<int> all;
    for (const int code : std::exchange(codes, {})) {
      if (code != static_cast<int>(NM_CUSTOMDRAW)) all.push_back(code);
    }
    return all;
  }
  // Of the last notification with the code.
  template <class Structure>
  static Structure as(const NMHDR& header) {
    Structure copy;
    std::memcpy(&copy, &header, sizeof copy);
    return copy;
  }

  static std::u16string window_text(HWND handle) {
    WCHAR text[128]{};
    GetWindowTextW(handle, text, 128);
    return base::as_char16(text);
  }
  static RECT rect_in(HWND handle, HWND parent) {
    RECT place{};
    GetWindowRect(handle, &place);
    MapWindowPoints(nullptr, parent, reinterpret_cast<POINT*>(&place), 2);
    return place;
  }
  RECT parent_client() const {
    RECT area{};
    GetClientRect(window, &area);
    return area;
  }

  std::vector<int> codes;
  std::function<void(const NMHDR&)> on_notify;
};

constexpr int code(UINT notification) {
  return static_cast<int>(notification);
}

}  // namespace transom::comctl
