// What becomes of a top-level window on the X server: pixels, properties, shape, exposure.
#include <xcb/shape.h>
#include <xcb/xfixes.h>

#include "tests/x11/support/fixture.h"

namespace transom::tests {
namespace {

constexpr std::uint32_t kGreen = 0x00FF00, kBlue = 0x0000FF, kRed = 0xFF0000, kBlack = 0;

class WindowX11Test : public BothX11Test {
 protected:
  // How many rectangles the window consists of, and the first one.
  Box shape_of(xcb_window_t window, int& count) {
    auto* reply = xcb_shape_get_rectangles_reply(
        display->connection(),
        xcb_shape_get_rectangles(display->connection(), window, XCB_SHAPE_SK_BOUNDING), nullptr);
    count = xcb_shape_get_rectangles_rectangles_length(reply);
    const xcb_rectangle_t first = *xcb_shape_get_rectangles_rectangles(reply);
    free(reply);
    return {first.x, first.y, first.width, first.height};
  }

  Box cursor_picture() {
    xcb_connection_t* xcb = display->connection();
    free(xcb_xfixes_query_version_reply(xcb, xcb_xfixes_query_version(xcb, 5, 0), nullptr));
    auto* reply = xcb_xfixes_get_cursor_image_reply(xcb, xcb_xfixes_get_cursor_image(xcb), nullptr);
    const Box box{reply->xhot, reply->yhot, reply->width, reply->height};
    free(reply);
    return box;
  }
};
TRANSOM_WITH_AND_WITHOUT_MANAGER(WindowX11Test);

TEST_P(WindowX11Test, ShowsWhatTheProgramPaints) {
  TRANSOM_CHECKS(WM_PAINT);
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  EXPECT_EQ(display->box_of(window), (Box{100, 100, 320, 200}));
  EXPECT_TRUE(display->shows({110, 290}, kGreen));
  EXPECT_TRUE(display->shows({410, 290}, kBlue));
}

TEST_P(WindowX11Test, TellsTheWindowManagerWhoItIs) {
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  using namespace std::string_literals;
  EXPECT_EQ(display->text(window, "WM_CLASS"), "window\0Window\0"s);
  const auto process = display->values(window, "_NET_WM_PID");
  ASSERT_EQ(process.size(), 1u);
  EXPECT_EQ(process[0], static_cast<std::uint32_t>(program->process().id()));
  EXPECT_EQ(display->values(window, "_NET_WM_WINDOW_TYPE"),
            std::vector{display->atom("_NET_WM_WINDOW_TYPE_NORMAL")});
  // No decorations: the frame is Transom's.
  EXPECT_EQ(display->values(window, "_MOTIF_WM_HINTS"),
            (std::vector<std::uint32_t>{2, 0, 0, 0, 0}));
  // IDI_APPLICATION, small or large: width, height and pixels.
  std::vector<std::uint32_t> icon;
  ASSERT_TRUE(eventually([&] {
    icon = display->values(window, "_NET_WM_ICON");
    return icon.size() > 2;
  }));
  EXPECT_EQ(icon.size(), 2 + icon[0] * icon[1]);
}

TEST_P(WindowX11Test, FollowsChangesOfTheTitle) {
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->type_key(letter('y'));
  EXPECT_TRUE(
      eventually([&] { return display->text(window, "_NET_WM_NAME") == "Renamed \u263A"; }));
}

TEST_P(WindowX11Test, UncoveredPartsComeBackWithoutThePrograms) {
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  ASSERT_TRUE(display->shows({150, 250}, kGreen));
  program->forget();
  const xcb_window_t other = display->create_window({120, 200, 100, 80}, true);
  ASSERT_TRUE(display->shows({150, 250}, kBlack));
  xcb_destroy_window(display->connection(), other);
  EXPECT_TRUE(display->shows({150, 250}, kGreen));
  EXPECT_FALSE(program->trace().find("WM_PAINT", 0) == std::string::npos);
}

TEST_P(WindowX11Test, TakesTheShapeOfItsRegion) {
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->type_key(letter('s'));
  int count = 0;
  EXPECT_TRUE(eventually([&] { return shape_of(window, count) == Box{0, 0, 160, 200}; }));
  EXPECT_EQ(count, 1);
  EXPECT_TRUE(display->shows({150, 250}, kGreen));
  EXPECT_TRUE(eventually([&] { return display->pixel({400, 250}) != kBlue; }));
}

TEST_P(WindowX11Test, ProgramMovesAndSizesIt) {
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->type_key(letter('b'));
  EXPECT_TRUE(eventually([&] { return display->box_of(window) == Box{50, 60, 400, 300}; }));
  EXPECT_TRUE(display->shows({60, 350}, kGreen));
  EXPECT_TRUE(display->shows({440, 350}, kBlue));
}

TEST_P(WindowX11Test, HidesAndComesBack) {
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->type_key(letter('h'));
  EXPECT_TRUE(eventually([&] { return !display->is_viewable(window); }));
  EXPECT_TRUE(eventually([&] { return display->is_viewable(window); }));
  EXPECT_TRUE(display->shows({110, 290}, kGreen));
}

TEST_P(WindowX11Test, MenusAreNotTheWindowManagersBusiness) {
  TRANSOM_CHECKS(WM_COMMAND);
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  EXPECT_TRUE(display->unmanaged_windows().empty());
  display->click({115, 132});
  ASSERT_TRUE(program->saw("S WM_INITMENUPOPUP"));
  ASSERT_TRUE(eventually([&] { return display->unmanaged_windows().size() == 1; }));
  const Box menu = display->box_of(display->unmanaged_windows()[0]);
  display->click({menu.x + 20, menu.y + 10});
  EXPECT_TRUE(program->saw("W WM_COMMAND", "1"));
  EXPECT_TRUE(eventually([&] { return display->unmanaged_windows().empty(); }));
  EXPECT_TRUE(display->shows({110, 290}, kRed));
}

TEST_P(WindowX11Test, ClickElsewhereOnTheScreenClosesAMenu) {
  TRANSOM_CHECKS(WM_EXITMENULOOP);
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->click({115, 132});
  ASSERT_TRUE(program->saw("S WM_INITMENUPOPUP"));
  display->click({700, 500});
  EXPECT_TRUE(program->saw("S WM_EXITMENULOOP"));
  EXPECT_TRUE(eventually([&] { return display->unmanaged_windows().empty(); }));
}

TEST_P(WindowX11Test, SetCursorChangesThePointersPicture) {
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  // Over the lower right corner.
  display->move_pointer({418, 298});
  ASSERT_TRUE(program->saw("S WM_SETCURSOR", "HTBOTTOMRIGHT"));
  Box sizing{};
  display->move_pointer({200, 250});
  ASSERT_TRUE(program->saw("S WM_SETCURSOR", "HTCLIENT"));
  Box arrow{};
  EXPECT_TRUE(eventually([&] { return (arrow = cursor_picture()).width > 1; }));
  display->move_pointer({418, 298});
  EXPECT_TRUE(eventually([&] { return (sizing = cursor_picture()) != arrow; }));
  display->move_pointer({200, 250});
  ASSERT_TRUE(program->saw("R WM_SETCURSOR"));
  display->type_key(letter('q'));
  EXPECT_TRUE(eventually([&] { return cursor_picture().width == 1; }));
}

TEST_P(WindowX11Test, ScreenContextsReadTheScreen) {
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  ASSERT_TRUE(display->shows({120, 200}, kGreen));
  display->type_key(letter('p'));
  EXPECT_TRUE(
      eventually([&] { return program->output().find("pixel 00ff00") != std::string::npos; }));
}

// CreateDC("DISPLAY") is of the screen, too, and sees what others draw there later.
TEST_P(WindowX11Test, KeptScreenContextsSeeWhatComesLater) {
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  ASSERT_TRUE(display->shows({120, 200}, kGreen));
  display->type_key(letter('p'));
  EXPECT_TRUE(printed("kept 00ff00"));
  display->create_window({110, 190, 60, 60}, true);
  // What was read a moment ago is not read again at once.
  EXPECT_TRUE(eventually([&] {
    display->type_key(letter('p'));
    return program->output().find("kept 000000") != std::string::npos;
  }));
}

TEST_P(WindowX11Test, ClosesWhenAsked) {
  TRANSOM_CHECKS(WM_CLOSE);
  TRANSOM_CHECKS(WM_QUIT);
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->send_protocol(window, "WM_DELETE_WINDOW");
  EXPECT_TRUE(program->saw("S WM_CLOSE"));
  EXPECT_TRUE(program->saw("S WM_DESTROY"));
  EXPECT_EQ(program->process().wait(), 0);
}

// The program is asked, and its window is there meanwhile.
TEST_P(WindowX11Test, DestroyedByAnotherProgramItIsAskedToClose) {
  TRANSOM_CHECKS(WM_CLOSE);
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->type_key(letter('j'));
  ASSERT_TRUE(program->saw("R WM_CHAR"));
  xcb_destroy_window(display->connection(), window);
  xcb_flush(display->connection());
  EXPECT_TRUE(program->saw("S WM_CLOSE"));
  const xcb_window_t again = display->wait_for_window("T\u00E9st");
  EXPECT_NE(again, window);
  EXPECT_TRUE(display->shows({110, 290}, kGreen));
  xcb_destroy_window(display->connection(), again);
  xcb_flush(display->connection());
  EXPECT_EQ(program->process().wait(), 0);
}

TEST_P(WindowX11Test, CloseButtonEndsTheProgram) {
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->click({406, 112});
  EXPECT_TRUE(program->saw("S WM_SYSCOMMAND", "SC_CLOSE"));
  EXPECT_EQ(program->process().wait(), 0);
}

}  // namespace
}  // namespace transom::tests
