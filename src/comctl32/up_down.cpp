// The up-down control: a pair of arrows that changes a number, which a buddy window may show.
// https://learn.microsoft.com/windows/win32/controls/up-down-controls
#include <algorithm>
#include <cstdlib>

#include "comctl32/classes.h"
#include "comctl32/common_control.h"
#include "comctl32/subclass.h"
#include "user32/default/input_handlers.h"

namespace transom::comctl {
namespace {

constexpr int kWidth = 16;
constexpr UINT_PTR kRepeatTimer = 1;
constexpr UINT kFirstRepeat = 500;  // milliseconds
constexpr UINT kRepeat = 50;
constexpr UINT_PTR kSubclass = 0x5544;

class UpDown : public CommonControl {
 public:
  explicit UpDown(user::Window& window) : CommonControl(window) {}

  bool horizontal() const { return has_style(UDS_HORZ); }
  int least() const { return std::min(low, high); }
  int most() const { return std::max(low, high); }
  RECT arrow(int direction) const;
  void place_beside_buddy();
  void show_in_buddy();
  bool read_from_buddy();
  // By so much, wrapping or stopping; tells the parent first.
  void move_by(int delta);

  HWND buddy = nullptr;
  // A range upside down is how it starts: up is down.
  int low = 100;
  int high = 0;
  int position = 0;
  UINT number_base = 10;
  std::vector<UDACCEL> steps{{0, 1}, {2, 5}, {5, 20}};
  int pressed = 0;  // 1: up (or right), -1: down
  DWORD pressed_at = 0;
};

// ---- The buddy

std::u16string format(int value, UINT number_base, bool separators) {
  if (number_base == 16) {
    WCHAR digits[16];
    wsprintfW(digits, L"0x%04X", value);
    return base::as_char16(digits);
  }
  std::u16string text;
  const std::string digits = std::to_string(std::abs(static_cast<std::int64_t>(value)));
  for (std::size_t index = 0; index < digits.size(); ++index) {
    if (separators && index > 0 && (digits.size() - index) % 3 == 0) text += u',';
    text += static_cast<char16_t>(digits[index]);
  }
  return value < 0 ? u'-' + text : text;
}

bool is_list(HWND buddy) {
  WCHAR name[16]{};
  GetClassNameW(buddy, name, 16);
  return base::equals_ignoring_case(base::as_char16(name), u"ListBox");
}

void UpDown::show_in_buddy() {
  if (!has_style(UDS_SETBUDDYINT) || !user::is_window(buddy)) return;
  if (is_list(buddy)) {
    user::send_message(buddy, LB_SETCURSEL, static_cast<WPARAM>(position), 0);
    return;
  }
  const std::u16string text = format(position, number_base, !has_style(UDS_NOTHOUSANDS));
  WCHAR now[32]{};
  GetWindowTextW(buddy, now, 32);
  if (text != base::as_char16(now)) SetWindowTextW(buddy, base::as_wchar(text));
}

// What the user has typed counts; what is no number or out of the range does not.
bool UpDown::read_from_buddy() {
  if (!has_style(UDS_SETBUDDYINT) || !user::is_window(buddy)) return true;
  if (is_list(buddy)) {
    position = static_cast<int>(user::send_message(buddy, LB_GETCURSEL, 0, 0));
    return true;
  }
  WCHAR text[32]{};
  GetWindowTextW(buddy, text, 32);
  std::string digits;
  for (const WCHAR* unit = text; *unit != 0; ++unit) {
    if (*unit != L',') digits += static_cast<char>(*unit & 0x7F);
  }
  char* end = nullptr;
  const long value = std::strtol(digits.c_str(), &end, static_cast<int>(number_base));
  if (digits.empty() || *end != 0 || value < least() || value > most()) return false;
  position = static_cast<int>(value);
  return true;
}

// At the buddy's edge, which makes room.
// https://learn.microsoft.com/windows/win32/controls/up-down-control-styles
void UpDown::place_beside_buddy() {
  if (!user::is_window(buddy) || !has_style(UDS_ALIGNLEFT | UDS_ALIGNRIGHT)) return;
  RECT area{};
  GetWindowRect(buddy, &area);
  MapWindowPoints(nullptr, GetParent(buddy), reinterpret_cast<POINT*>(&area), 2);
  const bool left = has_style(UDS_ALIGNLEFT);
  const int x = left ? area.left : area.right - kWidth;
  SetWindowPos(buddy, nullptr, left ? area.left + kWidth : area.left, area.top,
               area.right - area.left - kWidth, area.bottom - area.top,
               SWP_NOZORDER | SWP_NOACTIVATE);
  if (!alive()) return;
  // The arrows lie over the buddy's edge, as if within it.
  SetWindowPos(handle, buddy, x - (left ? 0 : 2), area.top, kWidth + 2, area.bottom - area.top,
               SWP_NOACTIVATE | SWP_NOZORDER);
}

LRESULT CALLBACK buddy_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam, UINT_PTR,
                                 DWORD_PTR data);

void drop_buddy(UpDown& control) {
  const HWND before = std::exchange(control.buddy, nullptr);
  if (user::is_window(before)) RemoveWindowSubclass(before, buddy_procedure, kSubclass);
}

void take_buddy(UpDown& control, HWND buddy) {
  drop_buddy(control);
  control.buddy = buddy;
  if (!user::is_window(buddy)) return;
  if (control.has_style(UDS_ARROWKEYS)) {
    SetWindowSubclass(buddy, buddy_procedure, kSubclass,
                      reinterpret_cast<DWORD_PTR>(control.handle));
  }
  control.place_beside_buddy();
}

// ---- Moving

int current_step(const UpDown& control) {
  const DWORD held = (GetTickCount() - control.pressed_at) / 1000;
  UINT step = 1;
  for (const UDACCEL& each : control.steps) {
    if (each.nSec <= held) step = each.nInc;
  }
  return static_cast<int>(std::min<UINT>(step, INT_MAX));
}

// The scroll message names the new position and, then, its end.
void scroll(UpDown& control, WORD what) {
  const UINT message = control.horizontal() ? WM_HSCROLL : WM_VSCROLL;
  user::send_message(control.parent(), message,
                     MAKEWPARAM(what, static_cast<WORD>(control.position)),
                     reinterpret_cast<LPARAM>(control.handle));
}

// UDN_DELTAPOS: a nonzero answer prevents the change.
void UpDown::move_by(int delta) {
  if (!read_from_buddy()) position = std::clamp(position, least(), most());
  // The range's direction says which way is up.
  NMUPDOWN change{};
  change.iPos = position;
  change.iDelta = high >= low ? delta : -delta;
  if (tell(change.hdr, UDN_DELTAPOS) != 0 || !alive()) return;
  const std::int64_t wanted = std::int64_t{position} + change.iDelta;
  if (wanted >= least() && wanted <= most()) {
    position = static_cast<int>(wanted);
  } else if (has_style(UDS_WRAP)) {
    position = wanted > most() ? least() : most();
  } else {
    position = static_cast<int>(std::clamp<std::int64_t>(wanted, least(), most()));
  }
  show_in_buddy();
  if (alive()) scroll(*this, SB_THUMBPOSITION);
}

// ---- Drawing

RECT UpDown::arrow(int direction) const {
  const RECT area = client();
  if (horizontal()) {
    const LONG middle = (area.left + area.right) / 2;
    return direction > 0 ? RECT{middle, area.top, area.right, area.bottom}
                         : RECT{area.left, area.top, middle, area.bottom};
  }
  const LONG middle = (area.top + area.bottom) / 2;
  return direction > 0 ? RECT{area.left, area.top, area.right, middle}
                       : RECT{area.left, middle, area.right, area.bottom};
}

void draw_arrow(const UpDown& control, HDC dc, int direction) {
  RECT area = control.arrow(direction);
  UINT kind = control.horizontal() ? (direction > 0 ? DFCS_SCROLLRIGHT : DFCS_SCROLLLEFT)
                                   : (direction > 0 ? DFCS_SCROLLUP : DFCS_SCROLLDOWN);
  if (control.pressed == direction) kind |= DFCS_PUSHED;
  if (!control.enabled()) kind |= DFCS_INACTIVE;
  DrawFrameControl(dc, &area, DFC_SCROLL, kind);
}

LRESULT on_paint(UpDown& control, const ControlCall& call) {
  const user::ControlPaint paint(control, call);
  if (!paint) return 0;
  draw_arrow(control, paint.dc(), 1);
  draw_arrow(control, paint.dc(), -1);
  return 0;
}

LRESULT on_erase(UpDown&, const ControlCall&) {
  return TRUE;
}

LRESULT on_enable(UpDown& control, const ControlCall&) {
  InvalidateRect(control.handle, nullptr, FALSE);
  return 0;
}

// ---- Mouse and keys

int direction_at(const UpDown& control, POINT point) {
  for (const int direction : {1, -1}) {
    const RECT area = control.arrow(direction);
    if (PtInRect(&area, point)) return direction;
  }
  return 0;
}

LRESULT on_left_down(UpDown& control, const ControlCall& call) {
  const int direction = direction_at(control, user::point_of(call.lparam));
  if (direction == 0) return 0;
  if (user::is_window(control.buddy)) SetFocus(control.buddy);
  if (!control.alive()) return 0;
  control.pressed = direction;
  control.pressed_at = GetTickCount();
  SetCapture(control.handle);
  InvalidateRect(control.handle, nullptr, FALSE);
  SetTimer(control.handle, kRepeatTimer, kFirstRepeat, nullptr);
  control.move_by(direction * current_step(control));
  return 0;
}

LRESULT on_timer(UpDown& control, const ControlCall& call) {
  if (call.wparam != kRepeatTimer || control.pressed == 0) return control.default_action(call);
  SetTimer(control.handle, kRepeatTimer, kRepeat, nullptr);
  POINT point{};
  GetCursorPos(&point);
  ScreenToClient(control.handle, &point);
  if (direction_at(control, point) == control.pressed) {
    control.move_by(control.pressed * current_step(control));
  }
  return 0;
}

void let_go(UpDown& control) {
  if (std::exchange(control.pressed, 0) == 0) return;
  KillTimer(control.handle, kRepeatTimer);
  InvalidateRect(control.handle, nullptr, FALSE);
  scroll(control, SB_ENDSCROLL);
}

LRESULT on_left_up(UpDown& control, const ControlCall&) {
  if (control.pressed == 0) return 0;
  if (GetCapture() == control.handle) ReleaseCapture();
  if (control.alive()) let_go(control);
  if (control.alive()) control.tell(NM_RELEASEDCAPTURE);
  return 0;
}

LRESULT on_capture_changed(UpDown& control, const ControlCall&) {
  let_go(control);
  return 0;
}

bool press_key(UpDown& control, WPARAM key) {
  if (!control.has_style(UDS_ARROWKEYS) || (key != VK_UP && key != VK_DOWN)) return false;
  control.move_by(key == VK_UP ? 1 : -1);
  return true;
}

LRESULT on_key_down(UpDown& control, const ControlCall& call) {
  return press_key(control, call.wparam) ? 0 : control.default_action(call);
}

// The buddy has the focus; the arrow keys are the control's.
LRESULT CALLBACK buddy_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam, UINT_PTR,
                                 DWORD_PTR data) {
  if (message == WM_KEYDOWN) {
    const user::ControlUse<UpDown> control(reinterpret_cast<HWND>(data));
    if (control && control->enabled() && press_key(*control, wparam)) return 0;
  }
  return DefSubclassProc(window, message, wparam, lparam);
}

