// Packed parameters. https://learn.microsoft.com/windows/win32/api/dde/nf-dde-packddelparam
#include <gtest/gtest.h>

#include "base/dde.h"

namespace transom::user {
namespace {

TEST(DdeParameters, FourMessagesNeedMemory) {
  for (const UINT message : {WM_DDE_ACK, WM_DDE_ADVISE, WM_DDE_DATA, WM_DDE_POKE}) {
    const LPARAM packed = PackDDElParam(message, 0x1'2345'6789, 0xC123);
    ASSERT_NE(packed, 0);
    UINT_PTR low = 0, high = 0;
    EXPECT_TRUE(UnpackDDElParam(message, packed, &low, &high));
    EXPECT_EQ(low, 0x1'2345'6789u);
    EXPECT_EQ(high, 0xC123u);
    EXPECT_TRUE(FreeDDElParam(message, packed));
    EXPECT_FALSE(UnpackDDElParam(message, packed, &low, &high));
  }
}

TEST(DdeParameters, TheOthersAreTwoWordsOrOneHandle) {
  UINT_PTR low = 1, high = 1;
  const LPARAM request = PackDDElParam(WM_DDE_REQUEST, CF_TEXT, 0xC001);
  EXPECT_EQ(request, MAKELPARAM(CF_TEXT, 0xC001));
  EXPECT_TRUE(UnpackDDElParam(WM_DDE_REQUEST, request, &low, &high));
  EXPECT_EQ(low, static_cast<UINT_PTR>(CF_TEXT));
  EXPECT_EQ(high, 0xC001u);
  EXPECT_EQ(PackDDElParam(WM_DDE_EXECUTE, 7, 0x1234'5678'9AB0), 0x1234'5678'9AB0);
  EXPECT_TRUE(UnpackDDElParam(WM_DDE_EXECUTE, 0x1234'5678'9AB0, &low, &high));
  EXPECT_EQ(low, 0u);
  EXPECT_EQ(high, 0x1234'5678'9AB0u);
  EXPECT_TRUE(FreeDDElParam(WM_DDE_EXECUTE, 0x1234'5678'9AB0));
}

TEST(DdeParameters, AnAnswerReusesTheMemory) {
  const LPARAM data = PackDDElParam(WM_DDE_DATA, 1, 2);
  const LPARAM ack = ReuseDDElParam(data, WM_DDE_DATA, WM_DDE_ACK, DDE_FACK, 0xC002);
  EXPECT_EQ(ack, data);
  UINT_PTR low = 0, high = 0;
  EXPECT_TRUE(UnpackDDElParam(WM_DDE_ACK, ack, &low, nullptr));
  EXPECT_TRUE(UnpackDDElParam(WM_DDE_ACK, ack, nullptr, &high));
  EXPECT_EQ(low, static_cast<UINT_PTR>(DDE_FACK));
  EXPECT_EQ(high, 0xC002u);
  EXPECT_EQ(ReuseDDElParam(ack, WM_DDE_ACK, WM_DDE_TERMINATE, 3, 4), MAKELPARAM(3, 4));
  EXPECT_FALSE(UnpackDDElParam(WM_DDE_ACK, ack, &low, &high));  // freed
}

TEST(DdeParameters, AnythingMayStandInThem) {
  UINT_PTR low = 1, high = 1;
  for (const LPARAM wrong : {LPARAM{0}, LPARAM{-1}, LPARAM{0x1000}, LPARAM{0x7FFF'0000'0001}}) {
    EXPECT_FALSE(UnpackDDElParam(WM_DDE_DATA, wrong, &low, &high));
    EXPECT_EQ(low | high, 0u);
    EXPECT_FALSE(FreeDDElParam(WM_DDE_DATA, wrong) && wrong != 0);
    const LPARAM answer = ReuseDDElParam(wrong, WM_DDE_DATA, WM_DDE_ACK, 5, 6);
    EXPECT_TRUE(UnpackDDElParam(WM_DDE_ACK, answer, &low, &high));
    EXPECT_EQ(low, 5u);
    FreeDDElParam(WM_DDE_ACK, answer);
  }
  const HGLOBAL small = GlobalAlloc(GMEM_MOVEABLE, 4);
  EXPECT_FALSE(UnpackDDElParam(WM_DDE_DATA, reinterpret_cast<LPARAM>(small), &low, &high));
  GlobalFree(small);
}

}  // namespace
}  // namespace transom::user
