#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/shell.h"
#include "base/text.h"
#include "base/windows_path.h"

#include <shellapi.h>

namespace transom::shell {
namespace {

std::string utf8(const WCHAR* text) {
  return base::utf16_to_utf8(base::as_char16(text));
}

// https://learn.microsoft.com/windows/win32/api/shlobj_core/nf-shlobj_core-shgetfolderpathw
class Folders : public ::testing::Test {
 protected:
  void SetUp() override { setenv("XDG_DATA_HOME", data.c_str(), 1); }
  void TearDown() override {
    unsetenv("XDG_DATA_HOME");
    std::filesystem::remove_all(data);
  }
  const std::filesystem::path data =
      std::filesystem::temp_directory_path() / ("transom_folders" + std::to_string(getpid()));
};

TEST_F(Folders, HavePathsOnDriveC) {
  WCHAR path[MAX_PATH];
  EXPECT_EQ(SHGetFolderPathW(nullptr, CSIDL_WINDOWS, nullptr, 0, path), S_OK);
  EXPECT_EQ(utf8(path), "C:\\Windows");
  EXPECT_EQ(SHGetFolderPathW(nullptr, CSIDL_APPDATA, nullptr, 0, path), S_OK);
  EXPECT_TRUE(utf8(path).ends_with("\\AppData\\Roaming"));
  EXPECT_EQ(SHGetFolderPathW(nullptr, CSIDL_MYMUSIC, nullptr, 0, path), S_FALSE);
  EXPECT_EQ(SHGetFolderPathW(nullptr, CSIDL_MYMUSIC | CSIDL_FLAG_CREATE, nullptr, 0, path), S_OK);
  EXPECT_TRUE(std::filesystem::is_directory(base::host_path_of(base::as_char16(path))));
  EXPECT_EQ(SHGetFolderPathW(nullptr, CSIDL_CONTROLS, nullptr, 0, path), E_INVALIDARG);
  CHAR narrow[MAX_PATH];
  EXPECT_TRUE(SHGetSpecialFolderPathA(nullptr, narrow, CSIDL_PERSONAL, FALSE));
  EXPECT_TRUE(std::string(narrow).ends_with("\\Documents"));
}

TEST_F(Folders, AreKnownByGuids) {
  PWSTR path = nullptr;
  EXPECT_EQ(SHGetKnownFolderPath(FOLDERID_Downloads, KF_FLAG_CREATE, nullptr, &path), S_OK);
  EXPECT_TRUE(utf8(path).ends_with("\\Downloads"));
  CoTaskMemFree(path);
  const GUID nobodys{};
  EXPECT_EQ(SHGetKnownFolderPath(nobodys, 0, nullptr, &path), E_INVALIDARG);
  EXPECT_EQ(path, nullptr);
}

class Execute : public ::testing::Test {
 protected:
  void SetUp() override {
    setenv("TRANSOM_HOST", "headless", 0);
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "tool") << "#!/bin/sh\necho \"$1|$2\" > out\nexit 5\n";
    chmod((folder / "tool").c_str(), 0755);
    std::ofstream(folder / "text.txt") << "x";
  }
  void TearDown() override { std::filesystem::remove_all(folder); }
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("transom_execute" + std::to_string(getpid()));
};

TEST_F(Execute, StartsAProgramInItsFolder) {
  SHELLEXECUTEINFOA info{};
  info.cbSize = sizeof info;
  info.fMask = SEE_MASK_NOCLOSEPROCESS;
  const std::string file = (folder / "tool.exe").string();
  info.lpFile = file.c_str();
  info.lpParameters = "\"a b\" c";
  info.lpDirectory = folder.c_str();
  ASSERT_TRUE(ShellExecuteExA(&info));
  EXPECT_GT(reinterpret_cast<INT_PTR>(info.hInstApp), 32);
  EXPECT_EQ(WaitForSingleObject(info.hProcess, INFINITE), static_cast<DWORD>(WAIT_OBJECT_0));
  DWORD code = 0;
  GetExitCodeProcess(info.hProcess, &code);
  EXPECT_EQ(code, 5u);
  CloseHandle(info.hProcess);
  std::ifstream out(folder / "out");
  std::string line;
  std::getline(out, line);
  EXPECT_EQ(line, "a b|c");
}

TEST_F(Execute, SaysWhyItCannot) {
  const auto open = [&](const char* verb, const std::string& file) {
    return reinterpret_cast<INT_PTR>(
        ShellExecuteA(nullptr, verb, file.c_str(), nullptr, nullptr, SW_SHOW));
  };
  EXPECT_EQ(open("open", (folder / "none").string()), SE_ERR_FNF);
  EXPECT_EQ(open("open", (folder / "none/at/all").string()), SE_ERR_PNF);
  EXPECT_EQ(open(nullptr, (folder / "text.txt").string()), SE_ERR_NOASSOC);
  EXPECT_EQ(open("open", "https://example.org"), SE_ERR_NOASSOC);
  EXPECT_EQ(open("runas", (folder / "tool").string()), SE_ERR_ACCESSDENIED);
  CHAR found[MAX_PATH];
  EXPECT_GT(reinterpret_cast<INT_PTR>(FindExecutableA((folder / "tool.exe").c_str(), "", found)),
            32);
  EXPECT_TRUE(std::string(found).ends_with("\\tool"));
}

TEST(ShellCommandLine, ComesInOneBlock) {
  int count = 0;
  LPWSTR* arguments = CommandLineToArgvW(L"\"a b\" c \"\"", &count);
  ASSERT_EQ(count, 3);
  EXPECT_EQ(utf8(arguments[0]), "a b");
  EXPECT_EQ(utf8(arguments[2]), "");
  EXPECT_EQ(arguments[3], nullptr);
  LocalFree(arguments);
  EXPECT_EQ(CommandLineToArgvW(nullptr, &count), nullptr);
}

TEST(NotifyIcon, ThereIsNoTray) {
  NOTIFYICONDATAW data{};
  data.cbSize = sizeof data;
  EXPECT_FALSE(Shell_NotifyIconW(NIM_ADD, &data));
}

// "If the text contains a separator (#) that divides it into two parts, the function displays the
// first part in the title bar and the second part on the first line."
TEST(ShellAbout, HasATitleALineAndAText) {
  static std::vector<std::string> seen;
  const TIMERPROC look = [](HWND, UINT, UINT_PTR timer, DWORD) {
    KillTimer(nullptr, timer);
    const HWND box = GetActiveWindow();
    CHAR text[64];
    GetWindowTextA(box, text, sizeof text);
    seen.emplace_back(text);
    for (HWND each = GetWindow(box, GW_CHILD); each != nullptr;
         each = GetWindow(each, GW_HWNDNEXT)) {
      GetWindowTextA(each, text, sizeof text);
      seen.emplace_back(text);
    }
    SendMessageA(box, WM_COMMAND, IDOK, 0);
  };
  SetTimer(nullptr, 0, 10, look);
  EXPECT_TRUE(ShellAboutA(nullptr, "About it#The thing", "Made here", nullptr));
  EXPECT_EQ(seen, (std::vector<std::string>{"About it", "", "The thing", "Made here", "OK"}));
}

}  // namespace
}  // namespace transom::shell
