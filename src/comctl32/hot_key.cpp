// The hot key control: shows the combination of keys that is pressed in it.
// https://learn.microsoft.com/windows/win32/controls/hot-key-controls
#include <algorithm>

#include "comctl32/classes.h"
#include "comctl32/common_control.h"
#include "user32/draw/sys_colors.h"

namespace transom::comctl {
namespace {

constexpr int kMargin = 2;

struct Combination {
  BYTE key = 0;        // 0: none yet
  BYTE modifiers = 0;  // HOTKEYF_
  bool operator==(const Combination&) const = default;
};

class HotKey : public CommonControl {
 public:
  explicit HotKey(user::Window& window) : CommonControl(window) {}

  Combination combination;
  UINT invalid = 0;  // HKCOMB_
  BYTE instead = 0;  // HOTKEYF_, for those
};

// ---- What is pressed

BYTE held_modifiers() {
  BYTE held = 0;
  if (GetKeyState(VK_SHIFT) < 0) held |= HOTKEYF_SHIFT;
  if (GetKeyState(VK_CONTROL) < 0) held |= HOTKEYF_CONTROL;
  if (GetKeyState(VK_MENU) < 0) held |= HOTKEYF_ALT;
  return held;
}

// HKCOMB_ has a bit for each of the eight combinations of modifiers, in this order of HOTKEYF_.
UINT rule_of(BYTE modifiers) {
  constexpr UINT kRules[8] = {HKCOMB_NONE, HKCOMB_S,  HKCOMB_C,  HKCOMB_SC,
                              HKCOMB_A,    HKCOMB_SA, HKCOMB_CA, HKCOMB_SCA};
  return kRules[modifiers & 7];
}

// "A logical OR of the invalid combination and the default combination."
BYTE made_valid(const HotKey& control, BYTE modifiers) {
  const bool invalid = (control.invalid & rule_of(modifiers)) != 0;
  return invalid ? static_cast<BYTE>(modifiers | control.instead) : modifiers;
}

bool is_modifier(WPARAM key) {
  return key == VK_SHIFT || key == VK_CONTROL || key == VK_MENU;
}

// What moves about in a dialog box, or clears.
bool is_left_alone(WPARAM key) {
  constexpr WPARAM kKeys[] = {VK_RETURN, VK_TAB, VK_SPACE, VK_DELETE, VK_ESCAPE, VK_BACK};
  return std::ranges::find(kKeys, key) != std::end(kKeys);
}

// ---- Text and caret

std::u16string name_of(BYTE key, bool extended) {
  WCHAR name[64]{};
  const UINT scan = MapVirtualKeyW(key, MAPVK_VK_TO_VSC);
  const LONG place = static_cast<LONG>(scan << 16 | (extended ? 1u << 24 : 0u));
  return GetKeyNameTextW(place, name, 64) > 0 ? std::u16string(base::as_char16(name))
                                              : std::u16string();
}

std::u16string text_of(const HotKey& control) {
  const Combination& now = control.combination;
  if (now.key == 0 && (now.modifiers & 7) == 0) return u"None";
  std::u16string text;
  const auto add = [&](BYTE flag, BYTE key) {
    if ((now.modifiers & flag) != 0) text += name_of(key, false) + u" + ";
  };
  add(HOTKEYF_CONTROL, VK_CONTROL);
  add(HOTKEYF_SHIFT, VK_SHIFT);
  add(HOTKEYF_ALT, VK_MENU);
  return now.key == 0 ? text : text + name_of(now.key, (now.modifiers & HOTKEYF_EXT) != 0);
}

void place_caret(const HotKey& control) {
  if (!control.focused()) return;
  const MeasuringDc dc(control);
  SetCaretPos(kMargin + text_width(dc, text_of(control)), kMargin);
}

// https://learn.microsoft.com/windows/win32/controls/en-change
void set(HotKey& control, Combination now, bool tells) {
  if (control.combination == now) return;
  control.combination = now;
  InvalidateRect(control.handle, nullptr, TRUE);
  place_caret(control);
  if (tells) control.notify(EN_CHANGE);
}

// ---- Keys

// A modifier alone is shown until another key makes a hot key of it, or it is released.
LRESULT on_key_down(HotKey& control, const ControlCall& call) {
  if (is_left_alone(call.wparam)) {
    if (held_modifiers() == 0) set(control, {}, true);
    return control.alive() ? control.default_action(call) : 0;
  }
  const BYTE modifiers = made_valid(control, held_modifiers());
  const bool extended = (HIWORD(call.lparam) & KF_EXTENDED) != 0;
  const BYTE flag = extended ? BYTE{HOTKEYF_EXT} : BYTE{0};
  if (is_modifier(call.wparam)) {
    set(control, {0, held_modifiers()}, true);
  } else {
    set(control, {static_cast<BYTE>(call.wparam), static_cast<BYTE>(modifiers | flag)}, true);
  }
  return 0;
}

LRESULT on_key_up(HotKey& control, const ControlCall& call) {
  if (is_modifier(call.wparam) && control.combination.key == 0) {
    set(control, {0, held_modifiers()}, true);
  }
  return 0;
}

LRESULT on_character(HotKey&, const ControlCall&) {
  return 0;  // the key has been taken already
}

LRESULT on_dialog_code(HotKey&, const ControlCall&) {
  return DLGC_WANTCHARS | DLGC_WANTARROWS;
}

// ---- Messages

// https://learn.microsoft.com/windows/win32/controls/hkm-sethotkey
LRESULT on_set(HotKey& control, const ControlCall& call) {
  const WORD value = LOWORD(call.wparam);
  set(control, {LOBYTE(value), HIBYTE(value)}, false);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/hkm-gethotkey
LRESULT on_get(HotKey& control, const ControlCall&) {
  const Combination& now = control.combination;
  return now.key == 0 ? 0 : MAKEWORD(now.key, now.modifiers);
}

// https://learn.microsoft.com/windows/win32/controls/hkm-setrules
LRESULT on_set_rules(HotKey& control, const ControlCall& call) {
  control.invalid = static_cast<UINT>(call.wparam);
  control.instead = static_cast<BYTE>(LOWORD(call.lparam) & 7);
  return 0;
}

// ---- The window

LRESULT on_nc_create_with_edge(HotKey& control, const ControlCall& call) {
  const LONG_PTR edges = GetWindowLongPtrW(control.handle, GWL_EXSTYLE);
  SetWindowLongPtrW(control.handle, GWL_EXSTYLE, edges | WS_EX_CLIENTEDGE);
  return control.alive() ? on_nc_create(control, call) : 0;
}

LRESULT on_paint(HotKey& control, const ControlCall& call) {
  const user::ControlPaint paint(control, call);
  if (!paint) return 0;
  const user::ControlFont font(paint.dc(), control.font);
  const int color = control.enabled() ? COLOR_WINDOWTEXT : COLOR_GRAYTEXT;
  SetTextColor(paint.dc(), user::system_color(color));
  SetBkMode(paint.dc(), TRANSPARENT);
  const std::u16string text = text_of(control);
  TextOutW(paint.dc(), kMargin, kMargin, base::as_wchar(text), static_cast<int>(text.size()));
  return 0;
}

LRESULT on_erase(HotKey& control, const ControlCall& call) {
  const int color = control.enabled() ? COLOR_WINDOW : COLOR_BTNFACE;
  fill_solid(reinterpret_cast<HDC>(call.wparam), control.client(), user::system_color(color));
  return TRUE;
}

LRESULT on_set_focus(HotKey& control, const ControlCall&) {
  CreateCaret(control.handle, nullptr, 0, text_height(MeasuringDc(control)));
  place_caret(control);
  ShowCaret(control.handle);
  return 0;
}

LRESULT on_kill_focus(HotKey& control, const ControlCall&) {
  DestroyCaret();
  // Modifiers that nothing came after are no hot key.
  if (control.combination.key == 0) set(control, {}, false);
  return 0;
}

LRESULT on_left_down(HotKey& control, const ControlCall&) {
  SetFocus(control.handle);
  return 0;
}

LRESULT on_enable(HotKey& control, const ControlCall&) {
  InvalidateRect(control.handle, nullptr, TRUE);
  return 0;
}

constexpr ControlEntry<HotKey> kEntries[] = {
    {WM_NCCREATE, on_nc_create_with_edge},
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase},
    {WM_SETFOCUS, on_set_focus},
    {WM_KILLFOCUS, on_kill_focus},
    {WM_LBUTTONDOWN, on_left_down},
    {WM_ENABLE, on_enable},
    {WM_KEYDOWN, on_key_down},
    {WM_SYSKEYDOWN, on_key_down},
    {WM_KEYUP, on_key_up},
    {WM_SYSKEYUP, on_key_up},
    {WM_CHAR, on_character},
    {WM_SYSCHAR, on_character},
    {WM_GETDLGCODE, on_dialog_code},
    {HKM_SETHOTKEY, on_set},
    {HKM_GETHOTKEY, on_get},
    {HKM_SETRULES, on_set_rules},
};

LRESULT CALLBACK hot_key_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<HotKey> table{common_entries<HotKey>(), kEntries};
  return user::run_control(table, handle, message, wparam, lparam);
}

}  // namespace

const user::SystemClass kHotKeyClass{u"msctls_hotkey32", CS_GLOBALCLASS,          hot_key_procedure,
                                     sizeof(void*),      MAKEINTRESOURCEW(32512), nullptr};

}  // namespace transom::comctl
