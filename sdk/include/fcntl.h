/* The system's <fcntl.h> and Microsoft's flags; text and binary are the same. */
#pragma GCC system_header
#ifndef TRANSOM_FCNTL_H
#define TRANSOM_FCNTL_H
#include_next <fcntl.h>
#define _O_RDONLY O_RDONLY
#define _O_WRONLY O_WRONLY
#define _O_RDWR O_RDWR
#define _O_APPEND O_APPEND
#define _O_CREAT O_CREAT
#define _O_TRUNC O_TRUNC
#define _O_EXCL O_EXCL
#define _O_TEXT 0
#define _O_BINARY 0
#define _O_WTEXT 0
#define _O_U16TEXT 0
#define _O_U8TEXT 0
#define _O_RAW 0
#define _O_NOINHERIT O_CLOEXEC
#define _O_SEQUENTIAL 0
#define _O_RANDOM 0
#define _O_TEMPORARY 0
#define _O_SHORT_LIVED 0
#define O_TEXT 0
#define O_BINARY 0
#define O_RAW 0
#define O_NOINHERIT _O_NOINHERIT
#endif
