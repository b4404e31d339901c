// Attributes, mapping, clipping, paths.
#include "gdi32/metafile/emf_recorder.h"

namespace transom::gdi {
namespace {

DWORD number(int value) {
  return static_cast<DWORD>(value);
}

// 0: the format has no record for it.
DWORD attribute_type(DcAttribute which) {
  switch (which) {
    case DcAttribute::kBackgroundMode:
      return EMR_SETBKMODE;
    case DcAttribute::kPolyFillMode:
      return EMR_SETPOLYFILLMODE;
    case DcAttribute::kRop2:
      return EMR_SETROP2;
    case DcAttribute::kStretchMode:
      return EMR_SETSTRETCHBLTMODE;
    case DcAttribute::kTextAlign:
      return EMR_SETTEXTALIGN;
    case DcAttribute::kArcDirection:
      return EMR_SETARCDIRECTION;
    case DcAttribute::kMapperFlags:
      return EMR_SETMAPPERFLAGS;
    case DcAttribute::kTextColor:
      return EMR_SETTEXTCOLOR;
    case DcAttribute::kBackgroundColor:
      return EMR_SETBKCOLOR;
    case DcAttribute::kMapMode:
      return EMR_SETMAPMODE;
    case DcAttribute::kLayout:
      return EMR_SETLAYOUT;
    default:
      return 0;  // character extra is in the distances of each text
  }
}

DWORD path_type(PathCall call) {
  switch (call) {
    case PathCall::kBegin:
      return EMR_BEGINPATH;
    case PathCall::kEnd:
      return EMR_ENDPATH;
    case PathCall::kAbort:
      return EMR_ABORTPATH;
    case PathCall::kCloseFigure:
      return EMR_CLOSEFIGURE;
    case PathCall::kStroke:
      return EMR_STROKEPATH;
    case PathCall::kFill:
      return EMR_FILLPATH;
    case PathCall::kStrokeAndFill:
      return EMR_STROKEANDFILLPATH;
    case PathCall::kFlatten:
      return EMR_FLATTENPATH;
    case PathCall::kWiden:
      return EMR_WIDENPATH;
    default:
      return EMR_SELECTCLIPPATH;
  }
}

RECT bounds_of(const Path& path) {
  RECT box{0, 0, -1, -1};
  for (std::size_t i = 0; i < path.points.size(); ++i) {
    const POINT at = path.points[i].to_pixel();
    if (i == 0) box = {at.x, at.y, at.x, at.y};
    box = {std::min(box.left, at.x), std::min(box.top, at.y), std::max(box.right, at.x),
           std::max(box.bottom, at.y)};
  }
  return box;
}

}  // namespace

void EmfRecorder::attribute(DcAttribute which, LONG value) {
  if (const DWORD type = attribute_type(which)) simple(type, {static_cast<DWORD>(value)});
}

void EmfRecorder::miter_limit(FLOAT limit) {
  Record record(*this, EMR_SETMITERLIMIT);
  record.put(limit);
}

void EmfRecorder::pair(DcPair which, int x, int y) {
  const Mapping& mapping = dc_.state.mapping;
  switch (which) {
    case DcPair::kWindowOrigin:
      return simple(EMR_SETWINDOWORGEX, {number(x), number(y)});
    case DcPair::kWindowExtent:
      return simple(EMR_SETWINDOWEXTEX, {number(x), number(y)});
    case DcPair::kViewportOrigin:
      return simple(EMR_SETVIEWPORTORGEX, {number(x), number(y)});
    case DcPair::kViewportExtent:
      return simple(EMR_SETVIEWPORTEXTEX, {number(x), number(y)});
    case DcPair::kWindowOffset:
      return simple(EMR_SETWINDOWORGEX, {number(mapping.window_origin.x) + number(x),
                                         number(mapping.window_origin.y) + number(y)});
    case DcPair::kViewportOffset:
      return simple(EMR_SETVIEWPORTORGEX, {number(mapping.viewport_origin.x) + number(x),
                                           number(mapping.viewport_origin.y) + number(y)});
    case DcPair::kBrushOrigin:
      return simple(EMR_SETBRUSHORGEX, {number(x), number(y)});
    case DcPair::kTextJustification:
      return;  // it is in the distances of each text
  }
}

void EmfRecorder::scale_extent(bool viewport, int xn, int xd, int yn, int yd) {
  simple(viewport ? EMR_SCALEVIEWPORTEXTEX : EMR_SCALEWINDOWEXTEX,
         {number(xn), number(xd), number(yn), number(yd)});
}

void EmfRecorder::world_transform(const XFORM& transform) {
  Record record(*this, EMR_SETWORLDTRANSFORM);
  record.put(transform);
}

void EmfRecorder::modify_world_transform(const XFORM& transform, DWORD mode) {
  Record record(*this, EMR_MODIFYWORLDTRANSFORM);
  record.put(transform, mode);
}

void EmfRecorder::put_region(Record& record, const Region& region) {
  const auto count = static_cast<DWORD>(region.rects().size());
  const RGNDATAHEADER header{sizeof(RGNDATAHEADER), RDH_RECTANGLES, count,
                             count * static_cast<DWORD>(sizeof(RECT)), region.bounds()};
  record.put(header);
  for (const RECT& rect : region.rects()) record.put(rect);
}

void EmfRecorder::select_clip(const Region* region, int mode) {
  Record record(*this, EMR_EXTSELECTCLIPRGN);
  const std::size_t rects = region != nullptr ? region->rects().size() : 0;
  const std::size_t size = region != nullptr ? sizeof(RGNDATAHEADER) + rects * sizeof(RECT) : 0;
  record.put(static_cast<DWORD>(size), number(mode));
  if (region != nullptr) put_region(record, *region);
}

void EmfRecorder::clip_rect(bool exclude, const RECT& rect) {
  Record record(*this, exclude ? EMR_EXCLUDECLIPRECT : EMR_INTERSECTCLIPRECT);
  record.put(rect);
}

void EmfRecorder::offset_clip(int x, int y) {
  simple(EMR_OFFSETCLIPRGN, {number(x), number(y)});
}

void EmfRecorder::set_meta_region() {
  simple(EMR_SETMETARGN, {});
}

void EmfRecorder::path(PathCall call, int mode) {
  const DWORD type = path_type(call);
  if (call == PathCall::kSelectClip) return simple(type, {number(mode)});
  const bool paints =
      call == PathCall::kStroke || call == PathCall::kFill || call == PathCall::kStrokeAndFill;
  if (!paints) return simple(type, {});
  Record record(*this, type);
  record.put(grow(bounds_of(dc_.path)));
}

void EmfRecorder::save() {
  simple(EMR_SAVEDC, {});
}

void EmfRecorder::restore(int level) {
  simple(EMR_RESTOREDC, {number(level)});
}

void EmfRecorder::comment(std::span<const std::uint8_t> bytes) {
  Record record(*this, EMR_GDICOMMENT);
  record.put(static_cast<DWORD>(bytes.size()));
  record.put_bytes(bytes);
}

}  // namespace transom::gdi
