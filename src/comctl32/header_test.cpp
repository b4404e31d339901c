#include "comctl32/common_test_support.h"

namespace transom::comctl {
namespace {

class HeaderTest : public CommonControlTest {
 protected:
  HWND make(DWORD style = HDS_BUTTONS) {
    const HWND header = control(WC_HEADERW, nullptr, style, {0, 0, 300, 20}, 12);
    for (const WCHAR* name : {L"Name", L"Size"}) {
      HDITEMW item{};
      item.mask = HDI_TEXT | HDI_WIDTH;
      item.cxy = 100;
      item.pszText = const_cast<WCHAR*>(name);
      send(header, HDM_INSERTITEMW, 99, reinterpret_cast<LPARAM>(&item));
    }
    told();
    return header;
  }
  static int width_of(HWND header, WPARAM index) {
    HDITEMW item{};
    item.mask = HDI_WIDTH;
    send(header, HDM_GETITEMW, index, reinterpret_cast<LPARAM>(&item));
    return item.cxy;
  }
};

TEST_F(HeaderTest, AClickIsToldWithItsColumn) {
  const HWND header = make();
  int item = -1;
  on_notify = [&](const NMHDR& given) {
    if (given.code == HDN_ITEMCLICKW) item = as<NMHEADERW>(given).iItem;
  };
  click(header, 150, 10);
  EXPECT_EQ(item, 1);
  EXPECT_EQ(told(), (std::vector<int>{code(HDN_ITEMCLICKW), code(NM_RELEASEDCAPTURE)}));
}

TEST_F(HeaderTest, ADividerIsDragged) {
  const HWND header = make();
  send_mouse(MOUSEEVENTF_LEFTDOWN, in(header, 99, 10));
  pump();
  send_mouse(0, in(header, 120, 10));
  pump();
  send_mouse(MOUSEEVENTF_LEFTUP, in(header, 120, 10));
  pump();
  EXPECT_EQ(told(), (std::vector<int>{code(HDN_BEGINTRACKW), code(HDN_TRACKW), code(HDN_ENDTRACKW),
                                      code(HDN_ITEMCHANGINGW), code(HDN_ITEMCHANGEDW),
                                      code(NM_RELEASEDCAPTURE)}));
  EXPECT_EQ(width_of(header, 0), 121);
}

TEST_F(HeaderTest, TheParentMayKeepAWidth) {
  const HWND header = make();
  answer = [](const user::Received& each) -> std::optional<LRESULT> {
    if (each.message != WM_NOTIFY) return std::nullopt;
    return reinterpret_cast<const NMHDR*>(each.lparam)->code == HDN_BEGINTRACKW;
  };
  send_mouse(MOUSEEVENTF_LEFTDOWN, in(header, 99, 10));
  pump();
  EXPECT_NE(GetCapture(), header);
  send_mouse(MOUSEEVENTF_LEFTUP, in(header, 120, 10));
  pump();
  EXPECT_EQ(width_of(header, 0), 100);
}

TEST_F(HeaderTest, SaysWhereItGoes) {
  const HWND header = make();
  RECT area{0, 0, 300, 200};
  WINDOWPOS place{};
  HDLAYOUT layout{&area, &place};
  EXPECT_TRUE(send(header, HDM_LAYOUT, 0, reinterpret_cast<LPARAM>(&layout)));
  EXPECT_EQ(place.cx, 300);
  EXPECT_EQ(area.top, place.cy);
  HDHITTESTINFO hit{};
  hit.pt = {50, 5};
  EXPECT_EQ(send(header, HDM_HITTEST, 0, reinterpret_cast<LPARAM>(&hit)), 0);
  EXPECT_EQ(hit.flags, UINT{HHT_ONHEADER});
  hit.pt = {198, 5};
  EXPECT_EQ(send(header, HDM_HITTEST, 0, reinterpret_cast<LPARAM>(&hit)), 1);
  EXPECT_EQ(hit.flags, UINT{HHT_ONDIVIDER});
}

// An ANSI parent gets the ANSI codes.
TEST_F(HeaderTest, CodesFollowTheFormat) {
  const HWND header = make();
  send(header, HDM_SETUNICODEFORMAT, FALSE);
  click(header, 150, 10);
  EXPECT_EQ(told().front(), code(HDN_ITEMCLICKA));
}

class TabControlTest : public CommonControlTest {
 protected:
  HWND make(DWORD style = 0) {
    const HWND tabs = control(WC_TABCONTROLW, nullptr, style, {0, 0, 300, 150}, 11);
    for (const WCHAR* name : {L"General", L"Advanced", L"More"}) {
      TCITEMW item{};
      item.mask = TCIF_TEXT | TCIF_PARAM;
      item.pszText = const_cast<WCHAR*>(name);
      item.lParam = name[0];
      send(tabs, TCM_INSERTITEMW, 99, reinterpret_cast<LPARAM>(&item));
    }
    told();
    return tabs;
  }
  static RECT place(HWND tabs, WPARAM index) {
    RECT area{};
    send(tabs, TCM_GETITEMRECT, index, reinterpret_cast<LPARAM>(&area));
    return area;
  }
  static void click_tab(HWND tabs, WPARAM index) {
    const RECT area = place(tabs, index);
    click(tabs, (area.left + area.right) / 2, (area.top + area.bottom) / 2);
  }
};

TEST_F(TabControlTest, AClickSelectsAndTells) {
  const HWND tabs = make();
  EXPECT_EQ(send(tabs, TCM_GETITEMCOUNT), 3);
  EXPECT_EQ(send(tabs, TCM_GETCURSEL), 0);
  click_tab(tabs, 1);
  EXPECT_EQ(send(tabs, TCM_GETCURSEL), 1);
  EXPECT_EQ(told(), (std::vector<int>{code(TCN_SELCHANGING), code(TCN_SELCHANGE), code(NM_CLICK)}));
}

// "Returns TRUE to prevent the selection from changing."
TEST_F(TabControlTest, TheParentMayKeepTheSelection) {
  const HWND tabs = make();
  always_answer(WM_NOTIFY, TRUE);
  click_tab(tabs, 1);
  EXPECT_EQ(send(tabs, TCM_GETCURSEL), 0);
}

TEST_F(TabControlTest, KeysGoFromTabToTab) {
  const HWND tabs = make();
  SetFocus(tabs);
  press(VK_RIGHT);
  EXPECT_EQ(send(tabs, TCM_GETCURSEL), 1);
  press(VK_LEFT);
  press(VK_LEFT);
  EXPECT_EQ(send(tabs, TCM_GETCURSEL), 0);
}

TEST_F(TabControlTest, ItemsAndAreas) {
  const HWND tabs = make();
  TCITEMW item{};
  WCHAR text[16]{};
  item.mask = TCIF_TEXT | TCIF_PARAM;
  item.pszText = text;
  item.cchTextMax = 16;
  EXPECT_TRUE(send(tabs, TCM_GETITEMW, 1, reinterpret_cast<LPARAM>(&item)));
  EXPECT_EQ(std::u16string(base::as_char16(text)), u"Advanced");
  EXPECT_EQ(item.lParam, L'A');
  RECT area{0, 0, 300, 150};
  send(tabs, TCM_ADJUSTRECT, FALSE, reinterpret_cast<LPARAM>(&area));
  EXPECT_EQ(area.left, 4);
  EXPECT_EQ(area.bottom, 146);
  EXPECT_GT(area.top, place(tabs, 0).bottom);
  send(tabs, TCM_ADJUSTRECT, TRUE, reinterpret_cast<LPARAM>(&area));
  EXPECT_EQ(area.top, 0);
  EXPECT_EQ(send(tabs, TCM_SETCURSEL, 2), 0);
  EXPECT_TRUE(told().empty()) << "the program did it itself";
  EXPECT_TRUE(send(tabs, TCM_DELETEALLITEMS));
  EXPECT_EQ(send(tabs, TCM_GETCURSEL), -1);
}

}  // namespace
}  // namespace transom::comctl
