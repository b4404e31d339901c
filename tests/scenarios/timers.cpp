// Timers.
#include "kit/scenario.h"

SCENARIO(timers, of_a_window, "WM_TIMER with the identifier", PAGES("winmsg/wm-timer"),
         CHECKS(WM_TIMER)) {
  const HWND window = create("window", {.style = WS_POPUP});
  CALL(SetTimer(window, 7, USER_TIMER_MINIMUM, nullptr));
  on("window", WM_TIMER, [](HWND of, WPARAM id, LPARAM) {
    KillTimer(of, id);
    return 0;
  });
  CALL(pump_until(WM_TIMER));
  CALL(KillTimer(window, 7));
}

SCENARIO(timers, killed, "KillTimer: none comes any more", PAGES("winmsg/wm-timer"), CHECKS()) {
  const HWND window = create("window", {.style = WS_POPUP});
  SetTimer(window, 7, USER_TIMER_MINIMUM, nullptr);
  CALL(KillTimer(window, 7));
  CALL(pump_for(60));
  CALL(KillTimer(window, 8));
}

SCENARIO(timers, callback, "A procedure is called instead of the window's",
         PAGES("winmsg/wm-timer"), CHECKS()) {
  static HWND window;
  window = create("window", {.style = WS_POPUP});
  static bool called;
  const TIMERPROC procedure = [](HWND of, UINT message, UINT_PTR id, DWORD) {
    note("procedure: %s, message 0x%X, id %d", window_text(of).c_str(), message,
         static_cast<int>(id));
    KillTimer(of, id);
    called = true;
  };
  SetTimer(window, 3, USER_TIMER_MINIMUM, procedure);
  const auto wait = [] {
    MSG message;
    while (!called && GetMessageW(&message, nullptr, 0, 0)) DispatchMessageW(&message);
  };
  CALL(wait());
}

SCENARIO(timers, without_window, "A timer without a window has an identifier of the system's",
         PAGES("winmsg/wm-timer"), CHECKS()) {
  const UINT_PTR id = SetTimer(nullptr, 77, USER_TIMER_MINIMUM, nullptr);
  const auto wait = [id] {
    MSG message;
    GetMessageW(&message, nullptr, 0, 0);
    note("message 0x%X, window %s, its id %d", message.message, window_text(message.hwnd).c_str(),
         message.wParam == id);
  };
  CALL(note("an id: %d", id != 0));
  CALL(wait());
  CALL(KillTimer(nullptr, id));
}

SCENARIO(timers, after_posted, "Posted messages come before a timer",
         PAGES("winmsg/about-messages-and-message-queues"), CHECKS(WM_TIMER)) {
  const HWND window = create("window", {.style = WS_POPUP});
  on("window", WM_TIMER, [](HWND of, WPARAM id, LPARAM) {
    KillTimer(of, id);
    return 0;
  });
  SetTimer(window, 1, USER_TIMER_MINIMUM, nullptr);
  Sleep(40);
  PostMessageW(window, WM_APP, 1, 0);
  CALL(pump());
}

SCENARIO(timers, gone_with_window, "A timer goes with its window", PAGES("winmsg/wm-timer"),
         CHECKS()) {
  const HWND window = create("window", {.style = WS_POPUP});
  SetTimer(window, 1, USER_TIMER_MINIMUM, nullptr);
  DestroyWindow(window);
  CALL(pump_for(60));
}
