// The tab control: a row of tabs above an area for pages.
// https://learn.microsoft.com/windows/win32/controls/tab-controls
#include <algorithm>
#include <cstring>
#include <vector>

#include "comctl32/classes.h"
#include "comctl32/common_control.h"
#include "comctl32/image_list/image_list.h"
#include "comctl32/tool_tip/tip_client.h"
#include "user32/default/input_handlers.h"
#include "user32/draw/sys_colors.h"

namespace transom::comctl {
namespace {

constexpr int kEdge = 2;  // how far the selected tab reaches over its neighbours

struct Tab {
  std::u16string text;
  int image = -1;
  DWORD state = 0;
  std::vector<std::byte> extra;  // the program's bytes; usually an LPARAM
  RECT place{};
  int row = 0;
};

class TabControl : public CommonControl {
 public:
  explicit TabControl(user::Window& window) : CommonControl(window) {}

  bool has(int index) const { return index >= 0 && static_cast<std::size_t>(index) < tabs.size(); }
  bool buttons() const { return has_style(TCS_BUTTONS); }
  bool bottom() const { return has_style(TCS_BOTTOM) && !has_style(TCS_VERTICAL); }
  void lay_out();
  int hit(POINT point) const;
  RECT page() const;  // the area that tabs leave, with its edge
  int strip_height() const { return rows * tab_height + kEdge; }
  // With TCN_SELCHANGING, which may refuse, and TCN_SELCHANGE.
  void choose(int index);

