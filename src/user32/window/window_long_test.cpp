// What programs keep with windows and classes, and change of them.
#include "base/atom.h"
#include "user32/test_support.h"

namespace transom::user::test {
namespace {

class WindowLong : public testing::Test {
 protected:
  Recorder recorder;
  const HWND window = recorder.create("a", WS_POPUP);
};

TEST_F(WindowLong, ExtraBytesHoldWhatIsPutThere) {
  EXPECT_EQ(SetWindowLongPtrW(window, 8, 0x123456789A), 0);
  EXPECT_EQ(GetWindowLongPtrW(window, 8), 0x123456789A);
  SetLastError(0);
  EXPECT_EQ(GetWindowLongPtrW(window, 9), 0) << "reaches over the end";
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_INDEX));
  EXPECT_EQ(SetWindowLongPtrW(window, -100, 1), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_INDEX));
}

TEST_F(WindowLong, AStyleChangeAsksAndTells) {
  recorder.clear();
  recorder.on("a", WM_STYLECHANGING, [](HWND, WPARAM, LPARAM lparam) {
    reinterpret_cast<STYLESTRUCT*>(lparam)->styleNew |= WS_BORDER;
  });
  SetWindowLongW(window, GWL_STYLE, static_cast<LONG>(WS_POPUP));
  EXPECT_THAT(recorder.take(), ElementsAre("a WM_STYLECHANGING", "a WM_STYLECHANGED"));
  EXPECT_NE(GetWindowLongW(window, GWL_STYLE) & WS_BORDER, 0);
}

TEST_F(WindowLong, OtherValuesAreAnswered) {
  SetWindowLongPtrW(window, GWLP_USERDATA, 42);
  EXPECT_EQ(GetWindowLongPtrW(window, GWLP_USERDATA), 42);
  const HWND child = recorder.create("c", WS_CHILD, window);
  EXPECT_EQ(SetWindowLongPtrW(child, GWLP_ID, 7), 0);
  EXPECT_EQ(GetDlgCtrlID(child), 7);
  EXPECT_EQ(GetWindowLongPtrW(child, GWLP_HWNDPARENT), reinterpret_cast<LONG_PTR>(window));
}

WNDPROC old_procedure;
std::string seen;

LRESULT CALLBACK ansi_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  if (message == WM_SETTEXT) seen = reinterpret_cast<const char*>(lparam);
  return CallWindowProcA(old_procedure, window, message, wparam, lparam);
}

TEST_F(WindowLong, AnAnsiSubclassOfAUnicodeWindowGetsAnsiText) {
  old_procedure = reinterpret_cast<WNDPROC>(
      SetWindowLongPtrA(window, GWLP_WNDPROC, reinterpret_cast<LONG_PTR>(ansi_procedure)));
  EXPECT_FALSE(IsWindowUnicode(window));
  SetWindowTextW(window, L"caf\u00e9");
  EXPECT_EQ(seen, "caf\xE9");
  WCHAR text[16];
  EXPECT_EQ(GetWindowTextW(window, text, 16), 4);
  EXPECT_EQ(text[3], 0xE9);
  SetWindowLongPtrA(window, GWLP_WNDPROC, reinterpret_cast<LONG_PTR>(old_procedure));
  EXPECT_TRUE(IsWindowUnicode(window));
}

TEST_F(WindowLong, ClassValuesAreForAllWindowsOfTheClass) {
  const HWND other = recorder.create("b", WS_POPUP);
  const ULONG_PTR old = SetClassLongPtrW(window, GCLP_HBRBACKGROUND, 6);
  EXPECT_EQ(GetClassLongPtrW(other, GCLP_HBRBACKGROUND), 6u);
  SetClassLongPtrW(window, GCLP_HBRBACKGROUND, static_cast<LONG_PTR>(old));
  EXPECT_EQ(GetClassLongW(window, GCL_CBWNDEXTRA), 16u);
  EXPECT_EQ(GetClassLongW(window, GCW_ATOM), GetClassWord(window, GCW_ATOM));
}

TEST_F(WindowLong, MoreExtraBytesAreForNewWindowsOnly) {
  SetClassLongW(window, GCL_CBWNDEXTRA, 64);
  SetLastError(0);
  EXPECT_EQ(SetWindowLongPtrW(window, 56, 1), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_INDEX));
  const HWND fresh = recorder.create("b", WS_POPUP);
  SetWindowLongPtrW(fresh, 56, 5);
  EXPECT_EQ(GetWindowLongPtrW(fresh, 56), 5);
  SetClassLongW(window, GCL_CBWNDEXTRA, 16);
}

TEST_F(WindowLong, PropertiesAreFoundByNameAndAtomAndGoWithRemoval) {
  const HANDLE data = reinterpret_cast<HANDLE>(0x55);
  EXPECT_TRUE(SetPropW(window, L"Colour", data));
  EXPECT_EQ(GetPropA(window, "colour"), data) << "names are without regard to case";
  const ATOM atom = base::global_atoms().find(u"Colour");
  EXPECT_EQ(GetPropW(window, MAKEINTRESOURCEW(atom)), data);
  EXPECT_EQ(RemovePropW(window, L"Colour"), data);
  EXPECT_EQ(GetPropW(window, L"Colour"), nullptr);
  EXPECT_EQ(base::global_atoms().find(u"Colour"), 0);
}

TEST_F(WindowLong, EnumerationMayRemoveAndAnswersTheLastResult) {
  EXPECT_EQ(EnumPropsW(window, [](HWND, LPCWSTR, HANDLE) -> WINBOOL { return TRUE; }), -1);
  SetPropW(window, L"One", window);
  SetPropW(window, L"Two", window);
  const auto remove = [](HWND each, LPWSTR name, HANDLE, ULONG_PTR count) -> WINBOOL {
    ++*reinterpret_cast<int*>(count);
    RemovePropW(each, name);
    return TRUE;
  };
  int count = 0;
  EXPECT_EQ(EnumPropsExW(window, remove, reinterpret_cast<LPARAM>(&count)), TRUE);
  EXPECT_EQ(count, 2);
  EXPECT_EQ(GetPropW(window, L"One"), nullptr);
}

}  // namespace
}  // namespace transom::user::test
