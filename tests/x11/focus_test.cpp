// Who has the keyboard: X's focus and Windows' activation, both ways.
#include "tests/x11/support/fixture.h"

namespace transom::tests {
namespace {

class FocusX11Test : public BothX11Test {
 protected:
  void give_focus_to(xcb_window_t window) {
    if (GetParam() == Manager::kOpenbox) {
      display->send_to_root(window, "_NET_ACTIVE_WINDOW", {2, 0, 0});
    } else {
      xcb_set_input_focus(display->connection(), XCB_INPUT_FOCUS_PARENT, window, XCB_CURRENT_TIME);
      xcb_flush(display->connection());
    }
  }

  xcb_window_t other_programs_window() {
    const xcb_window_t window = display->create_window({500, 300, 100, 100}, false);
    eventually([&] { return display->is_viewable(window); });
    return window;
  }
};
TRANSOM_WITH_AND_WITHOUT_MANAGER(FocusX11Test);

TEST_P(FocusX11Test, LosingItDeactivatesAndGettingItBackActivates) {
  TRANSOM_CHECKS(WM_ACTIVATE);
  TRANSOM_CHECKS(WM_ACTIVATEAPP);
  TRANSOM_CHECKS(WM_NCACTIVATE);
  TRANSOM_CHECKS(WM_KILLFOCUS);
  TRANSOM_CHECKS(WM_SETFOCUS);
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  const xcb_window_t other = other_programs_window();
  give_focus_to(other);
  EXPECT_TRUE(program->saw("S WM_NCACTIVATE", "active=FALSE"));
  EXPECT_TRUE(program->saw("S WM_ACTIVATE ", "WA_INACTIVE"));
  EXPECT_TRUE(program->saw("S WM_ACTIVATEAPP", "activated=FALSE"));
  EXPECT_TRUE(program->saw("S WM_KILLFOCUS"));
  give_focus_to(window);
  EXPECT_TRUE(program->saw("S WM_ACTIVATEAPP", "activated=TRUE"));
  EXPECT_TRUE(program->saw("S WM_ACTIVATE ", "WA_ACTIVE"));
  EXPECT_TRUE(program->saw("S WM_SETFOCUS"));
}

TEST_P(FocusX11Test, ClickActivatesAndTakesTheFocus) {
  TRANSOM_CHECKS(WM_MOUSEACTIVATE);
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  give_focus_to(other_programs_window());
  ASSERT_TRUE(program->saw("S WM_KILLFOCUS"));
  display->click({150, 250});
  EXPECT_TRUE(program->saw("S WM_MOUSEACTIVATE", "HTCLIENT", "WM_LBUTTONDOWN"));
  EXPECT_TRUE(program->saw("S WM_ACTIVATE ", "WA_CLICKACTIVE"));
  EXPECT_TRUE(program->saw("W WM_LBUTTONDOWN"));
  EXPECT_TRUE(eventually([&] { return display->focus() == window; }));
}

TEST_P(FocusX11Test, OwnedWindowTakesItAndGivesItBack) {
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->type_key(letter('d'));
  const xcb_window_t dialog = display->wait_for_window("Dialog");
  ASSERT_NE(dialog, XCB_WINDOW_NONE);
  EXPECT_EQ(display->values(dialog, "WM_TRANSIENT_FOR"), std::vector{window});
  EXPECT_TRUE(eventually([&] { return display->focus() == dialog; }));
  // The activation went from window to window: the program as a whole never lost it.
  EXPECT_FALSE(program->has_seen({"WM_ACTIVATEAPP", "activated=FALSE"}));
  display->send_protocol(dialog, "WM_DELETE_WINDOW");
  EXPECT_TRUE(eventually([&] { return display->focus() == window; }));
  EXPECT_FALSE(program->has_seen({"WM_ACTIVATEAPP", "activated=FALSE"}));
}

TEST_P(FocusX11Test, ModalBoxGetsItWhenItsDisabledOwnerIsChosen) {
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->type_key(letter('a'));
  const xcb_window_t box = display->wait_for_window("Box");
  ASSERT_NE(box, XCB_WINDOW_NONE);
  ASSERT_TRUE(eventually([&] { return display->focus() == box; }));
  give_focus_to(window);
  EXPECT_TRUE(eventually([&] { return display->focus() == box; }));
  display->type_key(kReturn);
  EXPECT_TRUE(eventually([&] { return !display->is_viewable(box); }));
  EXPECT_TRUE(eventually([&] { return display->focus() == window; }));
}

// A dialog box sets its focus, and so is active, before it is on the screen.
TEST_P(FocusX11Test, ProgramsFirstWindowMayBeAModalBox) {
  program = std::make_unique<Program>(*display, "window", std::vector<std::string>{"box"});
  const xcb_window_t box = display->wait_for_window("Box");
  ASSERT_NE(box, XCB_WINDOW_NONE);
  EXPECT_TRUE(eventually([&] { return display->focus() == box; }));
  EXPECT_TRUE(program->saw("S WM_NCACTIVATE", "active=TRUE"));
  display->type_key(kReturn);
  EXPECT_EQ(program->process().wait(), 0);
}

}  // namespace
}  // namespace transom::tests
