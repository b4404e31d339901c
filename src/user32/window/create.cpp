#include "user32/window/create.h"

#include "base/last_error.h"
#include "base/text.h"
#include "user32/hook/hook.h"
#include "user32/hook/shell_hook.h"
#include "user32/input/input.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/mdi/mdi_child_creation.h"
#include "user32/message/local_send.h"
#include "user32/message/send.h"
#include "user32/window/adjust_rect.h"
#include "user32/window/class.h"
#include "user32/window/default_placement.h"
#include "user32/window/desktop.h"
#include "user32/window/destroy.h"
#include "user32/window/position.h"
#include "user32/window/tree.h"
#include "user32/window/window_extras.h"
#include "user32/window/z_order.h"

namespace transom::user {
namespace {

// One creation on its way. Every step may find the window destroyed by the program.
class Creation {
 public:
  explicit Creation(const CreateRequest& request)
      : given_(request.given),
        strings_(request.strings),
        mdi_create_(request.mdi_create),
        thread_(current_thread()) {}

  HWND run();

 private:
  bool find_relatives();
  bool make_window();
  void fix_styles();
  bool ask_hook();
  void limit_size();
  void place();
  bool send_create_messages();
  void send_size_and_move();
  void minimize_or_maximize();
  void show();
  HWND give_up();

  LRESULT send(UINT message, WPARAM wparam, const void* lparam) {
    return local_send(thread_, *window_, message, wparam, reinterpret_cast<LPARAM>(lparam),
                      strings_, Sender::kSystem);
  }
  bool alive() const { return !window_->destroyed; }

