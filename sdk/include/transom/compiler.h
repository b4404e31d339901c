/* What Microsoft's compiler knows without any header; read before every source file (-include).
 *
 * Macros only: a precompiled header must still be usable after it. The names that say "this is
 * Linux" are taken away again by the compiler driver, since the source is to take its Windows
 * branches; __CYGWIN__, under which the w32api headers learn that `long` has 64 bits, is defined
 * only while those headers are read (see _mingw.h and windows.h beside this folder).
 */
#ifndef TRANSOM_COMPILER_H
#define TRANSOM_COMPILER_H

#define __TRANSOM__ 1

#define _WIN32 1
#define __WIN32 1
#define __WIN32__ 1
#define WIN32 1
#define _WIN64 1
#define __WIN64 1
#define __WIN64__ 1
#define WIN64 1
#define WINNT 1
#define __WINNT 1
#define __WINNT__ 1

/* On x86-64 there is one calling convention, and here it is the system's. */
#define __cdecl
#define _cdecl
#define __stdcall
#define _stdcall
#define __fastcall
#define _fastcall
#define __thiscall
#define __vectorcall
#define __pascal
#define _pascal
#define __clrcall

/* __declspec(x) becomes the attribute that means the same. Inside the attribute, and not in its
 * place, because __declspec(deprecated) and __declspec(deprecated("why")) must both work. */
#define __declspec(modifier) __attribute__((__TRANSOM_DECLSPEC(modifier)))
#define _declspec(modifier) __declspec(modifier)
#define __TRANSOM_DECLSPEC(modifier) __transom_declspec_##modifier
#define __transom_declspec_
#define __transom_declspec_dllexport __visibility__("default")
#define __transom_declspec_dllimport
#define __transom_declspec_align(bytes) __aligned__(bytes)
#define __transom_declspec_allocate(section) __section__(section)
#define __transom_declspec_allocator
#define __transom_declspec_code_seg(section) __section__(section)
#define __transom_declspec_deprecated __deprecated__
#define __transom_declspec_empty_bases
#define __transom_declspec_naked __naked__
#define __transom_declspec___naked__ __naked__
#define __transom_declspec_noalias
#define __transom_declspec_noinline __noinline__
#define __transom_declspec_noreturn __noreturn__
#define __transom_declspec__Noreturn __noreturn__ /* where <stdnoreturn.h> was included */
#define __transom_declspec_nothrow __nothrow__
#define __transom_declspec_novtable
#define __transom_declspec_restrict
#define __transom_declspec_selectany __weak__
#define __transom_declspec_spectre(mitigation)
#define __transom_declspec_uuid(text)
/* A thread-local variable cannot be said with an attribute; such code says `thread_local` when it is
 * not Microsoft's compiler that reads it. */

#define _inline __inline
#define _forceinline __forceinline
#define __noop(...) ((void)0)
#define __assume(condition) ((condition) ? (void)0 : __builtin_unreachable())
#define __pragma(directive)
#define __w64
#define __unaligned
#define _alloca(size) __builtin_alloca(size)

#ifndef __int64
#define __int8 char
#define __int16 short
#define __int32 int
#define __int64 long long
#endif
#ifdef __cplusplus
#define __forceinline inline __attribute__((__always_inline__))
#else
#define __forceinline extern __inline__ __attribute__((__always_inline__, __gnu_inline__))
#endif

/* The library's wide functions have 16-bit characters and cannot carry the system's names. */
#define _GLIBCXX_EXTERN_TEMPLATE 0
#undef _FORTIFY_SOURCE

#endif
