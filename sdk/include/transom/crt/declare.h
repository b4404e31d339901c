/* How the declarations in this folder are read on both sides.
 *
 * Programs see the names they know. The library, which implements them, sees the symbols: those that
 * the system's C library also has carry the prefix `transom_` there, since two libraries in one
 * process must not fight over `wcslen`. One declaration serves both, so they cannot drift apart.
 */
#ifndef TRANSOM_CRT_DECLARE_H
#define TRANSOM_CRT_DECLARE_H

#ifdef TRANSOM_CRT_IMPLEMENTATION
#define _TRANSOM_RENAMED(result, name, parameters) result transom_##name parameters
#define _TRANSOM_ALIAS(result, name, symbol, parameters) result symbol parameters
#define _TRANSOM_CRT_BEGIN _Pragma("GCC visibility push(default)") extern "C" {
#define _TRANSOM_CRT_END \
  }                      \
  _Pragma("GCC visibility pop")
#else
#define _TRANSOM_RENAMED(result, name, parameters) result name parameters __asm__("transom_" #name)
#define _TRANSOM_ALIAS(result, name, symbol, parameters) result name parameters __asm__(#symbol)
#ifdef __cplusplus
#define _TRANSOM_CRT_BEGIN extern "C" {
#define _TRANSOM_CRT_END }
#else
#define _TRANSOM_CRT_BEGIN
#define _TRANSOM_CRT_END
#endif
#endif

#endif
