#include <windows.h>
#include <stdio.h>

int main(void) {
  HINSTANCE instance = GetModuleHandle(NULL);
  char text[32];
  HRSRC found = FindResourceA(instance, "WORDS", RT_RCDATA);
  printf("%d %s\n", LoadStringA(instance, 100, text, sizeof text), text);
  printf("%u %.5s\n", (unsigned)SizeofResource(instance, found),
         (const char*)LockResource(LoadResource(instance, found)));
  printf("%d\n", FindResource(instance, MAKEINTRESOURCE(1), RT_GROUP_ICON) != NULL);
  return 0;
}
