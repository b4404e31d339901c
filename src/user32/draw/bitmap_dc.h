// A memory device context for as long as a bitmap is drawn into or read.
#pragma once

#include "base/win32.h"

namespace transom::user {

class BitmapDc {
 public:
  BitmapDc(HDC like, HGDIOBJ bitmap)
      : dc_(CreateCompatibleDC(like)), before_(SelectObject(dc_, bitmap)) {}
  ~BitmapDc() {
    if (before_ != nullptr) SelectObject(dc_, before_);
    DeleteDC(dc_);
  }
  BitmapDc(const BitmapDc&) = delete;
  BitmapDc& operator=(const BitmapDc&) = delete;

  // False: it is no bitmap, or another context has it.
  explicit operator bool() const { return before_ != nullptr; }
  HDC dc() const { return dc_; }

 private:
  HDC dc_;
  HGDIOBJ before_;
};

}  // namespace transom::user
