// std::wstring has 16-bit characters, and the wide functions are found in std too.
#include <windows.h>
#include <cstdio>
#include <cwchar>
#include <string>
#include <vector>

int main() {
  std::wstring text = L"wide ";
  text += std::to_wstring(42) + L" \u00e9";
  std::vector<wchar_t> copy(text.begin(), text.end());
  copy.push_back(0);
  wchar_t buffer[32];
  swprintf(buffer, 32, L"%ls|%d", copy.data(), static_cast<int>(std::wcslen(copy.data())));
  std::printf("%d %d %d\n", static_cast<int>(sizeof(wchar_t)), static_cast<int>(text.find(L'4')),
              _wcsicmp(L"ABC", L"abc"));
  std::printf("%d\n", std::wstring(buffer) == L"wide 42 \u00e9|9");
  return 0;
}
