// What a tool tip looks like and where it lies.
#include <algorithm>

#include "comctl32/tool_tip/tool_tip.h"

namespace transom::comctl {
namespace {

constexpr int kPadding = 2;  // inside the border
constexpr int kStem = 20;    // of a balloon
constexpr int kStemWidth = 15;
constexpr int kStemInset = 20;
constexpr int kBalloonPadding = 8;
constexpr int kRounding = 12;
constexpr int kTitleGap = 4;
constexpr int kPointerHeight = 20;  // what the arrow covers below its tip

RECT work_area_at(POINT point) {
  MONITORINFO info{};
  info.cbSize = sizeof info;
  if (!GetMonitorInfoW(MonitorFromPoint(point, MONITOR_DEFAULTTONEAREST), &info)) return {};
  return info.rcWork;
}

SIZE measure(HDC dc, const std::u16string& text, UINT format, int width) {
  RECT area{0, 0, width, 0};
  DrawTextW(dc, base::as_wchar(text), static_cast<int>(text.size()), &area, format | DT_CALCRECT);
  return {area.right - area.left, area.bottom - area.top};
}

SIZE icon_size(const ToolTip& tip) {
  if (tip.icon == nullptr || tip.title.empty()) return {0, 0};
  return {GetSystemMetrics(SM_CXSMICON), GetSystemMetrics(SM_CYSMICON)};
}

RECT tool_area(const Tool& tool) {
  RECT area = tool.area;
  if (tool.is_window()) GetClientRect(tool.window(), &area);
  MapWindowPoints(tool.window(), nullptr, reinterpret_cast<POINT*>(&area), 2);
  return area;
}

// The point that the tip is about; where a balloon's stem ends.
POINT anchor(const ToolTip& tip, const Tool& tool) {
  if (tip.tracking) return tip.track_position;
  if ((tool.flags & TTF_CENTERTIP) != 0) {
    const RECT area = tool_area(tool);
    return {(area.left + area.right) / 2, area.bottom};
  }
  POINT point{};
  GetCursorPos(&point);
  return point;
}

POINT place_plain(const ToolTip& tip, const Tool& tool, POINT point, SIZE size, const RECT& work) {
  if ((tool.flags & TTF_ABSOLUTE) != 0 && tip.tracking) return point;
  const bool centered = (tool.flags & TTF_CENTERTIP) != 0;
  const int below = centered || tip.tracking ? 0 : kPointerHeight;
  POINT place{point.x - (centered ? size.cx / 2 : 0), point.y + below};
  if (place.y + size.cy > work.bottom) place.y = point.y - size.cy;
  return place;
}

HRGN balloon_shape(SIZE size, POINT tip_of_stem, bool stem_below) {
  const int top = stem_below ? 0 : kStem;
  const HRGN shape =
      CreateRoundRectRgn(0, top, size.cx + 1, top + size.cy - kStem + 1, kRounding, kRounding);
  const LONG base = stem_below ? size.cy - kStem - 1 : kStem + 1;
  const LONG left = std::clamp<LONG>(tip_of_stem.x, kRounding, size.cx - kRounding - kStemWidth);
  const POINT corners[] = {{left, base}, {left + kStemWidth, base}, tip_of_stem};
  const HRGN stem = CreatePolygonRgn(corners, 3, WINDING);
  CombineRgn(shape, shape, stem, RGN_OR);
  DeleteObject(stem);
  return shape;
}

// Above the point where there is room, the stem towards it.
void place_balloon(ToolTip& tip, const Tool& tool, POINT point, SIZE size, const RECT& work) {
  const bool centered = (tool.flags & TTF_CENTERTIP) != 0;
  tip.stem_below = point.y - size.cy >= work.top;
  POINT place{point.x - (centered ? size.cx / 2 : kStemInset),
              tip.stem_below ? point.y - size.cy : point.y};
  place.x = std::max(work.left, std::min(place.x, work.right - size.cx));
  const POINT tip_of_stem{point.x - place.x, tip.stem_below ? size.cy : 0};
  SetWindowRgn(tip.handle, balloon_shape(size, tip_of_stem, tip.stem_below), FALSE);
  SetWindowPos(tip.handle, nullptr, place.x, place.y, size.cx, size.cy,
               SWP_NOZORDER | SWP_NOACTIVATE);
}

}  // namespace

TipLayout ToolTip::lay_out(std::u16string text) const {
  TipLayout result;
  result.format = DT_NOPREFIX | DT_EXPANDTABS | (maximum_width >= 0 ? DT_WORDBREAK : DT_SINGLELINE);
  const int padding = balloon() ? kBalloonPadding : kPadding;
  const int left = padding + static_cast<int>(margin.left);
  int top = padding + static_cast<int>(margin.top);
  const MeasuringDc dc(*this);
  int width = 0;
  if (!title.empty()) {
    const SIZE picture = icon_size(*this);
    const user::ControlFont bold(dc, title_font);
    const SIZE size = measure(dc, title, DT_NOPREFIX | DT_SINGLELINE, 0);
    const int shift = static_cast<int>(picture.cx > 0 ? picture.cx + kTitleGap : 0);
    result.icon = {left, top};
    result.title = {left + shift, top, left + shift + size.cx, top + std::max(size.cy, picture.cy)};
    width = shift + static_cast<int>(size.cx);
    top = static_cast<int>(result.title.bottom) + kTitleGap;
  }
  const SIZE body = measure(dc, text, result.format, maximum_width);
  result.body = {left, top, left + body.cx, top + body.cy};
  width = std::max(width, static_cast<int>(body.cx));
  result.client = {left + width + static_cast<int>(margin.right) + padding,
                   static_cast<int>(result.body.bottom + margin.bottom) + padding};
  result.text = std::move(text);
  return result;
}

SIZE ToolTip::outer_size(const TipLayout& wanted) const {
  const int border = 2 * GetSystemMetrics(SM_CXBORDER);
  const int stem = balloon() ? kStem : 0;
  return {wanted.client.cx + border, wanted.client.cy + border + stem};
}

void ToolTip::place(const Tool& tool) {
  const POINT point = anchor(*this, tool);
  const SIZE size = outer_size(layout);
  const RECT work = work_area_at(point);
  if (balloon()) return place_balloon(*this, tool, point, size, work);
  POINT corner = place_plain(*this, tool, point, size, work);
  corner.x = std::max(work.left, std::min(corner.x, work.right - size.cx));
  corner.y = std::max(work.top, std::min(corner.y, work.bottom - size.cy));
  SetWindowPos(handle, nullptr, corner.x, corner.y, size.cx, size.cy,
               SWP_NOZORDER | SWP_NOACTIVATE);
}

void ToolTip::draw(HDC dc) {
  const auto color = [](COLORREF own, int system) {
    return own != CLR_DEFAULT ? own : GetSysColor(system);
  };
  const COLORREF ink = color(foreground, COLOR_INFOTEXT);
  fill_solid(dc, client(), color(background, COLOR_INFOBK));
  POINT shift{0, 0};
  if (balloon()) {
    const HRGN shape = CreateRectRgn(0, 0, 0, 0);
    GetWindowRgn(handle, shape);
    const HBRUSH brush = CreateSolidBrush(ink);
    FrameRgn(dc, shape, brush, 1, 1);
    DeleteObject(brush);
    DeleteObject(shape);
    shift = {1, stem_below ? 1 : kStem + 1};
  }
  const auto draw_text = [&](const std::u16string& text, RECT area, UINT format) {
    OffsetRect(&area, shift.x, shift.y);
    DrawTextW(dc, base::as_wchar(text), static_cast<int>(text.size()), &area, format);
  };
  SetBkMode(dc, TRANSPARENT);
  SetTextColor(dc, ink);
  if (!title.empty()) {
    const user::ControlFont bold(dc, title_font);
    draw_text(title, layout.title, DT_NOPREFIX | DT_SINGLELINE | DT_VCENTER);
    const SIZE picture = icon_size(*this);
    if (picture.cx > 0) {
      DrawIconEx(dc, layout.icon.x + shift.x, layout.icon.y + shift.y, icon, picture.cx, picture.cy,
                 0, nullptr, DI_NORMAL);
    }
  }
  const user::ControlFont plain(dc, font);
  draw_text(layout.text, layout.body, layout.format);
}

}  // namespace transom::comctl
