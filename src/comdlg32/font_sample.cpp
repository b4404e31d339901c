// What the Font dialog paints itself: the sample, and the rows with pictures and colours.
#include "comdlg32/font_dialog.h"
#include "comdlg32/picture_list.h"

namespace transom::comdlg {
namespace {

void draw_color(const DRAWITEMSTRUCT& drawn, COLORREF color) {
  draw_picture_item(drawn, Picture::kNone, kPictureSize);
  RECT swatch = drawn.rcItem;
  InflateRect(&swatch, -2, -2);
  swatch.right = swatch.left + 2 * kPictureSize - 4;
  const HBRUSH brush = CreateSolidBrush(color);
  FillRect(drawn.hDC, &swatch, brush);
  DeleteObject(brush);
  FrameRect(drawn.hDC, &swatch, static_cast<HBRUSH>(GetStockObject(BLACK_BRUSH)));
}

}  // namespace

bool FontDialog::draw(const DRAWITEMSTRUCT& drawn) const {
  if (drawn.CtlID == cmb4) {
    draw_color(drawn, color_of_row(drawn.itemID));
    return true;
  }
  if (drawn.CtlID != cmb1 && drawn.CtlID != cmb3 && drawn.CtlID != cmb5) return false;
  const bool scalable = drawn.CtlID == cmb1 && drawn.itemID < families_.size() &&
                        (families_[drawn.itemID].type & TRUETYPE_FONTTYPE) != 0;
  draw_picture_item(drawn, scalable ? Picture::kTrueType : Picture::kNone, 0);
  return true;
}

// In the middle, cut where it is larger than its place.
void FontDialog::paint(int, HDC dc, const RECT& area) {
  FillRect(dc, &area, GetSysColorBrush(COLOR_BTNFACE));
  const LOGFONTW description = chosen();
  if (description.lfFaceName[0] == 0) return;
  const std::u16string words = item_text(stc5);
  const HFONT font = CreateFontIndirectW(&description);
  const HGDIOBJ old = SelectObject(dc, font);
  SetBkMode(dc, TRANSPARENT);
  SetTextColor(dc, has_flag(CF_EFFECTS) ? color() : GetSysColor(COLOR_BTNTEXT));
  RECT place = area;
  DrawTextW(dc, base::as_wchar(words), static_cast<int>(words.size()), &place,
            DT_SINGLELINE | DT_CENTER | DT_VCENTER | DT_NOPREFIX);
  SelectObject(dc, old);
  DeleteObject(font);
}

}  // namespace transom::comdlg
