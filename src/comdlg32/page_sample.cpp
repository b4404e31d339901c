// The sample page of Page Setup, and the hook that may draw it.
// https://learn.microsoft.com/windows/win32/api/commdlg/nc-commdlg-lppagepainthook
#include <algorithm>

#include "comdlg32/page_setup_dialog.h"

namespace transom::comdlg {
namespace {

constexpr int kShadow = 4;
constexpr int kLine = 5;  // from one line of the sample's text to the next

bool is_envelope(short paper) {
  return (paper >= DMPAPER_ENV_9 && paper <= DMPAPER_ENV_14) ||
         (paper >= DMPAPER_ENV_DL && paper <= DMPAPER_ENV_PERSONAL);
}

// wParam's high word: there are only printers of one kind here, those with pages.
WORD kind_of(const DEVMODEW& mode) {
  const bool landscape = mode.dmOrientation == DMORIENT_LANDSCAPE;
  if (is_envelope(mode.dmPaperSize)) return landscape ? 0x000B : 0x001F;
  return landscape ? 0x0003 : 0x0007;
}

// The largest with the paper's proportions, in the middle.
RECT page_in(const RECT& area, const POINT& paper) {
  const int room_x = static_cast<int>(area.right) - kShadow;
  const int room_y = static_cast<int>(area.bottom) - kShadow;
  const int paper_x = std::max<int>(paper.x, 1), paper_y = std::max<int>(paper.y, 1);
  int width = room_x, height = MulDiv(room_x, paper_y, paper_x);
  if (height > room_y) {
    height = room_y;
    width = MulDiv(room_y, paper_x, paper_y);
  }
  const LONG left = (room_x - width) / 2, top = (room_y - height) / 2;
  return {left, top, left + width, top + height};
}

// Lines as of text, seen from far away.
void draw_greek(HDC dc, const RECT& area) {
  const HGDIOBJ old = SelectObject(dc, GetStockObject(GRAY_BRUSH));
  const auto width = static_cast<int>(area.right - area.left);
  int number = 0;
  for (auto y = static_cast<int>(area.top) + 2; y + 2 < area.bottom; y += kLine, ++number) {
    const int length = number % 4 == 3 ? width * 3 / 5 : width;
    for (int x = 0; x + 2 < length; x += 7) {
      PatBlt(dc, static_cast<int>(area.left) + x, y, std::min(6, length - x - 1), 2, PATCOPY);
    }
  }
  SelectObject(dc, old);
}

}  // namespace

UINT_PTR PageSetupDialog::ask_paint_hook(UINT message, WPARAM wparam, LPARAM lparam) const {
  if (!has_flag(PSD_ENABLEPAGEPAINTHOOK) || client_.lpfnPagePaintHook == nullptr) return 0;
  return client_.lpfnPagePaintHook(handle(), message, wparam, lparam);
}

bool PageSetupDialog::may_draw(UINT message, HDC dc, const RECT& part) {
  RECT given = part;
  const UINT_PTR answer =
      ask_paint_hook(message, reinterpret_cast<WPARAM>(dc), reinterpret_cast<LPARAM>(&given));
  return alive() && answer == 0 && !has_flag(PSD_DISABLEPAGEPAINTING);
}

RECT PageSetupDialog::inside(const RECT& page, const RECT& margins) const {
  const POINT paper = paper_size_in_unit(choice_, client_.Flags);
  const auto scale_x = [&](LONG length) {
    return MulDiv(static_cast<int>(length), static_cast<int>(page.right - page.left),
                  std::max<int>(paper.x, 1));
  };
  const auto scale_y = [&](LONG length) {
    return MulDiv(static_cast<int>(length), static_cast<int>(page.bottom - page.top),
                  std::max<int>(paper.y, 1));
  };
  return {page.left + scale_x(margins.left), page.top + scale_y(margins.top),
          page.right - scale_x(margins.right), page.bottom - scale_y(margins.bottom)};
}

// The sequence of messages; any of the first three may end it.
void PageSetupDialog::paint_contents(HDC dc, const RECT& page) {
  RECT whole = page, least = inside(page, client_.rtMinMargin);
  const auto context = reinterpret_cast<WPARAM>(dc);
  const WPARAM kind = MAKEWPARAM(choice_.mode.dmPaperSize, kind_of(choice_.mode));
  if (ask_paint_hook(WM_PSD_PAGESETUPDLG, kind, structure()) != 0 || !alive()) return;
  if (ask_paint_hook(WM_PSD_FULLPAGERECT, context, reinterpret_cast<LPARAM>(&whole)) != 0) return;
  if (ask_paint_hook(WM_PSD_MINMARGINRECT, context, reinterpret_cast<LPARAM>(&least)) != 0) return;
  if (!alive()) return;
  const RECT margins = inside(page, client_.rtMargin);
  if (may_draw(WM_PSD_MARGINRECT, dc, margins)) DrawFocusRect(dc, &margins);
  RECT body = margins;
  InflateRect(&body, -2, -2);
  if (alive() && may_draw(WM_PSD_GREEKTEXTRECT, dc, body)) draw_greek(dc, body);
  if (alive() && is_envelope(choice_.mode.dmPaperSize)) {
    const RECT stamp{page.right - 22, page.top + 4, page.right - 6, page.top + 22};
    if (may_draw(WM_PSD_ENVSTAMPRECT, dc, stamp)) {
      FrameRect(dc, &stamp, static_cast<HBRUSH>(GetStockObject(GRAY_BRUSH)));
    }
  }
  if (alive()) may_draw(WM_PSD_YAFULLPAGERECT, dc, page);
}

void PageSetupDialog::paint(int, HDC dc, const RECT& area) {
  FillRect(dc, &area, GetSysColorBrush(COLOR_BTNFACE));
  const RECT page = page_in(area, paper_size_in_unit(choice_, client_.Flags));
  RECT shadow = page;
  OffsetRect(&shadow, kShadow, kShadow);
  FillRect(dc, &shadow, GetSysColorBrush(COLOR_BTNSHADOW));
  FillRect(dc, &page, GetSysColorBrush(COLOR_WINDOW));
  FrameRect(dc, &page, static_cast<HBRUSH>(GetStockObject(BLACK_BRUSH)));
  const int saved = SaveDC(dc);
  IntersectClipRect(dc, page.left, page.top, page.right, page.bottom);
  paint_contents(dc, page);
  RestoreDC(dc, saved);
}

}  // namespace transom::comdlg
