// A thread that ends leaves no window behind.
// https://learn.microsoft.com/windows/win32/procthread/terminating-a-thread
#include <thread>

#include "user32/test_support.h"

namespace transom::user::test {
namespace {

std::vector<UINT> received;

LRESULT CALLBACK note(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  received.push_back(message);
  return DefWindowProcW(window, message, wparam, lparam);
}

// Observed under Wine 8.0: the windows are gone without WM_DESTROY.
TEST(ThreadEnd, TakesItsWindowsWithoutCallingTheirProcedures) {
  WNDCLASSW described{};
  described.lpfnWndProc = note;
  described.lpszClassName = L"ThreadEnd";
  RegisterClassW(&described);
  HWND left = nullptr, child = nullptr;
  std::thread([&] {
    left = CreateWindowExW(0, L"ThreadEnd", L"", WS_OVERLAPPEDWINDOW | WS_VISIBLE, 0, 0, 100, 100,
                           nullptr, nullptr, nullptr, nullptr);
    child = CreateWindowExW(0, L"ThreadEnd", L"", WS_CHILD | WS_VISIBLE, 0, 0, 10, 10, left,
                            nullptr, nullptr, nullptr);
    EXPECT_TRUE(IsWindow(child));
    received.clear();
  }).join();
  EXPECT_FALSE(IsWindow(left));
  EXPECT_FALSE(IsWindow(child));
  EXPECT_THAT(received, IsEmpty());
}

}  // namespace
}  // namespace transom::user::test
