// Edit controls: typing, selecting, scrolling, and what the parent hears of it.
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

class EditControls : public InputTest {
 protected:
  void SetUp() override {
    InputTest::SetUp();
    font = CreateFontW(-13, 0, 0, 0, FW_NORMAL, 0, 0, 0, 0, 0, 0, 0, FIXED_PITCH, L"Courier New");
  }
  void TearDown() override {
    on_message = nullptr;
    if (IsWindow(edit)) DestroyWindow(edit);
    DeleteObject(font);
    InputTest::TearDown();
  }

  void make(DWORD style, int width = 200, int height = 30) {
    edit = CreateWindowExW(0, L"Edit", L"", WS_CHILD | WS_VISIBLE | style, 10, 10, width, height,
                           window, reinterpret_cast<HMENU>(7), nullptr, nullptr);
    SendMessageW(edit, WM_SETFONT, reinterpret_cast<WPARAM>(font), FALSE);
    SetFocus(edit);
    pump();
    log.clear();
  }

  // With the keyboard: letters, digits and blanks.
  void type(const std::string& keys) {
    for (const char key : keys) strike(static_cast<WORD>(std::toupper(key)));
    pump();
  }

  std::u16string text() const {
    std::u16string buffer(static_cast<std::size_t>(GetWindowTextLengthW(edit)) + 1, u'\0');
    const int count = GetWindowTextW(edit, reinterpret_cast<WCHAR*>(buffer.data()),
                                     static_cast<int>(buffer.size()));
    buffer.resize(static_cast<std::size_t>(count));
    return buffer;
  }
  std::pair<DWORD, DWORD> selection() const {
    DWORD begin = 0, end = 0;
    SendMessageW(edit, EM_GETSEL, reinterpret_cast<WPARAM>(&begin), reinterpret_cast<LPARAM>(&end));
    return {begin, end};
  }
  LRESULT ask(UINT message, WPARAM wparam = 0, LPARAM lparam = 0) const {
    return SendMessageW(edit, message, wparam, lparam);
  }
  void set(const WCHAR* value) {
    SetWindowTextW(edit, value);
    pump();
    log.clear();
  }
  // Any text is on the screen.
  bool has_ink() const {
    const HDC dc = GetDC(edit);
    bool found = false;
    for (int y = 0; y < 14; ++y) {
      // The caret is at the edge.
      for (int x = 5; x < 11; ++x) found = found || GetPixel(dc, x, y) == RGB(0, 0, 0);
    }
    ReleaseDC(edit, dc);
    return found;
  }
  // What the parent heard, in order.
  std::vector<int> notifications() { return notifications_of(edit, 7); }

  using Codes = std::vector<int>;
  using Range = std::pair<DWORD, DWORD>;

  HWND edit = nullptr;
  HFONT font = nullptr;
};

// https://learn.microsoft.com/windows/win32/controls/en-update: "after the control has formatted
// the text, but before it displays the text"; en-change: "after the system updates the screen".
TEST_F(EditControls, TypingTellsTheParentBeforeAndAfterItShows) {
  TRANSOM_CHECKS(EN_UPDATE);
  TRANSOM_CHECKS(EN_CHANGE);
  make(ES_AUTOHSCROLL);
  std::vector<bool> shown;
  on_message = [&](const Received& received) {
    if (received.message == WM_COMMAND) shown.push_back(has_ink());
  };
  type("a");
  EXPECT_EQ(text(), u"a");
  EXPECT_EQ(notifications(), (Codes{EN_UPDATE, EN_CHANGE}));
  EXPECT_EQ(shown, (std::vector<bool>{false, true}));
  EXPECT_EQ(ask(EM_GETMODIFY), TRUE);
}

TEST_F(EditControls, KeysMoveTheCaretAndSelect) {
  make(ES_AUTOHSCROLL);
  type("hello wide");
  press(VK_HOME);
  EXPECT_EQ(selection(), (Range{0, 0}));
  press(VK_RIGHT);
  press(VK_END, VK_SHIFT);
  EXPECT_EQ(selection(), (Range{1, 10}));
  press(VK_LEFT, VK_CONTROL);
  EXPECT_EQ(selection(), (Range{6, 6}));
  press(VK_DELETE);
  press(VK_BACK);
  EXPECT_EQ(text(), u"helloide");
}

}  // namespace
}  // namespace transom::user
