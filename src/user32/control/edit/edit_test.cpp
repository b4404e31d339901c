// Edit controls of one line: typing, selecting, taking back, and what the parent hears of it.
// What the documentation leaves open is as under Wine 8.0.
#include "base/common_controls.h"
#include "user32/control/edit/edit_test_support.h"

namespace transom::user {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using EditControls = EditTest;

// https://learn.microsoft.com/windows/win32/controls/en-update: "after the control has formatted
// the text, but before it displays the text"; en-change: "after the system updates the screen".
TEST_F(EditControls, TypingTellsTheParentBeforeAndAfterItShows) {
  TRANSOM_CHECKS(EN_UPDATE);
  TRANSOM_CHECKS(EN_CHANGE);
  make(ES_AUTOHSCROLL);
  std::vector<std::pair<std::u16string, bool>> seen;
  on_message = [&](const Received& received) {
    if (received.message == WM_COMMAND) seen.emplace_back(text(), has_ink({5, 0, 11, 14}));
  };
  type("a");
  const Received* command = first(WM_COMMAND);
  ASSERT_NE(command, nullptr);
  EXPECT_EQ(command->wparam, static_cast<WPARAM>(MAKEWPARAM(77, EN_UPDATE)));
  EXPECT_EQ(reinterpret_cast<HWND>(command->lparam), edit);
  EXPECT_THAT(heard(), ElementsAre(EN_UPDATE, EN_CHANGE));
  EXPECT_THAT(seen, ElementsAre(std::pair(u"a", false), std::pair(u"a", true)));
  EXPECT_EQ(ask(EM_GETMODIFY), TRUE);
}

// https://learn.microsoft.com/windows/win32/controls/en-setfocus
TEST_F(EditControls, TheFocusBringsTheCaretAndIsTold) {
  TRANSOM_CHECKS(EN_SETFOCUS);
  TRANSOM_CHECKS(EN_KILLFOCUS);
  make(0);
  SetFocus(window);
  EXPECT_THAT(heard(), ElementsAre(EN_KILLFOCUS));
  EXPECT_FALSE(HideCaret(edit));
  click(edit);
  EXPECT_EQ(GetFocus(), edit);
  EXPECT_THAT(heard(), ElementsAre(EN_SETFOCUS));
  EXPECT_EQ(caret().x, format().left);
  EXPECT_TRUE(HideCaret(edit));
}

TEST_F(EditControls, KeysMoveTheCaretAndSelect) {
  make(ES_AUTOHSCROLL);
  type("hello wide");
  press(VK_HOME);
  EXPECT_EQ(selection(), Range(0, 0));
  press(VK_RIGHT);
  press(VK_END, VK_SHIFT);
  EXPECT_EQ(selection(), Range(1, 10));
  EXPECT_EQ(caret().x, format().left + 80);
  press(VK_LEFT, VK_CONTROL);
  EXPECT_EQ(selection(), Range(6, 6));
  press(VK_DOWN);
  press(VK_UP);
  press(VK_UP);
  EXPECT_EQ(selection(), Range(5, 5));
  press(VK_DELETE);
  press(VK_BACK);
  EXPECT_EQ(text(), u"hellwide");
}

TEST_F(EditControls, WordsAreWhatBlanksSeparate) {
  make(ES_AUTOHSCROLL, 400);
  set(L"  foo, bar.baz\t qux--x (y)  ");
  std::vector<DWORD> stops;
  for (int i = 0; i < 5; ++i) {
    press(VK_RIGHT, VK_CONTROL);
    stops.push_back(selection().first);
  }
  EXPECT_THAT(stops, ElementsAre(2, 7, 16, 23, 28));
  press(VK_LEFT, VK_CONTROL);
  EXPECT_EQ(selection(), Range(23, 23));
}

// https://learn.microsoft.com/windows/win32/controls/en-maxtext
TEST_F(EditControls, WhatGoesOverTheLimitIsCutOff) {
  TRANSOM_CHECKS(EN_MAXTEXT);
  make(ES_AUTOHSCROLL);
  ask(EM_SETLIMITTEXT, 3);
  type("abc");
  heard();
  type("d");
  EXPECT_THAT(heard(), ElementsAre(EN_MAXTEXT));
  EXPECT_EQ(text(), u"abc");
  select(1, 2);
  ask(EM_REPLACESEL, TRUE, L"1234");
  EXPECT_EQ(text(), u"a1c");
  EXPECT_THAT(heard(), ElementsAre(EN_MAXTEXT, EN_UPDATE, EN_CHANGE));
  // "nor does it affect the length of the text copied to the edit control by WM_SETTEXT"
  set(L"abcdef");
  EXPECT_EQ(text(), u"abcdef");
}

TEST_F(EditControls, WithoutScrollingOnlyWhatFitsIsAccepted) {
  make(0, 70);
  type("abcdefghij");
  EXPECT_EQ(text(), u"abcdefg");
  set(L"");
  ask(EM_REPLACESEL, TRUE, L"abcdefghijklm");
  EXPECT_EQ(text(), u"abcdefg");
  EXPECT_THAT(heard(), ElementsAre(EN_MAXTEXT, EN_UPDATE, EN_CHANGE));
}

// https://learn.microsoft.com/windows/win32/controls/edit-control-styles: "scrolls text to the
// right by 10 characters when the user types a character at the end of the line"; no more than a
// third.
TEST_F(EditControls, TypingAtTheEdgeScrollsAhead) {
  make(ES_AUTOHSCROLL, 100);
  type("abcdefghijkl");
  EXPECT_EQ(ask(EM_GETFIRSTVISIBLELINE), 5);
  EXPECT_EQ(caret().x, format().left + 7 * 8);
  press(VK_HOME);
  EXPECT_EQ(ask(EM_GETFIRSTVISIBLELINE), 0);
}

// https://learn.microsoft.com/windows/win32/controls/em-undo: "An undo operation can also be
// undone."
TEST_F(EditControls, OneStepIsTakenBackAndDoneAgain) {
  make(ES_AUTOHSCROLL);
  EXPECT_EQ(ask(EM_CANUNDO), FALSE);
  type("abc");
  press('Z', VK_CONTROL);
  EXPECT_EQ(text(), u"");
  press('Z', VK_CONTROL);
  EXPECT_EQ(text(), u"abc");
  EXPECT_EQ(selection(), Range(0, 3));
  press(VK_END);
  press(VK_BACK);
  press(VK_BACK);
  press(VK_BACK, VK_MENU);
  EXPECT_EQ(text(), u"abc");
  EXPECT_EQ(selection(), Range(1, 3));
  ask(EM_EMPTYUNDOBUFFER);
  EXPECT_EQ(ask(EM_CANUNDO), FALSE);
  ask(EM_UNDO);
  EXPECT_EQ(text(), u"abc");
}

TEST_F(EditControls, AProgramsReplacementIsTakenBackIfItSaysSo) {
  make(ES_AUTOHSCROLL);
  set(L"hello");
  select(1, 3);
  ask(EM_REPLACESEL, TRUE, L"XY");
  EXPECT_EQ(ask(EM_CANUNDO), TRUE);
  ask(WM_UNDO);
  EXPECT_EQ(text(), u"hello");
  EXPECT_EQ(selection(), Range(1, 3));
  ask(EM_REPLACESEL, FALSE, L"XY");
  EXPECT_EQ(ask(EM_CANUNDO), FALSE);
}

// https://learn.microsoft.com/windows/win32/controls/em-setsel
TEST_F(EditControls, SelectionsAreSetByTheirEnds) {
  make(ES_AUTOHSCROLL);
  set(L"hello");
  select(0, static_cast<DWORD>(-1));
  EXPECT_EQ(selection(), Range(0, 5));
  select(4, 1);
  EXPECT_EQ(selection(), Range(1, 4));
  EXPECT_EQ(caret().x, format().left + 8);
  press(VK_LEFT, VK_SHIFT);
  EXPECT_EQ(selection(), Range(0, 4));
  select(static_cast<DWORD>(-1), 3);
  EXPECT_EQ(selection(), Range(0, 0));
  select(100, 200);
  EXPECT_EQ(selection(), Range(5, 5));
  EXPECT_EQ(ask(EM_GETSEL), MAKELONG(5, 5));
}

// https://learn.microsoft.com/windows/win32/controls/en-change: not by WM_SETTEXT with
// ES_MULTILINE.
TEST_F(EditControls, SettingTheTextIsToldByASingleLineOnly) {
  make(ES_AUTOHSCROLL);
  type("abc");
  heard();
  SetWindowTextW(edit, L"new");
  EXPECT_THAT(heard(), ElementsAre(EN_UPDATE, EN_CHANGE));
  EXPECT_EQ(selection(), Range(0, 0));
  EXPECT_EQ(ask(EM_GETMODIFY), FALSE);
  EXPECT_EQ(ask(EM_CANUNDO), FALSE);
  DestroyWindow(edit);
  make(ES_MULTILINE, 200, 60);
  SetWindowTextW(edit, L"new");
  EXPECT_THAT(heard(), IsEmpty());
}

TEST_F(EditControls, StylesChangeWhatIsTyped) {
  make(ES_UPPERCASE | ES_AUTOHSCROLL);
  type("ab");
  ask(EM_REPLACESEL, FALSE, L"cd\x00E9");
  EXPECT_EQ(text(), u"ABCD\u00C9");
  DestroyWindow(edit);
  make(ES_LOWERCASE | ES_AUTOHSCROLL);
  set(L"ABC");
  EXPECT_EQ(text(), u"abc");
  DestroyWindow(edit);
  // "even with this set, it is still possible to paste non-digits"
  make(ES_NUMBER | ES_AUTOHSCROLL);
  type("1a2");
  ask(EM_REPLACESEL, FALSE, L"z");
  EXPECT_EQ(text(), u"12z");
}

// https://learn.microsoft.com/windows/win32/controls/em-setreadonly
TEST_F(EditControls, AReadOnlyControlIsChangedByProgramsAlone) {
  make(ES_AUTOHSCROLL);
  set(L"abc");
  EXPECT_TRUE(ask(EM_SETREADONLY, TRUE));
  EXPECT_TRUE(style_of(edit) & ES_READONLY);
  type("x");
  press(VK_DELETE);
  press(VK_BACK);
  EXPECT_EQ(text(), u"abc");
  ask(EM_REPLACESEL, FALSE, L"z");
  EXPECT_EQ(text(), u"zabc");
  ask(EM_SETREADONLY, FALSE);
  type("x");
  EXPECT_EQ(text(), u"zxabc");
}

// https://learn.microsoft.com/windows/win32/controls/em-setpasswordchar
TEST_F(EditControls, APasswordCharacterStandsForAllOthers) {
  make(ES_AUTOHSCROLL | ES_PASSWORD);
  EXPECT_EQ(ask(EM_GETPASSWORDCHAR), '*');
  type("ab c");
  EXPECT_EQ(text(), u"ab c");
  // Nobody learns where the words are.
  press(VK_LEFT, VK_CONTROL);
  EXPECT_EQ(selection(), Range(0, 0));
  ask(EM_SETPASSWORDCHAR, 0);
  EXPECT_FALSE(style_of(edit) & ES_PASSWORD);
  ask(EM_SETPASSWORDCHAR, 'x');
  EXPECT_TRUE(style_of(edit) & ES_PASSWORD);
}

// Two characters of UTF-16 that are one are never parted.
TEST_F(EditControls, SurrogatePairsStayTogether) {
  make(ES_AUTOHSCROLL);
  INPUT input{};
  input.type = INPUT_KEYBOARD;
  input.ki.dwFlags = KEYEVENTF_UNICODE;
  for (const WORD unit : {WORD{0xD83D}, WORD{0xDE00}}) {
    input.ki.wScan = unit;
    SendInput(1, &input, sizeof input);
  }
  pump();
  EXPECT_EQ(text(), u"\U0001F600");
  EXPECT_THAT(heard(), ElementsAre(EN_UPDATE, EN_CHANGE));
  press(VK_LEFT);
  EXPECT_EQ(selection(), Range(0, 0));
  press(VK_RIGHT);
  EXPECT_EQ(selection(), Range(2, 2));
  select(1, 1);
  EXPECT_EQ(selection(), Range(0, 0));
  press(VK_END);
  press(VK_BACK);
  EXPECT_EQ(text(), u"");
  ask(EM_SETLIMITTEXT, 1);
  ask(EM_REPLACESEL, FALSE, L"\xD83D\xDE00");
  EXPECT_EQ(text(), u"");
}

// https://learn.microsoft.com/windows/win32/controls/wm-ctlcoloredit and wm-ctlcolorstatic
TEST_F(EditControls, TheParentColoursTheControl) {
  TRANSOM_CHECKS(WM_CTLCOLOREDIT);
  make(ES_AUTOHSCROLL);
  InvalidateRect(edit, nullptr, TRUE);
  on_message = [&](const Received& received) {
    if (received.message != WM_CTLCOLOREDIT) return;
    EXPECT_EQ(reinterpret_cast<HWND>(received.lparam), edit);
    EXPECT_EQ(GetObjectType(reinterpret_cast<HDC>(received.wparam)), static_cast<DWORD>(OBJ_DC));
  };
  pump();
  EXPECT_NE(first(WM_CTLCOLOREDIT), nullptr);
  const HDC dc = GetDC(edit);
  EXPECT_EQ(GetPixel(dc, 50, 20), GetSysColor(COLOR_WINDOW));
  for (const bool disabled : {false, true}) {
    ask(EM_SETREADONLY, !disabled);
    EnableWindow(edit, !disabled);
    log.clear();
    InvalidateRect(edit, nullptr, TRUE);
    pump();
    EXPECT_NE(first(WM_CTLCOLORSTATIC), nullptr);
    EXPECT_EQ(first(WM_CTLCOLOREDIT), nullptr);
    EXPECT_EQ(GetPixel(dc, 50, 20), GetSysColor(COLOR_3DFACE));
  }
  ReleaseDC(edit, dc);
}

TEST_F(EditControls, TheSelectionShowsWithTheFocus) {
  for (const DWORD style : {0, ES_NOHIDESEL}) {
    make(ES_AUTOHSCROLL | style);
    set(L"   ");
    select(0, 3);
    pump();
    const HDC dc = GetDC(edit);
    EXPECT_EQ(GetPixel(dc, 10, 3), GetSysColor(COLOR_HIGHLIGHT));
    SetFocus(window);
    pump();
    EXPECT_EQ(GetPixel(dc, 10, 3),
              GetSysColor(style == ES_NOHIDESEL ? COLOR_HIGHLIGHT : COLOR_WINDOW));
    ReleaseDC(edit, dc);
    DestroyWindow(edit);
  }
}

// "If the edit control contains a border, the formatting rectangle is reduced by the size of the
// border." https://learn.microsoft.com/windows/win32/controls/em-setrect
TEST_F(EditControls, TheFormattingRectangleLeavesBorderAndMargins) {
  make(0, 200, 25);
  RECT rect = format();
  EXPECT_EQ(rect.left, 4);
  EXPECT_EQ(rect.right, 196);
  EXPECT_EQ(rect.top, 0);
  EXPECT_EQ(rect.bottom, 15);
  EXPECT_EQ(ask(EM_GETMARGINS), MAKELONG(4, 4));
  ask(EM_SETMARGINS, EC_LEFTMARGIN | EC_RIGHTMARGIN, MAKELPARAM(5, 9));
  rect = format();
  EXPECT_EQ(rect.left, 5);
  EXPECT_EQ(rect.right, 191);
  ask(EM_SETMARGINS, EC_LEFTMARGIN, MAKELPARAM(EC_USEFONTINFO, 0));
  EXPECT_EQ(ask(EM_GETMARGINS), MAKELONG(4, 9));
  DestroyWindow(edit);
  make(WS_BORDER, 200, 25);
  EXPECT_FALSE(style_of(edit) & WS_BORDER);
  rect = format();
  EXPECT_EQ(rect.left, 6);
  EXPECT_EQ(rect.top, 2);
  EXPECT_EQ(rect.right, 194);
}

// https://learn.microsoft.com/windows/win32/dlgbox/wm-getdlgcode
TEST_F(EditControls, DialogsLearnWhatKeysItWants) {
  make(0);
  EXPECT_EQ(ask(WM_GETDLGCODE), DLGC_WANTCHARS | DLGC_HASSETSEL | DLGC_WANTARROWS);
  DestroyWindow(edit);
  make(ES_MULTILINE);
  EXPECT_EQ(ask(WM_GETDLGCODE),
            DLGC_WANTCHARS | DLGC_HASSETSEL | DLGC_WANTARROWS | DLGC_WANTALLKEYS);
}

// https://learn.microsoft.com/windows/win32/controls/em-setlimittext
TEST_F(EditControls, LimitsHaveTheirBounds) {
  make(0);
  EXPECT_EQ(ask(EM_GETLIMITTEXT), 32767);
  ask(EM_LIMITTEXT, 0);
  EXPECT_EQ(ask(EM_GETLIMITTEXT), 0x7FFF'FFFE);
  DestroyWindow(edit);
  make(ES_MULTILINE);
  ask(EM_LIMITTEXT, 0);
  EXPECT_EQ(ask(EM_GETLIMITTEXT), 0xFFFF'FFFF);
}

// An ANSI program gets its characters, whatever the control keeps.
TEST_F(EditControls, AnsiProgramsSpeakTheirCodePage) {
  make(ES_AUTOHSCROLL);
  SendMessageA(edit, WM_SETTEXT, 0, reinterpret_cast<LPARAM>("Gr\xFC\xDF"));
  EXPECT_EQ(text(), u"Gr\u00FC\u00DF");
  SendMessageA(edit, EM_REPLACESEL, FALSE, reinterpret_cast<LPARAM>("\xC4"));
  SendMessageA(edit, WM_CHAR, 0xE9, 1);
  char line[10] = {9, 0};
  EXPECT_EQ(SendMessageA(edit, EM_GETLINE, 0, reinterpret_cast<LPARAM>(line)), 6);
  EXPECT_EQ(std::string(line, 6), "\xC4\xE9Gr\xFC\xDF");
}

// https://learn.microsoft.com/windows/win32/controls/em-setcuebanner
TEST_F(EditControls, ACueShowsWhereThereIsNoText) {
  make(ES_AUTOHSCROLL);
  EXPECT_TRUE(ask(EM_SETCUEBANNER, FALSE, L"Search"));
  WCHAR cue[20];
  EXPECT_TRUE(ask(EM_GETCUEBANNER, reinterpret_cast<WPARAM>(cue), 20));
  EXPECT_EQ(std::u16string(base::as_char16(cue)), u"Search");
  const auto grey = [&] {
    const HDC dc = GetDC(edit);
    bool found = false;
    for (int x = 5; x < 50; ++x) {
      for (int y = 0; y < 15; ++y) {
        found = found || GetPixel(dc, x, y) == GetSysColor(COLOR_GRAYTEXT);
      }
    }
    ReleaseDC(edit, dc);
    return found;
  };
  pump();
  EXPECT_FALSE(grey());
  SetFocus(window);
  pump();
  EXPECT_TRUE(grey());
}

// A parent may take the control away in any notification.
TEST_F(EditControls, ItMayBeDestroyedInItsNotifications) {
  for (const int code : {EN_UPDATE, EN_CHANGE, EN_MAXTEXT, EN_SETFOCUS, EN_KILLFOCUS}) {
    for (const DWORD style : {DWORD{ES_AUTOHSCROLL}, DWORD{ES_MULTILINE | WS_VSCROLL}}) {
      make(style);
      ask(EM_SETLIMITTEXT, 2);
      on_message = [&](const Received& received) {
        if (received.message == WM_COMMAND && HIWORD(received.wparam) == code) DestroyWindow(edit);
      };
      SetFocus(window);
      if (IsWindow(edit)) SetFocus(edit);
      type("abc");
      on_message = nullptr;
      EXPECT_FALSE(IsWindow(edit)) << code;
      pump();
    }
  }
}

// ... or set another text.
TEST_F(EditControls, TheTextMayChangeInItsNotifications) {
  for (const int code : {EN_UPDATE, EN_CHANGE, EN_MAXTEXT}) {
    make(ES_MULTILINE | WS_VSCROLL, 80, 50);
    set(L"one two three four five six seven eight nine ten");
    ask(EM_SETLIMITTEXT, 10);
    on_message = [&](const Received& received) {
      if (received.message != WM_COMMAND || HIWORD(received.wparam) != code) return;
      on_message = nullptr;
      SetWindowTextW(edit, L"x");
    };
    press(VK_END, VK_CONTROL);
    if (code == EN_MAXTEXT) {
      type("a");
    } else {
      press(VK_BACK);
    }
    on_message = nullptr;
    EXPECT_EQ(text(), u"x");
    DestroyWindow(edit);
  }
}

}  // namespace
}  // namespace transom::user