  CREATESTRUCTW given_;
  const Encoding strings_;
  MDICREATESTRUCTW* const mdi_create_;
  std::optional<MdiChildCreation> mdi_child_;
  ThreadState& thread_;
  WindowRef window_;
  Window* parent_ = nullptr;
  Window* owner_ = nullptr;
  SIZE size_{};  // what is asked for within the limits; the program is told what was asked for
  HWND insert_after_ = HWND_TOP;
  int show_command_ = SW_SHOW;
};

bool is_child_style(LONG style) {
  return (static_cast<DWORD>(style) & (WS_CHILD | WS_POPUP)) == WS_CHILD;
}

// Who the tree parent and the owner are. Under the lock.
bool Creation::find_relatives() {
  const HWND handle = given_.hwndParent;
  if (handle == HWND_MESSAGE) {
    parent_ = &message_only_root();
    return true;
  }
  Window* relative = handle != nullptr ? find_window_locked(handle) : nullptr;
  if (handle != nullptr && relative == nullptr)
    return base::fail<bool>(ERROR_INVALID_WINDOW_HANDLE);
  if (is_child_style(given_.style)) {
    if (relative == nullptr) return base::fail<bool>(ERROR_TLW_WITH_WSCHILD);
    if (relative->destroying) return base::fail<bool>(ERROR_INVALID_WINDOW_HANDLE);
    parent_ = relative;
    return true;
  }
  parent_ = &desktop_window();
  if (relative != nullptr && relative->parent != nullptr) owner_ = &top_level_of(*relative);
  return true;
}

// Every overlapped window has a caption and lies above the ones behind it; a thick or dialog frame
// has a raised edge.
void Creation::fix_styles() {
  auto style = static_cast<DWORD>(given_.style) & ~static_cast<DWORD>(WS_VISIBLE);
  if (!is_child_style(given_.style)) {
    style |= WS_CLIPSIBLINGS;
    if ((style & WS_POPUP) == 0) {
      style |= WS_CAPTION;
      window_->needs_size = true;
    }
  }
  // The show state comes about by ShowWindow, below.
  window_->style = style & ~static_cast<DWORD>(WS_MINIMIZE | WS_MAXIMIZE);
  window_->ex_style = with_window_edge(style, given_.dwExStyle);
  // Only top-level windows are topmost.
  if (is_child_style(given_.style)) window_->ex_style &= ~static_cast<DWORD>(WS_EX_TOPMOST);
  given_.dwExStyle = with_window_edge(static_cast<DWORD>(given_.style), given_.dwExStyle);
}

// The object, its handle and its place in the tree: one round of the lock.
bool Creation::make_window() {
  // The desktop gets its size outside of the lock, because that asks the host. Message-only windows
  // need no display.
  if (given_.hwndParent != HWND_MESSAGE) monitors();
  UserLock lock;
  const auto* name = given_.lpszClass;
  WindowClass* window_class = nullptr;
  if (strings_ == Encoding::kAnsi && !IS_INTRESOURCE(name)) {
    const std::u16string wide = base::to_utf16(reinterpret_cast<const char*>(name));
    window_class = find_class(base::as_wchar(wide), given_.hInstance);
  } else {
    window_class = find_class(name, given_.hInstance);
  }
  if (window_class == nullptr || !find_relatives()) return false;

  auto* window = new Window;
  window->thread = &thread_;
  window->window_class = window_class;
  window->procedure = window_class->procedure.get();
  window->encoding = window_class->encoding;
  window->reports_ansi = window_class->system && strings_ == Encoding::kAnsi;
  window->instance = module_or_program(given_.hInstance);
  window->extra_size = window_class->window_extra;
  if (window_class->window_extra > 0) {
    window->extra_bytes =
        std::make_unique<std::byte[]>(static_cast<std::size_t>(window_class->window_extra));
  }
  if (!insert_window(*window)) {
    delete window;
    return base::fail<bool>(ERROR_NO_MORE_USER_HANDLES);
  }
  window_ = WindowRef(window);
  ++window_class->windows;
  thread_.window_count += 1;
  fix_styles();
  if (is_child_style(given_.style)) window->id_or_menu = reinterpret_cast<UINT_PTR>(given_.hMenu);
  // In the tree from the beginning, at the bottom: hooks and WM_GETMINMAXINFO may ask for the
  // parent.
  link_window(*window, *parent_, parent_->last_child);
  set_owner(*window, owner_);
  if (window->is_child() && parent_->thread != nullptr) share_input(thread_, *parent_->thread);
  return true;
}

// WH_CBT may change position and place in the z-order, or forbid it all.
bool Creation::ask_hook() {
  insert_after_ = window_->is_child() ? HWND_BOTTOM : HWND_TOP;
  if (!hooked(thread_, WH_CBT)) return true;
  CREATESTRUCTW copy = given_;
  CBT_CREATEWNDW asked{&copy, insert_after_};
  if (cbt_refuses(HCBT_CREATEWND, reinterpret_cast<WPARAM>(window_->handle),
                  reinterpret_cast<LPARAM>(&asked))) {
    return false;
  }
  given_.x = copy.x;
  given_.y = copy.y;
  given_.cx = copy.cx;
  given_.cy = copy.cy;
  insert_after_ = asked.hwndInsertAfter;
  return true;
}

void Creation::limit_size() {
  const DWORD style = window_->style;
  size_ = {given_.cx, given_.cy};
  if ((style & WS_THICKFRAME) != 0 || (style & (WS_POPUP | WS_CHILD)) == 0) {
    // Windows asks before the window has any size, so the answer is about the asked one.
    const MINMAXINFO info = query_min_max_info(*window_);
    size_.cx = std::clamp(size_.cx, info.ptMinTrackSize.x,
                          std::max(info.ptMinTrackSize.x, info.ptMaxTrackSize.x));
    size_.cy = std::clamp(size_.cy, info.ptMinTrackSize.y,
                          std::max(info.ptMinTrackSize.y, info.ptMaxTrackSize.y));
  }
  size_.cx = std::max<LONG>(size_.cx, 0);
  size_.cy = std::max<LONG>(size_.cy, 0);
}

void Creation::place() {
  UserLock lock;
  window_->rect = {given_.x, given_.y, given_.x + size_.cx, given_.y + size_.cy};
  window_->client_rect = window_->rect;
  // What a topmost window owns is above it, and so topmost as well.
  if (owner_ != nullptr) window_->ex_style |= owner_->ex_style & WS_EX_TOPMOST;
  insert_in_z_order(*window_, insert_after_);
}

bool Creation::send_create_messages() {
  const Window& window = *window_;
  if (send(WM_NCCREATE, 0, &given_) == 0 || !alive()) return false;
  RECT screen = screen_rect(window);
  const POINT offset{screen.left - window.rect.left, screen.top - window.rect.top};
  send(WM_NCCALCSIZE, FALSE, &screen);
  if (!alive()) return false;
  {
    UserLock lock;
    window_->client_rect = {screen.left - offset.x, screen.top - offset.y, screen.right - offset.x,
                            screen.bottom - offset.y};
  }
  if (send(WM_CREATE, 0, &given_) == -1 || !alive()) return false;
  notify_win_event(EVENT_OBJECT_CREATE, window.handle, OBJID_WINDOW, CHILDID_SELF);
  return alive();
}

// Children and popups learn their size at once, overlapped windows when they are first shown.
void Creation::send_size_and_move() {
  if (window_->needs_size) return;
  const RECT client = window_->client_rect;
  send_message(*window_, WM_SIZE, SIZE_RESTORED,
               MAKELPARAM(client.right - client.left, client.bottom - client.top));
  if (alive()) send_message(*window_, WM_MOVE, 0, MAKELPARAM(client.left, client.top));
}

void Creation::minimize_or_maximize() {
  const auto style = static_cast<DWORD>(given_.style);
  if ((style & (WS_MINIMIZE | WS_MAXIMIZE)) == 0) return;
  const bool minimize = (style & WS_MINIMIZE) != 0;
  show_state_at_creation(*window_, minimize ? SW_MINIMIZE : SW_MAXIMIZE);
  if (minimize) show_command_ = SW_SHOWMINIMIZED;
}

// The window is not to be: WM_NCDESTROY is all that it hears.
HWND Creation::give_up() {
  if (window_ && alive()) abandon_window(*window_);
  return nullptr;
}

// "An overlapped window is shown": with a place of the system's choice, as `y` says.
void Creation::show() {
  if ((given_.style & WS_VISIBLE) != 0) show_window(*window_, show_command_);
  if (mdi_child_ && alive()) mdi_child_->finish(*window_);
}

HWND Creation::run() {
  if ((given_.dwExStyle & WS_EX_MDICHILD) != 0 && !mdi_child_.emplace().prepare(given_)) {
    return nullptr;
  }
  if (!make_window()) return nullptr;
  const HWND handle = window_->handle;
  if (mdi_child_) mdi_child_->attach(*window_, given_, strings_, mdi_create_);
  if (!ask_hook() || !alive()) return give_up();
  show_command_ = resolve_default_placement(given_, *window_);
  limit_size();
  if (!alive()) return nullptr;
  place();
  if (!is_child_style(given_.style) && given_.hMenu == nullptr) {
    given_.hMenu = load_class_menu(*window_->window_class, given_.hInstance);
  }
  if (!window_->is_child()) window_->id_or_menu = reinterpret_cast<UINT_PTR>(given_.hMenu);
  if (!send_create_messages()) return give_up();
  send_size_and_move();
  if (!alive()) return nullptr;
  minimize_or_maximize();
  if (!alive()) return nullptr;
  notify_parent(*window_, WM_CREATE);
  if (!alive()) return nullptr;
  window_->creating = false;
  show();
  if (alive()) tell_shell(*window_, HSHELL_WINDOWCREATED);
  return handle;
}

template <class Character>
HWND create(DWORD ex_style, const Character* class_name, const Character* title, DWORD style, int x,
            int y, int width, int height, HWND parent, HMENU menu, HINSTANCE instance,
            LPVOID param) {
  if (class_name == nullptr) return base::fail<HWND>(ERROR_CANNOT_FIND_WND_CLASS);
  CreateRequest request{.strings = sizeof(Character) == 1 ? Encoding::kAnsi : Encoding::kUnicode};
  request.given = {.lpCreateParams = param,
                   .hInstance = instance,
                   .hMenu = menu,
                   .hwndParent = parent,
                   .cy = height,
                   .cx = width,
                   .y = y,
                   .x = x,
                   .style = static_cast<LONG>(style),
                   .lpszName = reinterpret_cast<LPCWSTR>(title),
                   .lpszClass = reinterpret_cast<LPCWSTR>(class_name),
                   .dwExStyle = ex_style};
  return create_window(request);
}

}  // namespace

HWND create_window(const CreateRequest& request) {
  UserLock::assert_not_held();
  return Creation(request).run();
}

}  // namespace transom::user

using namespace transom::user;

// Creates a window; see the page for everything that it does. Coordinates are pixels, of the
// parent's client area for a child and of the screen otherwise; CW_USEDEFAULT is for overlapped
// windows. Last errors: ERROR_CANNOT_FIND_WND_CLASS, ERROR_INVALID_WINDOW_HANDLE,
// ERROR_TLW_WITH_WSCHILD (a child without a parent), ERROR_NO_MORE_USER_HANDLES.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createwindowexw
HWND WINAPI CreateWindowExW(DWORD ex_style, LPCWSTR class_name, LPCWSTR title, DWORD style, int x,
                            int y, int width, int height, HWND parent, HMENU menu,
                            HINSTANCE instance, LPVOID param) {
  return create(ex_style, class_name, title, style, x, y, width, height, parent, menu, instance,
                param);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createwindowexa
HWND WINAPI CreateWindowExA(DWORD ex_style, LPCSTR class_name, LPCSTR title, DWORD style, int x,
                            int y, int width, int height, HWND parent, HMENU menu,
                            HINSTANCE instance, LPVOID param) {
  return create(ex_style, class_name, title, style, x, y, width, height, parent, menu, instance,
                param);
}
