#include <windows.h>
#include <cstdio>
#include <string>

int WINAPI WinMain(HINSTANCE, HINSTANCE, LPSTR line, int) {
  std::string text = line;
  std::printf("%s %d\n", text.c_str(), static_cast<int>(text.size()));
  return 0;
}
