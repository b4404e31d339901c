// Which display this process has.
#include <dlfcn.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "host/display.h"
#include "host/headless/headless_host.h"

namespace transom::host {
namespace {

class NoEvents final : public HostEvents {
  void pointer_moved(POINT) override {}
  void button(POINT, int, bool) override {}
  void wheel(POINT, int, bool) override {}
  void key(std::uint16_t, std::uint8_t, bool) override {}
  void focus_gained(HWND) override {}
  void focus_lost(HWND) override {}
  void close_requested(HWND) override {}
  void window_configured(HWND, const RECT&) override {}
  void exposed(HWND, const RECT&) override {}
  void display_changed() override {}
  void files_dropped(POINT, const std::vector<std::string>&) override {}
};

std::atomic<HostEvents*> events{nullptr};

std::string library_folder() {
  Dl_info info{};
  if (dladdr(reinterpret_cast<void*>(&display), &info) == 0 || info.dli_fname == nullptr) return {};
  const std::string path = info.dli_fname;
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

// Null, and why, where there is no such display.
DisplayHost* open_module(const std::string& name, std::string& reason) {
  const std::string path = library_folder() + "libtransom-" + name + ".so";
  void* module = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (module == nullptr) {
    reason = dlerror();
    return nullptr;
  }
  using Entry = DisplayHost* (*)();
  const auto open = reinterpret_cast<Entry>(dlsym(module, "transom_open_display"));
  DisplayHost* host = open != nullptr ? open() : nullptr;
  if (host == nullptr) reason = "it does not answer";
  return host;
}

std::string chosen_name() {
  if (const char* name = std::getenv("TRANSOM_HOST"); name != nullptr && *name != 0) return name;
  const char* x_display = std::getenv("DISPLAY");
  return x_display != nullptr && *x_display != 0 ? "x11" : "headless";
}

DisplayHost* open_display() {
  const std::string name = chosen_name();
  if (name != "headless") {
    std::string reason;
    if (DisplayHost* host = open_module(name, reason)) return host;
    std::fprintf(stderr, "transom: no %s display (%s); running headless\n", name.c_str(),
                 reason.c_str());
  }
  return open_headless();
}

}  // namespace

// Hosts are never closed: threads may still show windows while the process ends.
DisplayHost& display() {
  static DisplayHost* host = open_display();
  return *host;
}

void set_host_events(HostEvents& receiver) {
  events = &receiver;
}

HostEvents& host_events() {
  static auto* none = new NoEvents;
  HostEvents* receiver = events;
  return receiver != nullptr ? *receiver : *none;
}

RECT desktop_bounds(DisplayHost& host) {
  RECT bounds{};
  for (const Monitor& monitor : host.monitors()) {
    const RECT& area = monitor.bounds;
    if (bounds.right == bounds.left) {
      bounds = area;
      continue;
    }
    bounds = {std::min(bounds.left, area.left), std::min(bounds.top, area.top),
              std::max(bounds.right, area.right), std::max(bounds.bottom, area.bottom)};
  }
  return bounds;
}

}  // namespace transom::host
