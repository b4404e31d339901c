// Plays the records of an enhanced metafile in a device context.
//
// The metafile's coordinates lead to pixels of the device that it was made for; from there its
// frame is laid over a rectangle of the target's. Both maps together become the target's world
// transform, which a record that changes the metafile's mapping computes anew. Without a placement
// (a record that a program plays by itself) records act on the context's own mapping.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-playenhmetafile
#pragma once

#include <optional>
#include <vector>

#include "gdi32/mapping.h"
#include "gdi32/metafile/emf_file.h"
#include "gdi32/metafile/packed_dib.h"

namespace transom::gdi {

// From pixels of the metafile's device to those of the target.
struct EmfPlacement {
  double scale_x = 1, scale_y = 1, move_x = 0, move_y = 0;
  SIZE device_pixels{1024, 768};
  SIZE device_millimetres{271, 203};
};

class EmfPlayer {
 public:
  // `handles` has `count` places and outlives the player.
  EmfPlayer(HDC dc, HANDLETABLE* handles, UINT count, std::optional<EmfPlacement> placement);
  ~EmfPlayer();
  EmfPlayer(const EmfPlayer&) = delete;
  EmfPlayer& operator=(const EmfPlayer&) = delete;

  // False where the record makes no sense; records of no use are passed over.
  bool play(const EmfRecordView& record);

  // The one that enumerates for this context and table on this thread, so that a program's callback
  // plays with it; null: none.
  static EmfPlayer* current(HDC dc, const HANDLETABLE* handles);

  // For the handlers of records ------------------------------------------------------------------

  HDC dc() const { return dc_; }
  // The metafile's own mapping; null where records act on the context's.
  Mapping* mapping() { return placement_ ? &mapping_ : nullptr; }
  const EmfPlacement& placement() const { return *placement_; }
  // After a change of mapping().
  void update_mapping();
  // SaveDC and RestoreDC, with the mapping. Levels that the player did not save stay.
  void save();
  void restore(int level);
  // A point in pixels of the metafile's device on the target.
  POINT to_target(POINT device) const;

  // Stock objects have numbers of their own; null: none.
  HGDIOBJ object_at(DWORD handle) const;
  bool is_place(DWORD handle) const { return handle > 0 && handle < count_; }
  // Takes the object over; false, and no object, where there is no such place.
  bool keep_object(DWORD place, HGDIOBJ object);
  void delete_object_at(DWORD place);

 private:
  const HDC dc_;
  HANDLETABLE* const handles_;
  const UINT count_;
  const std::optional<EmfPlacement> placement_;
  Mapping mapping_;
  std::vector<Mapping> saved_;
  EmfPlayer* const outer_;
};

struct EmfEntry {
  DWORD type;
  bool (*play)(EmfPlayer& player, const EmfRecordView& record);
};

// Each area lists its records.
std::span<const EmfEntry> emf_shape_records();   // emf_play_shapes.cpp
std::span<const EmfEntry> emf_state_records();   // emf_play_state.cpp
std::span<const EmfEntry> emf_object_records();  // emf_play_objects.cpp
std::span<const EmfEntry> emf_pixel_records();   // emf_play_pixels.cpp

// A bitmap in a record: four fields from `offsets` on tell where header and bits are.
std::optional<StoredDib> emf_dib(const EmfRecordView& record, std::size_t offsets, UINT usage,
                                 UINT lines = 0);

// A region in a record, where `size` bytes of RGNDATA are at `offset`; null where they make no
// sense. `place` maps its rectangles' corners.
HRGN emf_region(const EmfRecordView& record, std::size_t offset, std::size_t size,
                const EmfPlayer* place);

}  // namespace transom::gdi
