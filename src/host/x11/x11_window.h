// A top-level window of user32's as a window of the X server's.
//
//  - The frame is Transom's: the window manager is asked for none, and moves, resizes, stacks and
//    focuses the bare window. What it does on its own is reported to user32 once it has come to
//    rest; answers to what user32 asked for are not, or the two would chase each other.
//  - Menus, drop-down lists, tooltips and their like are not the window manager's business
//    (override-redirect).
//  - A maximized window's frame lies outside the work area; that part is not shown.
#pragma once

#include <xcb/xcb.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "host/display.h"
#include "host/x11/frame_buffer.h"

namespace transom::host::x11 {

class X11Host;

class X11Window final : public HostWindow {
 public:
  X11Window(X11Host& host, HWND handle, const RECT& screen, DWORD style, DWORD ex_style,
            HWND owner);
  ~X11Window() override;

  void set_rect(const RECT& screen) override;
  void set_styles(DWORD style, DWORD ex_style) override;
  void set_visible(bool visible, bool activate) override;
  void set_title(const std::u16string& title) override;
  void set_icon(HICON icon) override;
  void raise_above(HWND other) override;
  void take_focus() override;
  void demand_attention(bool wanted) override;
  void set_shape(const gdi::Region* region) override;
  void set_opacity(std::uint8_t alpha) override;
  std::shared_ptr<gdi::Surface> surface() override;
  void present(const gdi::Region& area) override;

  xcb_window_t id() const { return id_; }
  HWND handle() const { return handle_; }
  bool managed() const { return managed_; }

  // What the X server reports; under the host's mutex.
  struct Report {
    std::optional<RECT> rect;  // the window has come to rest elsewhere
    WORD command = 0;          // the window manager has changed its state
    bool settle_later = false;
  };
  Report configured(const RECT& screen);
  Report state_read(bool minimized, bool maximized);
  // Some time after the last change: what is still different.
  Report settled();
  void exposed(const RECT& area);
  void transferred(xcb_shm_seg_t segment);
  // user32 counts from another corner of the screen.
  Report recounted(SIZE by);
  // Another program has destroyed it.
  void renew(bool had_focus);
  void mapped(bool now);
  bool visible() const { return visible_; }

 private:
  using Clock = std::chrono::steady_clock;

  void create();
  void configure();
  void show(bool activate);
  void write_size_hints() const;
  void write_state() const;
  void change_maximized(bool maximized);
  void change_minimized(bool minimized);
  bool covers_monitor() const;
  void update_fullscreen();
  void write_title() const;
  void write_opacity() const;
  void apply_shape();
  void request_focus();
  RECT target_of(const RECT& rect) const;
  POINT corner() const { return {target_.left - rect_.left, target_.top - rect_.top}; }
  bool recently_asked() const;
  Report compare();

  X11Host& host_;
  const HWND handle_;
  const HWND owner_;
  const bool managed_;
  xcb_window_t id_ = 0;
  xcb_gcontext_t context_ = 0;

  // Guarded by the host's mutex.
  DWORD style_ = 0;
  DWORD ex_style_ = 0;
  RECT rect_{};    // user32's
  RECT target_{};  // what of it X is asked to show
  RECT actual_{};  // as X has it
  bool visible_ = false;
  bool mapped_ = false;
  bool wants_focus_ = false;
  bool minimized_ = false;  // as the window manager has it
  bool maximized_ = false;
  bool fullscreen_ = false;  // as it was asked to be
  bool placed_ = false;      // X has told where the window is
  Clock::time_point asked_at_{};
  std::unique_ptr<FrameBuffer> buffer_;
  std::optional<gdi::Region> shape_;
  std::string title_;
  HICON icon_ = nullptr;
  std::uint8_t opacity_ = 255;
};

}  // namespace transom::host::x11
