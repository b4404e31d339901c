// Controls survive whatever is sent to them.
#include <random>

#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

using BadMessages = InputTest;

// Any message of theirs with any number, null or memory that is there.
void bombard(HWND control, UINT first, UINT last, unsigned seed) {
  static std::uint64_t memory[8192];
  std::mt19937 random(seed);
  const WPARAM numbers[] = {0, 1, 2, 3, 7, 0xFFFF, 0x10000, 0x7FFFFFFF, static_cast<WPARAM>(-1)};
  for (int step = 0; step < 3000 && IsWindow(control); ++step) {
    std::fill(std::begin(memory), std::end(memory), random() % 2 == 0 ? 0 : 0x0041'0042'0043ull);
    memory[8191] = 0;
    const UINT message = first + static_cast<UINT>(random()) % (last - first + 1);
    // These take pointers in wParam, too.
    const bool two_pointers = message == CB_GETEDITSEL || message == SBM_GETRANGE;
    const WPARAM wparam = two_pointers ? 0 : numbers[random() % std::size(numbers)];
    const bool pointer = random() % 2 == 0;
    const LPARAM lparam = pointer ? reinterpret_cast<LPARAM>(memory) : 0;
    SendMessageW(control, message, wparam, lparam);
  }
}

HWND create_control(HWND parent, LPCWSTR name, DWORD style) {
  return CreateWindowExW(0, name, L"", WS_CHILD | WS_VISIBLE | style, 10, 10, 100, 100, parent,
                         reinterpret_cast<HMENU>(5), nullptr, nullptr);
}

TEST_F(BadMessages, ListBoxesSurvive) {
  for (const DWORD style :
       {0, LBS_SORT | WS_VSCROLL, LBS_EXTENDEDSEL | LBS_MULTICOLUMN | WS_HSCROLL,
        LBS_MULTIPLESEL | LBS_OWNERDRAWVARIABLE | WS_VSCROLL,
        LBS_OWNERDRAWFIXED | LBS_NODATA | WS_VSCROLL, LBS_USETABSTOPS}) {
    const HWND list = create_control(window, L"ListBox", style);
    for (int item = 0; item < 20; ++item) {
      SendMessageW(list, LB_ADDSTRING, 0, reinterpret_cast<LPARAM>(L"text"));
    }
    bombard(list, LB_ADDSTRING, LB_GETLISTBOXINFO, style);
    pump();
    EXPECT_TRUE(DestroyWindow(list));
  }
}

TEST_F(BadMessages, ComboBoxesSurvive) {
  for (const DWORD style : {CBS_SIMPLE, CBS_DROPDOWN, CBS_DROPDOWNLIST,
                            CBS_DROPDOWNLIST | CBS_OWNERDRAWVARIABLE | CBS_SORT}) {
    const HWND combo = create_control(window, L"ComboBox", style);
    bombard(combo, CB_GETEDITSEL, CB_GETCOMBOBOXINFO, style);
    pump();
    EXPECT_TRUE(DestroyWindow(combo));
  }
}

TEST_F(BadMessages, ScrollBarsSurvive) {
  for (const DWORD style : {SBS_HORZ, SBS_VERT, SBS_SIZEBOX}) {
    const HWND bar = create_control(window, L"ScrollBar", style);
    bombard(bar, SBM_SETPOS, SBM_GETSCROLLBARINFO, style);
    pump();
    EXPECT_TRUE(DestroyWindow(bar));
  }
}

TEST_F(BadMessages, ListsSurviveBeingTinyAndHuge) {
  for (const int size : {0, 1, 3, 30000}) {
    const HWND list = create_control(window, L"ListBox", WS_VSCROLL | LBS_MULTICOLUMN);
    const HWND combo = create_control(window, L"ComboBox", CBS_DROPDOWN);
    for (const HWND each : {list, combo}) {
      SetWindowPos(each, nullptr, 0, 0, size, size, SWP_NOZORDER);
    }
    SendMessageW(list, LB_ADDSTRING, 0, reinterpret_cast<LPARAM>(L"text"));
    SendMessageW(combo, CB_SHOWDROPDOWN, TRUE, 0);
    pump();
    DestroyWindow(list);
    DestroyWindow(combo);
  }
}

}  // namespace
}  // namespace transom::user
