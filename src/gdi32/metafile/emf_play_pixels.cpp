// Text, bitmaps, regions, gradients.
#include <string>

#include "base/text.h"
#include "gdi32/device_context.h"
#include "gdi32/metafile/emf_player.h"
#include "gdi32/raster/rop.h"

namespace transom::gdi {
namespace {

using View = EmfRecordView;

constexpr std::size_t kGraphicsMode = 24;  // where records of text have it

// A memory context with a record's bitmap in it, while it lives.
class SourceDc {
 public:
  SourceDc(const StoredDib& dib, UINT usage) : dc_(CreateCompatibleDC(nullptr)) {
    if (dib.parsed.is_rle()) return;
    void* memory = nullptr;
    bitmap_ = CreateDIBSection(dc_, dib.info, usage, &memory, nullptr, 0);
    if (bitmap_ == nullptr) return;
    std::memcpy(memory, dib.bits, dib.parsed.image_size);
    old_ = SelectObject(dc_, bitmap_);
  }
  ~SourceDc() {
    if (old_ != nullptr) SelectObject(dc_, old_);
    if (bitmap_ != nullptr) DeleteObject(bitmap_);
    DeleteDC(dc_);
  }
  SourceDc(const SourceDc&) = delete;
  SourceDc& operator=(const SourceDc&) = delete;
  explicit operator bool() const { return old_ != nullptr; }
  HDC dc() const { return dc_; }

 private:
  HDC dc_;
  HBITMAP bitmap_ = nullptr;
  HGDIOBJ old_ = nullptr;
};

HBITMAP mask_of(const StoredDib& dib) {
  const HBITMAP mask = CreateBitmap(dib.parsed.width, dib.parsed.height, 1, 1, nullptr);
  if (mask != nullptr) {
    SetDIBits(nullptr, mask, 0, static_cast<UINT>(dib.parsed.height), dib.bits, dib.info,
              DIB_RGB_COLORS);
  }
  return mask;
}

// Text of compatible contexts stands upright even where y grows upwards; placing the picture has
// made the context an advanced one, whose text follows the axes.
class TextOrientation {
 public:
  TextOrientation(EmfPlayer& player, DWORD recorded_mode) : dc_(find_dc(player.dc())) {
    if (!dc_ || recorded_mode != GM_COMPATIBLE) return;
    Mapping& mapping = dc_->state.mapping;
    if (mapping.m11 < 0 || mapping.m22 < 0) mapping.graphics_mode = GM_COMPATIBLE;
  }
  ~TextOrientation() {
    if (dc_) dc_->state.mapping.graphics_mode = mode_;
  }
  TextOrientation(const TextOrientation&) = delete;
  TextOrientation& operator=(const TextOrientation&) = delete;

