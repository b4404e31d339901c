// https://learn.microsoft.com/windows/win32/fileio/file-management-functions
#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/file/find_files.h"
#include "kernel32/file/profile.h"

namespace transom::kernel {
namespace {

// A folder of the test's own, which also holds the drives.
class Files : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/transom-files-XXXXXX";
    folder = mkdtemp(name);
    const char* data = getenv("XDG_DATA_HOME");
    saved = data != nullptr ? data : "";
    setenv("XDG_DATA_HOME", folder.c_str(), 1);
  }
  void TearDown() override {
    saved.empty() ? unsetenv("XDG_DATA_HOME") : setenv("XDG_DATA_HOME", saved.c_str(), 1);
    std::filesystem::remove_all(folder);
  }
  std::string path(const std::string& name) const { return folder + "/" + name; }
  HANDLE open(const std::string& name, DWORD access, DWORD disposition, DWORD share = 0) const {
    return CreateFileA(path(name).c_str(), access, share, nullptr, disposition, 0, nullptr);
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
  }

  std::string folder, saved;
};

TEST_F(Files, PathsGoThereAndBack) {
  EXPECT_EQ(base::full_windows_path(u"c:\\a\\.\\b/..\\c."), u"C:\\a\\c");
  EXPECT_EQ(base::full_windows_path(u"/usr/lib"), u"Z:\\usr\\lib");
  EXPECT_EQ(base::full_windows_path(u"C:\\.."), u"C:\\");
  EXPECT_EQ(base::host_path_of(u"Z:\\tmp"), "/tmp");
  EXPECT_EQ(base::host_path_of(u"nul"), "/dev/null");
  EXPECT_EQ(base::host_path_of(u"C:\\New\\x.txt"), folder + "/transom/c/New/x.txt");
  EXPECT_EQ(base::windows_path_of(folder + "/transom/c/New"), u"C:\\New");
  EXPECT_EQ(base::windows_path_of("/etc"), u"Z:\\etc");
}

TEST_F(Files, NamesAreFoundWithoutRegardToCase) {
  write("ReadMe.TXT", "x");
  EXPECT_EQ(GetFileAttributesA(path("README.txt").c_str()), DWORD{FILE_ATTRIBUTE_ARCHIVE});
  EXPECT_EQ(GetFileAttributesA(path("none").c_str()), INVALID_FILE_ATTRIBUTES);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_FILE_NOT_FOUND});
  EXPECT_EQ(GetFileAttributesA(path("none/none").c_str()), INVALID_FILE_ATTRIBUTES);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_PATH_NOT_FOUND});
}

TEST_F(Files, DispositionsTellWhatTheyMet) {
  EXPECT_EQ(open("a", GENERIC_READ, OPEN_EXISTING), INVALID_HANDLE_VALUE);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_FILE_NOT_FOUND});
  CloseHandle(open("a", GENERIC_WRITE, CREATE_NEW));
  EXPECT_EQ(open("a", GENERIC_WRITE, CREATE_NEW), INVALID_HANDLE_VALUE);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_FILE_EXISTS});
  CloseHandle(open("a", GENERIC_WRITE, OPEN_ALWAYS));
  const HANDLE handle = open("a", GENERIC_WRITE, CREATE_ALWAYS);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_ALREADY_EXISTS});
  CloseHandle(handle);
  EXPECT_EQ(open("", GENERIC_READ, OPEN_EXISTING), INVALID_HANDLE_VALUE);  // a folder
  EXPECT_EQ(GetLastError(), DWORD{ERROR_ACCESS_DENIED});
}

TEST_F(Files, AreReadWrittenAndCut) {
  const HANDLE handle = open("data", GENERIC_READ | GENERIC_WRITE, CREATE_NEW);
  DWORD count = 0;
  ASSERT_TRUE(WriteFile(handle, "0123456789", 10, &count, nullptr));
  EXPECT_EQ(count, 10u);
  EXPECT_EQ(SetFilePointer(handle, -4, nullptr, FILE_END), 6u);
  char text[16] = "";
  ASSERT_TRUE(ReadFile(handle, text, 16, &count, nullptr));
  EXPECT_EQ(count, 4u);
  ASSERT_TRUE(ReadFile(handle, text, 16, &count, nullptr));
  EXPECT_EQ(count, 0u);
  EXPECT_EQ(SetFilePointer(handle, -1, nullptr, FILE_BEGIN), INVALID_SET_FILE_POINTER);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_NEGATIVE_SEEK});
  SetFilePointer(handle, 3, nullptr, FILE_BEGIN);
  EXPECT_TRUE(SetEndOfFile(handle));
  EXPECT_EQ(GetFileSize(handle, nullptr), 3u);
  EXPECT_EQ(GetFileType(handle), DWORD{FILE_TYPE_DISK});
  CloseHandle(handle);
  EXPECT_FALSE(ReadFile(handle, text, 1, &count, nullptr));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_INVALID_HANDLE});
}

