// Static controls.
// https://learn.microsoft.com/windows/win32/controls/about-static-controls
#include <gmock/gmock.h>

#include "user32/control/control_test_support.h"
#include "user32/draw/pixel_test.h"

namespace transom::user {
namespace {

using test::LetteredPixels;
using test::Rows;
using testing::ElementsAre;
using testing::IsEmpty;

class Statics : public ControlTest {
 protected:
  HWND make(DWORD style, LPCWSTR text = L"text", RECT place = {10, 10, 110, 40}) {
    const HWND made = control(L"Static", text, style, place);
    pump();
    log.clear();
    return made;
  }
  static Rows print(HWND handle) {
    RECT area;
    GetClientRect(handle, &area);
    LetteredPixels pixels(static_cast<int>(area.right), static_cast<int>(area.bottom));
    send(handle, WM_PRINTCLIENT, reinterpret_cast<WPARAM>(pixels.dc()), PRF_CLIENT);
    return pixels.rows();
  }
  static SIZE size_of(HWND handle) {
    RECT rect;
    GetWindowRect(handle, &rect);
    return {rect.right - rect.left, rect.bottom - rect.top};
  }
};

// https://learn.microsoft.com/windows/win32/controls/stn-clicked
TEST_F(Statics, TellOfTheMouseWhereTheyHaveSsNotify) {
  TRANSOM_CHECKS(STN_CLICKED);
  TRANSOM_CHECKS(STN_DBLCLK);
  const HWND label = make(SS_LEFT | SS_NOTIFY);
  click(label);
  click(label);
  EXPECT_THAT(notifications(), ElementsAre(STN_CLICKED, STN_DBLCLK));
  const Received* command = first(WM_COMMAND);
  EXPECT_EQ(command->wparam, static_cast<WPARAM>(MAKEWPARAM(77, STN_CLICKED)));
  EXPECT_EQ(reinterpret_cast<HWND>(command->lparam), label);
}

TEST_F(Statics, TheMouseGoesThroughTheOthers) {
  const HWND label = make(SS_LEFT);
  click(label);
  EXPECT_THAT(notifications(), IsEmpty());
  ASSERT_NE(first(WM_LBUTTONDOWN), nullptr);
  EXPECT_EQ(first(WM_LBUTTONDOWN)->window, window);
}

// https://learn.microsoft.com/windows/win32/controls/stn-disable
TEST_F(Statics, TellOfBeingEnabledAndDisabled) {
  TRANSOM_CHECKS(STN_ENABLE);
  TRANSOM_CHECKS(STN_DISABLE);
  const HWND label = make(SS_LEFT | SS_NOTIFY);
  EnableWindow(label, FALSE);
  EnableWindow(label, TRUE);
  EXPECT_THAT(notifications(), ElementsAre(STN_DISABLE, STN_ENABLE));
}

TEST_F(Statics, AreStaticToDialogs) {
  EXPECT_EQ(send(make(SS_LEFT), WM_GETDLGCODE), DLGC_STATIC);
}

// A program that is busy can still say what it does.
TEST_F(Statics, NewTextShowsAtOnce) {
  const HWND label = make(SS_LEFT);
  SetWindowTextW(label, L"other");
  EXPECT_FALSE(GetUpdateRect(label, nullptr, FALSE));
  EXPECT_NE(first(WM_CTLCOLORSTATIC), nullptr);
}

// https://learn.microsoft.com/windows/win32/controls/wm-ctlcolorstatic
TEST_F(Statics, AskTheParentForTheirColours) {
  TRANSOM_CHECKS(WM_CTLCOLORSTATIC);
  const HWND label = make(SS_LEFT, L"");
  InvalidateRect(label, nullptr, TRUE);
  pump();
  const Received* asked = first(WM_CTLCOLORSTATIC);
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(asked->window, window);
  EXPECT_EQ(reinterpret_cast<HWND>(asked->lparam), label);
  EXPECT_EQ(print(label)[3].substr(0, 4), "ffff");
}

// https://learn.microsoft.com/windows/win32/controls/static-control-styles
TEST_F(Statics, DrawFramesRectanglesAndLines) {
  const RECT small{0, 0, 5, 4};
  EXPECT_EQ(print(make(SS_BLACKRECT, L"", small))[1], "FFFFF");
  EXPECT_EQ(print(make(SS_GRAYRECT, L"", small))[1], "sssss");
  EXPECT_EQ(print(make(SS_WHITERECT, L"", small))[1], "wwwww");
  EXPECT_EQ(print(make(SS_BLACKFRAME, L"", small)), (Rows{"FFFFF", "F...F", "F...F", "FFFFF"}));
  EXPECT_EQ(print(make(SS_ETCHEDFRAME, L"", small)), (Rows{"ssssh", "shhsh", "ssssh", "hhhhh"}));
  EXPECT_EQ(print(make(SS_ETCHEDHORZ, L"", {0, 0, 3, 2})), (Rows{"sss", "hhh"}));
  EXPECT_EQ(print(make(SS_ETCHEDVERT, L"", {0, 0, 2, 2})), (Rows{"sh", "sh"}));
}

TEST_F(Statics, SsSunkenIsAFrame) {
  const HWND label = make(SS_LEFT | SS_SUNKEN);
  RECT client;
  GetClientRect(label, &client);
  EXPECT_EQ(client.right, 98);
  EXPECT_EQ(client.bottom, 28);
}

// https://learn.microsoft.com/windows/win32/controls/stm-seticon
TEST_F(Statics, AnIconMakesTheControlItsSize) {
  const HWND handle = make(SS_ICON, L"");
  const auto icon = reinterpret_cast<WPARAM>(LoadIconW(nullptr, MAKEINTRESOURCEW(32513)));
  EXPECT_EQ(send(handle, STM_SETICON, icon), 0);
  EXPECT_EQ(size_of(handle).cx, 32);
  EXPECT_EQ(size_of(handle).cy, 32);
  EXPECT_EQ(send(handle, STM_GETICON), static_cast<LRESULT>(icon));
  EXPECT_EQ(send(handle, STM_GETIMAGE, IMAGE_ICON), static_cast<LRESULT>(icon));
  EXPECT_EQ(send(handle, STM_GETIMAGE, IMAGE_BITMAP), 0);
  EXPECT_EQ(send(handle, STM_SETICON, 0), static_cast<LRESULT>(icon));
}

class BitmapStatics : public Statics {
 protected:
  // Black, with a white pixel in the middle of its left edge.
  BitmapStatics() {
    const WORD bits[] = {0x0000, 0x0080, 0x0000};
    bitmap_ = CreateBitmap(2, 3, 1, 1, bits);
  }
  ~BitmapStatics() override { DeleteObject(bitmap_); }

