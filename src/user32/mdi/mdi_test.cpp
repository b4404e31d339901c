// The multiple-document interface, from the messages of the program to what frame, client and
// children hear and become.
// https://learn.microsoft.com/windows/win32/winmsg/about-the-multiple-document-interface
#include <map>

#include "base/text.h"
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"
#include "user32/test_support.h"

namespace transom::user::test {
namespace {

constexpr UINT kFirstId = 500;

struct Heard {
  HWND window;
  UINT message;
  WPARAM wparam;
  LPARAM lparam;
};

class Mdi : public InputTest {
 protected:
  void SetUp() override {
    setenv("TRANSOM_HOST", "headless", 0);
    current_ = this;
    register_class(L"MdiTestFrame", frame_procedure);
    register_class(L"MdiTestChild", child_procedure);
    make_menus();
    CreateWindowExW(0, L"MdiTestFrame", L"Frame", WS_OVERLAPPEDWINDOW | WS_VISIBLE, 0, 0, 600, 500,
                    nullptr, bar, nullptr, nullptr);
    SetForegroundWindow(frame);
    pump();
    heard.clear();
  }

  void TearDown() override {
    DestroyWindow(frame);
    pump();
    current_ = nullptr;
  }

  HWND add(LPCWSTR title, DWORD style = 0, RECT place = {10, 20, 210, 170}) {
    MDICREATESTRUCTW asked{};
    asked.szClass = L"MdiTestChild";
    asked.szTitle = title;
    asked.x = static_cast<int>(place.left);
    asked.y = static_cast<int>(place.top);
    asked.cx = static_cast<int>(place.right - place.left);
    asked.cy = static_cast<int>(place.bottom - place.top);
    asked.style = style;
    asked.lParam = 77;
    return reinterpret_cast<HWND>(
        SendMessageW(client, WM_MDICREATE, 0, reinterpret_cast<LPARAM>(&asked)));
  }

  LRESULT tell(UINT message, HWND child, LPARAM lparam = 0) {
    return SendMessageW(client, message, reinterpret_cast<WPARAM>(child), lparam);
  }
  HWND active() { return reinterpret_cast<HWND>(tell(WM_MDIGETACTIVE, nullptr)); }

  static std::u16string title_of(HWND window) {
    WCHAR text[100]{};
    GetWindowTextW(window, text, 100);
    return base::as_char16(text);
  }
  static RECT place_of(HWND child) {
    RECT rect{};
    GetWindowRect(child, &rect);
    MapWindowPoints(nullptr, GetParent(child), reinterpret_cast<POINT*>(&rect), 2);
    return rect;
  }

  // Titles of the window menu behind its own items, a checked one with a star.
  std::vector<std::u16string> listed() {
    std::vector<std::u16string> titles;
    for (int i = 1; i < GetMenuItemCount(window_menu); ++i) {
      WCHAR text[100]{};
      GetMenuStringW(window_menu, static_cast<UINT>(i), text, 100, MF_BYPOSITION);
      const UINT state = GetMenuState(window_menu, static_cast<UINT>(i), MF_BYPOSITION);
      titles.push_back(((state & MF_CHECKED) != 0 ? u"*" : u"") +
                       std::u16string(base::as_char16(text)));
    }
    return titles;
  }

  bool was_heard(HWND window, UINT message, HWND wparam, HWND lparam) const {
    return std::ranges::any_of(heard, [&](const Heard& each) {
      return each.window == window && each.message == message &&
             each.wparam == reinterpret_cast<WPARAM>(wparam) &&
             each.lparam == reinterpret_cast<LPARAM>(lparam);
    });
  }

  void key(WORD modifier, WORD virtual_key) {
    send_key(modifier, true);
    strike(virtual_key);
    send_key(modifier, false);
    MSG message;
    while (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) {
      if (TranslateMDISysAccel(client, &message)) continue;
      TranslateMessage(&message);
      DispatchMessageW(&message);
    }
  }

  HWND frame = nullptr;
  HWND client = nullptr;
  HMENU bar = nullptr;
  HMENU window_menu = nullptr;
  std::vector<Heard> heard;
  HWND refuses_to_deactivate = nullptr;
  const MDICREATESTRUCTW* created_with = nullptr;
  DWORD client_style = 0;

