// Icons and cursors: one kind of object, as on Windows.
//
// An icon is immutable once made, so any thread may draw it. Handles are slot and generation; icons
// of the system's and those that LoadIcon shares are never destroyed by DestroyIcon.
// https://learn.microsoft.com/windows/win32/menurc/about-icons
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/module_api.h"
#include "base/win32.h"

namespace transom::user {

struct Icon {
  bool is_cursor = false;
  bool shared = false;
  POINT hot_spot{};
  int width = 0;
  int height = 0;
  std::vector<std::uint32_t> pixels;     // 0xAARRGGBB, not premultiplied, top row first
  std::vector<std::uint32_t> inverting;  // 0x00RRGGBB to xor the screen with; empty: none does
};

// The icon behind a handle, kept alive; empty: none.
TRANSOM_MODULE_API std::shared_ptr<const Icon> find_icon(HICON handle);
HICON insert_icon(Icon icon);

// The bytes of an RT_ICON or RT_CURSOR resource or of an .ico file's image: a DIB with its mask, or
// a PNG. Not trusted. Nothing where they are malformed.
std::optional<Icon> decode_icon(std::span<const std::uint8_t> bytes, bool is_cursor);

// To that size, by the nearest pixel.
Icon resized(Icon icon, int width, int height);
// What programs ask for may be absurd; 0 stands for the usual size.
bool is_icon_size(int width, int height);

// An RT_GROUP_ICON or RT_GROUP_CURSOR resource, the image best for the size (0: the system's).
// Shared by (module, name, size) where `share`.
HICON load_icon_resource(HINSTANCE module, LPCWSTR name, bool is_cursor, int width, int height,
                         bool share);
// A file of the .ico or .cur kind.
HICON load_icon_file(LPCWSTR path, bool is_cursor, int width, int height);

// IDI_APPLICATION and its company; null for other identifiers.
HICON system_icon(WORD id);

}  // namespace transom::user
