// DEVMODE: how a document is to be printed.
//
// What programs give is never trusted: a structure may be shorter than ours or of another driver,
// and values that the printer does not have are replaced by its own.
// https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-devmodew
#pragma once

#include "base/win32.h"
#include "winspool/paper.h"
#include "winspool/printer.h"

namespace transom::winspool {

inline constexpr short kResolutions[] = {300, 600, 1200};

// The printer's own settings.
DEVMODEW default_device_mode(const Printer& printer);
// The printer's own, with those that `given` (may be null) has and the printer can do.
DEVMODEW device_mode_of(const Printer& printer, const DEVMODEW* given);

// The paper's number, edges and name, which go together.
void set_paper(DEVMODEW& mode, const Paper& paper);

DEVMODEW wide_device_mode(const DEVMODEA& given);
DEVMODEA narrow_device_mode(const DEVMODEW& given);

// The sheet as it is printed on: turned where the orientation says so; tenths of a millimetre.
SIZE sheet_of(const DEVMODEW& mode);
// The paper's IPP name; empty for sizes of the program's own.
const char* media_of(const DEVMODEW& mode);

}  // namespace transom::winspool
