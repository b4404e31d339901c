#include "user32/dialog/template.h"

#include "user32/resource/template_reader.h"

namespace transom::user {
namespace {

// 0x0000: nothing; 0xFFFF: an ordinal follows; else a string begins here.
OrdinalOrName read_ordinal_or_name(TemplateReader& reader) {
  const auto first = reader.peek<WORD>();
  if (first != 0 && first != 0xFFFF) return {.ordinal = 0, .name = reader.read_string()};
  reader.read<WORD>();
  if (first == 0) return {};
  return {.ordinal = reader.read<WORD>(), .name = {}};
}

// With its leading size word, which the old form counts and the extended one does not.
std::vector<std::byte> read_creation_data(TemplateReader& reader, bool extended) {
  const auto size = reader.peek<WORD>();
  if (size == 0) {
    reader.read<WORD>();
    return {};
  }
  const std::size_t length = extended ? size + sizeof(WORD) : size;
  if (length < sizeof(WORD)) {
    reader.fail();
    return {};
  }
  const auto bytes = reader.take(length);
  return {bytes.begin(), bytes.end()};
}

// The class of an item by ordinal.
constexpr const char16_t* kItemClasses[] = {u"Button",  u"Edit",      u"Static",
                                            u"ListBox", u"ScrollBar", u"ComboBox"};
constexpr WORD kFirstItemClass = 0x80;

void name_item_class(OrdinalOrName& window_class) {
  const unsigned index = window_class.ordinal - kFirstItemClass;
  if (window_class.ordinal >= kFirstItemClass && index < std::size(kItemClasses)) {
    window_class = {.ordinal = 0, .name = kItemClasses[index]};
  }
}

template <class Rectangle>
void read_rectangle(TemplateReader& reader, Rectangle& target) {
  target.x = reader.read<short>();
  target.y = reader.read<short>();
  target.width = reader.read<short>();
  target.height = reader.read<short>();
}

DialogItem read_item(TemplateReader& reader, bool extended) {
  DialogItem item;
  reader.align();
  if (extended) {
    item.help_id = reader.read<DWORD>();
    item.ex_style = reader.read<DWORD>();
    item.style = reader.read<DWORD>();
  } else {
    item.style = reader.read<DWORD>();
    item.ex_style = reader.read<DWORD>();
  }
  read_rectangle(reader, item);
  item.id = extended ? reader.read<DWORD>() : reader.read<WORD>();
  item.window_class = read_ordinal_or_name(reader);
  name_item_class(item.window_class);
  item.title = read_ordinal_or_name(reader);
  item.creation_data = read_creation_data(reader, extended);
  return item;
}

DialogFont read_font(TemplateReader& reader, bool extended) {
  DialogFont font;
  font.point_size = reader.read<WORD>();
  if (extended) {
    font.weight = reader.read<WORD>();
    font.italic = reader.read<BYTE>() != 0;
    font.charset = reader.read<BYTE>();
  }
  font.face = reader.read_string();
  return font;
}

}  // namespace

std::optional<DialogTemplate> parse_dialog_template(std::span<const std::byte> bytes) {
  TemplateReader reader(bytes);
  DialogTemplate result;
  const auto first = reader.read<DWORD>();
  // DLGTEMPLATEEX begins with version 1 and signature 0xFFFF.
  result.extended = HIWORD(first) == 0xFFFF;
  if (result.extended) {
    if (LOWORD(first) != 1) return std::nullopt;
    result.help_id = reader.read<DWORD>();
    result.ex_style = reader.read<DWORD>();
    result.style = reader.read<DWORD>();
  } else {
    result.style = first;
    result.ex_style = reader.read<DWORD>();
  }
  const auto items = reader.read<WORD>();
  read_rectangle(reader, result);
  result.menu = read_ordinal_or_name(reader);
  result.window_class = read_ordinal_or_name(reader);
  result.title = reader.read_string();
  if ((result.style & DS_SETFONT) != 0) {
    result.font = read_font(reader, result.extended);
    // 0x7FFF says: the message box's font.
    if (result.font->point_size == 0x7FFF) result.font.reset();
  }
  for (WORD i = 0; i < items && !reader.failed(); ++i) {
    result.items.push_back(read_item(reader, result.extended));
  }
  if (reader.failed()) return std::nullopt;
  return result;
}

}  // namespace transom::user
