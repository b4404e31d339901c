// Rectangles as numbers.
// https://learn.microsoft.com/windows/win32/gdi/rectangle-functions
#include <algorithm>

#include "base/win32.h"

namespace {

bool is_empty(const RECT& rect) {
  return rect.left >= rect.right || rect.top >= rect.bottom;
}

LONG sum(LONG a, int b) {
  // Wraps around, as it does on Windows, without being undefined.
  return static_cast<LONG>(static_cast<std::uint32_t>(a) + static_cast<std::uint32_t>(b));
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setrect
BOOL WINAPI SetRect(LPRECT rect, int left, int top, int right, int bottom) {
  if (rect == nullptr) return FALSE;
  *rect = {left, top, right, bottom};
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setrectempty
BOOL WINAPI SetRectEmpty(LPRECT rect) {
  return SetRect(rect, 0, 0, 0, 0);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-copyrect
BOOL WINAPI CopyRect(LPRECT to, CONST RECT* from) {
  if (to == nullptr || from == nullptr) return FALSE;
  *to = *from;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-isrectempty
BOOL WINAPI IsRectEmpty(CONST RECT* rect) {
  return rect == nullptr || is_empty(*rect);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-equalrect
BOOL WINAPI EqualRect(CONST RECT* a, CONST RECT* b) {
  if (a == nullptr || b == nullptr) return FALSE;
  return a->left == b->left && a->top == b->top && a->right == b->right && a->bottom == b->bottom;
}

// The right and bottom edges are outside.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-ptinrect
BOOL WINAPI PtInRect(CONST RECT* rect, POINT point) {
  return rect != nullptr && point.x >= rect->left && point.x < rect->right &&
         point.y >= rect->top && point.y < rect->bottom;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-offsetrect
BOOL WINAPI OffsetRect(LPRECT rect, int x, int y) {
  if (rect == nullptr) return FALSE;
  *rect = {sum(rect->left, x), sum(rect->top, y), sum(rect->right, x), sum(rect->bottom, y)};
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-inflaterect
BOOL WINAPI InflateRect(LPRECT rect, int x, int y) {
  if (rect == nullptr) return FALSE;
  const auto negated = [](int value) {
    return static_cast<int>(0u - static_cast<std::uint32_t>(value));
  };
  *rect = {sum(rect->left, negated(x)), sum(rect->top, negated(y)), sum(rect->right, x),
           sum(rect->bottom, y)};
  return TRUE;
}

// FALSE, and an empty rectangle, when there is nothing in common.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-intersectrect
BOOL WINAPI IntersectRect(LPRECT result, CONST RECT* a, CONST RECT* b) {
  if (result == nullptr) return FALSE;
  if (a == nullptr || b == nullptr || is_empty(*a) || is_empty(*b))
    return SetRectEmpty(result), FALSE;
  const RECT common{std::max(a->left, b->left), std::max(a->top, b->top),
                    std::min(a->right, b->right), std::min(a->bottom, b->bottom)};
  *result = is_empty(common) ? RECT{} : common;
  return !is_empty(common);
}

// Empty rectangles do not count.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-unionrect
BOOL WINAPI UnionRect(LPRECT result, CONST RECT* a, CONST RECT* b) {
  if (result == nullptr) return FALSE;
  const bool no_a = a == nullptr || is_empty(*a), no_b = b == nullptr || is_empty(*b);
  if (no_a && no_b) return SetRectEmpty(result), FALSE;
  if (no_a || no_b) return CopyRect(result, no_a ? b : a);
  *result = {std::min(a->left, b->left), std::min(a->top, b->top), std::max(a->right, b->right),
             std::max(a->bottom, b->bottom)};
  return TRUE;
}

// What is left of `a`; only where that is a rectangle is something taken away.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-subtractrect
BOOL WINAPI SubtractRect(LPRECT result, CONST RECT* a, CONST RECT* b) {
  if (result == nullptr || a == nullptr) return FALSE;
  RECT rest = *a, common;
  if (is_empty(rest)) return SetRectEmpty(result), FALSE;
  if (b != nullptr && IntersectRect(&common, a, b)) {
    if (EqualRect(&common, a)) return SetRectEmpty(result), FALSE;
    if (common.top == rest.top && common.bottom == rest.bottom) {
      if (common.left == rest.left)
        rest.left = common.right;
      else if (common.right == rest.right)
        rest.right = common.left;
    } else if (common.left == rest.left && common.right == rest.right) {
      if (common.top == rest.top)
        rest.top = common.bottom;
      else if (common.bottom == rest.bottom)
        rest.bottom = common.top;
    }
  }
  *result = rest;
  return TRUE;
}
