#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tchar.h>

int main(int argc, char** argv) {
  char text[32];
  LONG number = -7;
  DWORD_PTR wide = 1ull << 40;
  printf("%d %s %s\n", argc, argv[1], argv[2]);
  printf("%ld %lu %I64u %S\n", number, (DWORD)4000000000u, (unsigned long long)wide, L"wide");
  printf("%s %d %d\n", _itoa(255, text, 16), _stricmp("ABC", "abc"), lstrlenA("four"));
  sscanf("123", "%ld", &number);
  _tprintf(TEXT("%ld %u %u\n"), number, (unsigned)sizeof(LONG), (unsigned)sizeof(TCHAR));
  return 0;
}
