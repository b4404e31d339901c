// Message boxes: a dialog laid out for its text, its icon and its buttons.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-messageboxw
#include <algorithm>

#include "base/last_error.h"
#include "base/text.h"
#include "user32/dialog/dialog_state.h"
#include "user32/message/send.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

struct ButtonText {
  WORD id;
  const char16_t* text;
};

constexpr ButtonText kOk{IDOK, u"OK"};
constexpr ButtonText kCancel{IDCANCEL, u"Cancel"};
constexpr ButtonText kAbort{IDABORT, u"&Abort"};
constexpr ButtonText kRetry{IDRETRY, u"&Retry"};
constexpr ButtonText kIgnore{IDIGNORE, u"&Ignore"};
constexpr ButtonText kYes{IDYES, u"&Yes"};
constexpr ButtonText kNo{IDNO, u"&No"};
constexpr ButtonText kTryAgain{IDTRYAGAIN, u"&Try Again"};
constexpr ButtonText kContinue{IDCONTINUE, u"&Continue"};
constexpr ButtonText kHelp{IDHELP, u"Help"};

// Empty for a type that does not exist.
std::vector<ButtonText> buttons_of(UINT type) {
  std::vector<ButtonText> buttons;
  switch (type & MB_TYPEMASK) {
    case MB_OK:
      buttons = {kOk};
      break;
    case MB_OKCANCEL:
      buttons = {kOk, kCancel};
      break;
    case MB_ABORTRETRYIGNORE:
      buttons = {kAbort, kRetry, kIgnore};
      break;
    case MB_YESNOCANCEL:
      buttons = {kYes, kNo, kCancel};
      break;
    case MB_YESNO:
      buttons = {kYes, kNo};
      break;
    case MB_RETRYCANCEL:
      buttons = {kRetry, kCancel};
      break;
    case MB_CANCELTRYCONTINUE:
      buttons = {kCancel, kTryAgain, kContinue};
      break;
    default:
      return {};
  }
  if ((type & MB_HELP) != 0) buttons.push_back(kHelp);
  return buttons;
}

LPCWSTR icon_of(UINT type) {
  switch (type & MB_ICONMASK) {
    case MB_ICONHAND:
      return reinterpret_cast<LPCWSTR>(IDI_HAND);
    case MB_ICONQUESTION:
      return reinterpret_cast<LPCWSTR>(IDI_QUESTION);
    case MB_ICONEXCLAMATION:
      return reinterpret_cast<LPCWSTR>(IDI_EXCLAMATION);
    case MB_ICONASTERISK:
      return reinterpret_cast<LPCWSTR>(IDI_ASTERISK);
    default:
      return nullptr;
  }
}

constexpr WORD kIconId = 20;
constexpr WORD kTextId = 0xFFFF;

// In pixels; the boxes of the dialog's controls follow from these.
constexpr LONG kMargin = 12;
constexpr LONG kGap = 6;
constexpr LONG kIconSize = 32;
constexpr LONG kButtonWidth = 75;
constexpr LONG kButtonHeight = 23;

struct Request {
  std::u16string text;
  UINT type;
  std::vector<ButtonText> buttons;
  HICON icon;
  MSGBOXCALLBACK help_callback;
  DWORD_PTR help_context;
  HWND owner;
  std::vector<HWND> disabled{};  // by MB_TASKMODAL
};

HFONT message_font() {
  return static_cast<HFONT>(GetStockObject(DEFAULT_GUI_FONT));
}

LONG work_width(HWND near) {
  MONITORINFO info{};
  info.cbSize = sizeof info;
  const HMONITOR monitor = MonitorFromWindow(near, MONITOR_DEFAULTTOPRIMARY);
  return GetMonitorInfoW(monitor, &info) ? info.rcWork.right - info.rcWork.left : 640;
}

SIZE measure_text(const std::u16string& text, LONG widest) {
  const HDC dc = GetDC(nullptr);
  const HGDIOBJ old = SelectObject(dc, message_font());
  RECT rect{0, 0, widest, 0};
  DrawTextW(dc, base::as_wchar(text), static_cast<int>(text.size()), &rect,
            DT_CALCRECT | DT_WORDBREAK | DT_EXPANDTABS | DT_NOPREFIX | DT_EXTERNALLEADING);
  SelectObject(dc, old);
  ReleaseDC(nullptr, dc);
  return {rect.right, rect.bottom};
}

