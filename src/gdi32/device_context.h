// Device contexts: where drawing goes, what is selected, and how coordinates map.
//
// Contract
//  - One thread at a time uses a device context: find_dc() waits until it is this one's turn. What
//    has a context locked calls nothing of the program's, and takes the USER lock after it, never
//    before (base/held_locks.h). The host is asked for the screen's picture all the same.
//  - Display contexts are made by user32: it says which surface, where in it, and which part of it
//    may be drawn in, when the context is next looked up after that has changed (class and own DCs,
//    a window that moved).
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
  // The display_epoch that the target is known to be right for; 0: of none.
  base::Relaxed<std::uint32_t> epoch = 0;

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
  // To be asked before pixels are read: a picture of the screen that has grown old is taken anew,
  // since others draw there, too.
  void look_again();
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

  // Whose turn it is: guards all of the above. For DcRef.
  DcTurn turn;

 private:
  std::recursive_mutex mutex_;    // guards all of the above
  mutable DisplayTarget target_;  // its surface is made on first need
  std::uint64_t looked_at_ = 0;   // the clock's tick count
  Region clip_;
  bool clip_valid_ = false;
};

// How contexts in use follow their windows: user32 counts `display_epoch` up, on any thread, when
// what some window may draw in has changed. Whoever looks a display context up that was last
// checked in an older epoch has it checked by `display_refresher` first, on the thread that uses
// it.
inline std::atomic<std::uint32_t> display_epoch{1};
inline std::atomic<void (*)(DeviceContext& dc)> display_refresher{nullptr};
// What contexts of the whole screen that no window has (CreateDC) read from; given by user32.
inline std::atomic<DisplayTarget (*)()> screen_target{nullptr};

inline bool begin_use(RememberedDc& place) {
  if (place.uses > 0) return ++place.uses > 0;
  place.slot->announce(place.dc);
  if (!place.dc->turn.is_at(*place.slot)) [[unlikely]] {
    place.slot->withdraw();
    return false;
  }
  place.uses = 1;
  return true;
}

inline DcRef::~DcRef() {
  if (dc_ == nullptr) return;
  base::note_unlocked(base::LockRank::kContext);
  if (place_ != nullptr) {
    if (--place_->uses > 0) return;
    place_->slot->withdraw();
    // Deleted meanwhile?
    if (dc_->handle() == nullptr) forget(*place_);
  } else {
    dc_->turn.unlock();
    dc_->release();
  }
}

inline DcRef::operator Ref<DeviceContext>() const {
  return Ref<DeviceContext>(dc_);
}

inline DcRef find_dc_as_it_is(const void* handle) {
  RememberedDc& place = remembered_place(handle);
  // A deleted context has lost its handle.
  if (place.dc != nullptr && place.handle == handle && place.dc->handle() == handle &&
      begin_use(place)) [[likely]] {
    return DcRef::use(place);
  }
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

// Two at once, in an order in which no two threads wait for each other.
struct DcRefs {
  DcRef first, second;
};
DcRefs find_dcs(HDC first, HDC second);

// user32's seam ----------------------------------------------------------------------------------

// A new display context; null when out of handles. `owner` is what owner_of() answers.
HDC create_display_dc(DisplayTarget target, void* owner);
// The owner has other plans with a context: it is refreshed before it is next used. Any thread,
// whoever draws in it.
void assign_display_dc(HDC dc, void* owner);
// Back to the state of a new context, saved states dropped, drawing nowhere: to put in a cache.
void reset_display_dc(DeviceContext& dc);
// Destroys it.
bool destroy_display_dc(HDC dc);
// The owner, null for contexts without (memory contexts, dead handles).
void* owner_of(HDC dc);

}  // namespace transom::gdi
