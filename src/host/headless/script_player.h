// Plays the steps of a script, one after the other, on the calling thread.
#pragma once

#include <string>

#include "base/clock.h"
#include "base/parker.h"
#include "base/win32.h"
#include "host/headless/script_keys.h"
#include "host/headless/script_parser.h"

namespace transom::host {

class ScriptPlayer {
 public:
  explicit ScriptPlayer(Script script) : script_(std::move(script)) {}

  // Returns when all steps have been played; ends the process at one that fails.
  void play();

 private:
  void perform(const ScriptStep& step);
  [[noreturn]] void fail(int line, const std::string& why);
  void pass_time(std::uint32_t milliseconds);

  // Where coordinates of the script are on the screen.
  POINT on_screen(const ScriptStep& step, std::size_t index);
  HWND target(const ScriptStep& step);
  HWND wait_for_window(const std::string& title);
  HWND need_window(const ScriptStep& step);
  void expect_no_window(const ScriptStep& step);

  void go_to(POINT screen);
  void press(int button, bool down);
  void click(const ScriptStep& step, int times);
  void drag(const ScriptStep& step);
  void drop(const ScriptStep& step);
  void wheel(const ScriptStep& step, bool horizontal);
  void strike(const std::vector<ScriptKey>& keys);
  void key(const ScriptStep& step);
  void type(const ScriptStep& step);
  void layout(const ScriptStep& step);
  void type_character(char16_t character);
  void close(const ScriptStep& step);

  Script script_;
  base::Parker parker_;
  POINT pointer_{};
  HWND window_ = nullptr;  // named by `window`, or chosen by the first coordinates
  bool screen_ = false;    // coordinates are the screen's
};

}  // namespace transom::host
