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
  HMENU menu = LoadMenuA(instance, "LAX");
  printf("%u %u %u %u\n", GetMenuItemID(menu, 0), GetMenuItemID(menu, 1), GetMenuItemID(menu, 2),
         GetMenuState(menu, 2, MF_BYPOSITION) & MFS_GRAYED);
  return 0;
}
