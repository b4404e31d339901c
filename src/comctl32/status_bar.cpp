// The status bar: parts with text along the edge of a window.
// https://learn.microsoft.com/windows/win32/controls/status-bars
#include <algorithm>
#include <vector>

#include "comctl32/classes.h"
#include "comctl32/common_control.h"
#include "user32/control/scroll_bar_draw.h"
#include "user32/default/input_handlers.h"
#include "user32/draw/sys_colors.h"

namespace transom::comctl {
namespace {

constexpr int kTopBorder = 2;
constexpr int kGap = 2;  // between parts
constexpr int kTextMargin = 3;
constexpr std::size_t kMostParts = 256;
constexpr WORD kTechniques =
    SBT_OWNERDRAW | SBT_NOBORDERS | SBT_POPOUT | SBT_RTLREADING | SBT_NOTABPARSING;

struct Part {
  int right = -1;  // -1: to the end of the bar
  std::u16string text;
  WORD technique = 0;
  LPARAM data = 0;  // SBT_OWNERDRAW
  HICON icon = nullptr;
  std::u16string tip;
};

class StatusBar : public CommonControl {
 public:
  explicit StatusBar(user::Window& window) : CommonControl(window), parts(1) {}
  ~StatusBar() override {
    if (own_font != nullptr) DeleteObject(own_font);
  }

  RECT rect_of(std::size_t index) const;
  Part* part(WPARAM index);
  int height() const;
  void resize() { align_bar(*this, height()); }
  bool has_grip() const;

