#include "comctl32/common_test_support.h"

namespace transom::comctl {
namespace {

class IpAddressTest : public CommonControlTest {
 protected:
  void SetUp() override {
    CommonControlTest::SetUp();
    address = control(WC_IPADDRESSW, nullptr, WS_TABSTOP, {10, 10, 170, 35}, 40);
    codes.clear();
    log.clear();
    on_notify = [this](const NMHDR& header) {
      if (header.code == IPN_FIELDCHANGED) changes.push_back(as<NMIPADDRESS>(header));
    };
  }
  DWORD value(LRESULT* filled = nullptr) const {
    DWORD got = 1;
    const LRESULT count = send(address, IPM_GETADDRESS, 0, reinterpret_cast<LPARAM>(&got));
    if (filled != nullptr) *filled = count;
    return got;
  }
  static void type(const char* keys) {
    for (; *keys != 0; ++keys) press(*keys == '.' ? WORD{VK_OEM_PERIOD} : static_cast<WORD>(*keys));
  }

  HWND address = nullptr;
  std::vector<NMIPADDRESS> changes;
};

TEST_F(IpAddressTest, HasFourFields) {
  EXPECT_TRUE(send(address, IPM_ISBLANK));
  EXPECT_EQ(window_text(address), u"...");
  send(address, IPM_SETADDRESS, 0, static_cast<LPARAM>(MAKEIPADDRESS(192, 168, 1, 20)));
  EXPECT_TRUE(changes.empty()) << "not in response to IPM_SETADDRESS";
  LRESULT filled = 0;
  EXPECT_EQ(value(&filled), DWORD{MAKEIPADDRESS(192, 168, 1, 20)});
  EXPECT_EQ(filled, 4);
  EXPECT_EQ(window_text(address), u"192.168.1.20");
  send(address, IPM_CLEARADDRESS);
  EXPECT_EQ(value(&filled), 0u);
  EXPECT_EQ(filled, 0);
}

// "Once three digits have been entered, the focus is moved to the next field."
TEST_F(IpAddressTest, IsTypedFromFieldToField) {
  SetFocus(address);
  type("1921681");
  EXPECT_EQ(window_text(address), u"192.168.1.");
}

TEST_F(IpAddressTest, ADotEndsAFieldAndLettersAreNone) {
  SetFocus(address);
  type("10.20.X3.4");
  EXPECT_EQ(value(), DWORD{MAKEIPADDRESS(10, 20, 3, 4)});
  ASSERT_EQ(changes.size(), 3u);
  EXPECT_EQ(changes[1].iField, 1);
  EXPECT_EQ(changes[1].iValue, 20);
  const auto told = notifications_of(address, 40);
  EXPECT_EQ(told.front(), EN_SETFOCUS);
  EXPECT_EQ(std::ranges::count(told, EN_CHANGE), 6);
  SetFocus(window);
  EXPECT_EQ(notifications_of(address, 40), std::vector<int>{EN_KILLFOCUS});
}

// ipm-setrange, Remarks: told as entered, then put to the closest limit.
TEST_F(IpAddressTest, ValuesStayWithinTheirRange) {
  EXPECT_TRUE(send(address, IPM_SETRANGE, 1, MAKEIPRANGE(10, 99)));
  EXPECT_FALSE(send(address, IPM_SETRANGE, 1, MAKEIPRANGE(99, 10)));
  EXPECT_FALSE(send(address, IPM_SETRANGE, 4, MAKEIPRANGE(1, 2)));
  SetFocus(address);
  type("300");
  EXPECT_EQ(changes.back().iValue, 300);
  type("5.");
  EXPECT_EQ(value(), DWORD{MAKEIPADDRESS(255, 10, 0, 0)});
}

TEST_F(IpAddressTest, TheParentMayChangeAValue) {
  answer = [](const user::Received& each) -> std::optional<LRESULT> {
    if (each.message != WM_NOTIFY) return std::nullopt;
    reinterpret_cast<NMIPADDRESS*>(each.lparam)->iValue = 77;
    return 0;
  };
  SetFocus(address);
  type("1.");
  EXPECT_EQ(value(), DWORD{MAKEIPADDRESS(77, 0, 0, 0)});
}

TEST_F(IpAddressTest, ArrowsAndBackspaceGoOverTheEdges) {
  send(address, IPM_SETADDRESS, 0, static_cast<LPARAM>(MAKEIPADDRESS(1, 2, 3, 4)));
  send(address, IPM_SETFOCUS, 1);
  const HWND second = GetFocus();
  press(VK_RIGHT);
  press(VK_RIGHT);
  EXPECT_NE(GetFocus(), second);
  press(VK_LEFT);
  EXPECT_EQ(GetFocus(), second);
  press(VK_BACK);
  EXPECT_EQ(window_text(address), u"1..3.4");
  send(address, IPM_SETFOCUS, 9);
  EXPECT_EQ(GetFocus(), second) << "the first that is blank";
}

TEST_F(IpAddressTest, AHandlerMayDestroyIt) {
  SetFocus(address);
  answer = [&](const user::Received& each) -> std::optional<LRESULT> {
    if (each.message == WM_NOTIFY) DestroyWindow(address);
    return std::nullopt;
  };
  type("1.");
  EXPECT_FALSE(IsWindow(address));
}

}  // namespace
}  // namespace transom::comctl
