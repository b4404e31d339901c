#include <windows.h>
#include <cstdio>

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE, LPWSTR, int) {
  wchar_t text[64];
  if (LoadString(instance, TEXT_ID, text, 64) == 0) return 1;
  std::printf("%ls\n", text);
  return 0;
}
