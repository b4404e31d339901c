#include "comctl32/common_test_support.h"

namespace transom::comctl {
namespace {

class ComboBoxExTest : public CommonControlTest {
 protected:
  void make(DWORD kind) {
    box = control(WC_COMBOBOXEXW, nullptr, kind, {10, 10, 210, 160}, 7);
    combo = reinterpret_cast<HWND>(send(box, CBEM_GETCOMBOCONTROL));
    edit = reinterpret_cast<HWND>(send(box, CBEM_GETEDITCONTROL));
    for (const WCHAR* text : {L"one", L"two", L"three"}) insert(text, -1);
    codes.clear();
    log.clear();
  }
  LRESULT insert(const WCHAR* text, INT_PTR index, LPARAM data = 5) {
    COMBOBOXEXITEMW item{};
    item.mask = CBEIF_TEXT | CBEIF_LPARAM | CBEIF_IMAGE;
    item.iItem = index;
    item.pszText = const_cast<WCHAR*>(text);
    item.lParam = data;
    return send(box, CBEM_INSERTITEMW, 0, reinterpret_cast<LPARAM>(&item));
  }
  std::u16string text(INT_PTR index) const {
    WCHAR buffer[64]{};
    COMBOBOXEXITEMW item{};
    item.mask = CBEIF_TEXT;
    item.iItem = index;
    item.pszText = buffer;
    item.cchTextMax = 64;
    return send(box, CBEM_GETITEMW, 0, reinterpret_cast<LPARAM>(&item)) != 0
               ? std::u16string(base::as_char16(buffer))
               : u"(none)";
  }
  // Of the next CBEN_ENDEDIT.
  void watch_end() {
    on_notify = [this](const NMHDR& header) {
      if (header.code == CBEN_ENDEDITW) ended = as<NMCBEENDEDITW>(header);
    };
  }

