// WM_COPYDATA: data that goes along with a message.
// https://learn.microsoft.com/windows/win32/dataxchg/wm-copydata
#include <string>

#include "tests/support/coverage.h"
#include "user32/window_thread.h"

namespace transom::user::test {
namespace {

constexpr ULONG_PTR kKind = 0x1234'5678'9ABC;

LRESULT send_data(HWND to, HWND from, const void* data, DWORD size) {
  COPYDATASTRUCT described{kKind, size, const_cast<void*>(data)};
  return SendMessageW(to, WM_COPYDATA, reinterpret_cast<WPARAM>(from),
                      reinterpret_cast<LPARAM>(&described));
}

// "The receiving application should consider the data read-only": what it writes all the same is
// lost, and what the sender does to its own meanwhile does not reach it.
TEST(CopyData, AnotherThreadGetsACopy) {
  TRANSOM_CHECKS(WM_COPYDATA);
  char sent[] = "over the transom";
  std::string received;
  HWND told_sender = nullptr;
  WindowThread receiver(
      [&](HWND, UINT message, WPARAM wparam, LPARAM lparam) -> std::optional<LRESULT> {
        if (message != WM_COPYDATA) return {};
        const auto* described = reinterpret_cast<const COPYDATASTRUCT*>(lparam);
        told_sender = reinterpret_cast<HWND>(wparam);
        EXPECT_EQ(described->dwData, kKind);
        EXPECT_NE(described->lpData, sent);
        received.assign(static_cast<const char*>(described->lpData), described->cbData);
        static_cast<char*>(described->lpData)[0] = 'X';
        // The sender goes on, the receiver still reads.
        ReplyMessage(77);
        return 1;
      });
  WindowThread sender;
  LRESULT result = 0;
  sender.run([&] { result = send_data(receiver.window(), sender.window(), sent, sizeof sent); });
  receiver.stop();
  EXPECT_EQ(result, 77);
  EXPECT_EQ(told_sender, sender.window());
  EXPECT_EQ(received, std::string(sent, sizeof sent));
  EXPECT_STREQ(sent, "over the transom");
}

TEST(CopyData, WithoutDataOnlyTheNumberGoes) {
  COPYDATASTRUCT received{};
  WindowThread receiver([&](HWND, UINT message, WPARAM, LPARAM lparam) -> std::optional<LRESULT> {
    if (message != WM_COPYDATA) return {};
    received = *reinterpret_cast<const COPYDATASTRUCT*>(lparam);
    return TRUE;
  });
  EXPECT_EQ(send_data(receiver.window(), nullptr, nullptr, 0), TRUE);
  EXPECT_EQ(received.dwData, kKind);
  EXPECT_EQ(received.lpData, nullptr);
  // A size that the sender's memory does not have: nothing is handed over rather than something.
  EXPECT_EQ(send_data(receiver.window(), nullptr, reinterpret_cast<void*>(0x1000), 0xFFFF'FFF0),
            TRUE);
  EXPECT_EQ(received.lpData, nullptr);
  EXPECT_EQ(received.cbData, 0u);
}

// "Use SendMessage, not PostMessage": the data must be there while it is looked at.
TEST(CopyData, IsNeverPosted) {
  const HWND window = CreateWindowExW(0, L"Static", L"", WS_POPUP, 0, 0, 10, 10, nullptr, nullptr,
                                      nullptr, nullptr);
  COPYDATASTRUCT described{};
  SetLastError(ERROR_SUCCESS);
  EXPECT_FALSE(PostMessageW(window, WM_COPYDATA, 0, reinterpret_cast<LPARAM>(&described)));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_MESSAGE_SYNC_ONLY));
  EXPECT_FALSE(SendNotifyMessageW(window, WM_COPYDATA, 0, reinterpret_cast<LPARAM>(&described)));
  DestroyWindow(window);
}

}  // namespace
}  // namespace transom::user::test
