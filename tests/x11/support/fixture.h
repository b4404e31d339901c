// Tests that run once on a bare X server and once under a window manager.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/support/coverage.h"
#include "tests/x11/support/display.h"
#include "tests/x11/support/program.h"

namespace transom::tests {

enum class Manager { kNone, kOpenbox };

inline std::string name_of(Manager manager) {
  return manager == Manager::kNone ? "Bare" : "Openbox";
}

// X keycodes of a PC keyboard.
enum Keycode : unsigned {
  kEscape = 9,
  kDigit1 = 10,
  kTab = 23,
  kReturn = 36,
  kControl = 37,
  kShift = 50,
  kAlt = 64,
  kSpace = 65,
  kF4 = 70,
  kDown = 116,
};

// The keycode of a letter on the US layout.
unsigned letter(char character);

// Starts the server, skips the test where it is missing.
#define TRANSOM_NEEDS_DISPLAY(display) \
  if (!(display).works()) GTEST_SKIP() << "Xvfb is missing: install xvfb to run this test"
#define TRANSOM_NEEDS_MANAGER(display)   \
  if (!(display).start_window_manager()) \
  GTEST_SKIP() << "openbox is missing: install openbox to run this test"

class X11Test : public testing::Test {
 protected:
  // The program's window, shown and active; 0 where that does not happen. The program has asked the
  // window manager for all that it needs for that: a late wish for the focus would cross what the
  // test does next.
  xcb_window_t start(const std::vector<std::string>& arguments = {},
                     const std::string& name = "window") {
    program = std::make_unique<Program>(*display, name, arguments);
    const xcb_window_t window = display->wait_for_window("T\u00E9st");
    if (!program->saw("R WM_SETFOCUS")) return XCB_WINDOW_NONE;
    if (!eventually([&] { return program->has_seen({"R WM_PAINT"}); })) return XCB_WINDOW_NONE;
    if (!display->answers_ping(window)) return XCB_WINDOW_NONE;
    if (!eventually([&] { return display->focus() == window; })) return XCB_WINDOW_NONE;
    return window;
  }

  // Whether the program has printed that by now, or does so soon.
  bool printed(const std::string& text) {
    return eventually([&] { return program->output().find(text) != std::string::npos; });
  }

  void TearDown() override {
    if (program) {
      EXPECT_EQ(program->output().find("X11 error"), std::string::npos) << program->output();
    }
    if (HasFailure() && display && display->works()) {
      display->save_picture(testing::TempDir() + "x11-failure.ppm");
      if (program)
        std::fprintf(stderr, "%s%s", program->trace().c_str(), program->output().c_str());
    }
  }

  std::unique_ptr<Display> display;
  std::unique_ptr<Program> program;
};

class BareX11Test : public X11Test {
 protected:
  void SetUp() override {
    display = std::make_unique<Display>();
    TRANSOM_NEEDS_DISPLAY(*display);
  }
};

class ManagedX11Test : public X11Test {
 protected:
  void SetUp() override {
    display = std::make_unique<Display>();
    TRANSOM_NEEDS_DISPLAY(*display);
    TRANSOM_NEEDS_MANAGER(*display);
  }
};

class BothX11Test : public X11Test, public testing::WithParamInterface<Manager> {
 protected:
  void SetUp() override {
    display = std::make_unique<Display>();
    TRANSOM_NEEDS_DISPLAY(*display);
    if (GetParam() == Manager::kOpenbox) TRANSOM_NEEDS_MANAGER(*display);
  }
};

#define TRANSOM_WITH_AND_WITHOUT_MANAGER(suite)                                         \
  INSTANTIATE_TEST_SUITE_P(, suite, testing::Values(Manager::kNone, Manager::kOpenbox), \
                           [](const auto& info) { return name_of(info.param); })

}  // namespace transom::tests
