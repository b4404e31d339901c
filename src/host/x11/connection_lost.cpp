#include "host/x11/connection_lost.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "host/x11/x11_host.h"

namespace transom::host::x11 {
namespace {

// How long a program may take to store what it has to; a question that it asks nobody can answer.
constexpr std::chrono::seconds kPatience{2};

std::vector<HWND> visible_windows(X11Host& host) {
  std::lock_guard lock(host.mutex());
  std::vector<HWND> windows;
  for (const X11Window* window : host.stacking().order()) {
    if (window->visible()) windows.push_back(window->handle());
  }
  return windows;
}

}  // namespace

void connection_lost(X11Host& host) {
  std::fprintf(stderr, "transom: the connection to the X display %s is lost; the program ends\n",
               host.connection().display_name().c_str());
  for (const HWND window : visible_windows(host)) host_events().close_requested(window);
  std::this_thread::sleep_for(kPatience);
  std::fflush(nullptr);
  std::_Exit(1);
}

}  // namespace transom::host::x11
