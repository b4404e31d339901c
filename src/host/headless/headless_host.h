// A desktop in memory: the host of tests, of servers, and of runs with the virtual clock.
//
//  - TRANSOM_SIZE=1024x768 is the size of its one monitor; TRANSOM_MONITORS=800x600,1024x768+800+0
//    gives several, the first one primary, each where it says or at the right of the one before.
//  - TRANSOM_DEPTH=8 makes it a display with a palette (gdi32/system_palette.h).
//  - Nothing is drawn until someone asks for the picture; top-level windows are composed then, in
//    their z-order. That reads the windows' surfaces: ask on the thread that draws, or while the
//    others are parked, as the end of a run does (end_of_run.h).
#pragma once

#include <atomic>
#include <list>
#include <mutex>

#include "host/display.h"

namespace transom::host {

class HeadlessHost;

class HeadlessWindow final : public HostWindow {
 public:
  HeadlessWindow(HeadlessHost& host, HWND handle, const RECT& screen);
  ~HeadlessWindow() override;

  void set_rect(const RECT& screen) override;
  void set_visible(bool visible, bool activate) override;
  void set_title(const std::u16string& title) override;
  void set_icon(HICON) override {}
  void raise_above(HWND other) override;
  void take_focus() override {}
  void set_shape(const gdi::Region* region) override;
  void set_opacity(std::uint8_t alpha) override;
  std::shared_ptr<gdi::Surface> surface() override;
  void present(const gdi::Region&) override {}

 private:
  friend class HeadlessHost;
  HeadlessHost& host_;
  const HWND handle_;
  // Guarded by the host's mutex.
  RECT rect_;
  bool visible_ = false;
  std::uint8_t opacity_ = 255;
  bool shaped_ = false;
  gdi::Region shape_;
  std::u16string title_;
  std::shared_ptr<gdi::Surface> surface_;
};

class HeadlessHost final : public DisplayHost {
 public:
  explicit HeadlessHost(std::vector<Monitor> monitors, int bits_per_pixel = 32)
      : monitors_(std::move(monitors)), bits_per_pixel_(bits_per_pixel) {}

  const char* name() const override { return "headless"; }
  std::vector<Monitor> monitors() override { return monitors_; }
  int bits_per_pixel() const override { return bits_per_pixel_; }
  // 8 or 32; windows that are there get another surface when they are next sized.
  void set_bits_per_pixel(int bits) { bits_per_pixel_ = bits; }
  std::unique_ptr<HostWindow> create_window(HWND handle, const RECT& screen, DWORD style,
                                            DWORD ex_style, HWND owner) override;
  void set_cursor(HCURSOR) override {}
  void warp_pointer(POINT) override {}
  void clip_pointer(const RECT*) override {}
  void beep(UINT) override {}
  std::shared_ptr<gdi::Surface> picture(const RECT& area) override;

  // The visible windows, topmost first.
  std::vector<HWND> visible_windows();

 private:
  friend class HeadlessWindow;
  bool is_last_visible(const HeadlessWindow& window);

  const std::vector<Monitor> monitors_;
  std::atomic<int> bits_per_pixel_;
  std::mutex mutex_;
  std::list<HeadlessWindow*> order_;  // topmost first; guarded by mutex_
};

// Opens it as the environment describes it.
HeadlessHost* open_headless();
// "1024x768,800x600+1024+0" as monitors; empty when it makes no sense.
std::vector<Monitor> parse_monitors(const std::string& text);

}  // namespace transom::host
