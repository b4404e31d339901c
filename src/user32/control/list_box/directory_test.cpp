// File names in lists.

#include "user32/control/list_box/list_box_test_support.h"

namespace transom::user {
namespace {

class ListDirectory : public ListTest {
 protected:
  void SetUp() override {
    ListTest::SetUp();
    WCHAR before[MAX_PATH * 2];
    GetCurrentDirectoryW(MAX_PATH * 2, before);
    before_ = base::as_char16(before);
    WCHAR temporary[MAX_PATH];
    GetTempPathW(MAX_PATH, temporary);
    folder = std::u16string(base::as_char16(temporary)) + u"transom-list-" +
             base::to_utf16(std::to_string(GetCurrentProcessId()));
    CreateDirectoryW(base::as_wchar(folder), nullptr);
    CreateDirectoryW(base::as_wchar(folder + u"\\sub"), nullptr);
    for (const char16_t* name : {u"b.txt", u"a.txt", u"plain", u"c.cpp"}) touch(name);
    SetCurrentDirectoryW(base::as_wchar(folder));
    make(0);
  }
  void TearDown() override {
    SetCurrentDirectoryW(base::as_wchar(before_));
    for (const char16_t* name : {u"b.txt", u"a.txt", u"plain", u"c.cpp"}) {
      DeleteFileW(base::as_wchar(folder + u"\\" + name));
    }
    RemoveDirectoryW(base::as_wchar(folder + u"\\sub"));
    RemoveDirectoryW(base::as_wchar(folder));
    ListTest::TearDown();
  }
  void touch(const char16_t* name) {
    CloseHandle(CreateFileW(base::as_wchar(folder + u"\\" + name), GENERIC_WRITE, 0, nullptr,
                            CREATE_ALWAYS, 0, nullptr));
  }

  std::u16string folder;

 private:
  std::u16string before_;
};

using Texts = std::vector<std::u16string>;

// https://learn.microsoft.com/windows/win32/controls/lb-dir
TEST_F(ListDirectory, FilesDirectoriesAndDrivesAreListed) {
  send(LB_DIR, DDL_DIRECTORY, reinterpret_cast<LPARAM>(u"*"));
  EXPECT_EQ(texts(), (Texts{u"a.txt", u"b.txt", u"c.cpp", u"plain", u"[..]", u"[sub]"}));
  send(LB_RESETCONTENT);
  EXPECT_EQ(send(LB_DIR, 0, reinterpret_cast<LPARAM>(u"*.txt")), 1);
  EXPECT_EQ(texts(), (Texts{u"a.txt", u"b.txt"}));
  send(LB_RESETCONTENT);
  send(LB_DIR, DDL_DRIVES | DDL_EXCLUSIVE, reinterpret_cast<LPARAM>(u"*"));
  EXPECT_EQ(text(0), u"[-c-]");
  EXPECT_EQ(send(LB_DIR, 0, reinterpret_cast<LPARAM>(u"*.none")), LB_ERR);
}

// https://learn.microsoft.com/windows/win32/controls/lb-addfile
TEST_F(ListDirectory, AFileIsAddedInItsPlace) {
  send(LB_DIR, DDL_DIRECTORY, reinterpret_cast<LPARAM>(u"*.txt"));
  EXPECT_EQ(send(LB_ADDFILE, 0, reinterpret_cast<LPARAM>(u"plain")), 2);
  EXPECT_EQ(send(LB_ADDFILE, 0, reinterpret_cast<LPARAM>(u"missing")), LB_ERR);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dlgdirlistw
TEST_F(ListDirectory, DlgDirListEntersTheDirectoryAndLeavesThePattern) {
  WCHAR path[MAX_PATH] = L"sub\\*.txt";
  EXPECT_TRUE(DlgDirListW(window, path, kId, 0, DDL_DIRECTORY));
  EXPECT_STREQ(base::utf16_to_utf8(base::as_char16(path)).c_str(), "*.txt");
  EXPECT_EQ(texts(), Texts{u"[..]"});
  char up[MAX_PATH] = "..";
  EXPECT_TRUE(DlgDirListA(window, up, kId, 0, 0));
  EXPECT_STREQ(up, "*");
  EXPECT_EQ(send(LB_GETCOUNT), 4);
  char pattern[MAX_PATH] = "*.txt";
  EXPECT_TRUE(DlgDirListA(window, pattern, kId, 0, DDL_DIRECTORY));
  EXPECT_EQ(texts(), (Texts{u"a.txt", u"b.txt", u"[..]", u"[sub]"}));
  char file[MAX_PATH] = "a.txt";
  EXPECT_FALSE(DlgDirListA(window, file, kId, 0, 0));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_NO_WILDCARD_CHARACTERS));
  EXPECT_FALSE(DlgDirListA(nullptr, file, kId, 0, 0));
  EXPECT_FALSE(DlgDirListA(window, nullptr, kId, 0, 0));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dlgdirselectexw
TEST_F(ListDirectory, TheSelectionIsReadyForAPath) {
  send(LB_DIR, DDL_DIRECTORY | DDL_DRIVES, reinterpret_cast<LPARAM>(u"*"));
  const auto selection = [&](const char16_t* item) {
    EXPECT_GE(find(LB_SELECTSTRING, -1, item), 0);
    char path[MAX_PATH] = "unchanged";
    const bool directory = DlgDirSelectExA(window, path, MAX_PATH, kId);
    return std::string(path) + (directory ? " (directory)" : "");
  };
  EXPECT_EQ(selection(u"a.txt"), "a.txt");
  EXPECT_EQ(selection(u"plain"), "plain.");
  EXPECT_EQ(selection(u"[sub"), "sub\\ (directory)");
  EXPECT_EQ(selection(u"[-c"), "c: (directory)");
  send(LB_SETCURSEL, static_cast<WPARAM>(-1));
  WCHAR path[4] = L"old";
  EXPECT_FALSE(DlgDirSelectExW(window, path, 4, kId));
  EXPECT_EQ(path[0], L'o');
  find(LB_SELECTSTRING, -1, u"a.txt");
  DlgDirSelectExW(window, path, 3, kId);
  EXPECT_EQ(std::u16string(base::as_char16(path)), u"a.");
}

}  // namespace
}  // namespace transom::user
