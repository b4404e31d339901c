// Edit controls and the clipboard, the mouse, and their menu.
#include "user32/control/edit/edit_test_support.h"

namespace transom::user {
namespace {

using testing::ElementsAre;

class EditCommands : public EditTest {
 protected:
  void put(const std::string& text) const {
    OpenClipboard(window);
    EmptyClipboard();
    const HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, text.size() + 1);
    std::memcpy(GlobalLock(memory), text.c_str(), text.size() + 1);
    GlobalUnlock(memory);
    SetClipboardData(CF_TEXT, memory);
    CloseClipboard();
  }
  std::string copied() const {
    OpenClipboard(window);
    const HANDLE data = GetClipboardData(CF_TEXT);
    const auto* text = static_cast<const char*>(GlobalLock(data));
    const std::string result = text != nullptr ? text : "none";
    if (text != nullptr) GlobalUnlock(data);
    CloseClipboard();
    return result;
  }
  void drag(POINT from, POINT to) {
    send_mouse(MOUSEEVENTF_LEFTDOWN, in(edit, from.x, from.y));
    pump();
    send_mouse(0, in(edit, to.x, to.y));
    pump();
    send_mouse(MOUSEEVENTF_LEFTUP, in(edit, to.x, to.y));
    pump();
  }
};

// https://learn.microsoft.com/windows/win32/dataxchg/wm-cut and its neighbours
TEST_F(EditCommands, KeysCutCopyAndPaste) {
  TRANSOM_CHECKS(WM_CUT);
  TRANSOM_CHECKS(WM_COPY);
  TRANSOM_CHECKS(WM_PASTE);
  TRANSOM_CHECKS(WM_CLEAR);
  TRANSOM_CHECKS(WM_UNDO);
  make(ES_AUTOHSCROLL);
  set(L"hello");
  select(1, 3);
  press('X', VK_CONTROL);
  EXPECT_EQ(text(), u"hlo");
  EXPECT_EQ(copied(), "el");
  EXPECT_EQ(GetClipboardOwner(), edit);
  EXPECT_THAT(heard(), ElementsAre(EN_UPDATE, EN_CHANGE));
  press(VK_END);
  press('V', VK_CONTROL);
  EXPECT_EQ(text(), u"hloel");
  select(0, 2);
  press('C', VK_CONTROL);
  EXPECT_EQ(copied(), "hl");
  EXPECT_EQ(text(), u"hloel");
  press(VK_DELETE);
  EXPECT_EQ(text(), u"oel");
  press('Z', VK_CONTROL);
  EXPECT_EQ(text(), u"hloel");
  EXPECT_EQ(copied(), "hl");
  press('A', VK_CONTROL);
  EXPECT_EQ(selection(), Range(0, 5));
}

TEST_F(EditCommands, InsertAndDeleteDoTheSame) {
  make(ES_AUTOHSCROLL);
  set(L"hello");
  select(0, 2);
  press(VK_DELETE, VK_SHIFT);
  EXPECT_EQ(text(), u"llo");
  EXPECT_EQ(copied(), "he");
  press(VK_INSERT, VK_SHIFT);
  EXPECT_EQ(text(), u"hello");
  select(3, 5);
  press(VK_INSERT, VK_CONTROL);
  EXPECT_EQ(copied(), "lo");
  select(2, 2);
  press(VK_DELETE, VK_SHIFT);
  EXPECT_EQ(text(), u"hllo");
  press(VK_DELETE, VK_CONTROL);
  EXPECT_EQ(text(), u"h");
}

TEST_F(EditCommands, PasswordsAreNotCopied) {
  put("before");
  make(ES_AUTOHSCROLL | ES_PASSWORD);
  set(L"secret");
  select(0, static_cast<DWORD>(-1));
  ask(WM_COPY);
  ask(WM_CUT);
  EXPECT_EQ(copied(), "before");
  EXPECT_EQ(text(), u"secret");
}

TEST_F(EditCommands, ASingleLineTakesOneLine) {
  put("one\r\ntwo");
  make(ES_AUTOHSCROLL);
  ask(WM_PASTE);
  EXPECT_EQ(text(), u"one");
  DestroyWindow(edit);
  make(ES_MULTILINE | ES_AUTOVSCROLL, 200, 60);
  ask(WM_PASTE);
  EXPECT_EQ(text(), u"one\r\ntwo");
}

TEST_F(EditCommands, TheMouseSelects) {
  make(ES_AUTOHSCROLL);
  set(L"hello wide world");
  drag({13, 5}, {45, 5});
  EXPECT_EQ(selection(), Range(1, 5));
  EXPECT_EQ(GetCapture(), nullptr);
  send_key(VK_SHIFT, true);
  click(edit, 69, 5);
  send_key(VK_SHIFT, false);
  pump();
  EXPECT_EQ(selection(), Range(1, 8));
  // A drag back goes over its anchor.
  drag({45, 5}, {5, 5});
  EXPECT_EQ(selection(), Range(0, 5));
  EXPECT_EQ(caret().x, format().left);
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-lbuttondblclk
TEST_F(EditCommands, ADoubleClickSelectsAWord) {
  make(ES_AUTOHSCROLL);
  set(L"hello wide world");
  click(edit, 61, 5);
  click(edit, 61, 5);
  EXPECT_EQ(selection(), Range(6, 11));
  const HDC dc = GetDC(edit);
  EXPECT_EQ(GetPixel(dc, 4 + 10 * 8 + 3, 2), GetSysColor(COLOR_HIGHLIGHT));
  ReleaseDC(edit, dc);
}

// "sets the timer to automatically scroll when the user holds down the mouse button outside"
TEST_F(EditCommands, HeldOutsideTheTextScrolls) {
  make(ES_MULTILINE | ES_AUTOVSCROLL, 100, 48);
  set(L"1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8");
  send_mouse(MOUSEEVENTF_LEFTDOWN, in(edit, 6, 5));
  pump();
  send_mouse(0, in(edit, 6, 80));
  MSG message;
  for (int i = 0; i < 8 && ask(EM_GETFIRSTVISIBLELINE) < 5; ++i) {
    GetMessageW(&message, nullptr, 0, 0);
    DispatchMessageW(&message);
  }
  EXPECT_EQ(ask(EM_GETFIRSTVISIBLELINE), 5);
  EXPECT_EQ(selection().first, 0u);
  send_mouse(MOUSEEVENTF_LEFTUP, in(edit, 6, 80));
  pump();
}

// https://learn.microsoft.com/windows/win32/menurc/wm-contextmenu
TEST_F(EditCommands, TheMenuDoesWhatTheKeysDo) {
  make(ES_AUTOHSCROLL);
  set(L"hello");
  select(0, 2);
  send_mouse(MOUSEEVENTF_RIGHTDOWN, in(edit, 40, 5));
  send_mouse(MOUSEEVENTF_RIGHTUP, in(edit, 40, 5));
  strike('D');
  pump();
  EXPECT_EQ(text(), u"llo");
  send_mouse(MOUSEEVENTF_RIGHTDOWN, in(edit, 40, 5));
  send_mouse(MOUSEEVENTF_RIGHTUP, in(edit, 40, 5));
  strike('A');
  pump();
  EXPECT_EQ(selection(), Range(0, 3));
}

}  // namespace
}  // namespace transom::user
