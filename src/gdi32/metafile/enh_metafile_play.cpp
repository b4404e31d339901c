// Playing enhanced metafiles.
// https://learn.microsoft.com/windows/win32/gdi/enhanced-format-metafiles
#include <cmath>

#include "gdi32/api.h"
#include "gdi32/metafile/emf_player.h"
#include "gdi32/metafile/metafile_object.h"

using namespace transom::gdi;

namespace {

// A HANDLETABLE of as many places as the metafile says; the objects go with it.
class Handles {
 public:
  Handles(HENHMETAFILE metafile, std::size_t count)
      : count_(std::max<std::size_t>(count, 1)), table_(count_) {
    table_[0] = metafile;
  }
  ~Handles() {
    for (std::size_t i = 1; i < count_; ++i) {
      if (table_[i] != nullptr) DeleteObject(table_[i]);
    }
  }
  Handles(const Handles&) = delete;
  Handles& operator=(const Handles&) = delete;
  HANDLETABLE* table() { return reinterpret_cast<HANDLETABLE*>(table_.data()); }
  UINT count() const { return static_cast<UINT>(count_); }

 private:
  const std::size_t count_;
  std::vector<HGDIOBJ> table_;
};

// "The picture frame is placed and scaled to fit the rectangle."
EmfPlacement placement_of(const DeviceContext& dc, const ENHMETAHEADER& header, const RECT& rect) {
  EmfPlacement placement;
  if (header.szlDevice.cx > 0 && header.szlDevice.cy > 0 && header.szlMillimeters.cx > 0 &&
      header.szlMillimeters.cy > 0) {
    placement.device_pixels = {header.szlDevice.cx, header.szlDevice.cy};
    placement.device_millimetres = {header.szlMillimeters.cx, header.szlMillimeters.cy};
  }
  const double x = placement.device_pixels.cx / (placement.device_millimetres.cx * 100.0);
  const double y = placement.device_pixels.cy / (placement.device_millimetres.cy * 100.0);
  const double left = header.rclFrame.left * x, top = header.rclFrame.top * y;
  const double width = header.rclFrame.right * x - left, height = header.rclFrame.bottom * y - top;
  const POINT a = dc.state.mapping.to_device(POINT{rect.left, rect.top});
  const POINT b = dc.state.mapping.to_device(POINT{rect.right, rect.bottom});
  if (width != 0) placement.scale_x = (static_cast<double>(b.x) - a.x) / width;
  if (height != 0) placement.scale_y = (static_cast<double>(b.y) - a.y) / height;
  placement.move_x = a.x - left * placement.scale_x;
  placement.move_y = a.y - top * placement.scale_y;
  return placement;
}

// A metafile begins with a context as new, but for the clip region.
void set_initial_state(HDC dc) {
  SetMetaRgn(dc);
  SetGraphicsMode(dc, GM_ADVANCED);
  SetMapMode(dc, MM_TEXT);
  SetWindowOrgEx(dc, 0, 0, nullptr);
  SetViewportOrgEx(dc, 0, 0, nullptr);
  ModifyWorldTransform(dc, nullptr, MWT_IDENTITY);
  for (const int object : {BLACK_PEN, WHITE_BRUSH, SYSTEM_FONT}) {
    SelectObject(dc, GetStockObject(object));
  }
  SetTextColor(dc, RGB(0, 0, 0));
  SetBkColor(dc, RGB(255, 255, 255));
  SetBkMode(dc, OPAQUE);
  SetROP2(dc, R2_COPYPEN);
  SetPolyFillMode(dc, ALTERNATE);
  SetStretchBltMode(dc, BLACKONWHITE);
  SetTextAlign(dc, TA_LEFT);
  SetTextCharacterExtra(dc, 0);
  SetTextJustification(dc, 0, 0);
  SetArcDirection(dc, AD_COUNTERCLOCKWISE);
  SetMiterLimit(dc, 10, nullptr);
  MoveToEx(dc, 0, 0, nullptr);
}

// Prepares the context, and gives it back as it was.
class Stage {
 public:
  Stage(HDC dc, const DeviceContext& context, const ENHMETAHEADER& header, const RECT& rect)
      : placement_(placement_of(context, header, rect)), dc_(dc), level_(SaveDC(dc)) {
    set_initial_state(dc);
  }
  ~Stage() { RestoreDC(dc_, level_); }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  const EmfPlacement& placement() const { return placement_; }

 private:
  const EmfPlacement placement_;
  const HDC dc_;
  const int level_;
};

// Calls visit(player, handles, record) for each record.
template <class Visit>
BOOL perform(HDC handle, HENHMETAFILE metafile_handle, const RECT* rect, Visit&& visit) {
  const auto metafile = require<EnhancedMetafile>(metafile_handle);
  const auto header = metafile ? emf_header(metafile->bytes) : std::nullopt;
  if (!header) return FALSE;
  Handles handles(metafile_handle, header->nHandles);
  std::optional<Stage> stage;
  std::optional<EmfPlacement> placement;
  if (handle != nullptr) {
    const auto dc = require_dc(handle);
    if (!dc) return FALSE;
    if (rect == nullptr) return fail_parameter();
    placement = stage.emplace(handle, *dc, *header, *rect).placement();
  }
  EmfPlayer player(handle, handles.table(), handles.count(), placement);
  if (placement) player.update_mapping();
  return for_each_emf_record(
      metafile->bytes, [&](const EmfRecordView& record) { return visit(player, handles, record); });
}

}  // namespace

// The picture's frame fills the rectangle (logical units). FALSE where a record made no sense; the
// others are played all the same.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-playenhmetafile
BOOL WINAPI PlayEnhMetaFile(HDC dc, HENHMETAFILE metafile, CONST RECT* rect) {
  if (dc == nullptr) return transom::base::fail(ERROR_INVALID_HANDLE);
  bool all = true;
  const BOOL whole =
      perform(dc, metafile, rect, [&](EmfPlayer& player, Handles&, const EmfRecordView& record) {
        all = player.play(record) && all;
        return true;
      });
  return whole && all;
}

// Calls back for each record, which the callback may play by PlayEnhMetaFileRecord, until it
// answers 0. Without a context nothing can be played, and the rectangle does not matter.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-enumenhmetafile
BOOL WINAPI EnumEnhMetaFile(HDC dc, HENHMETAFILE metafile, ENHMFENUMPROC callback, LPVOID data,
                            CONST RECT* rect) {
  if (callback == nullptr) return fail_parameter();
  return perform(
      dc, metafile, rect, [&](EmfPlayer&, Handles& handles, const EmfRecordView& record) {
        return callback(dc, handles.table(), record.record(), static_cast<int>(handles.count()),
                        reinterpret_cast<LPARAM>(data)) != 0;
      });
}

// Plays one record: with the enumeration's mapping where a callback asks for it, else as it stands.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-playenhmetafilerecord
BOOL WINAPI PlayEnhMetaFileRecord(HDC dc, LPHANDLETABLE handles, CONST ENHMETARECORD* record,
                                  UINT count) {
  if (!require_dc(dc)) return FALSE;
  if (record == nullptr || record->nSize < sizeof(EMR) || (handles == nullptr && count > 0)) {
    return fail_parameter();
  }
  const EmfRecordView view({reinterpret_cast<const std::uint8_t*>(record), record->nSize});
  if (EmfPlayer* player = EmfPlayer::current(dc, handles)) return player->play(view);
  return EmfPlayer(dc, handles, count, std::nullopt).play(view);
}
