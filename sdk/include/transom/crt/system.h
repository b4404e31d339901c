/* The C run-time's files, directories, processes, console and clock: <io.h>, <direct.h>,
 * <process.h>, <conio.h> and the additions to <time.h>.
 * https://learn.microsoft.com/cpp/c-runtime-library/low-level-i-o
 */
#ifndef TRANSOM_CRT_SYSTEM_H
#define TRANSOM_CRT_SYSTEM_H

#include "types.h"
struct tm;
struct stat;

/* One found file. The times of what the file system does not know are -1. */
struct _finddata_t {
  unsigned attrib;
  time_t time_create;
  time_t time_access;
  time_t time_write;
  long long size;
  char name[260];
};
struct _wfinddata_t {
  unsigned attrib;
  time_t time_create;
  time_t time_access;
  time_t time_write;
  long long size;
  wchar_t name[260];
};
#define _A_NORMAL 0x00
#define _A_RDONLY 0x01
#define _A_HIDDEN 0x02
#define _A_SYSTEM 0x04
#define _A_SUBDIR 0x10
#define _A_ARCH 0x20

_TRANSOM_CRT_BEGIN
int _open(const char* path, int flags, ...);
int _sopen(const char* path, int flags, int sharing, ...);
errno_t _sopen_s(int* descriptor, const char* path, int flags, int sharing, int mode);
int _creat(const char* path, int mode);
int _close(int descriptor);
int _read(int descriptor, void* buffer, unsigned count);
int _write(int descriptor, const void* buffer, unsigned count);
long _lseek(int descriptor, long offset, int origin);
long long _lseeki64(int descriptor, long long offset, int origin);
long _tell(int descriptor);
long long _telli64(int descriptor);
long _filelength(int descriptor);
long long _filelengthi64(int descriptor);
int _eof(int descriptor);
int _chsize(int descriptor, long size);
int _commit(int descriptor);
int _dup(int descriptor);
int _dup2(int descriptor, int other);
int _isatty(int descriptor);
int _access(const char* path, int mode);
errno_t _access_s(const char* path, int mode);
int _chmod(const char* path, int mode);
int _setmode(int descriptor, int mode);
int _umask(int mask);
int _pipe(int* descriptors, unsigned size, int mode);
char* _mktemp(char* pattern);
errno_t _mktemp_s(char* pattern, size_t size);
intptr_t _findfirst(const char* pattern, struct _finddata_t* found);
int _findnext(intptr_t search, struct _finddata_t* found);
intptr_t _wfindfirst(const wchar_t* pattern, struct _wfinddata_t* found);
int _wfindnext(intptr_t search, struct _wfinddata_t* found);
int _findclose(intptr_t search);

int _wstat(const wchar_t* path, struct stat* result);
int _chdir(const char* path);
int _mkdir(const char* path);
int _rmdir(const char* path);
char* _getcwd(char* buffer, int size);
char* _getdcwd(int drive, char* buffer, int size);
int _getdrive(void);
int _chdrive(int drive);

uintptr_t _beginthread(void (*start)(void*), unsigned stack_size, void* argument);
uintptr_t _beginthreadex(void* security, unsigned stack_size, unsigned (*start)(void*),
                         void* argument, unsigned flags, unsigned* identifier);
void _endthread(void);
void _endthreadex(unsigned result);
int _getpid(void);
intptr_t _spawnv(int mode, const char* path, const char* const* arguments);
intptr_t _spawnvp(int mode, const char* path, const char* const* arguments);
intptr_t _spawnl(int mode, const char* path, const char* argument, ...);
intptr_t _spawnlp(int mode, const char* path, const char* argument, ...);
intptr_t _cwait(int* status, intptr_t process, int action);

int _getch(void);
int _getche(void);
int _kbhit(void);
int _putch(int character);
int _ungetch(int character);
int _cputs(const char* text);
int _cprintf(const char* format, ...);

char* _strdate(char* buffer);
char* _strtime(char* buffer);
errno_t _strdate_s(char* buffer, size_t size);
errno_t _strtime_s(char* buffer, size_t size);
errno_t asctime_s(char* buffer, size_t size, const struct tm* time);
errno_t ctime_s(char* buffer, size_t size, const time_t* time);
errno_t localtime_s(struct tm* result, const time_t* time);
errno_t gmtime_s(struct tm* result, const time_t* time);
void _tzset(void);
_TRANSOM_RENAMED(long, clock, (void));

double _hypot(double x, double y);
int _isnan(double value);
int _finite(double value);
int _fpclass(double value);
double _copysign(double value, double sign);
double _chgsign(double value);
double _logb(double value);
double _scalb(double value, long exponent);
double _nextafter(double from, double to);
unsigned _controlfp(unsigned value, unsigned mask);
unsigned _control87(unsigned value, unsigned mask);
unsigned _clearfp(void);
unsigned _statusfp(void);
void _fpreset(void);
_TRANSOM_CRT_END

#endif
