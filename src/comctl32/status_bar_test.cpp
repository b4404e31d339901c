#include "comctl32/common_test_support.h"

namespace transom::comctl {
namespace {

class StatusBarTest : public CommonControlTest {
 protected:
  HWND make(DWORD style = 0) { return control(STATUSCLASSNAMEW, L"Ready", style, {}, 5); }
  static std::u16string part(HWND bar, WPARAM index) {
    WCHAR text[64]{};
    send(bar, SB_GETTEXTW, index, reinterpret_cast<LPARAM>(text));
    return base::as_char16(text);
  }
};

// "The window procedure automatically sets the initial size and position of the window."
TEST_F(StatusBarTest, LiesAlongTheBottomAndFollowsTheParent) {
  const HWND bar = make();
  RECT area = parent_client();
  RECT place = rect_in(bar, window);
  EXPECT_EQ(place.bottom, area.bottom);
  EXPECT_EQ(place.right, area.right);
  SetWindowPos(window, nullptr, 0, 0, 300, 200, SWP_NOMOVE | SWP_NOZORDER);
  send(bar, WM_SIZE);
  area = parent_client();
  place = rect_in(bar, window);
  EXPECT_EQ(place.bottom, area.bottom);
  EXPECT_EQ(place.right, area.right);
}

TEST_F(StatusBarTest, AsksItsParentForAnsiOrUnicodeAndAgainWhenTold) {
  TRANSOM_CHECKS(WM_NOTIFYFORMAT);
  const HWND bar = make();
  const user::Received* asked = first(WM_NOTIFYFORMAT);
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(asked->window, window);
  EXPECT_EQ(asked->wparam, reinterpret_cast<WPARAM>(bar));
  EXPECT_EQ(asked->lparam, NF_QUERY);
  EXPECT_TRUE(send(bar, CCM_GETUNICODEFORMAT)) << "DefWindowProc of a Unicode window";

  log.clear();
  always_answer(WM_NOTIFYFORMAT, NFR_ANSI);
  EXPECT_EQ(send(bar, WM_NOTIFYFORMAT, reinterpret_cast<WPARAM>(window), NF_REQUERY), NFR_ANSI);
  ASSERT_NE(first(WM_NOTIFYFORMAT), nullptr);
  EXPECT_EQ(first(WM_NOTIFYFORMAT)->lparam, NF_QUERY);
  EXPECT_FALSE(send(bar, CCM_GETUNICODEFORMAT));
}

TEST_F(StatusBarTest, HasPartsWithTexts) {
  const HWND bar = make();
  const int rights[] = {100, 200, -1};
  EXPECT_TRUE(send(bar, SB_SETPARTS, 3, reinterpret_cast<LPARAM>(rights)));
  EXPECT_EQ(send(bar, SB_GETPARTS), 3);
  EXPECT_EQ(part(bar, 0), u"Ready");
  EXPECT_TRUE(send(bar, SB_SETTEXTW, 1 | SBT_POPOUT, reinterpret_cast<LPARAM>(L"second")));
  EXPECT_EQ(part(bar, 1), u"second");
  EXPECT_EQ(send(bar, SB_GETTEXTLENGTHW, 1), MAKELONG(6, SBT_POPOUT));
  EXPECT_TRUE(send(bar, SB_SETTEXTA, 2, reinterpret_cast<LPARAM>("ansi")));
  EXPECT_EQ(part(bar, 2), u"ansi");
  EXPECT_FALSE(send(bar, SB_SETTEXTW, 3, reinterpret_cast<LPARAM>(L"no")));
  RECT area{};
  EXPECT_TRUE(send(bar, SB_GETRECT, 1, reinterpret_cast<LPARAM>(&area)));
  EXPECT_EQ(area.left, 102);
  EXPECT_EQ(area.right, 200);
  EXPECT_FALSE(send(bar, SB_GETRECT, 3, reinterpret_cast<LPARAM>(&area)));
  EXPECT_FALSE(send(bar, SB_SETPARTS, 257, reinterpret_cast<LPARAM>(rights)));
}

// "The string that a status bar displays while in simple mode is maintained separately."
TEST_F(StatusBarTest, SimpleModeHasATextOfItsOwn) {
  TRANSOM_CHECKS(WM_NOTIFY);
  const HWND bar = make();
  NMHDR header{};
  on_notify = [&](const NMHDR& given) { header = given; };
  send(bar, SB_SETTEXTW, SB_SIMPLEID, reinterpret_cast<LPARAM>(L"simple"));
  send(bar, SB_SIMPLE, TRUE);
  EXPECT_TRUE(send(bar, SB_ISSIMPLE));
  EXPECT_EQ(told(), (std::vector<int>{code(SBN_SIMPLEMODECHANGE)}));
  EXPECT_EQ(header.hwndFrom, bar);
  EXPECT_EQ(header.idFrom, 5u);
  EXPECT_EQ(part(bar, SB_SIMPLEID), u"simple");
  send(bar, SB_SIMPLE, FALSE);
  EXPECT_EQ(part(bar, 0), u"Ready");
}

TEST_F(StatusBarTest, ItsOwnerDrawsWhatItSaid) {
  const HWND bar = make();
  send(bar, SB_SETTEXTW, 0 | SBT_OWNERDRAW, 0x1234);
  EXPECT_EQ(part(bar, 0), u"");
  ULONG_PTR data = 0;
  const auto before = on_message;
  on_message = [&](const user::Received& each) {
    if (each.message == WM_DRAWITEM) {
      data = reinterpret_cast<const DRAWITEMSTRUCT*>(each.lparam)->itemData;
    }
    before(each);
  };
  UpdateWindow(bar);
  EXPECT_EQ(data, 0x1234u);
}

// WM_NCHITTEST: "Returns the HTBOTTOMRIGHT value if the mouse cursor is in the sizing grip."
TEST_F(StatusBarTest, TheGripIsTheCorner) {
  const HWND bar = make(SBARS_SIZEGRIP);
  const RECT area = rect_in(bar, bar);
  const POINT corner = in(bar, area.right - 3, area.bottom - 3);
  EXPECT_EQ(send(bar, WM_NCHITTEST, 0, MAKELPARAM(corner.x, corner.y)), HTBOTTOMRIGHT);
  const POINT inside = in(bar, 5, 5);
  EXPECT_EQ(send(bar, WM_NCHITTEST, 0, MAKELPARAM(inside.x, inside.y)), HTCLIENT);
}

TEST_F(StatusBarTest, ClicksAreToldWithTheirPart) {
  const HWND bar = make();
  const int rights[] = {100, -1};
  send(bar, SB_SETPARTS, 2, reinterpret_cast<LPARAM>(rights));
  DWORD_PTR where = 99;
  on_notify = [&](const NMHDR& header) {
    if (header.code == NM_CLICK) where = as<NMMOUSE>(header).dwItemSpec;
  };
  click(bar, 150, 8);
  EXPECT_EQ(told(), (std::vector<int>{code(NM_CLICK)}));
  EXPECT_EQ(where, 1u);
}

TEST_F(StatusBarTest, AMinimumHeightIsKept) {
  const HWND bar = make();
  send(bar, SB_SETMINHEIGHT, 50);
  const RECT place = rect_in(bar, window);
  EXPECT_GE(place.bottom - place.top, 50);
}

class ProgressBarTest : public CommonControlTest {};

TEST_F(ProgressBarTest, MovesWithinItsRange) {
  const HWND bar = control(PROGRESS_CLASSW, nullptr, 0);
  EXPECT_EQ(send(bar, PBM_SETPOS, 30), 0);
  EXPECT_EQ(send(bar, PBM_SETPOS, 300), 30);
  EXPECT_EQ(send(bar, PBM_GETPOS), 100);
  EXPECT_EQ(send(bar, PBM_SETRANGE, 0, MAKELPARAM(10, 50)), MAKELONG(0, 100));
  EXPECT_EQ(send(bar, PBM_GETPOS), 50);
  PBRANGE range{};
  EXPECT_EQ(send(bar, PBM_GETRANGE, TRUE, reinterpret_cast<LPARAM>(&range)), 10);
  EXPECT_EQ(range.iHigh, 50);
}

// "When the position exceeds the maximum range value, this message resets the current position."
TEST_F(ProgressBarTest, StepsBeginAnew) {
  const HWND bar = control(PROGRESS_CLASSW, nullptr, 0);
  send(bar, PBM_SETPOS, 95);
  EXPECT_EQ(send(bar, PBM_STEPIT), 95);
  EXPECT_EQ(send(bar, PBM_GETPOS), 5);
  EXPECT_EQ(send(bar, PBM_SETSTEP, 7), 10);
  send(bar, PBM_STEPIT);
  EXPECT_EQ(send(bar, PBM_GETPOS), 12);
  EXPECT_EQ(send(bar, PBM_DELTAPOS, 8), 12);
  EXPECT_EQ(send(bar, PBM_GETPOS), 20);
}

TEST_F(ProgressBarTest, FillsAsFarAsItIs) {
  const HWND bar = control(PROGRESS_CLASSW, nullptr, PBS_SMOOTH, {10, 10, 212, 30});
  send(bar, PBM_SETBARCOLOR, 0, RGB(255, 0, 0));
  send(bar, PBM_SETPOS, 50);
  const HDC dc = GetDC(bar);
  EXPECT_EQ(GetPixel(dc, 20, 9), RGB(255, 0, 0));
  EXPECT_NE(GetPixel(dc, 150, 9), RGB(255, 0, 0));
  ReleaseDC(bar, dc);
}

}  // namespace
}  // namespace transom::comctl