HWND add_control(HWND dialog, const WCHAR* window_class, const char16_t* text, DWORD style, WORD id,
                 const RECT& place) {
  const HWND control = CreateWindowExW(
      WS_EX_NOPARENTNOTIFY, window_class, base::as_wchar(text), WS_CHILD | WS_VISIBLE | style,
      static_cast<int>(place.left), static_cast<int>(place.top),
      static_cast<int>(place.right - place.left), static_cast<int>(place.bottom - place.top),
      dialog, reinterpret_cast<HMENU>(static_cast<UINT_PTR>(id)), nullptr, nullptr);
  SendMessageW(control, WM_SETFONT, reinterpret_cast<WPARAM>(message_font()), FALSE);
  return control;
}

void add_buttons(HWND dialog, const Request& request, LONG width, LONG top) {
  const auto count = static_cast<LONG>(request.buttons.size());
  const LONG all = count * kButtonWidth + (count - 1) * kGap;
  LONG left = (width - all) / 2;
  const UINT chosen = std::min<UINT>((request.type & MB_DEFMASK) >> 8,
                                     static_cast<UINT>(request.buttons.size()) - 1);
  for (UINT i = 0; i < request.buttons.size(); ++i) {
    const ButtonText& button = request.buttons[i];
    const DWORD style =
        WS_TABSTOP | (i == 0 ? WS_GROUP : 0) | (i == chosen ? BS_DEFPUSHBUTTON : BS_PUSHBUTTON);
    const HWND control = add_control(dialog, L"Button", button.text, style, button.id,
                                     {left, top, left + kButtonWidth, top + kButtonHeight});
    if (i == chosen) {
      SendMessageW(dialog, DM_SETDEFID, button.id, 0);
      SetFocus(control);
    }
    left += kButtonWidth + kGap;
  }
}

void center(HWND dialog, HWND owner, LONG client_width, LONG client_height) {
  RECT rect{0, 0, client_width, client_height};
  AdjustWindowRectEx(&rect, static_cast<DWORD>(GetWindowLongPtrW(dialog, GWL_STYLE)), FALSE,
                     static_cast<DWORD>(GetWindowLongPtrW(dialog, GWL_EXSTYLE)));
  const LONG width = rect.right - rect.left;
  const LONG height = rect.bottom - rect.top;
  MONITORINFO info{};
  info.cbSize = sizeof info;
  GetMonitorInfoW(MonitorFromWindow(owner, MONITOR_DEFAULTTOPRIMARY), &info);
  SetWindowPos(dialog, nullptr, (info.rcWork.left + info.rcWork.right - width) / 2,
               (info.rcWork.top + info.rcWork.bottom - height) / 2, static_cast<int>(width),
               static_cast<int>(height), SWP_NOZORDER | SWP_NOACTIVATE);
}

void lay_out(HWND dialog, const Request& request) {
  const LONG icon_room = request.icon != nullptr ? kIconSize + kMargin : 0;
  const SIZE text = measure_text(request.text, work_width(request.owner) * 5 / 8);
  const auto count = static_cast<LONG>(request.buttons.size());
  const LONG content = std::max(icon_room + text.cx, count * kButtonWidth + (count - 1) * kGap);
  const LONG width = content + 2 * kMargin;
  const LONG body = std::max(text.cy, request.icon != nullptr ? kIconSize : 0);
  const LONG buttons_top = kMargin + body + kMargin;
  if (request.icon != nullptr) {
    const HWND icon = add_control(dialog, L"Static", u"", SS_ICON, kIconId,
                                  {kMargin, kMargin, kMargin + kIconSize, kMargin + kIconSize});
    SendMessageW(icon, STM_SETICON, reinterpret_cast<WPARAM>(request.icon), 0);
  }
  const LONG text_left = kMargin + icon_room;
  const LONG text_top = kMargin + std::max<LONG>(0, (body - text.cy) / 2);
  DWORD style = SS_LEFT | SS_NOPREFIX;
  if ((request.type & MB_RIGHT) != 0) style = SS_RIGHT | SS_NOPREFIX;
  add_control(dialog, L"Static", request.text.c_str(), style, kTextId,
              {text_left, text_top, text_left + text.cx, text_top + text.cy});
  add_buttons(dialog, request, width, buttons_top);
  center(dialog, request.owner, width, buttons_top + kButtonHeight + kMargin);
}

