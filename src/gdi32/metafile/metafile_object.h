// Metafiles as GDI objects: bytes that were checked when the object was made.
#pragma once

#include <vector>

#include "gdi32/object.h"

namespace transom::gdi {

class EnhancedMetafile : public Object {
 public:
  static bool is_type(DWORD type) { return type == OBJ_ENHMETAFILE; }
  explicit EnhancedMetafile(std::vector<std::uint8_t> bytes)
      : Object(OBJ_ENHMETAFILE), bytes(std::move(bytes)) {}

  const std::vector<std::uint8_t> bytes;  // accepted by is_enhanced_metafile()
};

class WindowsMetafile : public Object {
 public:
  static bool is_type(DWORD type) { return type == OBJ_METAFILE; }
  explicit WindowsMetafile(std::vector<std::uint8_t> bytes)
      : Object(OBJ_METAFILE), bytes(std::move(bytes)) {}

  const std::vector<std::uint8_t> bytes;  // accepted by is_windows_metafile()
};

}  // namespace transom::gdi
