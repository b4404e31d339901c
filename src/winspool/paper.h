// Sizes of paper, by the numbers that DEVMODE has for them.
// https://learn.microsoft.com/windows/win32/intl/paper-sizes
#pragma once

#include <span>

#include "base/win32.h"

namespace transom::winspool {

struct Paper {
  short number;  // DMPAPER_
  const char16_t* name;
  int width, height;  // tenths of a millimetre
  const char* media;  // as IPP names it
};

std::span<const Paper> papers();
// Null: not one of these.
const Paper* find_paper(short number);
// The user's: A4 or Letter.
const Paper& usual_paper();

}  // namespace transom::winspool