bool can_be_cancelled(const Request& request) {
  return std::any_of(request.buttons.begin(), request.buttons.end(),
                     [](const ButtonText& button) { return button.id == IDCANCEL; }) ||
         request.buttons.size() == 1;
}

// Documented: with MB_TASKMODAL and no owner all top-level windows of the thread are disabled while
// the box is up.
void disable_task(Request& request) {
  if ((request.type & MB_TASKMODAL) == 0 || request.owner != nullptr) return;
  const auto collect = [](HWND window, LPARAM list) -> WINBOOL {
    if (IsWindowVisible(window) && IsWindowEnabled(window)) {
      reinterpret_cast<std::vector<HWND>*>(list)->push_back(window);
    }
    return TRUE;
  };
  EnumThreadWindows(GetCurrentThreadId(), collect, reinterpret_cast<LPARAM>(&request.disabled));
  for (const HWND window : request.disabled) EnableWindow(window, FALSE);
}

// Before the box goes, so that one of them becomes active.
void enable_task(Request& request) {
  for (const HWND window : std::exchange(request.disabled, {})) EnableWindow(window, TRUE);
}

void end(HWND dialog, Request& request, INT_PTR result) {
  enable_task(request);
  EndDialog(dialog, result);
}

void show_help(HWND dialog, const Request& request) {
  HELPINFO info{};
  info.cbSize = sizeof info;
  info.iContextType = HELPINFO_WINDOW;
  info.iCtrlId = IDHELP;
  info.hItemHandle = dialog;
  info.dwContextId = request.help_context;
  GetCursorPos(&info.MousePos);
  if (request.help_callback != nullptr) {
    request.help_callback(&info);
  } else if (request.owner != nullptr) {
    SendMessageW(request.owner, WM_HELP, 0, reinterpret_cast<LPARAM>(&info));
  }
}

INT_PTR on_command(HWND dialog, Request& request, WORD id) {
  if (id == IDHELP) {
    show_help(dialog, request);
    return TRUE;
  }
  const auto& buttons = request.buttons;
  const bool there = std::any_of(buttons.begin(), buttons.end(),
                                 [&](const ButtonText& button) { return button.id == id; });
  if (there) {
    end(dialog, request, id);
  } else if (id == IDCANCEL && can_be_cancelled(request)) {
    end(dialog, request, IDOK);  // Escape on a box that has only OK
  }
  return TRUE;
}

// WM_CTLCOLORMSGBOX: the owner may colour the box before it is drawn. Null: as dialogs are.
INT_PTR ask_owner_for_colors(HWND dialog, const Request& request, WPARAM dc) {
  // Device contexts are for the thread that draws.
  if (find_own_window(request.owner) == nullptr) return 0;
  return send_message(request.owner, WM_CTLCOLORMSGBOX, dc, reinterpret_cast<LPARAM>(dialog));
}

INT_PTR CALLBACK message_box_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam) {
  if (message == WM_INITDIALOG) {
    const auto& request = *reinterpret_cast<const Request*>(lparam);
    SetWindowLongPtrW(dialog, DWLP_USER, lparam);
    lay_out(dialog, request);
    if (!can_be_cancelled(request)) {
      EnableMenuItem(GetSystemMenu(dialog, FALSE), SC_CLOSE, MF_BYCOMMAND | MF_GRAYED);
    }
    return FALSE;
  }
  auto* request = reinterpret_cast<Request*>(GetWindowLongPtrW(dialog, DWLP_USER));
  if (request == nullptr) return FALSE;
  if (message == WM_COMMAND) return on_command(dialog, *request, LOWORD(wparam));
  if (message == WM_CTLCOLORDLG) return ask_owner_for_colors(dialog, *request, wparam);
  if (message == WM_HELP) {
    show_help(dialog, *request);
    return TRUE;
  }
  return FALSE;
}

UINT beep_of(UINT type) {
  return type & MB_ICONMASK;
}

