/* The w32api headers' <tchar.h>: it maps names, and all that it maps to is declared here. */
#pragma GCC system_header
#ifndef _INC_TCHAR
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ctype.h>
#include <time.h>
#include <locale.h>
#include <io.h>
#include <direct.h>
#include <process.h>
#include <conio.h>
#include <sys/stat.h>
#pragma push_macro("__CYGWIN__")
#undef __CYGWIN__
/* Text in bytes: the plain functions find no byte of another character in the code pages there are. */
#pragma push_macro("_MBCS")
#undef _MBCS
#include_next <tchar.h>
#pragma pop_macro("_MBCS")
#pragma pop_macro("__CYGWIN__")
#undef _tunlink
#undef _istascii
#ifdef _UNICODE
#define _tunlink _wunlink
#define _istascii iswascii
#else
#define _tunlink _unlink
#define _istascii isascii
#endif
#endif
