// Device contexts: where drawing goes, what is selected, and how coordinates map.
//
// Contract
//  - One thread at a time uses a device context. Handles may be looked up from any thread.
//  - Display contexts are made by user32: it says which surface, where in it, and which part of it
//    may be drawn in. It may say so again at any time (class and own DCs, a window that moved).
//    What is drawn while no surface is set goes nowhere, and succeeds.
//  - Coordinates. "Logical": the program's. "Device": pixels from the context's origin. "Surface":
//    pixels of the target, device plus origin. Regions of the user are in device coordinates.
// https://learn.microsoft.com/windows/win32/gdi/device-contexts
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/relaxed.h"
#include "gdi32/bitmap.h"
#include "gdi32/brush.h"
#include "gdi32/dc_ref.h"
#include "gdi32/device_caps.h"
#include "gdi32/font.h"
#include "gdi32/mapping.h"
#include "gdi32/object.h"
#include "gdi32/palette.h"
#include "gdi32/path.h"
#include "gdi32/pen.h"
#include "gdi32/region.h"
#include "gdi32/surface.h"

namespace transom::gdi {

class Recorder;  // recorder.h

// What SaveDC saves.
struct DcState {
  Mapping mapping;

  Selection<Pen> pen;
  Selection<Brush> brush;
  Selection<Font> font;
  Selection<Bitmap> bitmap;  // memory contexts only
  Ref<Palette> palette;
  bool palette_in_background = false;  // SelectPalette's bForceBackground

  COLORREF text_color = RGB(0, 0, 0);
  COLORREF background_color = RGB(255, 255, 255);
  COLORREF dc_brush_color = RGB(255, 255, 255);
  COLORREF dc_pen_color = RGB(0, 0, 0);
  int background_mode = OPAQUE;
  int rop2 = R2_COPYPEN;
  int poly_fill_mode = ALTERNATE;
  int stretch_mode = BLACKONWHITE;
  int arc_direction = AD_COUNTERCLOCKWISE;
  FLOAT miter_limit = 10;
  POINT brush_origin{0, 0};  // device coordinates
  POINT position{0, 0};      // logical; MoveToEx

  // Text.
  UINT text_align = TA_LEFT | TA_TOP | TA_NOUPDATECP;
  int character_extra = 0;
  int break_extra = 0;  // SetTextJustification
  int break_count = 0;
  DWORD mapper_flags = 0;

  // Device coordinates; nothing set: everything.
  std::optional<Region> clip;
  std::optional<Region> meta;
};

// Where a display context draws.
struct DisplayTarget {
  std::shared_ptr<Surface> surface;  // null: nowhere
  // Where set: makes the surface when it is first needed (the screen's, which few programs read).
  std::shared_ptr<Surface> (*make_surface)() = nullptr;
  POINT origin{0, 0};         // of the context, in surface coordinates
  POINT screen_origin{0, 0};  // of the context, on the screen (GetDCOrgEx)
  SIZE size{0, 0};            // of the client area or window: what the device's bounds are
  Region visible;             // surface coordinates
};

enum class DcKind { kDisplay, kMemory, kInformation, kMetafile, kEnhancedMetafile, kPrinter };

class DeviceContext : public Object {
 public:
  static bool is_type(DWORD type) {
    return type == OBJ_DC || type == OBJ_MEMDC || type == OBJ_METADC || type == OBJ_ENHMETADC;
  }
  explicit DeviceContext(DcKind kind);
  ~DeviceContext() override;

  const DcKind kind;
  DcState state;
  std::vector<DcState> saved;
  // The opaque owner that user32 gave: which window it draws in, for WindowFromDC.
  base::Relaxed<void*> owner = nullptr;
  // The display_epoch that the target is known to be right for.
  std::uint32_t epoch = 0;

  // Path brackets.
  enum class PathStage { kNone, kOpen, kClosed } path_stage = PathStage::kNone;
  Path path;
  // What gdi32/text remembers about the selected font.
  std::shared_ptr<void> text;
  // Of a metafile's context.
  std::unique_ptr<Recorder> recorder;
  std::u16string recording_file;  // what the metafile is saved in; empty: nothing
  // A printer's, and of memory contexts made for it; empty: the display's.
  std::optional<DisplayCaps> own_caps;

