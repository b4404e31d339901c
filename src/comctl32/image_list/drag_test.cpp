#include "comctl32/common_control.h"
#include "comctl32/common_test_support.h"
#include "gdi32/memory_dc.h"

namespace transom::comctl {
namespace {

class DragImageTest : public CommonControlTest {
 protected:
  void SetUp() override {
    CommonControlTest::SetUp();
    list = squares(RGB(255, 0, 0), 16);
    target = create(WS_POPUP | WS_VISIBLE, nullptr, {50, 50, 250, 250});
    const HDC dc = GetDC(target);
    fill_solid(dc, {0, 0, 200, 200}, RGB(255, 255, 255));
    ReleaseDC(target, dc);
  }
  void TearDown() override {
    ImageList_EndDrag();
    ImageList_Destroy(list);
    DestroyWindow(target);
    CommonControlTest::TearDown();
  }
  static HIMAGELIST squares(COLORREF color, int size) {
    const HDC screen = GetDC(nullptr);
    const HBITMAP bitmap = CreateCompatibleBitmap(screen, size, size);
    ReleaseDC(nullptr, screen);
    fill_solid(gdi::MemoryDc(bitmap).get(), {0, 0, size, size}, color);
    const HIMAGELIST made = ImageList_Create(size, size, ILC_COLOR24 | ILC_MASK, 1, 0);
    ImageList_AddMasked(made, bitmap, RGB(0, 0, 1));
    DeleteObject(bitmap);
    return made;
  }
  bool red(int x, int y) const {
    const HDC dc = GetWindowDC(target);
    const COLORREF color = GetPixel(dc, x, y);
    ReleaseDC(target, dc);
    return GetRValue(color) > 200 && GetGValue(color) < 120;
  }

  HIMAGELIST list = nullptr;
  HWND target = nullptr;
};

TEST_F(DragImageTest, FollowsThePointerAndLeavesNoTrace) {
  EXPECT_FALSE(ImageList_BeginDrag(list, 5, 0, 0)) << "no such picture";
  EXPECT_TRUE(ImageList_BeginDrag(list, 0, 3, 4));
  EXPECT_FALSE(ImageList_BeginDrag(list, 0, 3, 4)) << "one at a time";
  EXPECT_TRUE(ImageList_DragEnter(target, 50, 60));
  EXPECT_TRUE(red(47, 56)) << "its hot spot is at the point";
  EXPECT_FALSE(red(46, 56));
  EXPECT_TRUE(ImageList_DragMove(100, 100));
  EXPECT_FALSE(red(50, 60));
  EXPECT_TRUE(red(100, 100));
  POINT at{}, hot{};
  const HIMAGELIST shown = ImageList_GetDragImage(&at, &hot);
  EXPECT_NE(shown, nullptr);
  EXPECT_NE(shown, list) << "a list of its own";
  EXPECT_EQ(at.x, 100);
  EXPECT_EQ(hot.y, 4);
  EXPECT_TRUE(ImageList_DragLeave(target));
  EXPECT_FALSE(red(100, 100));
  ImageList_EndDrag();
  EXPECT_EQ(ImageList_GetDragImage(nullptr, nullptr), nullptr);
  EXPECT_FALSE(ImageList_DragMove(1, 1));
}

// Between the two the program may draw below it.
TEST_F(DragImageTest, IsHiddenForAWhile) {
  ImageList_BeginDrag(list, 0, 0, 0);
  ImageList_DragEnter(target, 20, 20);
  EXPECT_TRUE(ImageList_DragShowNolock(FALSE));
  EXPECT_FALSE(ImageList_DragShowNolock(FALSE));
  EXPECT_FALSE(red(25, 25));
  EXPECT_TRUE(ImageList_DragShowNolock(TRUE));
  EXPECT_TRUE(red(25, 25));
}

TEST_F(DragImageTest, IsCombinedWithACursor) {
  const HIMAGELIST cursor = squares(RGB(0, 0, 255), 8);
  ImageList_BeginDrag(list, 0, 3, 4);
  EXPECT_FALSE(ImageList_SetDragCursorImage(cursor, 3, 0, 0));
  EXPECT_TRUE(ImageList_SetDragCursorImage(cursor, 0, 5, 4));
  POINT hot{};
  int width = 0;
  int height = 0;
  ImageList_GetIconSize(ImageList_GetDragImage(nullptr, &hot), &width, &height);
  EXPECT_EQ(hot.x, 5) << "the hot spots lie on each other";
  EXPECT_EQ(width, 18);
  ImageList_Destroy(cursor);
}

// The window may be gone when the picture is moved on.
TEST_F(DragImageTest, OutlivesItsWindow) {
  ImageList_BeginDrag(list, 0, 0, 0);
  ImageList_DragEnter(target, 20, 20);
  DestroyWindow(target);
  EXPECT_TRUE(ImageList_DragMove(30, 30));
}

}  // namespace
}  // namespace transom::comctl
