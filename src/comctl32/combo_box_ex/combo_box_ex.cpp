#include "comctl32/combo_box_ex/combo_box_ex.h"

#include <algorithm>
#include <utility>

#include "comctl32/classes.h"
#include "comctl32/image_list/image_list.h"
#include "user32/draw/sys_colors.h"

namespace transom::comctl {
namespace {

constexpr int kIndent = 10;  // pixels a step
constexpr int kGap = 4;      // between image and text
constexpr int kEdge = 3;

int item_height(const ComboBoxEx& box) {
  const int text = text_height(MeasuringDc(box)) + 2;
  const int image = box.images != nullptr ? static_cast<int>(image_size(box.images).cy) : 0;
  return std::max(text, image);
}

// The children, in the order of their making: the edit control lies over the combo box.
LRESULT on_create(ComboBoxEx& box, const ControlCall& call) {
  const auto& given = *reinterpret_cast<const CREATESTRUCTW*>(call.lparam);
  const DWORD kind = box.style() & 3;
  const DWORD inner = kind == CBS_DROPDOWN ? DWORD{CBS_DROPDOWNLIST} : kind;
  box.dropped_height = given.cy;
  box.combo =
      CreateWindowExW(0, L"ComboBox", nullptr,
                      WS_CHILD | WS_VISIBLE | WS_VSCROLL | WS_CLIPSIBLINGS | CBS_OWNERDRAWFIXED |
                          CBS_NOINTEGRALHEIGHT | inner | (box.style() & WS_DISABLED),
                      0, 0, given.cx, given.cy, box.handle,
                      reinterpret_cast<HMENU>(static_cast<UINT_PTR>(box.id())), nullptr, nullptr);
  if (!box.alive() || box.combo == nullptr) return -1;
  if (kind == CBS_DROPDOWN) {
    box.edit = CreateWindowExW(
        0, L"Edit", nullptr, WS_CHILD | WS_VISIBLE | ES_AUTOHSCROLL, 0, 0, 0, 0, box.handle,
        reinterpret_cast<HMENU>(static_cast<UINT_PTR>(box.id())), nullptr, nullptr);
    if (!box.alive() || box.edit == nullptr) return -1;
    SetWindowPos(box.edit, HWND_TOP, 0, 0, 0, 0, SWP_NOMOVE | SWP_NOSIZE | SWP_NOACTIVATE);
    box.watch_edit();
  }
  box.lay_out();
  return box.alive() ? 0 : -1;
}

// A height that has room for a list is that of the dropped list; the window is as high as the box.
LRESULT on_size(ComboBoxEx& box, const ControlCall&) {
  if (box.combo == nullptr) return 0;
  RECT inner{};
  GetWindowRect(box.combo, &inner);
  const RECT area = box.client();
  if (area.bottom > inner.bottom - inner.top) box.dropped_height = area.bottom;
  box.lay_out();
  return 0;
}

// ---- Drawing

UINT image_of(ComboBoxEx& box, INT_PTR index, bool selected, int& image) {
  image = box.number_of(index, selected ? CBEIF_SELECTEDIMAGE : CBEIF_IMAGE);
  if (image < 0 && selected && box.alive()) image = box.number_of(index, CBEIF_IMAGE);
  const int overlay = box.alive() ? box.number_of(index, CBEIF_OVERLAY) : 0;
  return overlay > 0 ? INDEXTOOVERLAYMASK(overlay) : 0;
}

// Where the text begins.
LONG draw_image_of(ComboBoxEx& box, const DRAWITEMSTRUCT& draw, INT_PTR index, bool in_field) {
  LONG x = draw.rcItem.left + kEdge;
  const bool indents = !in_field || (box.extended_style & CBES_EX_NOEDITIMAGEINDENT) == 0;
  if (!in_field && indents) x += kIndent * std::clamp(box.number_of(index, CBEIF_INDENT), 0, 100);
  if (box.images == nullptr || !box.alive() || (in_field && !box.images_in_edit())) return x;
  const SIZE size = image_size(box.images);
  int image = -1;
  const UINT overlay = image_of(box, index, (draw.itemState & ODS_SELECTED) != 0, image);
  if (!box.alive()) return x;
  const LONG y = (draw.rcItem.top + draw.rcItem.bottom - size.cy) / 2;
  if (image >= 0) {
    ImageList_Draw(box.images, image, draw.hDC, x, y, ILD_TRANSPARENT | overlay);
  }
  return x + size.cx + kGap;
}

// https://learn.microsoft.com/windows/win32/controls/wm-drawitem
LRESULT on_draw_item(ComboBoxEx& box, const ControlCall& call) {
  const auto* draw = reinterpret_cast<const DRAWITEMSTRUCT*>(call.lparam);
  if (draw == nullptr || draw->hwndItem != box.combo) return box.default_action(call);
  const bool in_field = (draw->itemState & ODS_COMBOBOXEDIT) != 0;
  const bool beside_edit = in_field && box.edit != nullptr;
  const bool lit = (draw->itemState & ODS_SELECTED) != 0 && !beside_edit;
  fill_solid(draw->hDC, draw->rcItem, user::system_color(lit ? COLOR_HIGHLIGHT : COLOR_WINDOW));
  const auto index = static_cast<INT_PTR>(static_cast<int>(draw->itemID));
  if (box.at(index) == nullptr) return TRUE;
  RECT place = draw->rcItem;
  place.left = draw_image_of(box, *draw, index, in_field);
  if (!box.alive() || beside_edit || index < 0) return TRUE;
  const std::u16string text = box.text_of_item(index);
  if (!box.alive()) return TRUE;
  SetTextColor(draw->hDC, user::system_color(lit ? COLOR_HIGHLIGHTTEXT : COLOR_WINDOWTEXT));
  SetBkMode(draw->hDC, TRANSPARENT);
  const UINT ends = (box.extended_style & CBES_EX_TEXTENDELLIPSIS) != 0 ? UINT{DT_END_ELLIPSIS} : 0;
  DrawTextW(draw->hDC, base::as_wchar(text), static_cast<int>(text.size()), &place,
            DT_SINGLELINE | DT_NOPREFIX | DT_VCENTER | ends);
  if ((draw->itemState & ODS_FOCUS) != 0) DrawFocusRect(draw->hDC, &draw->rcItem);
  return TRUE;
}

LRESULT on_measure_item(ComboBoxEx& box, const ControlCall& call) {
  auto* measure = reinterpret_cast<MEASUREITEMSTRUCT*>(call.lparam);
  if (measure != nullptr) measure->itemHeight = static_cast<UINT>(item_height(box));
  return TRUE;
}

// ---- Settings

LRESULT on_set_images(ComboBoxEx& box, const ControlCall& call) {
  const HIMAGELIST before = std::exchange(box.images, reinterpret_cast<HIMAGELIST>(call.lparam));
  box.lay_out();
  if (box.alive()) InvalidateRect(box.combo, nullptr, TRUE);
  return reinterpret_cast<LRESULT>(before);
}
LRESULT on_get_images(ComboBoxEx& box, const ControlCall&) {
  return reinterpret_cast<LRESULT>(box.images);
}

// A mask of 0: all of them.
// https://learn.microsoft.com/windows/win32/controls/cbem-setextendedstyle
LRESULT on_set_extended(ComboBoxEx& box, const ControlCall& call) {
  const DWORD mask = call.wparam != 0 ? static_cast<DWORD>(call.wparam) : ~DWORD{0};
  const DWORD before = box.extended_style;
  box.extended_style = (before & ~mask) | (static_cast<DWORD>(call.lparam) & mask);
  box.lay_out();
  return before;
}
LRESULT on_get_extended(ComboBoxEx& box, const ControlCall&) {
  return box.extended_style;
}

LRESULT on_get_combo(ComboBoxEx& box, const ControlCall&) {
  return reinterpret_cast<LRESULT>(box.combo);
}

LRESULT on_set_box_font(ComboBoxEx& box, const ControlCall& call) {
  user::on_set_font(box, call);
  for (const HWND child : {box.combo, box.edit}) {
    if (child != nullptr && box.alive())
      user::send_message(child, WM_SETFONT, call.wparam, call.lparam);
  }
  if (box.alive()) box.lay_out();
  return 0;
}

LRESULT on_enable(ComboBoxEx& box, const ControlCall& call) {
  EnableWindow(box.combo, call.wparam != 0);
  if (box.alive() && box.edit != nullptr) EnableWindow(box.edit, call.wparam != 0);
  return 0;
}

// ---- What the edit control or the combo box answers

LRESULT on_set_selection(ComboBoxEx& box, const ControlCall& call) {
  const LRESULT now = user::send_message(box.combo, CB_SETCURSEL, call.wparam, 0);
  if (box.alive()) box.show_current();
  return now;
}

LRESULT on_text(ComboBoxEx& box, const ControlCall& call) {
  if (box.edit != nullptr)
    return user::send_message(box.edit, call.message, call.wparam, call.lparam);
  const std::u16string text = box.text_of_item(std::max<INT_PTR>(box.current(), -1));
  if (call.message == WM_GETTEXTLENGTH) return static_cast<LRESULT>(text.size());
  if (call.message != WM_GETTEXT) return FALSE;
  return static_cast<LRESULT>(copy_text(text, call.lparam, call.wparam, false));
}

LRESULT on_forward(ComboBoxEx& box, const ControlCall& call) {
  return user::send_message(box.combo, call.message, call.wparam, call.lparam);
}

LRESULT on_edit_forward(ComboBoxEx& box, const ControlCall& call) {
  if (box.edit == nullptr) return CB_ERR;
  switch (call.message) {
    case CB_LIMITTEXT:
      user::send_message(box.edit, EM_LIMITTEXT, call.wparam, 0);
      return TRUE;
    case CB_SETEDITSEL:
      return user::send_message(box.edit, EM_SETSEL, static_cast<WPARAM>(LOWORD(call.lparam)),
                                static_cast<short>(HIWORD(call.lparam)));
    default:
      return user::send_message(box.edit, EM_GETSEL, call.wparam, call.lparam);
  }
}

constexpr ControlEntry<ComboBoxEx> kEntries[] = {
    {WM_CREATE, on_create},
    {WM_SIZE, on_size},
    {WM_DRAWITEM, on_draw_item},
    {WM_MEASUREITEM, on_measure_item},
    {WM_SETFONT, on_set_box_font},
    {WM_ENABLE, on_enable},
    {WM_SETTEXT, on_text},
    {WM_GETTEXT, on_text},
    {WM_GETTEXTLENGTH, on_text},
    {CBEM_SETIMAGELIST, on_set_images},
    {CBEM_GETIMAGELIST, on_get_images},
    {CBEM_SETEXSTYLE, on_set_extended},
    {CBEM_SETEXTENDEDSTYLE, on_set_extended},
    {CBEM_GETEXTENDEDSTYLE, on_get_extended},
    {CBEM_GETCOMBOCONTROL, on_get_combo},
    {CB_SETCURSEL, on_set_selection},
    {CB_GETCURSEL, on_forward},
    {CB_GETCOUNT, on_forward},
    {CB_SHOWDROPDOWN, on_forward},
    {CB_GETDROPPEDSTATE, on_forward},
    {CB_GETDROPPEDCONTROLRECT, on_forward},
    {CB_GETDROPPEDWIDTH, on_forward},
    {CB_SETDROPPEDWIDTH, on_forward},
    {CB_GETEXTENDEDUI, on_forward},
    {CB_SETEXTENDEDUI, on_forward},
    {CB_GETITEMHEIGHT, on_forward},
    {CB_SETITEMHEIGHT, on_forward},
    {CB_GETTOPINDEX, on_forward},
    {CB_SETTOPINDEX, on_forward},
    {CB_GETLOCALE, on_forward},
    {CB_SETLOCALE, on_forward},
    {CB_GETHORIZONTALEXTENT, on_forward},
    {CB_SETHORIZONTALEXTENT, on_forward},
    {CB_LIMITTEXT, on_edit_forward},
    {CB_SETEDITSEL, on_edit_forward},
    {CB_GETEDITSEL, on_edit_forward},
};

LRESULT CALLBACK combo_box_ex_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<ComboBoxEx> table{
      common_entries<ComboBoxEx>(), kEntries, combo_ex_item_entries(), combo_ex_edit_entries()};
  return user::run_control(table, handle, message, wparam, lparam);
}

}  // namespace