  DisplayCaps caps() const { return own_caps ? *own_caps : display_caps(); }
  bool is_memory() const { return kind == DcKind::kMemory; }
  bool path_open() const { return path_stage == PathStage::kOpen; }

  // The target. For memory contexts it is the selected bitmap's surface.
  void set_target(DisplayTarget target);
  const DisplayTarget& target() const { return target_; }
  Surface* surface() const {
    if (!target_.surface && target_.make_surface != nullptr)
      target_.surface = target_.make_surface();
    return target_.surface.get();
  }
  // Device to surface coordinates.
  POINT origin() const { return target_.origin; }
  // The whole of what can be drawn in, surface coordinates: visible, clip and meta region and the
  // surface's bounds intersected. Kept until one of them changes.
  const Region& clip_region();
  // Call after changing state.clip or state.meta.
  void clip_changed() { clip_valid_ = false; }

  // Logical to surface coordinates and back.
  POINT to_surface(POINT logical) const;
  RECT to_surface(const RECT& logical) const;
  RECT device_bounds() const { return {0, 0, target_.size.cx, target_.size.cy}; }

  // The raw pixel for a colour as programs give it (RGB, PALETTEINDEX, PALETTERGB, DIBINDEX).
  std::uint32_t pixel_of(COLORREF color) const;
  // The same as 0x00RRGGBB.
  std::uint32_t rgb_of(COLORREF color) const;

  // Puts a bitmap into a memory context: it becomes the target. Null: drawing goes nowhere.
  void select_bitmap(Ref<Bitmap> bitmap);
  // Makes a saved state current; drops it and those after it.
  void restore(std::size_t index);

  // All state as in a new context (ReleaseDC of a common DC).
  void reset();

 private:
  mutable DisplayTarget target_;  // its surface is made on first need
  Region clip_;
  bool clip_valid_ = false;
};

// How contexts in use follow their windows: user32 counts `display_epoch` up, on any thread, when
// what some window may draw in has changed. Whoever looks a display context up that was last
// checked in an older epoch has it checked by `display_refresher` first, on the thread that uses
// it.
inline std::atomic<std::uint32_t> display_epoch{1};
inline std::atomic<void (*)(DeviceContext& dc)> display_refresher{nullptr};

inline DcRef::~DcRef() {
  if (place_ != nullptr) {
    // Deleted meanwhile?
    if (--place_->uses == 0 && dc_->handle() == nullptr) forget(*place_);
  } else if (dc_ != nullptr) {
    dc_->release();
  }
}

inline DcRef::operator Ref<DeviceContext>() const {
  return Ref<DeviceContext>(dc_);
}

inline DcRef find_dc_as_it_is(const void* handle) {
  RememberedDc& place = remembered_place(handle);
  // A deleted context has lost its handle.
  if (place.dc != nullptr && place.handle == handle && place.dc->handle() == handle) [[likely]]
    return DcRef::use(place);
  return look_dc_up(handle);
}

// The context of a handle, with its target up to date; empty for dead handles and other objects.
inline DcRef find_dc(HDC handle) {
  DcRef dc = find_dc_as_it_is(handle);
  if (dc && dc->kind == DcKind::kDisplay && dc->owner != nullptr) {
    const std::uint32_t epoch = display_epoch.load(std::memory_order_acquire);
    if (dc->epoch != epoch) {
      dc->epoch = epoch;
      if (const auto refresh = display_refresher.load(std::memory_order_acquire)) refresh(*dc);
    }
  }
  return dc;
}

// user32's seam: none of these checks the target first -------------------------------------------

// A new display context; null when out of handles. `owner` is what owner_of() answers.
HDC create_display_dc(DisplayTarget target, void* owner);
// Points a context elsewhere (or the visible region changed). All state stays. False: a dead
// handle.
bool retarget_display_dc(HDC dc, DisplayTarget target, void* owner);
// Only the visible region changed, in surface coordinates.
bool set_visible_region(HDC dc, Region visible);
// Back to the state of a new context, saved states dropped, drawing nowhere: to put in a cache.
bool reset_display_dc(HDC dc);
// Destroys it.
bool destroy_display_dc(HDC dc);
// The owner, null for contexts without (memory contexts, dead handles).
void* owner_of(HDC dc);

}  // namespace transom::gdi
