#include <stdio.h>
#include <wchar.h>

int wmain(int argc, wchar_t** argv) {
  wprintf(L"%d %s %s %u\n", argc, argv[1], argv[2], (unsigned)wcslen(argv[2]));
  return 0;
}
