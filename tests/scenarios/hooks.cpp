// Hooks: what each is told, and in which order.
#include "kit/scenario.h"

namespace {

template <int kind>
LRESULT CALLBACK tell(int code, WPARAM wparam, LPARAM lparam) {
  const char* name = kind == WH_CBT              ? "WH_CBT"
                     : kind == WH_CALLWNDPROC    ? "WH_CALLWNDPROC"
                     : kind == WH_CALLWNDPROCRET ? "WH_CALLWNDPROCRET"
                     : kind == WH_GETMESSAGE     ? "WH_GETMESSAGE"
                     : kind == WH_KEYBOARD       ? "WH_KEYBOARD"
                     : kind == WH_MOUSE          ? "WH_MOUSE"
                                                 : "WH_MSGFILTER";
  if constexpr (kind == WH_CALLWNDPROC) {
    const auto& sent = *reinterpret_cast<CWPSTRUCT*>(lparam);
    if (is_watched(sent.message)) note("%s: 0x%X", name, sent.message);
  } else if constexpr (kind == WH_CALLWNDPROCRET) {
    const auto& sent = *reinterpret_cast<CWPRETSTRUCT*>(lparam);
    if (is_watched(sent.message)) note("%s: 0x%X", name, sent.message);
  } else if constexpr (kind == WH_GETMESSAGE) {
    note("%s: code %d, message 0x%X, removed %d", name, code,
         reinterpret_cast<MSG*>(lparam)->message, static_cast<int>(wparam));
  } else if constexpr (kind == WH_KEYBOARD) {
    note("%s: code %d, key %d, 0x%X", name, code, static_cast<int>(wparam),
         static_cast<unsigned>(lparam));
  } else if constexpr (kind == WH_MOUSE) {
    note("%s: code %d, message 0x%X", name, code, static_cast<unsigned>(wparam));
  } else {
    // The system makes windows of its own, for input methods.
    WCHAR class_name[20] = L"";
    if (code == HCBT_CREATEWND || code == HCBT_DESTROYWND) {
      GetClassNameW(reinterpret_cast<HWND>(wparam), class_name, 20);
    }
    if (class_name[0] == 0 || class_name[0] == L'S') note("%s: code %d", name, code);
  }
  return CallNextHookEx(nullptr, code, wparam, lparam);
}

template <int kind>
HHOOK hook() {
  return SetWindowsHookExW(kind, tell<kind>, nullptr, GetCurrentThreadId());
}

}  // namespace

SCENARIO(hooks, cbt, "WH_CBT: creation, activation, focus, destruction",
         PAGES("winmsg/about-hooks"), CHECKS(WM_CREATE, WM_ACTIVATE)) {
  ignore_painting();
  hook<WH_CBT>();
  HWND frame = nullptr;
  CALL(frame = create("frame", {.style = WS_POPUP | WS_VISIBLE}));
  CALL(SetWindowPos(frame, nullptr, 10, 10, 50, 50, SWP_NOZORDER));
  CALL(ShowWindow(frame, SW_MINIMIZE));
  CALL(DestroyWindow(frame));
}

SCENARIO(hooks, cbt_refuses, "A CBT hook that answers prevents", PAGES("winmsg/about-hooks"),
         CHECKS()) {
  ignore_painting();
  const HWND frame = show("frame", {.style = WS_POPUP});
  SetWindowsHookExW(
      WH_CBT,
      [](int code, WPARAM, LPARAM) -> LRESULT {
        return code == HCBT_MINMAX || code == HCBT_CREATEWND;
      },
      nullptr, GetCurrentThreadId());
  CALL(ShowWindow(frame, SW_MAXIMIZE));
  CALL(create("other", {.style = WS_POPUP}));
}

SCENARIO(hooks, call_wnd_proc, "WH_CALLWNDPROC before, WH_CALLWNDPROCRET after",
         PAGES("winmsg/about-hooks"), CHECKS()) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  hook<WH_CALLWNDPROC>();
  hook<WH_CALLWNDPROCRET>();
  CALL(SendMessageW(frame, WM_APP, 1, 2));
}

