// CreateMDIWindow and TranslateMDISysAccel.
#include "base/last_error.h"
#include "user32/mdi/mdi_client.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

// What a key asks of the active child; 0: nothing.
// https://learn.microsoft.com/windows/win32/winmsg/about-the-multiple-document-interface#multiple-document-accelerators
WPARAM command_of(WPARAM key) {
  const bool shift = GetKeyState(VK_SHIFT) < 0;
  switch (key) {
    case VK_F4:
      return SC_CLOSE;
    case VK_F6:
    case VK_TAB:
      return shift ? SC_PREVWINDOW : SC_NEXTWINDOW;
    default:
      return 0;
  }
}

bool closing_is_forbidden(HWND child) {
  const UINT state = GetMenuState(GetSystemMenu(child, FALSE), SC_CLOSE, MF_BYCOMMAND);
  return state != static_cast<UINT>(-1) && (state & (MF_DISABLED | MF_GRAYED)) != 0;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Creates an MDI child window. Last errors: those of CreateWindowEx; ERROR_NON_MDICHILD_WINDOW
// where the parent is no MDI client.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createmdiwindoww
HWND WINAPI CreateMDIWindowW(LPCWSTR class_name, LPCWSTR title, DWORD style, int x, int y,
                             int width, int height, HWND parent, HINSTANCE instance, LPARAM param) {
  return CreateWindowExW(WS_EX_MDICHILD, class_name, title, style, x, y, width, height, parent,
                         nullptr, instance, reinterpret_cast<LPVOID>(param));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createmdiwindowa
HWND WINAPI CreateMDIWindowA(LPCSTR class_name, LPCSTR title, DWORD style, int x, int y, int width,
                             int height, HWND parent, HINSTANCE instance, LPARAM param) {
  return CreateWindowExA(WS_EX_MDICHILD, class_name, title, style, x, y, width, height, parent,
                         nullptr, instance, reinterpret_cast<LPVOID>(param));
}

// Ctrl+F4 closes the active child, Ctrl+F6 goes to the next one, with Shift to the previous one:
// the keys become WM_SYSCOMMANDs. Nonzero: the message was such a key and has been served.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-translatemdisysaccel
WINBOOL WINAPI TranslateMDISysAccel(HWND handle, LPMSG message) {
  if (message == nullptr) return FALSE;
  if (message->message != WM_KEYDOWN && message->message != WM_SYSKEYDOWN) return FALSE;
  const MdiClient* client = MdiClient::of(handle);
  if (client == nullptr || client->active() == nullptr) return FALSE;
  if (GetKeyState(VK_CONTROL) >= 0 || GetKeyState(VK_MENU) < 0) return FALSE;
  const WPARAM command = command_of(message->wParam);
  const HWND child = client->active();
  if (command == 0 || !IsWindowEnabled(child)) return FALSE;
  if (command == SC_CLOSE && closing_is_forbidden(child)) return FALSE;
  send_message(child, WM_SYSCOMMAND, command, static_cast<LPARAM>(message->wParam));
  return TRUE;
}
