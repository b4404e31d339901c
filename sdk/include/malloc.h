/* The system's <malloc.h>, and Microsoft's _alloca, _msize, _aligned_malloc. */
#pragma GCC system_header
#ifndef TRANSOM_MALLOC_H
#define TRANSOM_MALLOC_H
#include_next <malloc.h>
#include <stdlib.h>
#ifndef alloca
#define alloca(size) __builtin_alloca(size)
#endif
#define _HEAPOK (-2)
#define _malloca(size) malloc(size)
#define _freea(block) free(block)
#define _expand(block, size) ((size) <= _msize(block) ? (block) : NULL)
#define _heapchk() _HEAPOK
#define _heapmin() 0
#endif