// ---- Messages

LRESULT on_create(UpDown& control, const ControlCall&) {
  if (control.has_style(UDS_AUTOBUDDY)) {
    take_buddy(control, GetWindow(control.handle, GW_HWNDPREV));
  }
  return control.alive() ? 0 : -1;
}

LRESULT on_destroy(UpDown& control, const ControlCall& call) {
  drop_buddy(control);
  return control.default_action(call);
}

// https://learn.microsoft.com/windows/win32/controls/udm-setbuddy
LRESULT on_set_buddy(UpDown& control, const ControlCall& call) {
  const HWND before = control.buddy;
  take_buddy(control, reinterpret_cast<HWND>(call.wparam));
  return reinterpret_cast<LRESULT>(before);
}
LRESULT on_get_buddy(UpDown& control, const ControlCall&) {
  return reinterpret_cast<LRESULT>(control.buddy);
}

// Low word: the most; high word: the least.
// https://learn.microsoft.com/windows/win32/controls/udm-setrange
LRESULT on_set_range(UpDown& control, const ControlCall& call) {
  control.high = static_cast<short>(LOWORD(call.lparam));
  control.low = static_cast<short>(HIWORD(call.lparam));
  return 0;
}
LRESULT on_get_range(UpDown& control, const ControlCall&) {
  return MAKELONG(control.high, control.low);
}

