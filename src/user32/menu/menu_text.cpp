#include "user32/menu/menu_text.h"

#include "base/text.h"

namespace transom::user {
namespace {

// The fonts stay for as long as the process; they are made on first use.
HFONT menu_font(bool bold) {
  static const HFONT plain = static_cast<HFONT>(GetStockObject(DEFAULT_GUI_FONT));
  if (!bold) return plain;
  static const HFONT heavy = [] {
    LOGFONTW description{};
    if (GetObjectW(plain, sizeof description, &description) == 0) return plain;
    description.lfWeight = FW_BOLD;
    const HFONT made = CreateFontIndirectW(&description);
    return made != nullptr ? made : plain;
  }();
  return heavy;
}

class FontInUse {
 public:
  FontInUse(HDC dc, bool bold) : dc_(dc), old_(SelectObject(dc, menu_font(bold))) {}
  FontInUse(const FontInUse&) = delete;
  FontInUse& operator=(const FontInUse&) = delete;
  ~FontInUse() { SelectObject(dc_, old_); }

 private:
  HDC dc_;
  HGDIOBJ old_;
};

}  // namespace

SIZE menu_text_size(std::u16string_view text, bool bold) {
  const HDC dc = CreateCompatibleDC(nullptr);
  RECT rect{};
  {
    const FontInUse font(dc, bold);
    DrawTextW(dc, base::as_wchar(text.data()), static_cast<int>(text.size()), &rect,
              DT_SINGLELINE | DT_CALCRECT);
    if (rect.bottom == 0) {
      TEXTMETRICW metrics{};
      GetTextMetricsW(dc, &metrics);
      rect.bottom = metrics.tmHeight;
    }
  }
  DeleteDC(dc);
  return {rect.right, rect.bottom};
}

void draw_menu_text(HDC dc, const RECT& rect, std::u16string_view text,
                    const MenuTextStyle& style) {
  const FontInUse font(dc, style.bold);
  const COLORREF old_color = SetTextColor(dc, style.color);
  const int old_mode = SetBkMode(dc, TRANSPARENT);
  RECT line = rect;
  DrawTextW(dc, base::as_wchar(text.data()), static_cast<int>(text.size()), &line,
            DT_SINGLELINE | DT_VCENTER | style.alignment);
  SetBkMode(dc, old_mode);
  SetTextColor(dc, old_color);
}

char16_t mnemonic_of(std::u16string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != u'&') continue;
    if (text[i + 1] != u'&') return base::fold_case(text[i + 1]);
    ++i;  // "&&" is an ampersand
  }
  return 0;
}

}  // namespace transom::user
