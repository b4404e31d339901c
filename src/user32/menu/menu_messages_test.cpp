// The messages of a menu bar worked by keys and by the mouse: order, parameters, effect.
// https://learn.microsoft.com/windows/win32/menurc/menu-notifications
#include "base/shell.h"
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

constexpr UINT kOpen = 101, kSave = 102, kCut = 201;

class MenuMessages : public InputTest {
 protected:
  void SetUp() override {
    InputTest::SetUp();
    file = CreatePopupMenu();
    AppendMenuW(file, MF_STRING, kOpen, L"&Open");
    AppendMenuW(file, MF_STRING, kSave, L"&Save");
    edit = CreatePopupMenu();
    AppendMenuW(edit, MF_STRING, kCut, L"Cu&t");
    bar = CreateMenu();
    AppendMenuW(bar, MF_POPUP, reinterpret_cast<UINT_PTR>(file), L"&File");
    AppendMenuW(bar, MF_POPUP, reinterpret_cast<UINT_PTR>(edit), L"&Edit");
    SetMenu(window, bar);
    SetFocus(window);
    pump();
    log.clear();
  }

  void alt(WORD key) {
    send_key(VK_MENU, true);
    strike(key);
    send_key(VK_MENU, false);
  }
  // Where an item of the bar or of an open popup is.
  POINT middle_of(HMENU menu, UINT index) const {
    RECT rect{};
    GetMenuItemRect(menu == bar ? window : nullptr, menu, index, &rect);
    return {(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2};
  }

  void set_style(DWORD style) {
    MENUINFO info{};
    info.cbSize = sizeof info;
    info.fMask = MIM_STYLE;
    info.dwStyle = style;
    SetMenuInfo(bar, &info);
  }

  HMENU bar, file, edit;
  bool clicked = false;
};

TEST_F(MenuMessages, AChoiceByKeys) {
  TRANSOM_CHECKS(WM_SYSCOMMAND);
  TRANSOM_CHECKS(WM_ENTERMENULOOP);
  TRANSOM_CHECKS(WM_INITMENU);
  TRANSOM_CHECKS(WM_INITMENUPOPUP);
  TRANSOM_CHECKS(WM_MENUSELECT);
  TRANSOM_CHECKS(WM_UNINITMENUPOPUP);
  TRANSOM_CHECKS(WM_EXITMENULOOP);
  TRANSOM_CHECKS(WM_COMMAND);
  alt('F');
  strike(VK_DOWN);
  strike(VK_RETURN);
  pump();
  EXPECT_EQ(numbers({WM_SYSCOMMAND, WM_ENTERMENULOOP, WM_INITMENU, WM_INITMENUPOPUP,
                     WM_UNINITMENUPOPUP, WM_EXITMENULOOP, WM_COMMAND}),
            (std::vector<UINT>{WM_SYSCOMMAND, WM_ENTERMENULOOP, WM_INITMENU, WM_INITMENUPOPUP,
                               WM_UNINITMENUPOPUP, WM_EXITMENULOOP, WM_COMMAND}));
  EXPECT_EQ(first(WM_SYSCOMMAND)->wparam, static_cast<WPARAM>(SC_KEYMENU));
  EXPECT_EQ(first(WM_SYSCOMMAND)->lparam, 'f');
  EXPECT_EQ(first(WM_ENTERMENULOOP)->wparam, static_cast<WPARAM>(FALSE));
  EXPECT_EQ(first(WM_INITMENU)->wparam, reinterpret_cast<WPARAM>(bar));
  EXPECT_EQ(first(WM_INITMENUPOPUP)->wparam, reinterpret_cast<WPARAM>(file));
  EXPECT_EQ(first(WM_INITMENUPOPUP)->lparam, MAKELPARAM(0, FALSE));
  EXPECT_EQ(first(WM_UNINITMENUPOPUP)->wparam, reinterpret_cast<WPARAM>(file));
  EXPECT_EQ(first(WM_COMMAND)->wparam, MAKEWPARAM(kSave, 0));
  EXPECT_EQ(first(WM_COMMAND)->lparam, 0);
  std::vector<WPARAM> selections;
  for (const Received& received : log) {
    if (received.message == WM_MENUSELECT) selections.push_back(received.wparam);
  }
  EXPECT_EQ(selections,
            (std::vector<WPARAM>{MAKEWPARAM(0, MF_POPUP | MF_HILITE), MAKEWPARAM(kOpen, MF_HILITE),
                                 MAKEWPARAM(kSave, MF_HILITE), MAKEWPARAM(0, 0xFFFF)}));
}

TEST_F(MenuMessages, AChoiceByTheMouse) {
  TRANSOM_CHECKS(WM_COMMAND);
  TRANSOM_CHECKS(WM_MENUSELECT);
  const POINT at = middle_of(bar, 1);
  on_message = [&](const Received& received) {
    // The popup shows when the loop waits: then its item can be clicked.
    if (received.message != WM_ENTERIDLE || clicked) return;
    clicked = true;
    const POINT item = middle_of(edit, 0);
    send_mouse(MOUSEEVENTF_LEFTDOWN, item);
    send_mouse(MOUSEEVENTF_LEFTUP, item);
  };
  hit = HTMENU;
  send_mouse(MOUSEEVENTF_LEFTDOWN, at);
  send_mouse(MOUSEEVENTF_LEFTUP, at);
  pump();
  ASSERT_NE(first(WM_COMMAND), nullptr);
  EXPECT_EQ(first(WM_COMMAND)->wparam, MAKEWPARAM(kCut, 0));
  ASSERT_NE(first(WM_MENUSELECT), nullptr);
  EXPECT_EQ(HIWORD(first(WM_MENUSELECT)->wparam), MF_POPUP | MF_HILITE | MF_MOUSESELECT);
}

TEST_F(MenuMessages, TheOwnerHearsThatTheLoopWaits) {
  TRANSOM_CHECKS(WM_ENTERIDLE);
  on_message = [&](const Received& received) {
    if (received.message == WM_ENTERIDLE && !clicked) {
      clicked = true;
      strike(VK_ESCAPE);
      strike(VK_ESCAPE);
    }
  };
  alt('F');
  pump();
  ASSERT_NE(first(WM_ENTERIDLE), nullptr);
  EXPECT_EQ(first(WM_ENTERIDLE)->wparam, static_cast<WPARAM>(MSGF_MENU));
  EXPECT_NE(first(WM_ENTERIDLE)->lparam, 0);  // the popup's window
  EXPECT_EQ(first(WM_COMMAND), nullptr);
}

// MNC_CLOSE, MNC_EXECUTE, MNC_SELECT; MNC_IGNORE beeps.
TEST_F(MenuMessages, ACharacterThatIsNoMnemonic) {
  TRANSOM_CHECKS(WM_MENUCHAR);
  always_answer(WM_MENUCHAR, MAKELRESULT(1, MNC_EXECUTE));
  alt('F');
  strike('X');
  pump();
  ASSERT_NE(first(WM_MENUCHAR), nullptr);
  EXPECT_EQ(first(WM_MENUCHAR)->wparam, MAKEWPARAM('x', MF_POPUP));
  EXPECT_EQ(first(WM_MENUCHAR)->lparam, reinterpret_cast<LPARAM>(file));
  ASSERT_NE(first(WM_COMMAND), nullptr);
  EXPECT_EQ(first(WM_COMMAND)->wparam, MAKEWPARAM(kSave, 0));
  log.clear();
  always_answer(WM_MENUCHAR, MAKELRESULT(0, MNC_CLOSE));
  alt('F');
  strike('X');
  pump();
  EXPECT_EQ(first(WM_COMMAND), nullptr);
  EXPECT_EQ(numbers({WM_EXITMENULOOP}).size(), 1u);
}

TEST_F(MenuMessages, LeftOfTheBarLiesTheWindowMenu) {
  TRANSOM_CHECKS(WM_NEXTMENU);
  MDINEXTMENU asked{};
  on_message = [&](const Received& received) {
    if (received.message == WM_NEXTMENU) asked = *reinterpret_cast<MDINEXTMENU*>(received.lparam);
  };
  strike(VK_F10);
  strike(VK_LEFT);
  strike(VK_ESCAPE);
  strike(VK_ESCAPE);
  pump();
  ASSERT_NE(first(WM_NEXTMENU), nullptr);
  EXPECT_EQ(first(WM_NEXTMENU)->wparam, static_cast<WPARAM>(VK_LEFT));
  EXPECT_EQ(asked.hmenuIn, bar);
}

// MNS_NOTIFYBYPOS: WM_MENUCOMMAND with the position instead of WM_COMMAND.
TEST_F(MenuMessages, NotificationByPosition) {
  TRANSOM_CHECKS(WM_MENUCOMMAND);
  set_style(MNS_NOTIFYBYPOS);
  alt('F');
  strike(VK_DOWN);
  strike(VK_RETURN);
  pump();
  ASSERT_NE(first(WM_MENUCOMMAND), nullptr);
  EXPECT_EQ(first(WM_MENUCOMMAND)->wparam, 1u);
  EXPECT_EQ(first(WM_MENUCOMMAND)->lparam, reinterpret_cast<LPARAM>(file));
  EXPECT_EQ(first(WM_COMMAND), nullptr);
}

TEST_F(MenuMessages, ARightClickOnAnItem) {
  TRANSOM_CHECKS(WM_MENURBUTTONUP);
  on_message = [&](const Received& received) {
    if (received.message != WM_ENTERIDLE) return;
    if (clicked) {
      strike(VK_ESCAPE);
      strike(VK_ESCAPE);
      return;
    }
    clicked = true;
    const POINT item = middle_of(file, 1);
    send_mouse(MOUSEEVENTF_RIGHTDOWN, item);
    send_mouse(MOUSEEVENTF_RIGHTUP, item);
  };
  alt('F');
  pump();
  ASSERT_NE(first(WM_MENURBUTTONUP), nullptr);
  EXPECT_EQ(first(WM_MENURBUTTONUP)->wparam, 1u);
  EXPECT_EQ(first(WM_MENURBUTTONUP)->lparam, reinterpret_cast<LPARAM>(file));
}

// MNS_DRAGDROP: pressing an item and leaving it is a drag; the owner says whether the menu stays.
// https://learn.microsoft.com/windows/win32/menurc/wm-menudrag
TEST_F(MenuMessages, DraggingAnItemTellsTheOwner) {
  TRANSOM_CHECKS(WM_MENUDRAG);
  set_style(MNS_DRAGDROP);
  int waits = 0;
  on_message = [&](const Received& received) {
    if (received.message != WM_ENTERIDLE) return;
    if (++waits == 1) send_mouse(MOUSEEVENTF_LEFTDOWN, middle_of(file, 1));
    if (waits == 2) send_mouse(0, middle_of(file, 0));
    if (waits == 3) send_mouse(0, middle_of(file, 1));
  };
  always_answer(WM_MENUDRAG, MND_ENDMENU);
  alt('F');
  pump();
  EXPECT_EQ(numbers({WM_MENUDRAG, WM_EXITMENULOOP}),
            (std::vector<UINT>{WM_MENUDRAG, WM_EXITMENULOOP}));
  EXPECT_EQ(first(WM_MENUDRAG)->wparam, 1u);
  EXPECT_EQ(first(WM_MENUDRAG)->lparam, reinterpret_cast<LPARAM>(file));
  send_mouse(MOUSEEVENTF_LEFTUP, middle_of(file, 1));
  // With MND_CONTINUE the menu goes on, and one drag is told of once.
  log.clear();
  waits = 0;
  on_message = [&, before = on_message](const Received& received) {
    before(received);
    if (received.message == WM_ENTERIDLE && waits >= 4) strike(VK_ESCAPE);
  };
  always_answer(WM_MENUDRAG, MND_CONTINUE);
  alt('F');
  pump();
  EXPECT_EQ(numbers({WM_MENUDRAG}).size(), 1u);
  send_mouse(MOUSEEVENTF_LEFTUP, middle_of(file, 1));
}

// A drop target as the owner of such a menu offers it: counts who holds it.
class CountedTarget : public IUnknown {
 public:
  HRESULT QueryInterface(REFIID, void**) override { return E_NOINTERFACE; }
  ULONG AddRef() override { return ++count; }
  ULONG Release() override { return --count; }
  ULONG count = 1;
};

// "When the mouse cursor enters a menu item or moves from the center of the item to the top or
// bottom of the item." https://learn.microsoft.com/windows/win32/menurc/wm-menugetobject
TEST_F(MenuMessages, TheOwnerOfADragAndDropMenuOffersATarget) {
  TRANSOM_CHECKS(WM_MENUGETOBJECT);
  set_style(MNS_DRAGDROP);
  CountedTarget target;
  std::vector<MENUGETOBJECTINFO> asked;
  answer = [&](const Received& received) -> std::optional<LRESULT> {
    if (received.message != WM_MENUGETOBJECT) return std::nullopt;
    auto* info = reinterpret_cast<MENUGETOBJECTINFO*>(received.lparam);
    asked.push_back(*info);
    target.AddRef();
    info->pvObj = static_cast<IUnknown*>(&target);
    return MNGO_NOERROR;
  };
  int waits = 0;
  on_message = [&](const Received& received) {
    if (received.message != WM_ENTERIDLE) return;
    RECT item{};
    GetMenuItemRect(nullptr, file, 1, &item);
    const POINT middle = middle_of(file, 1);
    const POINT places[] = {
        middle, {middle.x + 3, middle.y}, {middle.x, item.top}, {middle.x, item.bottom - 1}};
    if (waits < 4) send_mouse(0, places[waits]);
    if (++waits > 4) strike(VK_ESCAPE);
  };
  alt('F');
  pump();
  ASSERT_EQ(asked.size(), 3u);
  for (const MENUGETOBJECTINFO& info : asked) {
    EXPECT_EQ(info.uPos, 1u);
    EXPECT_EQ(info.hmenu, file);
  }
  EXPECT_EQ(asked[0].dwFlags, 0u);
  EXPECT_EQ(asked[1].dwFlags, static_cast<DWORD>(MNGOF_TOPGAP));
  EXPECT_EQ(asked[2].dwFlags, static_cast<DWORD>(MNGOF_BOTTOMGAP));
  EXPECT_EQ(first(WM_MENUGETOBJECT)->wparam, 0u);
  EXPECT_EQ(target.count, 1u);  // nothing was dropped: each reference was given back
}

// The program destroys the window from within the loop.
TEST_F(MenuMessages, TheWindowMayBeDestroyedInAnyOfThem) {
  for (const UINT fatal : {WM_ENTERMENULOOP, WM_INITMENU, WM_INITMENUPOPUP, WM_MENUSELECT,
                           WM_ENTERIDLE, WM_UNINITMENUPOPUP, WM_EXITMENULOOP}) {
    on_message = nullptr;
    if (!IsWindow(window)) {
      window = create(WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, {100, 100, 400, 300});
      bar = CreateMenu();
      file = CreatePopupMenu();
      AppendMenuW(file, MF_STRING, kOpen, L"&Open");
      AppendMenuW(bar, MF_POPUP, reinterpret_cast<UINT_PTR>(file), L"&File");
      SetMenu(window, bar);
      SetForegroundWindow(window);
      pump();
    }
    on_message = [&](const Received& received) {
      if (received.message == fatal && IsWindow(window)) DestroyWindow(window);
      if (received.message == WM_ENTERIDLE) {
        strike(VK_ESCAPE);
        strike(VK_ESCAPE);
      }
    };
    alt('F');
    pump();
    EXPECT_FALSE(IsWindow(window)) << fatal;
  }
}

}  // namespace
}  // namespace transom::user
