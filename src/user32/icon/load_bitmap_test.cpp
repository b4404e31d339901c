// LoadImage and CopyImage with bitmaps.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-loadimagew
#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

#include "base/win32.h"

namespace {

// A file of two rows of two pixels with a table of four colours, upside down as usual:
//   red   grey
//   blue  white
class BitmapFile {
 public:
  explicit BitmapFile(WORD signature = 0x4D42, DWORD claimed_height = 2) {
    struct [[gnu::packed]] {
      BITMAPFILEHEADER file;
      BITMAPINFOHEADER header;
      DWORD colors[4];
      BYTE bits[8];
    } bytes{};
    bytes.file.bfType = signature;
    bytes.file.bfSize = sizeof bytes;
    bytes.file.bfOffBits = sizeof bytes - sizeof bytes.bits;
    bytes.header = {.biSize = sizeof bytes.header,
                    .biWidth = 2,
                    .biHeight = static_cast<LONG>(claimed_height),
                    .biPlanes = 1,
                    .biBitCount = 8,
                    .biClrUsed = 4};
    const DWORD colors[] = {0xFF0000, 0x808080, 0x0000FF, 0xFFFFFF};
    std::memcpy(bytes.colors, colors, sizeof colors);
    const BYTE bits[] = {2, 3, 0, 0, 0, 1, 0, 0};
    std::memcpy(bytes.bits, bits, sizeof bits);
    std::ofstream(path_, std::ios::binary)
        .write(reinterpret_cast<const char*>(&bytes), sizeof bytes);
  }
  ~BitmapFile() { std::filesystem::remove(path_); }
  BitmapFile(const BitmapFile&) = delete;
  BitmapFile& operator=(const BitmapFile&) = delete;

  HBITMAP load(UINT flags, int width = 0, int height = 0) const {
    return static_cast<HBITMAP>(
        LoadImageA(nullptr, path_.c_str(), IMAGE_BITMAP, width, height, flags | LR_LOADFROMFILE));
  }

 private:
  std::string path_ = std::filesystem::temp_directory_path() /
                      ("transom_load_bitmap_" + std::to_string(GetCurrentProcessId()) + ".bmp");
};

BITMAP described(HBITMAP bitmap) {
  BITMAP result{};
  EXPECT_NE(GetObjectW(bitmap, sizeof result, &result), 0);
  return result;
}

// Row by row from the top left; deletes the bitmap.
std::vector<COLORREF> pixels_of(HBITMAP bitmap) {
  const BITMAP size = described(bitmap);
  const HDC dc = CreateCompatibleDC(nullptr);
  const HGDIOBJ before = SelectObject(dc, bitmap);
  std::vector<COLORREF> pixels;
  for (int y = 0; y < size.bmHeight; ++y) {
    for (int x = 0; x < size.bmWidth; ++x) pixels.push_back(GetPixel(dc, x, y));
  }
  SelectObject(dc, before);
  DeleteDC(dc);
  DeleteObject(bitmap);
  return pixels;
}

constexpr COLORREF kRed = RGB(255, 0, 0), kGrey = RGB(128, 128, 128), kBlue = RGB(0, 0, 255),
                   kWhite = RGB(255, 255, 255);

// "Loads the standalone image from the file"; without LR_CREATEDIBSECTION a compatible bitmap.
TEST(LoadBitmap, AFileBecomesACompatibleBitmap) {
  const BitmapFile file;
  const HBITMAP bitmap = file.load(0);
  ASSERT_NE(bitmap, nullptr);
  EXPECT_EQ(described(bitmap).bmBits, nullptr);
  const HDC screen = GetDC(nullptr);
  EXPECT_EQ(described(bitmap).bmBitsPixel, GetDeviceCaps(screen, BITSPIXEL));
  ReleaseDC(nullptr, screen);
  EXPECT_EQ(pixels_of(bitmap), (std::vector<COLORREF>{kRed, kGrey, kBlue, kWhite}));
}

// "Causes the function to return a DIB section bitmap rather than a compatible bitmap."
TEST(LoadBitmap, ADibSectionKeepsTheFilesPixels) {
  const BitmapFile file;
  const HBITMAP bitmap = file.load(LR_CREATEDIBSECTION);
  ASSERT_NE(bitmap, nullptr);
  const BITMAP kept = described(bitmap);
  EXPECT_EQ(kept.bmBitsPixel, 8);
  ASSERT_NE(kept.bmBits, nullptr);
  EXPECT_EQ(static_cast<const BYTE*>(kept.bmBits)[0], 2);
  EXPECT_EQ(pixels_of(bitmap), (std::vector<COLORREF>{kRed, kGrey, kBlue, kWhite}));
}

TEST(LoadBitmap, IsStretchedToTheSizeAskedFor) {
  const BitmapFile file;
  for (const UINT kind : {0, LR_CREATEDIBSECTION}) {
    const auto pixels = pixels_of(file.load(kind, 4, 4));
    ASSERT_EQ(pixels.size(), 16u);
    EXPECT_EQ(pixels[0], kRed);
    EXPECT_EQ(pixels[1], kRed);
    EXPECT_EQ(pixels[3], kGrey);
    EXPECT_EQ(pixels[12], kBlue);
    EXPECT_EQ(pixels[15], kWhite);
  }
}

// "Retrieves the color value of the first pixel in the image and replaces the corresponding entry
// in the color table with the default window color."
TEST(LoadBitmap, TheFirstPixelsColourGivesWayToTheWindows) {
  const BitmapFile file;
  EXPECT_EQ(pixels_of(file.load(LR_LOADTRANSPARENT))[0], GetSysColor(COLOR_WINDOW));
  const auto both = pixels_of(file.load(LR_LOADTRANSPARENT | LR_LOADMAP3DCOLORS));
  EXPECT_EQ(both[0], GetSysColor(COLOR_3DFACE));
  EXPECT_EQ(both[1], GetSysColor(COLOR_3DSHADOW));
  EXPECT_EQ(both[2], kBlue);
}

TEST(LoadBitmap, MonochromeHasOneBit) {
  const BitmapFile file;
  const HBITMAP bitmap = file.load(LR_MONOCHROME);
  EXPECT_EQ(described(bitmap).bmBitsPixel, 1);
  DeleteObject(bitmap);
}

TEST(LoadBitmap, WhatIsNoBitmapIsRefused) {
  EXPECT_EQ(BitmapFile(0x4D43).load(0), nullptr);
  EXPECT_EQ(BitmapFile(0x4D42, 1000).load(0), nullptr);
  EXPECT_EQ(BitmapFile(0x4D42, 0x80000000).load(0), nullptr);
  SetLastError(ERROR_SUCCESS);
  EXPECT_EQ(LoadImageA(nullptr, "no such file.bmp", IMAGE_BITMAP, 0, 0, LR_LOADFROMFILE), nullptr);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_FILE_NOT_FOUND));
  EXPECT_EQ(LoadImageA(nullptr, MAKEINTRESOURCEA(1), IMAGE_BITMAP, 0, 0, LR_LOADFROMFILE), nullptr);
  EXPECT_EQ(LoadImageA(nullptr, "", 7, 0, 0, 0), nullptr);
}