  std::vector<Part> parts;
  Part simple_part;
  bool simple = false;
  int minimum_height = 0;
  COLORREF background = CLR_DEFAULT;
  HFONT own_font = nullptr;
};

// The drawing area is as high as the text and its edges.
int StatusBar::height() const {
  const int text = text_height(MeasuringDc(*this)) + 4;
  return std::max(text, minimum_height) + kTopBorder + 1;
}

RECT StatusBar::rect_of(std::size_t index) const {
  const RECT area = client();
  const int left = index == 0 ? 0 : parts[index - 1].right + kGap;
  const int right = parts[index].right == -1 ? area.right : parts[index].right;
  return {left, kTopBorder, right, area.bottom};
}

Part* StatusBar::part(WPARAM index) {
  if (index == SB_SIMPLEID) return &simple_part;
  return index < parts.size() ? &parts[index] : nullptr;
}

bool StatusBar::has_grip() const {
  const HWND top = GetAncestor(handle, GA_ROOT);
  return has_style(SBARS_SIZEGRIP) && !IsZoomed(top);
}

// ---- Drawing

// "Text to the right of a single tab is centered, and to the right of a second one right-aligned."
void draw_aligned(HDC dc, RECT area, std::u16string_view text, bool tabs) {
  constexpr UINT kAlignments[] = {DT_LEFT, DT_CENTER, DT_RIGHT};
  for (const UINT alignment : kAlignments) {
    const std::size_t tab = tabs ? text.find(u'\t') : std::u16string_view::npos;
    const std::u16string_view now = text.substr(0, tab);
    DrawTextW(dc, base::as_wchar(now.data()), static_cast<int>(now.size()), &area,
              alignment | DT_SINGLELINE | DT_VCENTER | DT_NOPREFIX);
    if (tab == std::u16string_view::npos) return;
    text.remove_prefix(tab + 1);
  }
}

void draw_edge(HDC dc, RECT& area, WORD technique) {
  if ((technique & SBT_NOBORDERS) != 0) return;
  const UINT edge = (technique & SBT_POPOUT) != 0 ? BDR_RAISEDINNER : BDR_SUNKENOUTER;
  DrawEdge(dc, &area, edge, BF_RECT | BF_ADJUST);
}

void draw_text_part(HDC dc, RECT area, const Part& part) {
  draw_edge(dc, area, part.technique);
  if (part.icon != nullptr) {
    const int size = area.bottom - area.top - 2;
    DrawIconEx(dc, area.left + 2, area.top + 1, part.icon, size, size, 0, nullptr, DI_NORMAL);
    area.left += size + 2;
  }
  InflateRect(&area, -kTextMargin + 1, 0);
  draw_aligned(dc, area, part.text, (part.technique & SBT_NOTABPARSING) == 0);
}

// https://learn.microsoft.com/windows/win32/controls/status-bars#owner-drawn-status-bars
void ask_owner(StatusBar& bar, HDC dc, std::size_t index) {
  DRAWITEMSTRUCT draw{};
  draw.CtlID = bar.id();
  draw.itemID = static_cast<UINT>(index);
  draw.hwndItem = bar.handle;
  draw.hDC = dc;
  draw.rcItem = bar.rect_of(index);
  draw.itemData = static_cast<ULONG_PTR>(bar.parts[index].data);
  draw_edge(dc, draw.rcItem, bar.parts[index].technique);
  user::send_message(GetParent(bar.handle), WM_DRAWITEM, bar.id(), reinterpret_cast<LPARAM>(&draw));
}

void draw_parts(StatusBar& bar, HDC dc) {
  for (std::size_t index = 0; bar.alive() && index < bar.parts.size(); ++index) {
    if ((bar.parts[index].technique & SBT_OWNERDRAW) != 0) {
      ask_owner(bar, dc, index);
    } else {
      draw_text_part(dc, bar.rect_of(index), bar.parts[index]);
    }
  }
}

RECT grip_box(const StatusBar& bar) {
  RECT box = bar.client();
  box.left = box.right - GetSystemMetrics(SM_CXVSCROLL);
  box.top = box.bottom - GetSystemMetrics(SM_CYHSCROLL);
  return box;
}

// https://learn.microsoft.com/windows/win32/gdi/wm-paint
LRESULT on_paint(StatusBar& bar, const ControlCall& call) {
  const user::ControlPaint paint(bar, call);
  if (!paint) return 0;
  const HDC dc = paint.dc();
  const user::ControlFont selected(dc, bar.font);
  SetBkMode(dc, TRANSPARENT);
  SetTextColor(dc, user::system_color(COLOR_BTNTEXT));
  if (bar.simple) {
    RECT area = bar.client();
    area.top = kTopBorder;
    draw_text_part(dc, area, bar.simple_part);
  } else {
    draw_parts(bar, dc);
  }
  if (bar.alive() && bar.has_grip()) user::draw_size_grip(dc, grip_box(bar));
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-erasebkgnd
LRESULT on_erase(StatusBar& bar, const ControlCall& call) {
  if (bar.background == CLR_DEFAULT) return bar.default_action(call);
  fill_solid(reinterpret_cast<HDC>(call.wparam), bar.client(), bar.background);
  return TRUE;
}

// ---- Size

LRESULT on_create(StatusBar& bar, const ControlCall& call) {
  bar.own_font = make_status_font();
  bar.font = bar.own_font;
  const auto* made = reinterpret_cast<const CREATESTRUCTW*>(call.lparam);
  bar.parts[0].text = IS_INTRESOURCE(made->lpszName) ? u"" : base::as_char16(made->lpszName);
  // Along the bottom unless it says otherwise.
  if ((bar.style() & 0x03) == 0) bar.change_style(0, CCS_BOTTOM);
  bar.resize();
  return bar.alive() ? 0 : -1;
}

// Whatever the size is said to be: the bar follows its parent.
// https://learn.microsoft.com/windows/win32/winmsg/wm-size
LRESULT on_size(StatusBar& bar, const ControlCall&) {
  if (!bar.window.creating) bar.resize();
  if (bar.alive()) InvalidateRect(bar.handle, nullptr, TRUE);
  return 0;
}

LRESULT on_set_bar_font(StatusBar& bar, const ControlCall& call) {
  user::on_set_font(bar, call);
  bar.resize();
  return 0;
}

LRESULT on_hit_test(StatusBar& bar, const ControlCall& call) {
  POINT point = user::point_of(call.lparam);
  ScreenToClient(bar.handle, &point);
  const RECT box = grip_box(bar);
  if (bar.has_grip() && PtInRect(&box, point)) return HTBOTTOMRIGHT;
  return bar.default_action(call);
}

// The grip sizes the window that the bar is part of.
LRESULT on_nc_left_down(StatusBar& bar, const ControlCall& call) {
  if (call.wparam != HTBOTTOMRIGHT) return bar.default_action(call);
  const HWND top = GetAncestor(bar.handle, GA_ROOT);
  user::send_message(top, WM_NCLBUTTONDOWN, HTBOTTOMRIGHT, call.lparam);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/sb-setminheight
LRESULT on_set_minimum_height(StatusBar& bar, const ControlCall& call) {
  bar.minimum_height = std::clamp(static_cast<int>(call.wparam), 0, 0x4000);
  bar.resize();
  return 0;
}

// ---- Parts

// https://learn.microsoft.com/windows/win32/controls/sb-setparts
LRESULT on_set_parts(StatusBar& bar, const ControlCall& call) {
  const auto* rights = reinterpret_cast<const int*>(call.lparam);
  if (call.wparam == 0 || call.wparam > kMostParts || rights == nullptr) return FALSE;
  bar.parts.resize(call.wparam);
  for (std::size_t index = 0; index < bar.parts.size(); ++index) {
    bar.parts[index].right = rights[index];
  }
  InvalidateRect(bar.handle, nullptr, TRUE);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/sb-getparts
LRESULT on_get_parts(StatusBar& bar, const ControlCall& call) {
  auto* rights = reinterpret_cast<int*>(call.lparam);
  for (std::size_t index = 0; rights != nullptr && index < bar.parts.size() && index < call.wparam;
       ++index) {
    rights[index] = bar.parts[index].right;
  }
  return static_cast<LRESULT>(bar.parts.size());
}

// https://learn.microsoft.com/windows/win32/controls/sb-getborders
LRESULT on_get_borders(StatusBar&, const ControlCall& call) {
  auto* borders = reinterpret_cast<int*>(call.lparam);
  if (borders == nullptr) return FALSE;
  borders[0] = 0;
  borders[1] = kTopBorder;
  borders[2] = kGap;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/sb-getrect
LRESULT on_get_rect(StatusBar& bar, const ControlCall& call) {
  auto* out = reinterpret_cast<RECT*>(call.lparam);
  if (out == nullptr || call.wparam >= bar.parts.size()) return FALSE;
  *out = bar.rect_of(call.wparam);
  return TRUE;
}

void redraw_part(StatusBar& bar, WPARAM index) {
  if (bar.simple != (index == SB_SIMPLEID)) return;
  if (bar.simple) {
    InvalidateRect(bar.handle, nullptr, TRUE);
  } else {
    const RECT area = bar.rect_of(index);
    InvalidateRect(bar.handle, &area, TRUE);
  }
}

LRESULT set_text(StatusBar& bar, const ControlCall& call, bool ansi) {
  const WPARAM index = LOBYTE(call.wparam);
  Part* part = bar.part(index);
  const auto technique = static_cast<WORD>(call.wparam & kTechniques);
  if (part == nullptr) return FALSE;
  if ((technique & SBT_OWNERDRAW) != 0) {
    if (index == SB_SIMPLEID) return FALSE;
    part->data = call.lparam;
    part->text.clear();
  } else {
    part->text = text_of(call.lparam, ansi);
  }
  part->technique = technique;
  redraw_part(bar, index);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/sb-settext
LRESULT on_set_text_w(StatusBar& bar, const ControlCall& call) {
  return set_text(bar, call, false);
}
LRESULT on_set_text_a(StatusBar& bar, const ControlCall& call) {
  return set_text(bar, call, true);
}

LRESULT get_text(StatusBar& bar, const ControlCall& call, bool ansi) {
  const Part* part = bar.part(LOBYTE(call.wparam));
  if (part == nullptr) return 0;
  if ((part->technique & SBT_OWNERDRAW) != 0) return part->data;
  copy_text(part->text, call.lparam, ansi);
  return MAKELONG(part->text.size(), part->technique);
}

// Low word: the length; high word: the technique. The item's data where the owner draws it.
// https://learn.microsoft.com/windows/win32/controls/sb-gettext
LRESULT on_get_text_w(StatusBar& bar, const ControlCall& call) {
  return get_text(bar, call, false);
}
LRESULT on_get_text_a(StatusBar& bar, const ControlCall& call) {
  return get_text(bar, call, true);
}

// https://learn.microsoft.com/windows/win32/controls/sb-gettextlength
LRESULT on_get_text_length(StatusBar& bar, const ControlCall& call) {
  const Part* part = bar.part(LOBYTE(call.wparam));
  return part != nullptr ? MAKELONG(part->text.size(), part->technique) : 0;
}

// WM_SETTEXT and its like are about the first part alone.
LRESULT on_window_text(StatusBar& bar, const ControlCall& call) {
  bar.parts[0].text = text_of(call.lparam, false);
  bar.parts[0].technique = 0;
  redraw_part(bar, 0);
  return TRUE;
}
LRESULT on_get_window_text(StatusBar& bar, const ControlCall& call) {
  return static_cast<LRESULT>(copy_text(bar.parts[0].text, call.lparam, call.wparam, false));
}
LRESULT on_window_text_length(StatusBar& bar, const ControlCall&) {
  return static_cast<LRESULT>(bar.parts[0].text.size());
}

// https://learn.microsoft.com/windows/win32/controls/sb-simple
LRESULT on_simple(StatusBar& bar, const ControlCall& call) {
  const bool wanted = call.wparam != 0;
  if (std::exchange(bar.simple, wanted) == wanted) return TRUE;
  InvalidateRect(bar.handle, nullptr, TRUE);
  bar.tell(SBN_SIMPLEMODECHANGE);
  return TRUE;
}

LRESULT on_is_simple(StatusBar& bar, const ControlCall&) {
  return bar.simple;
}

// -1: the simple part's.
// https://learn.microsoft.com/windows/win32/controls/sb-seticon
LRESULT on_set_icon(StatusBar& bar, const ControlCall& call) {
  const WPARAM index = call.wparam == WPARAM(-1) ? SB_SIMPLEID : call.wparam;
  Part* part = bar.part(index);
  if (part == nullptr) return FALSE;
  part->icon = reinterpret_cast<HICON>(call.lparam);
  redraw_part(bar, index);
  return TRUE;
}
LRESULT on_get_icon(StatusBar& bar, const ControlCall& call) {
  const Part* part = bar.part(call.wparam);
  return part != nullptr ? reinterpret_cast<LRESULT>(part->icon) : 0;
}

template <bool kAnsi>
LRESULT on_set_tip(StatusBar& bar, const ControlCall& call) {
  if (Part* part = bar.part(call.wparam)) part->tip = text_of(call.lparam, kAnsi);
  return 0;
}
// Low word: which part; high word: the buffer's size.
template <bool kAnsi>
LRESULT on_get_tip(StatusBar& bar, const ControlCall& call) {
  const Part* part = bar.part(LOWORD(call.wparam));
  if (part != nullptr) copy_text(part->tip, call.lparam, HIWORD(call.wparam), kAnsi);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/sb-setbkcolor
LRESULT on_set_background(StatusBar& bar, const ControlCall& call) {
  const COLORREF before = std::exchange(bar.background, static_cast<COLORREF>(call.lparam));
  InvalidateRect(bar.handle, nullptr, TRUE);
  return static_cast<LRESULT>(before);
}

// ---- Mouse

std::size_t part_at(const StatusBar& bar, POINT point) {
  for (std::size_t index = 0; index < bar.parts.size(); ++index) {
    const RECT area = bar.rect_of(index);
    if (PtInRect(&area, point)) return index;
  }
  return SIZE_MAX;
}

// NM_CLICK and its company say which part, in simple mode -2.
template <UINT kCode>
LRESULT on_click(StatusBar& bar, const ControlCall& call) {
  NMMOUSE mouse{};
  mouse.pt = user::point_of(call.lparam);
  mouse.dwItemSpec = bar.simple ? DWORD_PTR(-2) : part_at(bar, mouse.pt);
  return bar.tell(mouse.hdr, kCode) != 0 || !bar.alive() ? 0 : bar.default_action(call);
}

constexpr ControlEntry<StatusBar> kEntries[] = {
    {WM_CREATE, on_create},
    {WM_SIZE, on_size},
    {WM_SETFONT, on_set_bar_font},
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase},
    {WM_NCHITTEST, on_hit_test},
    {WM_NCLBUTTONDOWN, on_nc_left_down},
    {WM_SETTEXT, on_window_text},
    {WM_GETTEXT, on_get_window_text},
    {WM_GETTEXTLENGTH, on_window_text_length},
    {WM_LBUTTONUP, on_click<NM_CLICK>},
    {WM_LBUTTONDBLCLK, on_click<NM_DBLCLK>},
    {WM_RBUTTONUP, on_click<NM_RCLICK>},
    {WM_RBUTTONDBLCLK, on_click<NM_RDBLCLK>},
    {SB_SETTEXTA, on_set_text_a},
    {SB_SETTEXTW, on_set_text_w},
    {SB_GETTEXTA, on_get_text_a},
    {SB_GETTEXTW, on_get_text_w},
    {SB_GETTEXTLENGTHA, on_get_text_length},
    {SB_GETTEXTLENGTHW, on_get_text_length},
    {SB_SETPARTS, on_set_parts},
    {SB_GETPARTS, on_get_parts},
    {SB_GETBORDERS, on_get_borders},
    {SB_SETMINHEIGHT, on_set_minimum_height},
    {SB_SIMPLE, on_simple},
    {SB_GETRECT, on_get_rect},
    {SB_ISSIMPLE, on_is_simple},
    {SB_SETICON, on_set_icon},
    {SB_GETICON, on_get_icon},
    {SB_SETTIPTEXTA, on_set_tip<true>},
    {SB_SETTIPTEXTW, on_set_tip<false>},
    {SB_GETTIPTEXTA, on_get_tip<true>},
    {SB_GETTIPTEXTW, on_get_tip<false>},
    {SB_SETBKCOLOR, on_set_background},
};

LRESULT CALLBACK status_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<StatusBar> table{common_entries<StatusBar>(), kEntries};
  return user::run_control(table, handle, message, wparam, lparam);
}

HWND create_status(LONG style, const WCHAR* text, HWND parent, UINT id) {
  return CreateWindowExW(0, STATUSCLASSNAMEW, text, static_cast<DWORD>(style), 0, 0, 0, 0, parent,
                         reinterpret_cast<HMENU>(static_cast<UINT_PTR>(id)), nullptr, nullptr);
}

void draw_status(HDC dc, const RECT* area, std::u16string text, UINT flags) {
  if (area == nullptr) return;
  Part part;
  part.text = std::move(text);
  part.technique = static_cast<WORD>(flags);
  const int before = SetBkMode(dc, TRANSPARENT);
  draw_text_part(dc, *area, part);
  SetBkMode(dc, before);
}

}  // namespace

const user::SystemClass kStatusBarClass{
    u"msctls_statusbar32",   CS_DBLCLKS | CS_VREDRAW | CS_GLOBALCLASS,
    status_procedure,        sizeof(void*),
    MAKEINTRESOURCEW(32512), reinterpret_cast<HBRUSH>(COLOR_BTNFACE + 1)};

}  // namespace transom::comctl

using namespace transom;
using namespace transom::comctl;

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-createstatuswindoww
HWND WINAPI CreateStatusWindowW(LONG style, LPCWSTR text, HWND parent, UINT id) {
  return create_status(style, text, parent, id);
}

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-createstatuswindowa
HWND WINAPI CreateStatusWindowA(LONG style, LPCSTR text, HWND parent, UINT id) {
  return create_status(style, base::as_wchar(base::to_utf16(text)), parent, id);
}

// Draws as a part does, with the context's font.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-drawstatustextw
void WINAPI DrawStatusTextW(HDC dc, LPCRECT area, LPCWSTR text, UINT flags) {
  draw_status(dc, area, text != nullptr ? base::as_char16(text) : u"", flags);
}

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-drawstatustexta
void WINAPI DrawStatusTextA(HDC dc, LPCRECT area, LPCSTR text, UINT flags) {
  draw_status(dc, area, base::to_utf16(text), flags);
}
