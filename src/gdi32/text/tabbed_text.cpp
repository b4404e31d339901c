// Text in columns: TabbedTextOut and GetTabbedTextExtent.
//
// Stops are in logical units from the tab origin; a negative one aligns the text that follows to
// its right. One stop alone repeats; behind the last stop, and without any, eight average
// characters do. https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-tabbedtextoutw
#include "base/last_error.h"
#include "gdi32/text/ansi.h"
#include "gdi32/text/text_out.h"

namespace transom::gdi {
namespace {

class TabStops {
 public:
  TabStops(std::span<const INT> stops, int standard)
      : stops_(stops), standard_(std::max(1, standard)) {
    if (stops_.size() != 1) return;
    repeated_ = stops_[0];
    stops_ = {};
  }

  // The stop behind `x`, both from the origin; negative for one that aligns to the right.
  int next(int x) const {
    for (const int stop : stops_) {
      if (std::abs(std::int64_t{stop}) > x) return stop;
    }
    const int distance = repeated_ != 0 ? repeated_ : standard_;
    const auto step =
        static_cast<int>(std::min<std::int64_t>(std::abs(std::int64_t{distance}), 1 << 24));
    const std::int64_t stop = (std::int64_t{std::max(x, 0)} / step + 1) * step;
    return static_cast<int>(distance < 0 ? -stop : stop);
  }

 private:
  std::span<const INT> stops_;
  int standard_;
  int repeated_ = 0;
};

struct TabbedCall {
  std::u16string_view text;
  TabStops stops;
  int x = 0;
  int y = 0;
  int origin = 0;
  bool draw = false;
};

// The width of it all, from `x`.
int run_tabs(DeviceContext& dc, const TabbedCall& call) {
  const TextUnits units(dc);
  std::u16string_view rest = call.text;
  int x = call.x;
  int stop = 0;
  for (bool first = true;; first = false) {
    const std::size_t tab = rest.find(u'\t');
    const std::u16string_view part = rest.substr(0, tab);
    const int width = units.logical_x(line_width(dc, realize(dc), part));
    if (!first) x = stop >= 0 ? call.origin + stop : std::max(x, call.origin - stop - width);
    if (call.draw) draw_line(dc, {{x, call.y}, 0, nullptr, part, nullptr});
    x += width;
    if (tab == std::u16string_view::npos) return x - call.x;
    stop = call.stops.next(x - call.origin);
    rest.remove_prefix(tab + 1);
  }
}

LONG answer(DeviceContext& dc, const TabbedCall& call) {
  if (call.text.empty()) return 0;
  const int width = run_tabs(dc, call);
  const int height = TextUnits(dc).logical_y(realize(dc).metrics().height());
  return MAKELONG(width, height);
}

TabStops stops_of(DeviceContext& dc, int count, const INT* stops) {
  const int average = TextUnits(dc).logical_x(realize(dc).metrics().average_width);
  if (stops == nullptr || count <= 0) return {{}, 8 * average};
  return {{stops, static_cast<std::size_t>(count)}, 8 * average};
}

bool is_text(const void* text, int count) {
  return count >= 0 && (text != nullptr || count == 0);
}

std::u16string_view view(LPCWSTR text, int count) {
  return {reinterpret_cast<const char16_t*>(text), static_cast<std::size_t>(count)};
}

}  // namespace
}  // namespace transom::gdi

using namespace transom;
using namespace transom::gdi;

// Draws text with its tabs expanded; answers height and width in the two words, 0 on failure.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-tabbedtextoutw
LONG WINAPI TabbedTextOutW(HDC hdc, int x, int y, LPCWSTR text, int count, int stop_count,
                           const INT* stops, int origin) {
  if (!is_text(text, count)) return base::fail<LONG>(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<LONG>(ERROR_INVALID_HANDLE);
  return answer(*dc, {view(text, count), stops_of(*dc, stop_count, stops), x, y, origin, true});
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-tabbedtextouta
LONG WINAPI TabbedTextOutA(HDC hdc, int x, int y, LPCSTR text, int count, int stop_count,
                           const INT* stops, int origin) {
  if (!is_text(text, count)) return base::fail<LONG>(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<LONG>(ERROR_INVALID_HANDLE);
  const std::u16string wide = from_bytes(*dc, {text, static_cast<std::size_t>(count)});
  return answer(*dc, {wide, stops_of(*dc, stop_count, stops), x, y, origin, true});
}

// The same without drawing, the origin where the text begins.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-gettabbedtextextentw
DWORD WINAPI GetTabbedTextExtentW(HDC hdc, LPCWSTR text, int count, int stop_count,
                                  const INT* stops) {
  if (!is_text(text, count)) return base::fail<DWORD>(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<DWORD>(ERROR_INVALID_HANDLE);
  return static_cast<DWORD>(answer(*dc, {view(text, count), stops_of(*dc, stop_count, stops)}));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-gettabbedtextextenta
DWORD WINAPI GetTabbedTextExtentA(HDC hdc, LPCSTR text, int count, int stop_count,
                                  const INT* stops) {
  if (!is_text(text, count)) return base::fail<DWORD>(ERROR_INVALID_PARAMETER);
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<DWORD>(ERROR_INVALID_HANDLE);
  const std::u16string wide = from_bytes(*dc, {text, static_cast<std::size_t>(count)});
  return static_cast<DWORD>(answer(*dc, {wide, stops_of(*dc, stop_count, stops)}));
}
