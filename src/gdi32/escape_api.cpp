// Escapes: what drivers once could do beyond the functions.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-escape
#include "gdi32/api.h"
#include "gdi32/recorder.h"

using namespace transom::gdi;

// Greater than 0: done; 0: not implemented; less: failed. A recording context keeps the escape.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-escape
int WINAPI Escape(HDC handle, int function, int size, LPCSTR in, LPVOID) {
  const auto dc = require_dc(handle);
  if (!dc) return 0;
  if (size < 0 || (size > 0 && in == nullptr)) return fail_parameter<int>(SP_ERROR);
  if (dc->recorder == nullptr) return 0;
  record(*dc, &Recorder::escape, function,
         std::span(reinterpret_cast<const std::uint8_t*>(in), static_cast<std::size_t>(size)));
  return 1;
}
