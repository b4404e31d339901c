// The IP address control: four numbers of up to three digits.
// https://learn.microsoft.com/windows/win32/controls/ip-address-controls
#include <algorithm>
#include <array>
#include <optional>

#include "comctl32/classes.h"
#include "comctl32/common_control.h"
#include "comctl32/subclass.h"
#include "user32/draw/sys_colors.h"

namespace transom::comctl {
namespace {

constexpr int kFields = 4;
constexpr int kDigits = 3;
constexpr UINT_PTR kSubclass = 0x4950;

struct Field {
  HWND edit = nullptr;
  BYTE least = 0;
  BYTE most = 255;
};

class IpAddress : public CommonControl {
 public:
  explicit IpAddress(user::Window& window) : CommonControl(window) {}

  int index_of(HWND edit) const {
    const auto found = std::ranges::find(fields, edit, &Field::edit);
    return found != fields.end() ? static_cast<int>(found - fields.begin()) : -1;
  }
  std::u16string text_of_field(int index) const;
  std::optional<int> value_of(int index) const;
  void set_value(int index, std::optional<int> value);
  // All of a field's text is selected.
  void go_to(int index);
  // Tells the parent of what has been entered, and puts it within the range.
  void settle(int index);
  void lay_out();

  std::array<Field, kFields> fields{};
  bool own_change = false;  // the control itself sets a text
};

// ---- The fields

std::u16string IpAddress::text_of_field(int index) const {
  WCHAR text[8]{};
  GetWindowTextW(fields[static_cast<std::size_t>(index)].edit, text, 8);
  return base::as_char16(text);
}

// Nothing where the field is blank.
std::optional<int> IpAddress::value_of(int index) const {
  const std::u16string text = text_of_field(index);
  if (text.empty()) return std::nullopt;
  int value = 0;
  for (const char16_t digit : text) value = value * 10 + (digit - u'0');
  return value;
}

void IpAddress::set_value(int index, std::optional<int> value) {
  const std::u16string text =
      value ? base::to_utf16(std::to_string(*value).c_str()) : std::u16string();
  own_change = true;
  SetWindowTextW(fields[static_cast<std::size_t>(index)].edit, base::as_wchar(text));
  if (alive()) own_change = false;
}

void IpAddress::go_to(int index) {
  const HWND edit = fields[static_cast<std::size_t>(std::clamp(index, 0, kFields - 1))].edit;
  SetFocus(edit);
  if (user::is_window(edit)) user::send_message(edit, EM_SETSEL, 0, -1);
}

// https://learn.microsoft.com/windows/win32/controls/ipn-fieldchanged
void IpAddress::settle(int index) {
  const std::optional<int> before = value_of(index);
  NMIPADDRESS about{};
  about.iField = index;
  about.iValue = before.value_or(-1);
  tell(about.hdr, IPN_FIELDCHANGED);
  if (!alive() || about.iValue < 0) return;
  const Field& field = fields[static_cast<std::size_t>(index)];
  const int value = std::clamp<int>(about.iValue, field.least, field.most);
  if (before == value) return;
  set_value(index, value);
  if (alive()) notify(EN_CHANGE);
}

// With room for a dot between two.
void IpAddress::lay_out() {
  const RECT area = client();
  const LONG width = (area.right - 3 * 4) / kFields;
  LONG left = 0;
  for (const Field& field : fields) {
    SetWindowPos(field.edit, nullptr, left, 1, std::max<LONG>(width, 0),
                 std::max<LONG>(area.bottom - 1, 0), SWP_NOZORDER | SWP_NOACTIVATE);
    if (!alive()) return;
    left += width + 4;
  }
}

// ---- Keys in a field

struct Caret {
  DWORD first = 0;
  DWORD last = 0;
};

Caret caret_of(HWND edit) {
  Caret caret;
  user::send_message(edit, EM_GETSEL, reinterpret_cast<WPARAM>(&caret.first),
                     reinterpret_cast<LPARAM>(&caret.last));
  return caret;
}

// Over the edge of a field into the next. True: the key has been used.
bool on_field_key(IpAddress& control, int index, WPARAM key) {
  const HWND edit = control.fields[static_cast<std::size_t>(index)].edit;
  const Caret caret = caret_of(edit);
  const bool at_begin = caret.first == 0 && caret.last == 0;
  const bool at_end = caret.first == control.text_of_field(index).size();
  const bool back = (key == VK_LEFT || key == VK_UP || key == VK_BACK) && at_begin && index > 0;
  const bool on = (key == VK_RIGHT || key == VK_DOWN) && at_end && index < kFields - 1;
  if (!back && !on) return false;
  const HWND next = control.fields[static_cast<std::size_t>(back ? index - 1 : index + 1)].edit;
  SetFocus(next);
  if (!control.alive()) return true;
  const WPARAM place = back ? control.text_of_field(index - 1).size() : 0;
  user::send_message(next, EM_SETSEL, place, static_cast<LPARAM>(place));
  return key != VK_BACK;
}

// Digits alone; a dot or a blank ends a field that has some. True: the character has been used.
bool on_field_character(IpAddress& control, int index, WPARAM unit) {
  if (unit == u'.' || unit == u' ') {
    const bool filled = !control.text_of_field(index).empty();
    if (filled && index < kFields - 1) control.go_to(index + 1);
    return true;
  }
  return unit > u' ' && (unit < u'0' || unit > u'9');
}

LRESULT CALLBACK field_procedure(HWND edit, UINT message, WPARAM wparam, LPARAM lparam, UINT_PTR,
                                 DWORD_PTR data) {
  const user::ControlUse<IpAddress> control(reinterpret_cast<HWND>(data));
  const int index = control && control->alive() ? control->index_of(edit) : -1;
  if (index < 0) return DefSubclassProc(edit, message, wparam, lparam);
  if (message == WM_CHAR && on_field_character(*control, index, wparam)) return 0;
  if (message == WM_KEYDOWN && on_field_key(*control, index, wparam)) return 0;
  const LRESULT result = DefSubclassProc(edit, message, wparam, lparam);
  if (!control->alive()) return result;
  const bool inside = control->index_of(reinterpret_cast<HWND>(wparam)) >= 0;
  if (message == WM_KILLFOCUS) {
    control->settle(index);
    if (control->alive() && !inside) control->notify(EN_KILLFOCUS);
  } else if (message == WM_SETFOCUS && !inside) {
    control->notify(EN_SETFOCUS);
  }
  return result;
}

// A third digit goes on to the next field.
LRESULT on_command(IpAddress& control, const ControlCall& call) {
  const int index = control.index_of(reinterpret_cast<HWND>(call.lparam));
  if (index < 0 || HIWORD(call.wparam) != EN_CHANGE || control.own_change) return 0;
  control.notify(EN_CHANGE);
  if (!control.alive()) return 0;
  const HWND edit = control.fields[static_cast<std::size_t>(index)].edit;
  const bool full = control.text_of_field(index).size() >= kDigits;
  if (full && GetFocus() == edit && caret_of(edit).first == kDigits) {
    if (index < kFields - 1) {
      control.go_to(index + 1);
    } else {
      control.settle(index);
    }
  }
  return 0;
}

// ---- Messages

// https://learn.microsoft.com/windows/win32/controls/ipm-clearaddress
LRESULT on_clear(IpAddress& control, const ControlCall&) {
  for (int index = 0; control.alive() && index < kFields; ++index) {
    control.set_value(index, std::nullopt);
  }
  if (control.alive()) control.notify(EN_CHANGE);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/ipm-setaddress
LRESULT on_set(IpAddress& control, const ControlCall& call) {
  const auto address = static_cast<DWORD>(call.lparam);
  for (int index = 0; control.alive() && index < kFields; ++index) {
    control.set_value(index, static_cast<int>(address >> 8 * (kFields - 1 - index) & 0xFF));
  }
  if (control.alive()) control.notify(EN_CHANGE);
  return 0;
}

// How many fields are not blank.
// https://learn.microsoft.com/windows/win32/controls/ipm-getaddress
LRESULT on_get(IpAddress& control, const ControlCall& call) {
  DWORD address = 0;
  int filled = 0;
  for (int index = 0; index < kFields; ++index) {
    const std::optional<int> value = control.value_of(index);
    if (value) ++filled;
    address = address << 8 | static_cast<DWORD>(std::min(value.value_or(0), 255));
  }
  if (call.lparam != 0) *reinterpret_cast<DWORD*>(call.lparam) = address;
  return filled;
}

// https://learn.microsoft.com/windows/win32/controls/ipm-setrange
LRESULT on_set_range(IpAddress& control, const ControlCall& call) {
  const BYTE least = LOBYTE(LOWORD(call.lparam));
  const BYTE most = HIBYTE(LOWORD(call.lparam));
  if (call.wparam >= kFields || least > most) return FALSE;
  control.fields[call.wparam].least = least;
  control.fields[call.wparam].most = most;
  return TRUE;
}

// "If this value is greater than the number of fields, the first blank field."
// https://learn.microsoft.com/windows/win32/controls/ipm-setfocus
LRESULT on_set_field_focus(IpAddress& control, const ControlCall& call) {
  int index = call.wparam < kFields ? static_cast<int>(call.wparam) : 0;
  for (int each = kFields - 1; call.wparam >= kFields && each >= 0; --each) {
    if (!control.value_of(each)) index = each;
  }
  control.go_to(index);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/ipm-isblank
LRESULT on_is_blank(IpAddress& control, const ControlCall&) {
  for (int index = 0; index < kFields; ++index) {
    if (control.value_of(index)) return FALSE;
  }
  return TRUE;
}

// ---- The window

LRESULT on_create(IpAddress& control, const ControlCall&) {
  const LONG_PTR edges = GetWindowLongPtrW(control.handle, GWL_EXSTYLE);
  SetWindowLongPtrW(control.handle, GWL_EXSTYLE, edges | WS_EX_CLIENTEDGE);
  SetWindowPos(control.handle, nullptr, 0, 0, 0, 0,
               SWP_NOMOVE | SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE | SWP_FRAMECHANGED);
  for (Field& field : control.fields) {
    if (!control.alive()) return -1;
    field.edit = CreateWindowExW(0, L"Edit", nullptr, WS_CHILD | WS_VISIBLE | ES_CENTER, 0, 0, 0, 0,
                                 control.handle, nullptr, nullptr, nullptr);
    if (field.edit == nullptr || !control.alive()) return -1;
    user::send_message(field.edit, EM_LIMITTEXT, kDigits, 0);
    SetWindowSubclass(field.edit, field_procedure, kSubclass,
                      reinterpret_cast<DWORD_PTR>(control.handle));
  }
  control.lay_out();
  return control.alive() ? 0 : -1;
}

LRESULT on_size(IpAddress& control, const ControlCall&) {
  control.lay_out();
  return 0;
}

LRESULT on_focus(IpAddress& control, const ControlCall&) {
  control.go_to(0);
  return 0;
}

LRESULT on_set_fields_font(IpAddress& control, const ControlCall& call) {
  user::on_set_font(control, call);
  for (const Field& field : control.fields) {
    if (!control.alive()) break;
    user::send_message(field.edit, WM_SETFONT, call.wparam, call.lparam);
  }
  return 0;
}

LRESULT on_enable(IpAddress& control, const ControlCall& call) {
  for (const Field& field : control.fields) EnableWindow(field.edit, call.wparam != 0);
  InvalidateRect(control.handle, nullptr, TRUE);
  return 0;
}

std::u16string whole_text(const IpAddress& control) {
  std::u16string text = control.text_of_field(0);
  for (int index = 1; index < kFields; ++index) text += u'.' + control.text_of_field(index);
  return text;
}

LRESULT on_get_text(IpAddress& control, const ControlCall& call) {
  return static_cast<LRESULT>(copy_text(whole_text(control), call.lparam, call.wparam, false));
}
LRESULT on_text_length(IpAddress& control, const ControlCall&) {
  return static_cast<LRESULT>(whole_text(control).size());
}

COLORREF background_of(const IpAddress& control) {
  return user::system_color(control.enabled() ? COLOR_WINDOW : COLOR_BTNFACE);
}

LRESULT on_erase(IpAddress& control, const ControlCall& call) {
  fill_solid(reinterpret_cast<HDC>(call.wparam), control.client(), background_of(control));
  return TRUE;
}

// The dots.
LRESULT on_paint(IpAddress& control, const ControlCall& call) {
  const user::ControlPaint paint(control, call);
  if (!paint) return 0;
  const user::ControlFont font(paint.dc(), control.font);
  SetTextColor(paint.dc(),
               user::system_color(control.enabled() ? COLOR_WINDOWTEXT : COLOR_GRAYTEXT));
  SetBkMode(paint.dc(), TRANSPARENT);
  const LONG width = (control.client().right - 3 * 4) / kFields;
  for (LONG index = 1; index < kFields; ++index) {
    TextOutW(paint.dc(), index * (width + 4) - 4, 1, L".", 1);
  }
  return 0;
}

LRESULT on_dialog_code(IpAddress&, const ControlCall&) {
  return DLGC_WANTARROWS | DLGC_WANTCHARS;
}

constexpr ControlEntry<IpAddress> kEntries[] = {
    {WM_CREATE, on_create},
    {WM_SIZE, on_size},
    {WM_SETFOCUS, on_focus},
    {WM_SETFONT, on_set_fields_font},
    {WM_ENABLE, on_enable},
    {WM_GETTEXT, on_get_text},
    {WM_GETTEXTLENGTH, on_text_length},
    {WM_ERASEBKGND, on_erase},
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_GETDLGCODE, on_dialog_code},
    {WM_COMMAND, on_command},
    {IPM_CLEARADDRESS, on_clear},
    {IPM_SETADDRESS, on_set},
    {IPM_GETADDRESS, on_get},
    {IPM_SETRANGE, on_set_range},
    {IPM_SETFOCUS, on_set_field_focus},
    {IPM_ISBLANK, on_is_blank},
};

LRESULT CALLBACK ip_address_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<IpAddress> table{common_entries<IpAddress>(), kEntries};
  return user::run_control(table, handle, message, wparam, lparam);
}

}  // namespace

const user::SystemClass kIpAddressClass{u"SysIPAddress32",       CS_GLOBALCLASS,
                                        ip_address_procedure,    sizeof(void*),
                                        MAKEINTRESOURCEW(32513), nullptr};

}  // namespace transom::comctl
