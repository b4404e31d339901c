// Items of a list box and what its messages answer.
#include "user32/control/list_box/list_box_test_support.h"

namespace transom::user {
namespace {

using ListItems = ListTest;
using Texts = std::vector<std::u16string>;

// https://learn.microsoft.com/windows/win32/controls/lb-addstring
TEST_F(ListItems, SortedListsPutAnItemInItsPlace) {
  make(LBS_SORT);
  for (const char16_t* text : {u"pear", u"Apple", u"fig", u"cherry"}) add(text);
  EXPECT_EQ(texts(), (Texts{u"Apple", u"cherry", u"fig", u"pear"}));
  EXPECT_EQ(add(u"banana"), 1);
  // https://learn.microsoft.com/windows/win32/controls/lb-insertstring
  EXPECT_EQ(find(LB_INSERTSTRING, 0, u"zebra"), 0);
  EXPECT_EQ(text(0), u"zebra");
}

TEST_F(ListItems, IndexesThatThereAreNotAreErrors) {
  make(0, 3);
  EXPECT_EQ(find(LB_INSERTSTRING, 4, u"x"), LB_ERR);
  EXPECT_EQ(find(LB_INSERTSTRING, -1, u"x"), 3);
  EXPECT_EQ(send(LB_DELETESTRING, 4), LB_ERR);
  EXPECT_EQ(send(LB_DELETESTRING, static_cast<WPARAM>(-1)), LB_ERR);
  EXPECT_EQ(send(LB_GETTEXTLEN, 9), LB_ERR);
  EXPECT_EQ(send(LB_GETITEMDATA, 9), LB_ERR);
  EXPECT_EQ(send(LB_GETSEL, 9), LB_ERR);
  EXPECT_EQ(send(LB_SETCURSEL, 9), LB_ERR);
  EXPECT_EQ(send(LB_SETTOPINDEX, 9), LB_ERR);
  EXPECT_EQ(send(LB_SETCARETINDEX, 9), LB_ERR);
  EXPECT_EQ(send(LB_GETTEXT, 0, 0), LB_ERR);
}

// https://learn.microsoft.com/windows/win32/controls/lb-deletestring
TEST_F(ListItems, TheSelectionMovesWithItsItem) {
  make(0, 6);
  send(LB_SETCURSEL, 3);
  EXPECT_EQ(send(LB_DELETESTRING, 1), 5);
  EXPECT_EQ(send(LB_GETCURSEL), 2);
  find(LB_INSERTSTRING, 0, u"new");
  EXPECT_EQ(send(LB_GETCURSEL), 3);
  send(LB_DELETESTRING, 3);
  EXPECT_EQ(send(LB_GETCURSEL), LB_ERR);
  send(LB_RESETCONTENT);
  EXPECT_EQ(send(LB_GETCOUNT), 0);
}

// https://learn.microsoft.com/windows/win32/controls/lb-findstring
TEST_F(ListItems, SearchesGoRoundWithoutRegardToCase) {
  make(0);
  for (const char16_t* text : {u"Anna", u"ann", u"Bob", u"annabel"}) add(text);
  EXPECT_EQ(find(LB_FINDSTRING, -1, u"ANN"), 0);
  EXPECT_EQ(find(LB_FINDSTRING, 1, u"ANN"), 3);
  EXPECT_EQ(find(LB_FINDSTRING, 3, u"bo"), 2);
  EXPECT_EQ(find(LB_FINDSTRINGEXACT, -1, u"ANN"), 1);
  EXPECT_EQ(find(LB_FINDSTRINGEXACT, -1, u"annab"), LB_ERR);
  EXPECT_EQ(find(LB_SELECTSTRING, -1, u"bob"), 2);
  EXPECT_EQ(send(LB_GETCURSEL), 2);
  EXPECT_EQ(find(LB_SELECTSTRING, -1, u"zoe"), LB_ERR);
  EXPECT_EQ(send(LB_GETCURSEL), 2);
}

// https://learn.microsoft.com/windows/win32/controls/lb-setitemdata
TEST_F(ListItems, ItemDataGoWithTheItems) {
  make(0, 4);
  send(LB_SETITEMDATA, 2, 55);
  send(LB_DELETESTRING, 0);
  EXPECT_EQ(send(LB_GETITEMDATA, 1), 55);
  send(LB_SETITEMDATA, static_cast<WPARAM>(-1), 7);
  EXPECT_EQ(send(LB_GETITEMDATA, 0), 7);
  EXPECT_EQ(send(LB_GETITEMDATA, 2), 7);
}

TEST_F(ListItems, AnsiProgramsSeeTheirOwnText) {
  make(LBS_SORT);
  SendMessageA(list, LB_ADDSTRING, 0, reinterpret_cast<LPARAM>("caf\xE9"));
  EXPECT_EQ(text(0), u"café");
  char out[16]{};
  EXPECT_EQ(SendMessageA(list, LB_GETTEXT, 0, reinterpret_cast<LPARAM>(out)), 4);
  EXPECT_STREQ(out, "caf\xE9");
}

// https://learn.microsoft.com/windows/win32/controls/list-box-styles
TEST_F(ListItems, AListShowsWholeItemsUnlessItIsToldOtherwise) {
  make(WS_BORDER);
  RECT area;
  GetClientRect(list, &area);
  EXPECT_EQ(area.bottom % send(LB_GETITEMHEIGHT), 0);
  const HWND first = list;
  make(LBS_NOINTEGRALHEIGHT, 0, {120, 10, 220, 107});
  GetClientRect(list, &area);
  EXPECT_EQ(area.bottom, 97);
  DestroyWindow(first);
}

TEST_F(ListItems, TheVerticalBarComesWhenItemsDoNotFit) {
  make(WS_VSCROLL, 3);
  EXPECT_FALSE(GetWindowLongW(list, GWL_STYLE) & WS_VSCROLL);
  for (int item = 0; item < 10; ++item) add(u"more");
  EXPECT_TRUE(GetWindowLongW(list, GWL_STYLE) & WS_VSCROLL);
  SCROLLINFO info{sizeof info, SIF_ALL, 0, 0, 0, 0, 0};
  GetScrollInfo(list, SB_VERT, &info);
  EXPECT_EQ(info.nMax, 12);
  EXPECT_EQ(static_cast<LRESULT>(info.nPage), send(LB_GETLISTBOXINFO));
  send(WM_VSCROLL, SB_BOTTOM);
  EXPECT_EQ(send(LB_GETTOPINDEX), 13 - send(LB_GETLISTBOXINFO));
}

TEST_F(ListItems, DisableNoScrollKeepsTheBar) {
  make(WS_VSCROLL | LBS_DISABLENOSCROLL, 1);
  EXPECT_TRUE(GetWindowLongW(list, GWL_STYLE) & WS_VSCROLL);
}

// https://learn.microsoft.com/windows/win32/controls/lb-sethorizontalextent
TEST_F(ListItems, AHorizontalExtentBringsABarAndScrolls) {
  make(WS_HSCROLL, 2);
  send(LB_SETHORIZONTALEXTENT, 300);
  EXPECT_EQ(send(LB_GETHORIZONTALEXTENT), 300);
  EXPECT_TRUE(GetWindowLongW(list, GWL_STYLE) & WS_HSCROLL);
  send(WM_HSCROLL, SB_PAGERIGHT);
  RECT rect;
  send(LB_GETITEMRECT, 0, reinterpret_cast<LPARAM>(&rect));
  EXPECT_EQ(rect.left, -100);
  send(LB_SETHORIZONTALEXTENT, 50);
  EXPECT_FALSE(GetWindowLongW(list, GWL_STYLE) & WS_HSCROLL);
}

// https://learn.microsoft.com/windows/win32/controls/lb-setcolumnwidth
TEST_F(ListItems, ColumnsAreFilledFromTheTop) {
  make(LBS_MULTICOLUMN | WS_HSCROLL, 20);
  const int rows = static_cast<int>(send(LB_GETLISTBOXINFO));
  send(LB_SETCOLUMNWIDTH, 40);
  RECT rect;
  send(LB_GETITEMRECT, rows + 1, reinterpret_cast<LPARAM>(&rect));
  EXPECT_EQ(rect.left, 40);
  EXPECT_EQ(rect.top, send(LB_GETITEMHEIGHT));
  send(WM_HSCROLL, SB_LINERIGHT);
  EXPECT_EQ(send(LB_GETTOPINDEX), rows);
}

// https://learn.microsoft.com/windows/win32/controls/lb-itemfrompoint
TEST_F(ListItems, ThePointOutsideIsToldFromTheNearestItem) {
  make(0, 20);
  EXPECT_EQ(send(LB_ITEMFROMPOINT, 0, MAKELPARAM(5, 20)), 1);
  EXPECT_EQ(send(LB_ITEMFROMPOINT, 0, MAKELPARAM(5, -20)), MAKELONG(0, 1));
  send(LB_RESETCONTENT);
  EXPECT_EQ(send(LB_ITEMFROMPOINT, 0, MAKELPARAM(5, 5)), MAKELONG(-1, 1));
}

// https://learn.microsoft.com/windows/win32/controls/lb-setcount
TEST_F(ListItems, AListWithoutDataKnowsItsCountAndItsSelection) {
  make(LBS_NODATA | LBS_OWNERDRAWFIXED | LBS_EXTENDEDSEL | WS_VSCROLL);
  EXPECT_EQ(send(LB_SETCOUNT, 2000000000), LB_OKAY);
  EXPECT_EQ(send(LB_GETCOUNT), 2000000000);
  send(LB_SETCOUNT, 100000);
  send(LB_SETITEMDATA, 5, 9);
  EXPECT_EQ(send(LB_GETITEMDATA, 5), 0);
  EXPECT_EQ(find(LB_FINDSTRING, -1, u"x"), LB_ERR);
  send(LB_SELITEMRANGEEX, 10, 99999);
  EXPECT_EQ(send(LB_GETSELCOUNT), 99990);
  send(LB_DELETESTRING, 20);
  EXPECT_EQ(send(LB_GETSELCOUNT), 99989);
  make(0, 0, {120, 10, 200, 90});
  EXPECT_EQ(send(LB_SETCOUNT, 5), LB_ERR);
}

// https://learn.microsoft.com/windows/win32/controls/lbn-errspace
TEST_F(ListItems, WantOfMemoryIsAnswerAndNotification) {
  TRANSOM_CHECKS(LBN_ERRSPACE);
  make(LBS_NOTIFY);
  EXPECT_EQ(send(LB_INITSTORAGE, 10, PTRDIFF_MAX), LB_ERRSPACE);
  EXPECT_EQ(notifications(), Codes{LBN_ERRSPACE});
  EXPECT_EQ(send(LB_INITSTORAGE, 100, 1000), 100);
}

TEST_F(ListItems, AHundredThousandItemsAreNoTrouble) {
  make(LBS_SORT | WS_VSCROLL | LBS_EXTENDEDSEL);
  constexpr int kItems = 100000;
  for (int item = 0; item < kItems; ++item) {
    const std::u16string text = base::to_utf16(std::to_string(item * 7919LL % kItems + kItems));
    add(text.c_str());
  }
  EXPECT_EQ(send(LB_GETCOUNT), kItems);
  EXPECT_EQ(text(0), u"100000");
  EXPECT_EQ(text(kItems - 1), u"199999");
  send(LB_SETSEL, TRUE, -1);
  EXPECT_EQ(send(LB_GETSELCOUNT), kItems);
  for (int item = 0; item < kItems; ++item) send(LB_DELETESTRING, 0);
  EXPECT_EQ(send(LB_GETCOUNT), 0);
}

// https://learn.microsoft.com/windows/win32/gdi/wm-setredraw
TEST_F(ListItems, ChangesDoNotShowWhileRedrawIsOff) {
  TRANSOM_CHECKS(WM_SETREDRAW);
  make(0, 1);
  UpdateWindow(list);
  send(WM_SETREDRAW, FALSE);
  add(u"more");
  EXPECT_FALSE(GetUpdateRect(list, nullptr, FALSE));
  EXPECT_TRUE(IsWindowVisible(list));
  send(WM_SETREDRAW, TRUE);
  EXPECT_TRUE(GetUpdateRect(list, nullptr, FALSE));
}

// https://learn.microsoft.com/windows/win32/controls/wm-ctlcolorlistbox
TEST_F(ListItems, TheParentGivesTheBackground) {
  TRANSOM_CHECKS(WM_CTLCOLORLISTBOX);
  const HBRUSH brush = CreateSolidBrush(RGB(1, 200, 3));
  answer = [&](const Received& received) -> std::optional<LRESULT> {
    if (received.message != WM_CTLCOLORLISTBOX) return std::nullopt;
    return reinterpret_cast<LRESULT>(brush);
  };
  make(0, 1);
  RedrawWindow(list, nullptr, nullptr, RDW_INVALIDATE | RDW_ERASE | RDW_UPDATENOW);
  ASSERT_NE(first(WM_CTLCOLORLISTBOX), nullptr);
  EXPECT_EQ(first(WM_CTLCOLORLISTBOX)->lparam, reinterpret_cast<LPARAM>(list));
  const HDC dc = GetDC(list);
  EXPECT_EQ(GetPixel(dc, 50, 60), static_cast<COLORREF>(RGB(1, 200, 3)));
  ReleaseDC(list, dc);
  answer = nullptr;
  DeleteObject(brush);
}

TEST_F(ListItems, ADeadListTakesNothing) {
  make(LBS_NOTIFY, 3);
  on_message = [this](const Received& received) {
    if (received.message == WM_COMMAND && HIWORD(received.wparam) == LBN_SELCHANGE) {
      DestroyWindow(list);
    }
  };
  click(1);
  EXPECT_FALSE(IsWindow(list));
}

}  // namespace
}  // namespace transom::user
