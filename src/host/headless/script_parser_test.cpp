#include "host/headless/script_parser.h"

#include <gtest/gtest.h>

namespace transom::host {
namespace {

TEST(ScriptParser, StepsCarryTheirLinesAndNumbers) {
  const Script script = parse_script("s", "# a comment\n\nmove 3 -4\r\n  wait 100\n");
  ASSERT_EQ(script.error_line, 0);
  ASSERT_EQ(script.steps.size(), 2u);
  EXPECT_EQ(script.steps[0].action, ScriptAction::kMove);
  EXPECT_EQ(script.steps[0].numbers, (std::vector<int>{3, -4}));
  EXPECT_EQ(script.steps[0].line, 3);
  EXPECT_EQ(script.steps[1].line, 4);
}

TEST(ScriptParser, TypedTextIsTakenAsItStands) {
  const Script script = parse_script("s", "type  Hello,  \"world\" ");
  ASSERT_EQ(script.steps.size(), 1u);
  EXPECT_EQ(script.steps[0].text, " Hello,  \"world\" ");
}

TEST(ScriptParser, ClicksKnowTheirButtonAndMayDoWithoutAPlace) {
  const Script script =
      parse_script("s", "click\nrightclick 1 2\ndrag 1 2 3 4\ndrag right 1 2 3 4");
  ASSERT_EQ(script.steps.size(), 4u);
  EXPECT_EQ(script.steps[0].text, "left");
  EXPECT_TRUE(script.steps[0].numbers.empty());
  EXPECT_EQ(script.steps[1].text, "right");
  EXPECT_EQ(script.steps[2].text, "left");
  EXPECT_EQ(script.steps[3].text, "right");
  EXPECT_EQ(script.steps[3].numbers.size(), 4u);
}

TEST(ScriptParser, TitlesStandInQuotes) {
  EXPECT_EQ(parse_script("s", "window \"A b\"").steps[0].text, "A b");
  EXPECT_EQ(parse_script("s", "window").steps[0].text, "");
  EXPECT_EQ(parse_script("s", "layout E0010411").steps[0].text, "E0010411");
  EXPECT_EQ(parse_script("s", "expect-window Open").error_line, 1);
}

TEST(ScriptParser, TheFirstLineThatMakesNoSenseIsNamed) {
  for (const char* line : {"jump 3", "move 3", "move a b", "wait", "down sideways", "wheel 1 2",
                           "key", "key Ctrl A", "quit now", "click 1 2 3", "wait 99999999999999"}) {
    const Script script = parse_script("s", std::string("wait 1\n") + line);
    EXPECT_EQ(script.error_line, 2) << line;
    EXPECT_FALSE(script.error.empty()) << line;
  }
}

}  // namespace
}  // namespace transom::host
