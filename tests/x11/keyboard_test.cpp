// Keys as the X server reports them.
#include "tests/x11/support/fixture.h"

namespace transom::tests {
namespace {

class KeyboardX11Test : public BothX11Test {
 protected:
  void set_layout(const std::vector<std::string>& arguments) {
    std::vector<std::string> command{"setxkbmap"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    Process setter(command, {.environment = {"DISPLAY=" + display->name()}, .output = "/dev/null"});
    ASSERT_EQ(setter.wait(), 0);
  }
};
TRANSOM_WITH_AND_WITHOUT_MANAGER(KeyboardX11Test);

TEST_P(KeyboardX11Test, KeysBecomeMessagesWithScanCodes) {
  TRANSOM_CHECKS(WM_KEYDOWN);
  TRANSOM_CHECKS(WM_CHAR);
  TRANSOM_CHECKS(WM_KEYUP);
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->type_key(letter('e'));
  EXPECT_TRUE(program->saw("W WM_KEYDOWN", "key=69", "scan 0x12"));
  EXPECT_TRUE(program->saw("W WM_CHAR", "'e'", "scan 0x12"));
  EXPECT_TRUE(program->saw("W WM_KEYUP", "key=69", "released"));
}

TEST_P(KeyboardX11Test, ExtendedKeysAreMarked) {
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->type_key(kDown);
  EXPECT_TRUE(program->saw("W WM_KEYDOWN", "key=VK_DOWN", "scan 0x50", "extended"));
}

TEST_P(KeyboardX11Test, ShiftMakesCapitals) {
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->press_key(kShift);
  display->type_key(letter('e'));
  display->release_key(kShift);
  EXPECT_TRUE(program->saw("W WM_KEYDOWN", "key=VK_SHIFT", "scan 0x2A"));
  EXPECT_TRUE(program->saw("W WM_CHAR", "'E'"));
}

// The server repeats; without releases between, each message says that the key was down.
TEST_P(KeyboardX11Test, HeldKeysRepeat) {
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->press_key(letter('e'));
  EXPECT_TRUE(program->saw("W WM_KEYDOWN", "key=69"));
  EXPECT_TRUE(program->saw("W WM_KEYDOWN", "key=69", "was-down"));
  EXPECT_TRUE(program->saw("W WM_KEYDOWN", "key=69", "was-down"));
  EXPECT_FALSE(program->has_seen({"WM_KEYUP"}));
  display->release_key(letter('e'));
  EXPECT_TRUE(program->saw("W WM_KEYUP", "key=69"));
}

TEST_P(KeyboardX11Test, AltReachesForTheMenuBar) {
  TRANSOM_CHECKS(WM_SYSKEYDOWN);
  TRANSOM_CHECKS(WM_SYSCHAR);
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->press_key(kAlt);
  display->type_key(letter('f'));
  display->release_key(kAlt);
  EXPECT_TRUE(program->saw("W WM_SYSKEYDOWN", "key=VK_MENU"));
  EXPECT_TRUE(program->saw("W WM_SYSKEYDOWN", "key=70"));
  EXPECT_TRUE(program->saw("WM_SYSCHAR", "'f'"));
  EXPECT_TRUE(program->saw("S WM_INITMENUPOPUP"));
}

TEST_P(KeyboardX11Test, FollowsTheServersLayout) {
  TRANSOM_CHECKS(WM_INPUTLANGCHANGEREQUEST);
  TRANSOM_CHECKS(WM_INPUTLANGCHANGE);
  if (!Process::exists("setxkbmap")) GTEST_SKIP() << "setxkbmap is missing";
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  set_layout({"de"});
  EXPECT_TRUE(program->saw("W WM_INPUTLANGCHANGEREQUEST", "0x4070407"));
  EXPECT_TRUE(program->saw("S WM_INPUTLANGCHANGE", "0x4070407"));
  // The key where a US keyboard has Y.
  display->type_key(letter('y'));
  EXPECT_TRUE(program->saw("W WM_KEYDOWN", "key=90", "scan 0x15"));
  EXPECT_TRUE(program->saw("W WM_CHAR", "'z'"));
}

TEST_P(KeyboardX11Test, ExchangedKeysAreWhatTheUserMadeThem) {
  if (!Process::exists("setxkbmap")) GTEST_SKIP() << "setxkbmap is missing";
  set_layout({"us", "-option", "ctrl:swapcaps"});
  ASSERT_NE(start(), XCB_WINDOW_NONE);
  display->type_key(kControl);
  EXPECT_TRUE(program->saw("W WM_KEYDOWN", "key=VK_CAPITAL", "scan 0x1D"));
}

}  // namespace
}  // namespace transom::tests
