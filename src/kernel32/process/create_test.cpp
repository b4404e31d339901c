// https://learn.microsoft.com/windows/win32/procthread/creating-processes
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "base/win32.h"
#include "base/windows_path.h"
#include "kernel32/process/command_line.h"
#include "kernel32/process/creator.h"

namespace transom::kernel {
namespace {

using Words = std::vector<std::u16string>;

// https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
TEST(CommandLineParts, FollowTheRunTimesRules) {
  EXPECT_EQ(split_command_line(u"\"C:\\a b\\p.exe\" one  two"),
            (Words{u"C:\\a b\\p.exe", u"one", u"two"}));
  EXPECT_EQ(split_command_line(u"p \"a b c\" d e"), (Words{u"p", u"a b c", u"d", u"e"}));
  EXPECT_EQ(split_command_line(u"p \"ab\\\"c\" \"\\\\\" d"), (Words{u"p", u"ab\"c", u"\\", u"d"}));
  EXPECT_EQ(split_command_line(u"p a\\\\\\b d\"e f\"g h"),
            (Words{u"p", u"a\\\\\\b", u"de fg", u"h"}));
  EXPECT_EQ(split_command_line(u"p a\\\\\\\"b c"), (Words{u"p", u"a\\\"b", u"c"}));
  EXPECT_EQ(split_command_line(u"p a\\\\\\\\\"b c\" d e"), (Words{u"p", u"a\\\\b c", u"d", u"e"}));
  EXPECT_EQ(split_command_line(u"p a\"b\"\" c d"), (Words{u"p", u"ab\" c d"}));
  EXPECT_EQ(split_command_line(u"p \"\" x"), (Words{u"p", u"", u"x"}));
  const Words hard = {u"p", u"a b\\", u"say \"hi\"", u"\\\\\"", u""};
  EXPECT_EQ(split_command_line(join_command_line(hard)), hard);
}

class CreateProcessTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder / "sub dir");
    script("sub dir/tool.exe", "echo \"$#:$1:$2\" > \"$OUT\"; exit 7");
    setenv("OUT", (folder / "out").c_str(), 1);
  }
  void TearDown() override {
    std::filesystem::remove_all(folder);
    for (const HANDLE handle : {information.hProcess, information.hThread}) {
      if (handle != nullptr) CloseHandle(handle);
    }
  }

  void script(const char* name, const std::string& text, mode_t mode = 0755) {
    std::ofstream(folder / name) << "#!/bin/sh\n" << text << "\n";
    chmod((folder / name).c_str(), mode);
  }
  bool start(std::string line, DWORD flags = 0, void* environment = nullptr,
             const char* directory = nullptr) {
    STARTUPINFOA startup{};
    startup.cb = sizeof startup;
    return CreateProcessA(nullptr, line.data(), nullptr, nullptr, FALSE, flags, environment,
                          directory, &startup, &information);
  }
  DWORD exit_code() {
    EXPECT_EQ(WaitForSingleObject(information.hProcess, INFINITE),
              static_cast<DWORD>(WAIT_OBJECT_0));
    DWORD code = 0;
    EXPECT_TRUE(GetExitCodeProcess(information.hProcess, &code));
    return code;
  }
  std::string output() {
    std::ifstream file(folder / "out");
    std::string line;
    std::getline(file, line);
    return line;
  }

  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("transom_create" + std::to_string(getpid()));
  PROCESS_INFORMATION information{};
};

TEST_F(CreateProcessTest, RunsAProgramWithItsArguments) {
  ASSERT_TRUE(start("\"" + (folder / "sub dir/tool").string() + "\" \"one two\" three"));
  EXPECT_EQ(exit_code(), 7u);
  EXPECT_EQ(output(), "2:one two:three");
  EXPECT_EQ(WaitForSingleObject(information.hThread, 0), static_cast<DWORD>(WAIT_OBJECT_0));
}

// "c:\program files\sub dir\program name": the first prefix that names a program is taken. The
// program itself takes the line apart at each blank, as it does on Windows.
TEST_F(CreateProcessTest, AnUnquotedPathMayHaveBlanks) {
  ASSERT_TRUE(start((folder / "sub dir\\TOOL.EXE").string() + " x"));
  EXPECT_EQ(exit_code(), 7u);
  EXPECT_EQ(output(), "2:dir\\TOOL.EXE:x");
}

TEST_F(CreateProcessTest, FolderAndEnvironmentAreTheNewProcesss) {
  script("where", "echo \"$(pwd) $OUT_OF_BLOCK\" > \"$OUT\"");
  const std::string out = "OUT=" + (folder / "out").string();
  std::string block = out + '\0' + "OUT_OF_BLOCK=seen" + '\0' + "PATH=/usr/bin:/bin" + '\0';
  ASSERT_TRUE(start((folder / "where").string(), 0, block.data(), (folder / "SUB dir").c_str()));
  EXPECT_EQ(exit_code(), 0u);
  EXPECT_EQ(output(), (folder / "sub dir").string() + " seen");
}

