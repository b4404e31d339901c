/* Where a program starts that has no main of its own: WinMain, wWinMain or wmain, whichever it has.
 *
 * This lies in an archive, so a program that defines main never gets it.
 * https://learn.microsoft.com/windows/win32/learnwin32/winmain--the-application-entry-point
 */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>

#define WEAK __attribute__((weak))

WEAK int WINAPI WinMain(HINSTANCE, HINSTANCE, LPSTR, int);
WEAK int WINAPI wWinMain(HINSTANCE, HINSTANCE, LPWSTR, int);
WEAK int wmain(int, wchar_t**, wchar_t**);
/* In C++ a wmain without extern "C" has its parameters in its name. */
WEAK int wmain_cxx(int, wchar_t**) __asm__("_Z5wmainiPPw");
WEAK int wmain_cxx_const(int, const wchar_t**) __asm__("_Z5wmainiPPKw");
WEAK int wmain_cxx_environment(int, wchar_t**, wchar_t**) __asm__("_Z5wmainiPPwS0_");
WEAK int wmain_cxx_none(void) __asm__("_Z5wmainv");
WEAK int WinMain_cxx(HINSTANCE, HINSTANCE, LPSTR, int)
    __asm__("_Z7WinMainP11HINSTANCE__S0_Pci");
WEAK int wWinMain_cxx(HINSTANCE, HINSTANCE, LPWSTR, int)
    __asm__("_Z8wWinMainP11HINSTANCE__S0_Pwi");

static int show_command(void) {
  STARTUPINFOA info = {.cb = sizeof info};
  GetStartupInfoA(&info);
  return info.dwFlags & STARTF_USESHOWWINDOW ? info.wShowWindow : SW_SHOWDEFAULT;
}

/* The command line behind the program's name, as WinMain gets it. */
static char* tail(char* line) {
  int quoted = 0;
  for (; *line && (quoted || *line > ' '); ++line) quoted ^= *line == '"';
  while (*line && *line <= ' ') ++line;
  return line;
}

static wchar_t* wide_tail(wchar_t* line) {
  int quoted = 0;
  for (; *line && (quoted || *line > ' '); ++line) quoted ^= *line == '"';
  while (*line && *line <= ' ') ++line;
  return line;
}

int main(void) {
  HINSTANCE instance = GetModuleHandleW(NULL);
  if (WinMain) return WinMain(instance, NULL, tail(GetCommandLineA()), show_command());
  if (wWinMain) return wWinMain(instance, NULL, wide_tail(GetCommandLineW()), show_command());
  if (WinMain_cxx) return WinMain_cxx(instance, NULL, tail(GetCommandLineA()), show_command());
  if (wWinMain_cxx) {
    return wWinMain_cxx(instance, NULL, wide_tail(GetCommandLineW()), show_command());
  }
  if (wmain) return wmain(__argc, __wargv, NULL);
  if (wmain_cxx) return wmain_cxx(__argc, __wargv);
  if (wmain_cxx_const) return wmain_cxx_const(__argc, (const wchar_t**)__wargv);
  if (wmain_cxx_environment) return wmain_cxx_environment(__argc, __wargv, NULL);
  if (wmain_cxx_none) return wmain_cxx_none();
  fputs("This program has no entry point: no main, WinMain, wWinMain or wmain.\n", stderr);
  return 127;
}
