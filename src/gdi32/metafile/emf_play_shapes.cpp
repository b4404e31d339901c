// Lines, shapes, paths.
#include "gdi32/metafile/emf_player.h"

namespace transom::gdi {
namespace {

using View = EmfRecordView;

constexpr std::size_t kBody = sizeof(EMR);

POINT point_at(const View& record, std::size_t offset) {
  return {record.number(offset), record.number(offset + 4)};
}

bool move_to(EmfPlayer& player, const View& record) {
  const POINT to = point_at(record, kBody);
  return MoveToEx(player.dc(), to.x, to.y, nullptr);
}

bool line_to(EmfPlayer& player, const View& record) {
  const POINT to = point_at(record, kBody);
  return LineTo(player.dc(), to.x, to.y);
}

// Bounds, a count, points.
template <bool kSmall, class Draw>
bool poly(const View& record, Draw&& draw) {
  const auto points = record.points(28, record.at<DWORD>(24), kSmall);
  return record.ok() && draw(points.data(), static_cast<DWORD>(points.size()));
}

template <bool kSmall>
bool polyline(EmfPlayer& player, const View& record) {
  return poly<kSmall>(record, [&](const POINT* points, DWORD count) {
    return Polyline(player.dc(), points, static_cast<int>(count));
  });
}
template <bool kSmall>
bool polyline_to(EmfPlayer& player, const View& record) {
  return poly<kSmall>(record, [&](const POINT* points, DWORD count) {
    return PolylineTo(player.dc(), points, count);
  });
}
template <bool kSmall>
bool polygon(EmfPlayer& player, const View& record) {
  return poly<kSmall>(record, [&](const POINT* points, DWORD count) {
    return Polygon(player.dc(), points, static_cast<int>(count));
  });
}
template <bool kSmall>
bool bezier(EmfPlayer& player, const View& record) {
  return poly<kSmall>(record, [&](const POINT* points, DWORD count) {
    return PolyBezier(player.dc(), points, count);
  });
}
template <bool kSmall>
bool bezier_to(EmfPlayer& player, const View& record) {
  return poly<kSmall>(record, [&](const POINT* points, DWORD count) {
    return PolyBezierTo(player.dc(), points, count);
  });
}

template <bool kSmall>
bool poly_draw(EmfPlayer& player, const View& record) {
  const DWORD count = record.at<DWORD>(24);
  const auto points = record.points(28, count, kSmall);
  const auto types = record.part(28 + std::size_t{count} * (kSmall ? 4 : 8), count);
  return record.ok() && PolyDraw(player.dc(), points.data(), types.data(), static_cast<int>(count));
}

// Bounds, two counts, a count for each figure, points.
template <bool kSmall, class Draw>
bool poly_poly(const View& record, Draw&& draw) {
  const DWORD figures = record.at<DWORD>(24), count = record.at<DWORD>(28);
  const auto counts = record.array<DWORD>(32, figures);
  const auto points = record.points(32 + std::size_t{figures} * 4, count, kSmall);
  std::size_t total = 0;
  for (const DWORD each : counts) total += each;
  return record.ok() && total <= points.size() && draw(points, counts);
}

template <bool kSmall>
bool poly_polyline(EmfPlayer& player, const View& record) {
  return poly_poly<kSmall>(record, [&](const auto& points, const auto& counts) {
    return PolyPolyline(player.dc(), points.data(), counts.data(),
                        static_cast<DWORD>(counts.size()));
  });
}
template <bool kSmall>
bool poly_polygon(EmfPlayer& player, const View& record) {
  return poly_poly<kSmall>(record, [&](const auto& points, const auto& counts) {
    const std::vector<INT> sizes(counts.begin(), counts.end());
    return PolyPolygon(player.dc(), points.data(), sizes.data(), static_cast<int>(sizes.size()));
  });
}

bool rectangle(EmfPlayer& player, const View& record) {
  const RECT r = record.at<RECT>(kBody);
  return Rectangle(player.dc(), r.left, r.top, r.right, r.bottom);
}
bool ellipse(EmfPlayer& player, const View& record) {
  const RECT r = record.at<RECT>(kBody);
  return Ellipse(player.dc(), r.left, r.top, r.right, r.bottom);
}
bool round_rect(EmfPlayer& player, const View& record) {
  const RECT r = record.at<RECT>(kBody);
  return RoundRect(player.dc(), r.left, r.top, r.right, r.bottom, record.number(24),
                   record.number(28));
}

using ArcFunction = WINBOOL(WINAPI*)(HDC, int, int, int, int, int, int, int, int);

template <ArcFunction kDraw>
bool arc(EmfPlayer& player, const View& record) {
  const RECT r = record.at<RECT>(kBody);
  const POINT start = point_at(record, 24), end = point_at(record, 32);
  return kDraw(player.dc(), r.left, r.top, r.right, r.bottom, start.x, start.y, end.x, end.y);
}

bool angle_arc(EmfPlayer& player, const View& record) {
  const POINT center = point_at(record, kBody);
  return AngleArc(player.dc(), center.x, center.y, record.at<DWORD>(16), record.at<FLOAT>(20),
                  record.at<FLOAT>(24));
}

bool set_pixel(EmfPlayer& player, const View& record) {
  const POINT at = point_at(record, kBody);
  SetPixelV(player.dc(), at.x, at.y, record.at<COLORREF>(16));
  return true;
}

bool flood_fill(EmfPlayer& player, const View& record) {
  const POINT at = point_at(record, kBody);
  ExtFloodFill(player.dc(), at.x, at.y, record.at<COLORREF>(16), record.at<DWORD>(20));
  return true;
}

template <WINBOOL(WINAPI* kCall)(HDC)>
bool path(EmfPlayer& player, const View&) {
  kCall(player.dc());
  return true;
}

bool select_clip_path(EmfPlayer& player, const View& record) {
  SelectClipPath(player.dc(), record.number(kBody));
  return true;
}

constexpr EmfEntry kEntries[] = {
    {EMR_MOVETOEX, move_to},
    {EMR_LINETO, line_to},
    {EMR_POLYLINE, polyline<false>},
    {EMR_POLYLINE16, polyline<true>},
    {EMR_POLYLINETO, polyline_to<false>},
    {EMR_POLYLINETO16, polyline_to<true>},
    {EMR_POLYGON, polygon<false>},
    {EMR_POLYGON16, polygon<true>},
    {EMR_POLYBEZIER, bezier<false>},
    {EMR_POLYBEZIER16, bezier<true>},
    {EMR_POLYBEZIERTO, bezier_to<false>},
    {EMR_POLYBEZIERTO16, bezier_to<true>},
    {EMR_POLYDRAW, poly_draw<false>},
    {EMR_POLYDRAW16, poly_draw<true>},
    {EMR_POLYPOLYLINE, poly_polyline<false>},
    {EMR_POLYPOLYLINE16, poly_polyline<true>},
    {EMR_POLYPOLYGON, poly_polygon<false>},
    {EMR_POLYPOLYGON16, poly_polygon<true>},
    {EMR_RECTANGLE, rectangle},
    {EMR_ELLIPSE, ellipse},
    {EMR_ROUNDRECT, round_rect},
    {EMR_ARC, arc<Arc>},
    {EMR_ARCTO, arc<ArcTo>},
    {EMR_CHORD, arc<Chord>},
    {EMR_PIE, arc<Pie>},
    {EMR_ANGLEARC, angle_arc},
    {EMR_SETPIXELV, set_pixel},
    {EMR_EXTFLOODFILL, flood_fill},
    {EMR_BEGINPATH, path<BeginPath>},
    {EMR_ENDPATH, path<EndPath>},
    {EMR_ABORTPATH, path<AbortPath>},
    {EMR_CLOSEFIGURE, path<CloseFigure>},
    {EMR_FILLPATH, path<FillPath>},
    {EMR_STROKEPATH, path<StrokePath>},
    {EMR_STROKEANDFILLPATH, path<StrokeAndFillPath>},
    {EMR_FLATTENPATH, path<FlattenPath>},
    {EMR_WIDENPATH, path<WidenPath>},
    {EMR_SELECTCLIPPATH, select_clip_path},
};

}  // namespace

std::span<const EmfEntry> emf_shape_records() {
  return kEntries;
}

}  // namespace transom::gdi