 private:
  void make_menus() {
    bar = CreateMenu();
    window_menu = CreatePopupMenu();
    AppendMenuW(window_menu, MF_STRING, 100, L"&Tile");
    AppendMenuW(bar, MF_POPUP, reinterpret_cast<UINT_PTR>(window_menu), L"&Window");
  }

  static void register_class(LPCWSTR name, WNDPROC procedure) {
    WNDCLASSW described{};
    described.lpfnWndProc = procedure;
    described.lpszClassName = name;
    RegisterClassW(&described);
  }

  static void make_client(HWND window) {
    CLIENTCREATESTRUCT created{current_->window_menu, kFirstId};
    current_->frame = window;
    current_->client =
        CreateWindowExW(0, L"MDICLIENT", nullptr, WS_CHILD | WS_VISIBLE | current_->client_style, 0,
                        0, 0, 0, window, nullptr, nullptr, &created);
  }

  static LRESULT CALLBACK frame_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
    if (message == WM_CREATE) make_client(window);
    if (current_ != nullptr) current_->heard.push_back({window, message, wparam, lparam});
    return DefFrameProcW(window, current_ != nullptr ? current_->client : nullptr, message, wparam,
                         lparam);
  }

  static LRESULT CALLBACK child_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
    if (current_ != nullptr) {
      current_->heard.push_back({window, message, wparam, lparam});
      if (message == WM_CREATE) {
        current_->created_with = static_cast<const MDICREATESTRUCTW*>(
            reinterpret_cast<const CREATESTRUCTW*>(lparam)->lpCreateParams);
      }
      if (message == WM_NCACTIVATE && wparam == 0 && window == current_->refuses_to_deactivate) {
        return FALSE;
      }
    }
    return DefMDIChildProcW(window, message, wparam, lparam);
  }

  static inline Mdi* current_ = nullptr;
};

// "The MDI child window is created with the window style bits …, plus additional style bits
// specified in the MDICREATESTRUCT structure. The system adds the title of the new child window to
// the window menu of the frame window." Identifiers count from idFirstChild.
TEST_F(Mdi, CreateMakesAnActiveChildWithStylesTitleAndIdentifier) {
  TRANSOM_CHECKS(WM_MDICREATE);
  const HWND one = add(L"one", WS_HSCROLL);
  ASSERT_NE(one, nullptr);
  EXPECT_EQ(static_cast<DWORD>(GetWindowLongW(one, GWL_STYLE)),
            WS_CHILD | WS_VISIBLE | WS_CLIPSIBLINGS | WS_CLIPCHILDREN | WS_CAPTION | WS_SYSMENU |
                WS_THICKFRAME | WS_MINIMIZEBOX | WS_MAXIMIZEBOX | WS_HSCROLL);
  EXPECT_EQ(GetWindowLongW(one, GWL_ID), static_cast<LONG>(kFirstId));
  ASSERT_NE(created_with, nullptr);
  EXPECT_EQ(active(), one);
  EXPECT_EQ(GetFocus(), one);
  EXPECT_THAT(listed(), ElementsAre(u"", u"*&1 one"));
  const HWND two = add(L"two");
  EXPECT_EQ(GetWindowLongW(two, GWL_ID), static_cast<LONG>(kFirstId + 1));
  EXPECT_THAT(listed(), ElementsAre(u"", u"&1 one", u"*&2 two"));
}

// "A more efficient way to create an MDI child window is to call the CreateWindowEx function,
// specifying the WS_EX_MDICHILD extended style." lpCreateParams is an MDICREATESTRUCT all the same.
TEST_F(Mdi, CreateWindowExWithMdiChildStyleGivesAStructureToTheChild) {
  static LPARAM given;
  static std::u16string title;
  WNDCLASSW described{};
  described.lpfnWndProc = [](HWND window, UINT message, WPARAM wparam, LPARAM lparam) -> LRESULT {
    if (message == WM_CREATE) {
      const auto* mdi = static_cast<const MDICREATESTRUCTW*>(
          reinterpret_cast<const CREATESTRUCTW*>(lparam)->lpCreateParams);
      given = mdi->lParam;
      title = base::as_char16(mdi->szTitle);
    }
    return DefMDIChildProcW(window, message, wparam, lparam);
  };
  described.lpszClassName = L"MdiTestOther";
  RegisterClassW(&described);
  const HWND child = CreateWindowExW(WS_EX_MDICHILD, L"MdiTestOther", L"direct", 0, 0, 0, 100, 100,
                                     client, nullptr, nullptr, reinterpret_cast<LPVOID>(1234));
  EXPECT_EQ(active(), child);
  EXPECT_EQ(given, 1234);
  EXPECT_EQ(title, u"direct");
  EXPECT_EQ(CreateMDIWindowW(L"MdiTestOther", L"", 0, 0, 0, 100, 100, frame, nullptr, 0), nullptr);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_NON_MDICHILD_WINDOW));
  EXPECT_EQ(active(), child);
}

