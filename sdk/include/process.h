/* Threads and processes. https://learn.microsoft.com/cpp/c-runtime-library/process-and-environment-control */
#pragma GCC system_header
#ifndef TRANSOM_PROCESS_H
#define TRANSOM_PROCESS_H
#include <stdlib.h>
#include <transom/crt/system.h>
#include <unistd.h>
#define _P_WAIT 0
#define _P_NOWAIT 1
#define _P_OVERLAY 2
#define _P_NOWAITO 3
#define _P_DETACH 4
#define P_WAIT _P_WAIT
#define P_NOWAIT _P_NOWAIT
#define P_OVERLAY _P_OVERLAY
#define _WAIT_CHILD 0
#define _execv execv
#define _execvp execvp
#define _execve execve
#define _execl execl
#define _execlp execlp
#define _execle execle
#define spawnv _spawnv
#define spawnvp _spawnvp
#define spawnl _spawnl
#define spawnlp _spawnlp
typedef void (*_beginthread_proc_type)(void*);
typedef unsigned (*_beginthreadex_proc_type)(void*);
#endif