void ComboBoxEx::lay_out() {
  const int height = item_height(*this);
  user::send_message(combo, CB_SETITEMHEIGHT, 0, height);
  if (alive()) user::send_message(combo, CB_SETITEMHEIGHT, static_cast<WPARAM>(-1), height);
  if (!alive()) return;
  const int width = static_cast<int>(client().right);
  SetWindowPos(combo, nullptr, 0, 0, width, dropped_height, SWP_NOZORDER | SWP_NOACTIVATE);
  if (!alive()) return;
  RECT inner{};
  GetWindowRect(combo, &inner);
  const int box_height = static_cast<int>(inner.bottom - inner.top);
  if (client().bottom != box_height && (style() & 3) != CBS_SIMPLE) {
    SetWindowPos(handle, nullptr, 0, 0, width, box_height,
                 SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE);
  }
  if (!alive() || edit == nullptr) return;
  COMBOBOXINFO about{};
  about.cbSize = sizeof about;
  if (!GetComboBoxInfo(combo, &about)) return;
  RECT field = about.rcItem;
  field.left += kEdge + (images_in_edit() ? static_cast<int>(image_size(images).cx) + kGap : 0);
  const LONG text = text_height(MeasuringDc(*this)) + 1;
  field.top = (field.top + field.bottom - text) / 2;
  SetWindowPos(edit, nullptr, field.left, field.top, std::max<LONG>(field.right - field.left, 0),
               text, SWP_NOZORDER | SWP_NOACTIVATE);
}

void ComboBoxEx::show_current() {
  if (edit == nullptr) return;
  const INT_PTR index = current();
  const std::u16string text = has(index) ? text_of_item(index) : std::u16string();
  if (!alive()) return;
  own_change = true;
  SetWindowTextW(edit, base::as_wchar(text));
  if (!alive()) return;
  own_change = false;
  if (GetFocus() == edit) user::send_message(edit, EM_SETSEL, 0, -1);
}

const user::SystemClass kComboBoxExClass{u"ComboBoxEx32",         CS_GLOBALCLASS,
                                         combo_box_ex_procedure,  sizeof(void*),
                                         MAKEINTRESOURCEW(32512), nullptr};

}  // namespace transom::comctl
