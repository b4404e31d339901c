/* The system's <sys/stat.h> under Microsoft's names too. */
#pragma GCC system_header
#ifndef TRANSOM_SYS_STAT_H
#define TRANSOM_SYS_STAT_H
#include_next <sys/stat.h>
#include <transom/crt/system.h>
#define _S_IFMT S_IFMT
#define _S_IFDIR S_IFDIR
#define _S_IFCHR S_IFCHR
#define _S_IFIFO S_IFIFO
#define _S_IFREG S_IFREG
#define _S_IREAD S_IRUSR
#define _S_IWRITE S_IWUSR
#define _S_IEXEC S_IXUSR
#ifndef S_IREAD
#define S_IREAD S_IRUSR
#define S_IWRITE S_IWUSR
#define S_IEXEC S_IXUSR
#endif
#define _stat stat
#define _fstat fstat
#define _stati64 stat
#define _fstati64 fstat
#define _stat64 stat
#define _fstat64 fstat
#define _stat64i32 stat
#define _stat32 stat
#endif
