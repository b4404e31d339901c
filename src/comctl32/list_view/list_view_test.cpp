#include "comctl32/common_test_support.h"

namespace transom::comctl {
namespace {

class ListViewTest : public CommonControlTest {
 protected:
  HWND make(DWORD style = LVS_REPORT | LVS_SHOWSELALWAYS, int count = 3) {
    list = control(WC_LISTVIEWW, nullptr, style, {10, 10, 260, 160}, 20);
    for (const WCHAR* title : {L"Name", L"Size"}) {
      LVCOLUMNW column{};
      column.mask = LVCF_TEXT | LVCF_WIDTH;
      column.cx = 100;
      column.pszText = const_cast<WCHAR*>(title);
      send(list, LVM_INSERTCOLUMNW, 99, reinterpret_cast<LPARAM>(&column));
    }
    for (int index = 0; index < count && (style & LVS_OWNERDATA) == 0; ++index) {
      insert(index, std::u16string(1, static_cast<char16_t>(u'c' - index % 3)) + u"item");
    }
    told();
    return list;
  }
  void insert(int index, const std::u16string& text) {
    LVITEMW item{};
    item.mask = LVIF_TEXT | LVIF_PARAM;
    item.iItem = index;
    item.pszText = const_cast<WCHAR*>(base::as_wchar(text));
    item.lParam = 100 + index;
    EXPECT_EQ(send(list, LVM_INSERTITEMW, 0, reinterpret_cast<LPARAM>(&item)), index);
  }
  std::u16string text(int index, int column = 0) const {
    WCHAR buffer[64]{};
    LVITEMW item{};
    item.iSubItem = column;
    item.pszText = buffer;
    item.cchTextMax = 64;
    send(list, LVM_GETITEMTEXTW, static_cast<WPARAM>(index), reinterpret_cast<LPARAM>(&item));
    return base::as_char16(buffer);
  }
  bool selected(int index) const {
    return send(list, LVM_GETITEMSTATE, static_cast<WPARAM>(index), LVIS_SELECTED) != 0;
  }
  POINT place(int index) const {
    RECT area{LVIR_LABEL, 0, 0, 0};
    send(list, LVM_GETITEMRECT, static_cast<WPARAM>(index), reinterpret_cast<LPARAM>(&area));
    return {area.left + 4, (area.top + area.bottom) / 2};
  }
  void click_item(int index) {
    const POINT point = place(index);
    click(list, point.x, point.y);
  }
  HWND list = nullptr;
};

TEST_F(ListViewTest, ItemsAndSubitemsHaveTexts) {
  make();
  EXPECT_EQ(send(list, LVM_GETITEMCOUNT), 3);
  EXPECT_EQ(text(0), u"citem");
  LVITEMW size{};
  size.iSubItem = 1;
  size.pszText = const_cast<WCHAR*>(L"12 KB");
  EXPECT_TRUE(send(list, LVM_SETITEMTEXTW, 1, reinterpret_cast<LPARAM>(&size)));
  EXPECT_EQ(text(1, 1), u"12 KB");
  LVITEMW item{};
  item.mask = LVIF_PARAM;
  item.iItem = 2;
  EXPECT_TRUE(send(list, LVM_GETITEMW, 0, reinterpret_cast<LPARAM>(&item)));
  EXPECT_EQ(item.lParam, 102);
  item.iItem = 7;
  EXPECT_FALSE(send(list, LVM_GETITEMW, 0, reinterpret_cast<LPARAM>(&item)));
}

TEST_F(ListViewTest, AClickSelectsAndFocusesWithNotifications) {
  make();
  std::vector<NMLISTVIEW> changes;
  on_notify = [&](const NMHDR& header) {
    if (header.code == LVN_ITEMCHANGED) changes.push_back(as<NMLISTVIEW>(header));
  };
  click_item(1);
  EXPECT_TRUE(selected(1));
  EXPECT_EQ(GetFocus(), list);
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[0].iItem, 1);
  EXPECT_EQ(changes[0].uNewState & LVIS_SELECTED, UINT{LVIS_SELECTED});
  EXPECT_EQ(changes[0].lParam, 101);
  EXPECT_EQ(send(list, LVM_GETNEXTITEM, WPARAM(-1), LVNI_FOCUSED), 1);
  click_item(2);
  EXPECT_FALSE(selected(1));
  EXPECT_EQ(send(list, LVM_GETSELECTEDCOUNT), 1);
}

TEST_F(ListViewTest, ShiftAndControlSelectMore) {
  make();
  click_item(0);
  send_key(VK_SHIFT, true);
  click_item(2);
  send_key(VK_SHIFT, false);
  pump();
  EXPECT_EQ(send(list, LVM_GETSELECTEDCOUNT), 3);
  send_key(VK_CONTROL, true);
  click_item(1);
  send_key(VK_CONTROL, false);
  pump();
  EXPECT_FALSE(selected(1));
  EXPECT_EQ(send(list, LVM_GETSELECTEDCOUNT), 2);
}

// "Returns TRUE to prevent the change."
TEST_F(ListViewTest, TheParentMayRefuseAChange) {
  make();
  answer = [](const user::Received& each) -> std::optional<LRESULT> {
    if (each.message != WM_NOTIFY) return std::nullopt;
    return reinterpret_cast<const NMHDR*>(each.lparam)->code == LVN_ITEMCHANGING;
  };
  click_item(1);
  EXPECT_FALSE(selected(1));
}

TEST_F(ListViewTest, KeysMoveTheFocusAndLettersFind) {
  make();
  SetFocus(list);
  press(VK_HOME);
  press(VK_DOWN);
  EXPECT_TRUE(selected(1));
  press(VK_END);
  EXPECT_TRUE(selected(2));
  press('C');
  EXPECT_TRUE(selected(0)) << "round the end";
  press(VK_RETURN);
  const auto came = told();
  EXPECT_EQ(came.back(), code(LVN_ITEMACTIVATE));
}

TEST_F(ListViewTest, AColumnsTitleIsClicked) {
  make();
  int column = -1;
  on_notify = [&](const NMHDR& header) {
    if (header.code == LVN_COLUMNCLICK) column = as<NMLISTVIEW>(header).iSubItem;
  };
  click(list, 150, 5);
  EXPECT_EQ(column, 1);
}

TEST_F(ListViewTest, SortsByTheProgramsOrder) {
  make();
  const auto descending = [](LPARAM a, LPARAM b, LPARAM data) -> int {
    EXPECT_EQ(data, 5);
    return static_cast<int>(b - a);
  };
  EXPECT_TRUE(send(
      list, LVM_SORTITEMS, 5,
      reinterpret_cast<LPARAM>(+static_cast<int(CALLBACK*)(LPARAM, LPARAM, LPARAM)>(descending))));
  EXPECT_EQ(text(0), u"aitem");
  LVFINDINFOW find{};
  find.flags = LVFI_PARAM;
  find.lParam = 100;
  EXPECT_EQ(send(list, LVM_FINDITEMW, WPARAM(-1), reinterpret_cast<LPARAM>(&find)), 2);
}

TEST_F(ListViewTest, AListThatSortsItself) {
  list = control(WC_LISTVIEWW, nullptr, LVS_LIST | LVS_SORTASCENDING, {10, 10, 260, 160}, 20);
  for (const WCHAR* name : {L"pear", L"apple", L"fig"}) {
    LVITEMW item{};
    item.mask = LVIF_TEXT;
    item.pszText = const_cast<WCHAR*>(name);
    send(list, LVM_INSERTITEMW, 0, reinterpret_cast<LPARAM>(&item));
  }
  EXPECT_EQ(text(0), u"apple");
  EXPECT_EQ(text(2), u"pear");
}

// The columns of a list are as wide as its widest text, as it is now and in the font of now.
TEST_F(ListViewTest, AListsColumnsFollowItsTexts) {
  list = control(WC_LISTVIEWW, nullptr, LVS_LIST, {10, 10, 260, 160}, 20);
  const auto width = [&] { return LOWORD(send(list, LVM_GETITEMSPACING, TRUE)); };
  const auto rename = [&](const WCHAR* text) {
    LVITEMW item{};
    item.pszText = const_cast<WCHAR*>(text);
    send(list, LVM_SETITEMTEXTW, 0, reinterpret_cast<LPARAM>(&item));
    send(list, LVM_ARRANGE, LVA_DEFAULT);
  };
  insert(0, u"short");
  const int narrow = width();
  insert(1, u"a text that is longer than usual");
  const int wide = width();
  EXPECT_GT(wide, narrow);
  rename(L"a text that is very much longer than usual");
  EXPECT_GT(width(), wide);
  rename(L"short");
  EXPECT_EQ(width(), wide);
  const HFONT font = CreateFontW(40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, L"Arial");
  send(list, WM_SETFONT, reinterpret_cast<WPARAM>(font), FALSE);
  EXPECT_GT(width(), wide);
  send(list, WM_SETFONT, 0, FALSE);
  EXPECT_EQ(width(), wide);
  send(list, LVM_DELETEITEM, 1);
  EXPECT_EQ(width(), narrow);
  DeleteObject(font);
}

// LVS_OWNERDATA: "the control asks for everything but the selection".
TEST_F(ListViewTest, AnOwnersDataIsAskedFor) {
  make(LVS_REPORT | LVS_OWNERDATA);
  static WCHAR kept[32];
  on_notify = [](const NMHDR& header) {
    if (header.code != LVN_GETDISPINFOW) return;
    auto& about = const_cast<NMLVDISPINFOW&>(reinterpret_cast<const NMLVDISPINFOW&>(header));
    wsprintfW(kept, L"%d/%d", about.item.iItem, about.item.iSubItem);
    if ((about.item.mask & LVIF_TEXT) != 0) about.item.pszText = kept;
  };
  EXPECT_TRUE(send(list, LVM_SETITEMCOUNT, 1000000));
  EXPECT_EQ(send(list, LVM_GETITEMCOUNT), 1000000);
  EXPECT_EQ(text(765432, 1), u"765432/1");
  EXPECT_TRUE(send(list, LVM_ENSUREVISIBLE, 999999, FALSE));
  const auto top = send(list, LVM_GETTOPINDEX);
  EXPECT_EQ(top + send(list, LVM_GETCOUNTPERPAGE), 1000000);
}

TEST_F(ListViewTest, ScrollsWithTheWheelAndItsBar) {
  make(LVS_REPORT, 100);
  SetFocus(list);
  EXPECT_EQ(send(list, LVM_GETTOPINDEX), 0);
  send_mouse(MOUSEEVENTF_WHEEL, in(list, 20, 60), static_cast<DWORD>(-WHEEL_DELTA));
  pump();
  EXPECT_EQ(send(list, LVM_GETTOPINDEX), 3);
  send(list, WM_VSCROLL, SB_PAGEDOWN);
  EXPECT_GT(send(list, LVM_GETTOPINDEX), 3);
  send(list, WM_VSCROLL, SB_TOP);
  EXPECT_EQ(send(list, LVM_GETTOPINDEX), 0);
}

TEST_F(ListViewTest, CheckBoxesAreTurnedOver) {
  make();
  send(list, LVM_SETEXTENDEDLISTVIEWSTYLE, LVS_EX_CHECKBOXES, LVS_EX_CHECKBOXES);
  RECT icon{LVIR_ICON, 0, 0, 0};
  send(list, LVM_GETITEMRECT, 1, reinterpret_cast<LPARAM>(&icon));
  click(list, icon.left + 8, (icon.top + icon.bottom) / 2);
  EXPECT_EQ(send(list, LVM_GETITEMSTATE, 1, LVIS_STATEIMAGEMASK), INDEXTOSTATEIMAGEMASK(2));
  EXPECT_EQ(send(list, LVM_GETITEMSTATE, 0, LVIS_STATEIMAGEMASK), INDEXTOSTATEIMAGEMASK(1));
}

TEST_F(ListViewTest, ALabelIsEdited) {
  make(LVS_REPORT | LVS_EDITLABELS);
  std::u16string ended;
  answer = [&](const user::Received& each) -> std::optional<LRESULT> {
    if (each.message != WM_NOTIFY) return std::nullopt;
    const auto& header = *reinterpret_cast<const NMHDR*>(each.lparam);
    if (header.code != LVN_ENDLABELEDITW) return 0;
    ended = base::as_char16(as<NMLVDISPINFOW>(header).item.pszText);
    return TRUE;
  };
  click_item(1);
  press(VK_F2);
  ASSERT_NE(send(list, LVM_GETEDITCONTROL), 0);
  press('X');
  press(VK_RETURN);
  EXPECT_EQ(ended, u"x");
  EXPECT_EQ(text(1), u"x");
  EXPECT_EQ(send(list, LVM_GETEDITCONTROL), 0);
  EXPECT_EQ(GetFocus(), list);
}

TEST_F(ListViewTest, AHandlerMayDestroyTheListOrItsItems) {
  make();
  on_notify = [&](const NMHDR& header) {
    if (header.code == LVN_ITEMCHANGED) send(list, LVM_DELETEALLITEMS);
  };
  click_item(1);
  EXPECT_EQ(send(list, LVM_GETITEMCOUNT), 0);
  on_notify = nullptr;
  DestroyWindow(list);
  make();
  on_notify = [&](const NMHDR& header) {
    if (header.code == LVN_ITEMCHANGING) DestroyWindow(list);
  };
  click_item(1);
  EXPECT_FALSE(IsWindow(list));
}

}  // namespace
}  // namespace transom::comctl
