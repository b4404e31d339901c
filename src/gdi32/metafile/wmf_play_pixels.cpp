// Text and bitmaps.
#include "gdi32/metafile/packed_dib.h"
#include "gdi32/metafile/wmf_player.h"
#include "gdi32/raster/rop.h"

namespace transom::gdi {
namespace {

using View = WmfRecordView;

bool text_out(WmfStage& stage, const View& r) {
  const UINT count = r.unsigned_word(0);
  const auto text = r.part(1, count);
  const std::size_t after = 1 + (count + 1) / 2;
  const int y = r.word(after), x = r.word(after + 1);
  return r.ok() &&
         TextOutA(stage.dc, x, y, reinterpret_cast<LPCSTR>(text.data()), static_cast<int>(count));
}

bool ext_text_out(WmfStage& stage, const View& r) {
  const UINT count = r.unsigned_word(2), options = r.unsigned_word(3);
  const bool has_rect = (options & (ETO_OPAQUE | ETO_CLIPPED)) != 0;
  std::size_t at = 4;
  RECT rect{};
  if (has_rect) {
    rect = {r.word(4), r.word(5), r.word(6), r.word(7)};
    at += 4;
  }
  const auto text = r.part(at, count);
  if (!r.ok()) return false;
  at += (count + 1) / 2;
  std::vector<INT> distances;
  if (count > 0 && r.words() >= at + count) {
    for (UINT i = 0; i < count; ++i) distances.push_back(r.word(at + i));
  }
  return ExtTextOutA(stage.dc, r.word(1), r.word(0), options & (ETO_OPAQUE | ETO_CLIPPED),
                     has_rect ? &rect : nullptr, reinterpret_cast<LPCSTR>(text.data()), count,
                     distances.empty() ? nullptr : distances.data());
}

bool pat_blt(WmfStage& stage, const View& r) {
  PatBlt(stage.dc, r.word(5), r.word(4), r.word(3), r.word(2), r.dword(0));
  return true;
}

// A DIB from a parameter on; `lines`: so many rows are there, 0: all.
std::optional<StoredDib> dib_at(const View& r, std::size_t index, UINT usage, UINT lines = 0) {
  return stored_dib(r.rest(index), {}, usage, lines);
}

// Without a source the record is one word longer than its parameters say.
bool dib_bit_blt(WmfStage& stage, const View& r) {
  const DWORD rop = r.dword(0);
  if (r.words() == 9 && !rop3_uses_source(rop3_index(rop))) {
    PatBlt(stage.dc, r.word(8), r.word(7), r.word(6), r.word(5), rop);
    return true;
  }
  const auto dib = dib_at(r, 8, DIB_RGB_COLORS);
  if (!dib) return false;
  const int height = r.word(4), width = r.word(5);
  StretchDIBits(stage.dc, r.word(7), r.word(6), width, height, r.word(3),
                dib->from_below(r.word(2), height), width, height, dib->bits, dib->info,
                DIB_RGB_COLORS, rop);
  return true;
}

bool dib_stretch_blt(WmfStage& stage, const View& r) {
  const auto dib = dib_at(r, 10, DIB_RGB_COLORS);
  if (!dib) return false;
  const int from_height = r.word(2), from_width = r.word(3);
  StretchDIBits(stage.dc, r.word(9), r.word(8), r.word(7), r.word(6), r.word(5),
                dib->from_below(r.word(4), from_height), from_width, from_height, dib->bits,
                dib->info, DIB_RGB_COLORS, r.dword(0));
  return true;
}

bool stretch_dib(WmfStage& stage, const View& r) {
  const UINT usage = r.unsigned_word(2);
  const auto dib = dib_at(r, 11, usage);
  const DWORD rop = r.dword(0);
  if (!r.ok() || (!dib && rop3_uses_source(rop3_index(rop)))) return false;
  StretchDIBits(stage.dc, r.word(10), r.word(9), r.word(8), r.word(7), r.word(6), r.word(5),
                r.word(4), r.word(3), dib ? dib->bits : nullptr, dib ? dib->info : nullptr, usage,
                rop);
  return true;
}

bool set_dib(WmfStage& stage, const View& r) {
  const UINT usage = r.unsigned_word(0), lines = r.unsigned_word(1);
  if (lines == 0) return true;
  const auto dib = dib_at(r, 9, usage, lines);
  if (!dib) return false;
  SetDIBitsToDevice(stage.dc, r.word(8), r.word(7), r.unsigned_word(6), r.unsigned_word(5),
                    r.word(4), r.word(3), r.unsigned_word(2), lines, dib->bits, dib->info, usage);
  return true;
}

bool escape(WmfStage& stage, const View& r) {
  const UINT size = r.unsigned_word(1);
  const auto bytes = r.part(2, size);
  // What the escapes of old printers would do is unknown; comments go on into a metafile.
  if (!bytes.empty() && r.unsigned_word(0) == MFCOMMENT) {
    Escape(stage.dc, MFCOMMENT, static_cast<int>(size), reinterpret_cast<LPCSTR>(bytes.data()),
           nullptr);
  }
  return true;
}

constexpr WmfEntry kEntries[] = {
    {META_TEXTOUT, text_out},
    {META_EXTTEXTOUT, ext_text_out},
    {META_PATBLT, pat_blt},
    {META_DIBBITBLT, dib_bit_blt},
    {META_DIBSTRETCHBLT, dib_stretch_blt},
    {META_STRETCHDIB, stretch_dib},
    {META_SETDIBTODEV, set_dib},
    {META_ESCAPE, escape},
};

}  // namespace

std::span<const WmfEntry> wmf_pixel_records() {
  return kEntries;
}

}  // namespace transom::gdi
