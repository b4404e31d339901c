// The families that every Windows program takes for granted, and what stands in for them on Linux.
//
// Found by path, without fontconfig, whose start takes tens of milliseconds. The stand-ins have the
// widths of the originals (Liberation was drawn for that); where a program's layout depends on
// other measures (a dialog unit, the 7 by 16 of the System font) those are given here and override
// the file's.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace transom::gdi {

enum class Style : std::uint8_t { Regular = 0, Bold = 1, Italic = 2, BoldItalic = 3 };

constexpr Style style_of(bool bold, bool italic) {
  return static_cast<Style>((bold ? 1 : 0) | (italic ? 2 : 0));
}

struct KnownFamily {
  const char16_t* name;
  const char* files[4];  // by Style; null where the family has none
  std::uint8_t pitch_and_family;
  // Overrides, for an em of 2048; 0 keeps the file's.
  int ascent = 0;
  int descent = 0;
  int average_width = 0;
  int width_percent = 100;
  // Cell heights that the bitmap original had; a request between two gets the smaller one.
  std::span<const int> sizes = {};
  // The System font has no lighter cut.
  bool always_bold = false;
  bool listed = true;  // shown by EnumFontFamilies
};

// By name, ignoring case; null for a family that we have to look for.
const KnownFamily* known_family(std::u16string_view name);

// The stand-in when a program asks for a family that nobody has.
const KnownFamily& default_family(std::uint8_t pitch_and_family);

std::span<const KnownFamily> known_families();

// Where `file` is installed; empty when it is not.
std::string find_known_file(const char* file);

bool same_name(std::u16string_view left, std::u16string_view right);

}  // namespace transom::gdi
