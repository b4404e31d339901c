// Windows that are good, but another thread's, or the desktop, which is nobody's.
// https://learn.microsoft.com/windows/win32/procthread/multitasking#window-ownership
#include <future>
#include <thread>

#include "tests/bad_input/bad_input.h"
#include "tests/bad_input/stage.h"

namespace transom::bad_input {
namespace {

#define BAD(function, arguments, result, error) \
  {#function, #arguments, [](HWND bad) { return answer([&] { return function arguments; }); },     \
   0,         0,          false},
#define BAD_BUT_NULL BAD
#define BAD_WAITS(function, arguments, result, error)

const Row<HWND> all_rows[] = {
#include "tests/bad_input/windows.inc"
};
#undef BAD

#define BAD(function, arguments, result, error)                         \
  {#function,                                                           \
   #arguments,                                                          \
   [](HWND bad) { return answer([&] { return function arguments; }); }, \
   static_cast<long long>(result),                                      \
   static_cast<long>(error),                                            \
   false},

// What only the owner may do.
const Row<HWND> owners_rows[] = {
    BAD(CreateCaret, (bad, nullptr, 1, 1), 0, ERROR_ACCESS_DENIED)                //
    BAD(DestroyWindow, (bad), 0, ERROR_ACCESS_DENIED)                             //
    BAD(HideCaret, (bad), 0, ERROR_ACCESS_DENIED)                                 //
    BAD(RegisterHotKey, (bad, 1, MOD_ALT, 'A'), 0, ERROR_WINDOW_OF_OTHER_THREAD)  //
    BAD(SetActiveWindow, (bad), 0, kAnyError)                                     //
    BAD(SetFocus, (bad), 0, kAnyError)                                            //
    BAD(ShowCaret, (bad), 0, ERROR_ACCESS_DENIED)                                 //
};

// A thread with a window, which answers messages until the end.
class Neighbour {
 public:
  Neighbour() {
    std::promise<HWND> made;
    auto handle = made.get_future();
    thread_ = std::thread([this, &made] {
      const HWND own = create_window();
      made.set_value(own);
      MSG received;
      while (GetMessageW(&received, nullptr, 0, 0) > 0) DispatchMessageW(&received);
      DestroyWindow(own);
      SetEvent(done_);
    });
    window_ = handle.get();
  }
  ~Neighbour() {
    PostThreadMessageW(GetWindowThreadProcessId(window_, nullptr), WM_QUIT, 0, 0);
    // Their windows may be related by now: it may have to tell one of ours.
    while (MsgWaitForMultipleObjects(1, &done_, FALSE, INFINITE, QS_ALLINPUT) != WAIT_OBJECT_0) {
      MSG received;
      PeekMessageW(&received, nullptr, 0, 0, PM_REMOVE);
    }
    thread_.join();
    CloseHandle(done_);
  }
  Neighbour(const Neighbour&) = delete;
  Neighbour& operator=(const Neighbour&) = delete;

  HWND window() const { return window_; }

 private:
  HANDLE done_ = CreateEventW(nullptr, TRUE, FALSE, nullptr);
  std::thread thread_;
  HWND window_ = nullptr;
};

TEST_F(BadInput, OnlyTheOwnerMay) {
  const Neighbour neighbour;
  for (const Row<HWND>& row : owners_rows) {
    describe_call(row.function, row.arguments, "another thread's");
    SetLastError(kNoError);
    const Answer got = row.call(neighbour.window());
    const long error = static_cast<long>(GetLastError());
    EXPECT_EQ(got.result, row.result) << row.function << ", bad: another thread's";
    if (row.error == kAnyError) continue;
    EXPECT_EQ(error, row.error) << row.function << ", bad: another thread's";
  }
  EXPECT_TRUE(IsWindow(neighbour.window()));
}

TEST_F(BadInput, AnotherThreadsWindow) {
  const Neighbour neighbour;
  for (const Row<HWND>& row : all_rows) {
    describe_call(row.function, row.arguments, "another thread's");
    row.call(neighbour.window());
  }
  EXPECT_TRUE(IsWindow(neighbour.window()));
}

TEST_F(BadInput, Desktop) {
  for (const Row<HWND>& row : all_rows) {
    describe_call(row.function, row.arguments, "the desktop");
    row.call(GetDesktopWindow());
  }
  EXPECT_TRUE(IsWindow(GetDesktopWindow()));
}

// A window that goes on living after each call with itself as every argument that is a window.
TEST_F(BadInput, ItsOwnWindow) {
  for (const Row<HWND>& row : all_rows) {
    describe_call(row.function, row.arguments, "its own");
    row.call(window);
    if (!IsWindow(window)) window = create_window();
  }
}

}  // namespace
}  // namespace transom::bad_input
