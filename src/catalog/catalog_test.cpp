#include "catalog/catalog.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "catalog/windows_headers.h"

namespace transom::catalog {
namespace {

TEST(Catalog, HasEveryExpectedRowWithItsValue) {
  std::ifstream file(TRANSOM_CATALOG "/expected_rows.tsv");
  ASSERT_TRUE(file);
  std::string line;
  std::getline(file, line);  // the titles
  int rows = 0;
  while (std::getline(file, line)) {
    std::istringstream columns(line);
    std::string family, name, value;
    std::getline(columns, family, '\t');
    std::getline(columns, name, '\t');
    std::getline(columns, value, '\t');
    const Message* message = find(name);
    ASSERT_NE(message, nullptr) << name;
    EXPECT_EQ(message->number, static_cast<std::uint32_t>(std::stol(value, nullptr, 0))) << name;
    EXPECT_EQ(message->family.view(), family) << name;
    EXPECT_TRUE(message->seed) << name;
    EXPECT_FALSE(message->summary.empty()) << name;
    ++rows;
  }
  EXPECT_EQ(rows, 243);
  EXPECT_EQ(std::ranges::count_if(messages(), [](const Message& m) { return m.seed; }), rows);
}

TEST(Catalog, FindsByNumberWhatLiesBelowTheUserRange) {
  EXPECT_EQ(find(WM_NCHITTEST)->name.view(), "WM_NCHITTEST");
  // A marker of a range never hides the message that has its number.
  EXPECT_EQ(find(WM_KEYFIRST)->name.view(), "WM_KEYDOWN");
  EXPECT_EQ(find(WM_DDE_FIRST)->name.view(), "WM_DDE_INITIATE");
  EXPECT_EQ(find(0x0359), nullptr);
}

TEST(Catalog, ClassTellsApartMessagesThatShareANumber) {
  EXPECT_EQ(find(WM_USER + 5, "msctls_progress32")->name.view(), "PBM_STEPIT");
  EXPECT_EQ(find(WM_USER + 5, "msctls_trackbar32")->name.view(), "TBM_SETPOS");
  EXPECT_EQ(find(WM_USER + 5, "MyOwnClass"), nullptr);
  EXPECT_EQ(find(WM_USER + 5, "MSCTLS_Progress32")->name.view(), "PBM_STEPIT");
  EXPECT_EQ(find(EM_EXGETSEL, "RICHEDIT50W")->name.view(), "EM_EXGETSEL");
}

TEST(Catalog, FindsNotificationsByCodeAndClass) {
  const auto name = [](Route route, std::uint32_t code, std::string_view window_class) {
    const Message* message = find_notification(route, code, window_class);
    return message ? message->name.view() : std::string_view{};
  };
  EXPECT_EQ(name(Route::kCommand, EN_CHANGE, "Edit"), "EN_CHANGE");
  EXPECT_EQ(name(Route::kCommand, 1, "ListBox"), "LBN_SELCHANGE");
  EXPECT_EQ(name(Route::kCommand, 1, "ComboBox"), "CBN_SELCHANGE");
  // LBN_ERRSPACE is -2, and HIWORD(wParam) has 16 bits.
  EXPECT_EQ(name(Route::kCommand, 0xFFFE, "ListBox"), "LBN_ERRSPACE");
  EXPECT_EQ(name(Route::kNotify, static_cast<UINT>(LVN_ITEMCHANGED), "SysListView32"),
            "LVN_ITEMCHANGED");
}

TEST(Catalog, NamesEveryNumber) {
  EXPECT_EQ(name_of(WM_PAINT), "WM_PAINT");
  EXPECT_EQ(name_of(WM_USER), "WM_USER");
  EXPECT_EQ(name_of(WM_USER + 7, "MyOwnClass"), "WM_USER+7");
  EXPECT_EQ(name_of(WM_APP + 3), "WM_APP+3");
  EXPECT_EQ(name_of(0xC012), "registered 0xC012");
  EXPECT_EQ(name_of(0x0382), "WM_PENWINFIRST+2");
  EXPECT_EQ(name_of(0x12345), "0x12345");
}

TEST(Catalog, NameWithTwoFormsFindsTheUnicodeOne) {
  EXPECT_EQ(find("LVM_INSERTITEM")->name.view(), "LVM_INSERTITEMW");
  EXPECT_EQ(find("LVM_INSERTITEMA")->number, static_cast<UINT>(LVM_INSERTITEMA));
  EXPECT_EQ(find("WM_NOT_A_MESSAGE"), nullptr);
}

TEST(Catalog, KnowsWhichMessagesCarryText) {
  EXPECT_EQ(text_rule(WM_SETTEXT), TextRule::kIn);
  EXPECT_EQ(text_rule(WM_GETTEXT), TextRule::kOutWparam);
  EXPECT_EQ(text_rule(WM_GETTEXTLENGTH), TextRule::kLength);
  EXPECT_EQ(text_rule(WM_CREATE), TextRule::kCreate);
  EXPECT_EQ(text_rule(WM_NCCREATE), TextRule::kCreate);
  EXPECT_EQ(text_rule(WM_MDICREATE), TextRule::kMdiCreate);
  EXPECT_EQ(text_rule(WM_CHAR), TextRule::kCharacter);
  EXPECT_EQ(text_rule(WM_SETTINGCHANGE), TextRule::kIn);
  EXPECT_EQ(text_rule(EM_REPLACESEL), TextRule::kIn);
  EXPECT_EQ(text_rule(EM_GETLINE), TextRule::kOutFirstWord);
  EXPECT_EQ(text_rule(LB_ADDSTRING), TextRule::kInString);
  EXPECT_EQ(text_rule(CB_GETLBTEXT), TextRule::kOutString);
  EXPECT_EQ(text_rule(CB_GETLBTEXTLEN), TextRule::kLength);
  EXPECT_EQ(text_rule(WM_SIZE), TextRule::kNone);
  EXPECT_EQ(text_rule(WM_USER + 1), TextRule::kNone);
}

TEST(Catalog, KnowsWhatCrossesToAnotherProcess) {
  EXPECT_EQ(copy_rule(WM_SETTEXT), CopyRule::kText);
  EXPECT_EQ(copy_rule(WM_COPYDATA), CopyRule::kCopyData);
  EXPECT_EQ(copy_rule(WM_WINDOWPOSCHANGING), CopyRule::kStructure);
  EXPECT_EQ(copy_rule(EM_GETSEL), CopyRule::kOutNumbers);
  EXPECT_EQ(copy_rule(LB_SETTABSTOPS), CopyRule::kArray);
  EXPECT_EQ(copy_rule(WM_CREATE), CopyRule::kRefuse);
  EXPECT_EQ(copy_rule(WM_CLOSE), CopyRule::kNumbers);
}

}  // namespace
}  // namespace transom::catalog
