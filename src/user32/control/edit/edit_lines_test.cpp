// Edit controls of several lines: wrapping, scrolling, and what programs ask about lines.
// What the documentation leaves open is as under Wine 8.0.
#include "user32/control/edit/edit_test_support.h"

namespace transom::user {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class MultilineEdits : public EditTest {
 protected:
  std::vector<std::u16string> lines() const {
    std::vector<std::u16string> all;
    for (LRESULT i = 0; i < ask(EM_GETLINECOUNT); ++i) all.push_back(line(static_cast<WPARAM>(i)));
    return all;
  }
  void make_lines(int count, DWORD style = WS_VSCROLL) {
    make(ES_MULTILINE | ES_AUTOVSCROLL | style, 120, 60);
    std::u16string text;
    for (int i = 1; i <= count; ++i)
      text += (i > 1 ? u"\r\n" : u"") + std::u16string(1, static_cast<char16_t>(u'0' + i));
    set(base::as_wchar(text));
  }
  LRESULT first_line() const { return ask(EM_GETFIRSTVISIBLELINE); }
  SCROLLINFO bar(int which) const {
    SCROLLINFO info{};
    info.cbSize = sizeof info;
    info.fMask = SIF_ALL;
    GetScrollInfo(edit, which, &info);
    return info;
  }
};

// Nine characters fit. "The control automatically wraps words to the beginning of the next line
// when necessary." https://learn.microsoft.com/windows/win32/controls/edit-control-styles
TEST_F(MultilineEdits, WordsThatDoNotFitBeginTheNextLine) {
  make(ES_MULTILINE, 80, 60);
  set(L"hello world foo");
  EXPECT_THAT(lines(), ElementsAre(u"hello ", u"world foo"));
  set(L"12345678901 12");
  EXPECT_THAT(lines(), ElementsAre(u"123456789", u"01 12"));
  set(L"a 1234567890");
  EXPECT_THAT(lines(), ElementsAre(u"a ", u"123456789", u"0"));
  set(L"a\r\n\r\nb\r\n");
  EXPECT_THAT(lines(), ElementsAre(u"a", u"", u"b", u""));
  // Blanks hang over the edge.
  set(L"123456789    x");
  EXPECT_THAT(lines(), ElementsAre(u"123456789    ", u"x"));
  // "A hard line break consists of one carriage return and a line feed."
  set(L"a\nb\rc");
  EXPECT_THAT(lines(), ElementsAre(u"a\nb\rc"));
}

TEST_F(MultilineEdits, TypingWrapsAndSoDoesSizing) {
  make(ES_MULTILINE | ES_AUTOVSCROLL, 80, 60);
  type("hello wor");
  EXPECT_EQ(ask(EM_GETLINECOUNT), 1);
  type("l");
  EXPECT_THAT(lines(), ElementsAre(u"hello ", u"worl"));
  press(VK_BACK);
  EXPECT_EQ(ask(EM_GETLINECOUNT), 1);
  SetWindowPos(edit, nullptr, 0, 0, 60, 60, SWP_NOMOVE | SWP_NOZORDER);
  EXPECT_THAT(lines(), ElementsAre(u"hello ", u"wor"));
}

TEST_F(MultilineEdits, ScrollingToTheSideWrapsNothing) {
  make(ES_MULTILINE | ES_AUTOHSCROLL, 80, 60);
  set(L"hello world foo");
  EXPECT_EQ(ask(EM_GETLINECOUNT), 1);
  DestroyWindow(edit);
  // "ES_AUTOHSCROLL is automatically applied to a left-aligned, multiline edit control that has a
  // WS_HSCROLL style" and "ignored by a multiline edit control that is not left-aligned".
  make(ES_MULTILINE | WS_HSCROLL, 80, 60);
  set(L"hello world foo");
  EXPECT_EQ(ask(EM_GETLINECOUNT), 1);
  DestroyWindow(edit);
  make(ES_MULTILINE | ES_AUTOHSCROLL | ES_CENTER, 80, 60);
  set(L"hello world foo");
  EXPECT_EQ(ask(EM_GETLINECOUNT), 2);
}

TEST_F(MultilineEdits, AWrapHasTwoPlacesForTheCaret) {
  make(ES_MULTILINE, 80, 60);
  set(L"hello world foo");
  press(VK_END);
  EXPECT_EQ(selection(), Range(6, 6));
  EXPECT_EQ(caret().y, 0);
  EXPECT_EQ(caret().x, format().left + 48);
  EXPECT_EQ(ask(EM_LINEINDEX, static_cast<WPARAM>(-1)), 0);
  press(VK_RIGHT);
  press(VK_LEFT);
  EXPECT_EQ(caret().y, 15);
  EXPECT_EQ(caret().x, format().left);
}

TEST_F(MultilineEdits, KeysGoFromLineToLine) {
  make(ES_MULTILINE | ES_AUTOVSCROLL, 200, 48);
  set(L"one two\r\nx\r\nthree four\r\n\r\nlast one");
  std::vector<DWORD> stops;
  press(VK_END, VK_CONTROL);
  constexpr WORD kKeys[] = {VK_UP, VK_UP, VK_END, VK_UP, VK_HOME, VK_UP, VK_NEXT, VK_PRIOR};
  for (const WORD key : kKeys) {
    press(key);
    stops.push_back(selection().first);
  }
  EXPECT_THAT(stops, ElementsAre(24, 12, 22, 10, 9, 0, 24, 0));
  stops.clear();
  for (int i = 0; i < 4; ++i) {
    press(VK_RIGHT, VK_CONTROL);
    stops.push_back(selection().first);
  }
  EXPECT_THAT(stops, ElementsAre(4, 7, 9, 10));
}

TEST_F(MultilineEdits, EnterAndTabAreTyped) {
  make(ES_MULTILINE | ES_AUTOVSCROLL | ES_AUTOHSCROLL, 200, 60);
  type("a");
  press(VK_RETURN);
  press(VK_TAB);
  type("b");
  EXPECT_EQ(text(), u"a\r\n\tb");
  press(VK_HOME);
  press(VK_BACK);
  EXPECT_EQ(text(), u"a\tb");
  press(VK_RETURN);
  press(VK_LEFT);
  press(VK_DELETE);
  EXPECT_EQ(text(), u"a\tb");
}

// "If you do not specify ES_AUTOVSCROLL, the edit control [...] beeps if the user presses the ENTER
// key when no more lines can be displayed."
TEST_F(MultilineEdits, WithoutScrollingOnlyLinesThatFitAreAccepted) {
  make(ES_MULTILINE, 80, 35);
  type("a");
  press(VK_RETURN);
  type("b");
  heard();
  press(VK_RETURN);
  EXPECT_THAT(heard(), ElementsAre(EN_MAXTEXT));
  type("cdefghijkl");
  EXPECT_EQ(text(), u"a\r\nbcdefghij");
  set(L"");
  ask(EM_REPLACESEL, TRUE, L"a\r\nb\r\nc");
  EXPECT_EQ(text(), u"a\r\nb");
}

// https://learn.microsoft.com/windows/win32/controls/em-linelength and its neighbours
TEST_F(MultilineEdits, LinesAndCharactersFindEachOther) {
  make(ES_MULTILINE, 200, 60);
  set(L"12345\r\n1234567\r\n123");
  EXPECT_EQ(ask(EM_LINEINDEX, 1), 7);
  EXPECT_EQ(ask(EM_LINEINDEX, 3), -1);
  EXPECT_EQ(ask(EM_LINEFROMCHAR, 6), 0);
  EXPECT_EQ(ask(EM_LINEFROMCHAR, 7), 1);
  EXPECT_EQ(ask(EM_LINEFROMCHAR, 100), 2);
  EXPECT_EQ(ask(EM_LINELENGTH, 8), 7);
  EXPECT_EQ(ask(EM_LINELENGTH, 100), 0);
  select(3, 9);
  EXPECT_EQ(ask(EM_LINELENGTH, static_cast<WPARAM>(-1)), 8);
  EXPECT_EQ(ask(EM_LINEFROMCHAR, static_cast<WPARAM>(-1)), 0);
  EXPECT_EQ(ask(EM_LINEINDEX, static_cast<WPARAM>(-1)), 7);
  EXPECT_EQ(line(1), u"1234567");
  EXPECT_EQ(line(3), u"");
}

// https://learn.microsoft.com/windows/win32/controls/em-posfromchar, em-charfrompos
TEST_F(MultilineEdits, PlacesAndCharactersFindEachOther) {
  make(ES_MULTILINE, 100, 60);
  set(L"12345\r\n1234567");
  EXPECT_EQ(ask(EM_POSFROMCHAR, 8), MAKELONG(12, 15));
  // A line delimiter: "a point just beyond the last visible character".
  EXPECT_EQ(ask(EM_POSFROMCHAR, 5), MAKELONG(44, 0));
  EXPECT_EQ(ask(EM_POSFROMCHAR, 6), MAKELONG(44, 0));
  EXPECT_EQ(ask(EM_POSFROMCHAR, 14), -1);
  EXPECT_EQ(ask(EM_CHARFROMPOS, 0, MAKELPARAM(13, 20)), MAKELONG(8, 1));
  EXPECT_EQ(ask(EM_CHARFROMPOS, 0, MAKELPARAM(90, 5)), MAKELONG(5, 0));
  EXPECT_EQ(ask(EM_CHARFROMPOS, 0, MAKELPARAM(13, 55)), MAKELONG(8, 1));
  EXPECT_EQ(ask(EM_CHARFROMPOS, 0, MAKELPARAM(-5, 5)), -1);
}

// https://learn.microsoft.com/windows/win32/controls/en-vscroll: arrows, shaft, wheel and keyboard
// are told before the screen is updated, the thumb is not.
TEST_F(MultilineEdits, ScrollingIsTold) {
  TRANSOM_CHECKS(EN_VSCROLL);
  make_lines(9);
  EXPECT_EQ(bar(SB_VERT).nMax, 8);
  EXPECT_EQ(bar(SB_VERT).nPage, 4u);
  SCROLLBARINFO info{};
  info.cbSize = sizeof info;
  ASSERT_TRUE(GetScrollBarInfo(edit, OBJID_VSCROLL, &info));
  const POINT below{info.rcScrollBar.left + 5, info.rcScrollBar.bottom - 5};
  on_message = [&](const Received& received) {
    if (received.message == WM_NCHITTEST) {
      hit = DefWindowProcW(received.window, WM_NCHITTEST, received.wparam, received.lparam);
    }
  };
  send_mouse(MOUSEEVENTF_LEFTDOWN, below);
  send_mouse(MOUSEEVENTF_LEFTUP, below);
  pump();
  EXPECT_THAT(heard(), ElementsAre(EN_VSCROLL));
  EXPECT_EQ(first_line(), 1);
  EXPECT_EQ(bar(SB_VERT).nPos, 1);
  send_mouse(MOUSEEVENTF_WHEEL, in(edit, 20, 20), static_cast<DWORD>(-WHEEL_DELTA));
  pump();
  EXPECT_THAT(heard(), ElementsAre(EN_VSCROLL));
  EXPECT_EQ(first_line(), 4);
  press(VK_END, VK_CONTROL);
  press(VK_HOME, VK_CONTROL);
  EXPECT_THAT(heard(), ElementsAre(EN_VSCROLL, EN_VSCROLL));
  ask(WM_VSCROLL, MAKEWPARAM(SB_THUMBTRACK, 3));
  EXPECT_EQ(first_line(), 3);
  EXPECT_EQ(ask(EM_GETTHUMB), 3);
  EXPECT_THAT(heard(), IsEmpty());
}

// https://learn.microsoft.com/windows/win32/controls/en-hscroll
TEST_F(MultilineEdits, ScrollingToTheSideIsTold) {
  TRANSOM_CHECKS(EN_HSCROLL);
  make(ES_MULTILINE | WS_HSCROLL, 100, 80);
  set(L"a long line that goes over the edge");
  EXPECT_EQ(bar(SB_HORZ).nMax, 35 * 8 - 1);
  press(VK_END);
  EXPECT_THAT(heard(), ElementsAre(EN_HSCROLL));
  EXPECT_EQ(caret().x, format().right);
  press(VK_HOME);
  EXPECT_THAT(heard(), ElementsAre(EN_HSCROLL));
  SCROLLBARINFO info{};
  info.cbSize = sizeof info;
  ASSERT_TRUE(GetScrollBarInfo(edit, OBJID_HSCROLL, &info));
  const POINT right{info.rcScrollBar.right - 5, info.rcScrollBar.top + 5};
  send_mouse(MOUSEEVENTF_LEFTDOWN, right);
  send_mouse(MOUSEEVENTF_LEFTUP, right);
  pump();
  EXPECT_THAT(heard(), ElementsAre(EN_HSCROLL));
  EXPECT_EQ(bar(SB_HORZ).nPos, 8);
}

// https://learn.microsoft.com/windows/win32/controls/em-scroll, em-linescroll
TEST_F(MultilineEdits, ProgramsScroll) {
  make_lines(9, 0);
  EXPECT_EQ(ask(EM_SCROLL, SB_LINEDOWN), MAKELONG(1, TRUE));
  EXPECT_EQ(ask(EM_SCROLL, SB_PAGEDOWN), MAKELONG(4, TRUE));
  EXPECT_EQ(ask(EM_SCROLL, SB_LINEUP), MAKELONG(-1, TRUE));
  EXPECT_EQ(ask(EM_SCROLL, SB_TOP), FALSE);
  EXPECT_TRUE(ask(EM_LINESCROLL, 0, -2));
  EXPECT_EQ(first_line(), 2);
  // "adjusted so that the last line of the edit control is scrolled to the top"
  EXPECT_TRUE(ask(EM_LINESCROLL, 0, 100));
  EXPECT_EQ(first_line(), 8);
  ask(EM_SCROLLCARET);
  EXPECT_EQ(first_line(), 0);
  DestroyWindow(edit);
  make(ES_AUTOHSCROLL);
  EXPECT_FALSE(ask(EM_LINESCROLL, 0, 1));
  EXPECT_FALSE(ask(EM_SCROLL, SB_LINEDOWN));
}

// https://learn.microsoft.com/windows/win32/controls/em-setrect
TEST_F(MultilineEdits, ProgramsSetTheFormattingRectangle) {
  make(ES_MULTILINE, 200, 60);
  const RECT wanted{20, 10, 100, 55};
  ask(EM_SETRECT, 0, &wanted);
  RECT rect = format();
  EXPECT_EQ(rect.left, 24);
  EXPECT_EQ(rect.right, 96);
  EXPECT_EQ(rect.bottom, 55);
  set(L"1234567890");
  EXPECT_EQ(ask(EM_GETLINECOUNT), 2);
  ask(EM_SETRECTNP, 0, nullptr);
  EXPECT_EQ(format().left, 4);
  EXPECT_EQ(ask(EM_GETLINECOUNT), 1);
}

// https://learn.microsoft.com/windows/win32/controls/em-settabstops
TEST_F(MultilineEdits, TabsGoToTheirStops) {
  make(ES_MULTILINE | ES_AUTOHSCROLL, 300, 60);
  set(L"a\tb\tc\td");
  const auto x_of = [&](WPARAM index) { return LOWORD(ask(EM_POSFROMCHAR, index)) - 4; };
  EXPECT_EQ(x_of(2), 64);
  EXPECT_EQ(x_of(4), 128);
  const UINT every = 16;
  EXPECT_TRUE(ask(EM_SETTABSTOPS, 1, &every));
  EXPECT_EQ(x_of(2), 32);
  EXPECT_EQ(x_of(4), 64);
  const UINT stops[] = {20, 60};
  EXPECT_TRUE(ask(EM_SETTABSTOPS, 2, stops));
  EXPECT_EQ(x_of(2), 40);
  EXPECT_EQ(x_of(4), 120);
  EXPECT_EQ(x_of(6), 192);
  EXPECT_FALSE(ask(EM_SETTABSTOPS, 2, nullptr));
}

// https://learn.microsoft.com/windows/win32/controls/em-fmtlines
TEST_F(MultilineEdits, SoftLineBreaksAreShownToPrograms) {
  make(ES_MULTILINE, 80, 60);
  set(L"hello world\r\nx");
  EXPECT_EQ(ask(EM_FMTLINES, TRUE), TRUE);
  EXPECT_EQ(text(), u"hello \r\r\nworld\r\nx");
  EXPECT_EQ(GetWindowTextLengthW(edit), 17);
  EXPECT_EQ(ask(EM_FMTLINES, FALSE), FALSE);
  EXPECT_EQ(text(), u"hello world\r\nx");
}

// https://learn.microsoft.com/windows/win32/controls/em-gethandle, em-sethandle
TEST_F(MultilineEdits, ProgramsHoldTheBuffer) {
  make(ES_MULTILINE, 200, 60);
  set(L"hello");
  const auto handle = reinterpret_cast<HLOCAL>(ask(EM_GETHANDLE));
  ASSERT_NE(handle, nullptr);
  EXPECT_EQ(std::u16string(static_cast<const char16_t*>(LocalLock(handle))), u"hello");
  LocalUnlock(handle);
  LocalFree(handle);
  type("x");
  const HLOCAL own = LocalAlloc(LMEM_MOVEABLE, 12);
  std::memcpy(LocalLock(own), u"other", 12);
  LocalUnlock(own);
  ask(EM_SETHANDLE, reinterpret_cast<WPARAM>(own));
  EXPECT_EQ(text(), u"other");
  EXPECT_EQ(ask(EM_CANUNDO), FALSE);
  // "An edit control automatically reallocates the given buffer."
  type("and more");
  const auto grown = reinterpret_cast<HLOCAL>(ask(EM_GETHANDLE));
  EXPECT_EQ(std::u16string(static_cast<const char16_t*>(LocalLock(grown))), u"and moreother");
  LocalUnlock(grown);
}

TEST_F(MultilineEdits, AnAnsiProgramHoldsAnsiText) {
  edit = CreateWindowExA(0, "Edit", "Gr\xFC\xDF", WS_CHILD | ES_MULTILINE, 0, 0, 100, 50, window,
                         nullptr, nullptr, nullptr);
  const auto handle = reinterpret_cast<HLOCAL>(ask(EM_GETHANDLE));
  EXPECT_STREQ(static_cast<const char*>(LocalLock(handle)), "Gr\xFC\xDF");
  LocalUnlock(handle);
}

// https://learn.microsoft.com/windows/win32/controls/en-errspace: the buffer that the program gave
// cannot be made larger.
TEST_F(MultilineEdits, WithoutMemoryTheParentIsTold) {
  TRANSOM_CHECKS(EN_ERRSPACE);
  make(ES_MULTILINE, 200, 60);
  const HLOCAL own = LocalAlloc(LMEM_MOVEABLE, 4);
  std::memcpy(LocalLock(own), u"a", 4);
  LocalUnlock(own);
  ask(EM_SETHANDLE, reinterpret_cast<WPARAM>(own));
  LocalFree(own);
  heard();
  type("b");
  EXPECT_THAT(heard(), ElementsAre(EN_ERRSPACE));
  EXPECT_EQ(text(), u"a");
}

int CALLBACK break_at_hyphens(LPWSTR text, int index, int size, int code) {
  if (code == WB_ISDELIMITER) return text[index] == L'-';
  if (code == WB_LEFT) {
    while (index > 0 && text[index - 1] != L'-') --index;
    return index;
  }
  while (index < size && text[index] != L'-') ++index;
  return std::min(index + 1, size);
}

// https://learn.microsoft.com/windows/win32/controls/em-setwordbreakproc
TEST_F(MultilineEdits, ProgramsBreakWords) {
  make(ES_MULTILINE, 80, 60);
  set(L"ab-cdefgh-ij klm");
  EXPECT_THAT(lines(), ElementsAre(u"ab-cdefgh", u"-ij klm"));
  ask(EM_SETWORDBREAKPROC, 0, reinterpret_cast<const void*>(break_at_hyphens));
  EXPECT_EQ(ask(EM_GETWORDBREAKPROC), reinterpret_cast<LRESULT>(break_at_hyphens));
  EXPECT_THAT(lines(), ElementsAre(u"ab-", u"cdefgh-", u"ij klm"));
  press(VK_RIGHT, VK_CONTROL);
  EXPECT_EQ(selection(), Range(3, 3));
}

// Enter, Escape and Tab are a dialog's, but for ES_WANTRETURN and Ctrl.
TEST_F(MultilineEdits, InDialogsKeysAreGivenBack) {
  struct Template {
    DLGTEMPLATE dialog{WS_POPUP | WS_VISIBLE, 0, 0, 10, 10, 150, 100};
    WORD rest[3]{};
  } described;
  static std::vector<int> commands;
  commands.clear();
  const HWND dialog =
      CreateDialogIndirectW(nullptr, &described.dialog, nullptr,
                            [](HWND, UINT message, WPARAM wparam, LPARAM) -> INT_PTR {
                              if (message == WM_COMMAND && HIWORD(wparam) == 0)
                                commands.push_back(LOWORD(wparam));
                              return FALSE;
                            });
  const auto child = [&](LPCWSTR name, DWORD style, UINT_PTR id) {
    return CreateWindowExW(0, name, L"", WS_CHILD | WS_VISIBLE | WS_TABSTOP | style, 5, 5, 100, 40,
                           dialog, reinterpret_cast<HMENU>(id), nullptr, nullptr);
  };
  child(L"Button", BS_DEFPUSHBUTTON, IDOK);
  SendMessageW(dialog, DM_SETDEFID, IDOK, 0);
  SetForegroundWindow(dialog);
  const auto strike_in = [&](WORD modifier, WORD key) {
    SetFocus(edit);
    if (modifier != 0) send_key(modifier, true);
    strike(key);
    if (modifier != 0) send_key(modifier, false);
    MSG message;
    while (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) {
      if (IsDialogMessageW(dialog, &message)) continue;
      TranslateMessage(&message);
      DispatchMessageW(&message);
    }
  };
  edit = child(L"Edit", ES_MULTILINE | ES_AUTOVSCROLL, 5);
  strike_in(0, VK_RETURN);
  EXPECT_EQ(text(), u"");
  EXPECT_THAT(commands, ElementsAre(IDOK));
  strike_in(0, VK_TAB);
  EXPECT_EQ(GetFocus(), GetDlgItem(dialog, IDOK));
  strike_in(VK_CONTROL, VK_TAB);
  strike_in(VK_CONTROL, VK_RETURN);
  EXPECT_EQ(text(), u"\t\r\n");
  strike_in(0, VK_ESCAPE);
  EXPECT_THAT(commands, ElementsAre(IDOK, IDCANCEL));
  SetWindowLongW(edit, GWL_STYLE, GetWindowLongW(edit, GWL_STYLE) | ES_WANTRETURN);
  strike_in(0, VK_RETURN);
  EXPECT_EQ(text(), u"\t\r\n\r\n");
  DestroyWindow(dialog);
}

// Messages of comctl32's version 6: lines as they are in the text, whatever the width.
TEST_F(MultilineEdits, LinesOfTheTextAreNotThoseOnTheScreen) {
  constexpr UINT kFileLineFromChar = 0x1513, kFileLineIndex = 0x1514, kFileLineLength = 0x1515,
                 kFileLineCount = 0x1517;
  make(ES_MULTILINE, 80, 60);
  set(L"hello world\r\nx\r\n");
  EXPECT_EQ(ask(EM_GETLINECOUNT), 4);
  EXPECT_EQ(ask(kFileLineCount), 3);
  EXPECT_EQ(ask(kFileLineFromChar, 10), 0);
  EXPECT_EQ(ask(kFileLineFromChar, 13), 1);
  EXPECT_EQ(ask(kFileLineFromChar, 16), 2);
  EXPECT_EQ(ask(kFileLineIndex, 1), 13);
  EXPECT_EQ(ask(kFileLineIndex, 3), -1);
  EXPECT_EQ(ask(kFileLineLength, 7), 11);
}

TEST_F(MultilineEdits, OtherEndsOfLinesAreAllowed) {
  constexpr UINT kSetExtendedStyle = 0x150A, kGetEndOfLine = 0x150D;
  constexpr LPARAM kLf = 2;
  make(ES_MULTILINE | ES_AUTOVSCROLL, 80, 60);
  set(L"a\nb");
  EXPECT_EQ(ask(EM_GETLINECOUNT), 1);
  EXPECT_EQ(ask(kSetExtendedStyle, kLf, kLf), S_OK);
  EXPECT_THAT(lines(), ElementsAre(u"a", u"b"));
  EXPECT_EQ(ask(kGetEndOfLine), 3);
  press(VK_RETURN);
  EXPECT_EQ(text(), u"\na\nb");
}

}  // namespace
}  // namespace transom::user
