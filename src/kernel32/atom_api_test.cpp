// https://learn.microsoft.com/windows/win32/dataxchg/about-atom-tables
#include <gtest/gtest.h>

#include "base/win32.h"

namespace {

TEST(AtomApi, CountsAndNames) {
  const ATOM atom = GlobalAddAtomA("Transom atom");
  EXPECT_GE(atom, 0xC000);
  EXPECT_EQ(GlobalAddAtomW(L"TRANSOM ATOM"), atom);
  char name[32];
  EXPECT_EQ(GlobalGetAtomNameA(atom, name, 32), 12u);
  EXPECT_STREQ(name, "Transom atom");
  EXPECT_EQ(GlobalDeleteAtom(atom), 0);
  EXPECT_EQ(GlobalFindAtomA("transom atom"), atom);
  EXPECT_EQ(GlobalDeleteAtom(atom), 0);
  EXPECT_EQ(GlobalFindAtomA("transom atom"), 0);
  EXPECT_EQ(GetLastError(), DWORD{ERROR_FILE_NOT_FOUND});
  EXPECT_EQ(GlobalDeleteAtom(atom), atom);
}

TEST(AtomApi, IntegersStandForThemselves) {
  EXPECT_EQ(AddAtomA(reinterpret_cast<LPCSTR>(std::uintptr_t{1234})), 1234);
  EXPECT_EQ(AddAtomW(L"#1234"), 1234);
  char name[8];
  EXPECT_EQ(GetAtomNameA(1234, name, 8), 5u);
  EXPECT_STREQ(name, "#1234");
  EXPECT_EQ(AddAtomA(std::string(256, 'a').c_str()), 0);
}

}  // namespace
