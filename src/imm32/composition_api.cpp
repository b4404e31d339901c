// The composition string as programs read and set it.
#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "base/last_error.h"
#include "base/text.h"
#include "imm32/composition.h"
#include "imm32/encoded_text.h"

namespace transom::imm {
namespace {

std::size_t length_in(std::u16string_view text, Encoding encoding) {
  return encoding == Encoding::kUnicode ? text.size() : base::to_ansi(text).size();
}

// A position in the text, counted as the caller counts.
DWORD position_in(std::u16string_view text, std::size_t position, Encoding encoding) {
  return static_cast<DWORD>(length_in(text.substr(0, position), encoding));
}

// One attribute for each unit; in ANSI one for each byte.
std::vector<std::byte> attribute_bytes(std::u16string_view text, const std::vector<BYTE>& all,
                                       Encoding encoding) {
  std::vector<std::byte> bytes;
  for (std::size_t index = 0; index < std::min(text.size(), all.size()); ++index) {
    bytes.insert(bytes.end(), length_in(text.substr(index, 1), encoding), std::byte{all[index]});
  }
  return bytes;
}

std::vector<std::byte> clause_bytes(std::u16string_view text, std::vector<DWORD> clauses,
                                    Encoding encoding) {
  for (DWORD& bound : clauses) bound = position_in(text, bound, encoding);
  std::vector<std::byte> bytes(clauses.size() * sizeof(DWORD));
  std::memcpy(bytes.data(), clauses.data(), bytes.size());
  return bytes;
}

std::vector<DWORD> whole(std::u16string_view text) {
  if (text.empty()) return {};
  return {0, static_cast<DWORD>(text.size())};
}

// What an index that asks for a buffer answers; nothing for an index that there is not.
std::optional<std::vector<std::byte>> part(const InputContext& context, DWORD index,
                                           Encoding encoding) {
  const Composition& now = context.composition;
  const std::vector<BYTE> reading_attributes(
      now.reading.size(), now.attributes.empty() ? BYTE{ATTR_INPUT} : now.attributes.front());
  switch (index) {
    case GCS_COMPSTR:
      return bytes_of(now.text, encoding);
    case GCS_COMPATTR:
      return attribute_bytes(now.text, now.attributes, encoding);
    case GCS_COMPCLAUSE:
      return clause_bytes(now.text, now.clauses, encoding);
    case GCS_COMPREADSTR:
      return bytes_of(now.reading, encoding);
    case GCS_COMPREADATTR:
      return attribute_bytes(now.reading, reading_attributes, encoding);
    case GCS_COMPREADCLAUSE:
      return clause_bytes(now.reading, whole(now.reading), encoding);
    case GCS_RESULTSTR:
      return bytes_of(context.result, encoding);
    case GCS_RESULTCLAUSE:
      return clause_bytes(context.result, whole(context.result), encoding);
    case GCS_RESULTREADSTR:
      return bytes_of(context.result_reading, encoding);
    case GCS_RESULTREADCLAUSE:
      return clause_bytes(context.result_reading, whole(context.result_reading), encoding);
    default:
      return std::nullopt;
  }
}

LONG get_composition_string(HIMC handle, DWORD index, void* buffer, DWORD size, Encoding encoding) {
  const ContextRef context = own_context(handle);
  if (!context) return IMM_ERROR_GENERAL;
  const Composition& now = context->composition;
  // "Retrieves the cursor position … as the return value": no buffer is needed.
  if (index == GCS_CURSORPOS) return static_cast<LONG>(position_in(now.text, now.cursor, encoding));
  if (index == GCS_DELTASTART) return 0;
  const auto bytes = part(*context, index, encoding);
  if (!bytes) return base::fail<LONG>(ERROR_INVALID_PARAMETER, IMM_ERROR_GENERAL);
  if (size == 0 || buffer == nullptr) return static_cast<LONG>(bytes->size());
  const std::size_t copied = std::min<std::size_t>(bytes->size(), size);
  std::memcpy(buffer, bytes->data(), copied);
  return static_cast<LONG>(copied);
}

// SCS_SETSTR alone: attributes and clauses are the method's own to make.
BOOL set_composition_string(HIMC handle, DWORD index, const void* text, DWORD text_size,
                            const void* reading, DWORD reading_size, Encoding encoding) {
  const ContextRef context = own_context(handle);
  if (!context) return FALSE;
  if (index != SCS_SETSTR) return base::fail(ERROR_INVALID_PARAMETER);
  Composer* composer = composer_of(*context);
  if (composer == nullptr) return FALSE;
  const bool has_text = text != nullptr && text_size > 0;
  apply(context, composer->compose(has_text ? text_at(text, text_size, encoding)
                                            : text_at(reading, reading_size, encoding)));
  return TRUE;
}

// ---- ImmNotifyIME

BOOL act_on_composition(const ContextRef& context, DWORD value) {
  Composer* composer = composer_of(*context);
  if (composer == nullptr) return FALSE;
  switch (value) {
    case CPS_COMPLETE:
      apply(context, composer->complete());
      return TRUE;
    case CPS_CONVERT:
      apply(context, composer->convert());
      return TRUE;
    case CPS_REVERT:
      apply(context, composer->revert());
      return TRUE;
    case CPS_CANCEL:
      apply(context, composer->cancel());
      return TRUE;
    default:
      return base::fail(ERROR_INVALID_PARAMETER);
  }
}

BOOL choose(const ContextRef& context, DWORD list, DWORD candidate) {
  Composer* composer = composer_of(*context);
  if (composer == nullptr || list != 0) return FALSE;
  if (candidate >= context->composition.candidates.size()) return FALSE;
  apply(context, composer->choose(candidate));
  return TRUE;
}

BOOL set_page(const ContextRef& context, DWORD list, DWORD& what, DWORD value) {
  if (list != 0 || context->composition.candidates.empty()) return FALSE;
  what = value;
  notify(*context, IMN_CHANGECANDIDATE, 1);
  return TRUE;
}

BOOL close_candidates(const ContextRef& context, DWORD list) {
  Composer* composer = composer_of(*context);
  if (composer == nullptr || list != 0 || context->composition.candidates.empty()) return FALSE;
  apply(context, composer->revert());
  return TRUE;
}

BOOL open_candidates(const ContextRef& context, DWORD list) {
  Composer* composer = composer_of(*context);
  if (composer == nullptr || list != 0 || context->composition.empty()) return FALSE;
  apply(context, composer->convert());
  return TRUE;
}

BOOL notify_method(const ContextRef& context, DWORD action, DWORD index, DWORD value) {
  switch (action) {
    case NI_COMPOSITIONSTR:
      return act_on_composition(context, index);
    case NI_OPENCANDIDATE:
      return open_candidates(context, index);
    case NI_CLOSECANDIDATE:
      return close_candidates(context, index);
    case NI_SELECTCANDIDATESTR:
      return choose(context, index, value);
    case NI_SETCANDIDATE_PAGESTART:
      return set_page(context, index, context->page_start, value);
    case NI_SETCANDIDATE_PAGESIZE:
      return value > 0 && value <= 9 && set_page(context, index, context->page_size, value);
    default:
      return base::fail(ERROR_INVALID_PARAMETER);
  }
}

}  // namespace
}  // namespace transom::imm

