// The state of an input context: open or not, modes, places of its windows, font.
#include <algorithm>
#include <cstring>

#include "base/last_error.h"
#include "base/text.h"
#include "imm32/composition.h"

namespace transom::imm {
namespace {

// The two differ in the face's characters only.
LOGFONTW to_wide(const LOGFONTA& font) {
  LOGFONTW wide{};
  std::memcpy(&wide, &font, offsetof(LOGFONTA, lfFaceName));
  const std::string_view face(font.lfFaceName, strnlen(font.lfFaceName, LF_FACESIZE));
  const std::u16string name = base::to_utf16(face);
  std::copy_n(name.begin(), std::min<std::size_t>(name.size(), LF_FACESIZE - 1), wide.lfFaceName);
  return wide;
}

LOGFONTA to_ansi(const LOGFONTW& font) {
  LOGFONTA ansi{};
  std::memcpy(&ansi, &font, offsetof(LOGFONTA, lfFaceName));
  const std::string name = base::to_ansi(base::as_char16(font.lfFaceName));
  std::copy_n(name.begin(), std::min<std::size_t>(name.size(), LF_FACESIZE - 1), ansi.lfFaceName);
  return ansi;
}

template <class Value>
BOOL get_value(HIMC handle, Value InputContext::*value, Value* out) {
  const ContextRef context = own_context(handle);
  if (!context || out == nullptr) return FALSE;
  *out = (*context).*value;
  return TRUE;
}

// With the notification that the window gets.
template <class Value>
BOOL set_value(HIMC handle, Value InputContext::*value, const Value* wanted, WPARAM told) {
  const ContextRef context = own_context(handle);
  if (!context || wanted == nullptr) return FALSE;
  (*context).*value = *wanted;
  notify(*context, told, 0);
  return TRUE;
}

bool get_font(HIMC handle, LOGFONTW& out) {
  const ContextRef context = own_context(handle);
  if (!context) return false;
  out = font_of(*context);
  return true;
}

bool set_font(HIMC handle, LOGFONTW font) {
  const ContextRef context = own_context(handle);
  if (!context) return false;
  font.lfFaceName[LF_FACESIZE - 1] = 0;
  context->font = font;
  notify(*context, IMN_SETCOMPOSITIONFONT, 0);
  return true;
}

}  // namespace
}  // namespace transom::imm

using namespace transom;
using namespace transom::imm;

// Whether keys go to the input method.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetopenstatus
WINBOOL WINAPI ImmGetOpenStatus(HIMC handle) {
  const ContextRef context = own_context(handle);
  return context && context->open;
}

// Closing completes what is being composed. Tells the window (IMN_SETOPENSTATUS).
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immsetopenstatus
WINBOOL WINAPI ImmSetOpenStatus(HIMC handle, WINBOOL open) {
  const ContextRef context = own_context(handle);
  if (!context) return FALSE;
  set_open(context, open != FALSE);
  return TRUE;
}

// IME_CMODE_ and IME_SMODE_; either pointer may be null.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetconversionstatus
WINBOOL WINAPI ImmGetConversionStatus(HIMC handle, LPDWORD conversion, LPDWORD sentence) {
  const ContextRef context = own_context(handle);
  if (!context) return FALSE;
  if (conversion != nullptr) *conversion = context->conversion;
  if (sentence != nullptr) *sentence = context->sentence;
  return TRUE;
}

// Tells the window what changed (IMN_SETCONVERSIONMODE, IMN_SETSENTENCEMODE).
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immsetconversionstatus
WINBOOL WINAPI ImmSetConversionStatus(HIMC handle, DWORD conversion, DWORD sentence) {
  const ContextRef context = own_context(handle);
  if (!context) return FALSE;
  set_conversion(context, conversion, sentence);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetcompositionwindow
WINBOOL WINAPI ImmGetCompositionWindow(HIMC handle, LPCOMPOSITIONFORM form) {
  return get_value(handle, &InputContext::composition_form, form);
}

// Where compositions are shown, in client coordinates (CFS_). Tells the window
// (IMN_SETCOMPOSITIONWINDOW).
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immsetcompositionwindow
WINBOOL WINAPI ImmSetCompositionWindow(HIMC handle, LPCOMPOSITIONFORM form) {
  return set_value(handle, &InputContext::composition_form, form, IMN_SETCOMPOSITIONWINDOW);
}

// FALSE where no place was set for the list.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetcandidatewindow
WINBOOL WINAPI ImmGetCandidateWindow(HIMC handle, DWORD index, LPCANDIDATEFORM form) {
  const ContextRef context = own_context(handle);
  if (!context || form == nullptr || index >= kCandidateLists) return FALSE;
  if (!context->candidate_forms[index]) return FALSE;
  *form = *context->candidate_forms[index];
  return TRUE;
}

// Tells the window (IMN_SETCANDIDATEPOS, with a bit for the list).
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immsetcandidatewindow
WINBOOL WINAPI ImmSetCandidateWindow(HIMC handle, LPCANDIDATEFORM form) {
  const ContextRef context = own_context(handle);
  if (!context || form == nullptr || form->dwIndex >= kCandidateLists) return FALSE;
  const DWORD index = form->dwIndex;
  context->candidate_forms[index] = *form;
  notify(*context, IMN_SETCANDIDATEPOS, LPARAM{1} << index);
  return TRUE;
}

// On the screen.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetstatuswindowpos
WINBOOL WINAPI ImmGetStatusWindowPos(HIMC handle, LPPOINT position) {
  return get_value(handle, &InputContext::status_position, position);
}

// Tells the window (IMN_SETSTATUSWINDOWPOS).
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immsetstatuswindowpos
WINBOOL WINAPI ImmSetStatusWindowPos(HIMC handle, LPPOINT position) {
  return set_value(handle, &InputContext::status_position, position, IMN_SETSTATUSWINDOWPOS);
}

// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetcompositionfontw
WINBOOL WINAPI ImmGetCompositionFontW(HIMC context, LPLOGFONTW font) {
  return font != nullptr && get_font(context, *font);
}

// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetcompositionfonta
WINBOOL WINAPI ImmGetCompositionFontA(HIMC context, LPLOGFONTA font) {
  LOGFONTW wide{};
  if (font == nullptr || !get_font(context, wide)) return FALSE;
  *font = to_ansi(wide);
  return TRUE;
}

// Tells the window (IMN_SETCOMPOSITIONFONT).
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immsetcompositionfontw
WINBOOL WINAPI ImmSetCompositionFontW(HIMC context, LPLOGFONTW font) {
  return font != nullptr && set_font(context, *font);
}

// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immsetcompositionfonta
WINBOOL WINAPI ImmSetCompositionFontA(HIMC context, LPLOGFONTA font) {
  return font != nullptr && set_font(context, to_wide(*font));
}
