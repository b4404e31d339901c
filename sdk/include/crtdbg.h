/* The debug heap's checks, which a release build of Microsoft's compiler compiles to nothing too.
 * https://learn.microsoft.com/cpp/c-runtime-library/crt-debugging-techniques */
#pragma GCC system_header
#ifndef _INC_CRTDBG
#define _INC_CRTDBG
#include <assert.h>
#include <stdlib.h>
#define _CRT_WARN 0
#define _CRT_ERROR 1
#define _CRT_ASSERT 2
#define _CRTDBG_MODE_FILE 0x1
#define _CRTDBG_MODE_DEBUG 0x2
#define _CRTDBG_MODE_WNDW 0x4
#define _CRTDBG_REPORT_MODE -1
#define _CRTDBG_ALLOC_MEM_DF 0x01
#define _CRTDBG_DELAY_FREE_MEM_DF 0x02
#define _CRTDBG_CHECK_ALWAYS_DF 0x04
#define _CRTDBG_CHECK_CRT_DF 0x10
#define _CRTDBG_LEAK_CHECK_DF 0x20
#define _CRTDBG_REPORT_FLAG -1
#define _CRTDBG_FILE_STDOUT ((void*)-4)
#define _CRTDBG_FILE_STDERR ((void*)-5)
#define _NORMAL_BLOCK 1
#define _ASSERT(condition) ((void)0)
#define _ASSERTE(condition) ((void)0)
#define _RPT0(type, message) ((void)0)
#define _RPT1(type, message, a) ((void)0)
#define _RPT2(type, message, a, b) ((void)0)
#define _RPTF0(type, message) ((void)0)
#define _RPTF1(type, message, a) ((void)0)
#define _CrtSetReportMode(type, mode) ((int)0)
#define _CrtSetReportFile(type, file) ((void*)0)
#define _CrtSetDbgFlag(flags) ((int)0)
#define _CrtSetBreakAlloc(number) ((long)0)
#define _CrtDumpMemoryLeaks() ((int)0)
#define _CrtCheckMemory() ((int)1)
#define _CrtDbgBreak() ((void)0)
#define _malloc_dbg(size, type, file, line) malloc(size)
#define _free_dbg(block, type) free(block)
#endif
