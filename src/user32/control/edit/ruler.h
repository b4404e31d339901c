// Where the characters of an edit control's lines end, in pixels from the start of the line.
#pragma once

#include <string_view>
#include <vector>

#include "base/win32.h"

namespace transom::user {

// Tab stops in pixels: as many as are given, then every `distance`.
struct TabStops {
  std::vector<int> stops;
  int distance = 1;

  // The first one after `x`.
  int next(int x) const;
};

// Lives within one handler: it holds a device context with the font.
class TextRuler {
 public:
  TextRuler(HWND window, HFONT font, const TabStops& tabs, char16_t password);
  ~TextRuler();
  TextRuler(const TextRuler&) = delete;
  TextRuler& operator=(const TextRuler&) = delete;

  HDC dc() const { return dc_; }
  // Valid until the next call. The text begins at `x` within its line.
  const std::vector<int>& ends(std::u16string_view text, int x = 0);
  int width(std::u16string_view text, int x = 0);

 private:
  void measure_plain(std::u16string_view text, int x, int* ends) const;

  HWND window_;
  HDC dc_;
  HGDIOBJ old_font_ = nullptr;
  const TabStops& tabs_;
  int password_width_ = 0;  // 0: characters are shown as they are
  std::vector<int> ends_;
};

}  // namespace transom::user
