// https://learn.microsoft.com/windows/win32/shell/wm-dropfiles
#include "base/text.h"
#include "host/display.h"
#include "host/headless/script_parser.h"
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

#include <shellapi.h>

namespace transom::user {
namespace {

std::string file_in(HDROP drop, UINT index) {
  char path[MAX_PATH] = {};
  const UINT length = DragQueryFileA(drop, index, nullptr, 0);
  EXPECT_EQ(DragQueryFileA(drop, index, path, MAX_PATH), length);
  return path;
}

class DropFiles : public InputTest {
 protected:
  // As a host does it.
  void drop(POINT client, const std::vector<std::string>& paths) {
    ClientToScreen(window, &client);
    host::host_events().files_dropped(client, paths);
    pump();
  }
  HDROP dropped() const {
    const Received* received = first(WM_DROPFILES);
    return received != nullptr ? reinterpret_cast<HDROP>(received->wparam) : nullptr;
  }
};

TEST_F(DropFiles, TheWindowGetsThePathsAndThePoint) {
  TRANSOM_CHECKS(WM_DROPFILES);
  DragAcceptFiles(window, TRUE);
  drop({10, 20}, {"/tmp/a.txt", "/tmp/two words"});
  const HDROP files = dropped();
  ASSERT_NE(files, nullptr);
  EXPECT_EQ(first(WM_DROPFILES)->lparam, 0);
  EXPECT_EQ(DragQueryFileW(files, 0xFFFFFFFF, nullptr, 0), 2u);
  EXPECT_EQ(file_in(files, 0), "Z:\\tmp\\a.txt");
  EXPECT_EQ(file_in(files, 1), "Z:\\tmp\\two words");
  POINT point{};
  EXPECT_TRUE(DragQueryPoint(files, &point));
  EXPECT_EQ(point.x, 10);
  EXPECT_EQ(point.y, 20);
  WCHAR cut[5];
  EXPECT_EQ(DragQueryFileW(files, 0, cut, 5), 4u);
  EXPECT_EQ(base::utf16_to_utf8(base::as_char16(cut)), "Z:\\t");
  EXPECT_EQ(DragQueryFileW(files, 2, nullptr, 0), 0u);
  DragFinish(files);
}

TEST_F(DropFiles, AnAncestorThatAcceptsGetsThem) {
  const HWND child = create(WS_CHILD | WS_VISIBLE, window, {0, 0, 50, 50});
  drop({5, 5}, {"/tmp/a"});
  EXPECT_EQ(dropped(), nullptr);
  DragAcceptFiles(window, TRUE);
  drop({5, 5}, {"/tmp/a"});
  ASSERT_NE(dropped(), nullptr);
  EXPECT_EQ(first(WM_DROPFILES)->window, window);
  DragFinish(dropped());
  DragAcceptFiles(window, FALSE);
  DragAcceptFiles(child, TRUE);
  log.clear();
  drop({5, 5}, {"/tmp/a"});
  ASSERT_NE(dropped(), nullptr);
  EXPECT_EQ(first(WM_DROPFILES)->window, child);
  DragFinish(dropped());
}

TEST_F(DropFiles, OnTheFrameThePointIsOutsideTheClientArea) {
  DragAcceptFiles(window, TRUE);
  drop({10, -5}, {"/tmp/a"});
  ASSERT_NE(dropped(), nullptr);
  POINT point{};
  EXPECT_FALSE(DragQueryPoint(dropped(), &point));
  DragFinish(dropped());
}

// Programs may send any memory.
TEST(DroppedFiles, LiesAreNotBelieved) {
  EXPECT_EQ(DragQueryFileW(nullptr, 0xFFFFFFFF, nullptr, 0), 0u);
  const HGLOBAL small = GlobalAlloc(GMEM_MOVEABLE | GMEM_ZEROINIT, 4);
  EXPECT_EQ(DragQueryFileW(static_cast<HDROP>(small), 0xFFFFFFFF, nullptr, 0), 0u);
  DragFinish(static_cast<HDROP>(small));
  const HGLOBAL open = GlobalAlloc(GMEM_MOVEABLE | GMEM_ZEROINIT, 32);
  auto* words = static_cast<DWORD*>(GlobalLock(open));
  words[0] = 20;                    // the list's offset
  std::memset(words + 5, 'x', 12);  // no end
  GlobalUnlock(open);
  EXPECT_EQ(DragQueryFileA(static_cast<HDROP>(open), 0, nullptr, 0), 12u);
  words = static_cast<DWORD*>(GlobalLock(open));
  words[0] = 0x7FFFFFFF;
  GlobalUnlock(open);
  EXPECT_EQ(DragQueryFileA(static_cast<HDROP>(open), 0xFFFFFFFF, nullptr, 0), 0u);
  DragFinish(static_cast<HDROP>(open));
}

TEST(DropStep, HasAPointAndNames) {
  const host::Script script = host::parse_script("s", "drop 1 2 a.txt \"b c.txt\"\n");
  ASSERT_EQ(script.error, "");
  EXPECT_EQ(script.steps[0].numbers, (std::vector{1, 2}));
  EXPECT_EQ(script.steps[0].files, (std::vector<std::string>{"a.txt", "b c.txt"}));
  EXPECT_NE(host::parse_script("s", "drop 1 2").error, "");
  EXPECT_NE(host::parse_script("s", "drop a b c").error, "");
}

}  // namespace
}  // namespace transom::user
