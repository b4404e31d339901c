// The Windows declarations (w32api headers) as the library sees them.
//
// Every export is declared by these headers, with default visibility; everything else in the
// library is hidden. The headers are told that they are on Cygwin, which is their LP64 mode (LONG
// is int, a pointer has 64 bits), and only for as long as they are read: neither `_WIN32` nor
// `__CYGWIN__` reaches the headers of other libraries. Neither UNICODE nor its absence is meant
// inside: call the W and A functions by their full names.
#pragma once

#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#define _WIN32 1
#define __CYGWIN__ 1
#ifndef NOMINMAX
#define NOMINMAX
#endif
#ifndef STRICT
#define STRICT
#endif
#ifndef WINVER
#define WINVER 0x0A00
#define _WIN32_WINNT 0x0A00
#define _WIN32_IE 0x0A00
#endif
#define OEMRESOURCE
#define __stdcall
#define __cdecl
#define __fastcall
#define __declspec(attributes)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunknown-pragmas"
#pragma GCC visibility push(default)
#include <windows.h>
#pragma GCC visibility pop
#pragma GCC diagnostic pop
#undef __CYGWIN__
#undef _WIN32

// Names that the headers take from everybody.
#undef small
#undef near
#undef far
#undef interface
#undef IN
#undef OUT
