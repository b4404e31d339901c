#include "gdi32/text/font_file.h"

#include FT_TRUETYPE_TABLES_H
#include FT_MODULE_H

#include <algorithm>
#include <map>
#include <memory>

namespace transom::gdi {
namespace {

// The same glyphs on every machine: the interpreter's version comes from here, not from the user's
// FREETYPE_PROPERTIES.
FT_Library library() {
  static const FT_Library instance = [] {
    FT_Library made = nullptr;
    if (FT_Init_FreeType(&made) != 0) return FT_Library{nullptr};
    FT_UInt version = 40;
    FT_Property_Set(made, "truetype", "interpreter-version", &version);
    return made;
  }();
  return instance;
}

void read_os2(FT_Face face, DesignMetrics& design) {
  const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
  const auto* hhea = static_cast<const TT_HoriHeader*>(FT_Get_Sfnt_Table(face, FT_SFNT_HHEA));
  if (os2 == nullptr || os2->version == 0xFFFF) return;
  // Some fonts leave the Windows measures empty.
  if (os2->usWinAscent + os2->usWinDescent > 0) {
    design.ascent = os2->usWinAscent;
    design.descent = os2->usWinDescent;
  }
  if (hhea != nullptr) {
    const int wanted = hhea->Line_Gap + hhea->Ascender - hhea->Descender;
    design.line_gap = std::max(0, wanted - design.ascent - design.descent);
  }
  if (os2->xAvgCharWidth > 0) design.average_width = os2->xAvgCharWidth;
  design.strikeout_position = os2->yStrikeoutPosition;
  design.strikeout_thickness = os2->yStrikeoutSize;
  if (os2->version >= 2) {
    design.cap_height = os2->sCapHeight;
    design.x_height = os2->sxHeight;
  }
}

DesignMetrics read_design(FT_Face face) {
  DesignMetrics design;
  design.units_per_em = std::max<int>(face->units_per_EM, 16);
  design.ascent = face->ascender;
  design.descent = -face->descender;
  design.line_gap = std::max(0, face->height - face->ascender + face->descender);
  design.average_width = std::max(1, face->max_advance_width / 2);
  design.max_width = static_cast<int>(face->bbox.xMax - face->bbox.xMin);
  design.underline_position = face->underline_position;
  design.underline_thickness = face->underline_thickness;
  design.strikeout_position = design.units_per_em / 4;
  design.strikeout_thickness = face->underline_thickness;
  design.cap_height = design.units_per_em * 7 / 10;
  design.x_height = design.units_per_em / 2;
  read_os2(face, design);
  return design;
}

void choose_charmap(FontFile& file) {
  if (FT_Select_Charmap(file.face, FT_ENCODING_UNICODE) == 0) return;
  if (FT_Select_Charmap(file.face, FT_ENCODING_MS_SYMBOL) == 0) file.symbol = true;
}

std::unique_ptr<FontFile> load(const std::string& path, int index) {
  FT_Library freetype = library();
  FT_Face face = nullptr;
  if (freetype == nullptr || FT_New_Face(freetype, path.c_str(), index, &face) != 0) return nullptr;
  // GDI takes outlines only from us; a bitmap font would need sizes of its own.
  if (!FT_IS_SCALABLE(face)) {
    FT_Done_Face(face);
    return nullptr;
  }
  auto file = std::make_unique<FontFile>();
  file->path = path;
  file->index = index;
  file->face = face;
  file->design = read_design(face);
  file->bold = (face->style_flags & FT_STYLE_FLAG_BOLD) != 0;
  file->italic = (face->style_flags & FT_STYLE_FLAG_ITALIC) != 0;
  file->fixed_pitch = FT_IS_FIXED_WIDTH(face);
  choose_charmap(*file);
  return file;
}

}  // namespace

std::recursive_mutex& font_mutex() {
  static auto* mutex = new std::recursive_mutex;
  return *mutex;
}

FontFile* open_font_file(const std::string& path, int index) {
  static auto* files = new std::map<std::pair<std::string, int>, std::unique_ptr<FontFile>>;
  std::lock_guard lock(font_mutex());
  auto& slot = (*files)[{path, index}];
  // A file that failed once is tried again: AddFontResource may come before its file is complete.
  if (!slot) slot = load(path, index);
  return slot.get();
}

}  // namespace transom::gdi