SCENARIO(hooks, get_message, "WH_GETMESSAGE: what is taken, and what is only looked at",
         PAGES("winmsg/about-hooks"), CHECKS()) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  hook<WH_GETMESSAGE>();
  PostMessageW(frame, WM_APP, 1, 2);
  const auto look = [] {
    MSG message;
    PeekMessageW(&message, nullptr, WM_APP, WM_APP, PM_NOREMOVE);
    PeekMessageW(&message, nullptr, WM_APP, WM_APP, PM_REMOVE);
  };
  CALL(look());
}

SCENARIO(hooks, keyboard, "WH_KEYBOARD: each key that is taken", PAGES("winmsg/about-hooks"),
         CHECKS(WM_KEYDOWN, WM_KEYUP)) {
  show("frame", {.style = WS_POPUP});
  hook<WH_KEYBOARD>();
  strike(VK_F5);
  CALL(pump());
}

SCENARIO(hooks, keyboard_eats, "A keyboard hook that answers keeps the key",
         PAGES("winmsg/about-hooks"), CHECKS()) {
  show("frame", {.style = WS_POPUP});
  SetWindowsHookExW(
      WH_KEYBOARD, [](int, WPARAM, LPARAM) -> LRESULT { return 1; }, nullptr, GetCurrentThreadId());
  strike(VK_F5);
  CALL(pump());
}

SCENARIO(hooks, mouse, "WH_MOUSE", PAGES("winmsg/about-hooks"), CHECKS(WM_LBUTTONDOWN)) {
  ignore(WM_SETCURSOR);
  ignore(WM_NCHITTEST);
  show("frame", {.style = WS_POPUP});
  move_mouse(150, 170);
  pump();
  hook<WH_MOUSE>();
  click(150, 170);
  CALL(pump());
}

SCENARIO(hooks, last_set_is_first, "The hook that was set last is called first",
         PAGES("winmsg/about-hooks"), CHECKS()) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  const auto one = [](int code, WPARAM wparam, LPARAM lparam) -> LRESULT {
    if (reinterpret_cast<CWPSTRUCT*>(lparam)->message == WM_APP) note("one");
    return CallNextHookEx(nullptr, code, wparam, lparam);
  };
  const auto two = [](int code, WPARAM wparam, LPARAM lparam) -> LRESULT {
    if (reinterpret_cast<CWPSTRUCT*>(lparam)->message == WM_APP) note("two");
    return CallNextHookEx(nullptr, code, wparam, lparam);
  };
  SetWindowsHookExW(WH_CALLWNDPROC, one, nullptr, GetCurrentThreadId());
  const HHOOK last = SetWindowsHookExW(WH_CALLWNDPROC, two, nullptr, GetCurrentThreadId());
  CALL(SendMessageW(frame, WM_APP, 0, 0));
  CALL(UnhookWindowsHookEx(last));
  CALL(SendMessageW(frame, WM_APP, 0, 0));
  CALL_ERROR(UnhookWindowsHookEx(last));
}

SCENARIO(hooks, low_level, "WH_KEYBOARD_LL sees a key before everybody",
         PAGES("winmsg/about-hooks"), CHECKS(WM_KEYDOWN)) {
  show("frame", {.style = WS_POPUP});
  SetWindowsHookExW(
      WH_KEYBOARD_LL,
      [](int code, WPARAM wparam, LPARAM lparam) -> LRESULT {
        const auto& event = *reinterpret_cast<KBDLLHOOKSTRUCT*>(lparam);
        note("WH_KEYBOARD_LL: 0x%X key %d scan 0x%X", static_cast<unsigned>(wparam),
             static_cast<int>(event.vkCode), static_cast<unsigned>(event.scanCode));
        return CallNextHookEx(nullptr, code, wparam, lparam);
      },
      GetModuleHandleW(nullptr), 0);
  CALL(strike(VK_F5));
  CALL(pump());
}
