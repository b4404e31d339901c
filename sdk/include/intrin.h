/* Microsoft's intrinsics: the compiler's own, and those that the w32api headers write out. Their
 * <intrin.h> declares some of the compiler's again, which g++ refuses. */
#pragma GCC system_header
#ifndef __INTRIN_H_
#define __INTRIN_H_
#include <_mingw.h>
#include <x86intrin.h>
#ifdef __cplusplus
extern "C" {
#endif
#include <psdk_inc/intrin-impl.h>
#ifdef __cplusplus
}
#endif
#endif