TEST_F(CreateProcessTest, StandardHandlesReachIt) {
  script("say", "echo out; echo err >&2; cat");
  const auto open = [&](const char* name, DWORD access, DWORD how) {
    return CreateFileA((folder / name).c_str(), access, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                       how, 0, nullptr);
  };
  std::ofstream(folder / "in") << "from in\n";
  STARTUPINFOW startup{};
  startup.cb = sizeof startup;
  startup.dwFlags = STARTF_USESTDHANDLES;
  startup.hStdInput = open("in", GENERIC_READ, OPEN_EXISTING);
  startup.hStdOutput = startup.hStdError = open("out", GENERIC_WRITE, CREATE_ALWAYS);
  std::u16string line = base::utf8_to_utf16((folder / "say").string());
  ASSERT_TRUE(CreateProcessW(nullptr, base::as_wchar(line.data()), nullptr, nullptr, TRUE, 0,
                             nullptr, nullptr, &startup, &information));
  EXPECT_EQ(exit_code(), 0u);
  CloseHandle(startup.hStdInput);
  CloseHandle(startup.hStdOutput);
  std::ifstream file(folder / "out");
  const std::string all{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(all, "out\nerr\nfrom in\n");
}

TEST_F(CreateProcessTest, SuspendedUntilItsThreadIsResumed) {
  ASSERT_TRUE(start("\"" + (folder / "sub dir/tool").string() + "\"", CREATE_SUSPENDED));
  usleep(20'000);
  EXPECT_FALSE(std::filesystem::exists(folder / "out"));
  EXPECT_EQ(ResumeThread(information.hThread), 1u);
  EXPECT_EQ(exit_code(), 7u);
  EXPECT_TRUE(std::filesystem::exists(folder / "out"));
}

TEST_F(CreateProcessTest, TerminatedItHasTheCodeThatWasAsked) {
  script("long", "exec sleep 100");
  ASSERT_TRUE(start((folder / "long").string()));
  DWORD code = 0;
  EXPECT_TRUE(GetExitCodeProcess(information.hProcess, &code));
  EXPECT_EQ(code, static_cast<DWORD>(STILL_ACTIVE));
  const HANDLE opened = OpenProcess(PROCESS_ALL_ACCESS, FALSE, information.dwProcessId);
  EXPECT_TRUE(TerminateProcess(information.hProcess, 0x12345));
  EXPECT_EQ(exit_code(), 0x12345u);
  EXPECT_EQ(WaitForSingleObject(opened, INFINITE), static_cast<DWORD>(WAIT_OBJECT_0));
  EXPECT_EQ(WaitForInputIdle(information.hProcess, 0), static_cast<DWORD>(WAIT_FAILED));
  CloseHandle(opened);
}

TEST_F(CreateProcessTest, FailuresHaveTheirLastErrors) {
  EXPECT_FALSE(start((folder / "none").string()));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_FILE_NOT_FOUND));
  EXPECT_FALSE(start((folder / "none/tool").string()));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_PATH_NOT_FOUND));
  script("text.txt", "", 0644);
  EXPECT_FALSE(start((folder / "text.txt").string()));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_BAD_EXE_FORMAT));
  std::ofstream(folder / "windows.exe") << "MZ\x90";
  chmod((folder / "windows.exe").c_str(), 0755);
  EXPECT_FALSE(start((folder / "windows.exe").string()));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_BAD_EXE_FORMAT));
  EXPECT_FALSE(start("\"" + (folder / "sub dir/tool").string() + "\"", 0, nullptr, "/no/where"));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_DIRECTORY));
  EXPECT_FALSE(start(""));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
  EXPECT_EQ(WinExec("none", SW_SHOW), static_cast<UINT>(ERROR_FILE_NOT_FOUND));
  EXPECT_EQ(OpenProcess(PROCESS_ALL_ACCESS, FALSE, 0), nullptr);
}

// What a process of Transom's does, run by the test below.
TEST(CreatedProcess, DISABLED_WaitsForInputAndEnds) {
  STARTUPINFOW startup;
  GetStartupInfoW(&startup);
  ASSERT_EQ(startup.dwFlags, static_cast<DWORD>(STARTF_USESHOWWINDOW));
  SetTimer(nullptr, 0, 10, nullptr);
  MSG message;
  ASSERT_TRUE(GetMessageW(&message, nullptr, 0, 0));
  ExitProcess(0xC0DE0000u | startup.wShowWindow);
}

TEST_F(CreateProcessTest, TheCreatorHearsOfIdlenessAndOfTheWholeExitCode) {
  STARTUPINFOW startup{};
  startup.cb = sizeof startup;
  startup.dwFlags = STARTF_USESHOWWINDOW;
  startup.wShowWindow = SW_SHOWMINNOACTIVE;
  const std::u16string program =
      base::utf8_to_utf16(std::filesystem::read_symlink("/proc/self/exe").string());
  std::u16string line = u'"' + program +
                        u"\" --gtest_also_run_disabled_tests --gtest_brief=1"
                        u" --gtest_filter=CreatedProcess.DISABLED_WaitsForInputAndEnds";
  ASSERT_TRUE(CreateProcessW(base::as_wchar(program), base::as_wchar(line.data()), nullptr, nullptr,
                             FALSE, 0, nullptr, nullptr, &startup, &information));
  EXPECT_EQ(WaitForInputIdle(information.hProcess, INFINITE), 0u);
  EXPECT_EQ(exit_code(), 0xC0DE0000u | SW_SHOWMINNOACTIVE);
}

}  // namespace
}  // namespace transom::kernel
