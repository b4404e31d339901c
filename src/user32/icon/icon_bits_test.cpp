// Icons out of resource bytes and files that the program found itself.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/win32.h"

#include <shellapi.h>

namespace transom::user::test {
namespace {

using Bytes = std::vector<BYTE>;

void put(Bytes& bytes, const void* data, std::size_t size) {
  const auto* from = static_cast<const BYTE*>(data);
  bytes.insert(bytes.end(), from, from + size);
}

// A DIB of 32 bits with its mask: what an RT_ICON is.
Bytes image(int side) {
  BITMAPINFOHEADER header{};
  header.biSize = sizeof header;
  header.biWidth = side;
  header.biHeight = 2 * side;
  header.biPlanes = 1;
  header.biBitCount = 32;
  Bytes bytes;
  put(bytes, &header, sizeof header);
  bytes.resize(bytes.size() + static_cast<std::size_t>(side * side) * 4, 0xFF);
  bytes.resize(bytes.size() + static_cast<std::size_t>((side + 31) / 32 * 4 * side));
  return bytes;
}

// An RT_GROUP_ICON with images of those sides, numbered from 5 on.
Bytes group(const std::vector<BYTE>& sides) {
  Bytes bytes{0, 0, 1, 0, static_cast<BYTE>(sides.size()), 0};
  WORD number = 5;
  for (const BYTE side : sides) {
    put(bytes, std::vector<BYTE>{side, side, 0, 0, 1, 0, 32, 0, 9, 9, 0, 0}.data(), 12);
    put(bytes, &number, sizeof number);
    ++number;
  }
  return bytes;
}

SIZE size_of(HICON icon) {
  ICONINFO info{};
  BITMAP bitmap{};
  if (!GetIconInfo(icon, &info)) return {};
  GetObjectW(info.hbmColor, sizeof bitmap, &bitmap);
  DeleteObject(info.hbmColor);
  DeleteObject(info.hbmMask);
  return {bitmap.bmWidth, bitmap.bmHeight};
}

// "The icon or cursor that best fits"; without LR_DEFAULTSIZE and sizes, the first image.
TEST(IconBits, DirectoryGivesTheNearestImage) {
  Bytes directory = group({48, 16, 32});
  EXPECT_EQ(LookupIconIdFromDirectory(directory.data(), TRUE), 7);
  EXPECT_EQ(LookupIconIdFromDirectoryEx(directory.data(), TRUE, 16, 16, LR_DEFAULTCOLOR), 6);
  EXPECT_EQ(LookupIconIdFromDirectoryEx(directory.data(), TRUE, 0, 0, LR_DEFAULTCOLOR), 5);
  EXPECT_EQ(LookupIconIdFromDirectory(directory.data(), FALSE), 0);
  EXPECT_EQ(LookupIconIdFromDirectory(nullptr, TRUE), 0);
  Bytes empty = group({});
  EXPECT_EQ(LookupIconIdFromDirectory(empty.data(), TRUE), 0);
}

// "If this flag is not specified and cxDesired and cyDesired are set to zero, the function uses the
// actual resource size."
TEST(IconBits, MakeAnIconInTheSizeAskedFor) {
  Bytes bits = image(16);
  const auto size = static_cast<DWORD>(bits.size());
  const HICON own = CreateIconFromResourceEx(bits.data(), size, TRUE, 0x00030000, 0, 0, 0);
  EXPECT_EQ(size_of(own).cx, 16);
  const HICON usual = CreateIconFromResource(bits.data(), size, TRUE, 0x00030000);
  EXPECT_EQ(size_of(usual).cx, GetSystemMetrics(SM_CXICON));
  const HICON wanted = CreateIconFromResourceEx(bits.data(), size, TRUE, 0x00020000, 20, 24, 0);
  EXPECT_EQ(size_of(wanted).cy, 24);
  for (const HICON icon : {own, usual, wanted}) EXPECT_TRUE(DestroyIcon(icon));
}

TEST(IconBits, RefuseWhatIsNoImage) {
  Bytes bits = image(16);
  const auto size = static_cast<DWORD>(bits.size());
  EXPECT_EQ(CreateIconFromResource(bits.data(), size, TRUE, 0x00040000), nullptr);
  EXPECT_EQ(CreateIconFromResource(nullptr, size, TRUE, 0x00030000), nullptr);
  EXPECT_EQ(CreateIconFromResource(bits.data(), 8, TRUE, 0x00030000), nullptr);
  EXPECT_EQ(CreateIconFromResource(bits.data(), 0, FALSE, 0x00030000), nullptr);
}

class IconFiles : public testing::Test {
 protected:
  IconFiles() {
    char name[] = "/tmp/transom-icon-XXXXXX";
    close(mkstemp(name));
    path_ = name;
    const Bytes bits = image(16);
    Bytes file{0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0};
    const DWORD place[] = {static_cast<DWORD>(bits.size()), 22};
    put(file, place, sizeof place);
    put(file, bits.data(), bits.size());
    std::ofstream(path_, std::ios::binary)
        .write(reinterpret_cast<const char*>(file.data()),
               static_cast<std::streamsize>(file.size()));
  }
  ~IconFiles() override { unlink(path_.c_str()); }

  std::string path_;
};

// "If the file is an .ico file, the return value is 1."
TEST_F(IconFiles, AreCountedAndExtracted) {
  EXPECT_EQ(ExtractIconExA(path_.c_str(), -1, nullptr, nullptr, 0), 1u);
  HICON large = nullptr;
  HICON small = nullptr;
  ASSERT_EQ(ExtractIconExA(path_.c_str(), 0, &large, &small, 1), 1u);
  EXPECT_EQ(size_of(large).cx, GetSystemMetrics(SM_CXICON));
  EXPECT_EQ(size_of(small).cx, GetSystemMetrics(SM_CXSMICON));
  DestroyIcon(large);
  DestroyIcon(small);
  HICON both[2] = {};
  UINT identifiers[2] = {};
  EXPECT_EQ(PrivateExtractIconsA(path_.c_str(), 0, MAKELONG(24, 48), MAKELONG(24, 48), both,
                                 identifiers, 2, 0),
            2u);
  EXPECT_EQ(size_of(both[1]).cx, 48);
  EXPECT_EQ(identifiers[0], ~0u);
  for (const HICON icon : both) DestroyIcon(icon);
}

TEST_F(IconFiles, SayWhatIsMissing) {
  HICON icon = nullptr;
  EXPECT_EQ(ExtractIconExA("/nowhere.ico", 0, &icon, nullptr, 1), ~0u);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_FILE_NOT_FOUND));
  EXPECT_EQ(ExtractIconA(nullptr, "/nowhere.ico", 0), reinterpret_cast<HICON>(1));
  EXPECT_EQ(ExtractIconA(nullptr, path_.c_str(), 3), nullptr);
  EXPECT_EQ(PrivateExtractIconsA("/nowhere.ico", 0, 16, 16, &icon, nullptr, 1, 0), ~0u);
}

}  // namespace
}  // namespace transom::user::test
