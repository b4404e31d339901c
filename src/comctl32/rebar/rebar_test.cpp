#include "comctl32/common_test_support.h"

namespace transom::comctl {
namespace {

class RebarTest : public CommonControlTest {
 protected:
  void make(DWORD style = CCS_TOP | CCS_NODIVIDER, int count = 2) {
    bar = control(REBARCLASSNAMEW, nullptr, style, {0, 0, 300, 20}, 50);
    for (int index = 0; index < count; ++index) insert(-1, static_cast<UINT>(10 + index));
    codes.clear();
  }
  HWND insert(int at, UINT id, UINT style = 0, UINT width = 100, UINT least = 40) {
    const HWND child = control(L"Static", L"child", 0, {0, 0, 10, 10}, id);
    REBARBANDINFOW info{};
    info.cbSize = sizeof info;
    info.fMask = RBBIM_STYLE | RBBIM_CHILD | RBBIM_CHILDSIZE | RBBIM_SIZE | RBBIM_ID | RBBIM_LPARAM;
    info.fStyle = style;
    info.hwndChild = child;
    info.cxMinChild = least;
    info.cyMinChild = 24;
    info.cx = width;
    info.wID = id;
    info.lParam = 1000 + static_cast<LPARAM>(id);
    EXPECT_TRUE(
        send(bar, RB_INSERTBANDW, static_cast<WPARAM>(at), reinterpret_cast<LPARAM>(&info)));
    return child;
  }
  RECT rect(int index) const {
    RECT place{};
    EXPECT_TRUE(
        send(bar, RB_GETRECT, static_cast<WPARAM>(index), reinterpret_cast<LPARAM>(&place)));
    return place;
  }
  REBARBANDINFOW info(int index, UINT mask) const {
    REBARBANDINFOW got{};
    got.cbSize = sizeof got;
    got.fMask = mask;
    send(bar, RB_GETBANDINFOW, static_cast<WPARAM>(index), reinterpret_cast<LPARAM>(&got));
    return got;
  }
  void drag(POINT from, POINT to) {
    send_mouse(MOUSEEVENTF_LEFTDOWN, in(bar, from.x, from.y));
    pump();
    send_mouse(MOUSEEVENTF_MOVE, in(bar, to.x, to.y));
    pump();
    send_mouse(MOUSEEVENTF_LEFTUP, in(bar, to.x, to.y));
    pump();
  }
  int width() const {
    RECT area{};
    GetClientRect(bar, &area);
    return static_cast<int>(area.right);
  }