int run(Request request, const std::u16string& caption) {
  request.buttons = buttons_of(request.type);
  if (request.buttons.empty()) return base::fail<int>(ERROR_INVALID_MSGBOX_STYLE);
  if (request.owner != nullptr && find_window_thread(request.owner) == nullptr) {
    return base::fail<int>(ERROR_INVALID_WINDOW_HANDLE);
  }
  DialogTemplate layout;
  layout.style = WS_POPUP | WS_CAPTION | WS_SYSMENU | WS_VISIBLE | DS_MODALFRAME | DS_NOIDLEMSG;
  if ((request.type & (MB_SYSTEMMODAL | MB_TOPMOST)) != 0) layout.ex_style |= WS_EX_TOPMOST;
  layout.title = caption;
  MessageBeep(beep_of(request.type));
  disable_task(request);
  const INT_PTR result =
      run_dialog({nullptr, std::move(layout), request.owner, message_box_procedure,
                  reinterpret_cast<LPARAM>(&request), Encoding::kUnicode, true});
  enable_task(request);
  return result > 0 ? static_cast<int>(result) : 0;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Shows a text and waits for a button. Returns its identifier; 0 on failure
// (ERROR_INVALID_MSGBOX_STYLE, ERROR_INVALID_WINDOW_HANDLE). A null caption reads "Error".
int WINAPI MessageBoxIndirectW(const MSGBOXPARAMSW* parameters) {
  if (parameters == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const auto text = [&](LPCWSTR value, const char16_t* otherwise) -> std::u16string {
    if (!IS_INTRESOURCE(value)) return base::as_char16(value);
    if (value == nullptr) return otherwise;
    WCHAR buffer[1024]{};
    LoadStringW(parameters->hInstance, LOWORD(value), buffer, 1024);
    return base::as_char16(buffer);
  };
  HICON icon = nullptr;
  if ((parameters->dwStyle & MB_ICONMASK) == MB_USERICON) {
    icon = LoadIconW(parameters->hInstance, parameters->lpszIcon);
  } else if (const LPCWSTR name = icon_of(parameters->dwStyle)) {
    icon = LoadIconW(nullptr, name);
  }
  return run({text(parameters->lpszText, u""),
              parameters->dwStyle,
              {},
              icon,
              parameters->lpfnMsgBoxCallback,
              parameters->dwContextHelpId,
              parameters->hwndOwner},
             text(parameters->lpszCaption, u"Error"));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-messageboxexw
int WINAPI MessageBoxExW(HWND owner, LPCWSTR text, LPCWSTR caption, UINT type, WORD) {
  MSGBOXPARAMSW parameters{};
  parameters.cbSize = sizeof parameters;
  parameters.hwndOwner = owner;
  parameters.lpszText = text;
  parameters.lpszCaption = caption;
  parameters.dwStyle = type;
  return MessageBoxIndirectW(&parameters);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-messageboxexa
int WINAPI MessageBoxExA(HWND owner, LPCSTR text, LPCSTR caption, UINT type, WORD language) {
  const std::u16string wide_text = base::to_utf16(text);
  const std::u16string wide_caption = base::to_utf16(caption);
  return MessageBoxExW(owner, base::as_wchar(wide_text),
                       caption != nullptr ? base::as_wchar(wide_caption) : nullptr, type, language);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-messageboxw
int WINAPI MessageBoxW(HWND owner, LPCWSTR text, LPCWSTR caption, UINT type) {
  return MessageBoxExW(owner, text, caption, type, 0);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-messageboxa
int WINAPI MessageBoxA(HWND owner, LPCSTR text, LPCSTR caption, UINT type) {
  return MessageBoxExA(owner, text, caption, type, 0);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-messageboxindirecta
int WINAPI MessageBoxIndirectA(const MSGBOXPARAMSA* parameters) {
  if (parameters == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  MSGBOXPARAMSW wide{};
  wide.cbSize = sizeof wide;
  wide.hwndOwner = parameters->hwndOwner;
  wide.hInstance = parameters->hInstance;
  wide.dwStyle = parameters->dwStyle;
  wide.dwContextHelpId = parameters->dwContextHelpId;
  wide.lpfnMsgBoxCallback = parameters->lpfnMsgBoxCallback;
  wide.dwLanguageId = parameters->dwLanguageId;
  std::u16string texts[3];
  const auto convert = [](LPCSTR value, std::u16string& storage) {
    if (IS_INTRESOURCE(value)) return reinterpret_cast<LPCWSTR>(value);
    storage = base::to_utf16(value);
    return base::as_wchar(storage.c_str());
  };
  wide.lpszText = convert(parameters->lpszText, texts[0]);
  wide.lpszCaption = convert(parameters->lpszCaption, texts[1]);
  wide.lpszIcon = convert(parameters->lpszIcon, texts[2]);
  return MessageBoxIndirectW(&wide);
}
