// Text and bitmaps.
#include "base/text.h"
#include "gdi32/metafile/recorded_source.h"
#include "gdi32/metafile/wmf_recorder.h"

namespace transom::gdi {

void WmfRecorder::put_dib(Record& record, const PackedDib& dib) {
  record.bytes(dib.info);
  record.bytes(dib.bits);
}

void WmfRecorder::text(const RecordedText& given) {
  if (drawing_is_path()) return;
  const bool has_rect = given.rect != nullptr && (given.options & (ETO_OPAQUE | ETO_CLIPPED)) != 0;
  const std::string bytes = base::to_ansi(std::u16string(given.text));
  const UINT options = given.options & (ETO_OPAQUE | ETO_CLIPPED);
  const POINT at = out(given.position);
  Record record(*this, META_EXTTEXTOUT);
  record.words({at.y, at.x, static_cast<int>(bytes.size()), static_cast<int>(options)});
  if (has_rect) {
    const RECT r = out(*given.rect);
    record.words({r.left, r.top, r.right, r.bottom});
  }
  record.bytes({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  record.align();
  const bool distances = given.own_distances || converts();
  if (!distances || given.distances.size() != bytes.size()) return;
  for (const INT distance : given.distances) record.word(out_width(distance));
}

void WmfRecorder::pattern_blit(const RECT& rect, DWORD rop) {
  const RECT r = out(rect);
  write(META_PATBLT, {LOWORD(rop), HIWORD(rop), r.bottom - r.top, r.right - r.left, r.top, r.left});
}

void WmfRecorder::fill_rect(const RECT& rect, const Brush& brush) {
  select(const_cast<Brush&>(brush));
  pattern_blit(rect, PATCOPY);
  select(*dc_.state.brush);
}

void WmfRecorder::invert_rect(const RECT& rect) {
  pattern_blit(rect, DSTINVERT);
}

void WmfRecorder::blit(const RecordedBlit& given) {
  const RECT target{given.to.x, given.to.y, given.to.x + given.to_size.cx,
                    given.to.y + given.to_size.cy};
  if (given.source == nullptr) return pattern_blit(target, given.rop);
  if (given.kind != BlitKind::kPlain && given.kind != BlitKind::kStretched) return;
  const SourcePart from = source_part(given);
  if (from.empty()) return;
  const RECT r = out(target);
  const bool plain = given.kind == BlitKind::kPlain && !converts();
  Record record(*this, plain ? META_DIBBITBLT : META_DIBSTRETCHBLT);
  record.words({LOWORD(given.rop), HIWORD(given.rop)});
  if (!plain) record.words({from.size.cy, from.size.cx});
  record.words({from.offset.y, from.offset.x, r.bottom - r.top, r.right - r.left, r.top, r.left});
  put_dib(record, pack_dib(*given.source->surface(), from.part, conversion_colors(dc_)));
}

void WmfRecorder::dib(const RecordedDib& given) {
  const RECT r = out(
      RECT{given.to.x, given.to.y, given.to.x + given.to_size.cx, given.to.y + given.to_size.cy});
  const auto usage = static_cast<int>(given.usage);
  if (!given.stretched) {
    Record record(*this, META_SETDIBTODEV);
    record.words({usage, static_cast<int>(given.lines), static_cast<int>(given.start), given.from.y,
                  given.from.x, given.from_size.cy, given.from_size.cx, r.top, r.left});
    return put_dib(record,
                   pack_dib(given.info, given.dib, given.bits, static_cast<int>(given.lines)));
  }
  Record record(*this, META_STRETCHDIB);
  record.words({LOWORD(given.rop), HIWORD(given.rop), usage, given.from_size.cy, given.from_size.cx,
                given.from.y, given.from.x, r.bottom - r.top, r.right - r.left, r.top, r.left});
  put_dib(record, pack_dib(given.info, given.dib, given.bits, given.dib.height));
}

}  // namespace transom::gdi
