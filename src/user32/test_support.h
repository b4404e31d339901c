// For unit tests: windows that write down which messages they get.
//
// One Recorder at a time. Its windows have short names; `take()` gives the lines since the last
// call, "name MESSAGE" each, indented by two blanks for each window procedure that they came
// within. A test may act within a message (`on`), or answer it itself (`answer`). Painting, IME and
// questions of input are left out, so that the sequences are about windows alone. Windows that are
// left over are destroyed with it.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/win32.h"
#include "catalog/catalog.h"

namespace transom::user::test {

using Lines = std::vector<std::string>;
using testing::ElementsAre;
using testing::IsEmpty;

inline constexpr WCHAR kRecorded[] = L"Recorded";
inline constexpr WCHAR kRecordedRedraw[] = L"RecordedRedraw";

class Recorder {
 public:
  Recorder() {
    current() = this;
    register_class(kRecorded, 0);
    register_class(kRecordedRedraw, CS_HREDRAW | CS_VREDRAW);
  }
  ~Recorder() {
    actions_.clear();
    answers_.clear();
    const auto left = names_;
    for (const auto& [window, name] : left) {
      if (IsWindow(window)) DestroyWindow(window);
    }
    current() = nullptr;
  }
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  HWND create(const std::string& name, DWORD style, HWND parent = nullptr, DWORD ex_style = 0,
              RECT at = {10, 20, 210, 170}, LPCWSTR class_name = kRecorded) {
    next_name_ = name;
    const HWND window =
        CreateWindowExW(ex_style, class_name, L"title", style, at.left, at.top, at.right - at.left,
                        at.bottom - at.top, parent, nullptr, nullptr, nullptr);
    next_name_.clear();
    return window;
  }

  Lines take() { return std::exchange(lines_, {}); }
  void clear() { lines_.clear(); }
  void note(const std::string& line) { lines_.push_back(std::string(depth_ * 2, ' ') + line); }

  // Runs once, when the named window next gets the message, before the default.
  void on(const std::string& name, UINT message, std::function<void(HWND, WPARAM, LPARAM)> act) {
    actions_[{name, message}] = std::move(act);
  }
  // From now on the window answers so, instead of the default.
  void answer(const std::string& name, UINT message, LRESULT result) {
    answers_[{name, message}] = result;
  }
  // Only these are written down.
  void only(std::vector<UINT> messages) { only_ = std::move(messages); }

  std::string name_of(HWND window) const {
    const auto found = names_.find(window);
    return found != names_.end() ? found->second : window == nullptr ? "null" : "?";
  }

 private:
  using Key = std::pair<std::string, UINT>;

  static Recorder*& current() {
    static Recorder* recorder = nullptr;
    return recorder;
  }

  static void register_class(LPCWSTR name, UINT style) {
    WNDCLASSW described{};
    described.lpfnWndProc = procedure;
    described.lpszClassName = name;
    described.style = style;
    described.cbWndExtra = 16;
    RegisterClassW(&described);
  }

  bool is_wanted(UINT message) const {
    if (!only_.empty()) return std::ranges::find(only_, message) != only_.end();
    switch (message) {
      case WM_NCPAINT:
      case WM_ERASEBKGND:
      case WM_PAINT:
      case WM_SYNCPAINT:
      case WM_NCHITTEST:
      case WM_SETCURSOR:
      case WM_GETICON:
        return false;
      default:
        return message < WM_IME_SETCONTEXT || message > WM_IME_KEYUP;
    }
  }

  static LRESULT CALLBACK procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
    if (current() == nullptr) return DefWindowProcW(window, message, wparam, lparam);
    return current()->record(window, message, wparam, lparam);
  }

  LRESULT record(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
    if (!next_name_.empty()) names_[window] = std::exchange(next_name_, {});
    const Key key{name_of(window), message};
    if (is_wanted(message)) note(key.first + " " + catalog::name_of(message));
    ++depth_;
    if (const auto act = actions_.find(key); act != actions_.end()) {
      const auto action = std::move(act->second);
      actions_.erase(act);
      action(window, wparam, lparam);
    }
    const auto fixed = answers_.find(key);
    const LRESULT result =
        fixed != answers_.end() ? fixed->second : DefWindowProcW(window, message, wparam, lparam);
    --depth_;
    return result;
  }

  std::map<HWND, std::string> names_;
  std::map<Key, std::function<void(HWND, WPARAM, LPARAM)>> actions_;
  std::map<Key, LRESULT> answers_;
  std::vector<UINT> only_;
  std::string next_name_;
  Lines lines_;
  std::size_t depth_ = 0;
};

}  // namespace transom::user::test
