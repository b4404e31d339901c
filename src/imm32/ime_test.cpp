// Input methods as a program meets them: real keys go through the built-in Japanese one.
#include <string>

#include "base/text.h"
#include "tests/support/coverage.h"
#include "user32/control/control_test_support.h"

namespace transom::imm {
namespace {

using user::Received;

const std::vector<UINT> kComposing{WM_IME_STARTCOMPOSITION, WM_IME_COMPOSITION,
                                   WM_IME_ENDCOMPOSITION, WM_IME_CHAR, WM_CHAR};

class ImeTest : public user::ControlTest {
 protected:
  void SetUp() override {
    ControlTest::SetUp();
    before_ = GetKeyboardLayout(0);
  }
  void TearDown() override {
    on_message = nullptr;
    answer = nullptr;
    ActivateKeyboardLayout(before_, 0);
    ControlTest::TearDown();
  }

  void use_kana() {
    layout = LoadKeyboardLayoutW(L"E0010411", KLF_ACTIVATE);
    pump();
    log.clear();
  }

  static void type(std::string_view letters) {
    for (const char letter : letters) press(static_cast<WORD>(letter - 'a' + 'A'));
  }

  std::u16string text(DWORD index, HWND of = nullptr) const {
    const HIMC context = ImmGetContext(of != nullptr ? of : window);
    const LONG size = ImmGetCompositionStringW(context, index, nullptr, 0);
    if (size < 0) return u"failed";
    std::u16string result(static_cast<std::size_t>(size) / 2, u'\0');
    ImmGetCompositionStringW(context, index, result.data(), static_cast<DWORD>(size));
    return result;
  }

  // What came by messages of this number, as characters.
  std::u16string characters(UINT message) const {
    std::u16string all;
    for (const Received& each : log) {
      if (each.message == message) all += static_cast<char16_t>(each.wparam);
    }
    return all;
  }

  HKL layout = nullptr;

