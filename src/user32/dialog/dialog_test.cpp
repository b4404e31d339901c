// Dialogs with real controls under the keyboard.
// https://learn.microsoft.com/windows/win32/dlgbox/dlgbox-programming-considerations
#include <gmock/gmock.h>

#include <cstring>

#include "base/text.h"
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A DLGTEMPLATE in memory.
class TemplateBuilder {
 public:
  explicit TemplateBuilder(DWORD style) {
    put_long(style);
    put_long(0);
    count_at_ = words_.size();
    put({0, 10, 10, 200, 120, 0, 0});
    text(u"Dialog");
    if ((style & DS_SETFONT) == 0) return;
    put({kPoints});
    text(u"Courier New");
  }
  static constexpr WORD kPoints = 8;

  TemplateBuilder& item(const char16_t* window_class, const char16_t* title, DWORD style, WORD id,
                        short y) {
    if (words_.size() % 2 != 0) put({0});
    put_long(WS_CHILD | WS_VISIBLE | style);
    put_long(0);
    put({10, static_cast<WORD>(y), 80, 12, id});
    text(window_class);
    text(title);
    put({0});
    ++words_[count_at_];
    return *this;
  }

  LPCDLGTEMPLATEW get() const { return reinterpret_cast<LPCDLGTEMPLATEW>(words_.data()); }

 private:
  void put(std::initializer_list<WORD> words) { words_.insert(words_.end(), words); }
  void put_long(DWORD value) { put({LOWORD(value), HIWORD(value)}); }
  void text(const char16_t* characters) {
    for (; *characters != 0; ++characters) put({static_cast<WORD>(*characters)});
    put({0});
  }

  std::vector<WORD> words_;
  std::size_t count_at_ = 0;
};

constexpr WORD kLabel = 50, kBox = 101, kRadio1 = 102, kRadio2 = 103, kApply = 105, kOff = 106;

struct Heard {
  std::vector<Received> all;
  std::vector<int> commands;  // identifiers of BN_CLICKED
};
Heard heard;

INT_PTR CALLBACK dialog_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam) {
  heard.all.push_back({dialog, message, wparam, lparam});
  if (message == WM_INITDIALOG) {
    CheckRadioButton(dialog, kRadio1, kRadio2, kRadio2);
    return TRUE;
  }
  if (message == WM_COMMAND && HIWORD(wparam) == BN_CLICKED) {
    heard.commands.push_back(LOWORD(wparam));
  }
  return FALSE;
}

class Dialogs : public InputTest {
 protected:
  void SetUp() override {
    InputTest::SetUp();
    // The last input decides whether keyboard cues show at first.
    send_mouse(MOUSEEVENTF_MOVE, {5, 5});
    pump();
    heard = {};
    TemplateBuilder layout(WS_POPUP | WS_CAPTION | WS_SYSMENU | WS_VISIBLE | DS_MODALFRAME);
    layout.item(u"Button", u"&Check", BS_AUTOCHECKBOX | WS_TABSTOP, kBox, 10)
        .item(u"Button", u"R&adio 1", BS_AUTORADIOBUTTON | WS_GROUP | WS_TABSTOP, kRadio1, 24)
        .item(u"Button", u"Radio &2", BS_AUTORADIOBUTTON, kRadio2, 38)
        .item(u"Static", u"&Label", SS_LEFT | WS_GROUP, kLabel, 52)
        .item(u"Button", u"OK", BS_DEFPUSHBUTTON | WS_TABSTOP | WS_GROUP, IDOK, 66)
        .item(u"Button", u"Ap&ply", BS_PUSHBUTTON | WS_TABSTOP, kApply, 80)
        .item(u"Button", u"&Off", BS_PUSHBUTTON | WS_TABSTOP | WS_DISABLED, kOff, 94);
    dialog = CreateDialogIndirectParamW(nullptr, layout.get(), window, dialog_procedure, 99);
    ASSERT_NE(dialog, nullptr);
    run();
    heard.commands.clear();
  }
  void TearDown() override {
    if (IsWindow(dialog)) DestroyWindow(dialog);
    InputTest::TearDown();
  }

