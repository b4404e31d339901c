// Pictures of dates and times ("dddd, d MMMM"), which programs and settings give.
#include "kernel32/locale/pictures.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_target.h"

TRANSOM_FUZZ(pictures) {
  const DWORD flags = transom::fuzz::take<std::uint8_t>(bytes);
  const std::string narrow = transom::fuzz::narrow_text(bytes);
  const WORD year = 2026, month = 11, day = 24;
  SYSTEMTIME time{};
  time.wYear = year;
  time.wMonth = month;
  time.wDay = day;
  WCHAR written[64];
  const std::u16string picture(narrow.begin(), narrow.end());
  const auto* wide = reinterpret_cast<const WCHAR*>(picture.c_str());
  GetDateFormatW(LOCALE_INVARIANT, 0, &time, wide, written, 64);
  GetTimeFormatW(LOCALE_INVARIANT, flags & 0xF, &time, wide, written, 64);
}
