// Pens, brushes, fonts, palettes: created in the metafile when they are first selected.
#include <algorithm>

#include "gdi32/metafile/emf_recorder.h"

namespace transom::gdi {
namespace {

// 0 for what is no stock object of GetStockObject's.
DWORD stock_handle_of(const Object& object) {
  if (!object.is_stock()) return 0;
  for (int i = 0; i <= DC_PEN; ++i) {
    if (stock_object(i) == object.handle()) return ENHMETA_STOCK_OBJECT | static_cast<DWORD>(i);
  }
  return 0;
}

}  // namespace

// An object that the program has deleted gives its place to another.
DWORD EmfRecorder::place_for(const Object& object) {
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (!places_[i] || places_[i]->handle() != nullptr) continue;
    simple(EMR_DELETEOBJECT, {static_cast<DWORD>(i) + 1});
    places_[i] = {};
  }
  const auto keep = Ref<Object>(const_cast<Object*>(&object));
  const auto free = std::ranges::find_if(places_, [](const Ref<Object>& place) { return !place; });
  if (free != places_.end()) {
    *free = keep;
    return static_cast<DWORD>(free - places_.begin()) + 1;
  }
  places_.push_back(keep);
  return static_cast<DWORD>(places_.size());
}

DWORD EmfRecorder::handle_of(const Object& object) {
  if (const DWORD stock = stock_handle_of(object)) return stock;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (places_[i].get() == &object) return static_cast<DWORD>(i) + 1;
  }
  const DWORD place = place_for(object);
  create(place, object);
  return place;
}

void EmfRecorder::create(DWORD place, const Object& object) {
  switch (object.type()) {
    case OBJ_PEN:
    case OBJ_EXTPEN:
      return create_pen(place, static_cast<const Pen&>(object));
    case OBJ_BRUSH:
      return create_brush(place, static_cast<const Brush&>(object));
    case OBJ_FONT:
      return create_font(place, static_cast<const Font&>(object));
    default:
      return create_palette(place, static_cast<const Palette&>(object));
  }
}

void EmfRecorder::create_pen(DWORD place, const Pen& pen) {
  if (pen.type() == OBJ_PEN) {
    return simple(EMR_CREATEPEN,
                  {place, pen.style, static_cast<DWORD>(pen.width), 0, pen.brush.lbColor});
  }
  Record record(*this, EMR_EXTCREATEPEN);
  record.put(place);
  const std::size_t offsets = record.reserve();
  for (int i = 0; i < 3; ++i) record.reserve();
  const bool hatched = pen.brush.lbStyle == BS_HATCHED;
  record.put(pen.style, static_cast<DWORD>(pen.width), DWORD{pen.brush.lbStyle},
             DWORD{pen.brush.lbColor}, hatched ? static_cast<DWORD>(pen.brush.lbHatch) : DWORD{0},
             static_cast<DWORD>(pen.dashes.size()));
  for (const DWORD dash : pen.dashes) record.put(dash);
  const auto* pattern = static_cast<const Brush*>(pen.pattern.get());
  if (pattern == nullptr || !pattern->pattern) return;
  const Surface& surface = *pattern->pattern;
  put_bitmap(record, pack_dib(surface, surface.bounds(), conversion_colors(dc_)), offsets);
}

void EmfRecorder::create_brush(DWORD place, const Brush& brush) {
  if (!brush.pattern) {
    return simple(EMR_CREATEBRUSHINDIRECT,
                  {place, brush.style, brush.color, static_cast<DWORD>(brush.hatch)});
  }
  const Surface& surface = *brush.pattern;
  Record record(*this,
                surface.format().monochrome ? EMR_CREATEMONOBRUSH : EMR_CREATEDIBPATTERNBRUSHPT);
  record.put(place, DWORD{DIB_RGB_COLORS});
  const std::size_t offsets = record.reserve();
  for (int i = 0; i < 3; ++i) record.reserve();
  // A monochrome pattern takes the colours of the context that it is played in.
  put_bitmap(record, pack_dib(surface, surface.bounds(), {0x000000, 0xFFFFFF}), offsets);
}

void EmfRecorder::create_font(DWORD place, const Font& font) {
  constexpr std::size_t kDescriptionSize = 320;  // EXTLOGFONTW
  Record record(*this, EMR_EXTCREATEFONTINDIRECTW);
  std::uint8_t description[kDescriptionSize]{};
  std::memcpy(description, &font.description, sizeof font.description);
  record.put(place);
  record.put_bytes(description);
}

void EmfRecorder::create_palette(DWORD place, const Palette& palette) {
  Record record(*this, EMR_CREATEPALETTE);
  record.put(place, WORD{0x300}, static_cast<WORD>(palette.entries.size()));
  for (const PALETTEENTRY& entry : palette.entries) record.put(entry);
  palette_entries_.insert(palette_entries_.end(), palette.entries.begin(), palette.entries.end());
}

void EmfRecorder::select(Object& object) {
  if (Pen::is_type(object.type()) || Brush::is_type(object.type()) ||
      Font::is_type(object.type())) {
    select_handle(handle_of(object));
  }
}

void EmfRecorder::palette(PaletteCall call, Palette& palette) {
  if (call == PaletteCall::kSelect) {
    simple(EMR_SELECTPALETTE, {handle_of(palette)});
  } else {
    simple(EMR_REALIZEPALETTE, {});
  }
}

}  // namespace transom::gdi
