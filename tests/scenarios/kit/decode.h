// Messages in words, by the catalogue.
#pragma once

#include <windows.h>

#include <string>

namespace scenario {

// "WM_SIZE kind=SIZE_RESTORED client=(100 x 50)"
std::string message_text(HWND window, UINT message, WPARAM wparam, LPARAM lparam);
// What the parameters point to, where the receiver may change it; else empty.
std::string changeable_text(UINT message, WPARAM wparam, LPARAM lparam);
std::string message_result_text(UINT message, LRESULT result);
std::string rect_text(const RECT& rect);
std::string region_text(HRGN region);
// A message's name.
std::string name_of_message(UINT message);
// `bits` by the group of names in catalog/values.txt.
std::string flags_text(const char* group, DWORD bits);

}  // namespace scenario
