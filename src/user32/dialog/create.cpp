// Making dialogs from templates: CreateDialogIndirectParam and its relatives.
// https://learn.microsoft.com/windows/win32/dlgbox/about-dialog-boxes
#include "base/last_error.h"
#include "base/text.h"
#include "user32/dialog/dialog_state.h"
#include "user32/dialog/template_source.h"
#include "user32/message/send.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

// CW_USEDEFAULT in the 16 bits that a template has.
constexpr short kDefaultPlace = -0x8000;

HFONT make_font(const DialogFont& font) {
  LOGFONTW description{};
  const HDC dc = GetDC(nullptr);
  description.lfHeight = -MulDiv(font.point_size, GetDeviceCaps(dc, LOGPIXELSY), 72);
  ReleaseDC(nullptr, dc);
  description.lfWeight = font.weight != 0 ? font.weight : FW_NORMAL;
  description.lfItalic = font.italic;
  description.lfCharSet = font.charset;
  font.face.copy(base::as_char16(description.lfFaceName), LF_FACESIZE - 1);
  return CreateFontIndirectW(&description);
}

RECT to_pixels(const SIZE& units, int x, int y, int width, int height) {
  const auto scale = [](int value, LONG unit, int divisor) {
    return static_cast<LONG>(MulDiv(value, static_cast<int>(unit), divisor));
  };
  const LONG left = scale(x, units.cx, 4);
  const LONG top = scale(y, units.cy, 8);
  return {left, top, left + scale(width, units.cx, 4), top + scale(height, units.cy, 8)};
}

struct DialogStyle {
  DWORD style;
  DWORD ex_style;
};

// What DS_ bits mean for the window's own.
DialogStyle window_style(const DialogTemplate& layout) {
  DialogStyle result{layout.style, layout.ex_style};
  if ((result.style & DS_MODALFRAME) != 0) result.ex_style |= WS_EX_DLGMODALFRAME;
  if ((result.style & DS_CONTEXTHELP) != 0) result.ex_style |= WS_EX_CONTEXTHELP;
  if ((result.style & DS_CONTROL) != 0) {
    result.style &= ~static_cast<DWORD>(WS_CAPTION | WS_SYSMENU);
    result.ex_style |= WS_EX_CONTROLPARENT;
  }
  // Shown once WM_INITDIALOG has been answered.
  result.style &= ~static_cast<DWORD>(WS_VISIBLE);
  return result;
}

RECT monitor_work_area(HWND near) {
  MONITORINFO info{};
  info.cbSize = sizeof info;
  const HMONITOR monitor = MonitorFromWindow(near, MONITOR_DEFAULTTOPRIMARY);
  if (!GetMonitorInfoW(monitor, &info)) return {0, 0, 1024, 768};
  return info.rcWork;
}

// Where the window goes: the template's place is relative to the owner's client area.
RECT place_dialog(const DialogRequest& request, const SIZE& units, const DialogStyle& style,
                  bool has_menu) {
  const DialogTemplate& layout = request.layout;
  RECT rect = to_pixels(units, layout.x, layout.y, layout.width, layout.height);
  const POINT wanted{rect.left, rect.top};
  AdjustWindowRectEx(&rect, style.style, has_menu, style.ex_style);
  const LONG width = rect.right - rect.left;
  const LONG height = rect.bottom - rect.top;
  POINT place = wanted;
  const RECT work = monitor_work_area(request.owner);
  if (layout.x == kDefaultPlace && (style.style & WS_CHILD) == 0) {
    place = {CW_USEDEFAULT, CW_USEDEFAULT};
  } else if ((style.style & DS_CENTER) != 0) {
    place = {(work.left + work.right - width) / 2, (work.top + work.bottom - height) / 2};
  } else if ((style.style & DS_CENTERMOUSE) != 0) {
    GetCursorPos(&place);
    place = {place.x - width / 2, place.y - height / 2};
  } else if ((style.style & (WS_CHILD | DS_ABSALIGN)) == 0 && request.owner != nullptr) {
    ClientToScreen(request.owner, &place);
  }
  if ((style.style & WS_CHILD) == 0 && place.x != CW_USEDEFAULT) {
    place.x = std::max(work.left, std::min(place.x, work.right - width));
    place.y = std::max(work.top, std::min(place.y, work.bottom - height));
  }
  return {place.x, place.y, place.x + width, place.y + height};
}

bool is_combo_box(const DialogItem& item) {
  constexpr WORD kComboBox = 0x85;
  return item.window_class.ordinal == kComboBox ||
         base::equals_ignoring_case(item.window_class.name, u"ComboBox");
}

