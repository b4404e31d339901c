// Lines, shapes, attributes, mapping, clipping. Parameters stand in reverse order.
#include "gdi32/metafile/wmf_player.h"

namespace transom::gdi {
namespace {

using View = WmfRecordView;

bool move_to(WmfStage& stage, const View& r) {
  return MoveToEx(stage.dc, r.word(1), r.word(0), nullptr);
}
bool line_to(WmfStage& stage, const View& r) {
  return LineTo(stage.dc, r.word(1), r.word(0));
}
bool rectangle(WmfStage& stage, const View& r) {
  return Rectangle(stage.dc, r.word(3), r.word(2), r.word(1), r.word(0));
}
bool ellipse(WmfStage& stage, const View& r) {
  return Ellipse(stage.dc, r.word(3), r.word(2), r.word(1), r.word(0));
}
bool round_rect(WmfStage& stage, const View& r) {
  return RoundRect(stage.dc, r.word(5), r.word(4), r.word(3), r.word(2), r.word(1), r.word(0));
}

using ArcFunction = WINBOOL(WINAPI*)(HDC, int, int, int, int, int, int, int, int);
template <ArcFunction kDraw>
bool arc(WmfStage& stage, const View& r) {
  return kDraw(stage.dc, r.word(7), r.word(6), r.word(5), r.word(4), r.word(3), r.word(2),
               r.word(1), r.word(0));
}

template <WINBOOL(WINAPI* kDraw)(HDC, const POINT*, int)>
bool poly(WmfStage& stage, const View& r) {
  const auto points = r.points(1, r.unsigned_word(0));
  return r.ok() && kDraw(stage.dc, points.data(), static_cast<int>(points.size()));
}

bool poly_polygon(WmfStage& stage, const View& r) {
  const UINT figures = r.unsigned_word(0);
  if (figures > r.words()) return false;
  std::vector<INT> counts;
  std::size_t total = 0;
  for (UINT i = 0; i < figures; ++i) {
    counts.push_back(static_cast<INT>(r.unsigned_word(1 + i)));
    total += static_cast<std::size_t>(counts.back());
  }
  const auto points = r.points(1 + figures, total);
  return r.ok() && PolyPolygon(stage.dc, points.data(), counts.data(), static_cast<int>(figures));
}

bool set_pixel(WmfStage& stage, const View& r) {
  SetPixelV(stage.dc, r.word(3), r.word(2), r.dword(0));
  return true;
}
bool flood_fill(WmfStage& stage, const View& r) {
  FloodFill(stage.dc, r.word(3), r.word(2), r.dword(0));
  return true;
}
bool ext_flood_fill(WmfStage& stage, const View& r) {
  ExtFloodFill(stage.dc, r.word(4), r.word(3), r.dword(1), r.unsigned_word(0));
  return true;
}

template <auto kSet>
bool attribute(WmfStage& stage, const View& r) {
  kSet(stage.dc, r.word(0));
  return true;
}
template <auto kSet>
bool wide_attribute(WmfStage& stage, const View& r) {
  kSet(stage.dc, r.dword(0));
  return true;
}
bool text_align(WmfStage& stage, const View& r) {
  SetTextAlign(stage.dc, r.unsigned_word(0));
  return true;
}
bool text_justification(WmfStage& stage, const View& r) {
  SetTextJustification(stage.dc, r.word(1), r.word(0));
  return true;
}

// x and y, and a pointer for what it was.
template <auto kSet>
bool pair(WmfStage& stage, const View& r) {
  kSet(stage.dc, r.word(1), r.word(0), nullptr);
  return true;
}
template <WINBOOL(WINAPI* kScale)(HDC, int, int, int, int, LPSIZE)>
bool scale(WmfStage& stage, const View& r) {
  kScale(stage.dc, r.word(3), r.word(2), r.word(1), r.word(0), nullptr);
  return true;
}

template <int(WINAPI* kClip)(HDC, int, int, int, int)>
bool clip_rect(WmfStage& stage, const View& r) {
  kClip(stage.dc, r.word(3), r.word(2), r.word(1), r.word(0));
  return true;
}
bool offset_clip(WmfStage& stage, const View& r) {
  OffsetClipRgn(stage.dc, r.word(1), r.word(0));
  return true;
}

bool save(WmfStage& stage, const View&) {
  // Hostile files save for ever.
  constexpr int kDeepest = 4096;
  if (stage.depth < kDeepest && SaveDC(stage.dc) != 0) ++stage.depth;
  return true;
}

// States that were saved before the metafile stay.
bool restore(WmfStage& stage, const View& r) {
  int level = r.word(0);
  if (level > 0) level = level - stage.depth - 1;
  if (level >= 0 || level < -stage.depth) return true;
  if (RestoreDC(stage.dc, level)) stage.depth += level;
  return true;
}

constexpr WmfEntry kEntries[] = {
    {META_MOVETO, move_to},
    {META_LINETO, line_to},
    {META_RECTANGLE, rectangle},
    {META_ELLIPSE, ellipse},
    {META_ROUNDRECT, round_rect},
    {META_ARC, arc<Arc>},
    {META_CHORD, arc<Chord>},
    {META_PIE, arc<Pie>},
    {META_POLYGON, poly<Polygon>},
    {META_POLYLINE, poly<Polyline>},
    {META_POLYPOLYGON, poly_polygon},
    {META_SETPIXEL, set_pixel},
    {META_FLOODFILL, flood_fill},
    {META_EXTFLOODFILL, ext_flood_fill},
    {META_SETBKMODE, attribute<SetBkMode>},
    {META_SETMAPMODE, attribute<SetMapMode>},
    {META_SETROP2, attribute<SetROP2>},
    {META_SETPOLYFILLMODE, attribute<SetPolyFillMode>},
    {META_SETSTRETCHBLTMODE, attribute<SetStretchBltMode>},
    {META_SETTEXTCHAREXTRA, attribute<SetTextCharacterExtra>},
    {META_SETTEXTALIGN, text_align},
    {META_SETTEXTCOLOR, wide_attribute<SetTextColor>},
    {META_SETBKCOLOR, wide_attribute<SetBkColor>},
    {META_SETMAPPERFLAGS, wide_attribute<SetMapperFlags>},
    {META_SETTEXTJUSTIFICATION, text_justification},
    {META_SETWINDOWORG, pair<SetWindowOrgEx>},
    {META_SETWINDOWEXT, pair<SetWindowExtEx>},
    {META_SETVIEWPORTORG, pair<SetViewportOrgEx>},
    {META_SETVIEWPORTEXT, pair<SetViewportExtEx>},
    {META_OFFSETWINDOWORG, pair<OffsetWindowOrgEx>},
    {META_OFFSETVIEWPORTORG, pair<OffsetViewportOrgEx>},
    {META_SCALEWINDOWEXT, scale<ScaleWindowExtEx>},
    {META_SCALEVIEWPORTEXT, scale<ScaleViewportExtEx>},
    {META_EXCLUDECLIPRECT, clip_rect<ExcludeClipRect>},
    {META_INTERSECTCLIPRECT, clip_rect<IntersectClipRect>},
    {META_OFFSETCLIPRGN, offset_clip},
    {META_SAVEDC, save},
    {META_RESTOREDC, restore},
};

}  // namespace

std::span<const WmfEntry> wmf_shape_records() {
  return kEntries;
}

}  // namespace transom::gdi
