// DEVMODE structures, which programs keep in files and send to others: shorter than ours, longer,
// or of another driver.
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_target.h"
#include "winspool/device_mode.h"

namespace {

using namespace transom::winspool;

// Within what a printer can do, whatever was asked for.
void check(const DEVMODEW& mode) {
  if (mode.dmSize != sizeof mode || mode.dmCopies < 1) __builtin_trap();
  const SIZE sheet = sheet_of(mode);
  if (sheet.cx <= 0 || sheet.cy <= 0) __builtin_trap();
  media_of(mode);
}

}  // namespace

TRANSOM_FUZZ(device_modes) {
  const Printer printer{u"Printer", u"", u"", u"winspool", u"FILE:"};
  const auto wide = transom::fuzz::take<DEVMODEW>(bytes);
  check(device_mode_of(printer, &wide));
  DEVMODEA narrow;
  std::memcpy(static_cast<void*>(&narrow), &wide, sizeof narrow);
  const DEVMODEW widened = wide_device_mode(narrow);
  check(device_mode_of(printer, &widened));
  narrow_device_mode(wide);
}
