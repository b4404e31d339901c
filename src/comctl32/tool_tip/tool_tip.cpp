#include "comctl32/tool_tip/tool_tip.h"

#include "comctl32/classes.h"

namespace transom::comctl {
namespace {

// A balloon's edge is part of its shape, which its own client area draws.
// https://learn.microsoft.com/windows/win32/controls/tooltip-styles
LRESULT on_tip_nc_create(ToolTip& tip, const ControlCall& call) {
  const DWORD border = tip.balloon() ? 0 : WS_BORDER;
  tip.change_style(WS_CHILD | WS_CAPTION | WS_THICKFRAME | WS_BORDER, WS_POPUP | border);
  SetWindowLongW(tip.handle, GWL_EXSTYLE,
                 GetWindowLongW(tip.handle, GWL_EXSTYLE) | WS_EX_TOOLWINDOW);
  const LRESULT result = tip.default_action(call);
  if (result != 0 && tip.alive() && tip.parent() != nullptr) tip.ask_format();
  return tip.alive() ? result : 0;
}

void make_title_font(ToolTip& tip) {
  LOGFONTW description{};
  if (GetObjectW(tip.font, sizeof description, &description) == 0) return;
  description.lfWeight = FW_BOLD;
  if (tip.title_font != nullptr) DeleteObject(tip.title_font);
  tip.title_font = CreateFontIndirectW(&description);
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-create
LRESULT on_create(ToolTip& tip, const ControlCall&) {
  tip.own_font = make_status_font();
  tip.font = tip.own_font;
  make_title_font(tip);
  return 0;
}

// Subclasses go with the tip.
// https://learn.microsoft.com/windows/win32/winmsg/wm-destroy
LRESULT on_destroy(ToolTip& tip, const ControlCall&) {
  while (!tip.tools.empty()) {
    const std::unique_ptr<Tool> tool = std::move(tip.tools.back());
    tip.tools.pop_back();
    tip.unwatch(*tool);
  }
  tip.current = nullptr;
  return 0;
}

LRESULT on_set_tip_font(ToolTip& tip, const ControlCall& call) {
  tip.font = call.wparam != 0 ? reinterpret_cast<HFONT>(call.wparam) : tip.own_font;
  make_title_font(tip);
  tip.show_again();
  return 0;
}

LRESULT on_paint(ToolTip& tip, const ControlCall& call) {
  const user::ControlPaint paint(tip, call);
  if (!paint) return 0;
  NMTTCUSTOMDRAW about{};
  about.nmcd.hdc = paint.dc();
  about.nmcd.rc = tip.client();
  about.uDrawFlags = tip.layout.format;
  about.nmcd.dwDrawStage = CDDS_PREPAINT;
  LRESULT wanted = CDRF_DODEFAULT;
  if (tip.current != nullptr) wanted = tip.tell_tool(*tip.current, about.nmcd.hdr, NM_CUSTOMDRAW);
  if (tip.alive() && (wanted & CDRF_SKIPDEFAULT) == 0) tip.draw(paint.dc());
  return 0;
}

LRESULT on_erase(ToolTip&, const ControlCall&) {
  return TRUE;  // painting covers all of it
}

int whole(LPARAM delay) {
  return static_cast<short>(LOWORD(delay)) == -1 ? -1 : static_cast<int>(LOWORD(delay));
}

// https://learn.microsoft.com/windows/win32/controls/ttm-setdelaytime
LRESULT on_set_delay(ToolTip& tip, const ControlCall& call) {
  switch (call.wparam) {
    case TTDT_INITIAL:
      tip.initial_delay = whole(call.lparam);
      break;
    case TTDT_RESHOW:
      tip.reshow_delay = whole(call.lparam);
      break;
    case TTDT_AUTOPOP:
      tip.autopop_delay = whole(call.lparam);
      break;
    case TTDT_AUTOMATIC: {
      const int initial = static_cast<short>(LOWORD(call.lparam));
      tip.initial_delay = initial < 0 ? -1 : initial;
      tip.autopop_delay = initial < 0 ? -1 : initial * 10;
      tip.reshow_delay = initial < 0 ? -1 : initial / 5;
      break;
    }
    default:
      break;
  }
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-getdelaytime
LRESULT on_get_delay(ToolTip& tip, const ControlCall& call) {
  const auto by_click = static_cast<int>(GetDoubleClickTime());
  const auto value = [](int own, int usual) { return own >= 0 ? own : usual; };
  switch (call.wparam) {
    case TTDT_AUTOMATIC:
    case TTDT_INITIAL:
      return value(tip.initial_delay, by_click);
    case TTDT_RESHOW:
      return value(tip.reshow_delay, by_click / 5);
    case TTDT_AUTOPOP:
      return value(tip.autopop_delay, by_click * 10);
    default:
      return 0;
  }
}

// https://learn.microsoft.com/windows/win32/controls/ttm-setmaxtipwidth
LRESULT on_set_maximum(ToolTip& tip, const ControlCall& call) {
  return std::exchange(tip.maximum_width, static_cast<int>(call.lparam));
}
LRESULT on_get_maximum(ToolTip& tip, const ControlCall&) {
  return tip.maximum_width;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-setmargin
LRESULT on_set_margin(ToolTip& tip, const ControlCall& call) {
  if (const auto* margin = reinterpret_cast<const RECT*>(call.lparam)) tip.margin = *margin;
  return 0;
}
LRESULT on_get_margin(ToolTip& tip, const ControlCall& call) {
  if (auto* margin = reinterpret_cast<RECT*>(call.lparam)) *margin = tip.margin;
  return 0;
}

template <COLORREF ToolTip::*kColor>
LRESULT on_set_color(ToolTip& tip, const ControlCall& call) {
  tip.*kColor = static_cast<COLORREF>(call.wparam);
  InvalidateRect(tip.handle, nullptr, TRUE);
  return 0;
}
template <COLORREF ToolTip::*kColor, int kSystem>
LRESULT on_get_color(ToolTip& tip, const ControlCall&) {
  return tip.*kColor != CLR_DEFAULT ? tip.*kColor : GetSysColor(kSystem);
}

// https://learn.microsoft.com/windows/win32/controls/ttm-adjustrect
LRESULT on_adjust(ToolTip& tip, const ControlCall& call) {
  auto* area = reinterpret_cast<RECT*>(call.lparam);
  if (area == nullptr) return FALSE;
  const TipLayout empty = tip.lay_out(u"");
  const SIZE outer = tip.outer_size(empty);
  const int border = GetSystemMetrics(SM_CXBORDER);
  const LONG left = empty.body.left + border, top = empty.body.top + border;
  const LONG right = outer.cx - empty.body.right - border;
  const LONG bottom = outer.cy - empty.body.bottom - border;
  const int sign = call.wparam != 0 ? 1 : -1;
  *area = {area->left - sign * left, area->top - sign * top, area->right + sign * right,
           area->bottom + sign * bottom};
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-getbubblesize
LRESULT on_bubble_size(ToolTip& tip, const ControlCall& call) {
  const auto* info = reinterpret_cast<const TTTOOLINFOW*>(call.lparam);
  Tool* tool = info != nullptr ? tip.find(info->hwnd, info->uId) : nullptr;
  if (tool == nullptr) return FALSE;
  std::u16string text = tip.ask_text(*tool);
  if (!tip.alive()) return FALSE;
  const SIZE size = tip.outer_size(tip.lay_out(std::move(text)));
  return MAKELONG(size.cx, size.cy);
}

HICON standard_icon(UINT_PTR number) {
  switch (number) {
    case TTI_INFO:
    case TTI_INFO_LARGE:
      return LoadIconW(nullptr, MAKEINTRESOURCEW(32516));
    case TTI_WARNING:
    case TTI_WARNING_LARGE:
      return LoadIconW(nullptr, MAKEINTRESOURCEW(32515));
    case TTI_ERROR:
    case TTI_ERROR_LARGE:
      return LoadIconW(nullptr, MAKEINTRESOURCEW(32513));
    default:
      return nullptr;
  }
}

// https://learn.microsoft.com/windows/win32/controls/ttm-settitle
template <bool kAnsi>
LRESULT on_set_title(ToolTip& tip, const ControlCall& call) {
  constexpr std::size_t kLongest = 99;
  std::u16string title = text_of(call.lparam, kAnsi);
  if (title.size() > kLongest) return FALSE;
  tip.title = std::move(title);
  if (tip.owns_icon) DestroyIcon(tip.icon);
  tip.owns_icon = call.wparam > TTI_ERROR_LARGE;
  tip.icon =
      tip.owns_icon ? CopyIcon(reinterpret_cast<HICON>(call.wparam)) : standard_icon(call.wparam);
  tip.show_again();
  return TRUE;
}

constexpr ControlEntry<ToolTip> kEntries[] = {
    {WM_NCCREATE, on_tip_nc_create},
    {WM_CREATE, on_create},
    {WM_DESTROY, on_destroy},
    {WM_SETFONT, on_set_tip_font},
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase},
    {TTM_SETDELAYTIME, on_set_delay},
    {TTM_GETDELAYTIME, on_get_delay},
    {TTM_SETMAXTIPWIDTH, on_set_maximum},
    {TTM_GETMAXTIPWIDTH, on_get_maximum},
    {TTM_SETMARGIN, on_set_margin},
    {TTM_GETMARGIN, on_get_margin},
    {TTM_SETTIPBKCOLOR, on_set_color<&ToolTip::background>},
    {TTM_SETTIPTEXTCOLOR, on_set_color<&ToolTip::foreground>},
    {TTM_GETTIPBKCOLOR, on_get_color<&ToolTip::background, COLOR_INFOBK>},
    {TTM_GETTIPTEXTCOLOR, on_get_color<&ToolTip::foreground, COLOR_INFOTEXT>},
    {TTM_ADJUSTRECT, on_adjust},
    {TTM_GETBUBBLESIZE, on_bubble_size},
    {TTM_SETTITLEA, on_set_title<true>},
    {TTM_SETTITLEW, on_set_title<false>},
};

LRESULT CALLBACK tool_tip_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<ToolTip> table{common_entries<ToolTip>(), tool_tip_tool_entries(),
                                                 tool_tip_showing_entries(), kEntries};
  return user::run_control(table, handle, message, wparam, lparam);
}

}  // namespace

ToolTip::~ToolTip() {
  if (owns_icon) DestroyIcon(icon);
  if (own_font != nullptr) DeleteObject(own_font);
  if (title_font != nullptr) DeleteObject(title_font);
}

const user::SystemClass kToolTipClass{
    u"tooltips_class32",     CS_DBLCLKS | CS_GLOBALCLASS | CS_SAVEBITS,
    tool_tip_procedure,      sizeof(void*),
    MAKEINTRESOURCEW(32512), nullptr};

}  // namespace transom::comctl
