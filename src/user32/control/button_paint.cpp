// The look of buttons.
// https://learn.microsoft.com/windows/win32/controls/button-styles
#include <algorithm>

#include "user32/control/button.h"
#include "user32/control/label.h"
#include "user32/draw/edge.h"
#include "user32/draw/frame_control.h"
#include "user32/message/send.h"
#include "user32/nonclient/canvas.h"

namespace transom::user {
namespace {

// Of a check box's square and a radio button's circle, in pixels.
constexpr LONG kMark = 13;

LabelLook look_of(const Button& button) {
  return button.enabled() ? LabelLook::kNormal : LabelLook::kDisabled;
}

// Horizontal alignment: that of the style, else `otherwise`.
UINT text_format(const Button& button, UINT otherwise) {
  UINT format = button.has_style(BS_MULTILINE) ? DT_WORDBREAK : DT_SINGLELINE;
  switch (button.style() & BS_CENTER) {
    case BS_LEFT:
      break;
    case BS_RIGHT:
      format |= DT_RIGHT;
      break;
    case BS_CENTER:
      format |= DT_CENTER;
      break;
    default:
      format |= otherwise;
      break;
  }
  if (!button.shows_mnemonics()) format |= DT_HIDEPREFIX;
  return format;
}

LONG aligned_top(const Button& button, const RECT& area, LONG height) {
  switch (button.style() & BS_VCENTER) {
    case BS_TOP:
      return area.top;
    case BS_BOTTOM:
      return area.bottom - height;
    default:
      return area.top + (area.bottom - area.top - height) / 2;
  }
}

// Text that cannot lie quite in the middle lies below it.
LONG aligned_text_top(const Button& button, const RECT& area, LONG height) {
  const LONG top = aligned_top(button, area, height);
  const bool centered =
      (button.style() & BS_VCENTER) != BS_TOP && (button.style() & BS_VCENTER) != BS_BOTTOM;
  return centered ? top + ((area.bottom - area.top - height) & 1) : top;
}

LONG aligned_left(UINT format, const RECT& area, LONG width) {
  if (format & DT_RIGHT) return area.right - width;
  if (format & DT_CENTER) return area.left + (area.right - area.left - width) / 2;
  return area.left;
}

// What a button shows, and where.
struct Label {
  RECT text{};
  RECT image{};
  UINT format = 0;