using namespace transom;
using namespace transom::imm;

// A part of the composition or its result (GCS_); the number of bytes, IMM_ERROR_GENERAL on
// failure. Without a size: how many there are. Never terminated.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetcompositionstringw
LONG WINAPI ImmGetCompositionStringW(HIMC context, DWORD index, LPVOID buffer, DWORD size) {
  return get_composition_string(context, index, buffer, size, imm::Encoding::kUnicode);
}

// The same in the ANSI code page: positions count bytes.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immgetcompositionstringa
LONG WINAPI ImmGetCompositionStringA(HIMC context, DWORD index, LPVOID buffer, DWORD size) {
  return get_composition_string(context, index, buffer, size, imm::Encoding::kAnsi);
}

// Composes other text (SCS_SETSTR). FALSE where the thread's layout is no input method's.
// Last errors: ERROR_INVALID_HANDLE, ERROR_INVALID_ACCESS, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immsetcompositionstringw
WINBOOL WINAPI ImmSetCompositionStringW(HIMC context, DWORD index, LPVOID text, DWORD text_size,
                                        LPVOID reading, DWORD reading_size) {
  return set_composition_string(context, index, text, text_size, reading, reading_size,
                                imm::Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immsetcompositionstringa
WINBOOL WINAPI ImmSetCompositionStringA(HIMC context, DWORD index, LPVOID text, DWORD text_size,
                                        LPVOID reading, DWORD reading_size) {
  return set_composition_string(context, index, text, text_size, reading, reading_size,
                                imm::Encoding::kAnsi);
}

// Completes, cancels, converts what is being composed; opens, closes, pages its candidates (NI_).
// Last errors: ERROR_INVALID_HANDLE, ERROR_INVALID_ACCESS, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/imm/nf-imm-immnotifyime
WINBOOL WINAPI ImmNotifyIME(HIMC handle, DWORD action, DWORD index, DWORD value) {
  const ContextRef context = own_context(handle);
  return context ? notify_method(context, action, index, value) : FALSE;
}