// https://learn.microsoft.com/windows/win32/controls/udm-setrange32
LRESULT on_set_range32(UpDown& control, const ControlCall& call) {
  control.low = static_cast<int>(call.wparam);
  control.high = static_cast<int>(call.lparam);
  return 0;
}
LRESULT on_get_range32(UpDown& control, const ControlCall& call) {
  if (auto* low = reinterpret_cast<int*>(call.wparam)) *low = control.low;
  if (auto* high = reinterpret_cast<int*>(call.lparam)) *high = control.high;
  return 0;
}

LRESULT set_position(UpDown& control, int wanted) {
  control.read_from_buddy();
  const int before = control.position;
  control.position = std::clamp(wanted, control.least(), control.most());
  control.show_in_buddy();
  return before;
}

// https://learn.microsoft.com/windows/win32/controls/udm-setpos
LRESULT on_set_position(UpDown& control, const ControlCall& call) {
  return static_cast<WORD>(set_position(control, static_cast<short>(LOWORD(call.lparam))));
}
LRESULT on_set_position32(UpDown& control, const ControlCall& call) {
  return set_position(control, static_cast<int>(call.lparam));
}

// The high word is nonzero where the buddy shows no number in the range.
// https://learn.microsoft.com/windows/win32/controls/udm-getpos
LRESULT on_get_position(UpDown& control, const ControlCall&) {
  const bool good = control.read_from_buddy();
  return MAKELONG(control.position, good ? 0 : 1);
}
LRESULT on_get_position32(UpDown& control, const ControlCall& call) {
  const bool good = control.read_from_buddy();
  if (auto* failed = reinterpret_cast<WINBOOL*>(call.lparam)) *failed = !good;
  return control.position;
}

