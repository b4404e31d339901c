// What is in the queue, and in which order it comes out.
#include "kit/scenario.h"

SCENARIO(queue, order, "Posted first in, first out; quit, paint and timers after them",
         PAGES("winmsg/about-messages-and-message-queues"), CHECKS(WM_PAINT, WM_QUIT)) {
  const HWND frame = show("frame");
  InvalidateRect(frame, nullptr, FALSE);
  PostQuitMessage(3);
  PostMessageW(frame, WM_APP, 1, 0);
  PostMessageW(frame, WM_APP, 2, 0);
  CALL(pump());
}

SCENARIO(queue, filter, "PeekMessage looks at a range and leaves the rest",
         PAGES("winmsg/about-messages-and-message-queues"), CHECKS()) {
  const HWND window = create("window", {.style = WS_POPUP});
  PostMessageW(window, WM_APP, 1, 0);
  PostMessageW(window, WM_APP + 5, 2, 0);
  MSG message;
  CALL(PeekMessageW(&message, nullptr, WM_APP + 5, WM_APP + 6, PM_REMOVE));
  CALL(note("found WM_APP+%u", message.message - WM_APP));
  CALL(PeekMessageW(&message, nullptr, WM_APP + 5, WM_APP + 6, PM_REMOVE));
  CALL(PeekMessageW(&message, window, 0, 0, PM_NOREMOVE));
  CALL(note("found WM_APP+%u", message.message - WM_APP));
  CALL(PeekMessageW(&message, window, 0, 0, PM_REMOVE));
}

SCENARIO(queue, status, "GetQueueStatus tells what is new and what is there",
         PAGES("winmsg/about-messages-and-message-queues"), CHECKS()) {
  const HWND window = create("window", {.style = WS_POPUP});
  pump();
  GetQueueStatus(QS_ALLINPUT);
  PostMessageW(window, WM_APP, 1, 0);
  CALL(GetQueueStatus(QS_POSTMESSAGE));
  CALL(GetQueueStatus(QS_POSTMESSAGE));
  pump();
  CALL(GetQueueStatus(QS_POSTMESSAGE));
}

SCENARIO(queue, quit_is_not_dispatched, "GetMessage answers 0 for WM_QUIT", PAGES("winmsg/wm-quit"),
         CHECKS()) {
  PostQuitMessage(5);
  MSG message;
  CALL(GetMessageW(&message, nullptr, 0, 0));
  CALL(note("code %d", static_cast<int>(message.wParam)));
}

SCENARIO(queue, destroyed_window, "What was posted to a destroyed window is gone",
         PAGES("winmsg/about-messages-and-message-queues"), CHECKS()) {
  const HWND window = create("window", {.style = WS_POPUP});
  PostMessageW(window, WM_APP, 1, 0);
  DestroyWindow(window);
  MSG message;
  CALL(PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE));
}

SCENARIO(queue, pointers_are_not_posted, "A message with a pointer in it cannot be posted",
         PAGES("winmsg/about-messages-and-message-queues"), CHECKS()) {
  const HWND window = create("window", {.style = WS_POPUP});
  CALL_ERROR(PostMessageW(window, WM_SETTEXT, 0, 0));
  CALL_ERROR(PostMessageW(window, WM_WINDOWPOSCHANGED, 0, 0));
  CALL_ERROR(SendNotifyMessageW(window, WM_SETTEXT, 0, 0));
}

SCENARIO(queue, broadcast, "A broadcast is posted to every top-level window, not to children",
         PAGES("winmsg/about-messages-and-message-queues"), CHECKS()) {
  const HWND first = create("first", {.style = WS_POPUP});
  create("child", {.style = WS_CHILD, .parent = first});
  create("second", {.style = WS_POPUP, .parent = first});
  const UINT number = RegisterWindowMessageW(L"transom scenario");
  CALL(PostMessageW(HWND_BROADCAST, number, 1, 2) != 0);
  int count = 0;
  for (const char* name : {"first", "second", "child"}) {
    on(name, number, [&count](HWND, WPARAM, LPARAM) { return ++count; });
  }
  pump();
  CALL(note("%d windows got it", count));
}

SCENARIO(queue, message_only, "A message-only window gets no broadcast",
         PAGES("winmsg/window-features"), CHECKS()) {
  const HWND window = create("window", {.style = 0, .parent = HWND_MESSAGE});
  CALL(GetParent(window) != nullptr);
  const UINT number = RegisterWindowMessageW(L"transom scenario");
  int count = 0;
  on("window", number, [&count](HWND, WPARAM, LPARAM) { return ++count; });
  PostMessageW(HWND_BROADCAST, number, 1, 2);
  pump();
  CALL(note("%d broadcasts", count));
  CALL(SendMessageW(window, WM_APP, 1, 2));
}
