/* The system's <ctype.h>, and Microsoft's names. */
#pragma GCC system_header
#ifndef TRANSOM_CTYPE_H
#define TRANSOM_CTYPE_H
#include_next <ctype.h>
#ifndef isascii
#define isascii(character) ((unsigned)(character) < 0x80)
#endif
#ifndef toascii
#define toascii(character) ((character) & 0x7f)
#endif
#define __isascii(character) ((unsigned)(character) < 0x80)
#define __toascii(character) ((character) & 0x7f)
#define __iscsym(character) (isalnum(character) || (character) == '_')
#define __iscsymf(character) (isalpha(character) || (character) == '_')
#undef _tolower
#undef _toupper
#define _tolower(character) ((character) - 'A' + 'a')
#define _toupper(character) ((character) - 'a' + 'A')
#include <wctype.h>
#endif