// "MDIS_ALLCHILDSTYLES: this member can be any combination of the window styles."
class MdiAllStyles : public Mdi {
 protected:
  MdiAllStyles() { client_style = MDIS_ALLCHILDSTYLES; }
};

TEST_F(MdiAllStyles, ChildHasTheStylesThatItAsksFor) {
  const HWND child = add(L"plain", WS_VISIBLE | WS_BORDER);
  EXPECT_EQ(static_cast<DWORD>(GetWindowLongW(child, GWL_STYLE)),
            WS_CHILD | WS_VISIBLE | WS_BORDER | WS_CLIPSIBLINGS);
}

// "It sends WM_MDIACTIVATE to the child window being deactivated and to the child window being
// activated": wParam is the first, lParam the second of them.
TEST_F(Mdi, ActivateTellsBothChildren) {
  TRANSOM_CHECKS(WM_MDIACTIVATE);
  TRANSOM_CHECKS(WM_CHILDACTIVATE);
  const HWND one = add(L"one"), two = add(L"two");
  heard.clear();
  tell(WM_MDIACTIVATE, one);
  EXPECT_TRUE(was_heard(two, WM_MDIACTIVATE, two, one));
  EXPECT_TRUE(was_heard(one, WM_MDIACTIVATE, two, one));
  EXPECT_TRUE(was_heard(one, WM_CHILDACTIVATE, nullptr, nullptr));
  EXPECT_EQ(active(), one);
  EXPECT_EQ(GetWindow(client, GW_CHILD), one);
  EXPECT_EQ(GetFocus(), one);
}

// "To prevent a child window from activating, handle the WM_NCACTIVATE message to the child window
// by returning FALSE."
TEST_F(Mdi, ChildMayRefuseToBeDeactivated) {
  const HWND one = add(L"one"), two = add(L"two");
  refuses_to_deactivate = two;
  tell(WM_MDIACTIVATE, one);
  EXPECT_EQ(active(), two);
}

// A press in a child activates it, on its title bar as well as in its client area.
TEST_F(Mdi, PressActivates) {
  const HWND one = add(L"one", 0, {0, 0, 200, 150});
  const HWND two = add(L"two", 0, {250, 0, 450, 150});
  POINT caption{60, 10};
  ClientToScreen(client, &caption);
  heard.clear();
  send_mouse(MOUSEEVENTF_LEFTDOWN, caption);
  send_mouse(MOUSEEVENTF_LEFTUP, caption);
  pump();
  EXPECT_EQ(active(), one);
  EXPECT_TRUE(was_heard(one, WM_CHILDACTIVATE, nullptr, nullptr));
  POINT inside{300, 100};
  ClientToScreen(client, &inside);
  send_mouse(MOUSEEVENTF_LEFTDOWN, inside);
  send_mouse(MOUSEEVENTF_LEFTUP, inside);
  pump();
  EXPECT_EQ(active(), two);
}

// "When the frame window becomes active, the child window last activated receives the
// WM_NCACTIVATE message …; the child window does not receive another WM_MDIACTIVATE message."
TEST_F(Mdi, FrameActivationReachesTheTitleBarOnly) {
  const HWND one = add(L"one");
  const HWND other = CreateWindowExW(0, L"MdiTestChild", L"", WS_OVERLAPPEDWINDOW | WS_VISIBLE, 700,
                                     0, 100, 100, nullptr, nullptr, nullptr, nullptr);
  SetForegroundWindow(other);
  heard.clear();
  SetForegroundWindow(frame);
  const auto is = [&](const Heard& each, UINT message) {
    return each.window == one && each.message == message;
  };
  EXPECT_TRUE(std::ranges::any_of(
      heard, [&](const Heard& each) { return is(each, WM_NCACTIVATE) && each.wparam == 1; }));
  EXPECT_FALSE(
      std::ranges::any_of(heard, [&](const Heard& each) { return is(each, WM_MDIACTIVATE); }));
  EXPECT_EQ(GetFocus(), one);
  DestroyWindow(other);
}

