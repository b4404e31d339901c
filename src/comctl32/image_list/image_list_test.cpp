#include "comctl32/image_list/image_list.h"

#include <gtest/gtest.h>

namespace transom::comctl {
namespace {

// A bitmap of squares side by side, each of one colour.
HBITMAP squares(int size, std::initializer_list<COLORREF> colors) {
  const HDC screen = GetDC(nullptr);
  const HDC dc = CreateCompatibleDC(screen);
  const HBITMAP bitmap =
      CreateCompatibleBitmap(screen, size * static_cast<int>(colors.size()), size);
  const HGDIOBJ before = SelectObject(dc, bitmap);
  RECT square{0, 0, size, size};
  for (const COLORREF color : colors) {
    const HBRUSH brush = CreateSolidBrush(color);
    FillRect(dc, &square, brush);
    DeleteObject(brush);
    OffsetRect(&square, size, 0);
  }
  SelectObject(dc, before);
  DeleteDC(dc);
  ReleaseDC(nullptr, screen);
  return bitmap;
}

class ImageListTest : public ::testing::Test {
 protected:
  void SetUp() override {
    setenv("TRANSOM_HOST", "headless", 0);
    target_ = squares(32, {kBackground});
    dc = CreateCompatibleDC(nullptr);
    SelectObject(dc, target_);
  }
  void TearDown() override {
    DeleteDC(dc);
    DeleteObject(target_);
  }
  COLORREF at(int x, int y) const { return GetPixel(dc, x, y); }

  static constexpr COLORREF kBackground = RGB(10, 20, 30);
  static constexpr COLORREF kRed = RGB(255, 0, 0);
  static constexpr COLORREF kGreen = RGB(0, 255, 0);
  static constexpr COLORREF kBlue = RGB(0, 0, 255);
  HDC dc = nullptr;

