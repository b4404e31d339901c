// Plays the records of a Windows metafile in a device context, as the calls that they were.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-playmetafile
#pragma once

#include <span>

#include "gdi32/metafile/wmf_file.h"

namespace transom::gdi {

// Where the objects go: places count from 0, and a new object takes the first that is free.
struct WmfStage {
  HDC dc;
  HANDLETABLE* handles;
  UINT count;
  int depth = 0;  // of SaveDC

  HGDIOBJ object_at(UINT place) const {
    return place < count ? handles->objectHandle[place] : nullptr;
  }
  // Takes the object over; false, and no object, where no place is free.
  bool keep(HGDIOBJ object);
};

// False where the record makes no sense; unknown ones are passed over.
bool play_wmf_record(WmfStage& stage, const WmfRecordView& record);

struct WmfEntry {
  WORD function;
  bool (*play)(WmfStage& stage, const WmfRecordView& record);
};

std::span<const WmfEntry> wmf_shape_records();   // wmf_play_shapes.cpp
std::span<const WmfEntry> wmf_object_records();  // wmf_play_objects.cpp
std::span<const WmfEntry> wmf_pixel_records();   // wmf_play_pixels.cpp

}  // namespace transom::gdi
