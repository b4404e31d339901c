// Pens, brushes, fonts, palettes.
#include <algorithm>

#include "gdi32/metafile/emf_player.h"

namespace transom::gdi {
namespace {

using View = EmfRecordView;

constexpr std::size_t kBody = sizeof(EMR);

bool select_object(EmfPlayer& player, const View& record) {
  const HGDIOBJ object = player.object_at(record.at<DWORD>(kBody));
  if (object == nullptr) return false;
  const DWORD type = GetObjectType(object);
  if (type == OBJ_PAL) {
    SelectPalette(player.dc(), static_cast<HPALETTE>(object), TRUE);
  } else if (type == OBJ_PEN || type == OBJ_EXTPEN || type == OBJ_BRUSH || type == OBJ_FONT) {
    SelectObject(player.dc(), object);
  }
  return true;
}

bool delete_object_record(EmfPlayer& player, const View& record) {
  player.delete_object_at(record.at<DWORD>(kBody));
  return true;
}

bool create_pen(EmfPlayer& player, const View& record) {
  const DWORD style = record.at<DWORD>(12);
  const HPEN pen =
      CreatePen(static_cast<int>(style & INT_MAX), record.number(16), record.at<COLORREF>(24));
  return player.keep_object(record.at<DWORD>(kBody), pen);
}

// A bitmap of a brush as one block: header, colours and bits.
std::vector<std::uint8_t> packed_block(const StoredDib& dib) {
  const auto* header = reinterpret_cast<const std::uint8_t*>(dib.info);
  std::vector<std::uint8_t> block(header, header + dib.parsed.color_bytes);
  block.insert(block.end(), dib.bits, dib.bits + dib.parsed.image_size);
  return block;
}

bool create_ext_pen(EmfPlayer& player, const View& record) {
  const DWORD style = record.at<DWORD>(28);
  const DWORD count = record.at<DWORD>(48);
  LOGBRUSH brush{record.at<DWORD>(36), record.at<COLORREF>(40), record.at<DWORD>(44)};
  const auto dashes = record.array<DWORD>(52, count);
  std::vector<std::uint8_t> block;
  if (brush.lbStyle == BS_DIBPATTERNPT || brush.lbStyle == BS_PATTERN) {
    const auto dib = emf_dib(record, 12, DIB_RGB_COLORS);
    if (!dib) return false;
    block = packed_block(*dib);
    brush = {BS_DIBPATTERNPT, DIB_RGB_COLORS, reinterpret_cast<ULONG_PTR>(block.data())};
  }
  if (!record.ok()) return false;
  const bool user_style = (style & PS_STYLE_MASK) == PS_USERSTYLE;
  const HPEN pen = ExtCreatePen(style, record.at<DWORD>(32), &brush, user_style ? count : 0,
                                user_style ? dashes.data() : nullptr);
  return player.keep_object(record.at<DWORD>(kBody), pen);
}

bool create_brush(EmfPlayer& player, const View& record) {
  const LOGBRUSH brush{record.at<DWORD>(12), record.at<COLORREF>(16), record.at<DWORD>(20)};
  // Patterns come in records of their own; here their handles would be addresses.
  if (brush.lbStyle != BS_SOLID && brush.lbStyle != BS_HATCHED && brush.lbStyle != BS_NULL) {
    return false;
  }
  return player.keep_object(record.at<DWORD>(kBody), CreateBrushIndirect(&brush));
}

bool create_dib_brush(EmfPlayer& player, const View& record) {
  const DWORD usage = record.at<DWORD>(12);
  const auto dib = emf_dib(record, 16, usage);
  if (!dib) return false;
  return player.keep_object(record.at<DWORD>(kBody),
                            CreateDIBPatternBrushPt(packed_block(*dib).data(), usage));
}

// Two colours: those of the context that it is used in.
bool create_mono_brush(EmfPlayer& player, const View& record) {
  const auto dib = emf_dib(record, 16, DIB_RGB_COLORS);
  if (!dib) return false;
  const HBITMAP bitmap = CreateBitmap(dib->parsed.width, dib->parsed.height, 1, 1, nullptr);
  if (bitmap == nullptr) return false;
  SetDIBits(nullptr, bitmap, 0, static_cast<UINT>(dib->parsed.height), dib->bits, dib->info,
            DIB_RGB_COLORS);
  const HBRUSH brush = CreatePatternBrush(bitmap);
  DeleteObject(bitmap);
  return player.keep_object(record.at<DWORD>(kBody), brush);
}

bool create_font(EmfPlayer& player, const View& record) {
  LOGFONTW font = record.at<LOGFONTW>(12);
  if (!record.ok()) return false;
  font.lfFaceName[LF_FACESIZE - 1] = 0;
  return player.keep_object(record.at<DWORD>(kBody), CreateFontIndirectW(&font));
}

bool create_palette(EmfPlayer& player, const View& record) {
  const WORD count = record.at<WORD>(14);
  const auto block = record.part(12, 4 + std::size_t{count} * sizeof(PALETTEENTRY));
  if (block.empty()) return false;
  return player.keep_object(record.at<DWORD>(kBody),
                            CreatePalette(reinterpret_cast<const LOGPALETTE*>(block.data())));
}

bool select_palette(EmfPlayer& player, const View& record) {
  const HGDIOBJ palette = player.object_at(record.at<DWORD>(kBody));
  if (GetObjectType(palette) != OBJ_PAL) return false;
  SelectPalette(player.dc(), static_cast<HPALETTE>(palette), TRUE);
  return true;
}

HPALETTE palette_at(EmfPlayer& player, DWORD place) {
  const HGDIOBJ palette = player.is_place(place) ? player.object_at(place) : nullptr;
  return palette != nullptr && GetObjectType(palette) == OBJ_PAL ? static_cast<HPALETTE>(palette)
                                                                 : nullptr;
}

bool set_palette_entries(EmfPlayer& player, const View& record) {
  const HPALETTE palette = palette_at(player, record.at<DWORD>(kBody));
  const auto entries = record.array<PALETTEENTRY>(20, record.at<DWORD>(16));
  if (palette == nullptr || entries.empty()) return false;
  SetPaletteEntries(palette, record.at<DWORD>(12), static_cast<UINT>(entries.size()),
                    entries.data());
  return true;
}

bool resize_palette(EmfPlayer& player, const View& record) {
  const HPALETTE palette = palette_at(player, record.at<DWORD>(kBody));
  if (palette == nullptr) return false;
  ResizePalette(palette, record.at<DWORD>(12));
  return true;
}

bool realize_palette(EmfPlayer& player, const View&) {
  RealizePalette(player.dc());
  return true;
}

constexpr EmfEntry kEntries[] = {
    {EMR_SELECTOBJECT, select_object},
    {EMR_DELETEOBJECT, delete_object_record},
    {EMR_CREATEPEN, create_pen},
    {EMR_EXTCREATEPEN, create_ext_pen},
    {EMR_CREATEBRUSHINDIRECT, create_brush},
    {EMR_CREATEDIBPATTERNBRUSHPT, create_dib_brush},
    {EMR_CREATEMONOBRUSH, create_mono_brush},
    {EMR_EXTCREATEFONTINDIRECTW, create_font},
    {EMR_CREATEPALETTE, create_palette},
    {EMR_SELECTPALETTE, select_palette},
    {EMR_SETPALETTEENTRIES, set_palette_entries},
    {EMR_RESIZEPALETTE, resize_palette},
    {EMR_REALIZEPALETTE, realize_palette},
};

}  // namespace

std::span<const EmfEntry> emf_object_records() {
  return kEntries;
}

}  // namespace transom::gdi
