#include "base/host_path.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace transom::base {
namespace {

TEST(HostPath, SeparatorsAndDrives) {
  EXPECT_EQ(host_path("no_such\\File.txt"), "no_such/File.txt");
  EXPECT_EQ(host_path(u"C:\\no_such\\file.txt"), "/no_such/file.txt");
  EXPECT_EQ(host_path("c:no_such.txt"), "no_such.txt");
  EXPECT_EQ(host_path("\\\\?\\D:\\no_such"), "/no_such");
  EXPECT_EQ(host_path(""), "");
}

TEST(HostPath, DevicesAreInEveryFolder) {
  EXPECT_EQ(host_path("NUL"), "/dev/null");
  EXPECT_EQ(host_path("C:\\temp\\nul"), "/dev/null");
  EXPECT_EQ(host_path("conout$"), "/dev/tty");
  EXPECT_EQ(host_path("null"), "null");
}

TEST(HostPath, ExistingNamesAreFoundInAnyCase) {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("transom_host_path" + std::to_string(getpid()));
  std::filesystem::create_directories(folder / "Data");
  std::ofstream(folder / "Data" / "Picture.BMP") << "x";
  EXPECT_EQ(host_path((folder / "DATA\\picture.bmp").string()),
            (folder / "Data/Picture.BMP").string());
  EXPECT_EQ(host_path((folder / "data\\New.txt").string()), (folder / "Data/New.txt").string());
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace transom::base
