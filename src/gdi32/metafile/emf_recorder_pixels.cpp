// Text, bitmaps, regions, gradients.
#include <algorithm>

#include "gdi32/metafile/emf_recorder.h"
#include "gdi32/metafile/recorded_source.h"
#include "gdi32/raster/rop.h"

namespace transom::gdi {
namespace {

constexpr XFORM kIdentity{1, 0, 0, 1, 0, 0};

RECT rect_of(POINT at, SIZE size) {
  return {at.x, at.y, at.x + size.cx, at.y + size.cy};
}

ConversionColors source_colors(const DeviceContext& dc) {
  return conversion_colors(dc);
}

}  // namespace

// Fills in the four offsets and sizes from `offsets` on, and appends what they tell of.
void EmfRecorder::put_bitmap(Record& record, const PackedDib& dib, std::size_t offsets) {
  record.align();
  record.fill(offsets, record.size());
  record.fill(offsets + 4, static_cast<DWORD>(dib.info.size()));
  record.put_bytes(dib.info);
  record.align();
  record.fill(offsets + 8, record.size());
  record.fill(offsets + 12, static_cast<DWORD>(dib.bits.size()));
  record.put_bytes(dib.bits);
}

void EmfRecorder::region(const RecordedRegion& given) {
  DWORD brush = 0;
  if (given.brush != nullptr) brush = handle_of(*given.brush);
  constexpr DWORD kTypes[] = {EMR_FILLRGN, EMR_FRAMERGN, EMR_INVERTRGN, EMR_PAINTRGN};
  RECT box = given.region.bounds();
  --box.right;
  --box.bottom;
  Record record(*this, kTypes[static_cast<int>(given.kind)]);
  const std::size_t size = sizeof(RGNDATAHEADER) + given.region.rects().size() * sizeof(RECT);
  record.put(given.region.empty() ? RECT{0, 0, -1, -1} : box_of(box, false),
             static_cast<DWORD>(size));
  if (given.brush != nullptr) record.put(brush);
  if (given.kind == RegionKind::kFrame) record.put(given.frame);
  put_region(record, given.region);
}

void EmfRecorder::blit_pattern(const RECT& rect, DWORD rop) {
  Record record(*this, EMR_BITBLT);
  record.put(box_of(RECT{rect.left, rect.top, rect.right - 1, rect.bottom - 1}, false), rect.left,
             rect.top, rect.right - rect.left, rect.bottom - rect.top, rop, LONG{0}, LONG{0},
             kIdentity, COLORREF{0}, DWORD{DIB_RGB_COLORS}, DWORD{0}, DWORD{0}, DWORD{0}, DWORD{0});
}

void EmfRecorder::fill_rect(const RECT& rect, const Brush& brush) {
  select_handle(handle_of(brush));
  blit_pattern(rect, PATCOPY);
  select_handle(handle_of(*dc_.state.brush));
}

void EmfRecorder::invert_rect(const RECT& rect) {
  blit_pattern(rect, DSTINVERT);
}

void EmfRecorder::text(const RecordedText& text) {
  const bool has_rect = text.rect != nullptr && (text.options & (ETO_OPAQUE | ETO_CLIPPED)) != 0;
  RECT box = grow({text.device_box.left, text.device_box.top, text.device_box.right - 1,
                   text.device_box.bottom - 1});
  if (has_rect && (text.options & ETO_OPAQUE) != 0) box = box_of(*text.rect, false);
  Record record(*this, EMR_EXTTEXTOUTW);
  const bool advanced = dc_.state.mapping.graphics_mode == GM_ADVANCED;
  record.put(box, DWORD{advanced ? UINT{GM_ADVANCED} : UINT{GM_COMPATIBLE}},
             advanced ? FLOAT{0} : static_cast<FLOAT>(device_.horizontal_scale()),
             advanced ? FLOAT{0} : static_cast<FLOAT>(device_.vertical_scale()), text.position,
             static_cast<DWORD>(text.text.size()));
  const std::size_t string = record.reserve();
  record.put(DWORD{text.options}, has_rect ? *text.rect : RECT{0, 0, -1, -1});
  const std::size_t distances = record.reserve();
  record.fill(string, record.size());
  for (const char16_t unit : text.text) record.put(unit);
  record.align();
  record.fill(distances, record.size());
  for (const INT distance : text.distances) record.put(distance);
}

void EmfRecorder::blit(const RecordedBlit& blit) {
  if (blit.source == nullptr && blit.mask == nullptr) {
    return blit_pattern(rect_of(blit.to, blit.to_size), blit.rop);
  }
  if (blit.kind == BlitKind::kMasked) return blit_masked(blit);
  if (blit.kind == BlitKind::kParallelogram) return blit_parallelogram(blit);
  const SourcePart from = source_part(blit);
  if (from.empty()) return;
  const SIZE source_size = from.size;
  DWORD type = EMR_STRETCHBLT, operation = blit.rop;
  if (blit.kind == BlitKind::kPlain) type = EMR_BITBLT;
  if (blit.kind == BlitKind::kBlended) {
    type = EMR_ALPHABLEND;
    std::memcpy(&operation, &blit.blend, sizeof operation);
  }
  if (blit.kind == BlitKind::kKeyed) {
    type = EMR_TRANSPARENTBLT;
    operation = blit.key;
  }
  Record record(*this, type);
  record.put(box_of(rect_of(blit.to, {blit.to_size.cx - 1, blit.to_size.cy - 1}), false), blit.to,
             blit.to_size, operation, from.offset, kIdentity, blit.source->state.background_color,
             DWORD{DIB_RGB_COLORS});
  const std::size_t offsets = record.reserve();
  for (int i = 0; i < 3; ++i) record.reserve();
  if (type != EMR_BITBLT) record.put(source_size);
  put_bitmap(record, pack_dib(*blit.source->surface(), from.part, source_colors(dc_)), offsets);
}

void EmfRecorder::blit_masked(const RecordedBlit& blit) {
  SourcePart from;
  if (blit.source != nullptr) from = source_part(blit);
  Record record(*this, EMR_MASKBLT);
  record.put(box_of(rect_of(blit.to, {blit.to_size.cx - 1, blit.to_size.cy - 1}), false), blit.to,
             blit.to_size, blit.rop, from.offset, kIdentity, COLORREF{0xFFFFFF},
             DWORD{DIB_RGB_COLORS});
  const std::size_t source = record.reserve();
  for (int i = 0; i < 3; ++i) record.reserve();
  record.put(blit.mask_origin, DWORD{DIB_RGB_COLORS});
  const std::size_t mask = record.reserve();
  for (int i = 0; i < 3; ++i) record.reserve();
  if (!from.empty()) {
    put_bitmap(record, pack_dib(*blit.source->surface(), from.part, source_colors(dc_)), source);
  }
  put_bitmap(record, pack_dib(*blit.mask, blit.mask->bounds(), {0x000000, 0xFFFFFF}), mask);
}

void EmfRecorder::blit_parallelogram(const RecordedBlit& blit) {
  const SourcePart from = source_part(blit);
  if (from.empty()) return;
  const SIZE source_size = from.size;
  Record record(*this, EMR_PLGBLT);
  record.put(box_of(std::span(blit.corners, 3), false));
  for (int i = 0; i < 3; ++i) record.put(blit.corners[i]);
  record.put(from.offset, source_size, kIdentity, COLORREF{0xFFFFFF}, DWORD{DIB_RGB_COLORS});
  const std::size_t source = record.reserve();
  for (int i = 0; i < 3; ++i) record.reserve();
  record.put(blit.mask_origin, DWORD{DIB_RGB_COLORS});
  const std::size_t mask = record.reserve();
  for (int i = 0; i < 3; ++i) record.reserve();
  put_bitmap(record, pack_dib(*blit.source->surface(), from.part, source_colors(dc_)), source);
  if (blit.mask == nullptr) return;
  put_bitmap(record, pack_dib(*blit.mask, blit.mask->bounds(), {0x000000, 0xFFFFFF}), mask);
}

void EmfRecorder::dib(const RecordedDib& given) {
  const RECT box = box_of(rect_of(given.to, {given.to_size.cx - 1, given.to_size.cy - 1}), false);
  Record record(*this, given.stretched ? EMR_STRETCHDIBITS : EMR_SETDIBITSTODEVICE);
  record.put(box, given.to, given.from, given.from_size);
  const std::size_t offsets = record.reserve();
  for (int i = 0; i < 3; ++i) record.reserve();
  record.put(DWORD{given.usage});
  if (given.stretched) {
    record.put(given.rop, given.to_size);
  } else {
    record.put(DWORD{given.start}, DWORD{given.lines});
  }
  const int lines = given.stretched ? given.dib.height : static_cast<int>(given.lines);
  put_bitmap(record, pack_dib(given.info, given.dib, given.bits, lines), offsets);
}

void EmfRecorder::gradient(std::span<const TRIVERTEX> vertices, std::span<const ULONG> mesh,
                           ULONG mode) {
  std::vector<POINT> points;
  for (const TRIVERTEX& vertex : vertices) points.push_back({vertex.x, vertex.y});
  const std::size_t corners = mode == GRADIENT_FILL_TRIANGLE ? 3 : 2;
  Record record(*this, EMR_GRADIENTFILL);
  record.put(box_of(points, false), static_cast<DWORD>(vertices.size()),
             static_cast<DWORD>(mesh.size() / corners), DWORD{mode});
  for (const TRIVERTEX& vertex : vertices) record.put(vertex);
  for (const ULONG index : mesh) record.put(DWORD{index});
  // "A GradientRect object takes as much room as a triangle": [MS-EMF] pads rectangles.
  if (corners == 2) {
    for (std::size_t i = 0; i < mesh.size() / corners; ++i) record.put(DWORD{0});
  }
}

}  // namespace transom::gdi
