// isw... and tow... by Unicode's properties, which the system's C.UTF-8 locale knows: the program's
// locale has no say, and its wint_t holds a 16-bit character as well as a 32-bit one.
#include <clocale>

#include "msvcrt/crt.h"

namespace {

locale_t unicode() {
  static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  return locale;
}

constexpr wint_t kNoBreakSpace = 0xa0;

// WEOF belongs to no class; what is above 16 bits is cut off, as a wchar_t there would be.
template <class Test>
int test(wint_t character, Test property) {
  if (character == WEOF || !unicode()) return 0;
  return property(character & 0xffff, unicode()) != 0;
}

template <class Change>
wint_t change(wint_t character, Change to_case) {
  if (character == WEOF || !unicode()) return character;
  const wint_t changed = to_case(character & 0xffff, unicode());
  return changed > 0xffff ? character : changed;
}

}  // namespace

int transom_iswalnum(wint_t c) {
  return test(c, iswalnum_l);
}
int transom_iswalpha(wint_t c) {
  return test(c, iswalpha_l);
}
int transom_iswblank(wint_t c) {
  return c == kNoBreakSpace || test(c, iswblank_l);
}
int transom_iswcntrl(wint_t c) {
  return test(c, iswcntrl_l);
}
int transom_iswdigit(wint_t c) {
  return c >= '0' && c <= '9';
}
int transom_iswgraph(wint_t c) {
  return c != kNoBreakSpace && test(c, iswgraph_l);
}
int transom_iswlower(wint_t c) {
  return test(c, iswlower_l);
}
int transom_iswprint(wint_t c) {
  return test(c, iswprint_l);
}
int transom_iswpunct(wint_t c) {
  return c != kNoBreakSpace && test(c, iswpunct_l);
}
// The no-break space is a space on Windows, and none to the system.
int transom_iswspace(wint_t c) {
  return c == kNoBreakSpace || test(c, iswspace_l);
}
int transom_iswupper(wint_t c) {
  return test(c, iswupper_l);
}
int transom_iswxdigit(wint_t c) {
  return transom_iswdigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
wint_t transom_towlower(wint_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  return change(c, towlower_l);
}
wint_t transom_towupper(wint_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
  return change(c, towupper_l);
}
