// The mouse: what a user does with it, as window procedures see it.
#include "tests/x11/support/fixture.h"

namespace transom::tests {
namespace {

class PointerX11Test : public BothX11Test {};
TRANSOM_WITH_AND_WITHOUT_MANAGER(PointerX11Test);

// The window lies at (100, 100); its client area begins 4 to the right and 42 below: border,
// caption, menu bar.
constexpr Point kInside{120, 200};

TEST_P(PointerX11Test, ButtonsBecomeMessagesWithClientPositions) {
  TRANSOM_CHECKS(WM_LBUTTONDOWN);
  TRANSOM_CHECKS(WM_LBUTTONUP);
  TRANSOM_CHECKS(WM_RBUTTONDOWN);
  TRANSOM_CHECKS(WM_RBUTTONUP);
  TRANSOM_CHECKS(WM_MBUTTONDOWN);
  TRANSOM_CHECKS(WM_MBUTTONUP);
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->click(kInside);
  EXPECT_TRUE(program->saw("W WM_LBUTTONDOWN", "keys=MK_LBUTTON", "position=(16, 58)"));
  EXPECT_TRUE(program->saw("W WM_LBUTTONUP", "keys=0", "position=(16, 58)"));
  display->click(kInside, 3);
  EXPECT_TRUE(program->saw("W WM_RBUTTONDOWN", "keys=MK_RBUTTON", "position=(16, 58)"));
  EXPECT_TRUE(program->saw("W WM_RBUTTONUP"));
  display->click(kInside, 2);
  EXPECT_TRUE(program->saw("W WM_MBUTTONDOWN", "keys=MK_MBUTTON", "position=(16, 58)"));
  EXPECT_TRUE(program->saw("W WM_MBUTTONUP"));
}

TEST_P(PointerX11Test, SideButtonsAndWheels) {
  TRANSOM_CHECKS(WM_XBUTTONDOWN);
  TRANSOM_CHECKS(WM_MOUSEWHEEL);
  TRANSOM_CHECKS(WM_MOUSEHWHEEL);
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->click(kInside, 8);
  EXPECT_TRUE(program->saw("W WM_XBUTTONDOWN", "XBUTTON1"));
  display->click(kInside, 4);
  EXPECT_TRUE(program->saw("W WM_MOUSEWHEEL", "120", "(120, 200)"));
  display->click(kInside, 5);
  EXPECT_TRUE(program->saw("W WM_MOUSEWHEEL", "-120"));
  display->click(kInside, 7);
  EXPECT_TRUE(program->saw("W WM_MOUSEHWHEEL", "120"));
}

TEST_P(PointerX11Test, CaptionMovesTheWindow) {
  TRANSOM_CHECKS(WM_ENTERSIZEMOVE);
  TRANSOM_CHECKS(WM_EXITSIZEMOVE);
  TRANSOM_CHECKS(WM_MOVE);
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->drag({200, 112}, {260, 172});
  EXPECT_TRUE(program->saw("S WM_ENTERSIZEMOVE"));
  EXPECT_TRUE(program->saw("S WM_MOVE", "origin=(164, 202)"));
  EXPECT_TRUE(program->saw("S WM_EXITSIZEMOVE"));
  EXPECT_TRUE(eventually([&] { return display->box_of(window) == Box{160, 160, 320, 200}; }));
  EXPECT_TRUE(display->shows({180, 260}, 0x00FF00));
}

TEST_P(PointerX11Test, BorderSizesTheWindow) {
  TRANSOM_CHECKS(WM_SIZE);
  TRANSOM_CHECKS(WM_SIZING);
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->drag({418, 298}, {478, 358});
  EXPECT_TRUE(program->saw("S WM_SIZING"));
  EXPECT_TRUE(program->saw("S WM_SIZE", "client=372 x 214"));
  EXPECT_TRUE(program->saw("S WM_EXITSIZEMOVE"));
  EXPECT_TRUE(eventually([&] { return display->box_of(window) == Box{100, 100, 380, 260}; }));
  EXPECT_TRUE(display->shows({470, 350}, 0x0000FF));
}

TEST_P(PointerX11Test, CapturedMouseIsSeenEverywhere) {
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->move_pointer(kInside);
  display->type_key(letter('c'));
  ASSERT_TRUE(program->saw("R WM_CHAR"));
  display->wait_for_requests();
  display->move_pointer({20, 30});
  EXPECT_TRUE(program->saw("W WM_MOUSEMOVE", "position=(-84, -112)"));
  display->type_key(letter('r'));
  EXPECT_TRUE(program->saw("S WM_CAPTURECHANGED"));
}

TEST_P(PointerX11Test, LeavingForAnotherProgramsWindowIsNoticed) {
  TRANSOM_CHECKS(WM_MOUSELEAVE);
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->move_pointer(kInside);
  ASSERT_TRUE(program->saw("W WM_MOUSEMOVE"));
  // Within our window's rectangle, but not ours.
  display->create_window({110, 190, 60, 60}, true);
  EXPECT_TRUE(program->saw("WM_MOUSELEAVE"));
}

TEST_P(PointerX11Test, ClippedPointerStaysInside) {
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->move_pointer({160, 160});
  display->type_key(letter('l'));
  ASSERT_TRUE(program->saw("R WM_CHAR"));
  EXPECT_TRUE(eventually([&] {
    display->move_pointer({400, 400});
    return display->pointer() == Point{199, 199};
  }));
  display->type_key(letter('u'));
  ASSERT_TRUE(program->saw("R WM_CHAR"));
  EXPECT_TRUE(eventually([&] {
    display->move_pointer({400, 400});
    return display->pointer() == Point{400, 400};
  }));
}

// No event tells of it there.
TEST_P(PointerX11Test, CursorPositionIsKnownOutsideOurWindows) {
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->move_pointer(kInside);
  ASSERT_TRUE(program->saw("W WM_MOUSEMOVE"));
  display->type_key(letter('p'));
  EXPECT_TRUE(printed("cursor 120 200"));
  display->move_pointer({700, 550});
  display->type_key(letter('p'));
  EXPECT_TRUE(printed("cursor 700 550"));
}

TEST_P(PointerX11Test, SetCursorPosMovesThePointer) {
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->move_pointer({300, 250});
  display->type_key(letter('w'));
  EXPECT_TRUE(eventually([&] { return display->pointer() == Point{120, 130}; }));
}

}  // namespace
}  // namespace transom::tests
