// Font objects: the description; what it is realized as belongs to gdi32/text.
#pragma once

#include <memory>

#include "gdi32/object.h"

namespace transom::gdi {

class Font : public Object {
 public:
  static bool is_type(DWORD type) { return type == OBJ_FONT; }
  explicit Font(const LOGFONTW& description) : Object(OBJ_FONT), description(description) {}

  LOGFONTW description;
  // Text's cache, guarded by text's own lock.
  mutable std::shared_ptr<void> realized{};

  int describe(int size, void* buffer) const override;
  int describe_ansi(int size, void* buffer) const override;
};

}  // namespace transom::gdi
