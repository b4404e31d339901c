// Objects: their places count from 0, stock objects are objects like others.
#include <algorithm>

#include "base/text.h"
#include "gdi32/metafile/wmf_recorder.h"

namespace transom::gdi {

int WmfRecorder::free_place() {
  for (std::size_t i = 0; i < places_.size(); ++i) {
    // The program has deleted the object.
    if (places_[i].object && places_[i].object->handle() == nullptr) {
      drop_place(static_cast<int>(i));
    }
  }
  const auto free = std::ranges::find_if(places_, [](const Place& place) { return !place.taken; });
  if (free != places_.end()) return static_cast<int>(free - places_.begin());
  places_.emplace_back();
  return static_cast<int>(places_.size()) - 1;
}

void WmfRecorder::take_place(int place, Ref<Object> object) {
  places_[static_cast<std::size_t>(place)] = {std::move(object), true};
}

void WmfRecorder::drop_place(int place) {
  places_[static_cast<std::size_t>(place)] = {};
  write(META_DELETEOBJECT, {place});
}

int WmfRecorder::place_of(Object& object) {
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (places_[i].object.get() == &object) return static_cast<int>(i);
  }
  const int place = create(object);
  take_place(place, Ref<Object>(&object));
  return place;
}

int WmfRecorder::create(Object& object) {
  switch (object.type()) {
    case OBJ_PEN:
    case OBJ_EXTPEN:
      return create_pen(static_cast<const Pen&>(object));
    case OBJ_BRUSH:
      return create_brush(static_cast<const Brush&>(object));
    case OBJ_FONT:
      return create_font(static_cast<const Font&>(object));
    default:
      return create_palette(static_cast<const Palette&>(object));
  }
}

int WmfRecorder::create_pen(const Pen& pen) {
  const int place = free_place();
  const COLORREF color = pen.brush.lbColor;
  write(META_CREATEPENINDIRECT,
        {static_cast<int>(pen.style & 0xFFFF), pen.width > 1 ? out_width(pen.width) : pen.width, 0,
         LOWORD(color), HIWORD(color)});
  return place;
}

int WmfRecorder::create_brush(const Brush& brush) {
  const int place = free_place();
  if (!brush.pattern) {
    write(META_CREATEBRUSHINDIRECT, {static_cast<int>(brush.style), LOWORD(brush.color),
                                     HIWORD(brush.color), static_cast<int>(brush.hatch)});
    return place;
  }
  const Surface& surface = *brush.pattern;
  Record record(*this, META_DIBCREATEPATTERNBRUSH);
  record.words({surface.format().monochrome ? BS_PATTERN : BS_DIBPATTERN, DIB_RGB_COLORS});
  put_dib(record, pack_dib(surface, surface.bounds(), {0x000000, 0xFFFFFF}));
  return place;
}

int WmfRecorder::create_font(const Font& font) {
  const int place = free_place();
  const LOGFONTW& given = font.description;
  Record record(*this, META_CREATEFONTINDIRECT);
  record.words({out_height(given.lfHeight), out_width(given.lfWidth), given.lfEscapement,
                given.lfOrientation, given.lfWeight});
  record.bytes({&given.lfItalic, 8});  // up to lfPitchAndFamily
  char face[LF_FACESIZE]{};
  const std::string name = base::to_ansi(base::as_char16(given.lfFaceName));
  std::copy_n(name.data(), std::min<std::size_t>(name.size(), LF_FACESIZE - 1), face);
  record.bytes({reinterpret_cast<const std::uint8_t*>(face), sizeof face});
  return place;
}

int WmfRecorder::create_palette(const Palette& palette) {
  const int place = free_place();
  Record record(*this, META_CREATEPALETTE);
  record.words({0x300, static_cast<int>(palette.entries.size())});
  for (const PALETTEENTRY& entry : palette.entries) {
    record.bytes({reinterpret_cast<const std::uint8_t*>(&entry), sizeof entry});
  }
  return place;
}

// Scan lines, each with its pairs of left and right.
int WmfRecorder::create_region(const Region& region) {
  const int place = free_place();
  const RECT bounds = region.bounds();
  constexpr int kRegionType = 6;
  Record record(*this, META_CREATEREGION);
  std::vector<std::vector<RECT>> bands;
  for (const RECT& rect : region.rects()) {
    if (bands.empty() || bands.back().front().top != rect.top) bands.emplace_back();
    bands.back().push_back(rect);
  }
  std::size_t size = 22, widest = 0;
  for (const auto& band : bands) {
    size += 8 + 4 * band.size();
    widest = std::max(widest, 2 * band.size());
  }
  const POINT a = out_device({bounds.left, bounds.top}),
              b = out_device({bounds.right, bounds.bottom});
  record.words({0, kRegionType, 0, 0, static_cast<int>(size), static_cast<int>(bands.size()),
                static_cast<int>(widest), a.x, a.y, b.x, b.y});
  for (const auto& band : bands) {
    const int count = static_cast<int>(2 * band.size());
    record.words(
        {count, out_device({0, band.front().top}).y, out_device({0, band.front().bottom}).y});
    for (const RECT& rect : band) {
      record.words({out_device({rect.left, 0}).x, out_device({rect.right, 0}).x});
    }
    record.word(count);
  }
  return place;
}

void WmfRecorder::select(Object& object) {
  if (!Pen::is_type(object.type()) && !Brush::is_type(object.type()) &&
      !Font::is_type(object.type())) {
    return;
  }
  const int place = place_of(object);
  write(META_SELECTOBJECT, {place});
}

void WmfRecorder::palette(PaletteCall call, Palette& palette) {
  if (call == PaletteCall::kRealize) return write(META_REALIZEPALETTE, {});
  const int place = place_of(palette);
  write(META_SELECTPALETTE, {place});
}

void WmfRecorder::region(const RecordedRegion& given) {
  int brush = 0;
  if (given.brush != nullptr) brush = place_of(const_cast<Brush&>(*given.brush));
  const int place = create_region(given.region);
  take_place(place, {});
  switch (given.kind) {
    case RegionKind::kFill:
      write(META_FILLREGION, {place, brush});
      break;
    case RegionKind::kFrame:
      write(META_FRAMEREGION,
            {place, brush, out_height(given.frame.cy), out_width(given.frame.cx)});
      break;
    case RegionKind::kInvert:
      write(META_INVERTREGION, {place});
      break;
    case RegionKind::kPaint:
      write(META_PAINTREGION, {place});
      break;
  }
  drop_place(place);
}

// The format can select a region and nothing else.
void WmfRecorder::select_clip(const Region* region, int mode) {
  if (region == nullptr || mode != RGN_COPY) return;
  const int place = create_region(*region);
  take_place(place, {});
  write(META_SELECTCLIPREGION, {place});
  drop_place(place);
}

}  // namespace transom::gdi
