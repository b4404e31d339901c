// The look of buttons, pixel by pixel. The pictures are what Wine 8.0 draws.
#include "tests/support/coverage.h"
#include "user32/draw/pixel_test.h"

namespace transom::user::test {
namespace {

HBRUSH answer = nullptr;
std::vector<UINT> asked;

LRESULT CALLBACK parent_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  if (message == WM_CTLCOLORBTN || message == WM_CTLCOLORSTATIC) {
    asked.push_back(message);
    EXPECT_EQ(GetObjectType(reinterpret_cast<HGDIOBJ>(wparam)), static_cast<DWORD>(OBJ_MEMDC));
    EXPECT_EQ(GetParent(reinterpret_cast<HWND>(lparam)), handle);
    if (answer != nullptr) return reinterpret_cast<LRESULT>(answer);
  }
  return DefWindowProcW(handle, message, wparam, lparam);
}

class ButtonLook : public testing::Test {
 protected:
  ButtonLook() {
    WNDCLASSW described{};
    described.lpfnWndProc = parent_procedure;
    described.lpszClassName = L"ButtonLook";
    RegisterClassW(&described);
    parent_ = CreateWindowExW(0, L"ButtonLook", L"", WS_POPUP, 0, 0, 100, 100, nullptr, nullptr,
                              nullptr, nullptr);
    answer = nullptr;
    asked.clear();
  }
  ~ButtonLook() override { DestroyWindow(parent_); }

  HWND make(DWORD style, int width, int height, LPCWSTR text = L"") {
    return CreateWindowExW(0, L"Button", text, WS_CHILD | style, 0, 0, width, height, parent_,
                           nullptr, nullptr, nullptr);
  }
  // As WM_PRINT draws it.
  static Rows print(HWND handle) {
    RECT area;
    GetClientRect(handle, &area);
    LetteredPixels pixels(static_cast<int>(area.right), static_cast<int>(area.bottom));
    SendMessageW(handle, WM_PRINT, reinterpret_cast<WPARAM>(pixels.dc()),
                 PRF_CLIENT | PRF_ERASEBKGND);
    return pixels.rows();
  }

