// Handles that are none, stale or another kind's, for each function that takes one.
// https://learn.microsoft.com/windows/win32/sysinfo/handle-limitations
#include <gtest/gtest.h>

#include <string>

#include "tests/bad_input/bad_input.h"
#include "tests/bad_input/stage.h"

namespace transom::bad_input {
namespace {

#define BAD(function, arguments, result, error)                                         \
  {#function,                                                                           \
   #arguments,                                                                          \
   []([[maybe_unused]] Bad bad) { return answer([&] { return function arguments; }); }, \
   static_cast<long long>(result),                                                      \
   static_cast<long>(error),                                                            \
   true},
#define BAD_BUT_NULL(function, arguments, result, error)                                \
  {#function,                                                                           \
   #arguments,                                                                          \
   []([[maybe_unused]] Bad bad) { return answer([&] { return function arguments; }); }, \
   static_cast<long long>(result),                                                      \
   static_cast<long>(error),                                                            \
   false},

#define BAD_WAITS BAD_BUT_NULL

namespace windows {
using Bad = HWND;
const Row<HWND> rows[] = {
#include "tests/bad_input/windows.inc"
};
}  // namespace windows
namespace menus {
using Bad = HMENU;
const Row<HMENU> rows[] = {
#include "tests/bad_input/menus.inc"
};
}  // namespace menus
namespace contexts {
using Bad = HDC;
const Row<HDC> rows[] = {
#include "tests/bad_input/contexts.inc"
};
}  // namespace contexts
namespace objects {
using Bad = HANDLE;
const Row<HANDLE> rows[] = {
#include "tests/bad_input/objects.inc"
};
}  // namespace objects

template <class Handle>
void check(const Row<Handle>& row, Handle bad, const char* which) {
  describe_call(row.function, row.arguments, which);
  SetLastError(kNoError);
  const Answer got = row.call(bad);
  const long error = static_cast<long>(GetLastError());
  if (!got.is_void) {
    EXPECT_EQ(got.result, row.result) << row.function << row.arguments << ", bad: " << which;
  }
  if (row.error != kAnyError) {
    EXPECT_EQ(error, row.error) << row.function << row.arguments << ", bad: " << which;
  }
}

template <class Handle, std::size_t kCount>
void check_all(const Row<Handle> (&rows)[kCount], Handle stale, Handle foreign) {
  for (const Row<Handle>& row : rows) {
    if (row.null_too) check<Handle>(row, nullptr, "null");
    check(row, stale, "stale");
    check(row, foreign, "another kind's");
    check(row, reinterpret_cast<Handle>(std::intptr_t{0x7FFF'1234'5678}), "no handle at all");
  }
}

TEST_F(BadInput, Windows) {
  check_all(windows::rows, stale_window, reinterpret_cast<HWND>(menu));
}

// Documented: what owns no popups is its own last active one.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getlastactivepopup
TEST_F(BadInput, LastActivePopup) {
  for (const HWND bad : {HWND{}, stale_window, reinterpret_cast<HWND>(menu)}) {
    SetLastError(kNoError);
    EXPECT_EQ(GetLastActivePopup(bad), bad);
    EXPECT_EQ(GetLastError(), DWORD{ERROR_INVALID_WINDOW_HANDLE});
  }
}

TEST_F(BadInput, Menus) {
  check_all(menus::rows, stale_menu, reinterpret_cast<HMENU>(window));
}

TEST_F(BadInput, Contexts) {
  check_all(contexts::rows, stale_dc, reinterpret_cast<HDC>(brush));
}

TEST_F(BadInput, Objects) {
  check_all<HANDLE>(objects::rows, stale_object, window);
}

}  // namespace
}  // namespace transom::bad_input
