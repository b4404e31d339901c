#include "host/headless/script_player.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "base/text.h"
#include "host/display.h"
#include "host/headless/script_windows.h"

namespace transom::host {
namespace {

// Milliseconds. Long enough for a program to be idle again even in real time, short enough for two
// clicks to be a double click.
constexpr std::uint32_t kAfterStep = 50;
constexpr std::uint32_t kAfterEvent = 10;
constexpr std::uint32_t kWindowPatience = 5000;
constexpr int kDragMoves = 8;

int button_number(const std::string& name) {
  if (name == "right") return 1;
  if (name == "middle") return 2;
  if (name == "x1") return 3;
  return name == "x2" ? 4 : 0;
}

}  // namespace

void ScriptPlayer::fail(int line, const std::string& why) {
  std::fprintf(stderr, "transom: %s:%d: %s\n", script_.name.c_str(), line, why.c_str());
  std::fflush(nullptr);
  std::exit(2);
}

void ScriptPlayer::pass_time(std::uint32_t milliseconds) {
  parker_.park(base::clock::deadline_after(milliseconds), [] { return false; });
}

void ScriptPlayer::play() {
  if (script_.error_line != 0) fail(script_.error_line, script_.error);
  wait_for_window("");
  for (const ScriptStep& step : script_.steps) {
    if (step.action == ScriptAction::kQuit) return;
    perform(step);
    pass_time(kAfterStep);
  }
}

void ScriptPlayer::perform(const ScriptStep& step) {
  switch (step.action) {
    case ScriptAction::kWait:
      pass_time(static_cast<std::uint32_t>(step.numbers[0]));
      break;
    case ScriptAction::kMove:
      go_to(on_screen(step, 0));
      break;
    case ScriptAction::kClick:
      click(step, 1);
      break;
    case ScriptAction::kDoubleClick:
      click(step, 2);
      break;
    case ScriptAction::kDown:
      press(button_number(step.text), true);
      break;
    case ScriptAction::kUp:
      press(button_number(step.text), false);
      break;
    case ScriptAction::kDrag:
      drag(step);
      break;
    case ScriptAction::kWheel:
      wheel(step, false);
      break;
    case ScriptAction::kTilt:
      wheel(step, true);
      break;
    case ScriptAction::kKey:
    case ScriptAction::kKeyDown:
    case ScriptAction::kKeyUp:
      key(step);
      break;
    case ScriptAction::kType:
      type(step);
      break;
    case ScriptAction::kLayout:
      layout(step);
      break;
    case ScriptAction::kWindow:
      screen_ = false;
      window_ = step.text.empty() ? nullptr : need_window(step);
      break;
    case ScriptAction::kScreen:
      screen_ = true;
      break;
    case ScriptAction::kFocus:
      host_events().focus_gained(need_window(step));
      break;
    case ScriptAction::kDrop:
      drop(step);
      break;
    case ScriptAction::kShot:
      if (!screenshot(step.text)) fail(step.line, "cannot write " + step.text);
      break;
    case ScriptAction::kClose:
      close(step);
      break;
    case ScriptAction::kExpectWindow:
      need_window(step);
      break;
    case ScriptAction::kExpectNoWindow:
      expect_no_window(step);
      break;
    case ScriptAction::kQuit:
      break;
  }
}

// ---- Windows

// Null when it has not come in good time. An empty title: any visible window.
HWND ScriptPlayer::wait_for_window(const std::string& title) {
  for (std::uint32_t waited = 0;; waited += kAfterStep) {
    const HWND window = title.empty() ? first_visible_window() : find_titled_window(title);
    if (window != nullptr || waited >= kWindowPatience) return window;
    pass_time(kAfterStep);
  }
}

HWND ScriptPlayer::need_window(const ScriptStep& step) {
  const HWND window = wait_for_window(step.text);
  if (window == nullptr) fail(step.line, "there is no window \"" + step.text + "\"");
  return window;
}

void ScriptPlayer::expect_no_window(const ScriptStep& step) {
  for (std::uint32_t waited = 0; find_titled_window(step.text) != nullptr; waited += kAfterStep) {
    if (waited >= kWindowPatience)
      fail(step.line, "the window \"" + step.text + "\" is still there");
    pass_time(kAfterStep);
  }
}

HWND ScriptPlayer::target(const ScriptStep& step) {
  if (!is_usable(window_)) window_ = first_visible_window();
  if (window_ == nullptr) fail(step.line, "there is no window to point at");
  return window_;
}

POINT ScriptPlayer::on_screen(const ScriptStep& step, std::size_t index) {
  POINT point{step.numbers[index], step.numbers[index + 1]};
  if (!screen_) ClientToScreen(target(step), &point);
  return point;
}

void ScriptPlayer::close(const ScriptStep& step) {
  host_events().close_requested(step.text.empty() ? target(step) : need_window(step));
}

void ScriptPlayer::drop(const ScriptStep& step) {
  std::vector<std::string> paths;
  for (const std::string& file : step.files) {
    std::error_code error;
    paths.push_back(std::filesystem::absolute(file, error).string());
  }
  go_to(on_screen(step, 0));
  host_events().files_dropped(pointer_, paths);
}

// ---- The mouse

void ScriptPlayer::go_to(POINT screen) {
  pointer_ = screen;
  host_events().pointer_moved(screen);
  pass_time(kAfterEvent);
}

void ScriptPlayer::press(int button, bool down) {
  host_events().button(pointer_, button, down);
  pass_time(kAfterEvent);
}

void ScriptPlayer::click(const ScriptStep& step, int times) {
  if (!step.numbers.empty()) go_to(on_screen(step, 0));
  const int button = button_number(step.text);
  for (int count = 0; count < times; ++count) {
    press(button, true);
    press(button, false);
  }
}

void ScriptPlayer::drag(const ScriptStep& step) {
  const POINT from = on_screen(step, 0);
  const POINT to = on_screen(step, 2);
  const int button = button_number(step.text);
  go_to(from);
  press(button, true);
  for (int move = 1; move <= kDragMoves; ++move) {
    go_to({from.x + (to.x - from.x) * move / kDragMoves,
           from.y + (to.y - from.y) * move / kDragMoves});
  }
  press(button, false);
}

void ScriptPlayer::wheel(const ScriptStep& step, bool horizontal) {
  if (step.numbers.size() == 3) go_to(on_screen(step, 1));
  const int notches = step.numbers[0];
  for (int count = 0; count < std::abs(notches); ++count) {
    host_events().wheel(pointer_, notches > 0 ? WHEEL_DELTA : -WHEEL_DELTA, horizontal);
    pass_time(kAfterEvent);
  }
}

// ---- The keyboard

void ScriptPlayer::strike(const std::vector<ScriptKey>& keys) {
  for (const ScriptKey& key : keys) host_events().key(key.scan_code, key.virtual_key, true);
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
    host_events().key(key->scan_code, key->virtual_key, false);
  }
  pass_time(kAfterEvent);
}

