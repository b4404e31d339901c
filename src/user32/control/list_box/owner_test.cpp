// What the owner of an owner-drawn list box is asked and told.
#include "user32/control/list_box/list_box_test_support.h"

namespace transom::user {
namespace {

class ListOwner : public ListTest {
 protected:
  void SetUp() override {
    ListTest::SetUp();
    on_message = [this](const Received& received) { write_down(received); };
  }

  void write_down(const Received& received) {
    const LPARAM lparam = received.lparam;
    if (received.message == WM_MEASUREITEM) {
      auto& measure = *reinterpret_cast<MEASUREITEMSTRUCT*>(lparam);
      measured.push_back(measure);
      measure.itemHeight = measure.itemID == 1 ? 30 : 20;
    }
    if (received.message == WM_DRAWITEM) {
      drawn.push_back(*reinterpret_cast<DRAWITEMSTRUCT*>(lparam));
    }
    if (received.message == WM_DELETEITEM) {
      deleted.push_back(*reinterpret_cast<DELETEITEMSTRUCT*>(lparam));
    }
  }

  std::vector<MEASUREITEMSTRUCT> measured;
  std::vector<DRAWITEMSTRUCT> drawn;
  std::vector<DELETEITEMSTRUCT> deleted;
};

// https://learn.microsoft.com/windows/win32/controls/wm-measureitem
TEST_F(ListOwner, FixedItemsAreMeasuredOnceAtTheBeginning) {
  TRANSOM_CHECKS(WM_MEASUREITEM);
  make(LBS_OWNERDRAWFIXED);
  for (int item = 0; item < 3; ++item) send(LB_ADDSTRING, 0, item);
  ASSERT_EQ(measured.size(), 1u);
  EXPECT_EQ(measured[0].CtlType, static_cast<UINT>(ODT_LISTBOX));
  EXPECT_EQ(measured[0].CtlID, kId);
  EXPECT_EQ(measured[0].itemID, static_cast<UINT>(-1));
  EXPECT_EQ(send(LB_GETITEMHEIGHT), 20);
}

TEST_F(ListOwner, VariableItemsAreMeasuredOneByOne) {
  make(LBS_OWNERDRAWVARIABLE);
  for (int item = 0; item < 3; ++item) send(LB_ADDSTRING, 0, 100 + item);
  ASSERT_EQ(measured.size(), 3u);
  EXPECT_EQ(measured[1].itemID, 1u);
  EXPECT_EQ(measured[1].itemData, 101u);
  EXPECT_EQ(send(LB_GETITEMHEIGHT, 1), 30);
  RECT rect;
  send(LB_GETITEMRECT, 2, reinterpret_cast<LPARAM>(&rect));
  EXPECT_EQ(rect.top, 50);
  EXPECT_EQ(send(LB_ITEMFROMPOINT, 0, MAKELPARAM(1, 49)), 1);
}

// https://learn.microsoft.com/windows/win32/controls/wm-drawitem
TEST_F(ListOwner, ItemsAreDrawnWhenTheyShowAndWhenTheyChange) {
  TRANSOM_CHECKS(WM_DRAWITEM);
  make(LBS_OWNERDRAWFIXED | LBS_NOTIFY);
  send(LB_ADDSTRING, 0, 5);
  send(LB_ADDSTRING, 0, 6);
  UpdateWindow(list);
  ASSERT_EQ(drawn.size(), 2u);
  EXPECT_EQ(drawn[1].CtlType, static_cast<UINT>(ODT_LISTBOX));
  EXPECT_EQ(drawn[1].itemAction, static_cast<UINT>(ODA_DRAWENTIRE));
  EXPECT_EQ(drawn[1].itemState, 0u);
  EXPECT_EQ(drawn[1].itemData, 6u);
  EXPECT_EQ(drawn[1].hwndItem, list);
  EXPECT_EQ(drawn[1].rcItem.top, 20);
  SetFocus(list);
  drawn.clear();
  press(VK_DOWN);
  // The focus goes, the selection comes, the focus comes back.
  ASSERT_EQ(drawn.size(), 3u);
  EXPECT_EQ(drawn[0].itemAction, static_cast<UINT>(ODA_FOCUS));
  EXPECT_EQ(drawn[0].itemState, 0u);
  EXPECT_EQ(drawn[1].itemAction, static_cast<UINT>(ODA_SELECT));
  EXPECT_EQ(drawn[1].itemState, static_cast<UINT>(ODS_SELECTED));
  EXPECT_EQ(drawn[2].itemState, static_cast<UINT>(ODS_SELECTED | ODS_FOCUS));
}

// https://learn.microsoft.com/windows/win32/controls/wm-deleteitem
TEST_F(ListOwner, EachItemThatGoesIsTold) {
  TRANSOM_CHECKS(WM_DELETEITEM);
  make(LBS_OWNERDRAWFIXED);
  for (int item = 0; item < 4; ++item) send(LB_ADDSTRING, 0, 10 + item);
  send(LB_DELETESTRING, 1);
  ASSERT_EQ(deleted.size(), 1u);
  EXPECT_EQ(deleted[0].CtlType, static_cast<UINT>(ODT_LISTBOX));
  EXPECT_EQ(deleted[0].itemID, 1u);
  EXPECT_EQ(deleted[0].itemData, 11u);
  EXPECT_EQ(deleted[0].hwndItem, list);
  send(LB_RESETCONTENT);
  EXPECT_EQ(deleted.size(), 4u);
  send(LB_ADDSTRING, 0, 20);
  DestroyWindow(list);
  EXPECT_EQ(deleted.size(), 5u);
}

// https://learn.microsoft.com/windows/win32/controls/wm-compareitem
TEST_F(ListOwner, TheOrderIsAskedWhereThereAreNoStrings) {
  TRANSOM_CHECKS(WM_COMPAREITEM);
  answer = [this](const Received& received) -> std::optional<LRESULT> {
    if (received.message != WM_COMPAREITEM) return std::nullopt;
    const auto& compare = *reinterpret_cast<const COMPAREITEMSTRUCT*>(received.lparam);
    EXPECT_EQ(compare.CtlType, static_cast<UINT>(ODT_LISTBOX));
    EXPECT_EQ(compare.hwndItem, list);
    // The other way round.
    return compare.itemData1 > compare.itemData2 ? -1 : compare.itemData1 < compare.itemData2;
  };
  make(LBS_OWNERDRAWFIXED | LBS_SORT);
  for (const int data : {5, 9, 3, 7}) send(LB_ADDSTRING, 0, data);
  std::vector<LRESULT> order;
  for (int item = 0; item < 4; ++item) order.push_back(send(LB_GETITEMDATA, item));
  EXPECT_EQ(order, (std::vector<LRESULT>{9, 7, 5, 3}));
  EXPECT_EQ(send(LB_FINDSTRING, static_cast<WPARAM>(-1), 7), 1);
}

TEST_F(ListOwner, AnOwnerThatEmptiesTheListWhileItIsAskedDoesNoHarm) {
  answer = [this](const Received& received) -> std::optional<LRESULT> {
    if (received.message != WM_COMPAREITEM) return std::nullopt;
    send(LB_RESETCONTENT);
    return 1;
  };
  make(LBS_OWNERDRAWFIXED | LBS_SORT);
  send(LB_ADDSTRING, 0, 1);
  EXPECT_EQ(send(LB_ADDSTRING, 0, 2), 0);
  EXPECT_EQ(send(LB_GETCOUNT), 1);
}

}  // namespace
}  // namespace transom::user