  void run() {
    MSG message;
    while (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) {
      if (IsDialogMessageW(dialog, &message)) continue;
      TranslateMessage(&message);
      DispatchMessageW(&message);
    }
  }
  void type(WORD key, WORD modifier = 0) {
    if (modifier != 0) send_key(modifier, true);
    strike(key);
    if (modifier != 0) send_key(modifier, false);
    run();
  }
  HWND item(WORD id) const { return GetDlgItem(dialog, id); }
  static int focus() { return GetDlgCtrlID(GetFocus()); }
  // The one that looks so.
  std::vector<int> default_buttons() const {
    std::vector<int> found;
    for (HWND child = GetWindow(dialog, GW_CHILD); child != nullptr;
         child = GetWindow(child, GW_HWNDNEXT)) {
      if (SendMessageW(child, WM_GETDLGCODE, 0, 0) & DLGC_DEFPUSHBUTTON) {
        found.push_back(GetDlgCtrlID(child));
      }
    }
    return found;
  }
  LRESULT cues() const { return SendMessageW(item(kBox), WM_QUERYUISTATE, 0, 0); }

  HWND dialog = nullptr;
};

// https://learn.microsoft.com/windows/win32/dlgbox/wm-initdialog
TEST_F(Dialogs, TellTheProcedureWhichControlGetsTheFocus) {
  TRANSOM_CHECKS(WM_INITDIALOG);
  const auto found =
      std::ranges::find(heard.all, static_cast<UINT>(WM_INITDIALOG), &Received::message);
  ASSERT_NE(found, heard.all.end());
  EXPECT_EQ(reinterpret_cast<HWND>(found->wparam), item(kBox));
  EXPECT_EQ(found->lparam, 99);
  EXPECT_EQ(focus(), kBox);
}

// https://learn.microsoft.com/windows/win32/dlgbox/wm-getdlgcode
TEST_F(Dialogs, TabGoesRoundTheTabStops) {
  TRANSOM_CHECKS(WM_GETDLGCODE);
  std::vector<int> visited;
  for (int i = 0; i < 4; ++i) {
    type(VK_TAB);
    visited.push_back(focus());
  }
  EXPECT_THAT(visited, ElementsAre(kRadio2, IDOK, kApply, kBox));
  type(VK_TAB, VK_SHIFT);
  EXPECT_EQ(focus(), kApply);
}

TEST_F(Dialogs, TheDefaultButtonFollowsTheFocus) {
  EXPECT_THAT(default_buttons(), ElementsAre(IDOK));
  SendMessageW(dialog, WM_NEXTDLGCTL, reinterpret_cast<WPARAM>(item(kApply)), TRUE);
  EXPECT_EQ(focus(), kApply);
  EXPECT_THAT(default_buttons(), ElementsAre(kApply));
  type(VK_RETURN);
  type(VK_TAB);
  EXPECT_EQ(focus(), kBox);
  EXPECT_THAT(default_buttons(), ElementsAre(IDOK));
  type(VK_RETURN);
  EXPECT_THAT(heard.commands, ElementsAre(kApply, IDOK));
}

// https://learn.microsoft.com/windows/win32/dlgbox/wm-nextdlgctl
TEST_F(Dialogs, TheFocusIsMovedByMessage) {
  TRANSOM_CHECKS(WM_NEXTDLGCTL);
  // "If this parameter is zero, the next control [...] otherwise the previous one"
  SendMessageW(dialog, WM_NEXTDLGCTL, 0, FALSE);
  EXPECT_EQ(focus(), kRadio2);
  SendMessageW(dialog, WM_NEXTDLGCTL, 1, FALSE);
  EXPECT_EQ(focus(), kBox);
  // The low word of lParam says that wParam is a handle.
  PostMessageW(dialog, WM_NEXTDLGCTL, reinterpret_cast<WPARAM>(item(kApply)),
               MAKELPARAM(TRUE, 0xBEEF));
  run();
  EXPECT_EQ(focus(), kApply);
  const auto found = std::ranges::find_if(heard.all, [this](const Received& received) {
    return received.message == WM_NEXTDLGCTL && LOWORD(received.lparam) != 0;
  });
  ASSERT_NE(found, heard.all.end());
  EXPECT_EQ(reinterpret_cast<HWND>(found->wparam), item(kApply));
  SendMessageW(dialog, WM_NEXTDLGCTL, 0x1234, TRUE);
  SendMessageW(dialog, WM_NEXTDLGCTL, 0, TRUE);
  EXPECT_EQ(focus(), kApply);
}

