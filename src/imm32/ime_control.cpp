#include "imm32/ime_control.h"

#include <algorithm>

#include "imm32/composition.h"
#include "user32/default/input_handlers.h"

namespace transom::imm {
namespace {

constexpr LRESULT kDone = 0;
constexpr LRESULT kFailed = 1;

LRESULT done(bool success) {
  return success ? kDone : kFailed;
}

template <class Structure>
Structure* at(LPARAM data) {
  return reinterpret_cast<Structure*>(data);
}

// https://learn.microsoft.com/windows/win32/intl/imc-getcandidatepos
LRESULT get_candidate_position(const ContextRef& context, LPARAM data) {
  auto* form = at<CANDIDATEFORM>(data);
  return done(form != nullptr && ImmGetCandidateWindow(context->handle, form->dwIndex, form));
}

// https://learn.microsoft.com/windows/win32/intl/imc-setcandidatepos
LRESULT set_candidate_position(const ContextRef& context, LPARAM data) {
  return done(ImmSetCandidateWindow(context->handle, at<CANDIDATEFORM>(data)));
}

// https://learn.microsoft.com/windows/win32/intl/imc-getcompositionfont
LRESULT get_font(const ContextRef& context, LPARAM data) {
  return done(ImmGetCompositionFontW(context->handle, at<LOGFONTW>(data)));
}

// https://learn.microsoft.com/windows/win32/intl/imc-setcompositionfont
LRESULT set_font(const ContextRef& context, LPARAM data) {
  return done(ImmSetCompositionFontW(context->handle, at<LOGFONTW>(data)));
}

// https://learn.microsoft.com/windows/win32/intl/imc-getcompositionwindow
LRESULT get_composition_window(const ContextRef& context, LPARAM data) {
  return done(ImmGetCompositionWindow(context->handle, at<COMPOSITIONFORM>(data)));
}

// https://learn.microsoft.com/windows/win32/intl/imc-setcompositionwindow
LRESULT set_composition_window(const ContextRef& context, LPARAM data) {
  return done(ImmSetCompositionWindow(context->handle, at<COMPOSITIONFORM>(data)));
}

// The two coordinates are the answer.
// https://learn.microsoft.com/windows/win32/intl/imc-getstatuswindowpos
LRESULT get_status_position(const ContextRef& context, LPARAM) {
  const POINT place = context->status_position;
  return MAKELONG(place.x, place.y);
}

// https://learn.microsoft.com/windows/win32/intl/imc-setstatuswindowpos
LRESULT set_status_position(const ContextRef& context, LPARAM data) {
  POINT place = user::point_of(data);
  return done(ImmSetStatusWindowPos(context->handle, &place));
}

// https://learn.microsoft.com/windows/win32/intl/imc-openstatuswindow
LRESULT open_status(const ContextRef& context, LPARAM) {
  notify(*context, IMN_OPENSTATUSWINDOW, 0);
  return kDone;
}

// https://learn.microsoft.com/windows/win32/intl/imc-closestatuswindow
LRESULT close_status(const ContextRef& context, LPARAM) {
  notify(*context, IMN_CLOSESTATUSWINDOW, 0);
  return kDone;
}

struct Command {
  WPARAM number;
  LRESULT (*perform)(const ContextRef& context, LPARAM data);
};

constexpr Command kCommands[] = {
    {IMC_GETCANDIDATEPOS, get_candidate_position},
    {IMC_SETCANDIDATEPOS, set_candidate_position},
    {IMC_GETCOMPOSITIONFONT, get_font},
    {IMC_SETCOMPOSITIONFONT, set_font},
    {IMC_GETCOMPOSITIONWINDOW, get_composition_window},
    {IMC_SETCOMPOSITIONWINDOW, set_composition_window},
    {IMC_GETSTATUSWINDOWPOS, get_status_position},
    {IMC_SETSTATUSWINDOWPOS, set_status_position},
    {IMC_OPENSTATUSWINDOW, open_status},
    {IMC_CLOSESTATUSWINDOW, close_status},
};

}  // namespace

LRESULT perform_control(const ContextRef& context, WPARAM command, LPARAM data) {
  const auto* found = std::ranges::find(kCommands, command, &Command::number);
  return found != std::end(kCommands) ? found->perform(context, data) : kFailed;
}

}  // namespace transom::imm
