#include "comctl32/common_control.h"
#include "comctl32/tree_view/tree_test_support.h"
#include "gdi32/memory_dc.h"

namespace transom::comctl {
namespace {

class TreePicture : public TreeViewTest {
 protected:
  void SetUp() override {
    TreeViewTest::SetUp();
    const HDC screen = GetDC(nullptr);
    bitmap_ = CreateCompatibleBitmap(screen, 200, 160);
    ReleaseDC(nullptr, screen);
    canvas.emplace(bitmap_);
  }
  void TearDown() override {
    canvas.reset();
    DeleteObject(bitmap_);
    TreeViewTest::TearDown();
  }
  void draw() {
    const auto dc = reinterpret_cast<WPARAM>(canvas->get());
    send(tree, WM_ERASEBKGND, dc);
    send(tree, WM_PRINTCLIENT, dc, PRF_CLIENT);
  }
  COLORREF at(int x, int y) const { return GetPixel(canvas->get(), x, y); }
  RECT button(HTREEITEM item) const {
    RECT place{};
    TVGETITEMPARTRECTINFO about{item, &place, TVGIPR_BUTTON};
    EXPECT_TRUE(send(tree, TVM_GETITEMPARTRECT, 0, reinterpret_cast<LPARAM>(&about)));
    return place;
  }
  // Both colours along a line, in turn.
  bool dotted(int x, int top, int bottom) const {
    const COLORREF color = GetSysColor(COLOR_BTNSHADOW);
    int dots = 0;
    for (int y = top; y < bottom; ++y) dots += at(x, y) == color ? 1 : 0;
    return dots >= (bottom - top) / 2 - 1 && dots <= (bottom - top) / 2 + 1;
  }

  std::optional<gdi::MemoryDc> canvas;

 private:
  HBITMAP bitmap_ = nullptr;
};

TEST_F(TreePicture, ButtonsSayWhatIsOpen) {
  make();
  ask(TVM_EXPAND, a, TVE_EXPAND);
  draw();
  const RECT open = button(a);
  const RECT closed = button(e);
  const COLORREF text = GetSysColor(COLOR_WINDOWTEXT);
  EXPECT_EQ(at(open.left, open.top), GetSysColor(COLOR_BTNSHADOW));
  EXPECT_EQ(at(open.left + 4, open.top + 4), text) << "minus";
  EXPECT_NE(at(open.left + 4, open.top + 2), text);
  EXPECT_EQ(at(closed.left + 4, closed.top + 2), text) << "plus";
}

TEST_F(TreePicture, LinesJoinTheItems) {
  make();
  ask(TVM_EXPAND, a, TVE_EXPAND);
  draw();
  const RECT row = rect(b, false);
  const int x = (button(a).left + button(a).right) / 2;
  EXPECT_TRUE(dotted(x, row.top, row.bottom)) << "from alpha to epsilon, past beta";
  EXPECT_FALSE(dotted(x, rect(e, false).bottom + 1, rect(e, false).bottom + 17));
}

TEST_F(TreePicture, TheSelectionIsSeenWithTheFocusOrAlways) {
  make(kUsual | TVS_SHOWSELALWAYS);
  ask(TVM_SELECTITEM, e, TVGN_CARET);
  SetFocus(window);
  draw();
  const RECT label = rect(e);
  EXPECT_EQ(at(label.right - 2, label.top + 1), GetSysColor(COLOR_BTNFACE));
  SetFocus(tree);
  draw();
  EXPECT_EQ(at(label.right - 2, label.top + 1), GetSysColor(COLOR_HIGHLIGHT));
  ask(TVM_SELECTITEM, a, TVGN_DROPHILITE);
  draw();
  EXPECT_EQ(at(label.right - 2, label.top + 1), GetSysColor(COLOR_WINDOW))
      << "only the drop target is lit";
  EXPECT_EQ(at(rect(a).right - 2, rect(a).top + 1), GetSysColor(COLOR_HIGHLIGHT));
}

// nm-customdraw-tree-view: the program may colour an item.
TEST_F(TreePicture, CustomDrawColoursAnItem) {
  make();
  std::vector<DWORD> stages;
  answer = [&](const user::Received& each) -> std::optional<LRESULT> {
    if (each.message != WM_NOTIFY) return std::nullopt;
    auto& draw = *reinterpret_cast<NMTVCUSTOMDRAW*>(each.lparam);
    if (draw.nmcd.hdr.code != static_cast<UINT>(NM_CUSTOMDRAW)) return 0;
    stages.push_back(draw.nmcd.dwDrawStage);
    if (draw.nmcd.dwDrawStage == CDDS_PREPAINT) return CDRF_NOTIFYITEMDRAW;
    if (draw.nmcd.dwItemSpec != reinterpret_cast<DWORD_PTR>(e)) return CDRF_SKIPDEFAULT;
    EXPECT_EQ(draw.iLevel, 0);
    EXPECT_EQ(draw.nmcd.lItemlParam, 5);
    draw.clrTextBk = RGB(10, 200, 10);
    return CDRF_NOTIFYPOSTPAINT;
  };
  draw();
  const RECT label = rect(e);
  EXPECT_EQ(at(label.right - 1, label.top + 1), RGB(10, 200, 10));
  EXPECT_EQ(stages, (std::vector<DWORD>{CDDS_PREPAINT, CDDS_ITEMPREPAINT, CDDS_ITEMPREPAINT,
                                        CDDS_ITEMPOSTPAINT}));
}

}  // namespace
}  // namespace transom::comctl