  HWND show(DWORD style, RECT place = {10, 10, 16, 15}) {
    const HWND handle = make(SS_BITMAP | style, L"", place);
    send(handle, STM_SETIMAGE, IMAGE_BITMAP, reinterpret_cast<LPARAM>(bitmap_));
    return handle;
  }

  HBITMAP bitmap_;
};

TEST_F(BitmapStatics, TheControlTakesTheBitmapsSize) {
  const HWND handle = show(0);
  EXPECT_EQ(size_of(handle).cx, 2);
  EXPECT_EQ(print(handle), (Rows{"TT", "fT", "TT"}));
  EXPECT_EQ(send(handle, STM_GETIMAGE, IMAGE_BITMAP), reinterpret_cast<LRESULT>(bitmap_));
}

TEST_F(BitmapStatics, SsCenterimageKeepsTheSizeAndFillsTheRest) {
  const HWND handle = show(SS_CENTERIMAGE);
  EXPECT_EQ(print(handle), (Rows{"000000", "00TT00", "00fT00", "00TT00", "000000"}));
}

TEST_F(BitmapStatics, SsRealsizecontrolStretchesTheBitmap) {
  const HWND handle = show(SS_REALSIZECONTROL, {10, 10, 14, 16});
  EXPECT_EQ(print(handle), (Rows{"TTTT", "TTTT", "ffTT", "ffTT", "TTTT", "TTTT"}));
}

TEST_F(BitmapStatics, SsRightjustKeepsTheLowerRightCorner) {
  const HWND handle = show(SS_RIGHTJUST);
  RECT rect;
  GetWindowRect(handle, &rect);
  MapWindowPoints(nullptr, window, reinterpret_cast<POINT*>(&rect), 2);
  EXPECT_EQ(rect.left, 14);
  EXPECT_EQ(rect.top, 12);
  EXPECT_EQ(rect.right, 16);
  EXPECT_EQ(rect.bottom, 15);
}

// https://learn.microsoft.com/windows/win32/controls/wm-drawitem
TEST_F(Statics, OwnerDrawnOnesAskTheirParent) {
  TRANSOM_CHECKS(WM_DRAWITEM);
  const HWND owned = make(SS_OWNERDRAW);
  DRAWITEMSTRUCT seen{};
  on_message = [&](const Received& received) {
    if (received.message == WM_DRAWITEM) {
      seen = *reinterpret_cast<const DRAWITEMSTRUCT*>(received.lparam);
    }
  };
  EnableWindow(owned, FALSE);
  EXPECT_EQ(seen.CtlType, static_cast<UINT>(ODT_STATIC));
  EXPECT_EQ(seen.CtlID, 77u);
  EXPECT_EQ(seen.itemAction, static_cast<UINT>(ODA_DRAWENTIRE));
  EXPECT_EQ(seen.itemState, static_cast<UINT>(ODS_DISABLED));
  EXPECT_EQ(seen.hwndItem, owned);
  EXPECT_EQ(seen.rcItem.right, 100);
}

// The box of what is not background.
RECT ink(const Rows& rows) {
  RECT box{999, 999, -1, -1};
  for (int y = 0; y < static_cast<int>(rows.size()); ++y) {
    const std::string& row = rows[static_cast<std::size_t>(y)];
    for (int x = 0; x < static_cast<int>(row.size()); ++x) {
      if (row[static_cast<std::size_t>(x)] == 'f') continue;
      box = {std::min<LONG>(box.left, x), std::min<LONG>(box.top, y), std::max<LONG>(box.right, x),
             std::max<LONG>(box.bottom, y)};
    }
  }
  return box;
}

TEST_F(Statics, AlignTheirText) {
  const LONG left = ink(print(make(SS_LEFT, L"HH"))).left;
  const LONG center = ink(print(make(SS_CENTER, L"HH"))).left;
  const RECT right = ink(print(make(SS_RIGHT, L"HH")));
  EXPECT_LT(left, 5);
  EXPECT_GT(center, 30);
  EXPECT_GT(right.left, center);
  EXPECT_GT(right.right, 95);
}

TEST_F(Statics, WrapTheirTextUnlessToldOtherwise) {
  const LPCWSTR text = L"HHHHH HHHHH HHHHH HHHHH";
  const LONG line = ink(print(make(SS_LEFT, L"HHH"))).bottom;
  EXPECT_GT(ink(print(make(SS_LEFT, text))).bottom, line);
  EXPECT_EQ(ink(print(make(SS_LEFTNOWORDWRAP, text))).bottom, line);
  EXPECT_EQ(ink(print(make(SS_SIMPLE, text))).bottom, line);
  EXPECT_EQ(ink(print(make(SS_LEFT | SS_ENDELLIPSIS, text))).bottom, line);
  EXPECT_GT(ink(print(make(SS_LEFT | SS_CENTERIMAGE, text))).bottom, line);
}

TEST_F(Statics, SsNoprefixShowsTheAmpersand) {
  EXPECT_GT(ink(print(make(SS_LEFT | SS_NOPREFIX, L"&H"))).right,
            ink(print(make(SS_LEFT, L"&H"))).right);
}

TEST_F(Statics, DieQuietlyInTheirNotifications) {
  const HWND label = make(SS_LEFT | SS_NOTIFY);
  on_message = [&](const Received& received) {
    if (received.message == WM_COMMAND) DestroyWindow(label);
  };
  EnableWindow(label, FALSE);
  EXPECT_FALSE(IsWindow(label));
}

}  // namespace
}  // namespace transom::user
