/* Multibyte strings. The code page of the process has no lead bytes that these would have to respect,
 * so each is the plain function of the same kind.
 * https://learn.microsoft.com/cpp/c-runtime-library/single-byte-and-multibyte-character-sets
 */
#pragma GCC system_header
#ifndef TRANSOM_MBSTRING_H
#define TRANSOM_MBSTRING_H
#include <ctype.h>
#include <string.h>
#include <transom/crt/mbstring.h>
#endif
