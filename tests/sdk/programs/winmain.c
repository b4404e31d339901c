#include <windows.h>
#include <stdio.h>
#include <tchar.h>

int WINAPI _tWinMain(HINSTANCE instance, HINSTANCE before, LPTSTR line, int show) {
  TCHAR text[64];
  wsprintf(text, TEXT("%s|%d"), line, (int)sizeof(TCHAR));
  _tprintf(TEXT("%s %d %d %d\n"), text, instance == GetModuleHandle(NULL), before == NULL, show);
  return 0;
}