HWND create_item(HWND dialog, const DialogRequest& request, const DialogState& state,
                 const DialogItem& item) {
  const RECT rect = to_pixels(state.units, item.x, item.y, item.width, item.height);
  DWORD style = item.style | WS_CHILD;
  style &= ~static_cast<DWORD>(WS_POPUP);
  DWORD ex_style = item.ex_style | WS_EX_NOPARENTNOTIFY;
  // Documented: the system applies the three-dimensional look whether DS_3DLOOK asks for it or not.
  // A border is then a sunken edge; combo boxes draw one of their own.
  if ((style & WS_BORDER) != 0) {
    style &= ~static_cast<DWORD>(WS_BORDER);
    if (!is_combo_box(item)) ex_style |= WS_EX_CLIENTEDGE;
  }
  const void* data = item.creation_data.empty() ? nullptr : item.creation_data.data();
  const auto menu = reinterpret_cast<HMENU>(static_cast<UINT_PTR>(item.id));
  const WCHAR number_title[] = {0xFFFF, item.title.ordinal, 0};
  const LPCWSTR title = item.title.ordinal != 0 ? number_title : item.title.value();
  const auto x = static_cast<int>(rect.left);
  const auto y = static_cast<int>(rect.top);
  const auto width = static_cast<int>(rect.right - rect.left);
  const auto height = static_cast<int>(rect.bottom - rect.top);
  if (request.encoding == Encoding::kUnicode) {
    return CreateWindowExW(ex_style, item.window_class.value(), title, style, x, y, width, height,
                           dialog, menu, request.instance, const_cast<void*>(data));
  }
  const std::string ansi_title = base::to_ansi(base::as_char16(title));
  const std::string ansi_class = base::to_ansi(item.window_class.name);
  return CreateWindowExA(ex_style,
                         item.window_class.ordinal != 0
                             ? MAKEINTRESOURCEA(item.window_class.ordinal)
                             : ansi_class.c_str(),
                         ansi_title.c_str(), style, x, y, width, height, dialog, menu,
                         request.instance, const_cast<void*>(data));
}

// False: a control could not be made, and the template does not say DS_NOFAILCREATE.
bool create_items(HWND dialog, const DialogRequest& request, const WindowRef& window) {
  for (const DialogItem& item : request.layout.items) {
    DialogState* state = dialog_state(dialog);
    if (!window.alive() || state == nullptr) return false;
    const HWND control = create_item(dialog, request, *state, item);
    if (control == nullptr) {
      if ((request.layout.style & DS_NOFAILCREATE) != 0) continue;
      return false;
    }
    if (item.help_id != 0) SetWindowContextHelpId(control, item.help_id);
    state = dialog_state(dialog);
    if (state != nullptr && state->font != nullptr) {
      SendMessageW(control, WM_SETFONT, reinterpret_cast<WPARAM>(state->font), FALSE);
    }
    if (state != nullptr && (SendMessageW(control, WM_GETDLGCODE, 0, 0) & DLGC_DEFPUSHBUTTON)) {
      state->default_id = item.id;
    }
  }
  return window.alive();
}

// WM_INITDIALOG names the control that gets the focus; TRUE lets it have it.
void initialize(HWND dialog, const DialogRequest& request, const WindowRef& window) {
  HWND focus = GetNextDlgTabItem(dialog, nullptr, FALSE);
  if (focus == nullptr) focus = dialog;
  const LRESULT wants_focus =
      SendMessageW(dialog, WM_INITDIALOG, reinterpret_cast<WPARAM>(focus), request.parameter);
  if (!window.alive()) return;
  DialogState* state = dialog_state(dialog);
  const bool child = (window->style & WS_CHILD) != 0;
  if (wants_focus != 0 && state != nullptr && !state->ended && (!child || request.modal)) {
    // The procedure may have changed what can have the focus.
    if (!IsWindow(focus) || !IsWindowEnabled(focus)) {
      focus = GetNextDlgTabItem(dialog, nullptr, FALSE);
    }
    if (focus != nullptr) focus_dialog_control(dialog, focus);
  }
  if (!window.alive()) return;
  SendMessageW(dialog, WM_CHANGEUISTATE, MAKEWPARAM(UIS_INITIALIZE, 0), 0);
  if ((request.layout.style & WS_VISIBLE) != 0 && window.alive() &&
      (window->style & WS_VISIBLE) == 0) {
    state = dialog_state(dialog);
    if (state == nullptr || !state->ended) ShowWindow(dialog, SW_SHOWNORMAL);
  }
}

