/* In Shift-JIS, which nothing says: Ç±ÇÍÇÕÅA */
#include <windows.h>
#include <stdio.h>
#include <strsafe.h>

int main(void) {
  char text[8];
  printf("%02X\n", (unsigned char)"ÅA"[0]);
  printf("%ld ", (LONG)StringCchPrintfA(text, sizeof text, "%d", 12345));
  printf("%s\n", text);
  printf("%08lX ", (ULONG)StringCchCopyA(text, sizeof text, "longer than it"));
  printf("%s\n", text);
  return 0;
}
