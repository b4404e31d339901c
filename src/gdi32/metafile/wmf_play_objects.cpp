// Pens, brushes, fonts, palettes, regions.
#include <algorithm>

#include "gdi32/metafile/packed_dib.h"
#include "gdi32/metafile/wmf_player.h"
#include "gdi32/region.h"

namespace transom::gdi {
namespace {

using View = WmfRecordView;

bool select_object(WmfStage& stage, const View& r) {
  const HGDIOBJ object = stage.object_at(r.unsigned_word(0));
  if (object == nullptr) return false;
  switch (GetObjectType(object)) {
    case OBJ_PEN:
    case OBJ_EXTPEN:
    case OBJ_BRUSH:
    case OBJ_FONT:
    case OBJ_REGION:
      SelectObject(stage.dc, object);
      return true;
    default:
      return false;
  }
}

bool delete_object_record(WmfStage& stage, const View& r) {
  const UINT place = r.unsigned_word(0);
  if (place >= stage.count) return false;
  if (const HGDIOBJ object = std::exchange(stage.handles->objectHandle[place], nullptr)) {
    DeleteObject(object);
  }
  return true;
}

bool create_pen(WmfStage& stage, const View& r) {
  return stage.keep(
      CreatePen(static_cast<int>(r.unsigned_word(0) & PS_STYLE_MASK), r.word(1), r.dword(3)));
}

// Patterns come in records of their own; here their handles would be addresses.
bool create_brush(WmfStage& stage, const View& r) {
  const LOGBRUSH brush{r.unsigned_word(0), r.dword(1), r.unsigned_word(3)};
  if (brush.lbStyle != BS_SOLID && brush.lbStyle != BS_HATCHED && brush.lbStyle != BS_NULL) {
    // The place is taken all the same: those that follow count on it.
    return stage.keep(CreateSolidBrush(brush.lbColor));
  }
  return stage.keep(CreateBrushIndirect(&brush));
}

bool create_dib_brush(WmfStage& stage, const View& r) {
  const UINT usage = r.unsigned_word(1);
  const auto dib = stored_dib(r.rest(2), {}, usage, 0);
  if (!dib || dib->parsed.is_rle()) return false;
  if (r.unsigned_word(0) != BS_PATTERN || dib->parsed.bits != 1) {
    return stage.keep(CreateDIBPatternBrushPt(dib->info, usage));
  }
  // A monochrome pattern takes the colours of the context.
  const int height = dib->parsed.height;
  const HBITMAP bitmap = CreateBitmap(dib->parsed.width, height, 1, 1, nullptr);
  if (bitmap == nullptr) return false;
  SetDIBits(nullptr, bitmap, 0, static_cast<UINT>(height), dib->bits, dib->info, usage);
  const HBRUSH brush = CreatePatternBrush(bitmap);
  DeleteObject(bitmap);
  return stage.keep(brush);
}

bool create_font(WmfStage& stage, const View& r) {
  LOGFONTA font{};
  font.lfHeight = r.word(0);
  font.lfWidth = r.word(1);
  font.lfEscapement = r.word(2);
  font.lfOrientation = r.word(3);
  font.lfWeight = r.word(4);
  const auto rest = r.rest(5);
  if (!rest.empty()) {
    std::memcpy(&font.lfItalic, rest.data(), std::min<std::size_t>(rest.size(), 8));
  }
  if (rest.size() > 8) {
    std::memcpy(font.lfFaceName, rest.data() + 8,
                std::min<std::size_t>(rest.size() - 8, LF_FACESIZE - 1));
  }
  return stage.keep(CreateFontIndirectA(&font));
}

bool create_palette(WmfStage& stage, const View& r) {
  const auto block = r.part(0, 4 + std::size_t{r.unsigned_word(1)} * sizeof(PALETTEENTRY));
  if (block.empty()) return false;
  return stage.keep(CreatePalette(reinterpret_cast<const LOGPALETTE*>(block.data())));
}

HPALETTE palette_at(const WmfStage& stage, UINT place) {
  const HGDIOBJ palette = stage.object_at(place);
  return palette != nullptr && GetObjectType(palette) == OBJ_PAL ? static_cast<HPALETTE>(palette)
                                                                 : nullptr;
}

bool select_palette(WmfStage& stage, const View& r) {
  const HPALETTE palette = palette_at(stage, r.unsigned_word(0));
  if (palette == nullptr) return false;
  SelectPalette(stage.dc, palette, TRUE);
  return true;
}

bool realize_palette(WmfStage& stage, const View&) {
  RealizePalette(stage.dc);
  return true;
}

HPALETTE selected_palette(const WmfStage& stage) {
  return static_cast<HPALETTE>(GetCurrentObject(stage.dc, OBJ_PAL));
}

template <auto kSet>
bool palette_entries(WmfStage& stage, const View& r) {
  const UINT count = r.unsigned_word(1);
  const auto bytes = r.part(2, std::size_t{count} * sizeof(PALETTEENTRY));
  if (bytes.empty()) return false;
  std::vector<PALETTEENTRY> entries(count);
  std::memcpy(entries.data(), bytes.data(), bytes.size());
  kSet(selected_palette(stage), r.unsigned_word(0), count, entries.data());
  return true;
}

bool resize_palette(WmfStage& stage, const View& r) {
  ResizePalette(selected_palette(stage), r.unsigned_word(0));
  return true;
}

// Scan lines, each with its pairs of left and right.
bool create_region_record(WmfStage& stage, const View& r) {
  constexpr std::size_t kScans = 11;
  const UINT scans = r.unsigned_word(5);
  std::size_t at = kScans;
  std::vector<RECT> rects;
  for (UINT i = 0; i < scans && r.ok(); ++i) {
    const UINT count = r.unsigned_word(at);
    const int top = r.word(at + 1), bottom = r.word(at + 2);
    if (count > r.words()) return false;
    for (UINT pair = 0; pair + 1 < count; pair += 2) {
      const int left = r.word(at + 3 + pair), right = r.word(at + 4 + pair);
      if (left < right && top < bottom) rects.push_back({left, top, right, bottom});
    }
    at += 4 + count;
  }
  return r.ok() && stage.keep(create_region(Region(rects)));
}

HRGN region_at(const WmfStage& stage, UINT place) {
  const HGDIOBJ region = stage.object_at(place);
  return region != nullptr && GetObjectType(region) == OBJ_REGION ? static_cast<HRGN>(region)
                                                                  : nullptr;
}

HBRUSH brush_at(const WmfStage& stage, UINT place) {
  const HGDIOBJ brush = stage.object_at(place);
  return brush != nullptr && GetObjectType(brush) == OBJ_BRUSH ? static_cast<HBRUSH>(brush)
                                                               : nullptr;
}

bool fill_region(WmfStage& stage, const View& r) {
  return FillRgn(stage.dc, region_at(stage, r.unsigned_word(0)),
                 brush_at(stage, r.unsigned_word(1)));
}
bool frame_region(WmfStage& stage, const View& r) {
  return FrameRgn(stage.dc, region_at(stage, r.unsigned_word(0)),
                  brush_at(stage, r.unsigned_word(1)), r.word(3), r.word(2));
}
bool invert_region(WmfStage& stage, const View& r) {
  return InvertRgn(stage.dc, region_at(stage, r.unsigned_word(0)));
}
bool paint_region(WmfStage& stage, const View& r) {
  return PaintRgn(stage.dc, region_at(stage, r.unsigned_word(0)));
}
bool select_clip_region(WmfStage& stage, const View& r) {
  const HRGN region = region_at(stage, r.unsigned_word(0));
  if (region == nullptr) return false;
  SelectClipRgn(stage.dc, region);
  return true;
}

constexpr WmfEntry kEntries[] = {
    {META_SELECTOBJECT, select_object},
    {META_DELETEOBJECT, delete_object_record},
    {META_CREATEPENINDIRECT, create_pen},
    {META_CREATEBRUSHINDIRECT, create_brush},
    {META_DIBCREATEPATTERNBRUSH, create_dib_brush},
    {META_CREATEFONTINDIRECT, create_font},
    {META_CREATEPALETTE, create_palette},
    {META_SELECTPALETTE, select_palette},
    {META_REALIZEPALETTE, realize_palette},
    {META_SETPALENTRIES, palette_entries<SetPaletteEntries>},
    {META_ANIMATEPALETTE, palette_entries<AnimatePalette>},
    {META_RESIZEPALETTE, resize_palette},
    {META_CREATEREGION, create_region_record},
    {META_FILLREGION, fill_region},
    {META_FRAMEREGION, frame_region},
    {META_INVERTREGION, invert_region},
    {META_PAINTREGION, paint_region},
    {META_SELECTCLIPREGION, select_clip_region},
};

}  // namespace

std::span<const WmfEntry> wmf_object_records() {
  return kEntries;
}

}  // namespace transom::gdi
