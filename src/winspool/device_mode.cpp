#include "winspool/device_mode.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "base/text.h"

namespace transom::winspool {
namespace {

constexpr DWORD kFields = DM_ORIENTATION | DM_PAPERSIZE | DM_PAPERLENGTH | DM_PAPERWIDTH |
                          DM_SCALE | DM_COPIES | DM_DEFAULTSOURCE | DM_PRINTQUALITY | DM_COLOR |
                          DM_DUPLEX | DM_YRESOLUTION | DM_TTOPTION | DM_COLLATE | DM_FORMNAME;

constexpr short kMostCopies = 9999;

template <std::size_t size>
void put_text(WCHAR (&to)[size], std::u16string_view text) {
  const std::size_t count = std::min(size - 1, text.size());
  std::copy_n(text.data(), count, base::as_char16(to));
  std::fill(to + count, to + size, WCHAR{});
}

// As much of the structure as its own size promises.
DEVMODEW readable_part(const DEVMODEW& given) {
  DEVMODEW mode{};
  constexpr std::size_t kHead = offsetof(DEVMODEW, dmFields) + sizeof(DWORD);
  // dmSize itself lies within the first fields, which every version has.
  const std::size_t size = std::min<std::size_t>(given.dmSize, sizeof mode);
  if (size < kHead) return mode;
  std::memcpy(static_cast<void*>(&mode), &given, size);
  return mode;
}

// A size of the program's own counts where both edges are given; the number of a known one does
// otherwise.
void take_paper(DEVMODEW& mode, const DEVMODEW& given) {
  const bool own = (given.dmFields & DM_PAPERWIDTH) != 0 && (given.dmFields & DM_PAPERLENGTH) != 0;
  const Paper* paper =
      (given.dmFields & DM_PAPERSIZE) != 0 ? find_paper(given.dmPaperSize) : nullptr;
  if (paper != nullptr) return set_paper(mode, *paper);
  constexpr short kSmallest = 100;  // a centimetre
  if (!own || given.dmPaperWidth < kSmallest || given.dmPaperLength < kSmallest) return;
  mode.dmPaperSize = DMPAPER_USER;
  mode.dmPaperWidth = given.dmPaperWidth;
  mode.dmPaperLength = given.dmPaperLength;
  put_text(mode.dmFormName, u"Custom");
}

void take_resolution(DEVMODEW& mode, const DEVMODEW& given) {
  if ((given.dmFields & DM_PRINTQUALITY) == 0) return;
  const short wanted = given.dmPrintQuality;
  if (std::ranges::find(kResolutions, wanted) != std::end(kResolutions)) {
    mode.dmPrintQuality = mode.dmYResolution = wanted;
  }
}

template <class Value>
void take(DEVMODEW& mode, const DEVMODEW& given, DWORD field, Value DEVMODEW::*member, Value least,
          Value most) {
  if ((given.dmFields & field) == 0) return;
  if (given.*member >= least && given.*member <= most) mode.*member = given.*member;
}

}  // namespace

void set_paper(DEVMODEW& mode, const Paper& paper) {
  mode.dmPaperSize = paper.number;
  mode.dmPaperWidth = static_cast<short>(paper.width);
  mode.dmPaperLength = static_cast<short>(paper.height);
  put_text(mode.dmFormName, paper.name);
  mode.dmFields |= DM_PAPERSIZE | DM_PAPERWIDTH | DM_PAPERLENGTH | DM_FORMNAME;
}

DEVMODEW default_device_mode(const Printer& printer) {
  DEVMODEW mode{};
  put_text(mode.dmDeviceName, printer.name);
  mode.dmSpecVersion = DM_SPECVERSION;
  mode.dmDriverVersion = 0x100;
  mode.dmSize = sizeof mode;
  mode.dmFields = kFields;
  mode.dmOrientation = DMORIENT_PORTRAIT;
  set_paper(mode, usual_paper());
  mode.dmScale = 100;
  mode.dmCopies = 1;
  mode.dmDefaultSource = DMBIN_AUTO;
  mode.dmPrintQuality = mode.dmYResolution = 600;
  mode.dmColor = DMCOLOR_COLOR;
  mode.dmDuplex = DMDUP_SIMPLEX;
  mode.dmTTOption = DMTT_SUBDEV;
  mode.dmCollate = DMCOLLATE_TRUE;
  return mode;
}

DEVMODEW device_mode_of(const Printer& printer, const DEVMODEW* given_mode) {
  DEVMODEW mode = default_device_mode(printer);
  if (given_mode == nullptr) return mode;
  const DEVMODEW given = readable_part(*given_mode);
  take<short>(mode, given, DM_ORIENTATION, &DEVMODEW::dmOrientation, DMORIENT_PORTRAIT,
              DMORIENT_LANDSCAPE);
  take<short>(mode, given, DM_COPIES, &DEVMODEW::dmCopies, 1, kMostCopies);
  take_paper(mode, given);
  take_resolution(mode, given);
  take<short>(mode, given, DM_COLOR, &DEVMODEW::dmColor, DMCOLOR_MONOCHROME, DMCOLOR_COLOR);
  take<short>(mode, given, DM_DUPLEX, &DEVMODEW::dmDuplex, DMDUP_SIMPLEX, DMDUP_HORIZONTAL);
  take<short>(mode, given, DM_COLLATE, &DEVMODEW::dmCollate, DMCOLLATE_FALSE, DMCOLLATE_TRUE);
  return mode;
}

// Both structures have the same fields behind names of different width.
DEVMODEW wide_device_mode(const DEVMODEA& given) {
  DEVMODEW mode{};
  DEVMODEA part{};
  std::memcpy(static_cast<void*>(&part), &given, std::min<std::size_t>(given.dmSize, sizeof part));
  const auto text = [](const BYTE* bytes, std::size_t size) {
    const auto* begin = reinterpret_cast<const char*>(bytes);
    return base::to_utf16(std::string_view(begin, strnlen(begin, size)));
  };
  put_text(mode.dmDeviceName, text(part.dmDeviceName, sizeof part.dmDeviceName));
  constexpr std::size_t kMiddle =
      offsetof(DEVMODEA, dmFormName) - offsetof(DEVMODEA, dmSpecVersion);
  std::memcpy(&mode.dmSpecVersion, &part.dmSpecVersion, kMiddle);
  put_text(mode.dmFormName, text(part.dmFormName, sizeof part.dmFormName));
  constexpr std::size_t kEnd = sizeof(DEVMODEA) - offsetof(DEVMODEA, dmLogPixels);
  std::memcpy(&mode.dmLogPixels, &part.dmLogPixels, kEnd);
  mode.dmSize = part.dmSize < offsetof(DEVMODEA, dmFields) ? 0 : sizeof mode;
  mode.dmDriverExtra = 0;
  return mode;
}

DEVMODEA narrow_device_mode(const DEVMODEW& given) {
  DEVMODEA mode{};
  const auto put = [](BYTE* to, std::size_t size, const WCHAR* text) {
    const std::string narrow = base::to_ansi(base::as_char16(text));
    std::copy_n(narrow.data(), std::min(size - 1, narrow.size()), reinterpret_cast<char*>(to));
  };
  put(mode.dmDeviceName, sizeof mode.dmDeviceName, given.dmDeviceName);
  constexpr std::size_t kMiddle =
      offsetof(DEVMODEA, dmFormName) - offsetof(DEVMODEA, dmSpecVersion);
  std::memcpy(&mode.dmSpecVersion, &given.dmSpecVersion, kMiddle);
  put(mode.dmFormName, sizeof mode.dmFormName, given.dmFormName);
  constexpr std::size_t kEnd = sizeof(DEVMODEA) - offsetof(DEVMODEA, dmLogPixels);
  std::memcpy(&mode.dmLogPixels, &given.dmLogPixels, kEnd);
  mode.dmSize = sizeof mode;
  return mode;
}

SIZE sheet_of(const DEVMODEW& mode) {
  const SIZE upright{mode.dmPaperWidth, mode.dmPaperLength};
  return mode.dmOrientation == DMORIENT_LANDSCAPE ? SIZE{upright.cy, upright.cx} : upright;
}

const char* media_of(const DEVMODEW& mode) {
  const Paper* paper = find_paper(mode.dmPaperSize);
  return paper != nullptr ? paper->media : "";
}

}  // namespace transom::winspool
