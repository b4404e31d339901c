// For tests: a memory context whose pixels are told as letters, one for each colour.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/win32.h"
#include "user32/draw/sys_colors.h"

namespace transom::user::test {

using Rows = std::vector<std::string>;

// Several system colours are one in the classic scheme: while it lives, each has its own, so that a
// letter says which was used. f face, s shadow, d dark shadow, h highlight, l light, t text of
// buttons, w window, T text of windows, F window frame; a dot is what was there before.
class LetteredPixels {
 public:
  LetteredPixels(int width, int height) : width_(width), height_(height) {
    for (const Named& named : kNamed) {
      before_.push_back(GetSysColor(named.index));
      set(named.index, named.color);
    }
    BITMAPINFO info{};
    info.bmiHeader.biSize = sizeof info.bmiHeader;
    info.bmiHeader.biWidth = width;
    info.bmiHeader.biHeight = -height;
    info.bmiHeader.biPlanes = 1;
    info.bmiHeader.biBitCount = 32;
    dc_ = CreateCompatibleDC(nullptr);
    bitmap_ = CreateDIBSection(dc_, &info, DIB_RGB_COLORS, &bits_, nullptr, 0);
    old_ = SelectObject(dc_, bitmap_);
    clear();
  }
  ~LetteredPixels() {
    SelectObject(dc_, old_);
    DeleteObject(bitmap_);
    DeleteDC(dc_);
    for (std::size_t i = 0; i < before_.size(); ++i) set(kNamed[i].index, before_[i]);
  }
  LetteredPixels(const LetteredPixels&) = delete;
  LetteredPixels& operator=(const LetteredPixels&) = delete;

  HDC dc() const { return dc_; }
  void clear() {
    for (int i = 0; i < width_ * height_; ++i) static_cast<std::uint32_t*>(bits_)[i] = kUntouched;
  }
  Rows rows() const {
    Rows rows;
    for (int y = 0; y < height_; ++y) {
      std::string row;
      for (int x = 0; x < width_; ++x) {
        row += letter(static_cast<const std::uint32_t*>(bits_)[y * width_ + x] & 0xFFFFFF);
      }
      rows.push_back(row);
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

  int width_, height_;
  HDC dc_ = nullptr;
  HBITMAP bitmap_ = nullptr;
  HGDIOBJ old_ = nullptr;
  void* bits_ = nullptr;
  std::vector<COLORREF> before_;
};

}  // namespace transom::user::test
