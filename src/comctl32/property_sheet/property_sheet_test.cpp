#include "comctl32/common_test_support.h"
#include "comctl32/property_sheet/sheet.h"

namespace transom::comctl {
namespace {

// A page's template in memory: one edit control, of the given size.
struct PageTemplate {
  alignas(4) DLGTEMPLATE header{};
  WORD rest[3]{};
};

struct Note {
  int page;
  int code;
  LPARAM lparam;
  bool operator==(const Note&) const = default;
};

class PropertySheetTest : public CommonControlTest {
 protected:
  static constexpr int kPages = 3;

  void SetUp() override {
    CommonControlTest::SetUp();
    test_ = this;
    for (PageTemplate& each : templates) {
      each.header.style = WS_CHILD | WS_CAPTION;
      each.header.cx = 220;
      each.header.cy = 120;
    }
  }
  void TearDown() override {
    if (IsWindow(sheet)) DestroyWindow(sheet);
    test_ = nullptr;
    CommonControlTest::TearDown();
  }

  PROPSHEETPAGEW page(int index, DWORD flags = 0) {
    static const WCHAR* const titles[] = {L"First", L"Second", L"Third"};
    PROPSHEETPAGEW made{};
    made.dwSize = sizeof made;
    made.dwFlags = PSP_DLGINDIRECT | PSP_USETITLE | flags;
    made.pResource = &templates[index].header;
    made.pszTitle = titles[index];
    made.pfnDlgProc = procedure;
    made.lParam = index;
    return made;
  }
  // Modeless, so that the test goes on.
  void open(DWORD flags = 0, UINT start = 0, DWORD page_flags = 0) {
    PROPSHEETPAGEW pages[kPages];
    for (int index = 0; index < kPages; ++index) pages[index] = page(index, page_flags);
    PROPSHEETHEADERW header{};
    header.dwSize = sizeof header;
    header.dwFlags = PSH_PROPSHEETPAGE | PSH_MODELESS | PSH_USECALLBACK | flags;
    header.hwndParent = window;
    header.pszCaption = L"Thing";
    header.nPages = kPages;
    header.nStartPage = start;
    header.ppsp = pages;
    header.pfnCallback = callback;
    sheet = reinterpret_cast<HWND>(PropertySheetW(&header));
    ASSERT_TRUE(IsWindow(sheet));
    pump();
  }
  HWND item(int id) const { return GetDlgItem(sheet, id); }
  bool shown(int id) const { return IsWindowVisible(item(id)) != 0; }
  bool enabled(int id) const { return IsWindowEnabled(item(id)) != 0; }
  HWND current() const { return reinterpret_cast<HWND>(send(sheet, PSM_GETCURRENTPAGEHWND)); }
  LRESULT current_index() const {
    return send(sheet, PSM_HWNDTOINDEX, reinterpret_cast<WPARAM>(current()));
  }
  std::vector<Note> noted() { return std::exchange(notes, {}); }
  void click_tab(int index) {
    RECT area{};
    send(item(kTabs), TCM_GETITEMRECT, static_cast<WPARAM>(index), reinterpret_cast<LPARAM>(&area));
    click(item(kTabs), (area.left + area.right) / 2, (area.top + area.bottom) / 2);
  }

  static inline PropertySheetTest* test_ = nullptr;
  PageTemplate templates[kPages];
  HWND sheet = nullptr;
  std::vector<Note> notes;
  std::vector<UINT> callbacks;
  // What a page answers to a notification.
  std::function<LRESULT(int page, UINT code)> answers;
  std::vector<int> started;

