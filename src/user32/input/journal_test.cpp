// Journal hooks: recording input, playing it back, and how the user ends that.
// https://learn.microsoft.com/windows/win32/winmsg/about-hooks
#include <deque>

#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

std::deque<EVENTMSG> to_play;
std::vector<EVENTMSG> recorded;
int delay = 0;
int skips = 0;

LRESULT CALLBACK play(int code, WPARAM wparam, LPARAM lparam) {
  if (code == HC_SKIP) {
    ++skips;
    if (!to_play.empty()) to_play.pop_front();
    return 0;
  }
  if (code != HC_GETNEXT || to_play.empty()) return CallNextHookEx(nullptr, code, wparam, lparam);
  *reinterpret_cast<EVENTMSG*>(lparam) = to_play.front();
  return delay;
}

LRESULT CALLBACK record(int code, WPARAM wparam, LPARAM lparam) {
  if (code == HC_ACTION) recorded.push_back(*reinterpret_cast<const EVENTMSG*>(lparam));
  return CallNextHookEx(nullptr, code, wparam, lparam);
}

int queue_syncs = 0;
LRESULT CALLBACK cbt(int code, WPARAM wparam, LPARAM lparam) {
  if (code == HCBT_QS) ++queue_syncs;
  return CallNextHookEx(nullptr, code, wparam, lparam);
}

class Journal : public InputTest {
 protected:
  void SetUp() override {
    InputTest::SetUp();
    to_play.clear();
    recorded.clear();
    delay = skips = queue_syncs = 0;
  }

  static int cancels() {
    int count = 0;
    MSG message;
    while (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) {
      if (message.message == WM_CANCELJOURNAL) {
        ++count;
        EXPECT_EQ(message.hwnd, nullptr);
        EXPECT_EQ(message.wParam, 0u);
        EXPECT_EQ(message.lParam, 0);
      }
      TranslateMessage(&message);
      DispatchMessageW(&message);
    }
    return count;
  }

  static bool is_gone(HHOOK hook) {
    return !UnhookWindowsHookEx(hook) && GetLastError() == ERROR_INVALID_HOOK_HANDLE;
  }
};

// "The first and last messages are WM_QUEUESYNC. If an application specifies a NULL window handle,
// the message is posted to the message queue of the active window." WH_CBT hears HCBT_QS.
// https://learn.microsoft.com/windows/win32/winmsg/wm-queuesync
TEST_F(Journal, QueueSyncEnclosesWhatIsPlayed) {
  TRANSOM_CHECKS(WM_QUEUESYNC);
  const UINT scan = MapVirtualKeyW('A', MAPVK_VK_TO_VSC);
  to_play = {{WM_QUEUESYNC, 0, 0, 0, nullptr},
             {WM_KEYDOWN, 'A' | scan << 8, 1, 0, nullptr},
             {WM_KEYUP, 'A' | scan << 8, 1, 0, nullptr},
             {WM_QUEUESYNC, 0, 0, 0, window}};
  const HHOOK watch = SetWindowsHookExW(WH_CBT, cbt, nullptr, GetCurrentThreadId());
  const HHOOK hook = SetWindowsHookExW(WH_JOURNALPLAYBACK, play, nullptr, 0);
  ASSERT_NE(hook, nullptr);
  strike('Z');  // the hardware's input is nobody's while a journal plays
  for (int i = 0; i < 10 && !to_play.empty(); ++i) pump();
  EXPECT_TRUE(UnhookWindowsHookEx(hook));
  pump();
  UnhookWindowsHookEx(watch);
  EXPECT_EQ(numbers({WM_QUEUESYNC, WM_KEYDOWN, WM_CHAR, WM_KEYUP}),
            (std::vector<UINT>{WM_QUEUESYNC, WM_KEYDOWN, WM_CHAR, WM_KEYUP, WM_QUEUESYNC}));
  EXPECT_EQ(first(WM_QUEUESYNC)->window, window);
  EXPECT_EQ(first(WM_QUEUESYNC)->wparam, 0u);
  EXPECT_EQ(first(WM_QUEUESYNC)->lparam, 0);
  EXPECT_EQ(first(WM_KEYDOWN)->wparam, static_cast<WPARAM>('A'));
  EXPECT_EQ(queue_syncs, 2);
  EXPECT_EQ(skips, 4);
}

// "The system automatically cancels any journaling activities when a user presses CTRL+ESC or
// CTRL+ALT+DEL. The system then unhooks any journaling hook procedures, and posts a
// WM_CANCELJOURNAL message, with a NULL window handle."
// https://learn.microsoft.com/windows/win32/winmsg/wm-canceljournal
TEST_F(Journal, CtrlEscEndsPlayback) {
  TRANSOM_CHECKS(WM_CANCELJOURNAL);
  delay = 3'600'000;
  to_play = {{WM_KEYDOWN, 'A', 1, 0, nullptr}};
  const HHOOK hook = SetWindowsHookExW(WH_JOURNALPLAYBACK, play, nullptr, 0);
  ASSERT_NE(hook, nullptr);
  EXPECT_EQ(cancels(), 0);
  strike(VK_ESCAPE);  // alone it means nothing
  EXPECT_EQ(cancels(), 0);
  send_key(VK_CONTROL, true);
  strike(VK_ESCAPE);
  send_key(VK_CONTROL, false);
  EXPECT_EQ(cancels(), 1);
  EXPECT_TRUE(is_gone(hook));
  EXPECT_EQ(skips, 0);
  // Input is the hardware's again.
  log.clear();
  press('B');
  EXPECT_NE(first(WM_KEYDOWN), nullptr);
}

TEST_F(Journal, CtrlAltDelEndsRecording) {
  TRANSOM_CHECKS(WM_CANCELJOURNAL);
  const HHOOK hook = SetWindowsHookExW(WH_JOURNALRECORD, record, nullptr, 0);
  ASSERT_NE(hook, nullptr);
  press('A');
  ASSERT_EQ(recorded.size(), 2u);
  EXPECT_EQ(recorded[0].message, static_cast<UINT>(WM_KEYDOWN));
  EXPECT_EQ(LOBYTE(recorded[0].paramL), 'A');
  // Ctrl+Break is for the program to watch for; it does not end the journal.
  press(VK_CANCEL, VK_CONTROL);
  EXPECT_TRUE(std::ranges::any_of(recorded, [](const EVENTMSG& event) {
    return event.message == WM_KEYDOWN && LOBYTE(event.paramL) == VK_CANCEL;
  }));
  send_key(VK_CONTROL, true);
  send_key(VK_MENU, true);
  strike(VK_DELETE);
  send_key(VK_MENU, false);
  send_key(VK_CONTROL, false);
  EXPECT_EQ(cancels(), 1);
  EXPECT_TRUE(is_gone(hook));
  recorded.clear();
  press('A');
  EXPECT_TRUE(recorded.empty());
}

}  // namespace
}  // namespace transom::user