HWND create_frame(const DialogRequest& request, const SIZE& units, HMENU menu) {
  const DialogTemplate& layout = request.layout;
  const DialogStyle style = window_style(layout);
  const RECT rect = place_dialog(request, units, style, menu != nullptr);
  const bool place_by_system = rect.left == CW_USEDEFAULT;
  const auto left = static_cast<int>(rect.left);
  const auto top = place_by_system ? 0 : static_cast<int>(rect.top);
  const auto width = static_cast<int>(rect.right - rect.left);
  const auto height = static_cast<int>(rect.bottom - rect.top);
  const LPCWSTR class_name =
      layout.window_class.none() ? MAKEINTRESOURCEW(32770) : layout.window_class.value();
  if (request.encoding == Encoding::kUnicode) {
    return CreateWindowExW(style.ex_style, class_name, base::as_wchar(layout.title), style.style,
                           left, top, width, height, request.owner, menu, request.instance,
                           nullptr);
  }
  const std::string title = base::to_ansi(layout.title);
  const std::string name = base::to_ansi(layout.window_class.name);
  return CreateWindowExA(
      style.ex_style,
      IS_INTRESOURCE(class_name) ? reinterpret_cast<LPCSTR>(class_name) : name.c_str(),
      title.c_str(), style.style, left, top, width, height, request.owner, menu, request.instance,
      nullptr);
}

}  // namespace

HWND create_dialog(const DialogRequest& request) {
  const DialogTemplate& layout = request.layout;
  const HFONT font = layout.font ? make_font(*layout.font) : nullptr;
  const SIZE units = dialog_units(font);
  const HMENU menu =
      layout.menu.none() ? nullptr : LoadMenuW(request.instance, layout.menu.value());
  const HWND dialog = create_frame(request, units, menu);
  Window* window = find_own_window(dialog);
  if (window == nullptr) {
    if (font != nullptr) DeleteObject(font);
    return nullptr;
  }
  const WindowRef keep(window);
  DialogState& state = ensure_dialog_state(*window);
  state.encoding = request.encoding;
  state.modal = request.modal;
  state.owner = request.owner;
  state.font = font;
  state.units = units;
  if (layout.help_id != 0) SetWindowContextHelpId(dialog, layout.help_id);
  // The template's own bits, DS_ ones included, stay visible in the style.
  SetWindowLongPtrW(dialog, DWLP_DLGPROC, reinterpret_cast<LONG_PTR>(request.procedure));
  if (font != nullptr) SendMessageW(dialog, WM_SETFONT, reinterpret_cast<WPARAM>(font), FALSE);
  if (!create_items(dialog, request, keep)) {
    if (keep.alive()) DestroyWindow(dialog);
    return nullptr;
  }
  initialize(dialog, request, keep);
  return keep.alive() ? dialog : nullptr;
}

namespace {

HWND create_from(HINSTANCE instance, std::optional<DialogTemplate> layout, HWND owner,
                 DLGPROC procedure, LPARAM parameter, Encoding encoding) {
  if (!layout) return nullptr;
  return create_dialog(
      {instance, std::move(*layout), owner, procedure, parameter, encoding, false});
}

}  // namespace
}  // namespace transom::user

using namespace transom::user;

// Creates a modeless dialog from a template resource. Null on failure (last errors: the resource's,
// or of CreateWindowEx).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createdialogparamw
HWND WINAPI CreateDialogParamW(HINSTANCE instance, LPCWSTR name, HWND owner, DLGPROC procedure,
                               LPARAM parameter) {
  return create_from(instance, load_template(instance, name), owner, procedure, parameter,
                     Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createdialogparama
HWND WINAPI CreateDialogParamA(HINSTANCE instance, LPCSTR name, HWND owner, DLGPROC procedure,
                               LPARAM parameter) {
  return create_from(instance, load_template(instance, name), owner, procedure, parameter,
                     Encoding::kAnsi);
}

// Creates a modeless dialog from a template in memory, which must be aligned to a DWORD.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createdialogindirectparamw
HWND WINAPI CreateDialogIndirectParamW(HINSTANCE instance, LPCDLGTEMPLATEW memory, HWND owner,
                                       DLGPROC procedure, LPARAM parameter) {
  return create_from(instance, template_in_memory(memory), owner, procedure, parameter,
                     Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createdialogindirectparama
HWND WINAPI CreateDialogIndirectParamA(HINSTANCE instance, LPCDLGTEMPLATEA memory, HWND owner,
                                       DLGPROC procedure, LPARAM parameter) {
  return create_from(instance, template_in_memory(memory), owner, procedure, parameter,
                     Encoding::kAnsi);
}
