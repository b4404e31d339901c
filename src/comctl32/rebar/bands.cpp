// The messages about a rebar's bands.
#include <algorithm>
#include <cstring>
#include <utility>

#include "comctl32/rebar/rebar.h"

namespace transom::comctl {
namespace {

constexpr int kMostBands = 0x1000;

// Older programs pass the structure without its last members. Nothing where it is too short.
bool read_info(LPARAM parameter, REBARBANDINFOW& info) {
  const auto* given = reinterpret_cast<const REBARBANDINFOW*>(parameter);
  if (given == nullptr || given->cbSize < offsetof(REBARBANDINFOW, cyChild)) return false;
  std::memcpy(&info, given, std::min<std::size_t>(given->cbSize, sizeof info));
  return true;
}

void take_child(Rebar& bar, Band& band, HWND child) {
  const HWND before = std::exchange(band.child, child);
  if (before == child) return;
  if (user::is_window(child)) SetParent(child, bar.handle);
  if (bar.alive() && user::is_window(before)) ShowWindow(before, SW_HIDE);
}

void take_sizes(Band& band, const REBARBANDINFOW& info) {
  if ((info.fMask & RBBIM_CHILDSIZE) != 0) {
    band.least_child = static_cast<int>(std::min(info.cxMinChild, 0x7FFFu));
    band.least_child_height = static_cast<int>(std::min(info.cyMinChild, 0x7FFFu));
    if ((band.style & RBBS_VARIABLEHEIGHT) != 0 &&
        info.cbSize > offsetof(REBARBANDINFOW, cyChild)) {
      band.child_height = static_cast<int>(std::min(info.cyChild, 0x7FFFu));
      band.most_child_height = static_cast<int>(std::min(info.cyMaxChild, 0x7FFFu));
      band.integral = static_cast<int>(std::min(info.cyIntegral, 0x7FFFu));
    }
  }
  if ((info.fMask & RBBIM_SIZE) != 0) band.wanted = static_cast<int>(std::min(info.cx, 0x7FFFu));
  if ((info.fMask & RBBIM_IDEALSIZE) != 0) {
    band.ideal = static_cast<int>(std::min(info.cxIdeal, 0x7FFFu));
  }
  if ((info.fMask & RBBIM_HEADERSIZE) != 0) {
    band.own_header = std::clamp(static_cast<int>(info.cxHeader), -1, 0x7FFF);
  }
}

void take(Rebar& bar, Band& band, const REBARBANDINFOW& info, bool ansi) {
  if ((info.fMask & RBBIM_STYLE) != 0) band.style = info.fStyle;
  if ((info.fMask & RBBIM_COLORS) != 0) {
    band.fore = info.clrFore;
    band.back = info.clrBack;
  }
  if ((info.fMask & RBBIM_TEXT) != 0) {
    band.text = text_of(reinterpret_cast<LPARAM>(info.lpText), ansi);
  }
  if ((info.fMask & RBBIM_IMAGE) != 0) band.image = info.iImage;
  if ((info.fMask & RBBIM_BACKGROUND) != 0) band.background = info.hbmBack;
  if ((info.fMask & RBBIM_ID) != 0) band.id = info.wID;
  if ((info.fMask & RBBIM_LPARAM) != 0) band.data = info.lParam;
  take_sizes(band, info);
  if ((info.fMask & RBBIM_CHILD) != 0) take_child(bar, band, info.hwndChild);
}

// -1: at the end.
// https://learn.microsoft.com/windows/win32/controls/rb-insertband
template <bool kAnsi>
LRESULT on_insert(Rebar& bar, const ControlCall& call) {
  REBARBANDINFOW info{};
  if (!read_info(call.lparam, info) || bar.count() >= kMostBands) return FALSE;
  Band made;
  take(bar, made, info, kAnsi);
  if (!bar.alive()) return FALSE;
  const auto wanted = static_cast<int>(call.wparam);
  const int index = wanted < 0 || wanted > bar.count() ? bar.count() : wanted;
  bar.bands.insert(bar.bands.begin() + index, std::move(made));
  bar.lay_out();
  return bar.alive();
}

// https://learn.microsoft.com/windows/win32/controls/rb-deleteband
LRESULT on_delete(Rebar& bar, const ControlCall& call) {
  const auto index = static_cast<int>(call.wparam);
  if (!bar.has(index)) return FALSE;
  bar.tell_band(RBN_DELETINGBAND, index);
  if (!bar.alive() || !bar.has(index)) return FALSE;
  const Band gone = bar.at(index);
  bar.bands.erase(bar.bands.begin() + index);
  bar.drag = {};
  if (user::is_window(gone.child)) ShowWindow(gone.child, SW_HIDE);
  if (bar.alive()) bar.lay_out();
  if (!bar.alive()) return TRUE;
  NMREBAR about{};
  about.dwMask = RBNM_ID | RBNM_STYLE | RBNM_LPARAM;
  about.uBand = static_cast<UINT>(index);
  about.fStyle = gone.style;
  about.wID = gone.id;
  about.lParam = gone.data;
  bar.tell(about.hdr, RBN_DELETEDBAND);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/rb-setbandinfo
template <bool kAnsi>
LRESULT on_set(Rebar& bar, const ControlCall& call) {
  REBARBANDINFOW info{};
  const auto index = static_cast<int>(call.wparam);
  if (!bar.has(index) || !read_info(call.lparam, info)) return FALSE;
  take(bar, bar.at(index), info, kAnsi);
  if (bar.alive()) bar.lay_out();
  return TRUE;
}

void give_sizes(const Rebar& bar, const Band& band, REBARBANDINFOW& info) {
  if ((info.fMask & RBBIM_CHILDSIZE) != 0) {
    info.cxMinChild = static_cast<UINT>(band.least_child);
    info.cyMinChild = static_cast<UINT>(band.least_child_height);
    info.cyChild = static_cast<UINT>(band.child_height);
    info.cyMaxChild = static_cast<UINT>(band.most_child_height);
    info.cyIntegral = static_cast<UINT>(band.integral);
  }
  if ((info.fMask & RBBIM_SIZE) != 0) {
    const LONG width = band.place.right - band.place.left;
    info.cx = static_cast<UINT>(band.row >= 0 ? width : band.wanted);
  }
  if ((info.fMask & RBBIM_IDEALSIZE) != 0) info.cxIdeal = static_cast<UINT>(band.ideal);
  if ((info.fMask & RBBIM_HEADERSIZE) != 0) info.cxHeader = static_cast<UINT>(bar.header_of(band));
}

// https://learn.microsoft.com/windows/win32/controls/rb-getbandinfo
template <bool kAnsi>
LRESULT on_get(Rebar& bar, const ControlCall& call) {
  REBARBANDINFOW info{};
  const auto index = static_cast<int>(call.wparam);
  if (!bar.has(index) || !read_info(call.lparam, info)) return FALSE;
  const Band& band = bar.at(index);
  info.fStyle = band.style;
  info.clrFore = band.fore;
  info.clrBack = band.back;
  info.iImage = band.image;
  info.hwndChild = band.child;
  info.hbmBack = band.background;
  info.wID = band.id;
  info.lParam = band.data;
  give_sizes(bar, band, info);
  info.rcChevronLocation = bar.chevron_of(band);
  info.uChevronState = band.chevron ? 0u : UINT{STATE_SYSTEM_INVISIBLE};
  if ((info.fMask & RBBIM_TEXT) != 0) {
    copy_text(band.text, reinterpret_cast<LPARAM>(info.lpText), info.cch, kAnsi);
  }
  std::memcpy(reinterpret_cast<void*>(call.lparam), &info,
              std::min<std::size_t>(info.cbSize, sizeof info));
  return TRUE;
}

LRESULT on_count(Rebar& bar, const ControlCall&) {
  return bar.count();
}

LRESULT on_id_to_index(Rebar& bar, const ControlCall& call) {
  const auto found = std::ranges::find(bar.bands, static_cast<UINT>(call.wparam), &Band::id);
  return found != bar.bands.end() ? found - bar.bands.begin() : -1;
}

// https://learn.microsoft.com/windows/win32/controls/rb-showband
LRESULT on_show(Rebar& bar, const ControlCall& call) {
  const auto index = static_cast<int>(call.wparam);
  if (!bar.has(index)) return FALSE;
  UINT& style = bar.at(index).style;
  style = call.lparam != 0 ? style & ~UINT{RBBS_HIDDEN} : style | RBBS_HIDDEN;
  bar.lay_out();
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/rb-moveband
LRESULT on_move(Rebar& bar, const ControlCall& call) {
  const auto from = static_cast<int>(call.wparam);
  const auto to = static_cast<int>(call.lparam);
  if (!bar.has(from) || !bar.has(to)) return FALSE;
  const auto begin = bar.bands.begin();
  if (from < to) std::rotate(begin + from, begin + from + 1, begin + to + 1);
  if (to < from) std::rotate(begin + to, begin + from, begin + from + 1);
  bar.lay_out();
  return TRUE;
}

LRESULT on_minimize(Rebar& bar, const ControlCall& call) {
  bar.minimize(static_cast<int>(call.wparam));
  return 0;
}
LRESULT on_maximize(Rebar& bar, const ControlCall& call) {
  bar.maximize(static_cast<int>(call.wparam), call.lparam != 0);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/rb-setbandwidth
LRESULT on_set_width(Rebar& bar, const ControlCall& call) {
  const auto index = static_cast<int>(call.wparam);
  if (!bar.has(index)) return FALSE;
  bar.at(index).wanted = std::clamp(static_cast<int>(call.lparam), 0, 0x7FFF);
  bar.lay_out();
  return TRUE;
}

LRESULT on_rect(Rebar& bar, const ControlCall& call) {
  auto* out = reinterpret_cast<RECT*>(call.lparam);
  const auto index = static_cast<int>(call.wparam);
  if (out == nullptr || !bar.has(index)) return FALSE;
  *out = bar.turned(bar.at(index).place);
  return TRUE;
}

// Without RBS_BANDBORDERS the header alone.
// https://learn.microsoft.com/windows/win32/controls/rb-getbandborders
LRESULT on_borders(Rebar& bar, const ControlCall& call) {
  auto* out = reinterpret_cast<RECT*>(call.lparam);
  const auto index = static_cast<int>(call.wparam);
  if (out == nullptr || !bar.has(index)) return 0;
  const LONG edge = bar.has_style(RBS_BANDBORDERS) ? 1 : 0;
  *out = bar.turned({bar.header_of(bar.at(index)), edge, edge, edge});
  return 0;
}

LRESULT on_margins(Rebar&, const ControlCall& call) {
  if (call.lparam != 0) std::memset(reinterpret_cast<void*>(call.lparam), 0, 4 * sizeof(int));
  return 0;
}

LRESULT on_row_count(Rebar& bar, const ControlCall&) {
  return bar.rows();
}
LRESULT on_row_height(Rebar& bar, const ControlCall& call) {
  const auto index = static_cast<int>(call.wparam);
  return bar.has(index) ? bar.row_height(bar.at(index).row) : 0;
}
LRESULT on_bar_height(Rebar& bar, const ControlCall&) {
  return bar.height;
}

LRESULT on_hit_test(Rebar& bar, const ControlCall& call) {
  auto* about = reinterpret_cast<RBHITTESTINFO*>(call.lparam);
  if (about == nullptr) return -1;
  const RebarHit hit = bar.hit(about->pt);
  about->flags = hit.flags;
  about->iBand = hit.band;
  return hit.band;
}

// https://learn.microsoft.com/windows/win32/controls/rb-pushchevron
LRESULT on_push_chevron(Rebar& bar, const ControlCall& call) {
  bar.push_chevron(static_cast<int>(call.wparam), call.lparam);
  return 0;
}

constexpr ControlEntry<Rebar> kEntries[] = {
    {RB_INSERTBANDA, on_insert<true>},
    {RB_INSERTBANDW, on_insert<false>},
    {RB_DELETEBAND, on_delete},
    {RB_SETBANDINFOA, on_set<true>},
    {RB_SETBANDINFOW, on_set<false>},
    {RB_GETBANDINFOA, on_get<true>},
    {RB_GETBANDINFOW, on_get<false>},
    {RB_GETBANDCOUNT, on_count},
    {RB_IDTOINDEX, on_id_to_index},
    {RB_SHOWBAND, on_show},
    {RB_MOVEBAND, on_move},
    {RB_MINIMIZEBAND, on_minimize},
    {RB_MAXIMIZEBAND, on_maximize},
    {RB_SETBANDWIDTH, on_set_width},
    {RB_GETRECT, on_rect},
    {RB_GETBANDBORDERS, on_borders},
    {RB_GETBANDMARGINS, on_margins},
    {RB_GETROWCOUNT, on_row_count},
    {RB_GETROWHEIGHT, on_row_height},
    {RB_GETBARHEIGHT, on_bar_height},
    {RB_HITTEST, on_hit_test},
    {RB_PUSHCHEVRON, on_push_chevron},
};

}  // namespace

LRESULT Rebar::tell_band(UINT code, int index) {
  NMREBAR about{};
  about.uBand = static_cast<UINT>(index);
  if (has(index)) {
    about.dwMask = RBNM_ID | RBNM_STYLE | RBNM_LPARAM;
    about.fStyle = at(index).style;
    about.wID = at(index).id;
    about.lParam = at(index).data;
  }
  return tell(about.hdr, code);
}

// https://learn.microsoft.com/windows/win32/controls/rb-minimizeband
void Rebar::minimize(int index) {
  if (!has(index) || tell_band(RBN_MINMAX, index) != 0 || !alive() || !has(index)) return;
  const int row = at(index).row;
  at(index).wanted = least_width(at(index));
  // What it gives up goes to the band before it, or behind it where it is the first.
  int heir = index > 0 && at(index - 1).row == row ? index - 1 : index + 1;
  if (has(heir) && at(heir).row == row) {
    at(heir).wanted += at(index).place.right - at(index).place.left - at(index).wanted;
  }
  lay_out();
}

// To what its child would like best, or as far as the others' least widths let it.
// https://learn.microsoft.com/windows/win32/controls/rb-maximizeband
void Rebar::maximize(int index, bool to_ideal) {
  if (!has(index) || tell_band(RBN_MINMAX, index) != 0 || !alive() || !has(index)) return;
  Band& band = at(index);
  int most = length();
  for (int each = 0; each < count(); ++each) {
    if (each != index && at(each).row == band.row) most -= least_width(at(each));
  }
  const int ideal = header_of(band) + band.ideal;
  band.wanted = to_ideal && band.ideal > 0 ? std::min(ideal, most) : most;
  int left = length() - band.wanted;
  for (int each = 0; each < count(); ++each) {
    Band& other = at(each);
    if (each == index || other.row != band.row) continue;
    const int width = static_cast<int>(other.place.right - other.place.left);
    other.wanted = std::clamp(left, least_width(other), std::max(width, least_width(other)));
    left -= other.wanted;
  }
  lay_out();
}

// https://learn.microsoft.com/windows/win32/controls/rbn-chevronpushed
void Rebar::push_chevron(int index, LPARAM data) {
  if (!has(index) || !at(index).chevron) return;
  NMREBARCHEVRON about{};
  about.uBand = static_cast<UINT>(index);
  about.wID = at(index).id;
  about.lParam = at(index).data;
  about.rc = chevron_of(at(index));
  about.lParamNM = data;
  tell(about.hdr, RBN_CHEVRONPUSHED);
}

std::span<const ControlEntry<Rebar>> rebar_band_entries() {
  return kEntries;
}

}  // namespace transom::comctl