 private:
  DcRef dc_;
  const int mode_ = dc_ ? dc_->state.mapping.graphics_mode : GM_COMPATIBLE;
};

// EMRTEXT at `at`; offsets count from the record's beginning.
bool draw_text(EmfPlayer& player, const View& record, std::size_t at, bool wide) {
  const POINT position{record.number(at), record.number(at + 4)};
  const DWORD count = record.at<DWORD>(at + 8);
  const UINT options = record.at<DWORD>(at + 16);
  const RECT rect = record.at<RECT>(at + 20);
  const DWORD distances_at = record.at<DWORD>(at + 36);
  const auto bytes = record.part(record.at<DWORD>(at + 12), std::size_t{count} * (wide ? 2 : 1));
  const std::size_t step = (options & ETO_PDY) != 0 ? 2 : 1;
  std::vector<INT> distances;
  if (distances_at != 0) distances = record.array<INT>(distances_at, count * step);
  if (!record.ok()) return false;
  const INT* dx = distances.empty() ? nullptr : distances.data();
  const bool has_rect = (options & (ETO_OPAQUE | ETO_CLIPPED)) != 0;
  const RECT* box = has_rect ? &rect : nullptr;
  const TextOrientation orientation(player, record.at<DWORD>(kGraphicsMode));
  if (!wide) {
    return ExtTextOutA(player.dc(), position.x, position.y, options, box,
                       reinterpret_cast<LPCSTR>(bytes.data()), count, dx);
  }
  std::u16string text(count, u'\0');
  if (count > 0) std::memcpy(text.data(), bytes.data(), bytes.size());
  return ExtTextOutW(player.dc(), position.x, position.y, options, box, base::as_wchar(text), count,
                     dx);
}

bool text_wide(EmfPlayer& player, const View& record) {
  return draw_text(player, record, 36, true);
}
bool text_ansi(EmfPlayer& player, const View& record) {
  return draw_text(player, record, 36, false);
}

template <bool kWide>
bool poly_text(EmfPlayer& player, const View& record) {
  constexpr std::size_t kEntry = 40;
  const DWORD count = record.at<DWORD>(36);
  if (count > record.size() / kEntry) return false;
  for (DWORD i = 0; i < count; ++i) {
    if (!draw_text(player, record, 40 + i * kEntry, kWide)) return false;
  }
  return true;
}

// A shorter form of text without distances.
bool small_text(EmfPlayer& player, const View& record) {
  constexpr UINT kNoRect = 0x100, kSmallChars = 0x200;
  const DWORD count = record.at<DWORD>(16);
  const UINT options = record.at<DWORD>(20);
  const bool has_rect = (options & kNoRect) == 0;
  const RECT rect = has_rect ? record.at<RECT>(36) : RECT{};
  const bool narrow = (options & kSmallChars) != 0;
  const auto bytes = record.part(has_rect ? 52 : 36, std::size_t{count} * (narrow ? 1 : 2));
  if (!record.ok()) return false;
  std::u16string text;
  for (DWORD i = 0; i < count; ++i) {
    text += narrow ? static_cast<char16_t>(bytes[i])
                   : static_cast<char16_t>(bytes[2 * i] | bytes[2 * i + 1] << 8);
  }
  const TextOrientation orientation(player, record.at<DWORD>(kGraphicsMode));
  return ExtTextOutW(player.dc(), record.number(8), record.number(12),
                     options & ~(kNoRect | kSmallChars), has_rect ? &rect : nullptr,
                     base::as_wchar(text), count, nullptr);
}

// BITBLT and STRETCHBLT.
bool transfer(EmfPlayer& player, const View& record, bool stretched) {
  const int x = record.number(24), y = record.number(28);
  const int width = record.number(32), height = record.number(36);
  const DWORD rop = record.at<DWORD>(40);
  if (!record.ok()) return false;
  if (!rop3_uses_source(rop3_index(rop))) return PatBlt(player.dc(), x, y, width, height, rop);
  const UINT usage = record.at<DWORD>(80);
  const auto dib = emf_dib(record, 84, usage);
  if (!dib) return false;
  const int from_x = record.number(44), from_y = record.number(48);
  const int from_width = stretched ? record.number(100) : width;
  const int from_height = stretched ? record.number(104) : height;
  StretchDIBits(player.dc(), x, y, width, height, from_x, dib->from_below(from_y, from_height),
                from_width, from_height, dib->bits, dib->info, usage, rop);
  return true;
}

bool bit_blt(EmfPlayer& player, const View& record) {
  return transfer(player, record, false);
}
bool stretch_blt(EmfPlayer& player, const View& record) {
  return transfer(player, record, true);
}

bool mask_blt(EmfPlayer& player, const View& record) {
  const auto dib = emf_dib(record, 84, record.at<DWORD>(80));
  const auto mask_dib = emf_dib(record, 112, DIB_RGB_COLORS);
  if (!mask_dib) return false;
  const SourceDc source(dib ? *dib : *mask_dib, DIB_RGB_COLORS);
  const HBITMAP mask = mask_of(*mask_dib);
  if (!source || mask == nullptr) return false;
  MaskBlt(player.dc(), record.number(24), record.number(28), record.number(32), record.number(36),
          source.dc(), record.number(44), record.number(48), mask, record.number(100),
          record.number(104), record.at<DWORD>(40));
  DeleteObject(mask);
  return true;
}

bool plg_blt(EmfPlayer& player, const View& record) {
  const auto corners = record.points(24, 3, false);
  const UINT usage = record.at<DWORD>(92);
  const auto dib = emf_dib(record, 96, usage);
  if (!dib || !record.ok()) return false;
  const SourceDc source(*dib, usage);
  if (!source) return false;
  HBITMAP mask = nullptr;
  if (record.at<DWORD>(128) != 0) {
    if (const auto mask_dib = emf_dib(record, 124, DIB_RGB_COLORS)) mask = mask_of(*mask_dib);
  }
  PlgBlt(player.dc(), corners.data(), source.dc(), record.number(48), record.number(52),
         record.number(56), record.number(60), mask, record.number(112), record.number(116));
  if (mask != nullptr) DeleteObject(mask);
  return true;
}

template <class Draw>
bool with_source(const View& record, Draw&& draw) {
  const UINT usage = record.at<DWORD>(80);
  const auto dib = emf_dib(record, 84, usage);
  if (!dib || !record.ok()) return false;
  const SourceDc source(*dib, usage);
  if (source) draw(source.dc());
  return static_cast<bool>(source);
}

bool alpha_blend(EmfPlayer& player, const View& record) {
  return with_source(record, [&](HDC source) {
    GdiAlphaBlend(player.dc(), record.number(24), record.number(28), record.number(32),
                  record.number(36), source, record.number(44), record.number(48),
                  record.number(100), record.number(104), record.at<BLENDFUNCTION>(40));
  });
}

bool transparent_blt(EmfPlayer& player, const View& record) {
  return with_source(record, [&](HDC source) {
    GdiTransparentBlt(player.dc(), record.number(24), record.number(28), record.number(32),
                      record.number(36), source, record.number(44), record.number(48),
                      record.number(100), record.number(104), record.at<DWORD>(40));
  });
}

bool stretch_dib(EmfPlayer& player, const View& record) {
  const UINT usage = record.at<DWORD>(64);
  const auto dib = emf_dib(record, 48, usage);
  const DWORD rop = record.at<DWORD>(68);
  if (!record.ok() || (!dib && rop3_uses_source(rop3_index(rop)))) return false;
  StretchDIBits(player.dc(), record.number(24), record.number(28), record.number(72),
                record.number(76), record.number(32), record.number(36), record.number(40),
                record.number(44), dib ? dib->bits : nullptr, dib ? dib->info : nullptr, usage,
                rop);
  return true;
}

bool set_dib(EmfPlayer& player, const View& record) {
  const UINT usage = record.at<DWORD>(64), start = record.at<DWORD>(68);
  const UINT lines = record.at<DWORD>(72);
  if (lines == 0) return true;
  const auto dib = emf_dib(record, 48, usage, lines);
  if (!dib || !record.ok()) return false;
  SetDIBitsToDevice(player.dc(), record.number(24), record.number(28), record.at<DWORD>(40),
                    record.at<DWORD>(44), record.number(32), record.number(36), start, lines,
                    dib->bits, dib->info, usage);
  return true;
}

template <WINBOOL(WINAPI* kPaint)(HDC, HRGN)>
bool paint_region(EmfPlayer& player, const View& record) {
  const HRGN region = emf_region(record, 28, record.at<DWORD>(24), nullptr);
  if (region == nullptr) return false;
  kPaint(player.dc(), region);
  DeleteObject(region);
  return true;
}

bool fill_region(EmfPlayer& player, const View& record) {
  const HRGN region = emf_region(record, 32, record.at<DWORD>(24), nullptr);
  if (region == nullptr) return false;
  FillRgn(player.dc(), region, static_cast<HBRUSH>(player.object_at(record.at<DWORD>(28))));
  DeleteObject(region);
  return true;
}

bool frame_region(EmfPlayer& player, const View& record) {
  const HRGN region = emf_region(record, 40, record.at<DWORD>(24), nullptr);
  if (region == nullptr) return false;
  FrameRgn(player.dc(), region, static_cast<HBRUSH>(player.object_at(record.at<DWORD>(28))),
           record.number(32), record.number(36));
  DeleteObject(region);
  return true;
}

bool gradient(EmfPlayer& player, const View& record) {
  const DWORD count = record.at<DWORD>(24), shapes = record.at<DWORD>(28);
  const DWORD mode = record.at<DWORD>(32);
  if (mode > GRADIENT_FILL_TRIANGLE) return false;
  auto vertices = record.array<TRIVERTEX>(36, count);
  const std::size_t corners = mode == GRADIENT_FILL_TRIANGLE ? 3 : 2;
  auto mesh = record.array<ULONG>(36 + std::size_t{count} * sizeof(TRIVERTEX), shapes * corners);
  if (!record.ok() || vertices.empty() || mesh.empty()) return false;
  GdiGradientFill(player.dc(), vertices.data(), count, mesh.data(), shapes, mode);
  return true;
}

bool comment(EmfPlayer& player, const View& record) {
  const auto bytes = record.part(12, record.at<DWORD>(8));
  if (!bytes.empty()) GdiComment(player.dc(), static_cast<UINT>(bytes.size()), bytes.data());
  return true;
}

constexpr DWORD kSmallTextOut = 108;

constexpr EmfEntry kEntries[] = {
    {EMR_EXTTEXTOUTW, text_wide},
    {EMR_EXTTEXTOUTA, text_ansi},
    {EMR_POLYTEXTOUTW, poly_text<true>},
    {EMR_POLYTEXTOUTA, poly_text<false>},
    {kSmallTextOut, small_text},
    {EMR_BITBLT, bit_blt},
    {EMR_STRETCHBLT, stretch_blt},
    {EMR_MASKBLT, mask_blt},
    {EMR_PLGBLT, plg_blt},
    {EMR_ALPHABLEND, alpha_blend},
    {EMR_TRANSPARENTBLT, transparent_blt},
    {EMR_STRETCHDIBITS, stretch_dib},
    {EMR_SETDIBITSTODEVICE, set_dib},
    {EMR_FILLRGN, fill_region},
    {EMR_FRAMERGN, frame_region},
    {EMR_INVERTRGN, paint_region<InvertRgn>},
    {EMR_PAINTRGN, paint_region<PaintRgn>},
    {EMR_GRADIENTFILL, gradient},
    {EMR_GDICOMMENT, comment},
};

}  // namespace

std::span<const EmfEntry> emf_pixel_records() {
  return kEntries;
}

}  // namespace transom::gdi
