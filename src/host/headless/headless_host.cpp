#include "host/headless/headless_host.h"

#include <cstdio>
#include <cstdlib>

#include "base/virtual_clock.h"
#include "gdi32/system_palette.h"
#include "host/headless/compose.h"
#include "host/headless/end_of_run.h"
#include "host/headless/script.h"

namespace transom::host {
namespace {

constexpr int kLargestSide = 32767;

// One monitor: WxH, or WxH+X+Y. Returns where it ends, null when it is none.
const char* parse_monitor(const char* text, int default_x, RECT& bounds) {
  int width = 0, height = 0, x = default_x, y = 0, used = 0;
  if (std::sscanf(text, "%dx%d%n", &width, &height, &used) != 2) return nullptr;
  if (width <= 0 || height <= 0 || width > kLargestSide || height > kLargestSide) return nullptr;
  text += used;
  if (*text == '+' || *text == '-') {
    if (std::sscanf(text, "%d%d%n", &x, &y, &used) != 2) return nullptr;
    if (std::abs(x) > kLargestSide || std::abs(y) > kLargestSide) return nullptr;
    text += used;
  }
  bounds = {x, y, x + width, y + height};
  return text;
}

std::string monitor_description() {
  for (const char* variable : {"TRANSOM_MONITORS", "TRANSOM_SIZE"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == 0) continue;
    if (!parse_monitors(value).empty()) return value;
    std::fprintf(stderr, "transom: %s=%s makes no sense; it is WIDTHxHEIGHT, as 1024x768\n",
                 variable, value);
  }
  return "1024x768";
}

int depth() {
  const char* value = std::getenv("TRANSOM_DEPTH");
  if (value == nullptr || *value == 0 || std::string(value) == "32") return 32;
  if (std::string(value) == "8") return 8;
  std::fprintf(stderr, "transom: TRANSOM_DEPTH=%s makes no sense; it is 8 or 32\n", value);
  return 32;
}

}  // namespace

std::vector<Monitor> parse_monitors(const std::string& text) {
  std::vector<Monitor> monitors;
  const char* at = text.c_str();
  int next_x = 0;
  while (true) {
    RECT bounds;
    at = parse_monitor(at, next_x, bounds);
    if (at == nullptr || (*at != 0 && *at != ',')) return {};
    const auto digit = static_cast<char16_t>(u'1' + monitors.size());
    std::u16string name = u"\\\\.\\DISPLAY";
    name += digit;
    monitors.push_back({bounds, bounds, monitors.empty(), name});
    next_x = bounds.right;
    if (*at == 0 || monitors.size() == 9) return monitors;
    ++at;
  }
}

HeadlessHost* open_headless() {
  auto* host = new HeadlessHost(parse_monitors(monitor_description()), depth());
  // This thread will park in a message loop: until then no time passes.
  base::VirtualClock::instance().enter();
  watch_for_end_of_run(*host, start_script());
  return host;
}

std::unique_ptr<HostWindow> HeadlessHost::create_window(HWND handle, const RECT& screen, DWORD,
                                                        DWORD, HWND) {
  return std::make_unique<HeadlessWindow>(*this, handle, screen);
}

std::vector<HWND> HeadlessHost::visible_windows() {
  std::lock_guard lock(mutex_);
  std::vector<HWND> windows;
  for (const HeadlessWindow* window : order_) {
    if (window->visible_) windows.push_back(window->handle_);
  }
  return windows;
}

bool HeadlessHost::is_last_visible(const HeadlessWindow& window) {
  std::lock_guard lock(mutex_);
  if (!window.visible_) return false;
  return std::none_of(order_.begin(), order_.end(), [&](const HeadlessWindow* other) {
    return other != &window && other->visible_;
  });
}

std::shared_ptr<gdi::Surface> HeadlessHost::picture(const RECT& area) {
  std::shared_ptr<gdi::Surface> picture =
      gdi::Surface::create(area.right - area.left, area.bottom - area.top);
  if (!picture) return nullptr;
  fill_desktop(*picture);
  std::lock_guard lock(mutex_);
  for (auto at = order_.rbegin(); at != order_.rend(); ++at) {
    const HeadlessWindow& window = **at;
    if (!window.visible_ || !window.surface_) continue;
    gdi::Region region(window.surface_->bounds());
    if (window.shaped_) region &= window.shape_;
    blend(*picture, {window.rect_.left - area.left, window.rect_.top - area.top}, *window.surface_,
          region, window.opacity_);
  }
  return picture;
}

HeadlessWindow::HeadlessWindow(HeadlessHost& host, HWND handle, const RECT& screen)
    : host_(host), handle_(handle), rect_(screen) {
  std::lock_guard lock(host_.mutex_);
  host_.order_.push_front(this);
}

HeadlessWindow::~HeadlessWindow() {
  if (host_.is_last_visible(*this)) last_window_goes();
  std::lock_guard lock(host_.mutex_);
  host_.order_.remove(this);
}

void HeadlessWindow::set_rect(const RECT& screen) {
  std::lock_guard lock(host_.mutex_);
  rect_ = screen;
}

void HeadlessWindow::set_visible(bool visible, bool) {
  if (!visible && host_.is_last_visible(*this)) last_window_goes();
  std::lock_guard lock(host_.mutex_);
  visible_ = visible;
}

void HeadlessWindow::set_title(const std::u16string& title) {
  std::lock_guard lock(host_.mutex_);
  title_ = title;
}

void HeadlessWindow::raise_above(HWND other) {
  std::lock_guard lock(host_.mutex_);
  host_.order_.remove(this);
  const auto at =
      std::find_if(host_.order_.begin(), host_.order_.end(),
                   [&](const HeadlessWindow* window) { return window->handle_ == other; });
  host_.order_.insert(at, this);
}

void HeadlessWindow::set_shape(const gdi::Region* region) {
  std::lock_guard lock(host_.mutex_);
  shaped_ = region != nullptr;
  shape_ = region != nullptr ? *region : gdi::Region();
}

void HeadlessWindow::set_opacity(std::uint8_t alpha) {
  std::lock_guard lock(host_.mutex_);
  opacity_ = alpha;
}

std::shared_ptr<gdi::Surface> HeadlessWindow::surface() {
  std::lock_guard lock(host_.mutex_);
  const int width = std::max(0, static_cast<int>(rect_.right - rect_.left));
  const int height = std::max(0, static_cast<int>(rect_.bottom - rect_.top));
  if (!surface_ || surface_->width() != width || surface_->height() != height) {
    surface_ = host_.bits_per_pixel() == 8
                   ? gdi::Surface::create(width, height, gdi::system_palette_format())
                   : gdi::Surface::create(width, height);
  }
  return surface_;
}

}  // namespace transom::host
