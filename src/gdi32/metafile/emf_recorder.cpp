// Header, end, lines and shapes.
#include "gdi32/metafile/emf_recorder.h"

#include <algorithm>
#include <cmath>

#include "gdi32/device_caps.h"
#include "gdi32/ink.h"

namespace transom::gdi {
namespace {

constexpr DWORD kVersion = 0x10000;
constexpr DWORD kHeaderSize = 108;

RECT united(const RECT& a, const RECT& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

// Coordinates of 16 bits make records half as long.
bool are_small(std::span<const POINT> points) {
  return std::ranges::all_of(points, [](POINT point) {
    return point.x == static_cast<short>(point.x) && point.y == static_cast<short>(point.y);
  });
}

DWORD poly_type(PolyKind kind, bool small) {
  switch (kind) {
    case PolyKind::kPolyline:
      return small ? EMR_POLYLINE16 : EMR_POLYLINE;
    case PolyKind::kPolylineTo:
      return small ? EMR_POLYLINETO16 : EMR_POLYLINETO;
    case PolyKind::kPolygon:
      return small ? EMR_POLYGON16 : EMR_POLYGON;
    case PolyKind::kBezier:
      return small ? EMR_POLYBEZIER16 : EMR_POLYBEZIER;
    default:
      return small ? EMR_POLYBEZIERTO16 : EMR_POLYBEZIERTO;
  }
}

DWORD shape_type(ShapeKind kind) {
  switch (kind) {
    case ShapeKind::kRectangle:
      return EMR_RECTANGLE;
    case ShapeKind::kRoundRect:
      return EMR_ROUNDRECT;
    case ShapeKind::kEllipse:
      return EMR_ELLIPSE;
    case ShapeKind::kArc:
      return EMR_ARC;
    case ShapeKind::kArcTo:
      return EMR_ARCTO;
    case ShapeKind::kChord:
      return EMR_CHORD;
    default:
      return EMR_PIE;
  }
}

}  // namespace

ReferenceDevice ReferenceDevice::display() {
  return of(display_caps());
}

ReferenceDevice ReferenceDevice::of(const DisplayCaps& caps) {
  const auto millimetres = [&](int pixels) {
    return static_cast<LONG>(std::lround(pixels * 25.4 / caps.dots_per_inch));
  };
  return {{caps.width, caps.height}, {millimetres(caps.width), millimetres(caps.height)}};
}

EmfRecorder::Record::Record(EmfRecorder& recorder, DWORD type)
    : bytes_(recorder.bytes_), start_(recorder.bytes_.size()) {
  bytes_.put(type);
  bytes_.put(DWORD{0});
  ++recorder.records_;
}

EmfRecorder::Record::~Record() {
  align();
  bytes_.patch(start_ + sizeof(DWORD), size());
}

std::size_t EmfRecorder::Record::reserve() {
  const std::size_t at = bytes_.size();
  bytes_.put(DWORD{0});
  return at;
}

EmfRecorder::EmfRecorder(DeviceContext& dc, const ReferenceDevice& device, const RECT* frame,
                         std::u16string_view description)
    : dc_(dc), device_(device), has_frame_(frame != nullptr) {
  if (frame != nullptr) frame_ = *frame;
  Record header(*this, EMR_HEADER);
  ENHMETAHEADER fields{};
  fields.dSignature = ENHMETA_SIGNATURE;
  fields.nVersion = kVersion;
  fields.nDescription = static_cast<DWORD>(description.size());
  fields.offDescription = description.empty() ? 0 : kHeaderSize;
  fields.szlDevice = device.pixels;
  fields.szlMillimeters = device.millimetres;
  fields.szlMicrometers = {device.millimetres.cx * 1000, device.millimetres.cy * 1000};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(&fields);
  header.put_bytes({bytes + sizeof(EMR), kHeaderSize - sizeof(EMR)});
  for (const char16_t unit : description) header.put(unit);
}

RECT EmfRecorder::scaled_bounds() const {
  const double x = device_.horizontal_scale(), y = device_.vertical_scale();
  const auto scaled = [](LONG value, double by) {
    return static_cast<LONG>(std::lround(std::clamp(value * by, -2147483647.0, 2147483647.0)));
  };
  return {scaled(bounds_.left, x), scaled(bounds_.top, y), scaled(bounds_.right, x),
          scaled(bounds_.bottom, y)};
}

std::vector<std::uint8_t> EmfRecorder::finish() {
  const auto entries = static_cast<DWORD>(palette_entries_.size());
  {
    Record end(*this, EMR_EOF);
    end.put(entries, entries > 0 ? DWORD{16} : DWORD{0});
    for (const PALETTEENTRY& entry : palette_entries_) end.put(entry);
    end.put(end.size() + static_cast<DWORD>(sizeof(DWORD)));
  }
  ENHMETAHEADER header;
  std::memcpy(&header, bytes_.bytes().data(), kHeaderSize);
  if (!any_) bounds_ = {0, 0, -1, -1};
  if (!has_frame_) frame_ = scaled_bounds();
  header.rclBounds = {bounds_.left, bounds_.top, bounds_.right, bounds_.bottom};
  header.rclFrame = {frame_.left, frame_.top, frame_.right, frame_.bottom};
  header.nBytes = static_cast<DWORD>(bytes_.size());
  header.nRecords = records_;
  header.nHandles = static_cast<WORD>(std::min<std::size_t>(places_.size() + 1, 0xFFFF));
  header.nPalEntries = entries;
  std::vector<std::uint8_t> file = bytes_.take();
  std::memcpy(file.data(), &header, kHeaderSize);
  return file;
}

void EmfRecorder::simple(DWORD type, std::initializer_list<DWORD> values) {
  Record record(*this, type);
  for (const DWORD value : values) record.put(value);
}

RECT EmfRecorder::grow(RECT device) {
  if (device.left > device.right || device.top > device.bottom || dc_.path_open()) return device;
  if (dc_.state.clip) {
    const RECT clip = dc_.state.clip->bounds();
    const RECT visible{std::max(device.left, clip.left), std::max(device.top, clip.top),
                       std::min(device.right, clip.right - 1),
                       std::min(device.bottom, clip.bottom - 1)};
    if (visible.left > visible.right || visible.top > visible.bottom) return device;
    device = visible;
  }
  bounds_ = any_ ? united(bounds_, device) : device;
  any_ = true;
  return device;
}

RECT EmfRecorder::box_of(std::span<const POINT> points, bool with_pen) {
  if (points.empty()) return {0, 0, -1, -1};
  RECT box{INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN};
  for (const POINT point : points) {
    const POINT at = dc_.state.mapping.to_device(point);
    box = united(box, {at.x, at.y, at.x, at.y});
  }
  if (with_pen && dc_.state.pen->line_style() != PS_NULL) {
    const auto half = static_cast<LONG>(std::min(device_width(dc_, *dc_.state.pen), 1e6) / 2);
    const auto shifted = [](LONG value, LONG by) {
      return static_cast<LONG>(
          std::clamp<std::int64_t>(std::int64_t{value} + by, INT32_MIN, INT32_MAX));
    };
    box = {shifted(box.left, -half), shifted(box.top, -half), shifted(box.right, half),
           shifted(box.bottom, half)};
  }
  return grow(box);
}

RECT EmfRecorder::box_of(const RECT& logical, bool with_pen) {
  const POINT corners[] = {{logical.left, logical.top},
                           {logical.right, logical.top},
                           {logical.right, logical.bottom},
                           {logical.left, logical.bottom}};
  return box_of(corners, with_pen);
}

RECT EmfRecorder::closed(const RECT& logical) const {
  RECT rect{std::min(logical.left, logical.right), std::min(logical.top, logical.bottom),
            std::max(logical.left, logical.right), std::max(logical.top, logical.bottom)};
  if (dc_.state.mapping.graphics_mode != GM_ADVANCED) {
    --rect.right;
    --rect.bottom;
  }
  return rect;
}

void EmfRecorder::put_points(Record& record, std::span<const POINT> points, bool small) {
  for (const POINT point : points) {
    if (small) {
      record.put(static_cast<short>(point.x), static_cast<short>(point.y));
    } else {
      record.put(point);
    }
  }
}

void EmfRecorder::move_to(POINT point) {
  simple(EMR_MOVETOEX, {static_cast<DWORD>(point.x), static_cast<DWORD>(point.y)});
}

void EmfRecorder::line_to(POINT point) {
  const POINT ends[] = {dc_.state.position, point};
  box_of(ends, true);
  simple(EMR_LINETO, {static_cast<DWORD>(point.x), static_cast<DWORD>(point.y)});
}

void EmfRecorder::poly(PolyKind kind, std::span<const POINT> points) {
  const bool continues = kind == PolyKind::kPolylineTo || kind == PolyKind::kBezierTo;
  if (continues) box_of(std::span(&dc_.state.position, 1), true);
  const bool small = are_small(points);
  Record record(*this, poly_type(kind, small));
  record.put(box_of(points, true), static_cast<DWORD>(points.size()));
  put_points(record, points, small);
}

void EmfRecorder::poly_poly(PolyKind kind, std::span<const POINT> points,
                            std::span<const DWORD> counts) {
  const bool small = are_small(points), polygons = kind == PolyKind::kPolygon;
  const DWORD type = polygons ? (small ? EMR_POLYPOLYGON16 : EMR_POLYPOLYGON)
                              : (small ? EMR_POLYPOLYLINE16 : EMR_POLYPOLYLINE);
  Record record(*this, type);
  record.put(box_of(points, true), static_cast<DWORD>(counts.size()),
             static_cast<DWORD>(points.size()));
  for (const DWORD count : counts) record.put(count);
  put_points(record, points, small);
}

void EmfRecorder::poly_draw(std::span<const POINT> points, std::span<const BYTE> types) {
  const bool small = are_small(points);
  Record record(*this, small ? EMR_POLYDRAW16 : EMR_POLYDRAW);
  record.put(box_of(points, true), static_cast<DWORD>(points.size()));
  put_points(record, points, small);
  record.put_bytes(types);
}

void EmfRecorder::shape(const RecordedShape& shape) {
  const RECT rect = closed(shape.rect);
  if (rect.right < rect.left || rect.bottom < rect.top) return;
  box_of(rect, true);
  Record record(*this, shape_type(shape.kind));
  record.put(rect);
  if (shape.kind == ShapeKind::kRoundRect) record.put(shape.corner);
  if (shape.kind >= ShapeKind::kArc) record.put(shape.start, shape.end);
}

void EmfRecorder::angle_arc(POINT center, DWORD radius, FLOAT start, FLOAT sweep) {
  const auto reach = static_cast<LONG>(std::min<DWORD>(radius, 0x3FFFFFFF));
  const auto shifted = [](LONG value, LONG by) {
    return static_cast<LONG>(
        std::clamp<std::int64_t>(std::int64_t{value} + by, INT32_MIN, INT32_MAX));
  };
  box_of(RECT{shifted(center.x, -reach), shifted(center.y, -reach), shifted(center.x, reach),
              shifted(center.y, reach)},
         true);
  Record record(*this, EMR_ANGLEARC);
  record.put(center, radius, start, sweep);
}

void EmfRecorder::set_pixel(POINT point, COLORREF color) {
  box_of(std::span(&point, 1), false);
  Record record(*this, EMR_SETPIXELV);
  record.put(point, color);
}

void EmfRecorder::flood_fill(POINT point, COLORREF color, UINT type) {
  Record record(*this, EMR_EXTFLOODFILL);
  record.put(point, color, DWORD{type});
}

}  // namespace transom::gdi
