// The header: titles of columns, which the user clicks and drags wider.
// https://learn.microsoft.com/windows/win32/controls/header-controls
#include "comctl32/header.h"

#include <algorithm>
#include <numeric>

#include "comctl32/classes.h"
#include "comctl32/image_list/image_list.h"
#include "user32/default/input_handlers.h"
#include "user32/draw/sys_colors.h"

namespace transom::comctl {
namespace {

constexpr int kGrip = 8;  // how near to a divider the mouse takes it
constexpr int kMargin = 6;

// ---- Drawing

UINT alignment_of(const HeaderItem& item) {
  switch (item.format & HDF_JUSTIFYMASK) {
    case HDF_RIGHT:
      return DT_RIGHT;
    case HDF_CENTER:
      return DT_CENTER;
    default:
      return DT_LEFT;
  }
}

void draw_sort_arrow(HDC dc, const RECT& area, bool up) {
  const int x = area.right - 16;
  const int y = (area.top + area.bottom) / 2 - 2;
  for (int row = 0; row < 4; ++row) {
    const int half = up ? row : 3 - row;
    const RECT line{x - half, y + row, x + half + 1, y + row + 1};
    FillRect(dc, &line, user::system_color_brush(COLOR_BTNSHADOW));
  }
}

void ask_owner(Header& header, HDC dc, int index, const RECT& area, bool pressed) {
  DRAWITEMSTRUCT draw{};
  draw.CtlType = ODT_HEADER;
  draw.CtlID = header.id();
  draw.itemID = static_cast<UINT>(index);
  draw.itemAction = ODA_DRAWENTIRE;
  draw.itemState = pressed ? UINT{ODS_SELECTED} : 0;
  draw.hwndItem = header.handle;
  draw.hDC = dc;
  draw.rcItem = area;
  draw.itemData = static_cast<ULONG_PTR>(header.items[static_cast<std::size_t>(index)].data);
  user::send_message(GetParent(header.handle), WM_DRAWITEM, header.id(),
                     reinterpret_cast<LPARAM>(&draw));
}

void draw_item(Header& header, HDC dc, int index) {
  RECT area = header.place_of(index);
  const HeaderItem& item = header.items[static_cast<std::size_t>(index)];
  const bool pressed = header.pressed == index && header.pressed_inside;
  FillRect(dc, &area, user::system_color_brush(COLOR_BTNFACE));
  if (header.has_style(HDS_BUTTONS)) {
    DrawEdge(dc, &area, pressed ? BDR_SUNKENOUTER : EDGE_RAISED, BF_RECT | BF_SOFT);
  } else {
    DrawEdge(dc, &area, EDGE_ETCHED, BF_BOTTOM | BF_RIGHT);
  }
  if (pressed) OffsetRect(&area, 1, 1);
  if ((item.format & HDF_OWNERDRAW) != 0) return ask_owner(header, dc, index, area, pressed);
  RECT text = area;
  InflateRect(&text, -kMargin, 0);
  if ((item.format & HDF_IMAGE) != 0 && header.images != nullptr) {
    const SIZE size = image_size(header.images);
    draw_image(header.images, item.image, dc, text.left, (area.top + area.bottom - size.cy) / 2);
    text.left += size.cx + 4;
  }
  DrawTextW(dc, base::as_wchar(item.text), -1, &text,
            alignment_of(item) | DT_SINGLELINE | DT_VCENTER | DT_END_ELLIPSIS | DT_NOPREFIX);
  if ((item.format & (HDF_SORTUP | HDF_SORTDOWN)) != 0) {
    draw_sort_arrow(dc, area, (item.format & HDF_SORTUP) != 0);
  }
}

LRESULT on_paint(Header& header, const ControlCall& call) {
  const user::ControlPaint paint(header, call);
  if (!paint) return 0;
  const HDC dc = paint.dc();
  const user::ControlFont selected(dc, header.font);
  SetBkMode(dc, TRANSPARENT);
  SetTextColor(dc, user::system_color(COLOR_BTNTEXT));
  NMCUSTOMDRAW draw{};
  draw.hdc = dc;
  draw.rc = header.client();
  const LRESULT wanted = header.custom_draw(draw, CDDS_PREPAINT);
  if (!header.alive() || (wanted & CDRF_SKIPDEFAULT) != 0) return 0;
  for (int index = 0; header.alive() && header.has(index); ++index) {
    draw.dwItemSpec = static_cast<DWORD_PTR>(index);
    draw.rc = header.place_of(index);
    const bool asked = (wanted & CDRF_NOTIFYITEMDRAW) != 0;
    const LRESULT item = asked ? header.custom_draw(draw, CDDS_ITEMPREPAINT) : CDRF_DODEFAULT;
    if (header.alive() && (item & CDRF_SKIPDEFAULT) == 0) draw_item(header, dc, index);
  }
  if (!header.alive()) return 0;
  RECT rest = header.client();
  rest.left = header.total_width();
  if (rest.left < rest.right) {
    FillRect(dc, &rest, user::system_color_brush(COLOR_BTNFACE));
    if (header.has_style(HDS_BUTTONS))
      DrawEdge(dc, &rest, EDGE_RAISED, BF_TOP | BF_BOTTOM | BF_SOFT);
  }
  return 0;
}

LRESULT on_erase(Header&, const ControlCall&) {
  return TRUE;
}

// ---- Mouse

LRESULT on_left_down(Header& header, const ControlCall& call) {
  const POINT point = user::point_of(call.lparam);
  const HeaderHit hit = header.hit(point);
  if (hit.index < 0) return 0;
  SetCapture(header.handle);
  if (hit.on_divider) {
    if (header.tell_item(HDN_BEGINTRACKW, hit.index, HDI_WIDTH) != 0) {
      if (header.alive()) ReleaseCapture();
      return 0;
    }
    if (!header.alive() || !header.has(hit.index)) return 0;
    header.tracked = hit.index;
    header.tracked_width = header.items[static_cast<std::size_t>(hit.index)].width;
    header.grip = point.x - header.place_of(hit.index).right;
    return 0;
  }
  if (!header.has_style(HDS_BUTTONS)) return 0;
  header.pressed = hit.index;
  header.pressed_inside = true;
  header.redraw(hit.index);
  return 0;
}

// How wide the mouse at `x` makes the column whose divider is dragged.
int dragged_width(const Header& header, int x) {
  return std::max<int>(x - header.grip - header.place_of(header.tracked).left, 0);
}

void track(Header& header, int x) {
  const int width = dragged_width(header, x);
  if (std::exchange(header.tracked_width, width) == width) return;
  const bool full = header.has_style(HDS_FULLDRAG);
  if (!full) {
    header.tell_item(HDN_TRACKW, header.tracked, HDI_WIDTH, width);
    return;
  }
  header.set_width(header.tracked, width);
}

LRESULT on_mouse_move(Header& header, const ControlCall& call) {
  const POINT point = user::point_of(call.lparam);
  if (header.tracked >= 0) {
    track(header, point.x);
  } else if (header.pressed >= 0) {
    const bool inside = header.hit(point).index == header.pressed;
    if (std::exchange(header.pressed_inside, inside) != inside) header.redraw(header.pressed);
  }
  return 0;
}

void end_track(Header& header, int x) {
  const int width = dragged_width(header, x);
  const int index = std::exchange(header.tracked, -1);
  header.tell_item(HDN_ENDTRACKW, index, HDI_WIDTH, width);
  if (header.alive()) header.set_width(index, width);
}

LRESULT on_left_up(Header& header, const ControlCall& call) {
  const POINT point = user::point_of(call.lparam);
  const bool captured = GetCapture() == header.handle;
  if (header.tracked >= 0) {
    end_track(header, point.x);
  } else if (header.pressed >= 0) {
    const int index = std::exchange(header.pressed, -1);
    header.redraw(index);
    if (header.pressed_inside) header.tell_item(HDN_ITEMCLICKW, index, 0);
  }
  if (!header.alive() || !captured) return 0;
  ReleaseCapture();
  if (header.alive()) header.tell(NM_RELEASEDCAPTURE);
  return 0;
}

LRESULT on_double_click(Header& header, const ControlCall& call) {
  const HeaderHit hit = header.hit(user::point_of(call.lparam));
  if (hit.index < 0) return 0;
  header.tell_item(hit.on_divider ? HDN_DIVIDERDBLCLICKW : HDN_ITEMDBLCLICKW, hit.index, 0);
  return 0;
}

LRESULT on_set_cursor(Header& header, const ControlCall& call) {
  POINT point{};
  GetCursorPos(&point);
  ScreenToClient(header.handle, &point);
  if (LOWORD(call.lparam) != HTCLIENT || !header.hit(point).on_divider) {
    return header.default_action(call);
  }
  SetCursor(LoadCursorW(nullptr, MAKEINTRESOURCEW(32644)));  // IDC_SIZEWE
  return TRUE;
}

// ---- Messages

LRESULT on_count(Header& header, const ControlCall&) {
  return static_cast<LRESULT>(header.items.size());
}

void take(HeaderItem& item, const HDITEMW& given, bool ansi) {
  if ((given.mask & HDI_WIDTH) != 0) item.width = std::max(given.cxy, 0);
  if ((given.mask & HDI_TEXT) != 0)
    item.text = text_of(reinterpret_cast<LPARAM>(given.pszText), ansi);
  if ((given.mask & HDI_FORMAT) != 0) item.format = given.fmt;
  if ((given.mask & HDI_LPARAM) != 0) item.data = given.lParam;
  if ((given.mask & HDI_IMAGE) != 0) item.image = given.iImage;
  if ((given.mask & HDI_TEXT) != 0) item.format |= HDF_STRING;
}

// https://learn.microsoft.com/windows/win32/controls/hdm-insertitem
template <bool kAnsi>
LRESULT on_insert(Header& header, const ControlCall& call) {
  const auto* given = reinterpret_cast<const HDITEMW*>(call.lparam);
  if (given == nullptr || given->mask == 0 || header.items.size() >= 0x4000) return -1;
  const auto at = std::min<std::size_t>(call.wparam, header.items.size());
  HeaderItem item;
  take(item, *given, kAnsi);
  header.items.insert(header.items.begin() + static_cast<std::ptrdiff_t>(at), std::move(item));
  InvalidateRect(header.handle, nullptr, TRUE);
  return static_cast<LRESULT>(at);
}

// https://learn.microsoft.com/windows/win32/controls/hdm-deleteitem
LRESULT on_delete(Header& header, const ControlCall& call) {
  const auto index = static_cast<int>(call.wparam);
  if (!header.has(index)) return FALSE;
  header.items.erase(header.items.begin() + index);
  header.pressed = header.tracked = -1;
  InvalidateRect(header.handle, nullptr, TRUE);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/hdm-getitem
template <bool kAnsi>
LRESULT on_get(Header& header, const ControlCall& call) {
  auto* out = reinterpret_cast<HDITEMW*>(call.lparam);
  const auto index = static_cast<int>(call.wparam);
  if (out == nullptr || !header.has(index)) return FALSE;
  const HeaderItem& item = header.items[static_cast<std::size_t>(index)];
  if ((out->mask & HDI_WIDTH) != 0) out->cxy = item.width;
  if ((out->mask & HDI_FORMAT) != 0) out->fmt = item.format;
  if ((out->mask & HDI_LPARAM) != 0) out->lParam = item.data;
  if ((out->mask & HDI_IMAGE) != 0) out->iImage = item.image;
  if ((out->mask & HDI_ORDER) != 0) out->iOrder = index;
  if ((out->mask & HDI_TEXT) != 0 && out->cchTextMax > 0) {
    copy_text(item.text, reinterpret_cast<LPARAM>(out->pszText),
              static_cast<std::size_t>(out->cchTextMax), kAnsi);
  }
  return TRUE;
}

// HDN_ITEMCHANGING may refuse.
// https://learn.microsoft.com/windows/win32/controls/hdm-setitem
template <bool kAnsi>
LRESULT on_set(Header& header, const ControlCall& call) {
  const auto* given = reinterpret_cast<const HDITEMW*>(call.lparam);
  const auto index = static_cast<int>(call.wparam);
  if (given == nullptr || !header.has(index)) return FALSE;
  const int width = (given->mask & HDI_WIDTH) != 0 ? given->cxy : -1;
  if (header.tell_item(HDN_ITEMCHANGINGW, index, given->mask, width) != 0) return FALSE;
  if (!header.alive() || !header.has(index)) return FALSE;
  take(header.items[static_cast<std::size_t>(index)], *given, kAnsi);
  InvalidateRect(header.handle, nullptr, TRUE);
  header.tell_item(HDN_ITEMCHANGEDW, index, given->mask, width);
  return TRUE;
}

// Where the header goes within a rectangle, and what is left of that.
// https://learn.microsoft.com/windows/win32/controls/hdm-layout
LRESULT on_layout(Header& header, const ControlCall& call) {
  const auto* layout = reinterpret_cast<const HDLAYOUT*>(call.lparam);
  if (layout == nullptr || layout->prc == nullptr || layout->pwpos == nullptr) return FALSE;
  const int height = header.has_style(HDS_HIDDEN) ? 0 : text_height(MeasuringDc(header)) + 4;
  RECT& area = *layout->prc;
  WINDOWPOS& place = *layout->pwpos;
  place.hwnd = header.handle;
  place.hwndInsertAfter = nullptr;
  place.x = area.left;
  place.y = area.top;
  place.cx = area.right - area.left;
  place.cy = height;
  place.flags = SWP_NOZORDER;
  area.top += height;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/hdm-hittest
LRESULT on_hit_test(Header& header, const ControlCall& call) {
  auto* about = reinterpret_cast<HDHITTESTINFO*>(call.lparam);
  if (about == nullptr) return -1;
  const RECT area = header.client();
  const HeaderHit hit = header.hit(about->pt);
  about->iItem = hit.index;
  if (hit.index >= 0) {
    about->flags = hit.on_divider ? HHT_ONDIVIDER : HHT_ONHEADER;
  } else if (PtInRect(&area, about->pt)) {
    about->flags = HHT_NOWHERE;
  } else {
    about->flags = (about->pt.y < area.top       ? HHT_ABOVE
                    : about->pt.y >= area.bottom ? HHT_BELOW
                                                 : 0) |
                   (about->pt.x < area.left     ? HHT_TOLEFT
                    : about->pt.x >= area.right ? HHT_TORIGHT
                                                : 0);
  }
  return hit.index;
}

LRESULT on_item_rect(Header& header, const ControlCall& call) {
  auto* out = reinterpret_cast<RECT*>(call.lparam);
  const auto index = static_cast<int>(call.wparam);
  if (out == nullptr || !header.has(index)) return FALSE;
  *out = header.place_of(index);
  return TRUE;
}

LRESULT on_set_images(Header& header, const ControlCall& call) {
  InvalidateRect(header.handle, nullptr, TRUE);
  return reinterpret_cast<LRESULT>(
      std::exchange(header.images, reinterpret_cast<HIMAGELIST>(call.lparam)));
}
LRESULT on_get_images(Header& header, const ControlCall&) {
  return reinterpret_cast<LRESULT>(header.images);
}

// Columns keep their order: the user cannot drag them.
LRESULT on_get_order(Header& header, const ControlCall& call) {
  auto* out = reinterpret_cast<int*>(call.lparam);
  if (out == nullptr || call.wparam != header.items.size()) return FALSE;
  std::iota(out, out + call.wparam, 0);
  return TRUE;
}
LRESULT on_order_to_index(Header& header, const ControlCall& call) {
  return call.wparam < header.items.size() ? static_cast<LRESULT>(call.wparam) : 0;
}

constexpr ControlEntry<Header> kEntries[] = {
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase},
    {WM_LBUTTONDOWN, on_left_down},
    {WM_MOUSEMOVE, on_mouse_move},
    {WM_LBUTTONUP, on_left_up},
    {WM_LBUTTONDBLCLK, on_double_click},
    {WM_SETCURSOR, on_set_cursor},
    {HDM_GETITEMCOUNT, on_count},
    {HDM_INSERTITEMA, on_insert<true>},
    {HDM_INSERTITEMW, on_insert<false>},
    {HDM_DELETEITEM, on_delete},
    {HDM_GETITEMA, on_get<true>},
    {HDM_GETITEMW, on_get<false>},
    {HDM_SETITEMA, on_set<true>},
    {HDM_SETITEMW, on_set<false>},
    {HDM_LAYOUT, on_layout},
    {HDM_HITTEST, on_hit_test},
    {HDM_GETITEMRECT, on_item_rect},
    {HDM_SETIMAGELIST, on_set_images},
    {HDM_GETIMAGELIST, on_get_images},
    {HDM_GETORDERARRAY, on_get_order},
    {HDM_ORDERTOINDEX, on_order_to_index},
};

LRESULT CALLBACK header_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<Header> table{common_entries<Header>(), kEntries};
  return user::run_control(table, handle, message, wparam, lparam);
}

}  // namespace

RECT Header::place_of(int index) const {
  RECT area = client();
  for (int each = 0; each < index; ++each) area.left += items[static_cast<std::size_t>(each)].width;
  area.right = area.left + (has(index) ? items[static_cast<std::size_t>(index)].width : 0);
  return area;
}

int Header::total_width() const {
  int width = 0;
  for (const HeaderItem& item : items) width += item.width;
  return width;
}

void Header::redraw(int index) {
  const RECT area = place_of(index);
  InvalidateRect(handle, &area, TRUE);
}

// A divider belongs to the column at its left.
HeaderHit Header::hit(POINT point) const {
  const RECT area = client();
  if (point.y < area.top || point.y >= area.bottom) return {};
  HeaderHit found;
  for (int index = 0; has(index); ++index) {
    const RECT place = place_of(index);
    const int reach = std::min<int>(kGrip, std::max<int>((place.right - place.left) / 2, 1));
    if (point.x >= place.right - reach && point.x < place.right + kGrip / 2) return {index, true};
    if (PtInRect(&place, point)) found = {index, false};
  }
  return found;
}

LRESULT Header::tell_item(UINT code, int index, UINT mask, int width) {
  NMHEADERW about{};
  HDITEMW item{};
  const auto place = static_cast<std::size_t>(index);
  item.mask = mask;
  item.cxy = width >= 0 ? width : items[place].width;
  item.fmt = items[place].format;
  item.lParam = items[place].data;
  about.iItem = index;
  about.pitem = mask != 0 ? &item : nullptr;
  // The ANSI codes lie twenty before the Unicode ones.
  return tell(about.hdr, unicode ? code : code + (HDN_ITEMCHANGINGA - HDN_ITEMCHANGINGW));
}

void Header::set_width(int index, int width) {
  if (tell_item(HDN_ITEMCHANGINGW, index, HDI_WIDTH, width) != 0) return;
  if (!alive() || !has(index)) return;
  items[static_cast<std::size_t>(index)].width = width;
  InvalidateRect(handle, nullptr, TRUE);
  tell_item(HDN_ITEMCHANGEDW, index, HDI_WIDTH, width);
}

const user::SystemClass kHeaderClass{u"SysHeader32", CS_DBLCLKS | CS_GLOBALCLASS, header_procedure,
                                     sizeof(void*),  MAKEINTRESOURCEW(32512),     nullptr};

}  // namespace transom::comctl