  HWND bar = nullptr;
};

TEST_F(RebarTest, BandsShareARow) {
  make();
  EXPECT_EQ(send(bar, RB_GETBANDCOUNT), 2);
  EXPECT_EQ(send(bar, RB_GETROWCOUNT), 1);
  EXPECT_EQ(rect(0).right - rect(0).left, 100) << "as wide as asked for";
  EXPECT_EQ(rect(1).left, rect(0).right);
  EXPECT_EQ(rect(1).right, width()) << "the last gets what is left";
  EXPECT_EQ(send(bar, RB_IDTOINDEX, 11), 1);
  EXPECT_EQ(send(bar, RB_IDTOINDEX, 99), -1);
  EXPECT_EQ(info(1, RBBIM_LPARAM).lParam, 1011);
  const HWND child = info(0, RBBIM_CHILD).hwndChild;
  EXPECT_EQ(GetParent(child), bar);
  EXPECT_EQ(rect_in(child, bar).right, rect(0).right);
  EXPECT_GT(rect_in(child, bar).left, 0) << "behind the gripper";
}

TEST_F(RebarTest, ABreakAndAFullRowBeginNewOnes) {
  make();
  insert(-1, 20, RBBS_BREAK);
  EXPECT_EQ(send(bar, RB_GETROWCOUNT), 2);
  EXPECT_EQ(told(), (std::vector<int>{code(RBN_CHILDSIZE), code(RBN_CHILDSIZE), code(RBN_CHILDSIZE),
                                      code(RBN_HEIGHTCHANGE)}));
  insert(-1, 21, 0, 100, 5000);
  EXPECT_EQ(send(bar, RB_GETROWCOUNT), 3) << "its least width does not fit";
  EXPECT_EQ(send(bar, RB_GETBARHEIGHT), 3 * send(bar, RB_GETROWHEIGHT, 0));
  RECT area{};
  GetClientRect(bar, &area);
  EXPECT_EQ(area.bottom, send(bar, RB_GETBARHEIGHT)) << "as high as its rows";
}

// rbn-deletingband, rbn-deletedband
TEST_F(RebarTest, BandsAreHiddenMovedAndDeleted) {
  make();
  const HWND child = info(0, RBBIM_CHILD).hwndChild;
  EXPECT_TRUE(send(bar, RB_SHOWBAND, 0, FALSE));
  EXPECT_FALSE(IsWindowVisible(child));
  EXPECT_EQ(rect(1).left, 0);
  EXPECT_TRUE(send(bar, RB_SHOWBAND, 0, TRUE));
  EXPECT_TRUE(IsWindowVisible(child));
  EXPECT_TRUE(send(bar, RB_MOVEBAND, 0, 1));
  EXPECT_EQ(info(1, RBBIM_ID).wID, 10u);
  std::vector<NMREBAR> seen;
  on_notify = [&](const NMHDR& header) {
    if (header.code == RBN_DELETINGBAND || header.code == RBN_DELETEDBAND) {
      seen.push_back(as<NMREBAR>(header));
    }
  };
  EXPECT_TRUE(send(bar, RB_DELETEBAND, 1));
  EXPECT_FALSE(send(bar, RB_DELETEBAND, 1));
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[1].wID, 10u);
  EXPECT_EQ(seen[1].lParam, 1010);
  EXPECT_TRUE(IsWindow(child)) << "the program's";
}

TEST_F(RebarTest, TheGripperSizes) {
  make();
  const int x = static_cast<int>(rect(1).left) + 3;
  drag({x, 10}, {x + 40, 10});
  EXPECT_EQ(rect(0).right, 140);
  const auto came = told();
  EXPECT_EQ(came.front(), code(RBN_BEGINDRAG));
  EXPECT_NE(std::ranges::find(came, code(RBN_LAYOUTCHANGED)), came.end());
  EXPECT_NE(std::ranges::find(came, code(RBN_ENDDRAG)), came.end());
  drag({140 + 3, 10}, {-50, 10});
  EXPECT_EQ(rect(0).right - rect(0).left, 48) << "no smaller than its child and its header";
}

TEST_F(RebarTest, ABandIsDraggedToAnotherRow) {
  make();
  insert(-1, 20, RBBS_BREAK);
  drag({3, static_cast<int>(rect(2).top) + 5}, {static_cast<int>(rect(1).right) - 10, 5});
  EXPECT_EQ(send(bar, RB_GETROWCOUNT), 1);
  EXPECT_EQ(info(2, RBBIM_ID).wID, 20u);
}

// "Nonzero to abort the drag operation."
TEST_F(RebarTest, TheParentMayForbidADrag) {
  make();
  always_answer(WM_NOTIFY, 1);
  const int x = static_cast<int>(rect(1).left) + 3;
  drag({x, 10}, {x + 40, 10});
  EXPECT_EQ(rect(0).right, 100);
}

TEST_F(RebarTest, AClickOnTheHeaderMaximizes) {
  make();
  send(bar, RB_MINIMIZEBAND, 0);
  EXPECT_EQ(rect(0).right, 48);
  click(bar, 3, 10);
  EXPECT_EQ(rect(1).right - rect(1).left, 48) << "the other has its least";
  send(bar, RB_MAXIMIZEBAND, 1, FALSE);
  EXPECT_EQ(rect(0).right, 48);
}

TEST_F(RebarTest, HitTestsNameTheParts) {
  make();
  RBHITTESTINFO about{{static_cast<LONG>(rect(1).left) + 3, 10}, 0, 0};
  EXPECT_EQ(send(bar, RB_HITTEST, 0, reinterpret_cast<LPARAM>(&about)), 1);
  EXPECT_EQ(about.flags, UINT{RBHT_GRABBER});
  about.pt.x += 20;
  send(bar, RB_HITTEST, 0, reinterpret_cast<LPARAM>(&about));
  EXPECT_EQ(about.flags, UINT{RBHT_CLIENT});
  about.pt = {5, 500};
  EXPECT_EQ(send(bar, RB_HITTEST, 0, reinterpret_cast<LPARAM>(&about)), -1);
  EXPECT_EQ(about.flags, UINT{RBHT_NOWHERE});
}

// RBBS_USECHEVRON: where the child has less room than it would like.
TEST_F(RebarTest, AChevronSaysThatThereIsMore) {
  make();
  REBARBANDINFOW ideal{};
  ideal.cbSize = sizeof ideal;
  ideal.fMask = RBBIM_STYLE | RBBIM_IDEALSIZE;
  ideal.fStyle = RBBS_USECHEVRON;
  ideal.cxIdeal = 200;
  EXPECT_TRUE(send(bar, RB_SETBANDINFOW, 0, reinterpret_cast<LPARAM>(&ideal)));
  const RECT place = info(0, RBBIM_CHEVRONLOCATION).rcChevronLocation;
  EXPECT_EQ(place.right, rect(0).right);
  NMREBARCHEVRON pushed{};
  on_notify = [&](const NMHDR& header) {
    if (header.code == RBN_CHEVRONPUSHED) pushed = as<NMREBARCHEVRON>(header);
  };
  click(bar, place.left + 3, 10);
  EXPECT_EQ(pushed.wID, 10u);
  send(bar, RB_SETBANDWIDTH, 0, 250);
  EXPECT_TRUE(IsRectEmpty(&place) || info(0, RBBIM_CHEVRONSTATE).uChevronState != 0);
}

TEST_F(RebarTest, AVerticalOneHasColumns) {
  bar = control(REBARCLASSNAMEW, nullptr, CCS_VERT | CCS_NODIVIDER, {0, 0, 40, 200}, 50);
  insert(-1, 10);
  insert(-1, 11);
  EXPECT_EQ(rect(0).bottom, 100);
  EXPECT_EQ(rect(1).top, 100);
  EXPECT_EQ(rect(1).right, send(bar, RB_GETBARHEIGHT));
}

TEST_F(RebarTest, ChildrensMessagesGoToTheParent) {
  make();
  SendMessageW(bar, WM_COMMAND, MAKEWPARAM(10, 3), 0);
  ASSERT_NE(first(WM_COMMAND), nullptr);
  EXPECT_EQ(first(WM_COMMAND)->wparam, MAKEWPARAM(10, 3));
}

TEST_F(RebarTest, AHandlerMayDestroyItAndNonsenseIsNothing) {
  for (const UINT at : {UINT{RBN_CHILDSIZE}, UINT{RBN_HEIGHTCHANGE}, UINT{RBN_DELETINGBAND},
                        UINT{RBN_BEGINDRAG}, UINT{RBN_MINMAX}}) {
    make();
    EXPECT_FALSE(send(bar, RB_INSERTBANDW));
    EXPECT_FALSE(send(bar, RB_GETBANDINFOW, 77));
    EXPECT_FALSE(send(bar, RB_MOVEBAND, 0, -5));
    on_notify = [&](const NMHDR& header) {
      if (header.code == at) DestroyWindow(bar);
    };
    send(bar, RB_MINIMIZEBAND, 0);
    if (IsWindow(bar)) drag({3, 10}, {60, 10});
    if (IsWindow(bar)) send(bar, RB_SETBANDWIDTH, 0, 60);
    if (IsWindow(bar)) send(bar, RB_DELETEBAND, 0);
    if (IsWindow(bar)) send(bar, RB_SHOWBAND, 0, FALSE);
    EXPECT_FALSE(IsWindow(bar)) << at;
    on_notify = nullptr;
  }
}

}  // namespace
}  // namespace transom::comctl