  // Both; empty where there is neither.
  RECT all() const {
    RECT result{};
    UnionRect(&result, &text, &image);
    return result;
  }
};

bool shows_image(const Button& button) {
  return button.image != nullptr;
}

// Documented: a button with BS_ICON or BS_BITMAP and an image shows no text.
bool shows_text(const Button& button) {
  return !button.window.text.empty() &&
         !(shows_image(button) && button.has_style(BS_ICON | BS_BITMAP));
}

constexpr LONG kImageGap = 4;

Label lay_out_label(const Button& button, HDC dc, const RECT& area, UINT alignment) {
  Label label;
  label.format = text_format(button, alignment);
  const SIZE image = shows_image(button) ? image_size(button.image, button.image_type) : SIZE{};
  const LONG gap = image.cx > 0 && shows_text(button) ? kImageGap : 0;
  const LONG room = std::max<LONG>(area.right - area.left - image.cx - gap, 0);
  const SIZE text =
      shows_text(button) ? text_size(dc, button.window.text, room, label.format) : SIZE{};
  const LONG left = aligned_left(label.format, area, image.cx + gap + text.cx);
  const auto place = [](LONG x, LONG y, const SIZE& size) {
    return RECT{x, y, x + size.cx, y + size.cy};
  };
  label.image = place(left, aligned_top(button, area, image.cy), image);
  label.text = place(left + image.cx + gap, aligned_text_top(button, area, text.cy), text);
  return label;
}

void draw_label(const Button& button, HDC dc, const Label& label) {
  if (shows_image(button)) {
    draw_image(dc, button.image, button.image_type, label.image, look_of(button));
  }
  if (shows_text(button)) {
    draw_label_text(dc, button.window.text, label.text, label.format, look_of(button));
  }
}

void draw_focus(const Button& button, HDC dc, const RECT& area) {
  if (button.has_focus && button.shows_focus()) DrawFocusRect(dc, &area);
}

RECT inflated(const RECT& rect, LONG x, LONG y) {
  return {rect.left - x, rect.top - y, rect.right + x, rect.bottom + y};
}

UINT push_state(const Button& button) {
  UINT state = DFCS_BUTTONPUSH;
  if (button.has_style(BS_FLAT)) state |= DFCS_FLAT | DFCS_MONO;
  if (button.pushed) state |= DFCS_PUSHED;
  if (button.check != BST_UNCHECKED) state |= DFCS_CHECKED;
  return state;
}

// Also what BS_PUSHLIKE makes of check boxes and radio buttons.
void draw_push_button(Button& button, HDC dc) {
  Canvas canvas(dc);
  RECT area = button.client();
  const bool is_default = button.is(BS_DEFPUSHBUTTON);
  if (is_default) canvas.ring(area, COLOR_WINDOWFRAME, COLOR_WINDOWFRAME);
  UINT state = push_state(button);
  if (is_default && button.pushed) state |= DFCS_FLAT;
  RECT frame = area;
  draw_frame_control(canvas, frame, DFC_BUTTON, state);
  const int saved = SaveDC(dc);
  const RECT inside = inflated(area, -2, -2);
  IntersectClipRect(dc, inside.left, inside.top, inside.right, inside.bottom);
  SetTextColor(dc, GetSysColor(COLOR_BTNTEXT));
  Label label = lay_out_label(button, dc, inflated(area, -1, -1), DT_CENTER);
  if (button.pushed) {
    OffsetRect(&label.text, 1, 1);
    OffsetRect(&label.image, 1, 1);
  }
  draw_label(button, dc, label);
  RestoreDC(dc, saved);
  draw_focus(button, dc, inside);
}

UINT mark_state(const Button& button) {
  UINT state = button.is_radio()                                                ? DFCS_BUTTONRADIO
               : button.has_three_states() && button.check == BST_INDETERMINATE ? DFCS_BUTTON3STATE
                                                                                : DFCS_BUTTONCHECK;
  if (button.check != BST_UNCHECKED) state |= DFCS_CHECKED;
  if (button.pushed) state |= DFCS_PUSHED;
  if (!button.enabled()) state |= DFCS_INACTIVE;
  if (button.has_style(BS_FLAT)) state |= DFCS_FLAT;
  return state;
}

LONG digit_width(HDC dc) {
  SIZE size{};
  GetTextExtentPoint32W(dc, L"0", 1, &size);
  return size.cx;
}

void draw_check_or_radio(Button& button, HDC dc, HBRUSH background) {
  const RECT client = button.client();
  FillRect(dc, &client, background);
  const LONG gap = digit_width(dc) / 2;
  const bool mark_at_right = button.has_style(BS_LEFTTEXT);
  RECT area = client;
  RECT mark = client;
  if (mark_at_right) {
    mark.left = client.right - kMark;
    area.right = mark.left - gap;
  } else {
    mark.right = client.left + kMark;
    area.left = mark.right + gap;
  }
  mark.top = aligned_top(button, client, kMark);
  mark.bottom = mark.top + kMark;
  Canvas canvas(dc);
  draw_frame_control(canvas, mark, DFC_BUTTON, mark_state(button));
  const int saved = SaveDC(dc);
  IntersectClipRect(dc, area.left, area.top, area.right, area.bottom);
  const Label label = lay_out_label(button, dc, inflated(area, -1, -1), DT_LEFT);
  draw_label(button, dc, label);
  const RECT all = label.all();
  if (!IsRectEmpty(&all)) draw_focus(button, dc, inflated(all, 1, 1));
  RestoreDC(dc, saved);
}

LONG font_height(HDC dc) {
  TEXTMETRICW metrics{};
  GetTextMetricsW(dc, &metrics);
  return metrics.tmHeight;
}

constexpr LONG kGroupTextMargin = 8;

void draw_group_box(Button& button, HDC dc, HBRUSH background) {
  Canvas canvas(dc);
  RECT frame = button.client();
  const RECT area{frame.left + kGroupTextMargin, frame.top, frame.right - kGroupTextMargin,
                  frame.bottom};
  frame.top += std::max<LONG>(font_height(dc) / 2 - 1, 0);
  draw_edge(canvas, frame, EDGE_ETCHED, BF_RECT | (button.has_style(BS_FLAT) ? BF_FLAT : 0));
  if (!shows_text(button)) return;
  const UINT format =
      (text_format(button, DT_LEFT) & ~static_cast<UINT>(DT_WORDBREAK)) | DT_SINGLELINE;
  const SIZE size = text_size(dc, button.window.text, area.right - area.left, format);
  RECT text = area;
  text.left = std::max(aligned_left(format, area, size.cx), area.left);
  text.right = std::min(text.left + size.cx, area.right);
  text.bottom = text.top + size.cy;
  const RECT behind = inflated(text, 1, 0);
  FillRect(dc, &behind, background);
  draw_label_text(dc, button.window.text, text, format, look_of(button));
}

UINT color_message(const Button& button) {
  return button.is_push() || button.is(BS_OWNERDRAW) ? WM_CTLCOLORBTN : WM_CTLCOLORSTATIC;
}

UINT owner_draw_state(const Button& button) {
  UINT state = 0;
  if (button.pushed) state |= ODS_SELECTED;
  if (button.has_focus) state |= ODS_FOCUS;
  if (!button.enabled()) state |= ODS_DISABLED;
  if (!button.shows_focus()) state |= ODS_NOFOCUSRECT;
  if (!button.shows_mnemonics()) state |= ODS_NOACCEL;
  return state;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/controls/wm-drawitem
void ask_to_draw(Button& button, HDC dc, UINT action) {
  const HWND to = button.parent();
  if (to == nullptr) return;
  DRAWITEMSTRUCT item{};
  item.CtlType = ODT_BUTTON;
  item.CtlID = button.id();
  item.itemAction = action;
  item.itemState = owner_draw_state(button);
  item.hwndItem = button.handle;
  item.hDC = dc;
  item.rcItem = button.client();
  const int saved = SaveDC(dc);
  IntersectClipRect(dc, 0, 0, item.rcItem.right, item.rcItem.bottom);
  button.ask_colors(WM_CTLCOLORBTN, dc);
  if (button.alive()) {
    send_message(to, WM_DRAWITEM, button.id(), reinterpret_cast<LPARAM>(&item));
  }
  RestoreDC(dc, saved);
}

void draw_button(Button& button, HDC dc) {
  if (button.is(BS_OWNERDRAW)) return ask_to_draw(button, dc, ODA_DRAWENTIRE);
  const int saved = SaveDC(dc);
  {
    const ControlFont font(dc, button.font);
    const HBRUSH background = button.ask_colors(color_message(button), dc);
    if (!button.alive()) return;
    if (button.is(BS_GROUPBOX)) {
      draw_group_box(button, dc, background);
    } else if (button.is_checkable() && !button.has_style(BS_PUSHLIKE)) {
      draw_check_or_radio(button, dc, background);
    } else {
      draw_push_button(button, dc);
    }
  }
  RestoreDC(dc, saved);
  // The parent may draw over what is there.
  if (button.is(BS_USERBUTTON)) button.notify(BN_PAINT);
}

void redraw_button(Button& button, UINT action) {
  if (!IsWindowVisible(button.handle)) return;
  const HDC dc = GetDC(button.handle);
  if (dc == nullptr) return;
  if (button.is(BS_OWNERDRAW)) {
    const ControlFont font(dc, button.font);
    ask_to_draw(button, dc, action);
  } else {
    draw_button(button, dc);
  }
  ReleaseDC(button.handle, dc);
}

namespace {

// Made by GetMessage where there is an update region; WM_PRINTCLIENT is sent by programs.
// https://learn.microsoft.com/windows/win32/gdi/wm-paint
LRESULT on_paint(Button& button, const ControlCall& call) {
  const ControlPaint paint(button, call);
  if (paint) draw_button(button, paint.dc());
  return 0;
}

// Documented: erases the background of owner-drawn buttons; the others draw all of theirs.
// https://learn.microsoft.com/windows/win32/winmsg/wm-erasebkgnd
LRESULT on_erase_background(Button& button, const ControlCall& call) {
  if (!button.is(BS_OWNERDRAW)) return TRUE;
  const HDC dc = reinterpret_cast<HDC>(call.wparam);
  const HBRUSH brush = button.ask_colors(WM_CTLCOLORBTN, dc);
  if (!button.alive()) return TRUE;
  const RECT area = button.client();
  FillRect(dc, &area, brush);
  return TRUE;
}

// Sent from the top down where the keyboard comes into use: focus rectangles and underlines.
// https://learn.microsoft.com/windows/win32/menurc/wm-updateuistate
LRESULT on_update_ui_state(Button& button, const ControlCall& call) {
  const auto before = button.window.ui_state;
  const LRESULT result = button.default_action(call);
  if (button.alive() && button.window.ui_state != before) {
    InvalidateRect(button.handle, nullptr, FALSE);
  }
  return result;
}

constexpr ControlEntry<Button> kEntries[] = {
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase_background},
    {WM_UPDATEUISTATE, on_update_ui_state},
};

}  // namespace

std::span<const ControlEntry<Button>> button_paint_entries() {
  return kEntries;
}

}  // namespace transom::user