  std::vector<Tab> tabs;
  int selected = -1;
  int focus_tab = -1;
  int extra_size = sizeof(LPARAM);
  HIMAGELIST images = nullptr;
  TipClient tips;
  SIZE padding{6, 3};
  SIZE fixed{0, 0};
  int minimum_width = 42;
  int tab_height = 20;
  int rows = 0;
  int pressed = -1;
};

// ---- Layout

int width_of(const TabControl& control, const Tab& tab, HDC dc) {
  if (control.has_style(TCS_FIXEDWIDTH) && control.fixed.cx > 0) return control.fixed.cx;
  int width = text_width(dc, tab.text) + 2 * control.padding.cx;
  if (control.images != nullptr && tab.image >= 0) width += image_size(control.images).cx + 4;
  return std::max(width, control.minimum_width);
}

void TabControl::lay_out() {
  {
    const MeasuringDc dc(*this);
    const int picture = images != nullptr ? static_cast<int>(image_size(images).cy) : 0;
    tab_height = fixed.cy > 0 ? fixed.cy : std::max(text_height(dc), picture) + 2 * padding.cy + 1;
    const int right = client().right;
    int x = kEdge;
    int row = 0;
    for (Tab& tab : tabs) {
      const int width = width_of(*this, tab, dc);
      if (has_style(TCS_MULTILINE) && x > kEdge && x + width > right) {
        x = kEdge;
        ++row;
      }
      tab.row = row;
      tab.place = {x, 0, x + width, 0};
      x += width + (buttons() ? 3 : 0);
    }
    rows = tabs.empty() ? 0 : row + 1;
  }
  // The row of the selected tab lies next to the page.
  const int front = has(selected) ? tabs[static_cast<std::size_t>(selected)].row : rows - 1;
  for (Tab& tab : tabs) {
    const int distance = (front - tab.row + rows) % std::max(rows, 1);
    const int from_page = (distance + 1) * tab_height;
    tab.place.top = bottom() ? client().bottom - strip_height() + distance * tab_height
                             : strip_height() - from_page;
    tab.place.bottom = tab.place.top + tab_height;
  }
  InvalidateRect(handle, nullptr, TRUE);
}

RECT TabControl::page() const {
  RECT area = client();
  if (bottom()) {
    area.bottom -= strip_height();
  } else {
    area.top += strip_height();
  }
  return area;
}

int TabControl::hit(POINT point) const {
  for (std::size_t index = 0; index < tabs.size(); ++index) {
    if (PtInRect(&tabs[index].place, point)) return static_cast<int>(index);
  }
  return -1;
}

void TabControl::choose(int index) {
  if (index == selected || !has(index)) return;
  if (tell(TCN_SELCHANGING) != 0 || !alive() || !has(index)) return;
  selected = focus_tab = index;
  lay_out();
  tell(TCN_SELCHANGE);
}

// ---- Drawing

void draw_frame(const TabControl& control, HDC dc, RECT area, bool front) {
  if (control.buttons()) {
    DrawEdge(dc, &area, front ? EDGE_SUNKEN : EDGE_RAISED, BF_RECT | BF_SOFT);
    return;
  }
  if (front) InflateRect(&area, kEdge, 0);
  if (front && !control.bottom()) area.top -= kEdge;
  if (front && control.bottom()) area.bottom += kEdge;
  FillRect(dc, &area, user::system_color_brush(COLOR_BTNFACE));
  const UINT sides =
      control.bottom() ? BF_LEFT | BF_RIGHT | BF_BOTTOM : BF_LEFT | BF_TOP | BF_RIGHT;
  // A tab in front hides the page's edge below it.
  RECT edge = area;
  if (front) (control.bottom() ? edge.top -= 2 : edge.bottom += 2);
  if (front) FillRect(dc, &edge, user::system_color_brush(COLOR_BTNFACE));
  DrawEdge(dc, &edge, EDGE_RAISED, sides | BF_SOFT);
}

void ask_owner(TabControl& control, HDC dc, int index) {
  const Tab& tab = control.tabs[static_cast<std::size_t>(index)];
  DRAWITEMSTRUCT draw{};
  draw.CtlType = ODT_TAB;
  draw.CtlID = control.id();
  draw.itemID = static_cast<UINT>(index);
  draw.itemAction = ODA_DRAWENTIRE;
  draw.itemState = index == control.selected ? UINT{ODS_SELECTED} : 0;
  draw.hwndItem = control.handle;
  draw.hDC = dc;
  draw.rcItem = tab.place;
  std::memcpy(&draw.itemData, tab.extra.data(), std::min(tab.extra.size(), sizeof draw.itemData));
  user::send_message(GetParent(control.handle), WM_DRAWITEM, control.id(),
                     reinterpret_cast<LPARAM>(&draw));
}

void draw_tab(TabControl& control, HDC dc, int index) {
  const Tab& tab = control.tabs[static_cast<std::size_t>(index)];
  const bool front = index == control.selected;
  draw_frame(control, dc, tab.place, front);
  if (control.has_style(TCS_OWNERDRAWFIXED)) return ask_owner(control, dc, index);
  RECT text = tab.place;
  if (front && !control.buttons()) OffsetRect(&text, 0, control.bottom() ? 1 : -1);
  if (control.images != nullptr && tab.image >= 0) {
    const SIZE size = image_size(control.images);
    text.left += control.padding.cx;
    draw_image(control.images, tab.image, dc, text.left, (text.top + text.bottom - size.cy) / 2);
    text.left += size.cx;
  }
  DrawTextW(dc, base::as_wchar(tab.text), -1, &text, DT_CENTER | DT_VCENTER | DT_SINGLELINE);
  if (front && control.focused() && control.shows_focus()) {
    RECT focus = tab.place;
    InflateRect(&focus, -2, -2);
    DrawFocusRect(dc, &focus);
  }
}

LRESULT on_paint(TabControl& control, const ControlCall& call) {
  const user::ControlPaint paint(control, call);
  if (!paint) return 0;
  const HDC dc = paint.dc();
  const user::ControlFont selected(dc, control.font);
  SetBkMode(dc, TRANSPARENT);
  SetTextColor(dc, user::system_color(COLOR_BTNTEXT));
  RECT page = control.page();
  if (!control.buttons()) DrawEdge(dc, &page, EDGE_RAISED, BF_RECT | BF_SOFT);
  for (int index = 0; control.alive() && control.has(index); ++index) {
    if (index != control.selected) draw_tab(control, dc, index);
  }
  if (control.alive() && control.has(control.selected)) draw_tab(control, dc, control.selected);
  return 0;
}

LRESULT on_redraw(TabControl& control, const ControlCall&) {
  InvalidateRect(control.handle, nullptr, TRUE);
  return 0;
}

// ---- Tool tips

// A tab's tip is about its index. False: the control is gone.
bool relay_to_tips(TabControl& control, const ControlCall& call) {
  if (control.tips.handle() == nullptr) return true;
  std::vector<TipClient::Area> areas;
  for (const Tab& tab : control.tabs) areas.push_back({areas.size(), tab.place});
  control.tips.set_areas(control, std::move(areas));
  if (control.alive()) control.tips.relay(control, call);
  return control.alive();
}

LRESULT on_mouse_move(TabControl& control, const ControlCall& call) {
  return relay_to_tips(control, call) ? control.default_action(call) : 0;
}

// The parent knows what the tips say.
// https://learn.microsoft.com/windows/win32/controls/ttn-getdispinfo
LRESULT on_notify(TabControl& control, const ControlCall& call) {
  const auto* header = reinterpret_cast<const NMHDR*>(call.lparam);
  if (header == nullptr || !control.tips.sent(*header)) return control.default_action(call);
  return user::send_message(control.parent(), WM_NOTIFY, call.wparam, call.lparam);
}

LRESULT on_destroy(TabControl& control, const ControlCall& call) {
  control.tips.destroy();
  return control.default_action(call);
}

// ---- Mouse and keys

LRESULT on_left_down(TabControl& control, const ControlCall& call) {
  if (!relay_to_tips(control, call)) return 0;
  const int index = control.hit(user::point_of(call.lparam));
  if (index < 0) return 0;
  const bool takes_focus = !control.has_style(TCS_FOCUSNEVER) &&
                           (control.has_style(TCS_FOCUSONBUTTONDOWN) || index == control.selected);
  if (takes_focus) SetFocus(control.handle);
  if (!control.alive()) return 0;
  if (control.buttons()) {
    control.pressed = index;
    SetCapture(control.handle);
    return 0;
  }
  control.choose(index);
  return 0;
}

LRESULT on_left_up(TabControl& control, const ControlCall& call) {
  if (!relay_to_tips(control, call)) return 0;
  const int index = control.hit(user::point_of(call.lparam));
  const int pressed = std::exchange(control.pressed, -1);
  if (pressed >= 0) {
    ReleaseCapture();
    if (control.alive() && index == pressed) control.choose(index);
  }
  if (control.alive()) control.tell(NM_CLICK);
  return 0;
}

LRESULT on_right_up(TabControl& control, const ControlCall& call) {
  return control.tell(NM_RCLICK) != 0 || !control.alive() ? 0 : control.default_action(call);
}

LRESULT on_key_down(TabControl& control, const ControlCall& call) {
  NMTCKEYDOWN key{};
  key.wVKey = static_cast<WORD>(call.wparam);
  key.flags = static_cast<UINT>(call.lparam);
  control.tell(key.hdr, TCN_KEYDOWN);
  if (!control.alive()) return 0;
  switch (call.wparam) {
    case VK_LEFT:
      control.choose(control.selected - 1);
      return 0;
    case VK_RIGHT:
      control.choose(control.selected + 1);
      return 0;
    default:
      return control.default_action(call);
  }
}

LRESULT on_dialog_code(TabControl& control, const ControlCall&) {
  return control.buttons() ? DLGC_WANTARROWS | DLGC_WANTCHARS : DLGC_WANTARROWS;
}

// ---- Messages

LRESULT on_size(TabControl& control, const ControlCall&) {
  control.lay_out();
  return 0;
}

LRESULT on_create(TabControl& control, const ControlCall&) {
  if (control.font == nullptr) control.font = static_cast<HFONT>(GetStockObject(DEFAULT_GUI_FONT));
  if (control.has_style(TCS_TOOLTIPS)) control.tips.create(control);
  return control.alive() ? 0 : -1;
}

LRESULT on_set_tab_font(TabControl& control, const ControlCall& call) {
  user::on_set_font(control, call);
  control.lay_out();
  return 0;
}

void take(TabControl& control, Tab& tab, const TCITEMW& given, bool ansi) {
  if ((given.mask & TCIF_TEXT) != 0)
    tab.text = text_of(reinterpret_cast<LPARAM>(given.pszText), ansi);
  if ((given.mask & TCIF_IMAGE) != 0) tab.image = given.iImage;
  if ((given.mask & TCIF_STATE) != 0) {
    tab.state = (tab.state & ~given.dwStateMask) | (given.dwState & given.dwStateMask);
  }
  if ((given.mask & TCIF_PARAM) != 0) {
    std::memcpy(tab.extra.data(), &given.lParam, static_cast<std::size_t>(control.extra_size));
  }
}

// The first tab is selected as it comes.
// https://learn.microsoft.com/windows/win32/controls/tcm-insertitem
template <bool kAnsi>
LRESULT on_insert(TabControl& control, const ControlCall& call) {
  const auto* given = reinterpret_cast<const TCITEMW*>(call.lparam);
  if (given == nullptr || control.tabs.size() >= 0x4000) return -1;
  const auto index = std::min<std::size_t>(call.wparam, control.tabs.size());
  Tab tab;
  tab.extra.resize(static_cast<std::size_t>(control.extra_size));
  take(control, tab, *given, kAnsi);
  control.tabs.insert(control.tabs.begin() + static_cast<std::ptrdiff_t>(index), std::move(tab));
  if (control.selected < 0) {
    control.selected = control.focus_tab = 0;
  } else if (static_cast<int>(index) <= control.selected && control.tabs.size() > 1) {
    ++control.selected;
  }
  control.lay_out();
  return static_cast<LRESULT>(index);
}

LRESULT on_delete(TabControl& control, const ControlCall& call) {
  const auto index = static_cast<int>(call.wparam);
  if (!control.has(index)) return FALSE;
  control.tabs.erase(control.tabs.begin() + index);
  if (control.selected == index) control.selected = -1;
  if (control.selected > index) --control.selected;
  control.lay_out();
  return TRUE;
}

LRESULT on_delete_all(TabControl& control, const ControlCall&) {
  control.tabs.clear();
  control.selected = control.focus_tab = -1;
  control.lay_out();
  return TRUE;
}

template <bool kAnsi>
LRESULT on_get(TabControl& control, const ControlCall& call) {
  auto* out = reinterpret_cast<TCITEMW*>(call.lparam);
  const auto index = static_cast<int>(call.wparam);
  if (out == nullptr || !control.has(index)) return FALSE;
  const Tab& tab = control.tabs[static_cast<std::size_t>(index)];
  if ((out->mask & TCIF_IMAGE) != 0) out->iImage = tab.image;
  if ((out->mask & TCIF_STATE) != 0) {
    const bool front = index == control.selected;
    out->dwState = (tab.state | (front ? TCIS_BUTTONPRESSED : 0)) & out->dwStateMask;
  }
  if ((out->mask & TCIF_PARAM) != 0) {
    std::memcpy(&out->lParam, tab.extra.data(), tab.extra.size());
  }
  if ((out->mask & TCIF_TEXT) != 0 && out->cchTextMax > 0) {
    copy_text(tab.text, reinterpret_cast<LPARAM>(out->pszText),
              static_cast<std::size_t>(out->cchTextMax), kAnsi);
  }
  return TRUE;
}

template <bool kAnsi>
LRESULT on_set(TabControl& control, const ControlCall& call) {
  const auto* given = reinterpret_cast<const TCITEMW*>(call.lparam);
  const auto index = static_cast<int>(call.wparam);
  if (given == nullptr || !control.has(index)) return FALSE;
  take(control, control.tabs[static_cast<std::size_t>(index)], *given, kAnsi);
  control.lay_out();
  return TRUE;
}

// Only while there are no tabs. They are copied behind the structure's own members.
// https://learn.microsoft.com/windows/win32/controls/tcm-setitemextra
LRESULT on_set_extra(TabControl& control, const ControlCall& call) {
  constexpr WPARAM kMost = 4096;
  if (!control.tabs.empty() || call.wparam > kMost) return FALSE;
  control.extra_size = static_cast<int>(call.wparam);
  return TRUE;
}

LRESULT on_count(TabControl& control, const ControlCall&) {
  return static_cast<LRESULT>(control.tabs.size());
}
LRESULT on_get_selected(TabControl& control, const ControlCall&) {
  return control.selected;
}
LRESULT on_get_focus_tab(TabControl& control, const ControlCall&) {
  return control.focus_tab;
}

// By the program: without notifications.
// https://learn.microsoft.com/windows/win32/controls/tcm-setcursel
LRESULT on_select(TabControl& control, const ControlCall& call) {
  const auto index = static_cast<int>(call.wparam);
  if (index != -1 && !control.has(index)) return -1;
  const int before = std::exchange(control.selected, index);
  control.focus_tab = index;
  control.lay_out();
  return before;
}

LRESULT on_item_rect(TabControl& control, const ControlCall& call) {
  auto* out = reinterpret_cast<RECT*>(call.lparam);
  const auto index = static_cast<int>(call.wparam);
  if (out == nullptr || !control.has(index)) return FALSE;
  *out = control.tabs[static_cast<std::size_t>(index)].place;
  return TRUE;
}

// TRUE: from the page to the window that has it; FALSE: the other way.
// https://learn.microsoft.com/windows/win32/controls/tcm-adjustrect
LRESULT on_adjust(TabControl& control, const ControlCall& call) {
  auto* area = reinterpret_cast<RECT*>(call.lparam);
  if (area == nullptr) return -1;
  const int strip = std::max(control.rows, 1) * control.tab_height + kEdge;
  const int sign = call.wparam != 0 ? -1 : 1;
  const int before = control.bottom() ? 0 : strip;
  const int after = control.bottom() ? strip : 0;
  area->left += sign * 4;
  area->top += sign * (before + 3);
  area->right -= sign * 4;
  area->bottom -= sign * (after + 4);
  return 0;
}

LRESULT on_hit_test(TabControl& control, const ControlCall& call) {
  auto* about = reinterpret_cast<TCHITTESTINFO*>(call.lparam);
  if (about == nullptr) return -1;
  const int index = control.hit(about->pt);
  about->flags = index >= 0 ? TCHT_ONITEM : TCHT_NOWHERE;
  return index;
}

LRESULT on_rows(TabControl& control, const ControlCall&) {
  return control.rows;
}

LRESULT on_set_item_size(TabControl& control, const ControlCall& call) {
  const SIZE before = control.fixed;
  control.fixed = {LOWORD(call.lparam), HIWORD(call.lparam)};
  control.lay_out();
  return MAKELONG(before.cx, before.cy);
}

LRESULT on_set_padding(TabControl& control, const ControlCall& call) {
  control.padding = {LOWORD(call.lparam), HIWORD(call.lparam)};
  control.lay_out();
  return 0;
}

LRESULT on_minimum_width(TabControl& control, const ControlCall& call) {
  constexpr int kUsual = 42;
  const auto wanted = static_cast<int>(call.lparam);
  const int before = std::exchange(control.minimum_width, wanted < 0 ? kUsual : wanted);
  control.lay_out();
  return before;
}

LRESULT on_set_images(TabControl& control, const ControlCall& call) {
  const HIMAGELIST before =
      std::exchange(control.images, reinterpret_cast<HIMAGELIST>(call.lparam));
  control.lay_out();
  return reinterpret_cast<LRESULT>(before);
}
LRESULT on_get_images(TabControl& control, const ControlCall&) {
  return reinterpret_cast<LRESULT>(control.images);
}

LRESULT on_set_tool_tips(TabControl& control, const ControlCall& call) {
  control.tips.replace(reinterpret_cast<HWND>(call.wparam));
  return 0;
}
LRESULT on_get_tool_tips(TabControl& control, const ControlCall&) {
  return reinterpret_cast<LRESULT>(control.tips.handle());
}

constexpr ControlEntry<TabControl> kEntries[] = {
    {WM_CREATE, on_create},
    {WM_SIZE, on_size},
    {WM_SETFONT, on_set_tab_font},
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_SETFOCUS, on_redraw},
    {WM_KILLFOCUS, on_redraw},
    {WM_LBUTTONDOWN, on_left_down},
    {WM_LBUTTONDBLCLK, on_left_down},
    {WM_LBUTTONUP, on_left_up},
    {WM_RBUTTONUP, on_right_up},
    {WM_MOUSEMOVE, on_mouse_move},
    {WM_NOTIFY, on_notify},
    {WM_DESTROY, on_destroy},
    {WM_KEYDOWN, on_key_down},
    {WM_GETDLGCODE, on_dialog_code},
    {TCM_INSERTITEMA, on_insert<true>},
    {TCM_INSERTITEMW, on_insert<false>},
    {TCM_DELETEITEM, on_delete},
    {TCM_DELETEALLITEMS, on_delete_all},
    {TCM_GETITEMA, on_get<true>},
    {TCM_GETITEMW, on_get<false>},
    {TCM_SETITEMA, on_set<true>},
    {TCM_SETITEMW, on_set<false>},
    {TCM_SETITEMEXTRA, on_set_extra},
    {TCM_GETITEMCOUNT, on_count},
    {TCM_GETCURSEL, on_get_selected},
    {TCM_SETCURSEL, on_select},
    {TCM_GETCURFOCUS, on_get_focus_tab},
    {TCM_GETITEMRECT, on_item_rect},
    {TCM_ADJUSTRECT, on_adjust},
    {TCM_HITTEST, on_hit_test},
    {TCM_GETROWCOUNT, on_rows},
    {TCM_SETITEMSIZE, on_set_item_size},
    {TCM_SETPADDING, on_set_padding},
    {TCM_SETMINTABWIDTH, on_minimum_width},
    {TCM_SETIMAGELIST, on_set_images},
    {TCM_GETIMAGELIST, on_get_images},
    {TCM_SETTOOLTIPS, on_set_tool_tips},
    {TCM_GETTOOLTIPS, on_get_tool_tips},
};

LRESULT CALLBACK tab_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<TabControl> table{common_entries<TabControl>(), kEntries};
  return user::run_control(table, handle, message, wparam, lparam);
}

}  // namespace

const user::SystemClass kTabControlClass{
    u"SysTabControl32",      CS_DBLCLKS | CS_HREDRAW | CS_VREDRAW | CS_PARENTDC | CS_GLOBALCLASS,
    tab_procedure,           sizeof(void*),
    MAKEINTRESOURCEW(32512), reinterpret_cast<HBRUSH>(COLOR_BTNFACE + 1)};

}  // namespace transom::comctl