 private:
  HBITMAP target_ = nullptr;
};

TEST_F(ImageListTest, ABitmapIsCutIntoPictures) {
  const HIMAGELIST list = ImageList_Create(8, 8, ILC_COLOR24, 0, 4);
  const HBITMAP bitmap = squares(8, {kRed, kGreen, kBlue});
  EXPECT_EQ(ImageList_Add(list, bitmap, nullptr), 0);
  EXPECT_EQ(ImageList_GetImageCount(list), 3);
  EXPECT_TRUE(ImageList_Draw(list, 1, dc, 4, 4, ILD_NORMAL));
  EXPECT_EQ(at(4, 4), kGreen);
  EXPECT_EQ(at(11, 11), kGreen);
  EXPECT_EQ(at(12, 12), kBackground);
  EXPECT_FALSE(ImageList_Draw(list, 3, dc, 0, 0, ILD_NORMAL));
  int width = 0, height = 0;
  EXPECT_TRUE(ImageList_GetIconSize(list, &width, &height));
  EXPECT_EQ(width, 8);
  EXPECT_TRUE(ImageList_Destroy(list));
  EXPECT_FALSE(ImageList_Destroy(list));
  DeleteObject(bitmap);
}

// "The color used to generate the mask. Each pixel of this color is changed to black and masked."
TEST_F(ImageListTest, AColourBecomesTransparent) {
  const HIMAGELIST list = ImageList_Create(8, 8, ILC_COLOR24 | ILC_MASK, 0, 4);
  const HBITMAP bitmap = squares(4, {kRed, kGreen});
  EXPECT_EQ(ImageList_AddMasked(list, bitmap, kRed), 0);
  EXPECT_EQ(ImageList_GetImageCount(list), 1);
  ImageList_Draw(list, 0, dc, 0, 0, ILD_TRANSPARENT);
  EXPECT_EQ(at(1, 1), kBackground);
  EXPECT_EQ(at(5, 1), kGreen);
  ImageList_SetBkColor(list, kBlue);
  ImageList_Draw(list, 0, dc, 0, 0, ILD_NORMAL);
  EXPECT_EQ(at(1, 1), kBlue);
  ImageList_Draw(list, 0, dc, 0, 0, ILD_MASK);
  EXPECT_EQ(at(1, 1), RGB(255, 255, 255));
  EXPECT_EQ(at(5, 1), RGB(0, 0, 0));
  ImageList_Destroy(list);
  DeleteObject(bitmap);
}

TEST_F(ImageListTest, OverlaysAndBlends) {
  const HIMAGELIST list = ImageList_Create(8, 8, ILC_COLOR24 | ILC_MASK, 0, 4);
  const HBITMAP bitmap = squares(8, {kRed});
  const HBITMAP half = squares(4, {RGB(1, 2, 3), kGreen});
  ImageList_Add(list, bitmap, nullptr);
  ImageList_AddMasked(list, half, RGB(1, 2, 3));
  EXPECT_TRUE(ImageList_SetOverlayImage(list, 1, 1));
  EXPECT_FALSE(ImageList_SetOverlayImage(list, 1, 16));
  ImageList_Draw(list, 0, dc, 0, 0, ILD_TRANSPARENT | INDEXTOOVERLAYMASK(1));
  EXPECT_EQ(at(1, 1), kRed);
  EXPECT_EQ(at(5, 1), kGreen);
  ImageList_DrawEx(list, 0, dc, 0, 0, 0, 0, CLR_NONE, kBlue, ILD_TRANSPARENT | ILD_BLEND50);
  EXPECT_EQ(at(1, 1), RGB(127, 0, 127));
  ImageList_Destroy(list);
  DeleteObject(bitmap);
  DeleteObject(half);
}

TEST_F(ImageListTest, PicturesAreReplacedRemovedSwappedAndMerged) {
  const HIMAGELIST list = ImageList_Create(8, 8, ILC_COLOR24 | ILC_MASK, 0, 4);
  const HBITMAP bitmap = squares(8, {kRed, kGreen, kBlue});
  ImageList_Add(list, bitmap, nullptr);
  EXPECT_TRUE(ImageList_Copy(list, 0, list, 2, ILCF_SWAP));
  ImageList_Draw(list, 0, dc, 0, 0, ILD_NORMAL);
  EXPECT_EQ(at(0, 0), kBlue);
  const HIMAGELIST merged = ImageList_Merge(list, 0, list, 1, 4, 4);
  int width = 0, height = 0;
  ImageList_GetIconSize(merged, &width, &height);
  EXPECT_EQ(width, 12);
  ImageList_Draw(merged, 0, dc, 0, 0, ILD_TRANSPARENT);
  EXPECT_EQ(at(3, 3), kBlue);
  EXPECT_EQ(at(11, 11), kGreen);
  EXPECT_TRUE(ImageList_Remove(list, 1));
  EXPECT_EQ(ImageList_GetImageCount(list), 2);
  IMAGEINFO info{};
  EXPECT_TRUE(ImageList_GetImageInfo(list, 1, &info));
  EXPECT_EQ(info.rcImage.top, 8);
  EXPECT_NE(info.hbmMask, nullptr);
  EXPECT_TRUE(ImageList_Remove(list, -1));
  EXPECT_EQ(ImageList_GetImageCount(list), 0);
  ImageList_Destroy(merged);
  ImageList_Destroy(list);
  DeleteObject(bitmap);
}

TEST_F(ImageListTest, IconsGoInAndComeOut) {
  const HIMAGELIST list = ImageList_Create(16, 16, ILC_COLOR32 | ILC_MASK, 0, 4);
  EXPECT_EQ(ImageList_ReplaceIcon(list, -1, LoadIconW(nullptr, MAKEINTRESOURCEW(32513))), 0);
  EXPECT_EQ(ImageList_ReplaceIcon(list, 5, LoadIconW(nullptr, MAKEINTRESOURCEW(32513))), -1);
  const HICON icon = ImageList_GetIcon(list, 0, ILD_NORMAL);
  EXPECT_NE(icon, nullptr);
  EXPECT_TRUE(DestroyIcon(icon));
  ImageList_Destroy(list);
}

TEST_F(ImageListTest, DeadAndAbsurdOnesAreRefused) {
  EXPECT_EQ(ImageList_Create(0, 8, 0, 0, 0), nullptr);
  EXPECT_EQ(ImageList_Create(8, 1 << 20, 0, 0, 0), nullptr);
  const auto dead = reinterpret_cast<HIMAGELIST>(std::uintptr_t{0x1234});
  EXPECT_EQ(ImageList_Add(dead, nullptr, nullptr), -1);
  EXPECT_FALSE(ImageList_Draw(nullptr, 0, dc, 0, 0, 0));
  EXPECT_FALSE(ImageList_DrawIndirect(nullptr));
  IMAGELISTDRAWPARAMS truncated{};
  truncated.cbSize = 8;
  EXPECT_FALSE(ImageList_DrawIndirect(&truncated));
}

}  // namespace
}  // namespace transom::comctl
