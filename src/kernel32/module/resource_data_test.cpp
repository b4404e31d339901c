// https://learn.microsoft.com/windows/win32/menurc/resource-file-formats
#include "kernel32/module/resource_data.h"

#include <gtest/gtest.h>

#include "base/win32.h"
#include "kernel32/module/resource_builder.h"

namespace transom::kernel {
namespace {

std::vector<std::uint8_t> sample() {
  ResourceBuilder builder;
  builder.add({0, {}}, {0, {}}, 0, {});
  builder.add({10, {}}, {7, {}}, 0x409, {1, 2, 3});
  builder.add({0, u"PICTURE"}, {0, u"Logo"}, 0, {4, 5, 6, 7});
  return builder.bytes();
}

TEST(ResourceData, ReadsNumbersAndNames) {
  const auto bytes = sample();
  const auto resources = parse_resources(bytes);
  ASSERT_EQ(resources.size(), 2u);
  EXPECT_EQ(resources[0].type.number, 10);
  EXPECT_EQ(resources[0].name.number, 7);
  EXPECT_EQ(resources[0].language, 0x409);
  EXPECT_EQ(resources[0].data.size(), 3u);
  EXPECT_EQ(resources[1].type, (ResourceName{0, u"picture"}));
  EXPECT_EQ(resources[1].name, (ResourceName{0, u"LOGO"}));
  EXPECT_EQ(resources[1].data[0], 4);
}

TEST(ResourceData, SurvivesBeingCutOffAnywhere) {
  const auto bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    // A copy of exactly that size, so that a sanitizer sees a read behind it.
    const std::vector<std::uint8_t> cut(bytes.begin(), bytes.begin() + size);
    for (const Resource& resource : parse_resources(cut)) {
      ASSERT_GE(resource.data.data(), cut.data());
      ASSERT_LE(resource.data.data() + resource.data.size(), cut.data() + cut.size());
    }
  }
}

TEST(ResourceData, SurvivesEveryByteBeingWrong) {
  const auto bytes = sample();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const int value : {0x00, 0x7F, 0xFF}) {
      auto broken = bytes;
      broken[i] = static_cast<std::uint8_t>(value);
      for (const Resource& resource : parse_resources(broken)) {
        ASSERT_LE(resource.data.data() + resource.data.size(), broken.data() + broken.size());
      }
    }
  }
}

TEST(ResourceData, FindsStringsOfABlock) {
  const std::vector<std::uint8_t> block = {0, 0, 2, 0, 'o', 0, 'k', 0, 9, 0, 'x', 0};
  EXPECT_EQ(string_in_block(block, 0x20).size(), 0u);
  EXPECT_EQ(string_in_block(block, 0x21).size(), 4u);
  EXPECT_EQ(string_in_block(block, 0x22).size(), 0u);
  EXPECT_EQ(string_in_block(block, 0x2F).size(), 0u);
}

}  // namespace
}  // namespace transom::kernel
