/* What kind of character a wide one is. Above ASCII, Unicode's answer counts even in the C locale.
 * https://learn.microsoft.com/cpp/c-runtime-library/is-isw-routines
 */
#ifndef TRANSOM_CRT_WIDE_CLASS_H
#define TRANSOM_CRT_WIDE_CLASS_H

#include "types.h"
#ifndef TRANSOM_CRT_IMPLEMENTATION
#include <bits/types/wint_t.h>
#ifndef WEOF
#define WEOF (0xffffffffu)
#endif
typedef unsigned long int wctype_t;
typedef const int32_t* wctrans_t;
#endif

_TRANSOM_CRT_BEGIN
_TRANSOM_RENAMED(int, iswalnum, (wint_t character));
_TRANSOM_RENAMED(int, iswalpha, (wint_t character));
_TRANSOM_RENAMED(int, iswblank, (wint_t character));
_TRANSOM_RENAMED(int, iswcntrl, (wint_t character));
_TRANSOM_RENAMED(int, iswdigit, (wint_t character));
_TRANSOM_RENAMED(int, iswgraph, (wint_t character));
_TRANSOM_RENAMED(int, iswlower, (wint_t character));
_TRANSOM_RENAMED(int, iswprint, (wint_t character));
_TRANSOM_RENAMED(int, iswpunct, (wint_t character));
_TRANSOM_RENAMED(int, iswspace, (wint_t character));
_TRANSOM_RENAMED(int, iswupper, (wint_t character));
_TRANSOM_RENAMED(int, iswxdigit, (wint_t character));
_TRANSOM_RENAMED(wint_t, towlower, (wint_t character));
_TRANSOM_RENAMED(wint_t, towupper, (wint_t character));
_TRANSOM_CRT_END

#ifndef TRANSOM_CRT_IMPLEMENTATION
_TRANSOM_CRT_BEGIN
wctype_t wctype(const char* property);
int iswctype(wint_t character, wctype_t description);
wctrans_t wctrans(const char* property);
wint_t towctrans(wint_t character, wctrans_t description);
_TRANSOM_CRT_END
#define iswascii(character) ((unsigned)(character) < 0x80)
#define __iswcsym(character) (iswalnum(character) || (character) == '_')
#define __iswcsymf(character) (iswalpha(character) || (character) == '_')
#endif

#endif
