// The generator's reader: what it takes, and that it says where bad data is.
#include <gtest/gtest.h>

#include "layout.h"
#include "reader.h"

namespace transom::catalog::generator {
namespace {

std::string error_of(std::string_view text) {
  try {
    CatalogData data;
    read(data, text, "f");
    check(data);
  } catch (const DataError& error) {
    return error.what();
  }
  return "none";
}

TEST(CatalogReader, ReadsAMessage) {
  CatalogData data;
  read(data,
       "# remark\n"
       "message WM_X 0x0006\n"
       "  family  f\n"
       "  says    S\n"
       "  route   sent or posted by anyone\n"
       "  wparam  low uint a, high bool b\n"
       "  lparam  inout struct:S s -- note\n",
       "f");
  ASSERT_EQ(data.messages.size(), 1u);
  const MessageData& message = data.messages[0];
  EXPECT_EQ(message.number, 6u);
  EXPECT_EQ(message.route, Route::kSentOrPosted);
  EXPECT_EQ(message.maker, Maker::kAnyone);
  ASSERT_EQ(message.wparam.fields.size(), 2u);
  EXPECT_EQ(message.wparam.fields[1].first_bit, 16);
  EXPECT_EQ(message.wparam.fields[1].kind, Kind::kBool);
  EXPECT_EQ(message.lparam.fields[0].direction, Direction::kInOut);
  EXPECT_EQ(message.lparam.note, "note");
}

TEST(CatalogReader, SaysWhereBadDataIs) {
  EXPECT_EQ(error_of("message WM_X\n"), "f:1:13: error: '' is not a number");
  EXPECT_EQ(error_of("message WM_X 0xZZ\n"), "f:1:14: error: '0xZZ' is not a number");
  EXPECT_EQ(error_of("mesage WM_X 1\n"), "f:1:1: error: 'mesage' is not a kind of block");
  EXPECT_EQ(error_of("  family f\n"), "f:1:3: error: an indented line outside of a block");
  EXPECT_EQ(error_of("message WM_X 1\n  wparam low unt a\n"),
            "f:2:14: error: 'unt' is not a kind of parameter");
  EXPECT_EQ(error_of("message WM_X 1\n  wparam int a, handle b\n"),
            "f:2:17: error: 'handle' needs an argument, as in handle:NAME");
  EXPECT_EQ(error_of("message WM_X 1\n  route flown by system\n"),
            "f:2:9: error: 'flown' is not a way for a message to travel");
  EXPECT_EQ(error_of("message WM_X 1\n  colour red\n"),
            "f:2:3: error: 'colour' is not a property of a message");
  EXPECT_EQ(error_of("message WM_X 1\n\tfamily f\n").substr(0, 6), "f:2:1:");
}

TEST(CatalogReader, SaysWhatDoesNotFitTogether) {
  const std::string good = "message WM_X 1\n  family f\n  says s\n  route sent by system\n";
  EXPECT_EQ(error_of(good), "none");
  EXPECT_EQ(error_of(good + good), "f:5:9: error: WM_X is there twice");
  EXPECT_EQ(error_of(good + "  wparam enum:NONE e\n"),
            "f:5:10: error: there is no group of values 'NONE'");
  EXPECT_EQ(error_of("enum E\n  A 1\n" + good + "  wparam flags:E e\n"),
            "f:7:10: error: 'E' is an enum, not flags");
  EXPECT_EQ(error_of(good + "  lparam in struct:NONE s\n"),
            "f:5:10: error: there is no structure 'NONE'");
  EXPECT_EQ(error_of("message WM_X 1\n  says s\n"), "f:1:9: error: WM_X has no family");
}

TEST(CatalogReader, LaysStructuresOutAsTheCompilerDoes) {
  CatalogData data;
  read(data, "struct S\n  uint8 a\n  hwnd b\n  uint16 c\n", "f");
  const Layout layout = layout_of(data, data.structures[0]);
  EXPECT_EQ(layout.offsets, (std::vector<unsigned>{0, 8, 16}));
  EXPECT_EQ(layout.size, 24u);
  EXPECT_FALSE(layout.has_pointers);
}

}  // namespace
}  // namespace transom::catalog::generator