TEST_F(Files, SharingIsKept) {
  const HANDLE handle = open("shared", GENERIC_WRITE, CREATE_NEW, FILE_SHARE_READ);
  EXPECT_EQ(open("shared", GENERIC_READ, OPEN_EXISTING, FILE_SHARE_READ), INVALID_HANDLE_VALUE);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_SHARING_VIOLATION});
  EXPECT_FALSE(DeleteFileA(path("shared").c_str()));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_SHARING_VIOLATION});
  const HANDLE second =
      open("shared", GENERIC_READ, OPEN_EXISTING, FILE_SHARE_READ | FILE_SHARE_WRITE);
  EXPECT_NE(second, INVALID_HANDLE_VALUE);
  CloseHandle(second);
  CloseHandle(handle);
  EXPECT_TRUE(DeleteFileA(path("shared").c_str()));
}

TEST_F(Files, ReadOnlyFilesAreNotDeleted) {
  write("fixed", "x");
  EXPECT_TRUE(SetFileAttributesA(path("fixed").c_str(), FILE_ATTRIBUTE_READONLY));
  EXPECT_NE(GetFileAttributesA(path("fixed").c_str()) & FILE_ATTRIBUTE_READONLY, 0u);
  EXPECT_FALSE(DeleteFileA(path("fixed").c_str()));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_ACCESS_DENIED});
  EXPECT_TRUE(SetFileAttributesA(path("fixed").c_str(), FILE_ATTRIBUTE_NORMAL));
  EXPECT_TRUE(DeleteFileA(path("fixed").c_str()));
}

TEST_F(Files, MoveAndCopyTellWhatIsInTheWay) {
  write("a", "a");
  write("b", "b");
  EXPECT_FALSE(MoveFileA(path("a").c_str(), path("b").c_str()));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_ALREADY_EXISTS});
  EXPECT_FALSE(CopyFileA(path("a").c_str(), path("b").c_str(), TRUE));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_FILE_EXISTS});
  EXPECT_TRUE(CopyFileA(path("a").c_str(), path("b").c_str(), FALSE));
  EXPECT_TRUE(MoveFileA(path("a").c_str(), path("c").c_str()));
  EXPECT_TRUE(CreateDirectoryA(path("sub").c_str(), nullptr));
  EXPECT_FALSE(CreateDirectoryA(path("sub").c_str(), nullptr));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_ALREADY_EXISTS});
  EXPECT_TRUE(MoveFileA(path("c").c_str(), path("sub/c").c_str()));
  EXPECT_FALSE(RemoveDirectoryA(path("sub").c_str()));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_DIR_NOT_EMPTY});
}

TEST_F(Files, AreFoundByPattern) {
  write("One.txt", "1");
  write("two.TXT", "22");
  write("three", "");
  WIN32_FIND_DATAA data;
  const HANDLE search = FindFirstFileA(path("*.txt").c_str(), &data);
  ASSERT_NE(search, INVALID_HANDLE_VALUE);
  EXPECT_STREQ(data.cFileName, "One.txt");
  ASSERT_TRUE(FindNextFileA(search, &data));
  EXPECT_STREQ(data.cFileName, "two.TXT");
  EXPECT_EQ(data.nFileSizeLow, 2u);
  EXPECT_FALSE(FindNextFileA(search, &data));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_NO_MORE_FILES});
  EXPECT_TRUE(FindClose(search));
  EXPECT_FALSE(FindClose(search));
  EXPECT_EQ(FindFirstFileA(path("*.c").c_str(), &data), INVALID_HANDLE_VALUE);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_FILE_NOT_FOUND});
}

TEST(FilePatterns, KeepTheRulesOfDos) {
  EXPECT_TRUE(matches_pattern(u"three", u"*.*"));
  EXPECT_TRUE(matches_pattern(u"three", u"*."));
  EXPECT_FALSE(matches_pattern(u"a.b", u"*."));
  EXPECT_TRUE(matches_pattern(u"ab", u"a??"));
  EXPECT_FALSE(matches_pattern(u"abcd", u"a??"));
  EXPECT_TRUE(matches_pattern(u"Setup.LOG", u"s*p.lo?"));
}

