#include "host/x11/x11_window.h"

#include <xcb/shape.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "host/x11/properties.h"
#include "host/x11/window_hints.h"
#include "host/x11/x11_host.h"

namespace transom::host::x11 {
namespace {

// For so long what X reports may be what it was asked before.
constexpr std::chrono::milliseconds kSettling{300};
// A maximized window's frame is not wider.
constexpr LONG kWidestFrame = 32;

constexpr std::uint32_t kWindowEvents =
    XCB_EVENT_MASK_KEY_PRESS | XCB_EVENT_MASK_KEY_RELEASE | XCB_EVENT_MASK_BUTTON_PRESS |
    XCB_EVENT_MASK_BUTTON_RELEASE | XCB_EVENT_MASK_POINTER_MOTION | XCB_EVENT_MASK_ENTER_WINDOW |
    XCB_EVENT_MASK_LEAVE_WINDOW | XCB_EVENT_MASK_EXPOSURE | XCB_EVENT_MASK_STRUCTURE_NOTIFY |
    XCB_EVENT_MASK_FOCUS_CHANGE | XCB_EVENT_MASK_PROPERTY_CHANGE | XCB_EVENT_MASK_KEYMAP_STATE;

std::int16_t place(LONG value) {
  return static_cast<std::int16_t>(std::clamp<LONG>(value, INT16_MIN, INT16_MAX));
}

// X has no empty windows.
std::uint16_t extent(LONG from, LONG to) {
  return static_cast<std::uint16_t>(std::clamp<LONG>(to - from, 1, INT16_MAX));
}

bool same_size(const RECT& a, const RECT& b) {
  return extent(a.left, a.right) == extent(b.left, b.right) &&
         extent(a.top, a.bottom) == extent(b.top, b.bottom);
}

bool same(const RECT& a, const RECT& b) {
  return a.left == b.left && a.top == b.top && same_size(a, b);
}

}  // namespace

X11Window::X11Window(X11Host& host, HWND handle, const RECT& screen, DWORD style, DWORD ex_style,
                     HWND owner)
    : host_(host),
      handle_(handle),
      owner_(owner),
      managed_(is_managed(style, ex_style, owner != nullptr)),
      style_(style),
      ex_style_(ex_style),
      rect_(screen),
      target_(target_of(screen)) {
  std::lock_guard lock(host_.mutex());
  create();
  host_.add(*this);
}

void X11Window::create() {
  Connection& connection = host_.connection();
  xcb_connection_t* xcb = connection.xcb();
  actual_ = target_;
  const RECT root = connection.to_root(target_);
  id_ = xcb_generate_id(xcb);
  const std::array<std::uint32_t, 6> values{
      0,                       // border pixel: a foreign depth needs one
      XCB_GRAVITY_NORTH_WEST,  // what was shown stays while the window is sized
      !managed_,               // override redirect
      kWindowEvents,
      connection.colormap(),
      host_.cursors().current()};
  xcb_create_window(xcb, connection.depth(), id_, connection.root(), place(root.left),
                    place(root.top), extent(target_.left, target_.right),
                    extent(target_.top, target_.bottom), 0, XCB_WINDOW_CLASS_INPUT_OUTPUT,
                    connection.visual(),
                    XCB_CW_BORDER_PIXEL | XCB_CW_BIT_GRAVITY | XCB_CW_OVERRIDE_REDIRECT |
                        XCB_CW_EVENT_MASK | XCB_CW_COLORMAP | XCB_CW_CURSOR,
                    values.data());
  context_ = xcb_generate_id(xcb);
  constexpr std::uint32_t kNoExposures = 0;
  xcb_create_gc(xcb, context_, id_, XCB_GC_GRAPHICS_EXPOSURES, &kNoExposures);
  const X11Window* owner = host_.find(owner_);
  const xcb_window_t owner_id = owner != nullptr ? owner->id() : xcb_window_t{XCB_WINDOW_NONE};
  write_fixed_hints(connection, id_, host_.leader(), owner_id, style_, ex_style_, managed_);
  host_.drop_target().advertise(id_);
}

X11Window::~X11Window() {
  host_.focus().destroyed(handle_);
  host_.tasks().cancel(this);
  xcb_connection_t* xcb = host_.connection().xcb();
  {
    std::lock_guard lock(host_.mutex());
    host_.remove(*this);
    buffer_.reset();
  }
  xcb_free_gc(xcb, context_);
  xcb_destroy_window(xcb, id_);
  host_.connection().flush();
}

// What is drawn and what is known of it outlives the X window; the rest is asked for again.
void X11Window::renew(bool had_focus) {
  host_.remove(*this);
  xcb_free_gc(host_.connection().xcb(), context_);
  create();
  host_.add(*this);
  mapped_ = placed_ = minimized_ = maximized_ = fullscreen_ = false;
  write_title();
  write_icon(host_.connection(), id_, icon_);
  if (opacity_ != 255) write_opacity();
  if (shape_) apply_shape();
  if (visible_) show(had_focus);
  wants_focus_ = visible_ && had_focus;
  host_.connection().flush();
}

// ---- Position and state

// Of a maximized window that lies over the edges of a work area, what is within.
RECT X11Window::target_of(const RECT& rect) const {
  if ((style_ & WS_MAXIMIZE) == 0) return rect;
  for (const Monitor& monitor : host_.monitors()) {
    RECT shown;
    if (!IntersectRect(&shown, &rect, &monitor.work_area)) continue;
    const bool frame_only =
        shown.left - rect.left <= kWidestFrame && rect.right - shown.right <= kWidestFrame &&
        shown.top - rect.top <= kWidestFrame && rect.bottom - shown.bottom <= kWidestFrame;
    if (frame_only) return shown;
  }
  return rect;
}

// The place of a minimized window is nowhere; X keeps the one that it had.
void X11Window::set_rect(const RECT& screen) {
  const RECT target = target_of(screen);
  std::lock_guard lock(host_.mutex());
  const bool hidden = (style_ & WS_MINIMIZE) != 0 && managed_ && host_.manager().present();
  const bool resized = !same_size(rect_, screen);
  rect_ = screen;
  if (hidden || (same(target_, target) && !resized)) {
    if (!hidden) target_ = target;
    return;
  }
  const bool moves = !same(target_, target);
  target_ = target;
  if (shape_ && resized) apply_shape();
  update_fullscreen();
  if (moves) configure();
}

void X11Window::configure() {
  if (managed_) write_size_hints();
  const RECT root = host_.connection().to_root(target_);
  const std::array<std::uint32_t, 4> values{
      static_cast<std::uint32_t>(root.left), static_cast<std::uint32_t>(root.top),
      extent(target_.left, target_.right), extent(target_.top, target_.bottom)};
  xcb_configure_window(host_.connection().xcb(), id_,
                       XCB_CONFIG_WINDOW_X | XCB_CONFIG_WINDOW_Y | XCB_CONFIG_WINDOW_WIDTH |
                           XCB_CONFIG_WINDOW_HEIGHT,
                       values.data());
  asked_at_ = Clock::now();
  host_.connection().flush();
}

void X11Window::write_size_hints() const {
  const bool sizable = (style_ & (WS_THICKFRAME | WS_MAXIMIZEBOX | WS_MAXIMIZE)) != 0;
  x11::write_size_hints(host_.connection(), id_, host_.connection().to_root(target_), sizable);
}

void X11Window::set_styles(DWORD style, DWORD ex_style) {
  std::lock_guard lock(host_.mutex());
  const DWORD changed = style_ ^ style, ex_changed = ex_style_ ^ ex_style;
  style_ = style;
  ex_style_ = ex_style;
  if (!managed_ || !visible_) return;
  if ((ex_changed & WS_EX_TOPMOST) != 0) {
    host_.manager().change_state(id_, (ex_style & WS_EX_TOPMOST) != 0,
                                 host_.connection().atoms()._NET_WM_STATE_ABOVE);
  }
  if ((changed & WS_MAXIMIZE) != 0) change_maximized((style & WS_MAXIMIZE) != 0);
  if ((changed & WS_MINIMIZE) != 0) change_minimized((style & WS_MINIMIZE) != 0);
  host_.connection().flush();
}

// What is minimized stays maximized for the window manager: it says which of the two comes back.
void X11Window::change_maximized(bool maximized) {
  if ((style_ & WS_MINIMIZE) != 0 || maximized_ == maximized) return;
  if (!host_.manager().present()) maximized_ = maximized;
  const Atoms& atoms = host_.connection().atoms();
  host_.manager().change_state(id_, maximized, atoms._NET_WM_STATE_MAXIMIZED_VERT,
                               atoms._NET_WM_STATE_MAXIMIZED_HORZ);
  asked_at_ = Clock::now();
}

void X11Window::change_minimized(bool minimized) {
  if (minimized_ == minimized) return;
  if (!host_.manager().present()) {
    minimized_ = minimized;
  } else if (minimized) {
    host_.manager().iconify(id_);
  } else {
    xcb_map_window(host_.connection().xcb(), id_);
  }
  asked_at_ = Clock::now();
}

// Games and slide shows: a window without a caption over all of a monitor lies over panels, too.
bool X11Window::covers_monitor() const {
  if (!managed_ || (style_ & WS_CAPTION) == WS_CAPTION) return false;
  const auto monitors = host_.monitors();
  return std::ranges::any_of(monitors, [&](const Monitor& monitor) {
    return EqualRect(&monitor.bounds, &target_) != FALSE;
  });
}

void X11Window::update_fullscreen() {
  const bool covers = covers_monitor();
  if (!visible_ || fullscreen_ == covers) return;
  fullscreen_ = covers;
  host_.manager().change_state(id_, covers, host_.connection().atoms()._NET_WM_STATE_FULLSCREEN);
  asked_at_ = Clock::now();
}

// Before it is mapped a window says itself in which state it wants to begin.
void X11Window::write_state() const {
  const Atoms& atoms = host_.connection().atoms();
  std::vector<std::uint32_t> states;
  if (style_ & WS_MAXIMIZE) {
    states = {atoms._NET_WM_STATE_MAXIMIZED_VERT, atoms._NET_WM_STATE_MAXIMIZED_HORZ};
  }
  if (ex_style_ & WS_EX_TOPMOST) states.push_back(atoms._NET_WM_STATE_ABOVE);
  if (fullscreen_) states.push_back(atoms._NET_WM_STATE_FULLSCREEN);
  if ((ex_style_ & WS_EX_TOOLWINDOW) && !(ex_style_ & WS_EX_APPWINDOW)) {
    states.push_back(atoms._NET_WM_STATE_SKIP_TASKBAR);
    states.push_back(atoms._NET_WM_STATE_SKIP_PAGER);
  }
  set_values(host_.connection(), id_, atoms._NET_WM_STATE, XCB_ATOM_ATOM, states);
}

void X11Window::set_visible(bool visible, bool activate) {
  const Connection& connection = host_.connection();
  std::lock_guard lock(host_.mutex());
  if (visible_ == visible) return;
  visible_ = visible;
  if (!visible) {
    wants_focus_ = false;
    // Also tells the window manager of a window that it has unmapped itself.
    xcb_unmap_window(connection.xcb(), id_);
    if (managed_) withdraw(connection, id_);
    connection.flush();
  } else {
    show(activate);
  }
}

void X11Window::show(bool activate) {
  const Connection& connection = host_.connection();
  fullscreen_ = covers_monitor();
  if (managed_) {
    const bool takes_keyboard = (ex_style_ & WS_EX_NOACTIVATE) == 0;
    write_size_hints();
    write_state();
    write_wm_hints(connection, id_, host_.leader(), takes_keyboard, (style_ & WS_MINIMIZE) != 0);
    const std::array<std::uint32_t, 1> time{activate ? connection.last_time() : 0};
    if (!activate || time[0] != 0) {
      set_values(connection, id_, connection.atoms()._NET_WM_USER_TIME, XCB_ATOM_CARDINAL, time);
    }
  }
  minimized_ = (style_ & WS_MINIMIZE) != 0;
  maximized_ = (style_ & WS_MAXIMIZE) != 0;
  asked_at_ = Clock::now();
  xcb_map_window(connection.xcb(), id_);
  connection.flush();
}

// ---- Title, icon, order, focus

void X11Window::set_title(const std::u16string& title) {
  std::lock_guard lock(host_.mutex());
  title_ = base::utf16_to_utf8(title);
  write_title();
  host_.connection().flush();
}

void X11Window::write_title() const {
  const Connection& connection = host_.connection();
  const xcb_atom_t utf8 = connection.atoms().UTF8_STRING;
  set_text(connection, id_, connection.atoms()._NET_WM_NAME, utf8, title_);
  set_text(connection, id_, XCB_ATOM_WM_NAME, utf8, title_);
}

void X11Window::set_icon(HICON icon) {
  std::lock_guard lock(host_.mutex());
  icon_ = icon;
  write_icon(host_.connection(), id_, icon);
  host_.connection().flush();
}

void X11Window::raise_above(HWND other) {
  std::lock_guard lock(host_.mutex());
  host_.stacking().place(*this, host_.find(other));
  host_.connection().flush();
}

void X11Window::take_focus() {
  const bool has_it = host_.focus().owner() == handle_;
  host_.focus().activated(handle_);
  std::lock_guard lock(host_.mutex());
  // Keys go by user32's focus: it is enough that one of our windows has X's.
  if (has_it || (!managed_ && host_.focus().owner() != nullptr)) return;
  if (!mapped_) {
    wants_focus_ = true;
    return;
  }
  request_focus();
}

void X11Window::demand_attention(bool wanted) {
  std::lock_guard lock(host_.mutex());
  if (!managed_ || !visible_) return;
  host_.manager().change_state(id_, wanted,
                               host_.connection().atoms()._NET_WM_STATE_DEMANDS_ATTENTION);
  host_.connection().flush();
}

void X11Window::request_focus() {
  const Connection& connection = host_.connection();
  wants_focus_ = false;
  if (host_.manager().present() && managed_ &&
      host_.manager().supports(connection.atoms()._NET_ACTIVE_WINDOW)) {
    const X11Window* current = host_.find(host_.focus().owner());
    host_.manager().activate(id_,
                             current != nullptr ? current->id_ : xcb_window_t{XCB_WINDOW_NONE});
  } else {
    set_input_focus(connection, id_, XCB_CURRENT_TIME);
  }
  connection.flush();
}

// ---- Pixels

void X11Window::set_shape(const gdi::Region* region) {
  std::lock_guard lock(host_.mutex());
  shape_.reset();
  if (region != nullptr) shape_ = *region;
  apply_shape();
}

void X11Window::apply_shape() {
  const Connection& connection = host_.connection();
  if (!connection.has_shape()) return;
  if (!shape_) {
    xcb_shape_mask(connection.xcb(), XCB_SHAPE_SO_SET, XCB_SHAPE_SK_BOUNDING, id_, 0, 0,
                   XCB_PIXMAP_NONE);
  } else {
    std::vector<xcb_rectangle_t> parts;
    for (const RECT& part : shape_->rects()) {
      parts.push_back({place(part.left - corner().x), place(part.top - corner().y),
                       extent(part.left, part.right), extent(part.top, part.bottom)});
    }
    xcb_shape_rectangles(connection.xcb(), XCB_SHAPE_SO_SET, XCB_SHAPE_SK_BOUNDING,
                         XCB_CLIP_ORDERING_YX_BANDED, id_, 0, 0,
                         static_cast<std::uint32_t>(parts.size()), parts.data());
  }
  connection.flush();
}

// What a compositing manager makes of it; without one windows stay opaque.
void X11Window::set_opacity(std::uint8_t alpha) {
  std::lock_guard lock(host_.mutex());
  opacity_ = alpha;
  write_opacity();
  host_.connection().flush();
}

void X11Window::write_opacity() const {
  const Connection& connection = host_.connection();
  const xcb_atom_t property = connection.atoms()._NET_WM_WINDOW_OPACITY;
  if (opacity_ == 255) {
    xcb_delete_property(connection.xcb(), id_, property);
  } else {
    const std::array<std::uint32_t, 1> value{opacity_ * 0x01010101u};
    set_values(connection, id_, property, XCB_ATOM_CARDINAL, value);
  }
}

std::shared_ptr<gdi::Surface> X11Window::surface() {
  std::lock_guard lock(host_.mutex());
  const int width = std::max(0, static_cast<int>(rect_.right - rect_.left));
  const int height = std::max(0, static_cast<int>(rect_.bottom - rect_.top));
  if (buffer_ && buffer_->surface()->width() == width && buffer_->surface()->height() == height) {
    return buffer_->surface();
  }
  buffer_ = FrameBuffer::create(host_.connection(), width, height);
  return buffer_ ? buffer_->surface() : nullptr;
}

void X11Window::present(const gdi::Region& area) {
  std::lock_guard lock(host_.mutex());
  if (buffer_) buffer_->present(id_, context_, corner(), area);
}

void X11Window::exposed(const RECT& area) {
  if (!buffer_) return;
  gdi::Region region(area);
  region.offset(corner().x, corner().y);
  buffer_->present(id_, context_, corner(), region);
}

void X11Window::transferred(xcb_shm_seg_t segment) {
  if (buffer_ && buffer_->uses(segment)) buffer_->completed(id_, context_, corner());
}

// ---- Reports

void X11Window::mapped(bool now) {
  mapped_ = now;
  if (now && wants_focus_) request_focus();
}

bool X11Window::recently_asked() const {
  return Clock::now() < asked_at_ + kSettling;
}

X11Window::Report X11Window::configured(const RECT& screen) {
  actual_ = screen;
  placed_ = true;
  if (same(actual_, target_)) return {};
  return compare();
}

// The window has not moved, but its place has another name.
X11Window::Report X11Window::recounted(SIZE by) {
  OffsetRect(&actual_, by.cx, by.cy);
  return compare();
}

X11Window::Report X11Window::state_read(bool minimized, bool maximized) {
  minimized_ = minimized;
  maximized_ = maximized;
  return compare();
}

X11Window::Report X11Window::settled() {
  return compare();
}

// State first: the rectangle of a window that is about to be maximized means something else.
X11Window::Report X11Window::compare() {
  Report report;
  if (!managed_ || !visible_) return report;
  if (recently_asked()) {
    report.settle_later = true;
    return report;
  }
  const bool is_minimized = (style_ & WS_MINIMIZE) != 0, is_maximized = (style_ & WS_MAXIMIZE) != 0;
  if (minimized_ != is_minimized) {
    report.command = minimized_ ? SC_MINIMIZE : SC_RESTORE;
  } else if (!minimized_ && maximized_ != is_maximized) {
    report.command = maximized_ ? SC_MAXIMIZE : SC_RESTORE;
  } else if (!minimized_ && placed_ && !same(actual_, target_)) {
    report.rect =
        RECT{actual_.left - (target_.left - rect_.left), actual_.top - (target_.top - rect_.top),
             actual_.right + (rect_.right - target_.right),
             actual_.bottom + (rect_.bottom - target_.bottom)};
    target_ = actual_;
    rect_ = *report.rect;
  }
  return report;
}

}  // namespace transom::host::x11
