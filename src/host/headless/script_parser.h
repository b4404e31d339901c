// The language of input scripts: docs/scripting.md describes it for users.
//
// One step a line; empty lines and lines that begin with # say nothing. Nothing here knows windows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace transom::host {

enum class ScriptAction {
  kWait,   // numbers[0]: milliseconds
  kMove,   // numbers: x y
  kClick,  // text: button; numbers: none, or x y
  kDoubleClick,
  kDown,
  kUp,
  kDrag,   // text: button; numbers: x1 y1 x2 y2
  kWheel,  // numbers: notches, perhaps x y
  kTilt,   // the same, horizontal
  kKey,    // text: "Ctrl+A"
  kKeyDown,
  kKeyUp,
  kType,          // text
  kLayout,        // text: a keyboard layout's identifier
  kWindow,        // text: a title; empty: the default one
  kScreen,        // coordinates are the screen's from here on
  kFocus,         // text: a title
  kDrop,          // numbers: x y; files
  kShot,          // text: a file
  kClose,         // text: a title or empty
  kExpectWindow,  // text: a title
  kExpectNoWindow,
  kQuit,
};

struct ScriptStep {
  ScriptAction action{};
  int line = 0;
  std::string text;
  std::vector<int> numbers;
  std::vector<std::string> files;
};

struct Script {
  std::string name;  // of the file, for messages
  std::vector<ScriptStep> steps;
  // The first line that makes no sense, and why; empty where all is well.
  int error_line = 0;
  std::string error;
};

Script parse_script(std::string name, std::string_view text);

}  // namespace transom::host