TEST_F(Dialogs, EscapeIsTheCancelButton) {
  type(VK_ESCAPE);
  EXPECT_THAT(heard.commands, ElementsAre(IDCANCEL));
}

TEST_F(Dialogs, ArrowsChooseWithinTheGroup) {
  type(VK_TAB);
  heard.commands.clear();
  type(VK_DOWN);
  EXPECT_EQ(focus(), kRadio1);
  EXPECT_EQ(IsDlgButtonChecked(dialog, kRadio1), static_cast<UINT>(BST_CHECKED));
  EXPECT_EQ(IsDlgButtonChecked(dialog, kRadio2), static_cast<UINT>(BST_UNCHECKED));
  type(VK_UP);
  EXPECT_EQ(focus(), kRadio2);
  EXPECT_THAT(heard.commands, ElementsAre(kRadio1, kRadio2));
}

// https://learn.microsoft.com/windows/win32/dlgbox/dlgbox-programming-considerations#mnemonics
TEST_F(Dialogs, MnemonicsPressButtonsAndFollowLabels) {
  type('P');
  EXPECT_EQ(focus(), kApply);
  type('C', VK_MENU);
  EXPECT_EQ(focus(), kBox);
  EXPECT_EQ(IsDlgButtonChecked(dialog, kBox), static_cast<UINT>(BST_CHECKED));
  EXPECT_THAT(heard.commands, ElementsAre(kApply, kBox));
  type('L');
  EXPECT_EQ(focus(), IDOK) << "the control after the label";
  type('O');
  EXPECT_EQ(focus(), IDOK) << "a disabled button is not there";
}

TEST_F(Dialogs, ACheckBoxKeepsTheCharactersThatItKnows) {
  type(VK_OEM_PLUS);
  EXPECT_EQ(IsDlgButtonChecked(dialog, kBox), static_cast<UINT>(BST_CHECKED));
  EXPECT_THAT(heard.commands, IsEmpty());
}

// https://learn.microsoft.com/windows/win32/menurc/wm-changeuistate
TEST_F(Dialogs, KeyboardCuesShowOnceTheKeyboardIsUsed) {
  TRANSOM_CHECKS(WM_CHANGEUISTATE);
  TRANSOM_CHECKS(WM_UPDATEUISTATE);
  TRANSOM_CHECKS(WM_QUERYUISTATE);
  EXPECT_EQ(cues(), UISF_HIDEFOCUS | UISF_HIDEACCEL);
  EXPECT_EQ(SendMessageW(dialog, WM_QUERYUISTATE, 0, 0), UISF_HIDEFOCUS | UISF_HIDEACCEL);
  type(VK_TAB);
  EXPECT_EQ(cues(), UISF_HIDEACCEL);
  type('P', VK_MENU);
  EXPECT_EQ(cues(), 0);
}

// https://learn.microsoft.com/windows/win32/dlgbox/wm-ctlcolordlg
TEST_F(Dialogs, AskForTheColourOfTheirBackground) {
  TRANSOM_CHECKS(WM_CTLCOLORDLG);
  heard.all.clear();
  InvalidateRect(dialog, nullptr, TRUE);
  run();
  const auto found =
      std::ranges::find(heard.all, static_cast<UINT>(WM_CTLCOLORDLG), &Received::message);
  ASSERT_NE(found, heard.all.end());
  EXPECT_EQ(reinterpret_cast<HWND>(found->lparam), dialog);
  EXPECT_EQ(GetObjectType(reinterpret_cast<HGDIOBJ>(found->wparam)), static_cast<DWORD>(OBJ_DC));
}

// ---- Fonts

// https://learn.microsoft.com/windows/win32/dlgbox/dlgbox-programming-considerations#templates-in-memory
using DialogFonts = InputTest;

