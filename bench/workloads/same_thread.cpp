#include "support.h"

// One message at a time: the queue stays short, as in a program that is awake.
void post_get_dispatch(int count) {
  const HWND window = make_window();
  MSG message;
  for (int i = 0; i < count; ++i) {
    PostMessageW(window, WM_APP, 1, 2);
    GetMessageW(&message, nullptr, 0, 0);
    DispatchMessageW(&message);
  }
  close_window(window);
}

// In bursts of a hundred.
void post_get_dispatch_burst(int count) {
  const HWND window = make_window();
  MSG message;
  for (int i = 0; i < count; i += 100) {
    for (int j = 0; j < 100; ++j) PostMessageW(window, WM_APP, 1, 2);
    for (int j = 0; j < 100; ++j) {
      GetMessageW(&message, nullptr, 0, 0);
      DispatchMessageW(&message);
    }
  }
  close_window(window);
}

void send_same_thread(int count) {
  const HWND window = make_window();
  for (int i = 0; i < count; ++i) SendMessageW(window, WM_APP, 1, 2);
  close_window(window);
}

void create_destroy_child(int count) {
  register_class(DefWindowProcW, bench_class());
  static const WCHAR parent_name[] = {'p', 'a', 'r', 'e', 'n', 't', 0};
  register_class(DefWindowProcW, parent_name);
  const HWND parent = CreateWindowExW(0, parent_name, nullptr, WS_OVERLAPPED, 0, 0, 200, 200,
                                      nullptr, nullptr, nullptr, nullptr);
  for (int i = 0; i < count; ++i) {
    const HWND child = CreateWindowExW(0, bench_class(), nullptr, WS_CHILD, 10, 10, 50, 20, parent,
                                       nullptr, nullptr, nullptr);
    DestroyWindow(child);
  }
  DestroyWindow(parent);
}

// Ten thousand timers stand while they are set anew.
void set_timer_among_10000(int count) {
  const HWND window = make_window();
  for (UINT_PTR id = 1; id <= 10'000; ++id) {
    SetTimer(window, id, 1'000'000 + static_cast<UINT>(id), nullptr);
  }
  for (int i = 0; i < count; ++i) {
    SetTimer(window, 1 + static_cast<UINT_PTR>(i) * 7919 % 10'000, 2'000'000, nullptr);
  }
  close_window(window);
}
