// How a test says which messages it checks.
//
//   TEST(Sizing, TellsTheWindowItsNewSize) {
//     TRANSOM_CHECKS(WM_SIZE);
//     ...
//   }
//
// A message is live (`transom catalog --coverage`) when in one test run the system made it, which
// the spy sees, and a test that passed says that it checked its parameters and its effect. Both are
// notes in the folder that TRANSOM_COVERAGE names; without it nothing is noted.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>

#include "catalog/catalog.h"

namespace transom::tests {

class Coverage : public testing::EmptyTestEventListener {
 public:
  static void checks(const char* message) {
    // Owned by googletest.
    static Coverage* coverage = install();
    if (catalog::find(std::string_view(message)) == nullptr) {
      ADD_FAILURE() << message << " is not in the catalogue";
    }
    coverage->checked_.insert(message);
  }

  // Of a test with parameters, too, a file's name.
  static std::string file_name_of(const testing::TestInfo& test) {
    std::string name = std::string(test.test_suite_name()) + "." + test.name();
    std::ranges::replace(name, '/', '.');
    return name;
  }

  void OnTestEnd(const testing::TestInfo& test) override {
    write(test);
    checked_.clear();
  }

 private:
  static Coverage* install() {
    auto* coverage = new Coverage;
    testing::UnitTest::GetInstance()->listeners().Append(coverage);
    return coverage;
  }

  void write(const testing::TestInfo& test) const {
    const char* folder = std::getenv("TRANSOM_COVERAGE");
    if (folder == nullptr || *folder == 0) return;
    const std::string name = file_name_of(test);
    // A test that fails takes back what it said before.
    std::ofstream file(std::string(folder) + "/checked-" + name + ".tsv");
    if (!test.result()->Passed()) return;
    for (const std::string& message : checked_)
      file << "checked\t" << message << '\t' << name << '\n';
  }

  std::set<std::string> checked_;
};

}  // namespace transom::tests

#define TRANSOM_CHECKS(message) ::transom::tests::Coverage::checks(#message)
