// For tests of several threads: a window whose thread runs a message loop of its own.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <semaphore>
#include <thread>
#include <vector>

#include "base/win32.h"

namespace transom::user::test {

class WindowThread {
 public:
  // Called for every message of the window; an answer of nothing goes to DefWindowProc.
  using Procedure = std::function<std::optional<LRESULT>(HWND, UINT, WPARAM, LPARAM)>;

  explicit WindowThread(Procedure procedure = {}, DWORD style = WS_POPUP, HWND parent = nullptr)
      : procedure_(std::move(procedure)), thread_([this, style, parent] { loop(style, parent); }) {
    ready_.acquire();
  }
  ~WindowThread() { stop(); }
  WindowThread(const WindowThread&) = delete;
  WindowThread& operator=(const WindowThread&) = delete;

  HWND window() const { return window_; }
  DWORD id() const { return id_; }

  // Runs on the thread; waits for it. 0 where the window has gone.
  LRESULT run(std::function<void()> work) {
    return SendMessageW(window_, kRun, 0, reinterpret_cast<LPARAM>(&work));
  }
  // As run, without waiting. False where the window has gone.
  bool start(std::function<void()> work) {
    auto* kept = new std::function<void()>(std::move(work));
    if (PostMessageW(window_, kRun, 1, reinterpret_cast<LPARAM>(kept))) return true;
    delete kept;
    return false;
  }
  void stop() {
    if (!thread_.joinable()) return;
    // Tests fill the queue; until the thread has made room it takes nothing.
    while (!PostThreadMessageW(id_, WM_QUIT, 0, 0) && GetLastError() == ERROR_NOT_ENOUGH_QUOTA) {
      std::this_thread::yield();
    }
    thread_.join();
  }

 private:
  static constexpr UINT kRun = WM_APP + 0x100;

  void loop(DWORD style, HWND parent) {
    WNDCLASSW described{};
    described.lpfnWndProc = entry;
    described.lpszClassName = L"WindowThread";
    RegisterClassW(&described);
    id_ = GetCurrentThreadId();
    window_ = CreateWindowExW(0, L"WindowThread", L"thread", style, 10, 10, 80, 60, parent, nullptr,
                              nullptr, this);
    ready_.release();
    MSG message;
    while (GetMessageW(&message, nullptr, 0, 0) > 0) DispatchMessageW(&message);
    if (IsWindow(window_)) DestroyWindow(window_);
  }

  static LRESULT CALLBACK entry(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
    if (message == WM_NCCREATE) {
      const auto* created = reinterpret_cast<const CREATESTRUCTW*>(lparam);
      SetWindowLongPtrW(window, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(created->lpCreateParams));
    }
    if (message == kRun) {
      auto* work = reinterpret_cast<std::function<void()>*>(lparam);
      (*work)();
      if (wparam == 1) delete work;
      return 1;
    }
    auto* self = reinterpret_cast<WindowThread*>(GetWindowLongPtrW(window, GWLP_USERDATA));
    if (self != nullptr && self->procedure_) {
      if (const auto result = self->procedure_(window, message, wparam, lparam)) return *result;
    }
    return DefWindowProcW(window, message, wparam, lparam);
  }

  Procedure procedure_;
  HWND window_ = nullptr;
  DWORD id_ = 0;
  std::binary_semaphore ready_{0};
  std::thread thread_;  // last: it uses the others
};

// Handles a few of the messages that wait; a WM_QUIT among them still ends the thread's loop.
inline void pump(int limit = 10) {
  MSG message;
  for (; limit > 0 && PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE); --limit) {
    if (message.message == WM_QUIT) return PostQuitMessage(0);
    TranslateMessage(&message);
    DispatchMessageW(&message);
  }
}

// Runs `work(index)` on so many threads at once and waits for all of them.

inline void on_threads(int count, const std::function<void(int)>& work) {
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) threads.emplace_back([&work, i] { work(i); });
  for (std::thread& thread : threads) thread.join();
}

}  // namespace transom::user::test
