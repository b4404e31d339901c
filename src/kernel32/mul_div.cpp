#include "base/win32.h"

// number * numerator / denominator in 64 bits, rounded half away from zero; -1 when the denominator
// is 0 or the result does not fit.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-muldiv
int WINAPI MulDiv(int number, int numerator, int denominator) {
  if (denominator == 0) return -1;
  std::int64_t product = std::int64_t{number} * numerator;
  std::int64_t divisor = denominator;
  if (divisor < 0) {
    product = -product;
    divisor = -divisor;
  }
  const std::int64_t half = divisor / 2;
  const std::int64_t result = (product >= 0 ? product + half : product - half) / divisor;
  return result > INT32_MAX || result < INT32_MIN ? -1 : static_cast<int>(result);
}
