// Lines, shapes, attributes, mapping, clipping.
#include "gdi32/metafile/wmf_recorder.h"

#include <algorithm>
#include <cmath>

#include "gdi32/draw.h"

namespace transom::gdi {
namespace {

constexpr std::size_t kHeaderWords = 9;
constexpr WORD kInMemory = 1;
constexpr WORD kVersion = 0x300;

// 0: the format has no record for it.
WORD attribute_function(DcAttribute which) {
  switch (which) {
    case DcAttribute::kBackgroundMode:
      return META_SETBKMODE;
    case DcAttribute::kPolyFillMode:
      return META_SETPOLYFILLMODE;
    case DcAttribute::kRop2:
      return META_SETROP2;
    case DcAttribute::kStretchMode:
      return META_SETSTRETCHBLTMODE;
    case DcAttribute::kTextAlign:
      return META_SETTEXTALIGN;
    case DcAttribute::kMapperFlags:
      return META_SETMAPPERFLAGS;
    case DcAttribute::kTextColor:
      return META_SETTEXTCOLOR;
    case DcAttribute::kBackgroundColor:
      return META_SETBKCOLOR;
    case DcAttribute::kMapMode:
      return META_SETMAPMODE;
    case DcAttribute::kLayout:
      return META_SETLAYOUT;
    case DcAttribute::kCharacterExtra:
      return META_SETTEXTCHAREXTRA;
    default:
      return 0;
  }
}

// Values of two words.
bool is_wide(DcAttribute which) {
  switch (which) {
    case DcAttribute::kTextColor:
    case DcAttribute::kBackgroundColor:
    case DcAttribute::kMapperFlags:
    case DcAttribute::kTextAlign:
      return true;
    default:
      return false;
  }
}

WORD pair_function(DcPair which) {
  switch (which) {
    case DcPair::kWindowOrigin:
      return META_SETWINDOWORG;
    case DcPair::kWindowExtent:
      return META_SETWINDOWEXT;
    case DcPair::kViewportOrigin:
      return META_SETVIEWPORTORG;
    case DcPair::kViewportExtent:
      return META_SETVIEWPORTEXT;
    case DcPair::kWindowOffset:
      return META_OFFSETWINDOWORG;
    case DcPair::kViewportOffset:
      return META_OFFSETVIEWPORTORG;
    case DcPair::kTextJustification:
      return META_SETTEXTJUSTIFICATION;
    default:
      return 0;
  }
}

}  // namespace

WmfRecorder::Record::Record(WmfRecorder& recorder, WORD function)
    : recorder_(recorder), start_(recorder.bytes_.size()) {
  dword(0);
  word(function);
}

WmfRecorder::Record::~Record() {
  align();
  const auto words = static_cast<DWORD>((recorder_.bytes_.size() - start_) / 2);
  recorder_.bytes_.patch(start_, words);
  recorder_.longest_ = std::max(recorder_.longest_, words);
}

std::vector<std::uint8_t> WmfRecorder::finish() {
  { Record end(*this, 0); }
  const std::vector<std::uint8_t> records = bytes_.take();
  METAHEADER header{};
  header.mtType = kInMemory;
  header.mtHeaderSize = kHeaderWords;
  header.mtVersion = kVersion;
  header.mtSize = static_cast<DWORD>(kHeaderWords + records.size() / 2);
  header.mtNoObjects = static_cast<WORD>(places_.size());
  header.mtMaxRecord = longest_;
  ByteBuffer file;
  file.put(header);
  file.put(std::span<const std::uint8_t>(records));
  return file.take();
}

void WmfRecorder::write(WORD function, std::initializer_list<int> words) {
  Record record(*this, function);
  record.words(words);
}

POINT WmfRecorder::out_device(POINT device) const {
  return converts() ? units_->to_logical(device) : device;
}

POINT WmfRecorder::out(POINT logical) const {
  return converts() ? out_device(dc_.state.mapping.to_device(logical)) : logical;
}

RECT WmfRecorder::out(const RECT& logical) const {
  const POINT a = out(POINT{logical.left, logical.top});
  const POINT b = out(POINT{logical.right, logical.bottom});
  return {a.x, a.y, b.x, b.y};
}

// Played shapes have their right and bottom edges within, the format's have not.
RECT WmfRecorder::out_shape(const RECT& logical) const {
  if (!converts() || dc_.state.mapping.graphics_mode != GM_ADVANCED) return out(logical);
  RECT device = dc_.state.mapping.to_device(logical);
  const POINT a = out_device({device.left, device.top});
  const POINT b = out_device({device.right + 1, device.bottom + 1});
  return {a.x, a.y, b.x, b.y};
}

int WmfRecorder::out_width(int logical) const {
  if (!converts()) return logical;
  return static_cast<int>(
      std::lround(logical * dc_.state.mapping.scale_x() / std::abs(units_->m11)));
}

int WmfRecorder::out_height(int logical) const {
  if (!converts()) return logical;
  return static_cast<int>(
      std::lround(logical * dc_.state.mapping.scale_y() / std::abs(units_->m22)));
}

void WmfRecorder::move_to(POINT point) {
  if (drawing_is_path()) return;
  const POINT to = out(point);
  write(META_MOVETO, {to.y, to.x});
}

void WmfRecorder::line_to(POINT point) {
  if (drawing_is_path()) return;
  const POINT to = out(point);
  write(META_LINETO, {to.y, to.x});
}

void WmfRecorder::put_points(WORD function, std::span<const POINT> points) {
  Record record(*this, function);
  record.word(static_cast<int>(points.size()));
  for (const POINT point : points) record.words({point.x, point.y});
}

// Curves as lines, in a conversion; the format has none.
void WmfRecorder::put_flattened(const Path& path) {
  put_figures(path, false);
}

void WmfRecorder::put_figures(const Path& path, bool closed) {
  for (const Figure& figure : flatten(path)) {
    std::vector<POINT> points;
    for (const FixedPoint point : figure.points) points.push_back(out_device(point.to_pixel()));
    if (!closed && figure.closed && !points.empty()) points.push_back(points.front());
    if (points.size() > 1) put_points(closed ? META_POLYGON : META_POLYLINE, points);
  }
}

void WmfRecorder::poly(PolyKind kind, std::span<const POINT> points) {
  if (drawing_is_path()) return;
  const bool curve = kind == PolyKind::kBezier || kind == PolyKind::kBezierTo;
  const bool continues = kind == PolyKind::kPolylineTo || kind == PolyKind::kBezierTo;
  if ((curve || continues) && !converts()) return;
  std::vector<POINT> all;
  if (continues) all.push_back(dc_.state.position);
  all.insert(all.end(), points.begin(), points.end());
  if (curve) {
    Path path;
    path.move_to(to_fixed(dc_, all[0]));
    for (std::size_t i = 1; i + 2 < all.size(); i += 3) {
      path.curve_to(to_fixed(dc_, all[i]), to_fixed(dc_, all[i + 1]), to_fixed(dc_, all[i + 2]));
    }
    put_flattened(path);
  } else {
    for (POINT& point : all) point = out(point);
    put_points(kind == PolyKind::kPolygon ? META_POLYGON : META_POLYLINE, all);
  }
  if (continues) move_to(points.back());
}

void WmfRecorder::poly_poly(PolyKind kind, std::span<const POINT> points,
                            std::span<const DWORD> counts) {
  if (drawing_is_path()) return;
  if (kind == PolyKind::kPolygon) {
    Record record(*this, META_POLYPOLYGON);
    record.word(static_cast<int>(counts.size()));
    for (const DWORD count : counts) record.word(static_cast<int>(count));
    for (const POINT point : points) {
      const POINT to = out(point);
      record.words({to.x, to.y});
    }
    return;
  }
  if (!converts()) return;
  for (const DWORD count : counts) {
    poly(PolyKind::kPolyline, points.first(count));
    points = points.subspan(count);
  }
}

void WmfRecorder::shape(const RecordedShape& shape) {
  if (drawing_is_path()) return;
  const RECT r = out_shape(shape.rect);
  const POINT start = out(shape.start), end = out(shape.end);
  switch (shape.kind) {
    case ShapeKind::kRectangle:
      return write(META_RECTANGLE, {r.bottom, r.right, r.top, r.left});
    case ShapeKind::kEllipse:
      return write(META_ELLIPSE, {r.bottom, r.right, r.top, r.left});
    case ShapeKind::kRoundRect:
      return write(META_ROUNDRECT, {out_height(shape.corner.cy), out_width(shape.corner.cx),
                                    r.bottom, r.right, r.top, r.left});
    default:
      break;
  }
  if (shape.kind == ShapeKind::kArcTo && !converts()) return;
  const WORD function = shape.kind == ShapeKind::kChord ? META_CHORD
                        : shape.kind == ShapeKind::kPie ? META_PIE
                                                        : META_ARC;
  write(function, {end.y, end.x, start.y, start.x, r.bottom, r.right, r.top, r.left});
}

void WmfRecorder::set_pixel(POINT point, COLORREF color) {
  const POINT at = out(point);
  write(META_SETPIXEL, {LOWORD(color), HIWORD(color), at.y, at.x});
}

void WmfRecorder::flood_fill(POINT point, COLORREF color, UINT type) {
  const POINT at = out(point);
  write(META_EXTFLOODFILL, {static_cast<int>(type), LOWORD(color), HIWORD(color), at.y, at.x});
}

void WmfRecorder::attribute(DcAttribute which, LONG value) {
  const WORD function = attribute_function(which);
  if (function == 0 || (converts() && which == DcAttribute::kMapMode)) return;
  if (which == DcAttribute::kCharacterExtra) value = out_width(value);
  Record record(*this, function);
  record.word(value & 0xFFFF);
  if (is_wide(which)) record.word(value >> 16 & 0xFFFF);
}

void WmfRecorder::pair(DcPair which, int x, int y) {
  const WORD function = pair_function(which);
  if (function == 0) return;
  if (converts()) {
    if (which == DcPair::kTextJustification) write(function, {y, out_width(x)});
    return;
  }
  write(function, {y, x});
}

void WmfRecorder::scale_extent(bool viewport, int xn, int xd, int yn, int yd) {
  if (!converts()) write(viewport ? META_SCALEVIEWPORTEXT : META_SCALEWINDOWEXT, {yd, yn, xd, xn});
}

void WmfRecorder::clip_rect(bool exclude, const RECT& rect) {
  const RECT r = out(rect);
  write(exclude ? META_EXCLUDECLIPRECT : META_INTERSECTCLIPRECT,
        {r.bottom, r.right, r.top, r.left});
}

void WmfRecorder::offset_clip(int x, int y) {
  if (!converts()) write(META_OFFSETCLIPRGN, {y, x});
}

// In a conversion the finished path is drawn as figures.
void WmfRecorder::path(PathCall call, int) {
  if (!converts()) return;
  if (call == PathCall::kStroke) put_figures(dc_.path, false);
  if (call == PathCall::kFill || call == PathCall::kStrokeAndFill) put_figures(dc_.path, true);
}

void WmfRecorder::save() {
  write(META_SAVEDC, {});
}

void WmfRecorder::restore(int level) {
  write(META_RESTOREDC, {level});
}

void WmfRecorder::escape(int function, std::span<const std::uint8_t> bytes) {
  Record record(*this, META_ESCAPE);
  record.words({function, static_cast<int>(bytes.size())});
  record.bytes(bytes);
}

}  // namespace transom::gdi