TEST_F(DialogFonts, AreMadeForTheTemplateAndHandedOut) {
  TRANSOM_CHECKS(WM_SETFONT);
  TRANSOM_CHECKS(WM_GETFONT);
  heard = {};
  TemplateBuilder layout(WS_POPUP | WS_VISIBLE | DS_SETFONT);
  layout.item(u"InputTest", u"recording", 0, 1, 10).item(u"Static", u"text", SS_LEFT, 2, 30);
  const HWND dialog = CreateDialogIndirectParamW(reinterpret_cast<HINSTANCE>(0x10000), layout.get(),
                                                 window, dialog_procedure, 0);
  ASSERT_NE(dialog, nullptr);
  // "the system sends the WM_SETFONT message to the dialog box procedure before it creates the
  // controls"
  ASSERT_FALSE(heard.all.empty());
  const auto told = std::ranges::find(heard.all, UINT{WM_SETFONT}, &Received::message);
  const auto initialized = std::ranges::find(heard.all, UINT{WM_INITDIALOG}, &Received::message);
  EXPECT_LT(told - heard.all.begin(), initialized - heard.all.begin());
  const Received* given = first(WM_SETFONT);
  ASSERT_NE(given, nullptr);
  EXPECT_EQ(given->window, GetDlgItem(dialog, 1));
  EXPECT_EQ(LOWORD(given->lparam), FALSE) << "it is not drawn yet";
  EXPECT_EQ(given->wparam, told->wparam);
  LOGFONTW font{};
  ASSERT_NE(GetObjectW(reinterpret_cast<HGDIOBJ>(given->wparam), sizeof font, &font), 0);
  EXPECT_EQ(base::as_char16(font.lfFaceName), std::u16string_view(u"Courier New"));
  EXPECT_EQ(font.lfHeight, -MulDiv(TemplateBuilder::kPoints, USER_DEFAULT_SCREEN_DPI, 72));
  // Who has it says so; the control that records has kept nothing.
  const auto answer_of = [](HWND asked) { return SendMessageW(asked, WM_GETFONT, 0, 0); };
  EXPECT_EQ(answer_of(dialog), static_cast<LRESULT>(given->wparam));
  EXPECT_EQ(answer_of(GetDlgItem(dialog, 2)), static_cast<LRESULT>(given->wparam));
  EXPECT_EQ(answer_of(GetDlgItem(dialog, 1)), 0);
  const auto handle = reinterpret_cast<HGDIOBJ>(given->wparam);
  DestroyWindow(dialog);
  EXPECT_EQ(GetObjectType(handle), 0u) << "it goes with the dialog";
}

// ---- Modal ones

// Ends with what it is told, at once or by a key.
INT_PTR CALLBACK modal_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam) {
  heard.all.push_back({dialog, message, wparam, lparam});
  switch (message) {
    case WM_INITDIALOG:
      PostMessageW(dialog, WM_APP, 0, 0);
      return TRUE;
    case WM_APP:
      heard.commands.push_back(IsWindowEnabled(GetWindow(dialog, GW_OWNER)));
      return TRUE;
    case WM_COMMAND:
      EndDialog(dialog, LOWORD(wparam) + 40);
      return TRUE;
    default:
      return FALSE;
  }
}

class ModalDialogs : public InputTest {
 protected:
  void SetUp() override {
    InputTest::SetUp();
    heard = {};
  }
  INT_PTR run(DLGPROC procedure) {
    TemplateBuilder layout(WS_POPUP | WS_CAPTION | WS_VISIBLE);
    layout.item(u"Button", u"OK", BS_DEFPUSHBUTTON | WS_TABSTOP, IDOK, 10);
    return DialogBoxIndirectParamW(nullptr, layout.get(), window, procedure, 0);
  }
};

// https://learn.microsoft.com/windows/win32/dlgbox/wm-enteridle
TEST_F(ModalDialogs, DisableTheirOwnerAndTellItThatTheyAreIdle) {
  TRANSOM_CHECKS(WM_ENTERIDLE);
  TRANSOM_CHECKS(WM_CANCELMODE);
  HWND idle = nullptr;
  on_message = [&](const Received& received) {
    if (received.message != WM_ENTERIDLE || idle != nullptr) return;
    EXPECT_EQ(received.wparam, static_cast<WPARAM>(MSGF_DIALOGBOX));
    idle = reinterpret_cast<HWND>(received.lparam);
    strike(VK_RETURN);
  };
  EXPECT_EQ(run(modal_procedure), IDOK + 40);
  EXPECT_EQ(idle, heard.all.front().window);
  EXPECT_THAT(heard.commands, ElementsAre(FALSE));
  EXPECT_TRUE(IsWindowEnabled(window));
  EXPECT_EQ(GetActiveWindow(), window);
  EXPECT_EQ(numbers({WM_CANCELMODE}).size(), 1u);
}

// ---- Message boxes