// "The system resizes the child window to make its client area fill the client window. The system
// places the child window's window menu icon … and restore icon … in the frame window's menu bar.
// The system also appends the title bar text of the child window to that of the frame window."
TEST_F(Mdi, MaximizeLendsButtonsAndTitleToTheFrame) {
  TRANSOM_CHECKS(WM_MDIMAXIMIZE);
  TRANSOM_CHECKS(WM_MDIGETACTIVE);
  const HWND one = add(L"one");
  tell(WM_MDIMAXIMIZE, one);
  RECT area{}, own{};
  GetClientRect(client, &area);
  GetClientRect(one, &own);
  MapWindowPoints(one, client, reinterpret_cast<POINT*>(&own), 2);
  EXPECT_TRUE(EqualRect(&area, &own));
  EXPECT_EQ(title_of(frame), u"Frame - [one]");
  WINBOOL maximized = FALSE;
  EXPECT_EQ(tell(WM_MDIGETACTIVE, nullptr, reinterpret_cast<LPARAM>(&maximized)),
            reinterpret_cast<LRESULT>(one));
  EXPECT_TRUE(maximized);
  EXPECT_EQ(GetMenuItemCount(bar), 5);
  EXPECT_EQ(GetSubMenu(bar, 0), GetSystemMenu(one, FALSE));
  EXPECT_EQ(GetMenuItemID(bar, 2), static_cast<UINT>(SC_MINIMIZE));
  EXPECT_EQ(GetMenuItemID(bar, 3), static_cast<UINT>(SC_RESTORE));
  EXPECT_EQ(GetMenuItemID(bar, 4), static_cast<UINT>(SC_CLOSE));
}

// The frame's bar works the maximized child: a click on its restore button.
TEST_F(Mdi, RestoreButtonInTheBarRestores) {
  const HWND one = add(L"one");
  tell(WM_MDIMAXIMIZE, one);
  RECT button{};
  ASSERT_TRUE(GetMenuItemRect(frame, bar, 3, &button));
  const POINT middle{(button.left + button.right) / 2, (button.top + button.bottom) / 2};
  send_mouse(MOUSEEVENTF_LEFTDOWN, middle);
  send_mouse(MOUSEEVENTF_LEFTUP, middle);
  pump();
  EXPECT_FALSE(IsZoomed(one));
  EXPECT_EQ(title_of(frame), u"Frame");
  EXPECT_EQ(GetMenuItemCount(bar), 1);
}

TEST_F(Mdi, RestoreGivesPlaceBarAndTitleBack) {
  TRANSOM_CHECKS(WM_MDIRESTORE);
  const HWND one = add(L"one");
  const RECT before = place_of(one);
  tell(WM_MDIMAXIMIZE, one);
  tell(WM_MDIRESTORE, one);
  const RECT after = place_of(one);
  EXPECT_TRUE(EqualRect(&before, &after));
  EXPECT_EQ(title_of(frame), u"Frame");
  EXPECT_EQ(GetMenuItemCount(bar), 1);
}

// "The system restores the active child window and maximizes the newly activated child window."
TEST_F(Mdi, MaximizedStatePassesToTheNextActiveChild) {
  const HWND one = add(L"one"), two = add(L"two");
  tell(WM_MDIMAXIMIZE, two);
  tell(WM_MDIACTIVATE, one);
  EXPECT_TRUE(IsZoomed(one));
  EXPECT_FALSE(IsZoomed(two));
  EXPECT_EQ(title_of(frame), u"Frame - [one]");
  const HWND three = add(L"three");
  EXPECT_TRUE(IsZoomed(three));
  EXPECT_FALSE(IsZoomed(one));
  EXPECT_EQ(GetMenuItemCount(bar), 5);
  tell(WM_MDIDESTROY, three);
  EXPECT_TRUE(IsZoomed(one));
  EXPECT_EQ(title_of(frame), u"Frame - [one]");
}

