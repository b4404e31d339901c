#include "user32/control/edit/ruler.h"

#include <algorithm>

#include "base/text.h"

namespace transom::user {

int TabStops::next(int x) const {
  const auto stop = std::ranges::upper_bound(stops, x);
  if (stop != stops.end()) return *stop;
  return (x / distance + 1) * distance;
}

TextRuler::TextRuler(HWND window, HFONT font, const TabStops& tabs, char16_t password)
    : window_(window), dc_(GetDC(window)), tabs_(tabs) {
  old_font_ = SelectObject(dc_, font != nullptr ? font : GetStockObject(SYSTEM_FONT));
  if (password == 0) return;
  SIZE size{};
  GetTextExtentPoint32W(dc_, base::as_wchar(&password), 1, &size);
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

const std::vector<int>& TextRuler::ends(std::u16string_view text, int x) {
  ends_.assign(text.size(), x);
  if (password_width_ != 0) {
    for (int& end : ends_) end = x += password_width_;
    return ends_;
  }
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t tab = std::min(text.find(u'\t', begin), text.size());
    if (tab > begin) {
      measure_plain(text.substr(begin, tab - begin), x, ends_.data() + begin);
      x = ends_[tab - 1];
    }
    if (tab < text.size()) ends_[tab] = x = tabs_.next(x);
    begin = tab + 1;
  }
  return ends_;
}

int TextRuler::width(std::u16string_view text, int x) {
  const std::vector<int>& all = ends(text, x);
  return all.empty() ? 0 : all.back() - x;
}

}  // namespace transom::user