  HWND parent_;
};

// WM_PRINT's default makes WM_PRINTCLIENT.
// https://learn.microsoft.com/windows/win32/gdi/wm-printclient
TEST_F(ButtonLook, APushButtonIsRaised) {
  TRANSOM_CHECKS(WM_PRINTCLIENT);
  TRANSOM_CHECKS(WM_CTLCOLORBTN);
  const HWND push = make(BS_PUSHBUTTON, 7, 6);
  EXPECT_EQ(print(push), (Rows{"hhhhhhd", "hllllsd", "hlfffsd", "hlfffsd", "hsssssd", "ddddddd"}));
  EXPECT_THAT(asked, testing::ElementsAre(WM_CTLCOLORBTN));
  SendMessageW(push, BM_SETSTATE, TRUE, 0);
  EXPECT_EQ(print(push), (Rows{"ddddddh", "dsssslh", "dsffflh", "dsffflh", "dlllllh", "hhhhhhh"}));
}

TEST_F(ButtonLook, TheDefaultButtonHasAFrame) {
  const HWND push = make(BS_DEFPUSHBUTTON, 9, 7);
  EXPECT_EQ(print(push), (Rows{"FFFFFFFFF", "FhhhhhhdF", "FhllllsdF", "FhlfffsdF", "FhsssssdF",
                               "FdddddddF", "FFFFFFFFF"}));
  SendMessageW(push, BM_SETSTATE, TRUE, 0);
  EXPECT_EQ(print(push)[1], "FsssssssF");
}

// https://learn.microsoft.com/windows/win32/controls/wm-ctlcolorstatic
TEST_F(ButtonLook, ACheckBoxHasTheBackgroundThatTheParentAnswers) {
  TRANSOM_CHECKS(WM_CTLCOLORSTATIC);
  const HWND box = make(BS_AUTOCHECKBOX, 16, 13);
  SendMessageW(box, BM_SETCHECK, BST_CHECKED, 0);
  EXPECT_EQ(print(box)[6], "sdwTwwTTTwwlhfff");
  answer = static_cast<HBRUSH>(GetStockObject(WHITE_BRUSH));
  EXPECT_EQ(print(box)[6], "sdwTwwTTTwwlh111");
  EXPECT_THAT(asked, testing::ElementsAre(WM_CTLCOLORSTATIC, WM_CTLCOLORSTATIC));
}

TEST_F(ButtonLook, ThePlaceOfTheMark) {
  EXPECT_EQ(print(make(BS_CHECKBOX | BS_LEFTTEXT, 16, 20))[3], "fffssssssssssssh");
  EXPECT_EQ(print(make(BS_CHECKBOX | BS_TOP, 13, 20))[0], "ssssssssssssh");
  EXPECT_EQ(print(make(BS_CHECKBOX | BS_BOTTOM, 13, 20))[19], "hhhhhhhhhhhhh");
  EXPECT_EQ(print(make(BS_RADIOBUTTON, 13, 13))[1], "fffffssssffff");
}

TEST_F(ButtonLook, PushLikeBoxesLookSunkenWhileChecked) {
  const HWND box = make(BS_CHECKBOX | BS_PUSHLIKE, 6, 5);
  EXPECT_EQ(print(box)[1], "hlllsd");
  SendMessageW(box, BM_SETCHECK, BST_CHECKED, 0);
  EXPECT_EQ(print(box), (Rows{"dddddh", "dssslh", "dshhlh", "dllllh", "hhhhhh"}));
}

TEST_F(ButtonLook, AGroupBoxIsAnEtchedFrameWithNothingInIt) {
  const HWND group = make(BS_GROUPBOX, 8, 30);
  const Rows rows = print(group);
  EXPECT_EQ(rows[29], "hhhhhhhh");
  EXPECT_EQ(rows[28], "sssssssh");
  EXPECT_EQ(rows[27], "sh....sh");
}

// https://learn.microsoft.com/windows/win32/menurc/wm-updateuistate
TEST_F(ButtonLook, TheFocusRectangleIsACue) {
  TRANSOM_CHECKS(WM_UPDATEUISTATE);
  const HWND push = make(BS_PUSHBUTTON, 9, 9);
  SendMessageW(push, WM_SETFOCUS, 0, 0);
  EXPECT_EQ(print(push)[2], "hl?f?f?sd");
  // The top-level window hands it down.
  SendMessageW(parent_, WM_CHANGEUISTATE, MAKEWPARAM(UIS_SET, UISF_HIDEFOCUS), 0);
  EXPECT_EQ(SendMessageW(push, WM_QUERYUISTATE, 0, 0), UISF_HIDEFOCUS);
  EXPECT_EQ(print(push)[2], "hlfffffsd");
}

TEST_F(ButtonLook, AnImageTakesThePlaceOfTheText) {
  const HWND push = make(BS_PUSHBUTTON | BS_BITMAP, 10, 8, L"not to be seen");
  const WORD bits[] = {0x0000, 0x0060, 0x0000};
  const HBITMAP bitmap = CreateBitmap(4, 3, 1, 1, bits);
  SendMessageW(push, BM_SETIMAGE, IMAGE_BITMAP, reinterpret_cast<LPARAM>(bitmap));
  const Rows rows = print(push);
  EXPECT_EQ(rows[2], "hlfttttfsd");
  EXPECT_EQ(rows[3], "hlftfftfsd");
  DeleteObject(bitmap);
}

TEST_F(ButtonLook, DisabledTextIsCarvedIn) {
  const HWND push = make(BS_PUSHBUTTON, 60, 30, L"HHH");
  const auto has = [](const Rows& rows, char letter) {
    return std::ranges::any_of(
        rows, [&](const std::string& row) { return row.find(letter) != std::string::npos; });
  };
  EXPECT_TRUE(has(print(push), 't'));
  EnableWindow(push, FALSE);
  EXPECT_FALSE(has(print(push), 't'));
}

}  // namespace
}  // namespace transom::user::test
