#include "user32/dialog/template.h"

#include <gtest/gtest.h>

namespace transom::user {
namespace {

// Writes a template as a resource compiler does.
class TemplateWriter {
 public:
  template <class Value>
  TemplateWriter& put(Value value) {
    const auto* bytes = reinterpret_cast<const std::byte*>(&value);
    bytes_.insert(bytes_.end(), bytes, bytes + sizeof value);
    return *this;
  }
  TemplateWriter& text(std::u16string_view text) {
    for (const char16_t unit : text) put(unit);
    return put(char16_t{0});
  }
  TemplateWriter& align() {
    while (bytes_.size() % 4 != 0) put(std::byte{0});
    return *this;
  }
  const std::vector<std::byte>& bytes() const { return bytes_; }

 private:
  std::vector<std::byte> bytes_;
};

TemplateWriter plain_template() {
  TemplateWriter writer;
  writer.put<DWORD>(WS_POPUP | WS_CAPTION | DS_SETFONT).put<DWORD>(0).put<WORD>(2);
  writer.put<short>(10).put<short>(20).put<short>(150).put<short>(80);
  writer.put<WORD>(0).put<WORD>(0).text(u"Title");
  writer.put<WORD>(8).text(u"MS Shell Dlg").align();
  writer.put<DWORD>(WS_CHILD | WS_VISIBLE).put<DWORD>(0);
  writer.put<short>(1).put<short>(2).put<short>(3).put<short>(4).put<WORD>(IDOK);
  writer.put<WORD>(0xFFFF).put<WORD>(0x80).text(u"OK").put<WORD>(0).align();
  writer.put<DWORD>(WS_CHILD | SS_ICON).put<DWORD>(0);
  writer.put<short>(5).put<short>(6).put<short>(7).put<short>(8).put<WORD>(0xFFFF);
  writer.text(u"Static").put<WORD>(0xFFFF).put<WORD>(101).put<WORD>(0);
  return writer;
}

// DLGITEMTEMPLATE: "0x0080 Button"; items begin on DWORD boundaries.
TEST(DialogTemplate, ReadsAPlainTemplate) {
  const auto layout = parse_dialog_template(plain_template().bytes());
  ASSERT_TRUE(layout);
  EXPECT_FALSE(layout->extended);
  EXPECT_EQ(layout->title, u"Title");
  EXPECT_EQ(layout->font->point_size, 8);
  EXPECT_EQ(layout->font->face, u"MS Shell Dlg");
  ASSERT_EQ(layout->items.size(), 2u);
  EXPECT_EQ(layout->items[0].window_class.name, u"Button");
  EXPECT_EQ(layout->items[0].title.name, u"OK");
  EXPECT_EQ(layout->items[0].id, DWORD{IDOK});
  EXPECT_EQ(layout->items[1].title.ordinal, 101);
}

TEST(DialogTemplate, ReadsAnExtendedTemplateWithCreationData) {
  TemplateWriter writer;
  writer.put<WORD>(1).put<WORD>(0xFFFF).put<DWORD>(77).put<DWORD>(WS_EX_TOPMOST);
  writer.put<DWORD>(WS_POPUP | DS_SETFONT).put<WORD>(1);
  writer.put<short>(0).put<short>(0).put<short>(100).put<short>(50);
  writer.put<WORD>(0xFFFF).put<WORD>(5).put<WORD>(0).text(u"");
  writer.put<WORD>(9).put<WORD>(FW_BOLD).put<BYTE>(1).put<BYTE>(DEFAULT_CHARSET).text(u"Arial");
  writer.align();
  writer.put<DWORD>(78).put<DWORD>(0).put<DWORD>(WS_CHILD);
  writer.put<short>(0).put<short>(0).put<short>(9).put<short>(9).put<DWORD>(70000);
  writer.text(u"Custom").text(u"").put<WORD>(4).put<DWORD>(0x12345678);
  const auto layout = parse_dialog_template(writer.bytes());
  ASSERT_TRUE(layout);
  EXPECT_TRUE(layout->extended);
  EXPECT_EQ(layout->help_id, 77u);
  EXPECT_EQ(layout->menu.ordinal, 5);
  EXPECT_EQ(layout->font->weight, FW_BOLD);
  ASSERT_EQ(layout->items.size(), 1u);
  EXPECT_EQ(layout->items[0].id, 70000u);
  EXPECT_EQ(layout->items[0].creation_data.size(), 6u);
}

TEST(DialogTemplate, EveryTruncationIsRefused) {
  const TemplateWriter whole = plain_template();
  for (std::size_t size = 0; size < whole.bytes().size(); ++size) {
    EXPECT_FALSE(parse_dialog_template(std::span(whole.bytes()).first(size))) << size;
  }
}

}  // namespace
}  // namespace transom::user
