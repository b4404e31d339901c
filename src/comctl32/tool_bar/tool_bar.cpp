#include "comctl32/tool_bar/tool_bar.h"

#include "comctl32/classes.h"

namespace transom::comctl {
namespace {

// https://learn.microsoft.com/windows/win32/winmsg/wm-create
LRESULT on_create(ToolBar& bar, const ControlCall&) {
  bar.own_font = make_status_font();
  bar.font = bar.own_font;
  if ((bar.style() & 0x03) == 0) bar.change_style(0, CCS_TOP);
  if (bar.has_style(TBSTYLE_TOOLTIPS)) bar.tips.create(bar);
  if (!bar.alive()) return -1;
  bar.lay_out();
  if (bar.alive()) bar.autosize();
  return bar.alive() ? 0 : -1;
}

// The parent was sized, or the bar itself.
LRESULT on_size(ToolBar& bar, const ControlCall&) {
  if (!bar.window.creating) bar.autosize();
  return 0;
}

LRESULT on_paint(ToolBar& bar, const ControlCall& call) {
  const user::ControlPaint paint(bar, call);
  if (paint) bar.draw(paint.dc());
  return 0;
}

// A transparent bar shows what its parent is made of.
// https://learn.microsoft.com/windows/win32/winmsg/wm-erasebkgnd
LRESULT on_erase(ToolBar& bar, const ControlCall& call) {
  if (!bar.has_style(TBSTYLE_TRANSPARENT)) return bar.default_action(call);
  POINT shift{0, 0};
  MapWindowPoints(bar.handle, GetParent(bar.handle), &shift, 1);
  const auto dc = reinterpret_cast<HDC>(call.wparam);
  OffsetWindowOrgEx(dc, shift.x, shift.y, &shift);
  const LRESULT result = user::send_message(GetParent(bar.handle), WM_ERASEBKGND, call.wparam, 0);
  SetWindowOrgEx(dc, shift.x, shift.y, nullptr);
  return result;
}

// Two pixels above are the divider's.
// https://learn.microsoft.com/windows/win32/winmsg/wm-nccalcsize
LRESULT on_nc_calculate(ToolBar& bar, const ControlCall& call) {
  const LRESULT result = bar.default_action(call);
  auto* area = reinterpret_cast<RECT*>(call.lparam);
  if (area != nullptr && !bar.has_style(CCS_NODIVIDER)) area->top += 2;
  return result;
}

LRESULT on_nc_paint(ToolBar& bar, const ControlCall& call) {
  const LRESULT result = bar.default_action(call);
  if (!bar.alive() || bar.has_style(CCS_NODIVIDER)) return result;
  const HDC dc = GetWindowDC(bar.handle);
  RECT line{};
  GetWindowRect(bar.handle, &line);
  OffsetRect(&line, -line.left, -line.top);
  line.bottom = line.top + 2;
  DrawEdge(dc, &line, EDGE_ETCHED, BF_TOP);
  ReleaseDC(bar.handle, dc);
  return result;
}

LRESULT on_set_bar_font(ToolBar& bar, const ControlCall& call) {
  user::on_set_font(bar, call);
  bar.lay_out();
  return 0;
}

LRESULT on_enable(ToolBar& bar, const ControlCall&) {
  InvalidateRect(bar.handle, nullptr, TRUE);
  return 0;
}

constexpr ControlEntry<ToolBar> kEntries[] = {
    {WM_CREATE, on_create},    {WM_SIZE, on_size},
    {WM_PAINT, on_paint},      {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase}, {WM_NCCALCSIZE, on_nc_calculate},
    {WM_NCPAINT, on_nc_paint}, {WM_SETFONT, on_set_bar_font},
    {WM_ENABLE, on_enable},
};

LRESULT CALLBACK tool_bar_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<ToolBar> table{
      common_entries<ToolBar>(), kEntries,
      tool_bar_button_entries(), tool_bar_setting_entries(),
      tool_bar_mouse_entries(),  tool_bar_tip_entries()};
  return user::run_control(table, handle, message, wparam, lparam);
}

HWND create_tool_bar(HWND parent, DWORD style, UINT id, int count, HINSTANCE module,
                     UINT_PTR bitmap, LPCTBBUTTON buttons, int button_count, SIZE size,
                     SIZE picture, UINT structure_size) {
  const HWND bar =
      CreateWindowExW(0, TOOLBARCLASSNAMEW, nullptr, style | WS_CHILD, 0, 0, 100, 30, parent,
                      reinterpret_cast<HMENU>(static_cast<UINT_PTR>(id)), nullptr, nullptr);
  if (bar == nullptr) return nullptr;
  SendMessageW(bar, TB_BUTTONSTRUCTSIZE, structure_size, 0);
  if (picture.cx > 0 && picture.cy > 0) {
    SendMessageW(bar, TB_SETBITMAPSIZE, 0, MAKELPARAM(picture.cx, picture.cy));
  }
  if (size.cx > 0 && size.cy > 0) {
    SendMessageW(bar, TB_SETBUTTONSIZE, 0, MAKELPARAM(size.cx, size.cy));
  }
  TBADDBITMAP added{module, bitmap};
  if (count > 0) {
    SendMessageW(bar, TB_ADDBITMAP, static_cast<WPARAM>(count), reinterpret_cast<LPARAM>(&added));
  }
  if (button_count > 0) {
    SendMessageW(bar, TB_ADDBUTTONSW, static_cast<WPARAM>(button_count),
                 reinterpret_cast<LPARAM>(buttons));
  }
  return bar;
}

}  // namespace

ToolBar::~ToolBar() {
  if (own_images != nullptr) ImageList_Destroy(own_images);
  if (own_font != nullptr) DeleteObject(own_font);
}

int ToolBar::index_of(int command) const {
  for (std::size_t index = 0; index < buttons.size(); ++index) {
    if (buttons[index].command == command) return static_cast<int>(index);
  }
  return -1;
}

std::u16string ToolBar::text_of_button(const ToolButton& button) const {
  if (button.string < 0) return button.text;
  const auto index = static_cast<std::size_t>(button.string);
  return index < strings.size() ? strings[index] : std::u16string();
}

bool ToolBar::shows_text(const ToolButton& button) const {
  const bool mixed = list() && (extended_style & TBSTYLE_EX_MIXEDBUTTONS) != 0;
  return !mixed || button.is(BTNS_SHOWTEXT);
}

bool ToolBar::has_arrow(const ToolButton& button) const {
  return button.is(BTNS_DROPDOWN) && (extended_style & TBSTYLE_EX_DRAWDDARROWS) != 0;
}

const user::SystemClass kToolBarClass{
    u"ToolbarWindow32", CS_DBLCLKS | CS_GLOBALCLASS, tool_bar_procedure,
    sizeof(void*),      MAKEINTRESOURCEW(32512),     reinterpret_cast<HBRUSH>(COLOR_BTNFACE + 1)};

}  // namespace transom::comctl

using namespace transom::comctl;

// A tool bar with bitmap and buttons in one step.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-createtoolbarex
HWND WINAPI CreateToolbarEx(HWND parent, DWORD style, UINT id, int bitmap_count, HINSTANCE module,
                            UINT_PTR bitmap, LPCTBBUTTON buttons, int button_count, int width,
                            int height, int picture_width, int picture_height,
                            UINT structure_size) {
  return create_tool_bar(parent, style, id, bitmap_count, module, bitmap, buttons, button_count,
                         {width, height}, {picture_width, picture_height}, structure_size);
}