  HWND box = nullptr;
  HWND combo = nullptr;
  HWND edit = nullptr;
  NMCBEENDEDITW ended{};
};

TEST_F(ComboBoxExTest, HasItems) {
  make(CBS_DROPDOWNLIST);
  EXPECT_EQ(edit, nullptr) << "CBS_DROPDOWN has one";
  EXPECT_EQ(send(box, CB_GETCOUNT), 3);
  EXPECT_EQ(insert(L"zero", 0, 77), 0);
  EXPECT_EQ(told(), std::vector<int>{code(CBEN_INSERTITEM)});
  EXPECT_EQ(insert(L"nowhere", 9), -1);
  EXPECT_EQ(text(0), u"zero");
  EXPECT_EQ(text(9), u"(none)");
  EXPECT_EQ(send(box, CB_GETITEMDATA, 0), 77);
  EXPECT_EQ(send(box, CBEM_DELETEITEM, 0), 3);
  EXPECT_EQ(told(), std::vector<int>{code(CBEN_DELETEITEM)});
  EXPECT_EQ(send(box, CB_ADDSTRING, 0, reinterpret_cast<LPARAM>(L"x")), CB_ERR);
  EXPECT_EQ(send(box, CB_FINDSTRINGEXACT, WPARAM(-1), reinterpret_cast<LPARAM>(L"TWO")), 1);
  send(box, CBEM_SETEXTENDEDSTYLE, CBES_EX_CASESENSITIVE, CBES_EX_CASESENSITIVE);
  EXPECT_EQ(send(box, CB_FINDSTRINGEXACT, WPARAM(-1), reinterpret_cast<LPARAM>(L"TWO")), CB_ERR);
  send(box, CB_RESETCONTENT);
  EXPECT_EQ(send(box, CB_GETCOUNT), 0);
  EXPECT_EQ(told().size(), 3u) << "one for each";
}

TEST_F(ComboBoxExTest, TellsOfTheListAsItsOwn) {
  make(CBS_DROPDOWNLIST);
  SetFocus(combo);
  log.clear();
  press(VK_DOWN);
  const auto codes = notifications_of(box, 7);
  EXPECT_NE(std::ranges::find(codes, CBN_SELCHANGE), codes.end());
  EXPECT_EQ(send(box, CB_GETCURSEL), 0);
  EXPECT_EQ(window_text(box), u"one");
}

TEST_F(ComboBoxExTest, TheEditControlShowsTheSelection) {
  make(CBS_DROPDOWN);
  ASSERT_NE(edit, nullptr);
  send(box, CB_SETCURSEL, 1);
  EXPECT_EQ(window_text(edit), u"two");
  EXPECT_EQ(window_text(box), u"two");
  SetFocus(box);
  EXPECT_EQ(GetFocus(), edit);
  EXPECT_EQ(told(), std::vector<int>{code(CBEN_BEGINEDIT)});
  press(VK_DOWN);
  EXPECT_EQ(window_text(edit), u"three") << "arrow keys go through the list";
}

// cben-endedit: why, whether changed, which item has the text.
TEST_F(ComboBoxExTest, EnterEndsTheEditing) {
  make(CBS_DROPDOWN);
  watch_end();
  SetFocus(box);
  for (const char key : {'T', 'W', 'O'}) press(static_cast<WORD>(key));
  EXPECT_TRUE(send(box, CBEM_HASEDITCHANGED));
  press(VK_RETURN);
  EXPECT_EQ(ended.iWhy, CBENF_RETURN);
  EXPECT_TRUE(ended.fChanged);
  EXPECT_EQ(ended.iNewSelection, 1);
  EXPECT_EQ(std::u16string(base::as_char16(ended.szText)), u"two");
  EXPECT_FALSE(send(box, CBEM_HASEDITCHANGED));
  EXPECT_EQ(send(box, CB_GETCURSEL), 1);
  press('X');
  press(VK_ESCAPE);
  EXPECT_EQ(ended.iWhy, CBENF_ESCAPE);
  EXPECT_EQ(window_text(edit), u"two");
  SetFocus(window);
  EXPECT_EQ(ended.iWhy, CBENF_KILLFOCUS);
}

// "TRUE" to CBEN_ENDEDIT refuses the new selection.
TEST_F(ComboBoxExTest, TheParentMayRefuse) {
  make(CBS_DROPDOWN);
  always_answer(WM_NOTIFY, TRUE);
  SetFocus(box);
  for (const char key : {'T', 'W', 'O'}) press(static_cast<WORD>(key));
  press(VK_RETURN);
  EXPECT_EQ(send(box, CB_GETCURSEL), CB_ERR);
}

TEST_F(ComboBoxExTest, AsksForWhatIsTheProgramsToKnow) {
  make(CBS_DROPDOWNLIST);
  insert(LPSTR_TEXTCALLBACKW, 0);
  int asked = 0;
  on_notify = [&](const NMHDR& header) {
    if (header.code != CBEN_GETDISPINFOW) return;
    auto& about = const_cast<NMCOMBOBOXEXW&>(reinterpret_cast<const NMCOMBOBOXEXW&>(header));
    EXPECT_EQ(about.ceItem.iItem, 0);
    ++asked;
    lstrcpyW(about.ceItem.pszText, L"told");
    about.ceItem.mask |= CBEIF_DI_SETITEM;
  };
  EXPECT_EQ(text(0), u"told");
  EXPECT_EQ(text(0), u"told");
  EXPECT_EQ(asked, 1) << "CBEIF_DI_SETITEM: kept";
}

// The items are as high as their images; the edit control stands beside the image.
TEST_F(ComboBoxExTest, ImagesTakeRoom) {
  make(CBS_DROPDOWN);
  const RECT before = rect_in(edit, box);
  const HIMAGELIST images = ImageList_Create(16, 40, ILC_COLOR24, 1, 0);
  EXPECT_EQ(send(box, CBEM_SETIMAGELIST, 0, reinterpret_cast<LPARAM>(images)), 0);
  EXPECT_EQ(send(box, CB_GETITEMHEIGHT), 40);
  EXPECT_EQ(rect_in(edit, box).left, before.left + 20);
  EXPECT_GE(rect_in(box, window).bottom - rect_in(box, window).top, 40);
  send(box, CBEM_SETEXTENDEDSTYLE, 0, CBES_EX_NOEDITIMAGE);
  EXPECT_EQ(rect_in(edit, box).left, before.left);
  send(box, CBEM_SETIMAGELIST, 0, 0);
  ImageList_Destroy(images);
}

TEST_F(ComboBoxExTest, AHandlerMayDestroyIt) {
  for (const UINT at : {UINT{CBEN_BEGINEDIT}, UINT{CBEN_ENDEDITW}, UINT{CBEN_DELETEITEM}}) {
    make(CBS_DROPDOWN);
    on_notify = [&](const NMHDR& header) {
      if (header.code == at) DestroyWindow(box);
    };
    SetFocus(box);
    if (IsWindow(edit)) press('T');
    if (IsWindow(edit)) press(VK_RETURN);
    if (IsWindow(box)) send(box, CB_RESETCONTENT);
    EXPECT_FALSE(IsWindow(box));
    on_notify = nullptr;
  }
}

}  // namespace
}  // namespace transom::comctl
