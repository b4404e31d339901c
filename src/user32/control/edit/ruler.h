// Where the characters of an edit control's lines end, in pixels from the start of the line.
#pragma once

#include <string>
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

// The long line that was measured last: a keystroke asks for it several times. Good for one font,
// one set of tab stops and one password character.
struct MeasuredLine {
  std::u16string text;
  std::vector<int> ends;

  void clear() { *this = {}; }
};

// How characters are shown.
struct RulerStyle {
  HFONT font;
  const TabStops& tabs;
  char16_t password;  // 0: as they are
  MeasuredLine& measured;
};

// Lives within one handler: it holds a device context with the font.
class TextRuler {
 public:
  TextRuler(HWND window, const RulerStyle& style);
  ~TextRuler();
  TextRuler(const TextRuler&) = delete;
  TextRuler& operator=(const TextRuler&) = delete;

  HDC dc() const { return dc_; }
  // Of a text that begins its line. Valid until the next call.
  const std::vector<int>& ends(std::u16string_view text);
  int width(std::u16string_view text);

 private:
  void measure(std::u16string_view text, std::vector<int>& ends) const;
  void measure_plain(std::u16string_view text, int x, int* ends) const;

  HWND window_;
  HDC dc_;
  HGDIOBJ old_font_ = nullptr;
  const TabStops& tabs_;
  MeasuredLine& measured_;
  int password_width_ = 0;  // 0: characters are shown as they are
  std::vector<int> ends_;
};

}  // namespace transom::user
