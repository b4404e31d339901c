// Which file draws a logical font: families, styles, the program's own fonts, fallbacks.
//
// Order: fonts that the program added (AddFontResource), the families that everybody knows (by
// path, without fontconfig), what fontconfig has under exactly this name, then the stand-in for the
// family class (FF_ROMAN, FF_MODERN …). Callers hold font_mutex().
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "gdi32/text/font_file.h"
#include "gdi32/text/known_fonts.h"

namespace transom::gdi {

struct FontQuery {
  std::u16string family;
  bool bold = false;
  bool italic = false;
  std::uint8_t pitch_and_family = 0;
  std::uint8_t char_set = DEFAULT_CHARSET;
};

struct FoundFont {
  FontFile* file = nullptr;            // null: there is not one font on this machine
  const KnownFamily* known = nullptr;  // carries overrides; null for others
  std::u16string family;               // what GetTextFace answers
  bool embolden = false;
  bool slant = false;
};

FoundFont find_font(const FontQuery& query);

// A font that has this character; null when there is none. Asks fontconfig.
FontFile* find_fallback(char32_t character, bool bold, bool italic, bool fixed_pitch);

// What EnumFontFamiliesEx lists: one a family and style, sorted by family.
struct ListedFont {
  std::u16string family;
  std::u16string style;
  bool bold = false;
  bool italic = false;
};
std::vector<ListedFont> list_fonts();

// Makes every face of a file findable; how many, 0 for what is not a font.
int add_font_file(const std::string& path, bool listed);
// Undoes one add_font_file; false when there was none.
bool remove_font_file(const std::string& path);

// Where the machine has its fonts.
std::vector<std::string> font_folders();
// The fonts in those folders have changed: they are looked at anew.
void reload_fonts();
// Changes whenever the set of fonts did: what was resolved before must be resolved again.
inline std::atomic<unsigned> font_changes{1};
inline unsigned font_set_generation() {
  return font_changes.load(std::memory_order_acquire);
}

}  // namespace transom::gdi