// Either title may change meanwhile.
TEST_F(Mdi, TitlesStayTogether) {
  const HWND one = add(L"one");
  tell(WM_MDIMAXIMIZE, one);
  SetWindowTextW(frame, L"Other");
  EXPECT_EQ(title_of(frame), u"Other - [one]");
  SetWindowTextW(one, L"uno");
  EXPECT_EQ(title_of(frame), u"Other - [uno]");
  EXPECT_THAT(listed(), ElementsAre(u"", u"*&1 uno"));
  DestroyWindow(one);
  EXPECT_EQ(title_of(frame), u"Other");
  EXPECT_EQ(active(), nullptr);
}

// "This message removes the title of the MDI child window from the MDI frame window and deactivates
// the child window"; identifiers close up.
TEST_F(Mdi, DestroyClosesUpIdentifiersAndActivatesAnother) {
  TRANSOM_CHECKS(WM_MDIDESTROY);
  const HWND one = add(L"one"), two = add(L"two"), three = add(L"three");
  heard.clear();
  EXPECT_EQ(tell(WM_MDIDESTROY, one), 0);
  EXPECT_FALSE(IsWindow(one));
  EXPECT_EQ(GetWindowLongW(two, GWL_ID), static_cast<LONG>(kFirstId));
  EXPECT_EQ(GetWindowLongW(three, GWL_ID), static_cast<LONG>(kFirstId + 1));
  EXPECT_THAT(listed(), ElementsAre(u"", u"&1 two", u"*&2 three"));
  tell(WM_MDIDESTROY, three);
  EXPECT_EQ(active(), two);
  EXPECT_TRUE(was_heard(three, WM_MDIACTIVATE, three, two));
  tell(WM_MDIDESTROY, two);
  EXPECT_EQ(active(), nullptr);
  EXPECT_THAT(listed(), IsEmpty());
}

// "If this parameter is zero, the system activates the next MDI child window and places the child
// window identified by the wParam parameter behind all other child windows."
TEST_F(Mdi, NextGoesDownTheZOrderAndPreviousUp) {
  TRANSOM_CHECKS(WM_MDINEXT);
  const HWND one = add(L"one"), two = add(L"two"), three = add(L"three");
  tell(WM_MDINEXT, nullptr, FALSE);
  EXPECT_EQ(active(), two);
  EXPECT_EQ(GetWindow(two, GW_HWNDLAST), three);
  tell(WM_MDINEXT, two, TRUE);
  EXPECT_EQ(active(), three);
  EXPECT_EQ(GetWindow(three, GW_HWNDNEXT), two);
  EXPECT_EQ(GetWindow(two, GW_HWNDNEXT), one);
}

// "The CTRL+F4 key combination closes the active child window, and the CTRL+F6 key combination
// activates the next child window."
TEST_F(Mdi, KeysGoToTheNextChildAndCloseIt) {
  const HWND one = add(L"one"), two = add(L"two");
  key(VK_CONTROL, VK_F6);
  EXPECT_EQ(active(), one);
  key(VK_CONTROL, VK_F4);
  EXPECT_FALSE(IsWindow(one));
  EXPECT_EQ(active(), two);
}

// "Alt+- (minus) opens the window menu of the active child."
TEST_F(Mdi, AltMinusOpensTheChildsWindowMenu) {
  const HWND one = add(L"one");
  SetTimer(frame, 1, 10, [](HWND, UINT, UINT_PTR id, DWORD) {
    KillTimer(nullptr, id);
    strike('X');  // Maximize
  });
  key(VK_MENU, VK_OEM_MINUS);
  KillTimer(frame, 1);
  pump();
  EXPECT_TRUE(IsZoomed(one));
}

// "Control passes from the application's window menu to the window menu of the active child window,
// and then to the first item on the menu bar."
TEST_F(Mdi, ArrowsGoThroughTheChildsWindowMenu) {
  TRANSOM_CHECKS(WM_NEXTMENU);
  const HWND one = add(L"one");
  static int step;
  step = 0;
  SetTimer(frame, 1, 10, [](HWND, UINT, UINT_PTR, DWORD) {
    strike(step++ < 3 ? WORD{VK_RIGHT} : WORD{VK_ESCAPE});
  });
  key(VK_MENU, VK_SPACE);
  KillTimer(frame, 1);
  pump();
  std::vector<std::pair<HWND, HWND>> answers;
  for (const Heard& each : heard) {
    if (each.message == WM_NEXTMENU) {
      EXPECT_EQ(each.wparam, static_cast<WPARAM>(VK_RIGHT));
      answers.emplace_back(each.window, nullptr);
    }
  }
  ASSERT_GE(answers.size(), 2u);
  EXPECT_EQ(answers[0].first, frame);
  EXPECT_EQ(answers[1].first, one);
}