class MessageBoxes : public InputTest {
 protected:
  // Acts once the box has nothing else to do; the box is given.
  int show(UINT type, std::function<void(HWND)> act) {
    action() = std::move(act);
    const UINT_PTR timer = SetTimer(nullptr, 0, 10, on_timer);
    const int answer = MessageBoxW(window, L"A question", L"MessageBoxes", type);
    KillTimer(nullptr, timer);
    return answer;
  }

 private:
  static std::function<void(HWND)>& action() {
    static std::function<void(HWND)> act;
    return act;
  }
  static void CALLBACK on_timer(HWND, UINT, UINT_PTR, DWORD) {
    const HWND box = FindWindowW(L"#32770", L"MessageBoxes");
    if (box == nullptr || !IsWindowVisible(box)) return;
    if (const auto act = std::exchange(action(), nullptr)) act(box);
  }
};

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-messageboxw
TEST_F(MessageBoxes, AnswerTheButtonThatIsPressed) {
  EXPECT_EQ(show(MB_YESNOCANCEL, [](HWND) { strike('N'); }), IDNO);
  EXPECT_EQ(show(MB_YESNOCANCEL | MB_DEFBUTTON2, [](HWND) { strike(VK_RETURN); }), IDNO);
  EXPECT_EQ(show(MB_OKCANCEL, [](HWND) { strike(VK_ESCAPE); }), IDCANCEL);
  EXPECT_EQ(show(MB_OK, [](HWND) { strike(VK_ESCAPE); }), IDOK);
  EXPECT_EQ(show(MB_RETRYCANCEL,
                 [](HWND box) {
                   RECT place;
                   GetWindowRect(GetDlgItem(box, IDRETRY), &place);
                   send_mouse(MOUSEEVENTF_LEFTDOWN, {place.left + 5, place.top + 5});
                   send_mouse(MOUSEEVENTF_LEFTUP, {place.left + 5, place.top + 5});
                 }),
            IDRETRY);
}

TEST_F(MessageBoxes, EscapeNeedsACancelButton) {
  EXPECT_EQ(show(MB_YESNO,
                 [](HWND box) {
                   strike(VK_ESCAPE);
                   PostMessageW(box, WM_CLOSE, 0, 0);
                   strike('Y');
                 }),
            IDYES);
}

TEST_F(MessageBoxes, AskTheirOwnerForTheColour) {
  TRANSOM_CHECKS(WM_CTLCOLORMSGBOX);
  HWND box = nullptr;
  show(MB_OK, [&](HWND handle) {
    box = handle;
    strike(VK_RETURN);
  });
  const Received* asked = first(WM_CTLCOLORMSGBOX);
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(reinterpret_cast<HWND>(asked->lparam), box);
}

TEST_F(MessageBoxes, DisableTheWholeTaskWhereTheyHaveNoOwner) {
  bool enabled = true;
  struct Shown {
    static void CALLBACK on_timer(HWND, UINT, UINT_PTR, DWORD) { strike(VK_RETURN); }
  };
  on_message = [&](const Received& received) {
    if (received.message == WM_ENABLE && received.wparam == 0) enabled = false;
  };
  const UINT_PTR timer = SetTimer(nullptr, 0, 10, Shown::on_timer);
  EXPECT_EQ(MessageBoxW(nullptr, L"text", L"title", MB_OK | MB_TASKMODAL), IDOK);
  KillTimer(nullptr, timer);
  EXPECT_FALSE(enabled);
  EXPECT_TRUE(IsWindowEnabled(window));
}

TEST_F(MessageBoxes, FailForStylesAndOwnersThatThereAreNot) {
  EXPECT_EQ(MessageBoxW(nullptr, L"", L"", 0xF), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_MSGBOX_STYLE));
  EXPECT_EQ(MessageBoxW(reinterpret_cast<HWND>(0x1234), L"", L"", MB_OK), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_WINDOW_HANDLE));
}

// What the dialog manager keeps for it goes all the same: AddressSanitizer looks.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-defdlgprocw
TEST(DialogManager, ForgetsAWindowThatKeepsItsEndToItself) {
  const HWND window = CreateWindowExW(0, L"Static", nullptr, WS_POPUP, 0, 0, 9, 9, nullptr, nullptr,
                                      nullptr, nullptr);
  EXPECT_EQ(DefDlgProcW(window, WM_NULL, 0, 0), 0);
  EXPECT_TRUE(DestroyWindow(window));
}

}  // namespace
}  // namespace transom::user
