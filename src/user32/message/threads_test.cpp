// Messages between threads that do their best to get in each other's way. The checks are few: what
// they are for is ThreadSanitizer and AddressSanitizer (make test-tsan, make test-asan).
#include <gtest/gtest.h>

#include <memory>

#include "user32/window_thread.h"

namespace transom::user::test {
namespace {

constexpr UINT kCount = WM_APP + 1;
constexpr UINT kSendBack = WM_APP + 2;

TEST(MessageThreads, SendsFromManyThreadsAreHandledOneAtATime) {
  int handled = 0;  // the window's thread alone counts
  WindowThread receiver([&](HWND, UINT message, WPARAM wparam, LPARAM) -> std::optional<LRESULT> {
    if (message != kCount) return {};
    ++handled;
    return static_cast<LRESULT>(wparam + 1);
  });
  on_threads(4, [&](int) {
    for (WPARAM i = 0; i < 200; ++i) {
      ASSERT_EQ(SendMessageW(receiver.window(), kCount, i, 0), static_cast<LRESULT>(i + 1));
    }
  });
  receiver.stop();
  EXPECT_EQ(handled, 800);
}

// "While a thread waits for the reply to a send it handles sends to itself."
TEST(MessageThreads, SendsToEachOtherDoNotLock) {
  const auto answer = [](HWND, UINT message, WPARAM depth, LPARAM other) -> std::optional<LRESULT> {
    if (message != kSendBack) return {};
    if (depth == 0) return 1;
    return 1 + SendMessageW(reinterpret_cast<HWND>(other), kSendBack, depth - 1, other);
  };
  WindowThread a(answer), b(answer);
  const auto play = [](WindowThread& from, WindowThread& to) {
    from.run([&] {
      for (int i = 0; i < 50; ++i) {
        EXPECT_GE(SendMessageW(to.window(), kSendBack, 3, reinterpret_cast<LPARAM>(from.window())),
                  1);
      }
    });
  };
  on_threads(2, [&](int index) { index == 0 ? play(a, b) : play(b, a); });
}

TEST(MessageThreads, PostsOfOneThreadStayInOrder) {
  constexpr int kPosters = 4;
  constexpr int kPosts = 2000;
  std::array<LPARAM, kPosters> last{};
  std::atomic<int> received{0};
  WindowThread receiver(
      [&](HWND, UINT message, WPARAM who, LPARAM number) -> std::optional<LRESULT> {
        if (message != kCount) return {};
        EXPECT_EQ(number, last[who] + 1);
        last[who] = number;
        ++received;
        return 0;
      });
  on_threads(kPosters, [&](int who) {
    for (LPARAM i = 1; i <= kPosts; ++i) {
      while (!PostMessageW(receiver.window(), kCount, static_cast<WPARAM>(who), i)) {
        ASSERT_EQ(GetLastError(), DWORD{ERROR_NOT_ENOUGH_QUOTA});
        std::this_thread::yield();
      }
    }
  });
  SendMessageW(receiver.window(), WM_NULL, 0, 0);
  receiver.run([] { pump(INT_MAX); });
  receiver.stop();
  EXPECT_EQ(received, kPosters * kPosts);
}

// The window goes while others send, post, ask and time out; whoever waits is let go.
TEST(MessageThreads, WindowsDieWhileOthersSendToThem) {
  for (int round = 0; round < 20; ++round) {
    auto receiver = std::make_unique<WindowThread>();
    const HWND window = receiver->window();
    std::atomic<bool> going{true};
    std::thread talker([&] {
      while (going) {
        DWORD_PTR result;
        WCHAR text[32];
        SendMessageW(window, kCount, 0, 0);
        PostMessageW(window, kCount, 0, 0);
        SendNotifyMessageW(window, kCount, 0, 0);
        SendMessageTimeoutW(window, kCount, 0, 0, SMTO_NORMAL, 1, &result);
        GetWindowTextW(window, text, 32);
        SendMessageW(window, WM_GETTEXT, 32, reinterpret_cast<LPARAM>(text));
        SetWindowTextW(window, L"new");
      }
    });
    SendMessageW(window, kCount, 0, 0);
    if (round % 2 == 0) {
      receiver->start([window] { DestroyWindow(window); });
      while (IsWindow(window)) std::this_thread::yield();
    }
    receiver.reset();
    going = false;
    talker.join();
    EXPECT_FALSE(IsWindow(window));
  }
}

// The text belongs to the sender, who takes it back when time is up; the receiver, who is late,
// must not look at it then.
TEST(MessageThreads, ATextThatTimedOutIsNotReadLater) {
  WindowThread receiver([](HWND, UINT message, WPARAM, LPARAM) -> std::optional<LRESULT> {
    if (message == WM_APP + 9) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return {};
  });
  int timed_out = 0;
  for (int i = 0; i < 200; ++i) {
    SendNotifyMessageW(receiver.window(), WM_APP + 9, 0, 0);
    auto text = std::make_unique<WCHAR[]>(64);
    std::fill_n(text.get(), 63, static_cast<WCHAR>('x'));
    auto buffer = std::make_unique<WCHAR[]>(64);
    DWORD_PTR result = 0;
    if (!SendMessageTimeoutW(receiver.window(), WM_SETTEXT, 0, reinterpret_cast<LPARAM>(text.get()),
                             SMTO_NORMAL, 0, &result)) {
      ++timed_out;
    }
    SendMessageTimeoutW(receiver.window(), WM_GETTEXT, 64, reinterpret_cast<LPARAM>(buffer.get()),
                        SMTO_NORMAL, 0, &result);
  }
  EXPECT_GT(timed_out, 0);
}

TEST(MessageThreads, CallbacksComeOnTheThreadThatSent) {
  static thread_local int called = 0;
  WindowThread receiver;
  on_threads(3, [&](int) {
    called = 0;
    const auto note = [](HWND, UINT, ULONG_PTR data, LRESULT) {
      EXPECT_EQ(data, GetCurrentThreadId());
      ++called;
    };
    for (int i = 0; i < 100; ++i) {
      ASSERT_TRUE(
          SendMessageCallbackW(receiver.window(), kCount, 0, 0, note, GetCurrentThreadId()));
    }
    MSG message;
    while (called < 100) {
      MsgWaitForMultipleObjects(0, nullptr, FALSE, 10, QS_ALLINPUT);
      PeekMessageW(&message, nullptr, 0, 0, PM_NOREMOVE);
    }
  });
}

// A thread that ends destroys its windows and lets go of everybody who waits for it.
TEST(MessageThreads, ThreadsEndWhileOthersSendToThem) {
  for (int round = 0; round < 20; ++round) {
    std::vector<std::unique_ptr<WindowThread>> receivers;
    for (int i = 0; i < 3; ++i) receivers.push_back(std::make_unique<WindowThread>());
    std::vector<HWND> windows;
    for (const auto& receiver : receivers) windows.push_back(receiver->window());
    std::thread talker([&] {
      for (int i = 0; i < 200; ++i) {
        for (const HWND window : windows) {
          SendMessageW(window, kCount, 0, 0);
          PostMessageW(window, kCount, 0, 0);
          SendMessageCallbackW(
              window, kCount, 0, 0, [](HWND, UINT, ULONG_PTR, LRESULT) {}, 0);
        }
      }
    });
    receivers.clear();
    talker.join();
  }
}

TEST(MessageThreads, BroadcastsMeetWindowsThatComeAndGo) {
  std::atomic<bool> going{true};
  std::thread broadcaster([&] {
    while (going) {
      DWORD_PTR result;
      PostMessageW(HWND_BROADCAST, kCount, 0, 0);
      SendMessageTimeoutW(HWND_BROADCAST, kCount, 0, 0, SMTO_ABORTIFHUNG, 5, &result);
      SendNotifyMessageW(HWND_BROADCAST, kCount, 0, 0);
      pump(INT_MAX);
    }
  });
  on_threads(2, [](int) {
    for (int i = 0; i < 40; ++i) WindowThread passing;
  });
  going = false;
  broadcaster.join();
}

HWND create_plain() {
  WNDCLASSW described{};
  described.lpfnWndProc = DefWindowProcW;
  described.lpszClassName = L"PlainThread";
  RegisterClassW(&described);
  return CreateWindowExW(0, L"PlainThread", L"", WS_POPUP, 0, 0, 9, 9, nullptr, nullptr, nullptr,
                         nullptr);
}

TEST(MessageThreads, TimersOfManyThreads) {
  on_threads(3, [](int) {
    const HWND window = create_plain();
    ASSERT_NE(window, nullptr);
    static thread_local int fired = 0;
    fired = 0;
    const auto note = [](HWND, UINT, UINT_PTR, DWORD) { ++fired; };
    for (UINT_PTR id = 1; id <= 20; ++id) SetTimer(window, id, 10, note);
    MSG message;
    while (fired < 60 && GetMessageW(&message, nullptr, 0, 0) > 0) {
      DispatchMessageW(&message);
      if (fired == 20) KillTimer(window, 5);
    }
    EXPECT_TRUE(KillTimer(window, 1));
    DestroyWindow(window);
    EXPECT_FALSE(KillTimer(window, 2));
  });
}

TEST(MessageThreads, KillTimerOfAnothersWindowFails) {
  WindowThread other;
  other.run([&] { SetTimer(other.window(), 1, 1000, nullptr); });
  EXPECT_FALSE(KillTimer(other.window(), 1));
  EXPECT_FALSE(SetTimer(other.window(), 2, 10, nullptr));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_ACCESS_DENIED});
}

// The asker's work is bounded, not the receiver's rounds: with an asker that never sleeps every
// round would cost the scheduler's time slices on a busy machine.
TEST(MessageThreads, QueueStateIsReadFromOutside) {
  WindowThread receiver;
  std::atomic<bool> asking{true};
  std::thread asker([&] {
    for (int i = 0; i < 2'000; ++i) {
      IsHungAppWindow(receiver.window());
      GUITHREADINFO info{};
      info.cbSize = sizeof info;
      EXPECT_TRUE(GetGUIThreadInfo(receiver.id(), &info));
      EXPECT_EQ(GetWindowThreadProcessId(receiver.window(), nullptr), receiver.id());
      PostThreadMessageW(receiver.id(), WM_NULL, 0, 0);
    }
    asking = false;
  });
  do {
    receiver.run([&] {
      SetFocus(receiver.window());
      SetCapture(receiver.window());
      ReleaseCapture();
      GetQueueStatus(QS_ALLINPUT);
      GetInputState();
    });
  } while (asking);
  asker.join();
}

}  // namespace
}  // namespace transom::user::test
