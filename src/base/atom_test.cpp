// https://learn.microsoft.com/windows/win32/dataxchg/about-atom-tables
#include "base/atom.h"

#include <gtest/gtest.h>

namespace transom::base {
namespace {

std::u16string number_name(int number) {
  const std::string digits = std::to_string(number);
  return u"n" + std::u16string(digits.begin(), digits.end());
}

TEST(AtomTable, StringAtomsStartAtC000AndIgnoreCase) {
  AtomTable table;
  const ATOM atom = table.add(u"Hello");
  EXPECT_GE(atom, 0xC000);
  EXPECT_EQ(table.add(u"hELLO"), atom);
  EXPECT_EQ(table.find(u"HELLO"), atom);
  EXPECT_EQ(table.name(atom), u"Hello");
}

TEST(AtomTable, AnAtomGoesWithItsLastReference) {
  AtomTable table;
  const ATOM atom = table.add(u"x");
  table.add(u"x");
  EXPECT_TRUE(table.release(atom));
  EXPECT_EQ(table.find(u"x"), atom);
  EXPECT_TRUE(table.release(atom));
  EXPECT_EQ(table.find(u"x"), 0);
  EXPECT_FALSE(table.release(atom));
}

TEST(AtomTable, IntegerAtomsStandForThemselves) {
  AtomTable table;
  EXPECT_EQ(table.add(u"#1234"), 1234);
  EXPECT_EQ(table.find(u"#0049151"), 0xBFFF);
  EXPECT_EQ(table.name(1234), u"#1234");
  EXPECT_TRUE(table.release(1234));
}

TEST(AtomTable, NamesAreAtMost255Characters) {
  AtomTable table;
  EXPECT_NE(table.add(std::u16string(255, u'a')), 0);
  EXPECT_EQ(table.add(std::u16string(256, u'a')), 0);
  EXPECT_EQ(table.add(u""), 0);
}

TEST(AtomTable, HoldsANameForEachNumber) {
  AtomTable table;
  int added = 0;
  while (table.add(number_name(added)) != 0 && added < 0x10000) ++added;
  EXPECT_EQ(added, 0x4000);
}

}  // namespace
}  // namespace transom::base
