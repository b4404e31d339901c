#include "user32/control/edit/ruler.h"

#include <algorithm>

#include "base/text.h"

namespace transom::user {

int TabStops::next(int x) const {
  const auto stop = std::ranges::upper_bound(stops, x);
  if (stop != stops.end()) return *stop;
  return (x / distance + 1) * distance;
}

TextRuler::TextRuler(HWND window, const RulerStyle& style)
    : window_(window), dc_(GetDC(window)), tabs_(style.tabs), measured_(style.measured) {
  old_font_ = SelectObject(dc_, style.font != nullptr ? style.font : GetStockObject(SYSTEM_FONT));
  if (style.password == 0) return;
  SIZE size{};
  GetTextExtentPoint32W(dc_, base::as_wchar(&style.password), 1, &size);
  password_width_ = std::max(static_cast<int>(size.cx), 1);
}

TextRuler::~TextRuler() {
  SelectObject(dc_, old_font_);
  ReleaseDC(window_, dc_);
}

void TextRuler::measure_plain(std::u16string_view text, int x, int* ends) const {
  SIZE size{};
  GetTextExtentExPointW(dc_, base::as_wchar(text.data()), static_cast<int>(text.size()), 0, nullptr,
                        ends, &size);
  for (std::size_t i = 0; i < text.size(); ++i) ends[i] += x;
}

void TextRuler::measure(std::u16string_view text, std::vector<int>& ends) const {
  ends.assign(text.size(), 0);
  int x = 0;
  if (password_width_ != 0) {
    for (int& end : ends) end = x += password_width_;
    return;
  }
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t tab = std::min(text.find(u'\t', begin), text.size());
    if (tab > begin) {
      measure_plain(text.substr(begin, tab - begin), x, ends.data() + begin);
      x = ends[tab - 1];
    }
    if (tab < text.size()) ends[tab] = x = tabs_.next(x);
    begin = tab + 1;
  }
}

const std::vector<int>& TextRuler::ends(std::u16string_view text) {
  constexpr std::size_t kLong = 1024;
  if (text.size() < kLong) {
    measure(text, ends_);
    return ends_;
  }
  if (measured_.text != text) {
    measured_.text = text;
    measure(text, measured_.ends);
  }
  return measured_.ends;
}

int TextRuler::width(std::u16string_view text) {
  if (text.empty()) return 0;
  // The beginning of what is known.
  if (measured_.text.starts_with(text)) return measured_.ends[text.size() - 1];
  return ends(text).back();
}

}  // namespace transom::user