// "Tiles windows horizontally" puts them one above the other, vertically side by side; all of them
// together fill the client area.
TEST_F(Mdi, TileFillsTheClientArea) {
  TRANSOM_CHECKS(WM_MDITILE);
  const HWND one = add(L"one"), two = add(L"two"), three = add(L"three");
  RECT area{};
  GetClientRect(client, &area);
  EXPECT_TRUE(tell(WM_MDITILE, reinterpret_cast<HWND>(MDITILE_HORIZONTAL)));
  for (const HWND child : {one, two, three}) {
    EXPECT_EQ(place_of(child).right - place_of(child).left, area.right);
    EXPECT_EQ(place_of(child).bottom - place_of(child).top, area.bottom / 3);
  }
  EXPECT_TRUE(tell(WM_MDITILE, reinterpret_cast<HWND>(MDITILE_VERTICAL)));
  EXPECT_EQ(place_of(three).left, 0);
  EXPECT_EQ(place_of(two).left, area.right / 3);
  EXPECT_EQ(place_of(one).bottom, area.bottom);
}

// "MDITILE_SKIPDISABLED prevents disabled MDI child windows from being tiled."
TEST_F(Mdi, TileSkipsDisabledChildren) {
  const HWND one = add(L"one"), two = add(L"two");
  EnableWindow(one, FALSE);
  const RECT before = place_of(one);
  tell(WM_MDITILE, reinterpret_cast<HWND>(MDITILE_SKIPDISABLED));
  const RECT after = place_of(one);
  EXPECT_TRUE(EqualRect(&before, &after));
  RECT area{};
  GetClientRect(client, &area);
  EXPECT_EQ(place_of(two).right, area.right);
}

// "The window on the bottom of the stack occupies the upper left corner, and the remaining windows
// are offset vertically and horizontally so that the left border and title bar of each is visible."
TEST_F(Mdi, CascadeOffsetsEachWindow) {
  TRANSOM_CHECKS(WM_MDICASCADE);
  const HWND one = add(L"one"), two = add(L"two");
  tell(WM_MDIMAXIMIZE, two);
  EXPECT_TRUE(tell(WM_MDICASCADE, nullptr));
  EXPECT_FALSE(IsZoomed(two));
  EXPECT_EQ(place_of(one).left, 0);
  EXPECT_EQ(place_of(one).top, 0);
  EXPECT_GT(place_of(two).left, 0);
  EXPECT_EQ(place_of(two).left, place_of(two).top);
  EXPECT_EQ(place_of(one).right - place_of(one).left, place_of(two).right - place_of(two).left);
}

// "It does not affect child windows that are not minimized."
TEST_F(Mdi, IconArrangeLinesUpMinimizedChildren) {
  TRANSOM_CHECKS(WM_MDIICONARRANGE);
  const HWND one = add(L"one"), two = add(L"two"), three = add(L"three");
  ShowWindow(one, SW_MINIMIZE);
  ShowWindow(two, SW_MINIMIZE);
  SetWindowPos(one, nullptr, 100, 30, 0, 0, SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE);
  const RECT before = place_of(three);
  tell(WM_MDIICONARRANGE, nullptr);
  const RECT after = place_of(three);
  EXPECT_TRUE(EqualRect(&before, &after));
  EXPECT_EQ(place_of(one).top, place_of(two).top);
  RECT common, first = place_of(one), second = place_of(two);
  EXPECT_FALSE(IntersectRect(&common, &first, &second));
}

// A child that is minimized hands activation on.
TEST_F(Mdi, MinimizingActivatesTheNext) {
  const HWND one = add(L"one"), two = add(L"two");
  ShowWindow(two, SW_MINIMIZE);
  EXPECT_EQ(active(), one);
  EXPECT_EQ(GetFocus(), one);
}

// "When the tenth child window is created, the system adds the More Windows item."
TEST_F(Mdi, TenthChildIsBehindMoreWindows) {
  for (int i = 0; i < 10; ++i) add(L"child");
  const auto titles = listed();
  ASSERT_EQ(titles.size(), 11u);
  EXPECT_EQ(titles[9], u"&9 child");
  EXPECT_EQ(titles[10], u"&More Windows...");
}

