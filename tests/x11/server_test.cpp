// The X server itself: none, a poor one, one that changes, one that goes away.
#include "tests/x11/support/fixture.h"

namespace transom::tests {
namespace {

class ServerX11Test : public X11Test {};

TEST_F(ServerX11Test, WindowsShowWithoutSharedMemory) {
  display = std::make_unique<Display>(std::vector<std::string>{"-extension", "MIT-SHM"});
  TRANSOM_NEEDS_DISPLAY(*display);
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  EXPECT_TRUE(display->shows({110, 290}, 0x00FF00));
  EXPECT_TRUE(display->shows({410, 290}, 0x0000FF));
}

TEST_F(ServerX11Test, WindowsShowWithoutAnyExtension) {
  display = std::make_unique<Display>(
      std::vector<std::string>{"-extension", "MIT-SHM", "-extension", "RANDR", "-extension",
                               "SHAPE", "-extension", "RENDER", "-extension", "XFIXES"});
  TRANSOM_NEEDS_DISPLAY(*display);
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  EXPECT_TRUE(display->shows({110, 290}, 0x00FF00));
  display->click({120, 200});
  EXPECT_TRUE(program->saw("W WM_LBUTTONDOWN"));
}

TEST_F(ServerX11Test, ProgramEndsWithAWordWhenTheServerGoes) {
  display = std::make_unique<Display>();
  TRANSOM_NEEDS_DISPLAY(*display);
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->stop_server();
  EXPECT_TRUE(program->process().wait());
  EXPECT_NE(program->output().find("connection to the X display"), std::string::npos);
  EXPECT_TRUE(program->saw("S WM_CLOSE"));
}

TEST_F(ServerX11Test, ProgramRunsHeadlessWhereNoServerAnswers) {
  display = std::make_unique<Display>();
  TRANSOM_NEEDS_DISPLAY(*display);
  display->stop_server();
  program = std::make_unique<Program>(*display, "window");
  EXPECT_TRUE(program->saw("R WM_PAINT"));
  EXPECT_NE(program->output().find("no x11 display"), std::string::npos);
}

// WM_DISPLAYCHANGE has the new size and the depth.
TEST_F(ServerX11Test, ChangeOfTheScreensSizeIsTold) {
  TRANSOM_CHECKS(WM_DISPLAYCHANGE);
  display = std::make_unique<Display>();
  TRANSOM_NEEDS_DISPLAY(*display);
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->set_screen_size(640, 480);
  EXPECT_TRUE(program->saw("W WM_DISPLAYCHANGE", "bits_per_pixel=32", "screen=640 x 480"));
  display->type_key(letter('i'));
  EXPECT_TRUE(eventually([&] {
    return program->output().find(
               "screen 640 x 480, virtual 0 0 640 480\n"
               "monitor 0 0 640 480, primary, here\n") != std::string::npos;
  })) << program->output();
}

// EnumDisplayMonitors, GetMonitorInfo, MonitorFromWindow and the metrics of the virtual screen.
// "The primary monitor contains the origin (0, 0)", wherever the X server has it.
TEST_F(ServerX11Test, SeveralMonitorsAreKnown) {
  display = std::make_unique<Display>();
  TRANSOM_NEEDS_DISPLAY(*display);
  display->set_monitors({{300, 0, 500, 600}, {0, 0, 300, 400}});
  const xcb_window_t window = start();
  ASSERT_NE(window, XCB_WINDOW_NONE);
  display->type_key(letter('i'));
  EXPECT_TRUE(eventually([&] {
    return program->output().find(
               "screen 500 x 600, virtual -300 0 800 600\n"
               "monitor 0 0 500 600, primary, here\n"
               "monitor -300 0 300 400\n") != std::string::npos;
  })) << program->output();
}

TEST_F(ServerX11Test, OtherMonitorsAreADisplayChange) {
  TRANSOM_CHECKS(WM_DISPLAYCHANGE);
  display = std::make_unique<Display>();
  TRANSOM_NEEDS_DISPLAY(*display);
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->set_monitors({{0, 0, 400, 600}, {400, 0, 400, 600}});
  EXPECT_TRUE(program->saw("W WM_DISPLAYCHANGE", "bits_per_pixel=32", "screen=400 x 600"));
}

}  // namespace
}  // namespace transom::tests