 private:
  HKL before_ = nullptr;
};

// "Sent to an application when the operating system is about to change the current IME."
TEST_F(ImeTest, TheWindowHearsWhichMethodIsSelected) {
  TRANSOM_CHECKS(WM_IME_SELECT);
  const HKL usual = GetKeyboardLayout(0);
  HKL during = nullptr;
  on_message = [&](const Received& each) {
    if (each.message == WM_IME_SELECT && each.wparam == FALSE) during = GetKeyboardLayout(0);
  };
  layout = LoadKeyboardLayoutW(L"E0010411", KLF_ACTIVATE);
  ASSERT_NE(first(WM_IME_SELECT), nullptr);
  EXPECT_EQ(first(WM_IME_SELECT)->wparam, WPARAM{TRUE});
  EXPECT_EQ(first(WM_IME_SELECT)->lparam, reinterpret_cast<LPARAM>(layout));
  EXPECT_TRUE(ImmIsIME(layout));
  EXPECT_FALSE(ImmIsIME(usual));
  WCHAR name[KL_NAMELENGTH]{};
  EXPECT_TRUE(GetKeyboardLayoutNameW(name));
  EXPECT_EQ(std::u16string(base::as_char16(name)), u"E0010411");
  EXPECT_TRUE(ImmGetOpenStatus(ImmGetContext(window)));

  log.clear();
  ActivateKeyboardLayout(usual, 0);
  ASSERT_NE(first(WM_IME_SELECT), nullptr);
  EXPECT_EQ(first(WM_IME_SELECT)->wparam, WPARAM{FALSE});
  EXPECT_EQ(first(WM_IME_SELECT)->lparam, reinterpret_cast<LPARAM>(layout));
  EXPECT_EQ(during, layout) << "the change is still to come";
  EXPECT_FALSE(ImmGetOpenStatus(ImmGetContext(window)));
}

TEST_F(ImeTest, KeysBecomeVkProcesskeyAndTranslateMessageComposes) {
  TRANSOM_CHECKS(WM_IME_STARTCOMPOSITION);
  TRANSOM_CHECKS(WM_IME_COMPOSITION);
  use_kana();
  send_key('K', true);
  MSG message;
  ASSERT_TRUE(PeekMessageW(&message, nullptr, WM_KEYDOWN, WM_KEYDOWN, PM_REMOVE));
  EXPECT_EQ(message.wParam, WPARAM{VK_PROCESSKEY});
  EXPECT_EQ(ImmGetVirtualKey(window), UINT{'K'});
  EXPECT_EQ(text(GCS_COMPSTR), u"") << "nothing is composed before TranslateMessage";
  EXPECT_TRUE(TranslateMessage(&message));
  EXPECT_EQ(text(GCS_COMPSTR), u"k");
  EXPECT_EQ(ImmGetVirtualKey(window), UINT{VK_PROCESSKEY});
  send_key('K', false);
  type("anji");

  EXPECT_EQ(text(GCS_COMPSTR), u"かんじ");
  EXPECT_EQ(text(GCS_COMPREADSTR), u"ｶﾝｼﾞ");
  EXPECT_EQ(ImmGetCompositionStringW(ImmGetContext(window), GCS_CURSORPOS, nullptr, 0), 3);
  const auto came = numbers(kComposing);
  EXPECT_EQ(came,
            (std::vector<UINT>{WM_IME_STARTCOMPOSITION, WM_IME_COMPOSITION, WM_IME_COMPOSITION,
                               WM_IME_COMPOSITION, WM_IME_COMPOSITION, WM_IME_COMPOSITION}));
  const LPARAM flags = log.back().message == WM_KEYUP ? first(WM_IME_COMPOSITION)->lparam : 0;
  EXPECT_EQ(flags & (GCS_COMPSTR | GCS_COMPATTR | GCS_CURSORPOS | GCS_RESULTSTR),
            GCS_COMPSTR | GCS_COMPATTR | GCS_CURSORPOS);
  EXPECT_EQ(first(WM_IME_COMPOSITION)->wparam, WPARAM{u'k'});
}

// The default IME window makes WM_IME_CHAR of the result, DefWindowProc WM_CHAR of that.
TEST_F(ImeTest, TheResultComesAsCharactersAndEndsTheComposition) {
  TRANSOM_CHECKS(WM_IME_CHAR);
  TRANSOM_CHECKS(WM_IME_ENDCOMPOSITION);
  TRANSOM_CHECKS(WM_IME_KEYLAST);
  use_kana();
  type("nihon");
  press(VK_SPACE);
  EXPECT_EQ(text(GCS_COMPSTR), u"日本");
  log.clear();
  press(VK_RETURN);
  EXPECT_EQ(numbers(kComposing), (std::vector<UINT>{WM_IME_COMPOSITION, WM_IME_CHAR, WM_IME_CHAR,
                                                    WM_IME_ENDCOMPOSITION, WM_CHAR, WM_CHAR}));
  EXPECT_NE(first(WM_IME_COMPOSITION)->lparam & GCS_RESULTSTR, 0);
  EXPECT_EQ(characters(WM_IME_CHAR), u"日本");
  EXPECT_EQ(characters(WM_CHAR), u"日本");
  EXPECT_EQ(text(GCS_RESULTSTR), u"日本");
  EXPECT_EQ(text(GCS_COMPSTR), u"");
  // The marker ends the range of what a composition's keys make.
  for (const UINT number : {WM_IME_STARTCOMPOSITION, WM_IME_ENDCOMPOSITION, WM_IME_COMPOSITION}) {
    EXPECT_LE(number, UINT{WM_IME_KEYLAST});
  }
  EXPECT_EQ(first(WM_IME_COMPOSITION)->message, UINT{WM_IME_KEYLAST});
}

// "If none of the GCS_ values are set, the message indicates that the composition is canceled."
TEST_F(ImeTest, EscapeCancels) {
  use_kana();
  type("ka");
  log.clear();
  press(VK_ESCAPE);
  ASSERT_NE(first(WM_IME_COMPOSITION), nullptr);
  EXPECT_EQ(first(WM_IME_COMPOSITION)->lparam, 0);
  EXPECT_NE(first(WM_IME_ENDCOMPOSITION), nullptr);
  EXPECT_EQ(characters(WM_CHAR), u"");
}

// F10 is a system key, but not while a text is composed.
TEST_F(ImeTest, FunctionKeysDressTheText) {
  use_kana();
  type("kasa");
  press(VK_F7);
  EXPECT_EQ(text(GCS_COMPSTR), u"カサ");
  press(VK_F8);
  EXPECT_EQ(text(GCS_COMPSTR), u"ｶｻ");
  press(VK_F9);
  EXPECT_EQ(text(GCS_COMPSTR), u"ｋａｓａ");
  press(VK_F10);
  EXPECT_EQ(text(GCS_COMPSTR), u"kasa");
  press(VK_RETURN);
  EXPECT_EQ(characters(WM_CHAR), u"kasa");
}

TEST_F(ImeTest, CandidatesOpenChangeAndClose) {
  TRANSOM_CHECKS(WM_IME_NOTIFY);
  use_kana();
  type("hasi");
  const auto commands = [&] {
    std::vector<WPARAM> all;
    for (const Received& each : log) {
      if (each.message == WM_IME_NOTIFY) all.push_back(each.wparam);
    }
    log.clear();
    return all;
  };
  commands();
  press(VK_SPACE);
  ASSERT_NE(first(WM_IME_NOTIFY), nullptr);
  EXPECT_EQ(first(WM_IME_NOTIFY)->lparam, 1) << "list 0, as a bit";
  EXPECT_EQ(commands(), (std::vector<WPARAM>{IMN_OPENCANDIDATE}));
  press(VK_SPACE);
  EXPECT_EQ(commands(), (std::vector<WPARAM>{IMN_CHANGECANDIDATE}));
  EXPECT_EQ(text(GCS_COMPSTR), u"箸");

  const HIMC context = ImmGetContext(window);
  DWORD lists = 0;
  const DWORD size = ImmGetCandidateListCountW(context, &lists);
  EXPECT_EQ(lists, 1u);
  std::vector<std::byte> buffer(size);
  auto* list = reinterpret_cast<CANDIDATELIST*>(buffer.data());
  EXPECT_EQ(ImmGetCandidateListW(context, 0, list, size - 1), 0u);
  ASSERT_EQ(ImmGetCandidateListW(context, 0, list, size), size);
  EXPECT_EQ(list->dwCount, 6u);
  EXPECT_EQ(list->dwSelection, 1u);
  const auto* second = reinterpret_cast<const char16_t*>(buffer.data() + list->dwOffset[1]);
  EXPECT_EQ(std::u16string(second), u"箸");

  EXPECT_TRUE(ImmNotifyIME(context, NI_SELECTCANDIDATESTR, 0, 2));
  EXPECT_EQ(text(GCS_COMPSTR), u"端");
  commands();
  press(VK_RETURN);
  EXPECT_EQ(commands(), (std::vector<WPARAM>{IMN_CLOSECANDIDATE}));
}

TEST_F(ImeTest, ContextsTellWhatChangesInThem) {
  use_kana();
  const HIMC context = ImmGetContext(window);
  const auto notified = [&](WPARAM command) {
    const Received* found = first(WM_IME_NOTIFY);
    const bool same = found != nullptr && found->wparam == command;
    log.clear();
    return same;
  };
  EXPECT_TRUE(ImmSetOpenStatus(context, FALSE));
  EXPECT_TRUE(notified(IMN_SETOPENSTATUS));
  EXPECT_TRUE(ImmSetConversionStatus(context, IME_CMODE_NATIVE | IME_CMODE_KATAKANA, 0));
  EXPECT_TRUE(notified(IMN_SETCONVERSIONMODE));
  CANDIDATEFORM candidates{1, CFS_CANDIDATEPOS, {3, 4}, {}};
  EXPECT_TRUE(ImmSetCandidateWindow(context, &candidates));
  ASSERT_NE(first(WM_IME_NOTIFY), nullptr);
  EXPECT_EQ(first(WM_IME_NOTIFY)->lparam, 2);
  EXPECT_TRUE(notified(IMN_SETCANDIDATEPOS));
  POINT status{5, 6};
  EXPECT_TRUE(ImmSetStatusWindowPos(context, &status));
  EXPECT_TRUE(notified(IMN_SETSTATUSWINDOWPOS));
  type("a");
  EXPECT_EQ(first(WM_IME_COMPOSITION), nullptr) << "closed";
  EXPECT_EQ(characters(WM_CHAR), u"a");
}

// The Kanji key opens and closes the method.
TEST_F(ImeTest, TheKanjiKeyOpensAndCloses) {
  use_kana();
  press(VK_KANJI);
  EXPECT_FALSE(ImmGetOpenStatus(ImmGetContext(window)));
  press(VK_KANJI);
  EXPECT_TRUE(ImmGetOpenStatus(ImmGetContext(window)));
  EXPECT_TRUE(ImmSimulateHotKey(window, IME_JHOTKEY_CLOSE_OPEN));
  EXPECT_FALSE(ImmGetOpenStatus(ImmGetContext(window)));
}

TEST_F(ImeTest, FocusMovesTheContextFromWindowToWindow) {
  TRANSOM_CHECKS(WM_IME_SETCONTEXT);
  const HWND child = create(WS_CHILD | WS_VISIBLE, window, {10, 10, 100, 100});
  const HWND without = create(WS_CHILD | WS_VISIBLE, window, {10, 110, 100, 200});
  EXPECT_NE(ImmAssociateContext(without, nullptr), nullptr);
  log.clear();
  SetFocus(child);
  const std::vector<UINT> kFocus{WM_KILLFOCUS, WM_SETFOCUS, WM_IME_SETCONTEXT};
  EXPECT_EQ(numbers(kFocus),
            (std::vector<UINT>{WM_KILLFOCUS, WM_IME_SETCONTEXT, WM_IME_SETCONTEXT, WM_SETFOCUS}));
  std::vector<Received> told;
  for (const Received& each : log) {
    if (each.message == WM_IME_SETCONTEXT) told.push_back(each);
  }
  EXPECT_EQ(told[0].window, window);
  EXPECT_EQ(told[0].wparam, WPARAM{FALSE});
  EXPECT_EQ(told[1].window, child);
  EXPECT_EQ(told[1].wparam, WPARAM{TRUE});
  EXPECT_EQ(told[1].lparam, LPARAM{ISC_SHOWUIALL});

  log.clear();
  SetFocus(without);
  EXPECT_EQ(numbers({WM_IME_SETCONTEXT}).size(), 1u) << "no context, no message";
  EXPECT_EQ(ImmGetContext(without), nullptr);
  EXPECT_TRUE(ImmAssociateContextEx(without, nullptr, IACE_DEFAULT));
  EXPECT_EQ(ImmGetContext(without), ImmGetContext(window));
}

TEST_F(ImeTest, LosingTheFocusCompletes) {
  use_kana();
  const HWND child = create(WS_CHILD | WS_VISIBLE, window, {10, 10, 100, 100});
  type("ki");
  log.clear();
  SetFocus(child);
  pump();
  EXPECT_EQ(characters(WM_CHAR), u"き");
  EXPECT_EQ(first(WM_CHAR)->window, window);
}

TEST_F(ImeTest, TheDefaultImeWindowObeysControls) {
  TRANSOM_CHECKS(WM_IME_CONTROL);
  const HWND ime = ImmGetDefaultIMEWnd(window);
  ASSERT_NE(ime, nullptr);
  WCHAR name[16]{};
  GetClassNameW(ime, name, 16);
  EXPECT_EQ(std::u16string(base::as_char16(name)), u"IME");
  EXPECT_FALSE(IsWindowVisible(ime));
  EXPECT_EQ(ImmGetDefaultIMEWnd(nullptr), ime);

  COMPOSITIONFORM form{CFS_POINT, {12, 34}, {}};
  EXPECT_EQ(send(ime, WM_IME_CONTROL, IMC_SETCOMPOSITIONWINDOW, reinterpret_cast<LPARAM>(&form)),
            0);
  ASSERT_NE(first(WM_IME_NOTIFY), nullptr);
  EXPECT_EQ(first(WM_IME_NOTIFY)->wparam, WPARAM{IMN_SETCOMPOSITIONWINDOW});
  COMPOSITIONFORM read{};
  EXPECT_TRUE(ImmGetCompositionWindow(ImmGetContext(window), &read));
  EXPECT_EQ(read.ptCurrentPos.x, 12);
  EXPECT_EQ(send(ime, WM_IME_CONTROL, IMC_SETSTATUSWINDOWPOS, MAKELPARAM(7, 8)), 0);
  EXPECT_EQ(send(ime, WM_IME_CONTROL, IMC_GETSTATUSWINDOWPOS), MAKELPARAM(7, 8));
  EXPECT_EQ(send(ime, WM_IME_CONTROL, IMC_GETCANDIDATEPOS, 0), 1);
  EXPECT_EQ(send(ime, WM_IME_CONTROL, 0x7777, 0), 1);
}

TEST_F(ImeTest, ACompositionTooLargeForItsRectangleIsFull) {
  TRANSOM_CHECKS(WM_IME_COMPOSITIONFULL);
  use_kana();
  COMPOSITIONFORM form{CFS_RECT, {10, 10}, {10, 10, 60, 60}};
  ImmSetCompositionWindow(ImmGetContext(window), &form);
  type("a");
  EXPECT_EQ(first(WM_IME_COMPOSITIONFULL), nullptr);
  type("iueoaiueoaiueoaiueo");
  ASSERT_NE(first(WM_IME_COMPOSITIONFULL), nullptr);
  EXPECT_EQ(first(WM_IME_COMPOSITIONFULL)->window, window);
  EXPECT_EQ(first(WM_IME_COMPOSITIONFULL)->wparam, WPARAM{0});
}

// Keys that the method has no use for come after the text that they complete, and in order.
TEST_F(ImeTest, OtherKeysAreHandedOnAfterTheResult) {
  TRANSOM_CHECKS(WM_IME_KEYDOWN);
  TRANSOM_CHECKS(WM_IME_KEYUP);
  use_kana();
  type("su");
  log.clear();
  press(VK_TAB);
  EXPECT_EQ(numbers({WM_CHAR, WM_IME_KEYDOWN, WM_IME_KEYUP, WM_KEYDOWN, WM_KEYUP}),
            (std::vector<UINT>{WM_KEYDOWN, WM_CHAR, WM_IME_KEYDOWN, WM_KEYDOWN, WM_CHAR, WM_KEYUP,
                               WM_IME_KEYUP, WM_KEYUP}));
  EXPECT_EQ(characters(WM_CHAR), u"す\t");
  EXPECT_EQ(first(WM_IME_KEYDOWN)->wparam, WPARAM{VK_TAB});
  EXPECT_EQ(HIWORD(first(WM_IME_KEYDOWN)->lparam) & 0xFF, 0x0F) << "the scan code";
  EXPECT_EQ(first(WM_IME_KEYUP)->wparam, WPARAM{VK_TAB});
  EXPECT_EQ(first(WM_KEYDOWN)->wparam, WPARAM{VK_PROCESSKEY});
}

// A program that draws the composition itself is asked where it does.
TEST_F(ImeTest, TheMethodAsksWhereTheProgramDraws) {
  TRANSOM_CHECKS(WM_IME_REQUEST);
  answer = [&](const Received& each) -> std::optional<LRESULT> {
    if (each.message == WM_IME_SETCONTEXT) {
      return DefWindowProcW(each.window, each.message, each.wparam,
                            each.lparam & ~LPARAM{ISC_SHOWUICOMPOSITIONWINDOW});
    }
    if (each.message != WM_IME_REQUEST || each.wparam != IMR_QUERYCHARPOSITION) return std::nullopt;
    auto* about = reinterpret_cast<IMECHARPOSITION*>(each.lparam);
    EXPECT_EQ(about->dwSize, sizeof *about);
    about->pt = {222, 111};
    about->cLineHeight = 20;
    return TRUE;
  };
  use_kana();
  SetFocus(nullptr);
  SetFocus(window);
  type("yama");
  press(VK_SPACE);
  ASSERT_NE(first(WM_IME_REQUEST), nullptr);
  EXPECT_EQ(first(WM_IME_REQUEST)->wparam, WPARAM{IMR_CANDIDATEWINDOW});
  const HWND list = FindWindowW(L"IMEPopup", nullptr);
  ASSERT_NE(list, nullptr);
  RECT place{};
  GetWindowRect(list, &place);
  EXPECT_TRUE(IsWindowVisible(list));
  EXPECT_EQ(place.left, 222);
  EXPECT_EQ(place.top, 131);
}

// IMR_RECONVERTSTRING, IMR_CONFIRMRECONVERTSTRING: the Convert key takes the program's text back.
TEST_F(ImeTest, TheConvertKeyComposesSelectedTextAgain) {
  use_kana();
  constexpr char16_t kText[] = u"日本語";
  struct {
    RECONVERTSTRING head;
    char16_t text[4];
  } given{};
  std::vector<WPARAM> asked;
  answer = [&](const Received& each) -> std::optional<LRESULT> {
    if (each.message != WM_IME_REQUEST) return std::nullopt;
    asked.push_back(each.wparam);
    if (each.wparam == IMR_CONFIRMRECONVERTSTRING) return TRUE;
    if (each.wparam != IMR_RECONVERTSTRING) return 0;
    if (each.lparam == 0) return sizeof given;
    given.head = {sizeof given, 0, 3, offsetof(decltype(given), text), 3, 0, 3, 0};
    std::copy_n(kText, 4, given.text);
    std::memcpy(reinterpret_cast<void*>(each.lparam), &given, sizeof given);
    return sizeof given;
  };
  press(VK_CONVERT);
  EXPECT_EQ(asked, (std::vector<WPARAM>{IMR_RECONVERTSTRING, IMR_RECONVERTSTRING,
                                        IMR_CONFIRMRECONVERTSTRING}));
  EXPECT_EQ(text(GCS_COMPSTR), u"日本語");
  press(VK_SPACE);
  EXPECT_EQ(text(GCS_COMPSTR), u"にほんご");
}

TEST_F(ImeTest, AnEditControlComposesAtItsCaret) {
  use_kana();
  const HWND edit = control(L"Edit", L"ab", WS_BORDER, {20, 30, 220, 60});
  SetFocus(edit);
  send(edit, EM_SETSEL, 2, 2);
  type("yuki");
  EXPECT_EQ(text(GCS_COMPSTR, edit), u"ゆき");
  const HWND shown = FindWindowW(L"IMEPopup", nullptr);
  ASSERT_TRUE(IsWindowVisible(shown));
  RECT place{};
  GetWindowRect(shown, &place);
  POINT caret{};
  GetCaretPos(&caret);
  ClientToScreen(edit, &caret);
  EXPECT_EQ(place.left, caret.x);
  EXPECT_EQ(place.top, caret.y);
  press(VK_SPACE);
  press(VK_RETURN);
  WCHAR content[16]{};
  GetWindowTextW(edit, content, 16);
  EXPECT_EQ(std::u16string(base::as_char16(content)), u"ab雪");
  EXPECT_FALSE(IsWindowVisible(shown));
}

TEST_F(ImeTest, ATextIsSetAndCompletedByTheProgram) {
  use_kana();
  const HIMC context = ImmGetContext(window);
  WCHAR text_to_set[] = L"\u304b";
  EXPECT_TRUE(ImmSetCompositionStringW(context, SCS_SETSTR, text_to_set, 2, nullptr, 0));
  EXPECT_EQ(text(GCS_COMPSTR), u"か");
  EXPECT_TRUE(ImmNotifyIME(context, NI_COMPOSITIONSTR, CPS_CONVERT, 0));
  EXPECT_TRUE(ImmNotifyIME(context, NI_COMPOSITIONSTR, CPS_COMPLETE, 0));
  pump();
  EXPECT_EQ(characters(WM_CHAR), u"か");
}

// ImmNotifyIME from within the message: the first update says no more.
TEST_F(ImeTest, AHandlerMayCancelWhatItIsToldOf) {
  use_kana();
  bool once = false;
  on_message = [&](const Received& each) {
    if (each.message != WM_IME_STARTCOMPOSITION || std::exchange(once, true)) return;
    ImmNotifyIME(ImmGetContext(window), NI_COMPOSITIONSTR, CPS_CANCEL, 0);
  };
  type("k");
  EXPECT_EQ(text(GCS_COMPSTR), u"");
  EXPECT_EQ(numbers({WM_IME_STARTCOMPOSITION, WM_IME_ENDCOMPOSITION}),
            (std::vector<UINT>{WM_IME_STARTCOMPOSITION, WM_IME_ENDCOMPOSITION}));
}

TEST_F(ImeTest, AHandlerMayDestroyTheWindow) {
  use_kana();
  on_message = [&](const Received& each) {
    if (each.message == WM_IME_COMPOSITION) DestroyWindow(window);
  };
  type("ka");
  EXPECT_FALSE(IsWindow(window));
}

TEST_F(ImeTest, DeadHandlesAreRefused) {
  const HIMC context = ImmCreateContext();
  EXPECT_TRUE(ImmDestroyContext(context));
  EXPECT_FALSE(ImmDestroyContext(context));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_INVALID_HANDLE});
  EXPECT_FALSE(ImmDestroyContext(ImmGetContext(window)));
  EXPECT_EQ(ImmGetCompositionStringW(context, GCS_COMPSTR, nullptr, 0), IMM_ERROR_GENERAL);
  EXPECT_FALSE(ImmSetCompositionWindow(ImmGetContext(window), nullptr));
  EXPECT_EQ(ImmAssociateContext(window, context), nullptr);
  EXPECT_EQ(ImmGetContext(nullptr), nullptr);
  EXPECT_EQ(ImmGetDefaultIMEWnd(reinterpret_cast<HWND>(std::uintptr_t{0x1234})), nullptr);
}

// "The IME converts this message into two WM_CHAR messages, each containing one byte."
TEST_F(ImeTest, AnAnsiWindowGetsTheBytesOfADoubleByteCharacter) {
  setenv("TRANSOM_ACP", "932", 1);
  if (GetACP() != 932) GTEST_SKIP() << "the code page was read by another test";
  use_kana();
  static std::vector<std::pair<UINT, WPARAM>> came;
  came.clear();
  SetWindowLongPtrA(
      window, GWLP_WNDPROC,
      reinterpret_cast<LONG_PTR>(+[](HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
        if (message == WM_CHAR || message == WM_IME_CHAR) came.emplace_back(message, wparam);
        return DefWindowProcA(handle, message, wparam, lparam);
      }));
  type("a");
  EXPECT_EQ(ImmGetCompositionStringA(ImmGetContext(window), GCS_CURSORPOS, nullptr, 0), 2);
  press(VK_RETURN);
  // U+3042 is 82 A0.
  EXPECT_EQ(came, (std::vector<std::pair<UINT, WPARAM>>{
                      {WM_IME_CHAR, 0x82A0}, {WM_CHAR, 0x82}, {WM_CHAR, 0xA0}}));
}

}  // namespace
}  // namespace transom::imm
