#include "user32/dialog/template.h"

#include <cstring>

namespace transom::user {
namespace {

// Reads on in bounds; after the first read past the end everything reads as zero and `failed` says
// so.
class TemplateReader {
 public:
  explicit TemplateReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  bool failed() const { return failed_; }

  template <class Value>
  Value read() {
    Value value{};
    if (bytes_.size() - position_ < sizeof value) {
      failed_ = true;
      position_ = bytes_.size();
      return value;
    }
    std::memcpy(&value, bytes_.data() + position_, sizeof value);
    position_ += sizeof value;
    return value;
  }

  std::u16string read_string() {
    std::u16string text;
    for (char16_t unit = read<char16_t>(); unit != 0 && !failed_; unit = read<char16_t>()) {
      text += unit;
    }
    return text;
  }

  // 0x0000: nothing; 0xFFFF: an ordinal follows; else a string begins here.
  OrdinalOrName read_ordinal_or_name() {
    const auto first = read<WORD>();
    if (first == 0) return {};
    if (first == 0xFFFF) return {.ordinal = read<WORD>(), .name = {}};
    position_ -= sizeof first;
    return {.ordinal = 0, .name = read_string()};
  }

  std::vector<std::byte> read_creation_data(bool extended) {
    const std::size_t start = position_;
    const auto size = read<WORD>();
    if (size == 0) return {};
    // The old form counts its size word, the extended one does not.
    const std::size_t length = extended ? size + sizeof(WORD) : size;
    if (length < sizeof(WORD) || bytes_.size() - start < length) {
      failed_ = true;
      return {};
    }
    position_ = start + length;
    return {bytes_.begin() + static_cast<std::ptrdiff_t>(start),
            bytes_.begin() + static_cast<std::ptrdiff_t>(position_)};
  }

  void align(std::size_t alignment) {
    position_ = std::min(bytes_.size(), (position_ + alignment - 1) / alignment * alignment);
  }

 private:
  std::span<const std::byte> bytes_;
  std::size_t position_ = 0;
  bool failed_ = false;
};

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
  reader.align(4);
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
  item.window_class = reader.read_ordinal_or_name();
  name_item_class(item.window_class);
  item.title = reader.read_ordinal_or_name();
  item.creation_data = reader.read_creation_data(extended);
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
  result.menu = reader.read_ordinal_or_name();
  result.window_class = reader.read_ordinal_or_name();
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