// "If the hinst parameter is NULL", an OBM_ value.
TEST(LoadBitmap, WindowsHasSomeOfItsOwn) {
  constexpr WORD kClose = 32754, kCheck = 32760;
  const HBITMAP close = LoadBitmapW(nullptr, MAKEINTRESOURCEW(kClose));
  EXPECT_EQ(described(close).bmWidth, GetSystemMetrics(SM_CXSIZE));
  DeleteObject(close);
  const HBITMAP check = LoadBitmapW(nullptr, MAKEINTRESOURCEW(kCheck));
  EXPECT_EQ(described(check).bmBitsPixel, 1);
  EXPECT_EQ(described(check).bmHeight, GetSystemMetrics(SM_CYMENUCHECK));
  DeleteObject(check);
  EXPECT_EQ(LoadBitmapW(nullptr, MAKEINTRESOURCEW(1)), nullptr);
}

// "If it satisfies the criteria for the copy", LR_COPYRETURNORG gives the original back.
TEST(CopyImage, CopiesOrReturnsTheOriginal) {
  const BitmapFile file;
  const HBITMAP bitmap = file.load(LR_CREATEDIBSECTION);
  EXPECT_EQ(CopyImage(bitmap, IMAGE_BITMAP, 0, 0, LR_COPYRETURNORG), bitmap);
  const auto larger = static_cast<HBITMAP>(
      CopyImage(bitmap, IMAGE_BITMAP, 4, 0, LR_COPYRETURNORG | LR_CREATEDIBSECTION));
  ASSERT_NE(larger, nullptr);
  EXPECT_NE(larger, bitmap);
  EXPECT_NE(described(larger).bmBits, nullptr);
  EXPECT_EQ(pixels_of(larger),
            (std::vector<COLORREF>{kRed, kRed, kGrey, kGrey, kBlue, kBlue, kWhite, kWhite}));
  const auto copy = static_cast<HBITMAP>(CopyImage(bitmap, IMAGE_BITMAP, 0, 0, LR_COPYDELETEORG));
  BITMAP gone{};
  EXPECT_EQ(GetObjectW(bitmap, sizeof gone, &gone), 0);
  EXPECT_EQ(pixels_of(copy), (std::vector<COLORREF>{kRed, kGrey, kBlue, kWhite}));
}

TEST(CopyImage, IconsTakeTheSizeAskedFor) {
  const HICON icon = LoadIconW(nullptr, MAKEINTRESOURCEW(32513));
  const auto small = static_cast<HICON>(CopyImage(icon, IMAGE_ICON, 16, 16, 0));
  ICONINFO info{};
  ASSERT_TRUE(GetIconInfo(small, &info));
  EXPECT_EQ(described(info.hbmColor).bmWidth, 16);
  DeleteObject(info.hbmColor);
  DeleteObject(info.hbmMask);
  EXPECT_EQ(CopyImage(icon, IMAGE_ICON, 0, 0, LR_COPYRETURNORG), icon);
  EXPECT_TRUE(DestroyIcon(small));
}

TEST(CopyImage, WhatIsNoImageIsRefused) {
  SetLastError(ERROR_SUCCESS);
  EXPECT_EQ(CopyImage(nullptr, IMAGE_BITMAP, 0, 0, 0), nullptr);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_HANDLE));
  EXPECT_EQ(CopyImage(reinterpret_cast<HANDLE>(0x1234), IMAGE_ICON, 0, 0, 0), nullptr);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_CURSOR_HANDLE));
  EXPECT_EQ(CopyImage(GetStockObject(WHITE_BRUSH), IMAGE_BITMAP, 0, 0, 0), nullptr);
}

}  // namespace
