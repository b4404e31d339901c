// Font files that are open: a FreeType face each, and the design's own measures.
//
// Contract
//  - Nothing is initialised before the first file is opened.
//  - A FontFile lives until the process ends: there are as many as the program used files.
//  - FreeType faces are not for several threads: touch `face` only while holding font_mutex().
//    Everything else here is constant after opening.
#pragma once

#include <ft2build.h>
#include FT_FREETYPE_H

#include <mutex>
#include <string>

namespace transom::gdi {

// Measures of a design in its own units, as GDI reads them out of the OS/2, hhea and post tables.
struct DesignMetrics {
  int units_per_em = 2048;
  int ascent = 1854;  // usWinAscent
  int descent = 434;  // usWinDescent, positive
  int line_gap = 0;   // what hhea asks for beyond ascent and descent
  int average_width = 1000;
  int max_width = 2048;
  int underline_position = -200;
  int underline_thickness = 100;
  int strikeout_position = 530;
  int strikeout_thickness = 100;
  int cap_height = 1400;
  int x_height = 1000;
};

struct FontFile {
  std::string path;
  int index = 0;
  FT_Face face = nullptr;  // guarded by font_mutex()
  DesignMetrics design;
  bool symbol = false;  // characters live at U+F000
  bool bold = false;
  bool italic = false;
  bool fixed_pitch = false;
};

// Recursive: looking a fallback up happens inside looking a character up.
std::recursive_mutex& font_mutex();

// The file, opened once; null when it cannot be read as a font.
FontFile* open_font_file(const std::string& path, int index = 0);

}  // namespace transom::gdi