void ScriptPlayer::key(const ScriptStep& step) {
  const auto keys = keys_of_combination(step.text);
  if (!keys) fail(step.line, "there is no key '" + step.text + "'");
  if (step.action == ScriptAction::kKey) return strike(*keys);
  for (const ScriptKey& key : *keys) {
    host_events().key(key.scan_code, key.virtual_key, step.action == ScriptAction::kKeyDown);
  }
}

// Characters that the layout has no key for enter as an input method's would.
void ScriptPlayer::type_character(char16_t character) {
  const std::vector<ScriptKey> keys = keys_of_character(character);
  if (!keys.empty()) return strike(keys);
  INPUT input{};
  input.type = INPUT_KEYBOARD;
  input.ki.wScan = character;
  input.ki.dwFlags = KEYEVENTF_UNICODE;
  SendInput(1, &input, sizeof input);
  input.ki.dwFlags |= KEYEVENTF_KEYUP;
  SendInput(1, &input, sizeof input);
  pass_time(kAfterEvent);
}

// As the user's choice in a language bar: the foreground window is asked to change.
void ScriptPlayer::layout(const ScriptStep& step) {
  const HKL chosen = LoadKeyboardLayoutA(step.text.c_str(), 0);
  const unsigned long wanted = std::strtoul(step.text.c_str(), nullptr, 16);
  if (LOWORD(reinterpret_cast<std::uintptr_t>(chosen)) != LOWORD(wanted)) {
    fail(step.line, "there is no keyboard layout " + step.text);
  }
  PostMessageW(GetForegroundWindow(), WM_INPUTLANGCHANGEREQUEST, 0,
               reinterpret_cast<LPARAM>(chosen));
}

void ScriptPlayer::type(const ScriptStep& step) {
  for (const char16_t character : base::utf8_to_utf16(step.text)) type_character(character);
}

}  // namespace transom::host
