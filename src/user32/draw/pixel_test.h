// For tests: a memory context whose pixels are told as letters, one for each colour.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "gdi32/memory_dc.h"
#include "user32/draw/sys_colors.h"

namespace transom::user::test {

using Rows = std::vector<std::string>;

// Several system colours are one in the classic scheme: while it lives, each has its own, so that a
// letter says which was used. f face, s shadow, d dark shadow, h highlight, l light, t text of
// buttons, w window, T text of windows, F window frame; a dot is what was there before.
class LetteredPixels {
 public:
  LetteredPixels(int width, int height) : width_(width), canvas_(width, height) {
    for (const Named& named : kNamed) {
      before_.push_back(GetSysColor(named.index));
      set(named.index, named.color);
    }
    clear();
  }
  ~LetteredPixels() {
    for (std::size_t i = 0; i < before_.size(); ++i) set(kNamed[i].index, before_[i]);
  }
  LetteredPixels(const LetteredPixels&) = delete;
  LetteredPixels& operator=(const LetteredPixels&) = delete;

  HDC dc() const { return canvas_.get(); }
  void clear() { std::ranges::fill(canvas_.pixels(), kUntouched); }
  Rows rows() const {
    Rows rows;
    const auto pixels = canvas_.pixels();
    for (std::size_t i = 0; i < pixels.size(); ++i) {
      if (i % static_cast<std::size_t>(width_) == 0) rows.emplace_back();
      rows.back() += letter(pixels[i] & 0xFFFFFF);
    }
    return rows;
  }

 private:
  struct Named {
    int index;
    char letter;
    COLORREF color;
  };
  static constexpr std::uint32_t kUntouched = 0x010203;
  static constexpr Named kNamed[] = {
      {COLOR_3DFACE, 'f', 0x101010},      {COLOR_3DSHADOW, 's', 0x202020},
      {COLOR_3DDKSHADOW, 'd', 0x303030},  {COLOR_3DHIGHLIGHT, 'h', 0x404040},
      {COLOR_3DLIGHT, 'l', 0x505050},     {COLOR_BTNTEXT, 't', 0x606060},
      {COLOR_WINDOW, 'w', 0x707070},      {COLOR_WINDOWTEXT, 'T', 0x808080},
      {COLOR_WINDOWFRAME, 'F', 0x909090},
  };

  static void set(int index, COLORREF color) {
    set_system_colors(std::span(&index, 1), std::span(&color, 1));
  }
  // All of the colours are grey, so that their order of bytes does not matter.
  static char letter(std::uint32_t pixel) {
    if (pixel == kUntouched) return '.';
    if (pixel == 0) return '0';
    if (pixel == 0xFFFFFF) return '1';
    for (const Named& named : kNamed) {
      if (named.color == pixel) return named.letter;
    }
    return '?';
  }

  int width_;
  gdi::PixelDc canvas_;
  std::vector<COLORREF> before_;
};

}  // namespace transom::user::test
