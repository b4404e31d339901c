/* The console, which is the terminal. https://learn.microsoft.com/cpp/c-runtime-library/console-and-port-i-o */
#pragma GCC system_header
#ifndef TRANSOM_CONIO_H
#define TRANSOM_CONIO_H
#include <stdio.h>
#include <transom/crt/system.h>
_TRANSOM_CRT_BEGIN
_TRANSOM_ALIAS(int, getch, _getch, (void));
_TRANSOM_ALIAS(int, getche, _getche, (void));
_TRANSOM_ALIAS(int, kbhit, _kbhit, (void));
_TRANSOM_ALIAS(int, putch, _putch, (int));
_TRANSOM_ALIAS(int, ungetch, _ungetch, (int));
_TRANSOM_ALIAS(int, cputs, _cputs, (const char*));
_TRANSOM_ALIAS(int, cprintf, _cprintf, (const char*, ...));
_TRANSOM_CRT_END
#endif