// https://learn.microsoft.com/windows/win32/controls/udm-setbase
LRESULT on_set_base(UpDown& control, const ControlCall& call) {
  if (call.wparam != 10 && call.wparam != 16) return 0;
  const UINT before = std::exchange(control.number_base, static_cast<UINT>(call.wparam));
  control.show_in_buddy();
  return before;
}
LRESULT on_get_base(UpDown& control, const ControlCall&) {
  return control.number_base;
}

// https://learn.microsoft.com/windows/win32/controls/udm-setaccel
LRESULT on_set_steps(UpDown& control, const ControlCall& call) {
  constexpr WPARAM kMost = 1024;
  const auto* steps = reinterpret_cast<const UDACCEL*>(call.lparam);
  if (steps == nullptr || call.wparam == 0 || call.wparam > kMost) return FALSE;
  control.steps.assign(steps, steps + call.wparam);
  return TRUE;
}
LRESULT on_get_steps(UpDown& control, const ControlCall& call) {
  auto* out = reinterpret_cast<UDACCEL*>(call.lparam);
  const auto count = std::min<std::size_t>(call.wparam, control.steps.size());
  if (out != nullptr) std::copy_n(control.steps.begin(), count, out);
  return static_cast<LRESULT>(out != nullptr ? count : control.steps.size());
}

constexpr ControlEntry<UpDown> kEntries[] = {
    {WM_CREATE, on_create},
    {WM_DESTROY, on_destroy},
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase},
    {WM_ENABLE, on_enable},
    {WM_LBUTTONDOWN, on_left_down},
    {WM_LBUTTONDBLCLK, on_left_down},
    {WM_LBUTTONUP, on_left_up},
    {WM_CAPTURECHANGED, on_capture_changed},
    {WM_TIMER, on_timer},
    {WM_KEYDOWN, on_key_down},
    {UDM_SETBUDDY, on_set_buddy},
    {UDM_GETBUDDY, on_get_buddy},
    {UDM_SETRANGE, on_set_range},
    {UDM_GETRANGE, on_get_range},
    {UDM_SETRANGE32, on_set_range32},
    {UDM_GETRANGE32, on_get_range32},
    {UDM_SETPOS, on_set_position},
    {UDM_SETPOS32, on_set_position32},
    {UDM_GETPOS, on_get_position},
    {UDM_GETPOS32, on_get_position32},
    {UDM_SETBASE, on_set_base},
    {UDM_GETBASE, on_get_base},
    {UDM_SETACCEL, on_set_steps},
    {UDM_GETACCEL, on_get_steps},
};

LRESULT CALLBACK up_down_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<UpDown> table{common_entries<UpDown>(), kEntries};
  return user::run_control(table, handle, message, wparam, lparam);
}

}  // namespace

const user::SystemClass kUpDownClass{
    u"msctls_updown32",      CS_HREDRAW | CS_VREDRAW | CS_GLOBALCLASS,
    up_down_procedure,       sizeof(void*),
    MAKEINTRESOURCEW(32512), nullptr};

}  // namespace transom::comctl

using namespace transom::comctl;

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-createupdowncontrol
HWND WINAPI CreateUpDownControl(DWORD style, int x, int y, int width, int height, HWND parent,
                                int id, HINSTANCE module, HWND buddy, int high, int low,
                                int position) {
  const HWND made =
      CreateWindowExW(0, UPDOWN_CLASSW, nullptr, style | WS_CHILD, x, y, width, height, parent,
                      reinterpret_cast<HMENU>(static_cast<INT_PTR>(id)), module, nullptr);
  if (made == nullptr) return nullptr;
  SendMessageW(made, UDM_SETBUDDY, reinterpret_cast<WPARAM>(buddy), 0);
  SendMessageW(made, UDM_SETRANGE, 0, MAKELPARAM(high, low));
  SendMessageW(made, UDM_SETPOS, 0, MAKELPARAM(position, 0));
  return made;
}
