#include "user32/draw/frame_control.h"

#include <algorithm>

#include "base/last_error.h"
#include "user32/draw/edge.h"
#include "user32/draw/glyph.h"

namespace transom::user {

RECT middle_square(const RECT& rect) {
  const LONG width = rect.right - rect.left, height = rect.bottom - rect.top;
  const LONG size = std::min(width, height);
  const LONG left = rect.left + (width - size) / 2, top = rect.top + (height - size) / 2;
  return {left, top, left + size, top + size};
}

namespace {

using Rows = std::string_view;

constexpr Rows kCheckRows[] = {"......#", ".....##", "....###", "#..###.",
                               "#####..", "####...", ".##...."};
constexpr Glyph kCheck{13, 3, 3, kCheckRows};

// s: shadow, d: dark shadow, h: highlight, l: light, b: the inside.
constexpr Rows kRadioRows[] = {".....ssss....", "...ssddddss..", "..ssdbbbbd.h.", "..sdbbbbbblh.",
                               ".sdbbbbbbbblh", ".sdbbbbbbbblh", ".sdbbbbbbbblh", ".sdbbbbbbbblh",
                               "..sdbbbbbblh.", "..hhlbbbblhh.", "...hhllllhh..", ".....hhhh...."};
constexpr Glyph kRadio{13, 0, 1, kRadioRows};
// f: the frame.
constexpr Rows kFlatRadioRows[] = {"....fffff....", "...fffffff...", "..fffbbbbff..",
                                   ".fffbbbbbbff.", ".ffbbbbbbbbf.", ".ffbbbbbbbbf.",
                                   ".ffbbbbbbbbf.", ".ffbbbbbbbbf.", "..ffbbbbbbf..",
                                   "...ffbbbbf...", "....fffff...."};
constexpr Glyph kFlatRadio{13, 0, 1, kFlatRadioRows};
constexpr Rows kDotRows[] = {".##.", "####", "####", ".##."};
constexpr Glyph kDot{13, 5, 5, kDotRows};

constexpr Rows kUpRows[] = {"...#...", "..###..", ".#####.", "#######"};
constexpr Rows kDownRows[] = {"#######", ".#####.", "..###..", "...#..."};
constexpr Rows kLeftRows[] = {"...#", "..##", ".###", "####", ".###", "..##", "...#"};
constexpr Rows kRightRows[] = {"#...", "##..", "###.", "####", "###.", "##..", "#..."};
constexpr Glyph kUp{16, 4, 5, kUpRows};
constexpr Glyph kDown{16, 4, 6, kDownRows};
constexpr Glyph kLeft{16, 5, 4, kLeftRows};
constexpr Glyph kRight{16, 6, 4, kRightRows};

constexpr Glyph kMenuArrow{16, 6, 5, kRightRows};
constexpr Glyph kMenuArrowLeft{16, 6, 5, kLeftRows};
constexpr Rows kMenuCheckRows[] = {".......#", "......##", ".....###", "#...####", "##.####.",
                                   "######..", "#####...", ".###....", "..#....."};
constexpr Glyph kMenuCheck{16, 4, 4, kMenuCheckRows};
constexpr Glyph kMenuBullet{16, 6, 6, kDotRows};

constexpr Rows kCrossRows[] = {"##....##", ".##..##.", "..####..", "...##...",
                               "..####..", ".##..##.", "##....##"};
constexpr Rows kBoxRows[] = {"#########", "#########", "#.......#", "#.......#", "#.......#",
                             "#.......#", "#.......#", "#.......#", "#########"};
constexpr Rows kTwoBoxesRows[] = {"..######", "..######", "..#....#", "######.#", "######.#",
                                  "#....###", "#....#..", "#....#..", "######.."};
constexpr Rows kBarRows[] = {"######", "######"};
constexpr Rows kQuestionRows[] = {".####.", "##..##", "....##", "...##.", "..##..",
                                  "..##..", "......", "..##..", "..##.."};

// In a caption button of 16 by 14; they keep their size.
struct CaptionGlyph {
  int x, y;
  std::span<const Rows> rows;
};

CaptionGlyph caption_glyph(UINT kind) {
  switch (kind) {
    case DFCS_CAPTIONCLOSE:
      return {4, 3, kCrossRows};
    case DFCS_CAPTIONMIN:
      return {4, 9, kBarRows};
    case DFCS_CAPTIONMAX:
      return {3, 2, kBoxRows};
    case DFCS_CAPTIONRESTORE:
      return {4, 2, kTwoBoxesRows};
    default:
      return {5, 2, kQuestionRows};
  }
}

UINT edge_flags(UINT state) {
  UINT flags = BF_RECT;
  if (state & DFCS_MONO) flags |= BF_MONO;
  if (state & DFCS_FLAT) flags |= BF_FLAT;
  return flags;
}

// The edge and the inside of anything that can be pushed.
void draw_push_frame(Canvas& canvas, RECT& rect, UINT state, bool soft) {
  const bool down = (state & (DFCS_PUSHED | DFCS_CHECKED)) != 0;
  RECT inside = rect;
  draw_edge(canvas, inside, down ? EDGE_SUNKEN : EDGE_RAISED,
            edge_flags(state) | BF_ADJUST | (soft ? BF_SOFT : 0));
  if (!(state & DFCS_TRANSPARENT)) {
    const bool lit = (state & DFCS_CHECKED) != 0;
    canvas.fill(inside, lit ? COLOR_3DHIGHLIGHT : COLOR_3DFACE);
  }
  if (state & DFCS_ADJUSTRECT) rect = inside;
}

RECT shifted(const RECT& rect, LONG by) {
  return {rect.left + by, rect.top + by, rect.right + by, rect.bottom + by};
}

// Black; or, where the part is disabled, carved in.
template <class Draw>
void draw_mark(UINT state, const RECT& place, Draw&& draw) {
  if (!(state & DFCS_INACTIVE)) {
    return draw(shifted(place, state & DFCS_PUSHED ? 1 : 0), COLOR_BTNTEXT);
  }
  draw(shifted(place, 1), COLOR_3DHIGHLIGHT);
  draw(place, COLOR_3DSHADOW);
}

int box_inside(UINT state) {
  return state & (DFCS_INACTIVE | DFCS_PUSHED) ? COLOR_3DFACE : COLOR_WINDOW;
}

int check_color(UINT state) {
  return state & DFCS_INACTIVE ? COLOR_3DSHADOW : COLOR_WINDOWTEXT;
}

void draw_check_box(Canvas& canvas, const RECT& rect, UINT state) {
  const RECT square = middle_square(rect);
  const bool third = (state & DFCS_BUTTON3STATE) != 0;
  RECT inside = square;
  draw_edge(canvas, inside, EDGE_SUNKEN, edge_flags(state) | BF_ADJUST);
  int background = box_inside(state);
  int mark = check_color(state);
  if (third && (state & DFCS_CHECKED)) {
    // Neither on nor off: the mark is there, but grey.
    if (background == COLOR_WINDOW) background = COLOR_3DHIGHLIGHT;
    mark = COLOR_3DSHADOW;
  }
  if (!(state & DFCS_TRANSPARENT)) canvas.fill(inside, background);
  if (state & DFCS_CHECKED) draw_glyph(canvas, square, kCheck, [&](char) { return mark; });
}

void draw_radio(Canvas& canvas, const RECT& rect, UINT state) {
  const auto color_of = [&](char letter) {
    switch (letter) {
      case 's':
        return COLOR_3DSHADOW;
      case 'd':
        return COLOR_3DDKSHADOW;
      case 'h':
        return COLOR_3DHIGHLIGHT;
      case 'l':
        return COLOR_3DLIGHT;
      case 'f':
        return COLOR_WINDOWFRAME;
      default:
        return box_inside(state);
    }
  };
  const RECT square = middle_square(rect);
  const bool flat = (state & (DFCS_FLAT | DFCS_MONO)) != 0;
  draw_glyph(canvas, square, flat ? kFlatRadio : kRadio, color_of);
  if (state & DFCS_CHECKED) {
    draw_glyph(canvas, square, kDot, [&](char) { return check_color(state); });
  }
}

// For programs that draw the button as a bitmap with a mask: black where the mask is white.
void draw_radio_image(Canvas& canvas, const RECT& rect, UINT state) {
  canvas.fill_rgb(rect, RGB(0, 0, 0));
  draw_radio(canvas, rect, state);
}

void draw_radio_mask(Canvas& canvas, const RECT& rect, UINT) {
  canvas.fill_rgb(rect, RGB(255, 255, 255));
  for_each_dot(middle_square(rect), kFlatRadio,
               [&](const RECT& dot, char) { canvas.fill_rgb(dot, RGB(0, 0, 0)); });
}

bool draw_button_part(Canvas& canvas, RECT& rect, UINT state) {
  switch (state & 0x1F) {
    case DFCS_BUTTONCHECK:
    case DFCS_BUTTON3STATE:
      draw_check_box(canvas, rect, state);
      return true;
    case DFCS_BUTTONRADIOIMAGE:
      draw_radio_image(canvas, rect, state);
      return true;
    case DFCS_BUTTONRADIOMASK:
      draw_radio_mask(canvas, rect, state);
      return true;
    case DFCS_BUTTONRADIO:
      draw_radio(canvas, rect, state);
      return true;
    case DFCS_BUTTONPUSH:
      draw_push_frame(canvas, rect, state, true);
      return true;
    default:
      return false;
  }
}

bool draw_caption_part_of(Canvas& canvas, RECT& rect, UINT state) {
  const CaptionGlyph glyph = caption_glyph(state & 0xF);
  // Small captions have smaller buttons; the glyph stays in the middle.
  const RECT place{rect.left + (rect.right - rect.left - 16) / 2,
                   rect.top + (rect.bottom - rect.top - 14) / 2, 0, 0};
  draw_push_frame(canvas, rect, state, true);
  draw_mark(state, place, [&](const RECT& at, int color) {
    canvas.pattern(static_cast<int>(at.left) + glyph.x, static_cast<int>(at.top) + glyph.y,
                   glyph.rows, color);
  });
  return true;
}

// Three ridges across the corner, each a light line and two dark ones; from the corner inwards.
constexpr std::string_view kGripLines = ".ssh.sshssh";

void draw_size_grip(Canvas& canvas, const RECT& rect, bool at_right) {
  canvas.fill(rect, COLOR_3DFACE);
  const LONG size = std::min(rect.right - rect.left, rect.bottom - rect.top);
  const LONG reach = std::min<LONG>(size, 11);
  for (LONG up = 0; up < reach; ++up) {
    for (LONG along = 0; up + along < reach; ++along) {
      const char line = kGripLines[static_cast<std::size_t>(up + along)];
      if (line == '.') continue;
      const LONG x = at_right ? rect.right - 1 - along : rect.left + along;
      const LONG y = rect.bottom - 1 - up;
      canvas.fill({x, y, x + 1, y + 1}, line == 'h' ? COLOR_3DHIGHLIGHT : COLOR_3DSHADOW);
    }
  }
}

const Glyph* scroll_glyph(UINT kind) {
  switch (kind) {
    case DFCS_SCROLLUP:
      return &kUp;
    case DFCS_SCROLLDOWN:
    case DFCS_SCROLLCOMBOBOX:
      return &kDown;
    case DFCS_SCROLLLEFT:
      return &kLeft;
    case DFCS_SCROLLRIGHT:
      return &kRight;
    default:
      return nullptr;
  }
}

bool draw_scroll_part(Canvas& canvas, RECT& rect, UINT state) {
  const UINT kind = state & 0xFF;
  if (kind == DFCS_SCROLLSIZEGRIP || kind == DFCS_SCROLLSIZEGRIPRIGHT) {
    draw_size_grip(canvas, rect, kind == DFCS_SCROLLSIZEGRIP);
    return true;
  }
  const Glyph* glyph = scroll_glyph(kind);
  if (glyph == nullptr) return false;
  const RECT square = middle_square(rect);
  draw_push_frame(canvas, rect, state, state != kind);
  draw_mark(state, square, [&](const RECT& at, int color) {
    draw_glyph(canvas, at, *glyph, [&](char) { return color; });
  });
  return true;
}

const Glyph* menu_glyph(UINT kind) {
  switch (kind) {
    case DFCS_MENUARROW:
      return &kMenuArrow;
    case DFCS_MENUARROWRIGHT:
      return &kMenuArrowLeft;  // for menus that open to the left
    case DFCS_MENUCHECK:
      return &kMenuCheck;
    case DFCS_MENUBULLET:
      return &kMenuBullet;
    default:
      return nullptr;
  }
}

// Black on white, to be used as a mask.
bool draw_menu_part(Canvas& canvas, const RECT& rect, UINT state) {
  canvas.fill_rgb(rect, RGB(255, 255, 255));
  const Glyph* glyph = menu_glyph(state & 0x1F);
  if (glyph == nullptr) return false;
  const RECT square = middle_square(rect);
  for_each_dot(square, *glyph, [&](const RECT& dot, char) { canvas.fill_rgb(dot, RGB(0, 0, 0)); });
  return true;
}

}  // namespace

bool draw_frame_control(Canvas& canvas, RECT& rect, UINT type, UINT state) {
  if (rect.right <= rect.left || rect.bottom <= rect.top) return true;
  switch (type) {
    case DFC_CAPTION:
      return draw_caption_part_of(canvas, rect, state);
    case DFC_MENU:
      return draw_menu_part(canvas, rect, state);
    case DFC_SCROLL:
      return draw_scroll_part(canvas, rect, state);
    case DFC_BUTTON:
      return draw_button_part(canvas, rect, state);
    default:
      return false;
  }
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Draws a standard part: a check box, a push button, a caption's or a scroll bar's button. FALSE
// where there is none such. Last error: ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawframecontrol
WINBOOL WINAPI DrawFrameControl(HDC dc, LPRECT rect, UINT type, UINT state) {
  Canvas canvas(dc);
  if (!canvas.exists()) return base::fail(ERROR_INVALID_HANDLE);
  if (rect == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  return draw_frame_control(canvas, *rect, type, state);
}