 private:
  static INT_PTR CALLBACK procedure(HWND dialog, UINT message, WPARAM, LPARAM lparam) {
    if (message == WM_INITDIALOG) {
      const auto* about = reinterpret_cast<const PROPSHEETPAGEW*>(lparam);
      SetWindowLongPtrW(dialog, DWLP_USER, static_cast<LONG_PTR>(about->lParam));
      test_->started.push_back(static_cast<int>(about->lParam));
      CreateWindowExW(0, L"Edit", L"", WS_CHILD | WS_VISIBLE | WS_TABSTOP, 5, 5, 80, 20, dialog,
                      reinterpret_cast<HMENU>(UINT_PTR{100}), nullptr, nullptr);
      return TRUE;
    }
    if (message == PSM_QUERYSIBLINGS) return test_->query(dialog);
    if (message != WM_NOTIFY) return FALSE;
    const auto* note = reinterpret_cast<const PSHNOTIFY*>(lparam);
    const auto code = note->hdr.code;
    const auto index = static_cast<int>(GetWindowLongPtrW(dialog, DWLP_USER));
    EXPECT_EQ(GetParent(dialog), note->hdr.hwndFrom);
    if (code == PSN_TRANSLATEACCELERATOR || code == PSN_QUERYINITIALFOCUS) return FALSE;
    test_->notes.push_back({index, static_cast<int>(code), note->lParam});
    const LRESULT result = test_->answers ? test_->answers(index, code) : 0;
    SetWindowLongPtrW(dialog, DWLP_MSGRESULT, static_cast<LONG_PTR>(result));
    return TRUE;
  }
  INT_PTR query(HWND dialog) {
    notes.push_back({static_cast<int>(GetWindowLongPtrW(dialog, DWLP_USER)), 0, 0});
    return FALSE;
  }
  static int CALLBACK callback(HWND, UINT message, LPARAM) {
    test_->callbacks.push_back(message);
    return 0;
  }
};

constexpr Note note(int page, UINT code, LPARAM lparam = 0) {
  return {page, static_cast<int>(code), lparam};
}
using Notes = std::vector<Note>;

TEST_F(PropertySheetTest, ShowsItsStartPageWithTabsAndButtons) {
  open(0, 1);
  EXPECT_EQ(callbacks, (std::vector<UINT>{PSCB_PRECREATE, PSCB_INITIALIZED}));
  EXPECT_EQ(window_text(sheet), u"Thing");
  EXPECT_EQ(current_index(), 1);
  // Pages are made when they are first shown.
  EXPECT_EQ(started, std::vector<int>{1});
  EXPECT_EQ(noted(), Notes{note(1, PSN_SETACTIVE)});
  EXPECT_EQ(send(item(kTabs), TCM_GETITEMCOUNT), 3);
  EXPECT_EQ(send(item(kTabs), TCM_GETCURSEL), 1);
  EXPECT_TRUE(shown(IDOK) && shown(IDCANCEL) && shown(kApply));
  EXPECT_FALSE(enabled(kApply));
  EXPECT_FALSE(shown(IDHELP));
  EXPECT_EQ(GetFocus(), GetDlgItem(current(), 100));
  // The page lies within the tabs' area, above them.
  const RECT page_place = rect_in(current(), sheet), tabs = rect_in(item(kTabs), sheet);
  EXPECT_GT(page_place.top, tabs.top);
  EXPECT_LE(page_place.right, tabs.right);
}

TEST_F(PropertySheetTest, ATabAsksThePageThatIsLeftAndTellsTheNext) {
  open();
  noted();
  click_tab(2);
  EXPECT_EQ(noted(), (Notes{note(0, PSN_KILLACTIVE), note(2, PSN_SETACTIVE)}));
  EXPECT_EQ(current_index(), 2);
  EXPECT_FALSE(IsWindowVisible(reinterpret_cast<HWND>(send(sheet, PSM_INDEXTOHWND, 0))));
  answers = [](int, UINT code) { return code == PSN_KILLACTIVE ? 1 : 0; };
  click_tab(0);
  EXPECT_EQ(current_index(), 2);
  EXPECT_EQ(send(item(kTabs), TCM_GETCURSEL), 2);
}

// https://learn.microsoft.com/windows/win32/controls/psm-changed
TEST_F(PropertySheetTest, ApplyIsThereOnceAPageHasChanged) {
  open();
  const auto window_of_page = reinterpret_cast<WPARAM>(current());
  send(sheet, PSM_CHANGED, window_of_page);
  EXPECT_TRUE(enabled(kApply));
  send(sheet, PSM_UNCHANGED, window_of_page);
  EXPECT_FALSE(enabled(kApply));
  send(sheet, PSM_CHANGED, window_of_page);
  noted();
  click(item(kApply));
  EXPECT_EQ(noted(),
            (Notes{note(0, PSN_KILLACTIVE), note(0, PSN_APPLY, FALSE), note(0, PSN_SETACTIVE)}));
  EXPECT_FALSE(enabled(kApply));
  EXPECT_NE(current(), nullptr);
}

TEST_F(PropertySheetTest, OkAppliesEveryPageThatIsThereAndEndsTheSheet) {
  open();
  click_tab(1);
  noted();
  send(sheet, PSM_RESTARTWINDOWS);
  click(item(IDOK));
  EXPECT_EQ(noted(),
            (Notes{note(1, PSN_KILLACTIVE), note(0, PSN_APPLY, TRUE), note(1, PSN_APPLY, TRUE)}));
  EXPECT_EQ(current(), nullptr);
  EXPECT_TRUE(IsWindow(sheet));
  EXPECT_EQ(send(sheet, PSM_GETRESULT), ID_PSRESTARTWINDOWS);
}

// https://learn.microsoft.com/windows/win32/controls/psn-apply
TEST_F(PropertySheetTest, AnInvalidPageComesToTheFront) {
  open();
  click_tab(1);
  answers = [](int page, UINT code) { return code == PSN_APPLY && page == 0 ? PSNRET_INVALID : 0; };
  noted();
  click(item(IDOK));
  EXPECT_EQ(noted(),
            (Notes{note(1, PSN_KILLACTIVE), note(0, PSN_APPLY, TRUE), note(0, PSN_SETACTIVE)}));
  EXPECT_EQ(current_index(), 0);
}

TEST_F(PropertySheetTest, CancelMayBeRefusedAndTellsWhetherItWasTheCloseBox) {
  open();
  answers = [](int, UINT code) { return code == PSN_QUERYCANCEL ? 1 : 0; };
  press(VK_ESCAPE);
  EXPECT_NE(current(), nullptr);
  answers = nullptr;
  noted();
  send(sheet, WM_SYSCOMMAND, SC_CLOSE);
  pump();
  EXPECT_EQ(noted(), (Notes{note(0, PSN_QUERYCANCEL), note(0, PSN_RESET, TRUE)}));
  EXPECT_EQ(send(sheet, PSM_GETRESULT), 0);
}

TEST_F(PropertySheetTest, AModalSheetReturnsWhenItIsClosed) {
  PROPSHEETPAGEW only = page(0, PSP_HASHELP);
  HPROPSHEETPAGE pages[] = {CreatePropertySheetPageW(&only)};
  PROPSHEETHEADERW header{};
  header.dwSize = sizeof header;
  header.dwFlags = PSH_PROPTITLE | PSH_NOAPPLYNOW;
  header.hwndParent = window;
  header.pszCaption = L"Thing";
  header.nPages = 1;
  header.phpage = pages;
  answers = [&](int, UINT code) -> LRESULT {
    if (code != PSN_SETACTIVE) return 0;
    EXPECT_FALSE(IsWindowEnabled(window));
    strike(VK_RETURN);
    return 0;
  };
  EXPECT_EQ(PropertySheetW(&header), 1);
  EXPECT_TRUE(IsWindowEnabled(window));
  EXPECT_EQ(noted(),
            (Notes{note(0, PSN_SETACTIVE), note(0, PSN_KILLACTIVE), note(0, PSN_APPLY, TRUE)}));
  // The page has gone with it.
  EXPECT_FALSE(DestroyPropertySheetPage(pages[0]));
}

TEST_F(PropertySheetTest, ControlTabGoesRoundThePages) {
  open();
  MSG message{};
  message.hwnd = GetFocus();
  message.message = WM_KEYDOWN;
  message.wParam = VK_TAB;
  send_key(VK_CONTROL, true);
  pump();
  const auto turn = [&] {
    EXPECT_TRUE(send(sheet, PSM_ISDIALOGMESSAGE, 0, reinterpret_cast<LPARAM>(&message)));
    message.hwnd = GetFocus();
    return current_index();
  };
  EXPECT_EQ(turn(), 1);
  EXPECT_EQ(turn(), 2);
  EXPECT_EQ(turn(), 0);
  send_key(VK_CONTROL, false);
}

TEST_F(PropertySheetTest, PagesComeAndGo) {
  open();
  PROPSHEETPAGEW added = page(1);
  added.pszTitle = L"Added";
  const HPROPSHEETPAGE handle = CreatePropertySheetPageW(&added);
  EXPECT_TRUE(send(sheet, PSM_INSERTPAGE, 1, reinterpret_cast<LPARAM>(handle)));
  EXPECT_FALSE(send(sheet, PSM_ADDPAGE, 0, reinterpret_cast<LPARAM>(handle)));
  EXPECT_EQ(send(sheet, PSM_PAGETOINDEX, 0, reinterpret_cast<LPARAM>(handle)), 1);
  EXPECT_EQ(send(item(kTabs), TCM_GETITEMCOUNT), 4);
  EXPECT_TRUE(send(sheet, PSM_SETCURSEL, 0, reinterpret_cast<LPARAM>(handle)));
  EXPECT_EQ(current_index(), 1);
  send(sheet, PSM_REMOVEPAGE, 1);
  EXPECT_EQ(send(item(kTabs), TCM_GETITEMCOUNT), 3);
  EXPECT_EQ(current_index(), 1);
  EXPECT_FALSE(DestroyPropertySheetPage(handle));
  EXPECT_EQ(send(sheet, PSM_IDTOINDEX, 0, reinterpret_cast<LPARAM>(&templates[2].header)), 2);
}

// https://learn.microsoft.com/windows/win32/controls/psm-canceltoclose
TEST_F(PropertySheetTest, CancelBecomesClose) {
  open();
  send(sheet, PSM_CANCELTOCLOSE);
  EXPECT_FALSE(enabled(IDCANCEL));
  EXPECT_EQ(window_text(item(IDOK)), u"Close");
}

// https://learn.microsoft.com/windows/win32/controls/psn-wiznext
TEST_F(PropertySheetTest, AWizardGoesInSequence) {
  open(PSH_WIZARD);
  EXPECT_FALSE(shown(kTabs));
  EXPECT_TRUE(shown(kBack) && shown(kNext) && shown(IDCANCEL));
  EXPECT_EQ(window_text(sheet), u"First");
  send(sheet, PSM_SETWIZBUTTONS, 0, PSWIZB_NEXT);
  EXPECT_FALSE(enabled(kBack));
  noted();
  click(item(kNext));
  EXPECT_EQ(noted(),
            (Notes{note(0, PSN_WIZNEXT), note(0, PSN_KILLACTIVE), note(1, PSN_SETACTIVE)}));
  answers = [](int, UINT code) { return code == PSN_WIZNEXT ? -1 : 0; };
  click(item(kNext));
  EXPECT_EQ(current_index(), 1);
  answers = nullptr;
  click(item(kNext));
  EXPECT_EQ(window_text(sheet), u"Third");
  send(sheet, PSM_SETWIZBUTTONS, 0, PSWIZB_BACK | PSWIZB_FINISH);
  EXPECT_TRUE(shown(kFinish));
  EXPECT_FALSE(shown(kNext));
  noted();
  click(item(kFinish));
  EXPECT_EQ(noted(), Notes{note(2, PSN_WIZFINISH)});
  EXPECT_EQ(send(sheet, PSM_GETRESULT), 1);
}

// https://learn.microsoft.com/windows/win32/controls/psn-setactive
TEST_F(PropertySheetTest, APageMayBeSkippedBothWays) {
  open(PSH_WIZARD);
  answers = [](int page, UINT code) { return code == PSN_SETACTIVE && page == 1 ? -1 : 0; };
  send(sheet, PSM_SETWIZBUTTONS, 0, PSWIZB_NEXT | PSWIZB_BACK);
  click(item(kNext));
  EXPECT_EQ(current_index(), 2);
  click(item(kBack));
  EXPECT_EQ(current_index(), 0);
}

TEST_F(PropertySheetTest, SurvivesItsEndInAnyNotification) {
  for (const UINT when : {PSN_SETACTIVE, PSN_KILLACTIVE, PSN_APPLY, PSN_QUERYCANCEL, PSN_RESET}) {
    answers = nullptr;
    open();
    answers = [&](int, UINT code) {
      if (code == when) DestroyWindow(sheet);
      return 0;
    };
    click_tab(1);
    if (IsWindow(sheet)) click(item(kApply));
    if (IsWindow(sheet)) send(sheet, PSM_APPLY);
    if (IsWindow(sheet)) send(sheet, PSM_PRESSBUTTON, PSBTN_CANCEL);
    EXPECT_FALSE(IsWindow(sheet));
  }
}

TEST_F(PropertySheetTest, RefusesBadStructures) {
  EXPECT_EQ(PropertySheetW(nullptr), -1);
  EXPECT_EQ(CreatePropertySheetPageW(nullptr), nullptr);
  EXPECT_FALSE(DestroyPropertySheetPage(reinterpret_cast<HPROPSHEETPAGE>(window)));
  PROPSHEETHEADERW header{};
  header.dwSize = sizeof header;
  EXPECT_EQ(PropertySheetW(&header), -1);
  open();
  for (UINT message = PSM_SETCURSEL; message < PSM_SETCURSEL + 40; ++message) {
    if (IsWindow(sheet)) send(sheet, message, 12345, 0);
  }
  EXPECT_TRUE(IsWindow(sheet));
}

}  // namespace
}  // namespace transom::comctl
