// What shell hooks and the windows of RegisterShellHookWindow hear.
// https://learn.microsoft.com/windows/win32/winmsg/shellproc
#include "user32/test_support.h"

namespace transom::user::test {
namespace {

struct Heard {
  int code;
  HWND window;
  bool operator==(const Heard&) const = default;
};

std::vector<Heard>& heard() {
  static std::vector<Heard> all;
  return all;
}

class ShellHook {
 public:
  ShellHook() {
    heard().clear();
    hook_ = SetWindowsHookExW(WH_SHELL, procedure, nullptr, GetCurrentThreadId());
  }
  ~ShellHook() { UnhookWindowsHookEx(hook_); }
  ShellHook(const ShellHook&) = delete;
  ShellHook& operator=(const ShellHook&) = delete;

  static inline LRESULT answer = 0;
  static inline LPARAM last_lparam = 0;

 private:
  static LRESULT CALLBACK procedure(int code, WPARAM wparam, LPARAM lparam) {
    heard().push_back({code, reinterpret_cast<HWND>(wparam)});
    EXPECT_TRUE(wparam == 0 || IsWindow(reinterpret_cast<HWND>(wparam)));
    last_lparam = lparam;
    return answer;
  }
  HHOOK hook_;
};

// "A top-level, unowned window has been created … is about to be destroyed. The window exists when
// the system calls this hook."
TEST(ShellHooks, HearOfTopLevelUnownedWindowsComingAndGoing) {
  Recorder recorder;
  const ShellHook hook;
  const HWND top = recorder.create("top", WS_OVERLAPPEDWINDOW);
  EXPECT_THAT(heard(), ElementsAre(Heard{HSHELL_WINDOWCREATED, top}));
  recorder.create("owned", WS_POPUP, top);
  recorder.create("child", WS_CHILD, top);
  EXPECT_EQ(heard().size(), 1u);
  heard().clear();
  DestroyWindow(top);
  EXPECT_THAT(heard(), ElementsAre(Heard{HSHELL_WINDOWDESTROYED, top}));
}

// "The activation has changed to a different top-level, unowned window."
TEST(ShellHooks, HearOfActivation) {
  Recorder recorder;
  const HWND first = recorder.create("first", WS_OVERLAPPEDWINDOW | WS_VISIBLE);
  recorder.create("second", WS_OVERLAPPEDWINDOW | WS_VISIBLE);
  const ShellHook hook;
  SetActiveWindow(first);
  EXPECT_THAT(heard(), ElementsAre(Heard{HSHELL_WINDOWACTIVATED, first}));
}

// "The title of a window in the task bar has been redrawn." "A window is being minimized or
// maximized. The system needs the coordinates of the minimized rectangle."
TEST(ShellHooks, HearOfTitlesAndOfMinimizing) {
  Recorder recorder;
  const HWND top = recorder.create("top", WS_OVERLAPPEDWINDOW | WS_VISIBLE);
  const ShellHook hook;
  SetWindowTextW(top, L"another");
  EXPECT_THAT(heard(), ElementsAre(Heard{HSHELL_REDRAW, top}));
  EXPECT_EQ(ShellHook::last_lparam, FALSE);
  heard().clear();
  ShowWindow(top, SW_MAXIMIZE);
  EXPECT_THAT(heard(), ElementsAre(Heard{HSHELL_GETMINRECT, top}));
  EXPECT_NE(ShellHook::last_lparam, 0);
}

// "Keyboard language was changed": lParam is the layout.
TEST(ShellHooks, HearOfTheKeyboardsLanguage) {
  Recorder recorder;
  const HWND top = recorder.create("top", WS_OVERLAPPEDWINDOW | WS_VISIBLE);
  const HKL german = LoadKeyboardLayoutW(L"00000407", 0);
  const ShellHook hook;
  const HKL before = ActivateKeyboardLayout(german, 0);
  EXPECT_THAT(heard(), ElementsAre(Heard{HSHELL_LANGUAGE, top}));
  EXPECT_EQ(ShellHook::last_lparam, reinterpret_cast<LPARAM>(german));
  ActivateKeyboardLayout(before, 0);
}

// "If the shell procedure handles the message, the return should be nonzero."
TEST(ShellHooks, MayHandleCommandsThatNobodyWanted) {
  Recorder recorder;
  const HWND top = recorder.create("top", WS_OVERLAPPEDWINDOW);
  const HWND child = recorder.create("child", WS_CHILD, top);
  const ShellHook hook;
  const LPARAM command = MAKELPARAM(0, APPCOMMAND_VOLUME_UP);
  EXPECT_EQ(SendMessageW(child, WM_APPCOMMAND, reinterpret_cast<WPARAM>(child), command), 0);
  EXPECT_THAT(heard(), ElementsAre(Heard{HSHELL_APPCOMMAND, child}));
  ShellHook::answer = 1;
  EXPECT_NE(SendMessageW(child, WM_APPCOMMAND, reinterpret_cast<WPARAM>(child), command), 0);
  ShellHook::answer = 0;
}

// A hook may destroy the window that it is told of.
TEST(ShellHooks, MayDestroyWhatTheyAreToldOf) {
  Recorder recorder;
  const HHOOK hook = SetWindowsHookExW(
      WH_SHELL,
      [](int code, WPARAM window, LPARAM) -> LRESULT {
        if (code != HSHELL_WINDOWDESTROYED) DestroyWindow(reinterpret_cast<HWND>(window));
        return 0;
      },
      nullptr, GetCurrentThreadId());
  const HWND created = recorder.create("created", WS_OVERLAPPEDWINDOW | WS_VISIBLE);
  UnhookWindowsHookEx(hook);
  EXPECT_FALSE(IsWindow(created));
}

// "The messages are received through the specified window's WindowProc": wParam is the code, lParam
// the window.
TEST(ShellHooks, ArePostedToRegisteredWindows) {
  Recorder recorder;
  const UINT message = RegisterWindowMessageW(L"SHELLHOOK");
  const HWND listener = recorder.create("listener", WS_POPUP);
  ASSERT_TRUE(RegisterShellHookWindow(listener));
  const HWND top = recorder.create("top", WS_OVERLAPPEDWINDOW);
  MSG posted;
  ASSERT_TRUE(PeekMessageW(&posted, listener, message, message, PM_REMOVE));
  EXPECT_EQ(posted.wParam, static_cast<WPARAM>(HSHELL_WINDOWCREATED));
  EXPECT_EQ(posted.lParam, reinterpret_cast<LPARAM>(top));
  EXPECT_TRUE(DeregisterShellHookWindow(listener));
  DestroyWindow(top);
  EXPECT_FALSE(PeekMessageW(&posted, listener, message, message, PM_REMOVE));
  EXPECT_FALSE(DeregisterShellHookWindow(listener));
  EXPECT_FALSE(RegisterShellHookWindow(nullptr));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_WINDOW_HANDLE));
}

}  // namespace
}  // namespace transom::user::test
