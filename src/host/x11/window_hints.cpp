#include "host/x11/window_hints.h"

#include <unistd.h>
#include <xcb/xcb_icccm.h>

#include <array>
#include <cctype>
#include <climits>
#include <string>
#include <vector>

#include "host/x11/properties.h"
#include "user32/icon/icon.h"

namespace transom::host::x11 {
namespace {

std::string program_name() {
  std::array<char, PATH_MAX> path{};
  const ssize_t length = readlink("/proc/self/exe", path.data(), path.size() - 1);
  const std::string all(path.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
  const std::string name = all.substr(all.rfind('/') + 1);
  return name.empty() ? "transom" : name;
}

// Instance and class, each with its zero: "hello", "Hello".
std::string class_property() {
  const std::string name = program_name();
  std::string group = name;
  group[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(group[0])));
  return name + '\0' + group + '\0';
}

// Flags: decorations; decorations: none.
// https://www.mankier.com/3/VendorShell#Resources-XmNmwmDecorations
void ask_for_no_frame(const Connection& connection, xcb_window_t window) {
  constexpr std::array<std::uint32_t, 5> kNoDecorations{2, 0, 0, 0, 0};
  const xcb_atom_t hints = connection.atoms()._MOTIF_WM_HINTS;
  set_values(connection, window, hints, hints, kNoDecorations);
}

xcb_atom_t window_type(const Atoms& atoms, DWORD ex_style, bool owned, bool managed) {
  if (!managed) return atoms._NET_WM_WINDOW_TYPE_POPUP_MENU;
  if (ex_style & WS_EX_TOOLWINDOW) return atoms._NET_WM_WINDOW_TYPE_UTILITY;
  return owned ? atoms._NET_WM_WINDOW_TYPE_DIALOG : atoms._NET_WM_WINDOW_TYPE_NORMAL;
}

}  // namespace

bool is_managed(DWORD style, DWORD ex_style, bool owned) {
  if ((style & WS_CAPTION) == WS_CAPTION || (style & (WS_THICKFRAME | WS_SYSMENU)) != 0)
    return true;
  if ((ex_style & WS_EX_APPWINDOW) != 0) return true;
  if ((style & WS_POPUP) == 0) return true;
  return !owned && (ex_style & (WS_EX_TOOLWINDOW | WS_EX_NOACTIVATE | WS_EX_TOPMOST)) == 0;
}

void write_fixed_hints(const Connection& connection, xcb_window_t window, xcb_window_t leader,
                       xcb_window_t owner, DWORD, DWORD ex_style, bool managed) {
  const Atoms& atoms = connection.atoms();
  const bool owned = owner != XCB_WINDOW_NONE;
  set_text(connection, window, XCB_ATOM_WM_CLASS, XCB_ATOM_STRING, class_property());
  const std::array<std::uint32_t, 1> type{window_type(atoms, ex_style, owned, managed)};
  set_values(connection, window, atoms._NET_WM_WINDOW_TYPE, XCB_ATOM_ATOM, type);
  if (owned) {
    set_values(connection, window, XCB_ATOM_WM_TRANSIENT_FOR, XCB_ATOM_WINDOW, {{owner}});
  }
  if (!managed) return;
  ask_for_no_frame(connection, window);
  const std::array<std::uint32_t, 3> protocols{atoms.WM_DELETE_WINDOW, atoms.WM_TAKE_FOCUS,
                                               atoms._NET_WM_PING};
  const bool takes_keyboard = (ex_style & WS_EX_NOACTIVATE) == 0;
  set_values(connection, window, atoms.WM_PROTOCOLS, XCB_ATOM_ATOM,
             takes_keyboard ? std::span(protocols)
                            : std::span<const std::uint32_t>{{protocols[0], protocols[2]}});
  const std::array<std::uint32_t, 1> process{static_cast<std::uint32_t>(getpid())};
  set_values(connection, window, atoms._NET_WM_PID, XCB_ATOM_CARDINAL, process);
  std::array<char, HOST_NAME_MAX + 1> machine{};
  if (gethostname(machine.data(), machine.size() - 1) == 0) {
    set_text(connection, window, XCB_ATOM_WM_CLIENT_MACHINE, XCB_ATOM_STRING, machine.data());
  }
  set_values(connection, window, atoms.WM_CLIENT_LEADER, XCB_ATOM_WINDOW, {{leader}});
}

// "User" position and size: window managers place and size as they like what is only a program's.
void write_size_hints(const Connection& connection, xcb_window_t window, const RECT& rect,
                      bool sizable) {
  const int width = rect.right - rect.left, height = rect.bottom - rect.top;
  xcb_size_hints_t hints{};
  xcb_icccm_size_hints_set_position(&hints, 1, rect.left, rect.top);
  xcb_icccm_size_hints_set_size(&hints, 1, width, height);
  xcb_icccm_size_hints_set_win_gravity(&hints, XCB_GRAVITY_STATIC);
  if (!sizable) {
    xcb_icccm_size_hints_set_min_size(&hints, width, height);
    xcb_icccm_size_hints_set_max_size(&hints, width, height);
  }
  xcb_icccm_set_wm_normal_hints(connection.xcb(), window, &hints);
}

void write_wm_hints(const Connection& connection, xcb_window_t window, xcb_window_t leader,
                    bool takes_keyboard, bool minimized) {
  xcb_icccm_wm_hints_t hints{};
  xcb_icccm_wm_hints_set_input(&hints, takes_keyboard);
  if (minimized) {
    xcb_icccm_wm_hints_set_iconic(&hints);
  } else {
    xcb_icccm_wm_hints_set_normal(&hints);
  }
  xcb_icccm_wm_hints_set_window_group(&hints, leader);
  xcb_icccm_set_wm_hints(connection.xcb(), window, &hints);
}

// Fails where the window has just been hidden, and that is nobody's mistake.
void set_input_focus(const Connection& connection, xcb_window_t window, xcb_timestamp_t time) {
  const auto cookie =
      xcb_set_input_focus_checked(connection.xcb(), XCB_INPUT_FOCUS_PARENT, window, time);
  xcb_discard_reply(connection.xcb(), cookie.sequence);
}

// https://tronche.com/gui/x/icccm/sec-4.html#s-4.1.4
void withdraw(const Connection& connection, xcb_window_t window) {
  xcb_unmap_notify_event_t event{};
  event.response_type = XCB_UNMAP_NOTIFY;
  event.event = connection.root();
  event.window = window;
  xcb_send_event(connection.xcb(), 0, connection.root(),
                 XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY,
                 reinterpret_cast<const char*>(&event));
}

// Width, height, and the pixels with their alpha, not premultiplied.
void write_icon(const Connection& connection, xcb_window_t window, HICON handle) {
  const auto icon = user::find_icon(handle);
  const xcb_atom_t property = connection.atoms()._NET_WM_ICON;
  if (!icon) {
    xcb_delete_property(connection.xcb(), window, property);
    return;
  }
  std::vector<std::uint32_t> values{static_cast<std::uint32_t>(icon->width),
                                    static_cast<std::uint32_t>(icon->height)};
  values.insert(values.end(), icon->pixels.begin(), icon->pixels.end());
  set_values(connection, window, property, XCB_ATOM_CARDINAL, values);
}

}  // namespace transom::host::x11
