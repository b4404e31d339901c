#include "comdlg32/picture_list.h"

#include "base/text.h"

namespace transom::comdlg {
namespace {

constexpr int kGap = 2;  // around a picture and a name

std::u16string drawn_name(const DRAWITEMSTRUCT& drawn) {
  const bool combo = drawn.CtlType == ODT_COMBOBOX;
  const LRESULT length =
      SendMessageW(drawn.hwndItem, combo ? CB_GETLBTEXTLEN : LB_GETTEXTLEN, drawn.itemID, 0);
  if (length <= 0) return {};
  std::u16string name(static_cast<std::size_t>(length), u'\0');
  SendMessageW(drawn.hwndItem, combo ? CB_GETLBTEXT : LB_GETTEXT, drawn.itemID,
               reinterpret_cast<LPARAM>(name.data()));
  return name;
}

}  // namespace

void add_picture_item(HWND list, const std::u16string& name, Picture picture) {
  const LRESULT index = SendMessageW(list, LB_ADDSTRING, 0, reinterpret_cast<LPARAM>(name.c_str()));
  SendMessageW(list, LB_SETITEMDATA, static_cast<WPARAM>(index), static_cast<LPARAM>(picture));
}

std::u16string picture_item_name(HWND list, int index) {
  const LRESULT length = SendMessageW(list, LB_GETTEXTLEN, static_cast<WPARAM>(index), 0);
  if (length <= 0) return {};
  std::u16string name(static_cast<std::size_t>(length), u'\0');
  SendMessageW(list, LB_GETTEXT, static_cast<WPARAM>(index), reinterpret_cast<LPARAM>(name.data()));
  return name;
}

Picture picture_of_item(HWND list, int index) {
  return static_cast<Picture>(SendMessageW(list, LB_GETITEMDATA, static_cast<WPARAM>(index), 0));
}

int picture_item_width(HWND list, const std::u16string& name) {
  const HDC dc = GetDC(list);
  const auto font = reinterpret_cast<HFONT>(SendMessageW(list, WM_GETFONT, 0, 0));
  const HGDIOBJ old = SelectObject(dc, font != nullptr ? font : GetStockObject(SYSTEM_FONT));
  SIZE extent{};
  GetTextExtentPoint32W(dc, base::as_wchar(name), static_cast<int>(name.size()), &extent);
  SelectObject(dc, old);
  ReleaseDC(list, dc);
  return static_cast<int>(extent.cx) + kPictureSize + 4 * kGap;
}

void draw_picture_item(const DRAWITEMSTRUCT& drawn, Picture picture, int indent) {
  const HDC dc = drawn.hDC;
  const RECT& area = drawn.rcItem;
  FillRect(dc, &area, GetSysColorBrush(COLOR_WINDOW));
  const int left = static_cast<int>(area.left) + kGap + indent;
  const int top = static_cast<int>(area.top + area.bottom - kPictureSize) / 2;
  if (picture != Picture::kNone) {
    DrawIconEx(dc, left, top, picture_icon(picture), kPictureSize, kPictureSize, 0, nullptr,
               DI_NORMAL);
  }
  const std::u16string name = drawn_name(drawn);
  SIZE extent{};
  GetTextExtentPoint32W(dc, base::as_wchar(name), static_cast<int>(name.size()), &extent);
  RECT label{left + kPictureSize + kGap, area.top, 0, area.bottom};
  label.right = std::min(label.left + extent.cx + 2 * kGap, area.right);
  const bool selected = (drawn.itemState & ODS_SELECTED) != 0;
  if (selected) FillRect(dc, &label, GetSysColorBrush(COLOR_HIGHLIGHT));
  SetTextColor(dc, GetSysColor(selected ? COLOR_HIGHLIGHTTEXT : COLOR_WINDOWTEXT));
  SetBkMode(dc, TRANSPARENT);
  RECT inside{label.left + kGap, label.top, label.right, label.bottom};
  DrawTextW(dc, base::as_wchar(name), static_cast<int>(name.size()), &inside,
            DT_SINGLELINE | DT_VCENTER | DT_NOPREFIX | DT_END_ELLIPSIS);
  const UINT focus = drawn.itemState & (ODS_FOCUS | ODS_NOFOCUSRECT);
  if (focus == ODS_FOCUS) DrawFocusRect(dc, &label);
}

}  // namespace transom::comdlg
