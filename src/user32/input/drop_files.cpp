#include "user32/input/drop_files.h"

#include "base/windows_path.h"
#include "shell32/dropped_files.h"
#include "user32/input/hit_test.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

HWND accepting_window(HWND handle) {
  UserLock lock;
  const Window* window = find_window_locked(handle);
  for (; window != nullptr; window = window->parent) {
    if ((window->ex_style & WS_EX_ACCEPTFILES) != 0) return window->handle;
  }
  return nullptr;
}

}  // namespace

bool takes_files(POINT screen) {
  return accepting_window(window_at(screen)) != nullptr;
}

bool drop_files(POINT screen, const std::vector<std::string>& paths) {
  const HWND target = accepting_window(window_at(screen));
  if (target == nullptr || paths.empty()) return false;
  std::vector<std::u16string> names;
  for (const std::string& path : paths) names.push_back(base::windows_path_of(path));
  POINT point = screen;
  ScreenToClient(target, &point);
  RECT client{};
  GetClientRect(target, &client);
  const HDROP drop = shell::make_drop(names, point, !PtInRect(&client, point));
  if (drop == nullptr) return false;
  if (post_message(target, WM_DROPFILES, reinterpret_cast<WPARAM>(drop), 0)) return true;
  GlobalFree(drop);
  return false;
}

}  // namespace transom::user