// "Activates the MDI child window that the user chooses. … The window identifier accompanying this
// message identifies the MDI child window to be activated."
TEST_F(Mdi, WindowMenuActivates) {
  const HWND one = add(L"one");
  add(L"two");
  SendMessageW(frame, WM_COMMAND, kFirstId, 0);
  EXPECT_EQ(active(), one);
}

// "If this message replaces the window menu, the MDI child window menu items are removed from the
// previous window menu and added to the new window menu"; the same goes for a maximized child's
// items of the bar.
TEST_F(Mdi, SetMenuMovesTheItems) {
  TRANSOM_CHECKS(WM_MDISETMENU);
  const HWND one = add(L"one");
  tell(WM_MDIMAXIMIZE, one);
  const HMENU new_bar = CreateMenu(), new_window_menu = CreatePopupMenu();
  AppendMenuW(new_window_menu, MF_STRING, 100, L"&Cascade");
  AppendMenuW(new_bar, MF_POPUP, reinterpret_cast<UINT_PTR>(new_window_menu), L"&Windows");
  EXPECT_EQ(SendMessageW(client, WM_MDISETMENU, reinterpret_cast<WPARAM>(new_bar),
                         reinterpret_cast<LPARAM>(new_window_menu)),
            reinterpret_cast<LRESULT>(bar));
  EXPECT_EQ(GetMenu(frame), new_bar);
  EXPECT_EQ(GetMenuItemCount(bar), 1);
  EXPECT_EQ(GetMenuItemCount(window_menu), 1);
  EXPECT_EQ(GetMenuItemCount(new_bar), 5);
  EXPECT_EQ(GetMenuItemCount(new_window_menu), 3);
  DestroyMenu(bar);
}

// "If the message succeeds, the return value is the handle to the frame window menu."
TEST_F(Mdi, RefreshMenuReadsTitlesAnew) {
  TRANSOM_CHECKS(WM_MDIREFRESHMENU);
  add(L"one");
  RemoveMenu(window_menu, kFirstId, MF_BYCOMMAND);
  EXPECT_EQ(tell(WM_MDIREFRESHMENU, nullptr), reinterpret_cast<LRESULT>(bar));
  EXPECT_EQ(listed().back(), u"*&1 one");
}

// "Recalculates MDI client scroll bars if they are present."
class MdiScrolled : public Mdi {
 protected:
  MdiScrolled() { client_style = WS_HSCROLL | WS_VSCROLL; }
};

TEST_F(MdiScrolled, ScrollBarsShowWhatLiesOutside) {
  const HWND one = add(L"one");
  EXPECT_EQ(GetWindowLongW(client, GWL_STYLE) & (WS_HSCROLL | WS_VSCROLL), 0);
  SetWindowPos(one, nullptr, -50, 20, 0, 0, SWP_NOSIZE | SWP_NOZORDER);
  EXPECT_NE(GetWindowLongW(client, GWL_STYLE) & WS_HSCROLL, 0);
  SendMessageW(client, WM_HSCROLL, SB_TOP, 0);
  EXPECT_EQ(place_of(one).left, 0);
  EXPECT_EQ(GetWindowLongW(client, GWL_STYLE) & WS_HSCROLL, 0);
}

// Dead, foreign and null handles do nothing.
TEST_F(Mdi, BadHandlesAreRefused) {
  const HWND one = add(L"one");
  for (const UINT message : {WM_MDIACTIVATE, WM_MDIDESTROY, WM_MDIMAXIMIZE, WM_MDIRESTORE}) {
    for (const HWND bad : {HWND(nullptr), frame, client, reinterpret_cast<HWND>(0x7777)}) {
      EXPECT_EQ(tell(message, bad), 0);
    }
  }
  EXPECT_EQ(SendMessageW(client, WM_MDICREATE, 0, 0), 0);
  EXPECT_TRUE(IsWindow(one));
  EXPECT_FALSE(IsZoomed(frame));
  EXPECT_FALSE(TranslateMDISysAccel(frame, nullptr));
  EXPECT_EQ(DefFrameProcW(nullptr, nullptr, WM_SIZE, 0, 0), 0);
  EXPECT_EQ(DefMDIChildProcA(nullptr, WM_SIZE, 0, 0), 0);
}

}  // namespace
}  // namespace transom::user::test
