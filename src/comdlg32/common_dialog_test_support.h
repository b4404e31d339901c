// For tests of the common dialogs: what the user does while a modal dialog runs its own loop.
//
// Steps are done one after the other, each from a timer's tick, so that the dialog has done all
// that the step before led to.
#pragma once

#include <deque>
#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "base/windows_path.h"
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

#include <dlgs.h>

namespace transom::comdlg {

class CommonDialogTest : public user::InputTest {
 protected:
  void SetUp() override {
    InputTest::SetUp();
    self_ = this;
    timer_ = SetTimer(nullptr, 0, 10, on_timer);
  }
  void TearDown() override {
    KillTimer(nullptr, timer_);
    EXPECT_TRUE(steps_.empty()) << "the dialog ended early";
    self_ = nullptr;
    InputTest::TearDown();
  }

  void then(std::function<void()> step) { steps_.push_back(std::move(step)); }
  void then_press(WORD key, WORD with = 0) {
    then([=] {
      if (with != 0) send_key(with, true);
      strike(key);
      if (with != 0) send_key(with, false);
    });
  }
  void then_type(const std::u16string& text) {
    then([=] {
      for (const char16_t unit : text) strike_character(unit);
    });
  }
  void then_click(int id, int clicks = 1) {
    then([=] { click_at(item(id), 5, 5, clicks); });
  }

  static HWND dialog() { return GetActiveWindow(); }
  static HWND item(int id) { return GetDlgItem(dialog(), id); }
  static std::u16string text_of(HWND control) {
    WCHAR buffer[600]{};
    SendMessageW(control, WM_GETTEXT, 600, reinterpret_cast<LPARAM>(buffer));
    return base::as_char16(buffer);
  }
  static std::u16string item_text(int id) { return text_of(item(id)); }
  static void click_at(HWND control, int x, int y, int clicks = 1) {
    POINT point{x, y};
    ClientToScreen(control, &point);
    for (int i = 0; i < clicks; ++i) {
      send_mouse(MOUSEEVENTF_LEFTDOWN, point);
      send_mouse(MOUSEEVENTF_LEFTUP, point);
    }
  }
  static std::vector<std::u16string> list_items(int id) {
    std::vector<std::u16string> items;
    const LRESULT count = SendMessageW(item(id), LB_GETCOUNT, 0, 0);
    for (LRESULT i = 0; i < count; ++i) {
      WCHAR buffer[300]{};
      SendMessageW(item(id), LB_GETTEXT, static_cast<WPARAM>(i), reinterpret_cast<LPARAM>(buffer));
      items.emplace_back(base::as_char16(buffer));
    }
    return items;
  }
  // Clicks an item of a list where it is shown.
  static void click_list_item(int id, int index, int clicks = 1) {
    RECT place{};
    SendMessageW(item(id), LB_GETITEMRECT, static_cast<WPARAM>(index),
                 reinterpret_cast<LPARAM>(&place));
    click_at(item(id), static_cast<int>(place.left) + 6, static_cast<int>(place.top) + 6, clicks);
  }
  bool all_steps_done() const { return steps_.empty(); }

 private:
  static void strike_character(char16_t unit) {
    const SHORT key = VkKeyScanW(static_cast<WCHAR>(unit));
    const bool shift = (HIBYTE(key) & 1) != 0;
    if (shift) send_key(VK_SHIFT, true);
    strike(LOBYTE(key));
    if (shift) send_key(VK_SHIFT, false);
  }
  static void CALLBACK on_timer(HWND, UINT, UINT_PTR, DWORD) {
    if (self_ == nullptr) return;
    if (self_->steps_.empty()) return self_->give_up();
    const auto step = std::move(self_->steps_.front());
    self_->steps_.pop_front();
    step();
  }

  // A dialog that should have ended by now.
  void give_up() {
    if (++idle_ticks_ < 50 || dialog() == window) return;
    ADD_FAILURE() << "a dialog was left open";
    PostMessageW(dialog(), WM_CLOSE, 0, 0);
  }

  static inline CommonDialogTest* self_ = nullptr;
  std::deque<std::function<void()>> steps_;
  UINT_PTR timer_ = 0;
  int idle_ticks_ = 0;
};

// A folder with files in it, for the length of a test.
class TestFolder {
 public:
  TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "transom-XXXXXX").string();
    host_ = mkdtemp(name.data());
  }
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::current_path("/", ignored);
    std::filesystem::remove_all(host_, ignored);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  void add_file(const std::string& name) const { std::ofstream(host_ / name) << name; }
  void add_folder(const std::string& name) const {
    std::filesystem::create_directory(host_ / name);
  }
  bool has(const std::string& name) const { return std::filesystem::exists(host_ / name); }
  std::filesystem::path host() const { return host_; }
  std::u16string path(const std::u16string& name = {}) const {
    const std::u16string folder = base::windows_path_of(host_.string());
    return name.empty() ? folder : folder + u"\\" + name;
  }

 private:
  std::filesystem::path host_;
};

}  // namespace transom::comdlg
