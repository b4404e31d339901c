/* Low-level files, with Windows paths.
 * https://learn.microsoft.com/cpp/c-runtime-library/low-level-i-o */
#pragma GCC system_header
#ifndef TRANSOM_IO_H
#define TRANSOM_IO_H
#include <fcntl.h>
#include <stdio.h>
#include <transom/crt/system.h>
#include <unistd.h>
_TRANSOM_CRT_BEGIN
_TRANSOM_ALIAS(long, filelength, _filelength, (int));
_TRANSOM_ALIAS(int, setmode, _setmode, (int, int));
_TRANSOM_ALIAS(long, tell, _tell, (int));
_TRANSOM_ALIAS(int, eof, _eof, (int));
_TRANSOM_ALIAS(int, chsize, _chsize, (int, long));
_TRANSOM_ALIAS(int, sopen, _sopen, (const char*, int, int, ...));
_TRANSOM_CRT_END
#define _finddatai64_t _finddata_t
#define _findfirsti64 _findfirst
#define _findnexti64 _findnext
#define _finddata64_t _finddata_t
#define __finddata64_t _finddata_t
#define _findfirst64 _findfirst
#define _findnext64 _findnext
#define _finddata64i32_t _finddata_t
#define _findfirst64i32 _findfirst
#define _findnext64i32 _findnext
#define _finddata32_t _finddata_t
#define _findfirst32 _findfirst
#define _findnext32 _findnext
#define _wfinddatai64_t _wfinddata_t
#define _wfindfirsti64 _wfindfirst
#define _wfindnexti64 _wfindnext
#endif
