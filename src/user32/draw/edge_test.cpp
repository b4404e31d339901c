// DrawEdge, pixel by pixel. The pictures are what Wine 8.0 draws; which edge is raised and which
// sunken is the documentation's.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawedge
#include "user32/draw/pixel_test.h"

namespace transom::user::test {
namespace {

Rows edge(UINT edge, UINT flags) {
  LetteredPixels pixels(9, 6);
  RECT rect{1, 1, 8, 5};
  EXPECT_TRUE(DrawEdge(pixels.dc(), &rect, edge, flags));
  return pixels.rows();
}

TEST(DrawEdge, RaisesWithLightFromTheTopLeft) {
  EXPECT_EQ(edge(EDGE_RAISED, BF_RECT), (Rows{".........",  //
                                              ".lllllld.",  //
                                              ".lhhhhsd.",  //
                                              ".lsssssd.",  //
                                              ".ddddddd.",  //
                                              "........."}));
}

TEST(DrawEdge, SinksWithTheSameLight) {
  EXPECT_EQ(edge(EDGE_SUNKEN, BF_RECT), (Rows{".........",  //
                                              ".ssssssh.",  //
                                              ".sddddlh.",  //
                                              ".slllllh.",  //
                                              ".hhhhhhh.",  //
                                              "........."}));
}

TEST(DrawEdge, SoftEdgesSwapLightAndHighlight) {
  EXPECT_EQ(edge(EDGE_RAISED, BF_RECT | BF_SOFT)[1], ".hhhhhhd.");
  EXPECT_EQ(edge(EDGE_RAISED, BF_RECT | BF_SOFT)[2], ".hllllsd.");
  EXPECT_EQ(edge(EDGE_SUNKEN, BF_RECT | BF_SOFT)[1], ".ddddddh.");
}

TEST(DrawEdge, EtchesAndBumps) {
  EXPECT_EQ(edge(EDGE_ETCHED, BF_RECT)[2], ".shhhhsh.");
  EXPECT_EQ(edge(EDGE_BUMP, BF_RECT)[2], ".lddddld.");
}

TEST(DrawEdge, FlatAndMonochromeEdgesHaveNoLight) {
  EXPECT_EQ(edge(EDGE_SUNKEN, BF_RECT | BF_FLAT)[2], ".sfffffs.");
  EXPECT_EQ(edge(EDGE_SUNKEN, BF_RECT | BF_MONO)[2], ".FwwwwwF.");
}

TEST(DrawEdge, DrawsOnlyTheSidesAskedFor) {
  EXPECT_EQ(edge(EDGE_RAISED, BF_TOP | BF_RIGHT), (Rows{".........",  //
                                                        ".lllllld.",  //
                                                        ".hhhhhsd.",  //
                                                        "......sd.",  //
                                                        "......sd.",  //
                                                        "........."}));
}

TEST(DrawEdge, MiddleFillsAndAdjustShrinks) {
  LetteredPixels pixels(9, 6);
  RECT rect{1, 1, 8, 5};
  DrawEdge(pixels.dc(), &rect, BDR_SUNKENOUTER, BF_LEFT | BF_TOP | BF_MIDDLE | BF_ADJUST);
  EXPECT_EQ(pixels.rows(), (Rows{".........",  //
                                 ".sssssss.",  //
                                 ".sffffff.",  //
                                 ".sffffff.",  //
                                 ".sffffff.",  //
                                 "........."}));
  EXPECT_EQ(rect.left, 2);
  EXPECT_EQ(rect.top, 2);
  EXPECT_EQ(rect.right, 8);
  EXPECT_EQ(rect.bottom, 5);
}

TEST(DrawEdge, DiagonalsRunFromCornerToCorner) {
  LetteredPixels pixels(7, 7);
  RECT rect{1, 1, 6, 6};
  DrawEdge(pixels.dc(), &rect, EDGE_RAISED, BF_DIAGONAL_ENDTOPRIGHT | BF_MIDDLE);
  EXPECT_EQ(pixels.rows(), (Rows{".......",  //
                                 ".....l.",  //
                                 "....lh.",  //
                                 "...lhf.",  //
                                 "..lhff.",  //
                                 ".lhfff.",  //
                                 "......."}));
}

TEST(DrawEdge, FollowsTheMappingOfTheContext) {
  LetteredPixels pixels(6, 4);
  SetViewportOrgEx(pixels.dc(), 2, 1, nullptr);
  RECT rect{0, 0, 3, 2};
  DrawEdge(pixels.dc(), &rect, BDR_SUNKENOUTER, BF_RECT);
  EXPECT_EQ(pixels.rows(), (Rows{"......", "..ssh.", "..hhh.", "......"}));
}

TEST(DrawEdge, RefusesWhatIsRaisedAndSunken) {
  LetteredPixels pixels(9, 6);
  RECT rect{1, 1, 8, 5};
  EXPECT_FALSE(DrawEdge(pixels.dc(), &rect, BDR_OUTER, BF_RECT));
  EXPECT_FALSE(DrawEdge(nullptr, &rect, EDGE_RAISED, BF_RECT));
  EXPECT_FALSE(DrawEdge(pixels.dc(), nullptr, EDGE_RAISED, BF_RECT));
}

}  // namespace
}  // namespace transom::user::test
