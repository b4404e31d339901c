// SystemParametersInfo: a row a setting.
//
// Sizes of frames and their fonts are fixed: setting them fails with ERROR_CALL_NOT_IMPLEMENTED.
#include <algorithm>

#include "base/last_error.h"
#include "base/text.h"
#include "user32/input/mouse_settings.h"
#include "user32/system/system_metrics.h"
#include "user32/system/system_parameters.h"
#include "user32/window/desktop.h"

namespace transom::user {
namespace {

// Where a new value is: in the number, or in the pointer itself, as newer settings have it.
enum class Given { kNumber, kPointer };

// A setting that is a number; what is read comes through the pointer.
struct NumberSetting {
  UINT get;  // 0: only set
  UINT set;
  Given given;
  int (*read)();
  void (*write)(int value);
};

template <auto kField>
constexpr NumberSetting of_system(UINT get, UINT set, Given given) {
  return {get, set, given, [] { return (system_parameters().*kField).get(); },
          [](int value) { system_parameters().*kField = value; }};
}

template <auto kField>
constexpr NumberSetting of_mouse(UINT get, UINT set) {
  return {get, set, Given::kNumber, [] { return static_cast<int>((mouse_settings.*kField).get()); },
          [](int value) {
            using Value = decltype((mouse_settings.*kField).get());
            mouse_settings.*kField = static_cast<Value>(value);
          }};
}

using P = SystemParameters;
using M = MouseSettings;

constexpr NumberSetting kSettings[] = {
    of_system<&P::beep>(SPI_GETBEEP, SPI_SETBEEP, Given::kNumber),
    of_system<&P::border>(SPI_GETBORDER, SPI_SETBORDER, Given::kNumber),
    of_system<&P::keyboard_speed>(SPI_GETKEYBOARDSPEED, SPI_SETKEYBOARDSPEED, Given::kNumber),
    of_system<&P::keyboard_delay>(SPI_GETKEYBOARDDELAY, SPI_SETKEYBOARDDELAY, Given::kNumber),
    of_system<&P::keyboard_preference>(SPI_GETKEYBOARDPREF, SPI_SETKEYBOARDPREF, Given::kNumber),
    of_system<&P::screen_reader>(SPI_GETSCREENREADER, SPI_SETSCREENREADER, Given::kNumber),
    of_system<&P::screen_saver_timeout>(SPI_GETSCREENSAVETIMEOUT, SPI_SETSCREENSAVETIMEOUT,
                                        Given::kNumber),
    of_system<&P::screen_saver_active>(SPI_GETSCREENSAVEACTIVE, SPI_SETSCREENSAVEACTIVE,
                                       Given::kNumber),
    of_system<&P::icon_title_wrap>(SPI_GETICONTITLEWRAP, SPI_SETICONTITLEWRAP, Given::kNumber),
    of_system<&P::menu_drop_alignment>(SPI_GETMENUDROPALIGNMENT, SPI_SETMENUDROPALIGNMENT,
                                       Given::kNumber),
    of_system<&P::font_smoothing>(SPI_GETFONTSMOOTHING, SPI_SETFONTSMOOTHING, Given::kNumber),
    of_system<&P::snap_to_default_button>(SPI_GETSNAPTODEFBUTTON, SPI_SETSNAPTODEFBUTTON,
                                          Given::kNumber),
    of_system<&P::wheel_lines>(SPI_GETWHEELSCROLLLINES, SPI_SETWHEELSCROLLLINES, Given::kNumber),
    of_system<&P::wheel_characters>(SPI_GETWHEELSCROLLCHARS, SPI_SETWHEELSCROLLCHARS,
                                    Given::kNumber),
    of_system<&P::menu_show_delay>(SPI_GETMENUSHOWDELAY, SPI_SETMENUSHOWDELAY, Given::kNumber),
    of_system<&P::show_sounds>(SPI_GETSHOWSOUNDS, SPI_SETSHOWSOUNDS, Given::kNumber),
    of_system<&P::swap_buttons>(0, SPI_SETMOUSEBUTTONSWAP, Given::kNumber),
    of_mouse<&M::double_click_width>(0, SPI_SETDOUBLECLKWIDTH),
    of_mouse<&M::double_click_height>(0, SPI_SETDOUBLECLKHEIGHT),
    of_mouse<&M::double_click_time>(0, SPI_SETDOUBLECLICKTIME),
    of_mouse<&M::drag_width>(0, SPI_SETDRAGWIDTH),
    of_mouse<&M::drag_height>(0, SPI_SETDRAGHEIGHT),
    of_mouse<&M::full_drag>(SPI_GETDRAGFULLWINDOWS, SPI_SETDRAGFULLWINDOWS),
    of_mouse<&M::hover_width>(SPI_GETMOUSEHOVERWIDTH, SPI_SETMOUSEHOVERWIDTH),
    of_mouse<&M::hover_height>(SPI_GETMOUSEHOVERHEIGHT, SPI_SETMOUSEHOVERHEIGHT),
    of_mouse<&M::hover_time>(SPI_GETMOUSEHOVERTIME, SPI_SETMOUSEHOVERTIME),
    of_system<&P::active_window_tracking>(SPI_GETACTIVEWINDOWTRACKING, SPI_SETACTIVEWINDOWTRACKING,
                                          Given::kPointer),
    of_system<&P::menu_animation>(SPI_GETMENUANIMATION, SPI_SETMENUANIMATION, Given::kPointer),
    of_system<&P::combo_box_animation>(SPI_GETCOMBOBOXANIMATION, SPI_SETCOMBOBOXANIMATION,
                                       Given::kPointer),
    of_system<&P::list_box_smooth_scrolling>(SPI_GETLISTBOXSMOOTHSCROLLING,
                                             SPI_SETLISTBOXSMOOTHSCROLLING, Given::kPointer),
    of_system<&P::gradient_captions>(SPI_GETGRADIENTCAPTIONS, SPI_SETGRADIENTCAPTIONS,
                                     Given::kPointer),
    of_system<&P::keyboard_cues>(SPI_GETKEYBOARDCUES, SPI_SETKEYBOARDCUES, Given::kPointer),
    of_system<&P::hot_tracking>(SPI_GETHOTTRACKING, SPI_SETHOTTRACKING, Given::kPointer),
    of_system<&P::menu_fade>(SPI_GETMENUFADE, SPI_SETMENUFADE, Given::kPointer),
    of_system<&P::selection_fade>(SPI_GETSELECTIONFADE, SPI_SETSELECTIONFADE, Given::kPointer),
    of_system<&P::tool_tip_animation>(SPI_GETTOOLTIPANIMATION, SPI_SETTOOLTIPANIMATION,
                                      Given::kPointer),
    of_system<&P::flat_menu>(SPI_GETFLATMENU, SPI_SETFLATMENU, Given::kPointer),
    of_system<&P::drop_shadow>(SPI_GETDROPSHADOW, SPI_SETDROPSHADOW, Given::kPointer),
    of_system<&P::block_send_input_resets>(SPI_GETBLOCKSENDINPUTRESETS, SPI_SETBLOCKSENDINPUTRESETS,
                                           Given::kPointer),
    of_system<&P::ui_effects>(SPI_GETUIEFFECTS, SPI_SETUIEFFECTS, Given::kPointer),
    of_system<&P::client_area_animation>(SPI_GETCLIENTAREAANIMATION, SPI_SETCLIENTAREAANIMATION,
                                         Given::kPointer),
    of_system<&P::foreground_lock_timeout>(SPI_GETFOREGROUNDLOCKTIMEOUT,
                                           SPI_SETFOREGROUNDLOCKTIMEOUT, Given::kPointer),
    of_system<&P::foreground_flash_count>(SPI_GETFOREGROUNDFLASHCOUNT, SPI_SETFOREGROUNDFLASHCOUNT,
                                          Given::kPointer),
    of_system<&P::caret_width>(SPI_GETCARETWIDTH, SPI_SETCARETWIDTH, Given::kPointer),
    of_system<&P::font_smoothing_type>(SPI_GETFONTSMOOTHINGTYPE, SPI_SETFONTSMOOTHINGTYPE,
                                       Given::kPointer),
    of_system<&P::font_smoothing_contrast>(SPI_GETFONTSMOOTHINGCONTRAST,
                                           SPI_SETFONTSMOOTHINGCONTRAST, Given::kPointer),
    of_system<&P::focus_border_width>(SPI_GETFOCUSBORDERWIDTH, SPI_SETFOCUSBORDERWIDTH,
                                      Given::kPointer),
    of_system<&P::focus_border_height>(SPI_GETFOCUSBORDERHEIGHT, SPI_SETFOCUSBORDERHEIGHT,
                                       Given::kPointer),
    of_system<&P::message_duration>(SPI_GETMESSAGEDURATION, SPI_SETMESSAGEDURATION,
                                    Given::kPointer),
};

void narrow(const LOGFONTW& from, LOGFONTA& to) {
  std::memcpy(&to, &from, offsetof(LOGFONTA, lfFaceName));
  const std::string face = base::to_ansi(base::as_char16(from.lfFaceName));
  to.lfFaceName[face.copy(to.lfFaceName, LF_FACESIZE - 1)] = 0;
}
void narrow(const LOGFONTW& from, LOGFONTW& to) {
  to = from;
}

// The last member came with Windows Vista; programs may leave it out.
template <class Metrics>
BOOL get_non_client_metrics(void* data) {
  auto* to = static_cast<Metrics*>(data);
  constexpr UINT kOldSize = offsetof(Metrics, lfMessageFont) + sizeof(to->lfMessageFont);
  if (to == nullptr || (to->cbSize != sizeof *to && to->cbSize != kOldSize)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const NONCLIENTMETRICSW from = non_client_metrics();
  to->iBorderWidth = from.iBorderWidth;
  to->iScrollWidth = from.iScrollWidth;
  to->iScrollHeight = from.iScrollHeight;
  to->iCaptionWidth = from.iCaptionWidth;
  to->iCaptionHeight = from.iCaptionHeight;
  narrow(from.lfCaptionFont, to->lfCaptionFont);
  to->iSmCaptionWidth = from.iSmCaptionWidth;
  to->iSmCaptionHeight = from.iSmCaptionHeight;
  narrow(from.lfSmCaptionFont, to->lfSmCaptionFont);
  to->iMenuWidth = from.iMenuWidth;
  to->iMenuHeight = from.iMenuHeight;
  narrow(from.lfMenuFont, to->lfMenuFont);
  narrow(from.lfStatusFont, to->lfStatusFont);
  narrow(from.lfMessageFont, to->lfMessageFont);
  if (to->cbSize == sizeof *to) {
    std::memset(reinterpret_cast<std::byte*>(to) + kOldSize, 0, sizeof *to - kOldSize);
  }
  return TRUE;
}

template <class Font>
BOOL get_icon_title_font(UINT size, void* data) {
  if (data == nullptr || (size != 0 && size < sizeof(Font))) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  narrow(icon_title_font(), *static_cast<Font*>(data));
  return TRUE;
}

template <class Metrics>
BOOL get_icon_metrics(void* data) {
  auto* to = static_cast<Metrics*>(data);
  if (to == nullptr || to->cbSize != sizeof *to) return base::fail(ERROR_INVALID_PARAMETER);
  to->iHorzSpacing = system_parameters().icon_spacing_x;
  to->iVertSpacing = system_parameters().icon_spacing_y;
  to->iTitleWrap = system_parameters().icon_title_wrap;
  narrow(icon_title_font(), to->lfFont);
  return TRUE;
}

// Sets with a null pointer, gets otherwise.
BOOL icon_spacing(base::Relaxed<int>& spacing, UINT number, void* data) {
  if (data != nullptr) {
    *static_cast<int*>(data) = spacing;
  } else {
    spacing = std::max(static_cast<int>(number), system_metric(SM_CXICON));
  }
  return TRUE;
}

BOOL animation(bool set, void* data) {
  auto* info = static_cast<ANIMATIONINFO*>(data);
  if (info == nullptr || info->cbSize != sizeof *info) return base::fail(ERROR_INVALID_PARAMETER);
  if (set) {
    system_parameters().minimize_animation = info->iMinAnimate;
  } else {
    info->iMinAnimate = system_parameters().minimize_animation;
  }
  return TRUE;
}

// High contrast is off.
BOOL get_high_contrast(void* data) {
  auto* info = static_cast<HIGHCONTRASTW*>(data);
  if (info == nullptr || info->cbSize != sizeof *info) return base::fail(ERROR_INVALID_PARAMETER);
  info->dwFlags = HCF_AVAILABLE;
  info->lpszDefaultScheme = nullptr;
  return TRUE;
}

BOOL get_work_area(void* data) {
  if (data == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  *static_cast<RECT*>(data) = primary_monitor().work_area;
  return TRUE;
}

BOOL change_work_area(const void* data) {
  if (data == nullptr) {
    set_work_area(primary_monitor().bounds);
    return TRUE;
  }
  const RECT area = *static_cast<const RECT*>(data);
  if (IsRectEmpty(&area)) return base::fail(ERROR_INVALID_PARAMETER);
  set_work_area(area);
  return TRUE;
}

BOOL number_setting(UINT action, UINT number, void* data) {
  for (const NumberSetting& setting : kSettings) {
    if (setting.get == action) {
      if (data == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
      *static_cast<int*>(data) = setting.read();
      return TRUE;
    }
    if (setting.set == action) {
      setting.write(setting.given == Given::kNumber
                        ? static_cast<int>(number)
                        : static_cast<int>(reinterpret_cast<std::intptr_t>(data)));
      return TRUE;
    }
  }
  return base::fail(ERROR_INVALID_PARAMETER);  // "an unknown action"
}

bool is_change(UINT action, const void* data) {
  switch (action) {
    case SPI_SETWORKAREA:
    case SPI_SETANIMATION:
      return true;
    case SPI_ICONHORIZONTALSPACING:
    case SPI_ICONVERTICALSPACING:
      return data == nullptr;
    default:
      return std::ranges::any_of(
          kSettings, [&](const NumberSetting& setting) { return setting.set == action; });
  }
}

template <class NonClient, class Icon, class Font>
BOOL act(UINT action, UINT number, void* data) {
  switch (action) {
    case SPI_GETWORKAREA:
      return get_work_area(data);
    case SPI_SETWORKAREA:
      return change_work_area(data);
    case SPI_GETNONCLIENTMETRICS:
      return get_non_client_metrics<NonClient>(data);
    case SPI_GETICONMETRICS:
      return get_icon_metrics<Icon>(data);
    case SPI_GETICONTITLELOGFONT:
      return get_icon_title_font<Font>(number, data);
    case SPI_ICONHORIZONTALSPACING:
      return icon_spacing(system_parameters().icon_spacing_x, number, data);
    case SPI_ICONVERTICALSPACING:
      return icon_spacing(system_parameters().icon_spacing_y, number, data);
    case SPI_GETANIMATION:
    case SPI_SETANIMATION:
      return animation(action == SPI_SETANIMATION, data);
    case SPI_GETHIGHCONTRAST:
      return get_high_contrast(data);
    case SPI_SETNONCLIENTMETRICS:
    case SPI_SETICONMETRICS:
    case SPI_SETICONTITLELOGFONT:
      return base::fail(ERROR_CALL_NOT_IMPLEMENTED);
    default:
      return number_setting(action, number, data);
  }
}

// Every top-level window hears of it; one that hangs is not waited for.
void tell_change(UINT action) {
  constexpr UINT kPatience = 100;  // milliseconds a window
  SendMessageTimeoutW(HWND_BROADCAST, WM_SETTINGCHANGE, action,
                      reinterpret_cast<LPARAM>(base::as_wchar(u"")), SMTO_ABORTIFHUNG, kPatience,
                      nullptr);
}

BOOL finish(BOOL done, UINT action, const void* data, UINT flags) {
  if (done && (flags & SPIF_SENDCHANGE) != 0 && is_change(action, data)) tell_change(action);
  return done;
}

}  // namespace
}  // namespace transom::user

using namespace transom::user;

// Reads or changes a setting of the user's (SPI_); with SPIF_SENDCHANGE, top-level windows get
// WM_SETTINGCHANGE. Last errors: ERROR_INVALID_PARAMETER (an unknown action, a null pointer, a bad
// cbSize).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-systemparametersinfow
WINBOOL WINAPI SystemParametersInfoW(UINT action, UINT number, PVOID data, UINT flags) {
  const BOOL done = act<NONCLIENTMETRICSW, ICONMETRICSW, LOGFONTW>(action, number, data);
  return finish(done, action, data, flags);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-systemparametersinfoa
WINBOOL WINAPI SystemParametersInfoA(UINT action, UINT number, PVOID data, UINT flags) {
  const BOOL done = act<NONCLIENTMETRICSA, ICONMETRICSA, LOGFONTA>(action, number, data);
  return finish(done, action, data, flags);
}
