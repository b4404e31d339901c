#include "comctl32/common_test_support.h"

namespace transom::comctl {
namespace {

class ToolBarTest : public CommonControlTest {
 protected:
  HWND make(DWORD style = 0) {
    const HWND bar = control(TOOLBARCLASSNAMEW, nullptr, style, {}, 6);
    send(bar, TB_BUTTONSTRUCTSIZE, sizeof(TBBUTTON));
    return bar;
  }
  static TBBUTTON button(int command, BYTE style = BTNS_BUTTON, int image = 0) {
    TBBUTTON made{};
    made.iBitmap = image;
    made.idCommand = command;
    made.fsState = TBSTATE_ENABLED;
    made.fsStyle = style;
    made.iString = -1;
    return made;
  }
  static void add(HWND bar, std::vector<TBBUTTON> buttons) {
    EXPECT_TRUE(
        send(bar, TB_ADDBUTTONSW, buttons.size(), reinterpret_cast<LPARAM>(buttons.data())));
  }
  static RECT place(HWND bar, WPARAM index) {
    RECT area{};
    send(bar, TB_GETITEMRECT, index, reinterpret_cast<LPARAM>(&area));
    return area;
  }
  static void press_button(HWND bar, WPARAM index) {
    const RECT area = place(bar, index);
    click(bar, (area.left + area.right) / 2, (area.top + area.bottom) / 2);
  }
  std::vector<WORD> commands() {
    std::vector<WORD> all;
    for (const user::Received& each : log) {
      if (each.message == WM_COMMAND) all.push_back(LOWORD(each.wparam));
    }
    log.clear();
    return all;
  }
};

TEST_F(ToolBarTest, LiesAlongTheTopWithItsButtonsInARow) {
  const HWND bar = make();
  add(bar, {button(10), button(11), button(0, BTNS_SEP), button(12, BTNS_CHECK)});
  EXPECT_EQ(rect_in(bar, window).top, 0);
  EXPECT_EQ(rect_in(bar, window).right, parent_client().right);
  EXPECT_EQ(send(bar, TB_BUTTONCOUNT), 4);
  // As comctl32 5.82 has it, with its own sizes.
  EXPECT_EQ(send(bar, TB_GETBUTTONSIZE), MAKELONG(23, 22));
  EXPECT_EQ(place(bar, 0).left, 0);
  EXPECT_EQ(place(bar, 1).left, 23);
  EXPECT_EQ(place(bar, 3).left, 54);
  EXPECT_EQ(place(bar, 3).top, 2);
  EXPECT_EQ(rect_in(bar, window).bottom, 28);
}

TEST_F(ToolBarTest, APressedButtonSendsItsCommandWhenItIsReleased) {
  const HWND bar = make();
  add(bar, {button(10), button(11)});
  int item = 0;
  on_notify = [&](const NMHDR& header) {
    if (header.code == TBN_BEGINDRAG) item = as<NMTOOLBARW>(header).iItem;
  };
  told();
  press_button(bar, 1);
  EXPECT_EQ(commands(), (std::vector<WORD>{11}));
  EXPECT_EQ(item, 11);
  EXPECT_EQ(told(),
            (std::vector<int>{code(TBN_HOTITEMCHANGE), code(TBN_BEGINDRAG), code(NM_LDOWN),
                              code(NM_RELEASEDCAPTURE), code(TBN_ENDDRAG), code(NM_CLICK)}));
}

TEST_F(ToolBarTest, ReleasedElsewhereItSendsNothing) {
  const HWND bar = make();
  add(bar, {button(10), button(11)});
  send_mouse(MOUSEEVENTF_LEFTDOWN, in(bar, 10, 10));
  pump();
  EXPECT_EQ(GetCapture(), bar);
  send_mouse(MOUSEEVENTF_LEFTUP, in(bar, 200, 10));
  pump();
  EXPECT_EQ(GetCapture(), nullptr);
  EXPECT_TRUE(commands().empty());
}

TEST_F(ToolBarTest, DisabledButtonsDoNothing) {
  const HWND bar = make();
  add(bar, {button(10)});
  EXPECT_TRUE(send(bar, TB_ENABLEBUTTON, 10, MAKELPARAM(FALSE, 0)));
  EXPECT_FALSE(send(bar, TB_ISBUTTONENABLED, 10));
  press_button(bar, 0);
  EXPECT_TRUE(commands().empty());
  EXPECT_EQ(send(bar, TB_ISBUTTONENABLED, 99), -1);
}

TEST_F(ToolBarTest, ChecksToggleAndOfAGroupOneStays) {
  const HWND bar = make();
  add(bar, {button(1, BTNS_CHECK), button(0, BTNS_SEP), button(2, BTNS_CHECKGROUP),
            button(3, BTNS_CHECKGROUP)});
  press_button(bar, 0);
  EXPECT_TRUE(send(bar, TB_ISBUTTONCHECKED, 1));
  press_button(bar, 0);
  EXPECT_FALSE(send(bar, TB_ISBUTTONCHECKED, 1));
  press_button(bar, 2);
  press_button(bar, 3);
  EXPECT_FALSE(send(bar, TB_ISBUTTONCHECKED, 2));
  EXPECT_TRUE(send(bar, TB_ISBUTTONCHECKED, 3));
  press_button(bar, 3);
  EXPECT_TRUE(send(bar, TB_ISBUTTONCHECKED, 3));
}

TEST_F(ToolBarTest, AFlatBarFollowsTheMouse) {
  const HWND bar = make(TBSTYLE_FLAT);
  add(bar, {button(10), button(11)});
  NMTBHOTITEM change{};
  on_notify = [&](const NMHDR& header) {
    if (header.code == TBN_HOTITEMCHANGE) change = as<NMTBHOTITEM>(header);
  };
  send_mouse(0, in(bar, 30, 10));
  pump();
  EXPECT_EQ(send(bar, TB_GETHOTITEM), 1);
  EXPECT_EQ(change.idNew, 11);
  EXPECT_EQ(change.dwFlags, DWORD{HICF_MOUSE | HICF_ENTERING});
  send_mouse(0, in(window, 100, 150));
  pump();
  EXPECT_EQ(send(bar, TB_GETHOTITEM), -1);
}

TEST_F(ToolBarTest, ADropDownButtonTellsInsteadOfSending) {
  const HWND bar = make();
  add(bar, {button(10, BTNS_WHOLEDROPDOWN)});
  int item = 0;
  on_notify = [&](const NMHDR& header) {
    if (header.code == TBN_DROPDOWN) item = as<NMTOOLBARW>(header).iItem;
  };
  press_button(bar, 0);
  EXPECT_EQ(item, 10);
  EXPECT_TRUE(commands().empty());
}

TEST_F(ToolBarTest, StandardPicturesAndStringsAreAdded) {
  const HWND bar = make();
  TBADDBITMAP standard{HINST_COMMCTRL, IDB_STD_SMALL_COLOR};
  EXPECT_EQ(send(bar, TB_ADDBITMAP, 0, reinterpret_cast<LPARAM>(&standard)), 0);
  const auto images = reinterpret_cast<HIMAGELIST>(send(bar, TB_GETIMAGELIST));
  EXPECT_EQ(ImageList_GetImageCount(images), 15);
  EXPECT_EQ(send(bar, TB_ADDSTRINGW, 0, reinterpret_cast<LPARAM>(L"New\0Open\0")), 0);
  TBBUTTON named = button(10, BTNS_BUTTON, STD_FILENEW);
  named.iString = 1;
  add(bar, {named});
  WCHAR text[16]{};
  EXPECT_EQ(send(bar, TB_GETBUTTONTEXTW, 10, reinterpret_cast<LPARAM>(text)), 4);
  EXPECT_EQ(std::u16string(base::as_char16(text)), u"Open");
  EXPECT_GT(HIWORD(send(bar, TB_GETBUTTONSIZE)), 22) << "room for the text";
}

TEST_F(ToolBarTest, ButtonInfoIsReadAndWrittenByItsMask) {
  const HWND bar = make();
  add(bar, {button(10), button(11)});
  TBBUTTONINFOW info{};
  info.cbSize = sizeof info;
  info.dwMask = TBIF_STATE | TBIF_LPARAM;
  info.fsState = TBSTATE_ENABLED | TBSTATE_CHECKED;
  info.lParam = 77;
  EXPECT_TRUE(send(bar, TB_SETBUTTONINFOW, 11, reinterpret_cast<LPARAM>(&info)));
  EXPECT_TRUE(send(bar, TB_ISBUTTONCHECKED, 11));
  info = {};
  info.cbSize = sizeof info;
  info.dwMask = TBIF_BYINDEX | TBIF_COMMAND | TBIF_LPARAM;
  EXPECT_EQ(send(bar, TB_GETBUTTONINFOW, 1, reinterpret_cast<LPARAM>(&info)), 1);
  EXPECT_EQ(info.idCommand, 11);
  EXPECT_EQ(info.lParam, 77u);
  info.cbSize = 4;
  EXPECT_EQ(send(bar, TB_GETBUTTONINFOW, 1, reinterpret_cast<LPARAM>(&info)), -1);
}

// NM_CUSTOMDRAW: each stage is told when the one before asked for it.
TEST_F(ToolBarTest, CustomDrawingGoesByStages) {
  const HWND bar = make();
  add(bar, {button(10), button(11)});
  std::vector<DWORD> stages;
  on_notify = [&](const NMHDR& header) {
    if (header.code == NM_CUSTOMDRAW) stages.push_back(as<NMTBCUSTOMDRAW>(header).nmcd.dwDrawStage);
  };
  answer = [&](const user::Received& each) -> std::optional<LRESULT> {
    if (each.message != WM_NOTIFY) return std::nullopt;
    const auto* header = reinterpret_cast<const NMHDR*>(each.lparam);
    return header->code == NM_CUSTOMDRAW ? CDRF_NOTIFYITEMDRAW : 0;
  };
  InvalidateRect(bar, nullptr, TRUE);
  UpdateWindow(bar);
  EXPECT_EQ(stages, (std::vector<DWORD>{CDDS_PREPAINT, CDDS_ITEMPREPAINT, CDDS_ITEMPREPAINT}));
}

TEST_F(ToolBarTest, AHandlerMayDestroyTheBar) {
  const HWND bar = make();
  add(bar, {button(10)});
  on_notify = [&](const NMHDR& header) {
    if (header.code == TBN_BEGINDRAG) DestroyWindow(bar);
  };
  press_button(bar, 0);
  EXPECT_FALSE(IsWindow(bar));
}

}  // namespace
}  // namespace transom::comctl
