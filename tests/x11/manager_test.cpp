// What the window manager does of its own, and what it is asked for.
#include "tests/x11/support/fixture.h"

namespace transom::tests {
namespace {

class ManagerX11Test : public ManagedX11Test {
 protected:
  // A pager's request.
  void change_maximized(xcb_window_t window, bool maximized) {
    display->send_to_root(window, "_NET_WM_STATE",
                          {maximized, display->atom("_NET_WM_STATE_MAXIMIZED_VERT"),
                           display->atom("_NET_WM_STATE_MAXIMIZED_HORZ"), 2});
  }
  bool is_maximized(xcb_window_t window) {
    return display->has_state(window, "_NET_WM_STATE_MAXIMIZED_VERT") &&
           display->has_state(window, "_NET_WM_STATE_MAXIMIZED_HORZ");
  }
};

TEST_F(ManagerX11Test, MovesAndSizesTheWindow) {
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  constexpr std::uint32_t kFromPagerAll = 2 << 12 | 0xF << 8;
  display->send_to_root(window, "_NET_MOVERESIZE_WINDOW", {kFromPagerAll, 30, 40, 380, 260});
  EXPECT_TRUE(program->saw("S WM_WINDOWPOSCHANGED", "x=30 y=40 cx=380 cy=260"));
  EXPECT_TRUE(program->saw("S WM_SIZE", "client=372 x 214"));
  EXPECT_TRUE(display->shows({400, 290}, 0x0000FF));
}

TEST_F(ManagerX11Test, MinimizesAndRestores) {
  TRANSOM_CHECKS(WM_SYSCOMMAND);
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->send_to_root(window, "WM_CHANGE_STATE", {3});
  EXPECT_TRUE(program->saw("WM_SYSCOMMAND", "SC_MINIMIZE"));
  EXPECT_TRUE(program->saw("S WM_SIZE", "SIZE_MINIMIZED"));
  EXPECT_TRUE(eventually([&] { return !display->is_viewable(window); }));
  display->send_to_root(window, "_NET_ACTIVE_WINDOW", {2, 0, 0});
  EXPECT_TRUE(program->saw("S WM_SIZE", "SIZE_RESTORED"));
  EXPECT_TRUE(eventually([&] { return display->box_of(window) == Box{100, 100, 320, 200}; }));
  EXPECT_TRUE(display->shows({110, 290}, 0x00FF00));
}

TEST_F(ManagerX11Test, MaximizesAndRestores) {
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  change_maximized(window, true);
  EXPECT_TRUE(program->saw("WM_SYSCOMMAND", "SC_MAXIMIZE"));
  EXPECT_TRUE(program->saw("S WM_SIZE", "SIZE_MAXIMIZED"));
  // The frame lies outside the screen: the window's first pixel is the caption's.
  EXPECT_TRUE(eventually([&] { return display->box_of(window) == Box{0, 0, 800, 600}; }));
  EXPECT_TRUE(display->shows({799, 599}, 0x0000FF));
  change_maximized(window, false);
  EXPECT_TRUE(program->saw("S WM_SIZE", "SIZE_RESTORED"));
  EXPECT_TRUE(eventually([&] { return display->box_of(window) == Box{100, 100, 320, 200}; }));
}

TEST_F(ManagerX11Test, IsToldOfStatesTheProgramSets) {
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->type_key(letter('x'));
  EXPECT_TRUE(eventually([&] { return is_maximized(window); }));
  display->type_key(letter('n'));
  EXPECT_TRUE(eventually([&] { return !is_maximized(window); }));
  display->type_key(letter('t'));
  EXPECT_TRUE(eventually([&] { return display->has_state(window, "_NET_WM_STATE_ABOVE"); }));
  display->type_key(letter('m'));
  EXPECT_TRUE(eventually([&] { return display->has_state(window, "_NET_WM_STATE_HIDDEN"); }));
}

TEST_F(ManagerX11Test, LeavesToolWindowsOutOfTheTaskList) {
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->type_key(letter('o'));
  const xcb_window_t tool = display->wait_for_window("Tool");
  ASSERT_NE(tool, XCB_WINDOW_NONE);
  EXPECT_TRUE(display->has_state(tool, "_NET_WM_STATE_SKIP_TASKBAR"));
  EXPECT_EQ(display->values(tool, "_NET_WM_WINDOW_TYPE"),
            std::vector{display->atom("_NET_WM_WINDOW_TYPE_UTILITY")});
}

// FlashWindowEx; being activated ends it.
TEST_F(ManagerX11Test, FlashingWindowDemandsAttention) {
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->type_key(letter('f'));
  ASSERT_TRUE(program->saw("R WM_CHAR"));
  const xcb_window_t other = display->create_window({500, 300, 100, 100}, false);
  ASSERT_TRUE(eventually([&] { return display->is_viewable(other); }));
  display->send_to_root(other, "_NET_ACTIVE_WINDOW", {2, 0, 0});
  EXPECT_TRUE(
      eventually([&] { return display->has_state(window, "_NET_WM_STATE_DEMANDS_ATTENTION"); }));
  display->send_to_root(window, "_NET_ACTIVE_WINDOW", {2, 0, 0});
  EXPECT_TRUE(
      eventually([&] { return !display->has_state(window, "_NET_WM_STATE_DEMANDS_ATTENTION"); }));
}

TEST_F(ManagerX11Test, WindowOverAllOfTheScreenIsFullscreen) {
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->type_key(letter('g'));
  EXPECT_TRUE(eventually([&] { return display->has_state(window, "_NET_WM_STATE_FULLSCREEN"); }));
  EXPECT_TRUE(eventually([&] { return display->box_of(window) == Box{0, 0, 800, 600}; }));
  display->type_key(letter('b'));
  EXPECT_TRUE(eventually([&] { return !display->has_state(window, "_NET_WM_STATE_FULLSCREEN"); }));
  EXPECT_TRUE(eventually([&] { return display->box_of(window) == Box{50, 60, 400, 300}; }));
}

// Alt+Tab is the window manager's: Alt's release does not lead to the menu bar.
TEST_F(ManagerX11Test, ItsKeysDoNotOpenMenus) {
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->press_key(kAlt);
  display->type_key(kTab);
  ASSERT_TRUE(eventually([&] { return display->keyboard_is_grabbed(); }));
  display->release_key(kAlt);
  EXPECT_TRUE(program->saw("WM_SYSKEYUP", "key=VK_MENU"));
  ASSERT_TRUE(eventually([&] { return !display->keyboard_is_grabbed(); }));
  display->type_key(letter('e'));
  EXPECT_TRUE(program->saw("W WM_CHAR", "'e'"));
  EXPECT_FALSE(program->has_seen({"SC_KEYMENU"}));
}

TEST_F(ManagerX11Test, PingIsAnswered) {
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  EXPECT_TRUE(display->answers_ping(window));
}

}  // namespace
}  // namespace transom::tests