TEST_F(Files, AreMapped) {
  const HANDLE handle = open("map", GENERIC_READ | GENERIC_WRITE, CREATE_NEW);
  EXPECT_EQ(CreateFileMappingA(handle, nullptr, PAGE_READWRITE, 0, 0, nullptr), nullptr);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_FILE_INVALID});
  const HANDLE mapping = CreateFileMappingA(handle, nullptr, PAGE_READWRITE, 0, 4096, nullptr);
  auto* view = static_cast<char*>(MapViewOfFile(mapping, FILE_MAP_WRITE, 0, 0, 0));
  ASSERT_NE(view, nullptr);
  CloseHandle(mapping);
  view[4095] = 'x';
  char last = 0;
  DWORD count = 0;
  SetFilePointer(handle, 4095, nullptr, FILE_BEGIN);
  ReadFile(handle, &last, 1, &count, nullptr);
  EXPECT_EQ(last, 'x');
  EXPECT_TRUE(UnmapViewOfFile(view));
  EXPECT_FALSE(UnmapViewOfFile(view));
  CloseHandle(handle);
}

TEST(FileMapping, MemoryIsSharedByName) {
  const HANDLE first =
      CreateFileMappingW(INVALID_HANDLE_VALUE, nullptr, PAGE_READWRITE, 0, 100, L"file_test");
  const HANDLE second = OpenFileMappingA(FILE_MAP_ALL_ACCESS, FALSE, "file_test");
  ASSERT_NE(second, nullptr);
  auto* a = static_cast<int*>(MapViewOfFile(first, FILE_MAP_ALL_ACCESS, 0, 0, 0));
  auto* b = static_cast<int*>(MapViewOfFile(second, FILE_MAP_READ, 0, 0, 0));
  *a = 42;
  EXPECT_EQ(*b, 42);
  UnmapViewOfFile(a);
  UnmapViewOfFile(b);
  CloseHandle(first);
  CloseHandle(second);
  EXPECT_EQ(OpenFileMappingA(FILE_MAP_READ, FALSE, "file_test"), nullptr);
}

TEST_F(Files, TemporaryNamesAreMade) {
  char name[MAX_PATH] = "";
  const UINT number = GetTempFileNameA(folder.c_str(), "test", 0, name);
  EXPECT_NE(number, 0u);
  EXPECT_NE(GetFileAttributesA(name), INVALID_FILE_ATTRIBUTES);
  char temporary[MAX_PATH] = "";
  EXPECT_GT(GetTempPathA(MAX_PATH, temporary), 0u);
  EXPECT_EQ(std::string(temporary).back(), '\\');
  EXPECT_EQ(GetTempFileNameA(path("none").c_str(), "x", 0, name), 0u);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_DIRECTORY});
}

TEST_F(Files, ProfilesKeepTheirComments) {
  const std::string ini = path("a.ini");
  write("a.ini", "; note\r\n[One]\r\nkey = \"a value\" \r\nNumber=0x1F\r\n\r\n[Two]\r\nb=2\r\n");
  char text[64];
  EXPECT_EQ(GetPrivateProfileStringA("ONE", "KEY", "", text, 64, ini.c_str()), 7u);
  EXPECT_STREQ(text, "a value");
  EXPECT_EQ(GetPrivateProfileStringA("one", "none", "default  ", text, 64, ini.c_str()), 7u);
  EXPECT_EQ(GetPrivateProfileStringA("one", "key", "", text, 4, ini.c_str()), 3u);
  EXPECT_EQ(GetPrivateProfileIntA("one", "number", 7, ini.c_str()), 31u);
  EXPECT_EQ(GetPrivateProfileSectionNamesA(text, 64, ini.c_str()), 8u);
  EXPECT_EQ(std::string(text, 9), std::string("One\0Two\0\0", 9));
  EXPECT_EQ(GetPrivateProfileSectionNamesA(text, 6, ini.c_str()), 4u);
  EXPECT_TRUE(WritePrivateProfileStringA("one", "new", "3", ini.c_str()));
  EXPECT_TRUE(WritePrivateProfileStringA("two", nullptr, nullptr, ini.c_str()));
  std::ifstream file(ini, std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}),
            "; note\r\n[One]\r\nkey = \"a value\" \r\nNumber=0x1F\r\nnew=3\r\n\r\n");
}

TEST(Drives, AreCAndZ) {
  EXPECT_EQ(GetLogicalDrives() & (1u << 2 | 1u << 25), 1u << 2 | 1u << 25);
  EXPECT_EQ(GetDriveTypeA("Z:\\"), UINT{DRIVE_FIXED});
  ULARGE_INTEGER total;
  EXPECT_TRUE(GetDiskFreeSpaceExA("Z:\\", nullptr, &total, nullptr));
  EXPECT_GT(total.QuadPart, 0u);
}

}  // namespace
}  // namespace transom::kernel
