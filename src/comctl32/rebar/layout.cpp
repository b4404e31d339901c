// Where a rebar's bands are.
#include <algorithm>
#include <utility>

#include "comctl32/image_list/image_list.h"
#include "comctl32/rebar/rebar.h"

namespace transom::comctl {
namespace {

constexpr int kGripper = 8;
constexpr int kGap = 4;
constexpr int kChevron = 10;
constexpr int kBorder = 2;  // RBS_BANDBORDERS, RBBS_CHILDEDGE
constexpr int kLeastHeight = 4;

int visible_bands(const Rebar& bar) {
  return static_cast<int>(std::ranges::count_if(bar.bands, &Band::shown));
}

int across_of(const Rebar& bar, const Band& band) {
  int height = band.is(RBBS_VARIABLEHEIGHT)
                   ? std::clamp(std::max(band.child_height, band.least_child_height), 0,
                                band.most_child_height)
                   : band.least_child_height;
  if (band.is(RBBS_CHILDEDGE)) height += 2 * kBorder;
  if (!band.text.empty() && !band.is(RBBS_HIDETITLE)) {
    height = std::max(height, text_height(MeasuringDc(bar)) + 2);
  }
  if (bar.images != nullptr && band.image >= 0) {
    height = std::max(height, static_cast<int>(image_size(bar.images).cy));
  }
  return std::max(height, kLeastHeight);
}

// Whether the parent lets a full row break before the band.
// https://learn.microsoft.com/windows/win32/controls/rbn-autobreak
bool may_break(Rebar& bar, int index) {
  NMREBARAUTOBREAK about{};
  about.uBand = static_cast<UINT>(index);
  about.wID = bar.at(index).id;
  about.lParam = bar.at(index).data;
  about.uMsg = RBAB_AUTOSIZE;
  about.fStyleCurrent = bar.at(index).style;
  about.fAutoBreak = TRUE;
  bar.tell(about.hdr, RBN_AUTOBREAK);
  return about.fAutoBreak != FALSE;
}

// Says of each visible band in which row it is.
void make_rows(Rebar& bar) {
  int row = -1;
  int used = 0;
  for (int index = 0; bar.alive() && bar.has(index); ++index) {
    bar.at(index).row = -1;
    if (!bar.at(index).shown()) continue;
    const int least = bar.least_width(bar.at(index));
    bool breaks = row < 0 || bar.at(index).is(RBBS_BREAK);
    if (!breaks && used + least > bar.length()) breaks = may_break(bar, index);
    if (!bar.alive() || !bar.has(index)) return;
    if (breaks) {
      ++row;
      used = 0;
    }
    bar.at(index).row = row;
    used += least;
  }
}

std::vector<int> bands_of(const Rebar& bar, int row) {
  std::vector<int> found;
  for (int index = 0; index < bar.count(); ++index) {
    if (bar.at(index).row == row) found.push_back(index);
  }
  return found;
}

// As wide as asked for; then the last ones give and take.
std::vector<int> widths_of(const Rebar& bar, const std::vector<int>& row) {
  std::vector<int> widths;
  int left = bar.length();
  for (const int index : row) {
    const Band& band = bar.at(index);
    widths.push_back(std::max(band.wanted, bar.least_width(band)));
    left -= widths.back();
  }
  for (std::size_t each = row.size(); each-- > 0 && left != 0;) {
    const Band& band = bar.at(row[each]);
    if (band.is(RBBS_FIXEDSIZE) && left > 0) continue;
    const int now = std::max(widths[each] + left, bar.least_width(band));
    left -= now - widths[each];
    widths[each] = now;
  }
  return widths;
}

// How far all rows reach across.
int place_bands(Rebar& bar) {
  const bool even = !bar.has_style(RBS_VARHEIGHT);
  int tallest = 0;
  for (const Band& band : bar.bands) {
    if (band.shown()) tallest = std::max(tallest, across_of(bar, band));
  }
  int top = 0;
  for (int row = 0; row < bar.rows(); ++row) {
    const std::vector<int> inside = bands_of(bar, row);
    const std::vector<int> widths = widths_of(bar, inside);
    int height = even ? tallest : 0;
    for (const int index : inside) height = std::max(height, across_of(bar, bar.at(index)));
    if (row > 0 && bar.has_style(RBS_BANDBORDERS)) top += kBorder;
    int x = 0;
    for (std::size_t each = 0; each < inside.size(); ++each) {
      bar.at(inside[each]).place = {x, top, x + widths[each], top + height};
      x += widths[each];
    }
    top += height;
  }
  return top;
}

// Along and across.
RECT child_place(const Rebar& bar, const Band& band) {
  RECT place = band.place;
  place.left += bar.header_of(band);
  if (band.chevron) place.right -= kChevron;
  place.right = std::max(place.right, place.left);
  if (band.is(RBBS_CHILDEDGE)) InflateRect(&place, 0, -kBorder);
  const int height =
      band.is(RBBS_VARIABLEHEIGHT) ? place.bottom - place.top : band.least_child_height;
  if (height < place.bottom - place.top) {
    if (!band.is(RBBS_TOPALIGN)) place.top += (place.bottom - place.top - height) / 2;
    place.bottom = place.top + height;
  }
  return place;
}

// https://learn.microsoft.com/windows/win32/controls/rbn-childsize
void place_child(Rebar& bar, int index) {
  Band& band = bar.at(index);
  const int room = band.place.right - band.place.left - bar.header_of(band);
  band.chevron = band.is(RBBS_USECHEVRON) && band.shown() && room < band.ideal;
  if (!user::is_window(band.child)) return;
  const HWND child = band.child;
  if (!band.shown()) {
    ShowWindow(child, SW_HIDE);
    return;
  }
  NMREBARCHILDSIZE about{};
  about.uBand = static_cast<UINT>(index);
  about.wID = band.id;
  about.rcChild = bar.turned(child_place(bar, band));
  about.rcBand = bar.turned(band.place);
  bar.tell(about.hdr, RBN_CHILDSIZE);
  if (!bar.alive() || !user::is_window(child)) return;
  const RECT& place = about.rcChild;
  SetWindowPos(child, nullptr, place.left, place.top, place.right - place.left,
               place.bottom - place.top, SWP_NOZORDER | SWP_NOACTIVATE | SWP_SHOWWINDOW);
}

void size_control(Rebar& bar) {
  if (!bar.vertical()) {
    align_bar(bar, bar.height + (bar.has_style(CCS_NODIVIDER) ? 0 : kBorder));
  } else if (!bar.has_style(CCS_NORESIZE)) {
    SetWindowPos(bar.handle, nullptr, 0, 0, bar.height, static_cast<int>(bar.client().bottom),
                 SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE);
  }
}

// https://learn.microsoft.com/windows/win32/controls/rbn-autosize
void tell_auto_size(Rebar& bar, const RECT& before, bool changed) {
  if (!bar.has_style(RBS_AUTOSIZE)) return;
  NMRBAUTOSIZE about{};
  about.fChanged = changed;
  about.rcTarget = before;
  about.rcActual = bar.client();
  bar.tell(about.hdr, RBN_AUTOSIZE);
}

}  // namespace

int Rebar::length() const {
  const RECT area = client();
  return static_cast<int>(vertical() ? area.bottom : area.right);
}

// "RBBS_GRIPPERALWAYS: even if it is the only band."
bool Rebar::has_gripper(const Band& band) const {
  if (band.is(RBBS_GRIPPERALWAYS)) return true;
  return !band.is(RBBS_NOGRIPPER | RBBS_FIXEDSIZE) && visible_bands(*this) > 1;
}

int Rebar::header_of(const Band& band) const {
  if (band.own_header >= 0) return band.own_header;
  int width = has_gripper(band) ? kGripper : 0;
  if (images != nullptr && band.image >= 0) {
    width += static_cast<int>(image_size(images).cx) + kGap;
  }
  if (!band.text.empty() && !band.is(RBBS_HIDETITLE)) {
    width += text_width(MeasuringDc(*this), band.text) + kGap;
  }
  return width;
}

RECT Rebar::turned(RECT place) const {
  if (!vertical()) return place;
  return {place.top, place.left, place.bottom, place.right};
}

RECT Rebar::chevron_of(const Band& band) const {
  if (!band.chevron) return {};
  RECT place = band.place;
  place.left = place.right - kChevron;
  return turned(place);
}

int Rebar::rows() const {
  int most = -1;
  for (const Band& band : bands) most = std::max(most, band.row);
  return most + 1;
}

int Rebar::row_height(int row) const {
  for (const Band& band : bands) {
    if (band.row == row) return static_cast<int>(band.place.bottom - band.place.top);
  }
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/rb-hittest
RebarHit Rebar::hit(POINT point) const {
  const POINT flat = vertical() ? POINT{point.y, point.x} : point;
  for (int index = 0; index < count(); ++index) {
    const Band& band = at(index);
    if (band.row < 0 || !PtInRect(&band.place, flat)) continue;
    const RECT chevron = chevron_of(band);
    if (PtInRect(&chevron, point)) return {index, RBHT_CHEVRON};
    const LONG x = flat.x - band.place.left;
    if (has_gripper(band) && x < kGripper) return {index, RBHT_GRABBER};
    return {index, x < header_of(band) ? UINT{RBHT_CAPTION} : UINT{RBHT_CLIENT}};
  }
  return {};
}

// Moving the children and the control comes back here by WM_SIZE.
void Rebar::lay_out() {
  if (std::exchange(laying_out, true)) return;
  const RECT before = client();
  make_rows(*this);
  if (!alive()) return;
  const int now = place_bands(*this);
  const bool changed = std::exchange(height, now) != now;
  for (int index = 0; alive() && index < count(); ++index) place_child(*this, index);
  if (alive()) size_control(*this);
  if (!alive()) return;
  laying_out = false;
  InvalidateRect(handle, nullptr, TRUE);
  if (changed) tell(RBN_HEIGHTCHANGE);
  if (alive()) tell_auto_size(*this, before, changed);
}

}  // namespace transom::comctl
