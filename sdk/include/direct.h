/* Directories. https://learn.microsoft.com/cpp/c-runtime-library/directory-control */
#pragma GCC system_header
#ifndef TRANSOM_DIRECT_H
#define TRANSOM_DIRECT_H
#include <sys/stat.h>
#include <transom/crt/system.h>
#include <unistd.h>
#ifdef __cplusplus
extern "C++" inline int mkdir(const char* path) { return _mkdir(path); }
#else
#define _TRANSOM_MKDIR_PICK(path, mode, name, ...) name
#define mkdir(...) _TRANSOM_MKDIR_PICK(__VA_ARGS__, mkdir, _mkdir, 0)(__VA_ARGS__)
#endif
#endif
