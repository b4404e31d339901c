#include "imm32/ime_place.h"

#include "imm32/ime_popup.h"
#include "user32/message/send.h"
#include "user32/window/window.h"

namespace transom::imm {
namespace {

POINT on_screen(HWND window, POINT point) {
  ClientToScreen(window, &point);
  return point;
}

// The caret's place where the window has it, else the lower left corner.
POINT default_place(HWND window) {
  GUITHREADINFO about{};
  about.cbSize = sizeof about;
  if (GetGUIThreadInfo(GetCurrentThreadId(), &about) && about.hwndCaret == window) {
    return {about.rcCaret.left, about.rcCaret.top};
  }
  RECT area{};
  GetClientRect(window, &area);
  return {area.left, area.bottom};
}

POINT place_in_window(const InputContext& context) {
  const COMPOSITIONFORM& form = context.composition_form;
  return form.dwStyle == CFS_DEFAULT ? default_place(context.window) : form.ptCurrentPos;
}

// Below the excluded rectangle, or at the very place.
// https://learn.microsoft.com/windows/win32/api/imm/ns-imm-candidateform
POINT place_of(const CANDIDATEFORM& form) {
  if ((form.dwStyle & CFS_EXCLUDE) == 0) return form.ptCurrentPos;
  return {form.ptCurrentPos.x, form.rcArea.bottom};
}

// The program draws the composition itself: it knows where.
// https://learn.microsoft.com/windows/win32/intl/wm-ime-request
std::optional<POINT> ask_for_candidates(HWND window) {
  CANDIDATEFORM form{};
  if (user::send_message(window, WM_IME_REQUEST, IMR_CANDIDATEWINDOW,
                         reinterpret_cast<LPARAM>(&form)) != 0) {
    return on_screen(window, place_of(form));
  }
  IMECHARPOSITION character{};
  character.dwSize = sizeof character;
  if (user::send_message(window, WM_IME_REQUEST, IMR_QUERYCHARPOSITION,
                         reinterpret_cast<LPARAM>(&character)) != 0) {
    return POINT{character.pt.x, character.pt.y + static_cast<LONG>(character.cLineHeight)};
  }
  COMPOSITIONFORM composition{};
  if (user::send_message(window, WM_IME_REQUEST, IMR_COMPOSITIONWINDOW,
                         reinterpret_cast<LPARAM>(&composition)) != 0) {
    return on_screen(window, composition.ptCurrentPos);
  }
  return std::nullopt;
}

}  // namespace

POINT composition_corner(const InputContext& context) {
  return on_screen(context.window, place_in_window(context));
}

POINT candidates_corner(const ContextRef& context) {
  constexpr DWORD kPlaced = CFS_CANDIDATEPOS | CFS_EXCLUDE;
  const auto& form = context->candidate_forms[0];
  if (form && (form->dwStyle & kPlaced) != 0) return on_screen(context->window, place_of(*form));
  if ((context->shown & ISC_SHOWUICOMPOSITIONWINDOW) == 0) {
    if (const auto asked = ask_for_candidates(context->window)) return *asked;
  }
  POINT corner = composition_corner(*context);
  corner.y += composition_size(*context).cy + 1;
  return corner;
}

bool composition_fits(const InputContext& context) {
  const COMPOSITIONFORM& form = context.composition_form;
  if ((form.dwStyle & CFS_RECT) == 0) return true;
  const SIZE size = composition_size(context);
  return form.ptCurrentPos.x + size.cx <= form.rcArea.right &&
         form.ptCurrentPos.y + size.cy <= form.rcArea.bottom;
}

bool find_character(const InputContext& context, IMECHARPOSITION& about) {
  if (about.dwCharPos > context.composition.text.size()) return false;
  about.pt = composition_corner(context);
  about.pt.x += composition_size(context, about.dwCharPos).cx;
  about.cLineHeight = static_cast<UINT>(composition_size(context).cy);
  GetWindowRect(context.window, &about.rcDocument);
  return true;
}

}  // namespace transom::imm
