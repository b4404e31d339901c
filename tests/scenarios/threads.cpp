// Messages between threads.
#include "kit/scenario.h"

SCENARIO(threads, send_is_answered_by_the_owner, "A sent message is handled on the window's thread",
         PAGES("winmsg/about-messages-and-message-queues"), CHECKS()) {
  Worker worker("worker");
  HWND window = nullptr;
  worker.run([&] { window = create("window", {.style = WS_POPUP}); });
  on("window", WM_APP, [](HWND, WPARAM wparam, LPARAM) {
    note("in send: %d, flags %d", InSendMessage() != 0, static_cast<int>(InSendMessageEx(nullptr)));
    return static_cast<LRESULT>(wparam + 1);
  });
  CALL(SendMessageW(window, WM_APP, 4, 0));
}

SCENARIO(threads, sent_within_a_send, "The waiting sender answers what is sent to it",
         PAGES("winmsg/about-messages-and-message-queues"), CHECKS()) {
  Worker worker("worker");
  HWND far_window = nullptr;
  const HWND near_window = create("near", {.style = WS_POPUP});
  worker.run([&] { far_window = create("far", {.style = WS_POPUP}); });
  on("far", WM_APP, [near_window](HWND, WPARAM, LPARAM) {
    return CALL(SendMessageW(near_window, WM_APP + 1, 1, 2)) + 1;
  });
  on("near", WM_APP + 1, [](HWND, WPARAM, LPARAM) { return 10; });
  CALL(SendMessageW(far_window, WM_APP, 0, 0));
}

SCENARIO(threads, reply_message, "ReplyMessage lets the sender go on",
         PAGES("winmsg/using-messages-and-message-queues"), CHECKS()) {
  Worker worker("worker");
  HWND window = nullptr;
  worker.run([&] { window = create("window", {.style = WS_POPUP}); });
  on("window", WM_APP, [](HWND, WPARAM, LPARAM) {
    ReplyMessage(7);
    return 8;
  });
  const LRESULT answer = SendMessageW(window, WM_APP, 0, 0);
  CALL(note("answer %d", static_cast<int>(answer)));
}

SCENARIO(threads, notify_and_callback, "SendNotifyMessage and SendMessageCallback do not wait",
         PAGES("winmsg/about-messages-and-message-queues"), CHECKS()) {
  Worker worker("worker");
  HWND window = nullptr;
  worker.run([&] { window = create("window", {.style = WS_POPUP}); });
  on("window", WM_APP, [](HWND, WPARAM, LPARAM) { return 42; });
  const auto callback = [](HWND, UINT, ULONG_PTR data, LRESULT result) {
    note("callback: data %d, result %d", static_cast<int>(data), static_cast<int>(result));
  };
  // The worker answers unrecorded, when the call has been written.
  const HANDLE release = CreateEventW(nullptr, FALSE, FALSE, nullptr);
  const auto wait_and_pump = [release] {
    WaitForSingleObject(release, INFINITE);
    pump();
  };
  worker.start(wait_and_pump);
  CALL(SendNotifyMessageW(window, WM_APP, 1, 0));
  SetEvent(release);
  worker.wait();
  worker.start(wait_and_pump);
  SendMessageCallbackW(window, WM_APP, 2, 0, callback, 5);
  SetEvent(release);
  worker.wait();
  CALL(pump());
}

SCENARIO(threads, own_thread_at_once, "To a window of its own thread both send at once",
         PAGES("winmsg/about-messages-and-message-queues"), CHECKS()) {
  const HWND window = create("window", {.style = WS_POPUP});
  const auto callback = [](HWND, UINT, ULONG_PTR, LRESULT) { note("callback"); };
  CALL(SendNotifyMessageW(window, WM_APP, 1, 0));
  CALL(SendMessageCallbackW(window, WM_APP, 2, 0, callback, 5));
}

SCENARIO(threads, timeout, "SendMessageTimeout to a thread that does not look",
         PAGES("winmsg/about-messages-and-message-queues"), CHECKS()) {
  Worker worker("worker");
  HWND window = nullptr;
  worker.run([&] { window = create("window", {.style = WS_POPUP}); });
  const HANDLE release = CreateEventW(nullptr, TRUE, FALSE, nullptr);
  worker.start([release] { WaitForSingleObject(release, INFINITE); });
  DWORD_PTR result = 5;
  CALL_ERROR(SendMessageTimeoutW(window, WM_APP, 0, 0, SMTO_NORMAL, 50, &result));
  SetEvent(release);
  worker.finish();
  CALL(note("result %d", static_cast<int>(result)));
}

SCENARIO(threads, parent_of_other_thread, "A child in another thread's window tells its parent",
         PAGES("inputmsg/wm-parentnotify"), CHECKS(WM_PARENTNOTIFY)) {
  ignore_painting();
  Worker worker("worker");
  const HWND frame = show("frame");
  HWND child = nullptr;
  Recording recording;
  worker.run_serving(
      [&] { child = CALL(create("child", {.style = WS_CHILD | WS_VISIBLE, .parent = frame})); });
  worker.run_serving([&] { CALL(DestroyWindow(child)); });
}

SCENARIO(threads, windows_end_with_thread, "A thread's windows go with it, without a message",
         PAGES("winmsg/window-features"), CHECKS()) {
  Worker worker("worker");
  HWND window = nullptr;
  worker.run([&] { window = create("window", {.style = WS_POPUP}); });
  CALL(worker.end());
  CALL(IsWindow(window));
}

SCENARIO(threads, destroy_of_other_thread, "DestroyWindow refuses another thread's window",
         PAGES("winmsg/window-features"), CHECKS()) {
  Worker worker("worker");
  HWND window = nullptr;
  worker.run([&] { window = create("window", {.style = WS_POPUP}); });
  CALL_ERROR(DestroyWindow(window));
  CALL(IsWindow(window));
}

SCENARIO(threads, thread_message, "PostThreadMessage has no window",
         PAGES("winmsg/about-messages-and-message-queues"), CHECKS()) {
  PostThreadMessageW(GetCurrentThreadId(), WM_APP, 1, 2);
  CALL(pump());
  CALL_ERROR(PostThreadMessageW(0xFFFFFFF0, WM_APP, 1, 2));
}
