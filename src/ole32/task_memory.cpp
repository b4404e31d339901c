// COM's memory: what functions that return text hand over for CoTaskMemFree.
// https://learn.microsoft.com/windows/win32/api/combaseapi/nf-combaseapi-cotaskmemalloc
#include "base/shell.h"

LPVOID WINAPI CoTaskMemAlloc(SIZE_T size) {
  return std::malloc(size != 0 ? size : 1);
}
LPVOID WINAPI CoTaskMemRealloc(LPVOID memory, SIZE_T size) {
  if (size != 0) return std::realloc(memory, size);
  std::free(memory);
  return nullptr;
}
void WINAPI CoTaskMemFree(LPVOID memory) {
  std::free(memory);
}
