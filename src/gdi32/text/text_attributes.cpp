// What a context says about text: alignment, spacing, the mapper.
// https://learn.microsoft.com/windows/win32/gdi/text-formatting-attributes
#include "base/last_error.h"
#include "gdi32/recorder.h"

using namespace transom;
using namespace transom::gdi;

// TA_ bits; answers the old ones, GDI_ERROR for a dead handle.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-settextalign
UINT WINAPI SetTextAlign(HDC hdc, UINT align) {
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<UINT>(ERROR_INVALID_HANDLE, GDI_ERROR);
  record(*dc, &Recorder::attribute, DcAttribute::kTextAlign, static_cast<LONG>(align));
  return std::exchange(dc->state.text_align, align);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextalign
UINT WINAPI GetTextAlign(HDC hdc) {
  const auto dc = find_dc(hdc);
  return dc ? dc->state.text_align : base::fail<UINT>(ERROR_INVALID_HANDLE, GDI_ERROR);
}

// Space behind each character, logical units; answers the old one, 0x80000000 for a dead handle.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-settextcharacterextra
int WINAPI SetTextCharacterExtra(HDC hdc, int extra) {
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<int>(ERROR_INVALID_HANDLE, INT_MIN);
  record(*dc, &Recorder::attribute, DcAttribute::kCharacterExtra, extra);
  return std::exchange(dc->state.character_extra, extra);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextcharacterextra
int WINAPI GetTextCharacterExtra(HDC hdc) {
  const auto dc = find_dc(hdc);
  return dc ? dc->state.character_extra : base::fail<int>(ERROR_INVALID_HANDLE, INT_MIN);
}

// Logical units to spread over `breaks` spaces of the lines to come.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-settextjustification
BOOL WINAPI SetTextJustification(HDC hdc, int extra, int breaks) {
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  record(*dc, &Recorder::pair, DcPair::kTextJustification, extra, breaks);
  dc->state.break_extra = breaks > 0 ? extra : 0;
  dc->state.break_count = breaks > 0 ? breaks : 0;
  return TRUE;
}

// ASPECT_FILTERING or 0, kept for the asking: no bitmap fonts are there to filter.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setmapperflags
DWORD WINAPI SetMapperFlags(HDC hdc, DWORD flags) {
  const auto dc = find_dc(hdc);
  if (!dc) return base::fail<DWORD>(ERROR_INVALID_HANDLE, GDI_ERROR);
  record(*dc, &Recorder::attribute, DcAttribute::kMapperFlags, static_cast<LONG>(flags));
  return std::exchange(dc->state.mapper_flags, flags);
}
