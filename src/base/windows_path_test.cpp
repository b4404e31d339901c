// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
#include "base/windows_path.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/text.h"

namespace transom::base {
namespace {

class WindowsPath : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder / "Data");
    std::ofstream(folder / "Data" / "Picture.BMP") << "x";
  }
  void TearDown() override { std::filesystem::remove_all(folder); }

  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("transom_path" + std::to_string(getpid()));
};

TEST_F(WindowsPath, SeparatorsAndDrives) {
  const std::string here = std::filesystem::current_path().string();
  EXPECT_EQ(host_path_of("no_such\\File.txt"), here + "/no_such/File.txt");
  EXPECT_EQ(host_path_of(u"Z:\\no_such\\.\\x\\..\\file.txt"), "/no_such/file.txt");
  EXPECT_EQ(host_path_of(u"/no_such/file.txt"), "/no_such/file.txt");
  EXPECT_EQ(host_path_of("\\\\?\\Z:\\no_such"), "/no_such");
  EXPECT_EQ(host_path_of(u"C:\\no_such"), drive_root(u'c') + "/no_such");
  EXPECT_EQ(host_path_of(""), "");
  EXPECT_EQ(full_windows_path(u"/a/b"), u"Z:\\a\\b");
}

TEST_F(WindowsPath, DevicesAreInEveryFolder) {
  EXPECT_EQ(host_path_of("NUL"), "/dev/null");
  EXPECT_EQ(host_path_of("C:\\temp\\nul"), "/dev/null");
  // Dots and spaces at the end of a name do not count.
  EXPECT_EQ(host_path_of("C:\\temp\\nul. "), "/dev/null");
  EXPECT_EQ(full_windows_path(u"C:\\temp\\NUL."), u"\\\\.\\NUL");
  const std::string console = host_path_of("conout$");
  EXPECT_TRUE(console == "/dev/tty" || console == "/dev/stdout") << console;
}

TEST_F(WindowsPath, ExistingNamesAreFoundInAnyCase) {
  EXPECT_EQ(host_path_of((folder / "DATA\\picture.bmp").string()),
            (folder / "Data/Picture.BMP").string());
  EXPECT_EQ(host_path_of((folder / "data\\New.txt").string()), (folder / "Data/New.txt").string());
}

// What Linux has handed the program needs no translation, however it is spelt.
TEST_F(WindowsPath, ANarrowNameThatExistsIsTakenAsItStands) {
  const std::string odd = (folder / "caf\xC3\xA9 \\ .txt ").string();
  std::ofstream(odd) << "x";
  EXPECT_EQ(host_path_of(odd), odd);
}

TEST_F(WindowsPath, ListsOfFolders) {
  EXPECT_EQ(folders_in(u"C:\\a;;b;"), (std::vector<std::u16string>{u"C:\\a", u"b"}));
  EXPECT_EQ(folders_in(u"/usr/bin:/bin;C:\\a"),
            (std::vector<std::u16string>{u"/usr/bin", u"/bin", u"C:\\a"}));
}

}  // namespace
}  // namespace transom::base
