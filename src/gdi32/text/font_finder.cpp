#include "gdi32/text/font_finder.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <utility>

#include "base/text.h"

namespace transom::gdi {
namespace {

struct AddedFace {
  std::string path;
  int index;
  std::u16string family;
  bool listed;
  int count;
};

std::vector<AddedFace>& added_faces() {
  static auto* faces = new std::vector<AddedFace>;
  return *faces;
}

struct PatternDeleter {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, PatternDeleter>;

// Guarded by font_mutex(), as is everything that is asked of it.
FcConfig*& current_config() {
  static FcConfig* config = FcInitLoadConfigAndFonts();
  return config;
}
FcConfig* fontconfig() {
  return current_config();
}

Pattern best_match(Pattern wanted) {
  if (fontconfig() == nullptr || !wanted) return nullptr;
  FcConfigSubstitute(fontconfig(), wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result;
  return Pattern(FcFontMatch(fontconfig(), wanted.get(), &result));
}

FontFile* file_of(const FcPattern* pattern) {
  FcChar8* path = nullptr;
  int index = 0;
  if (pattern == nullptr || FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch) {
    return nullptr;
  }
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  // The upper half names an instance of a variable font: FreeType takes it the same way.
  return open_font_file(reinterpret_cast<const char*>(path), index);
}

Pattern pattern_for(bool bold, bool italic) {
  Pattern pattern(FcPatternCreate());
  if (!pattern) return pattern;
  FcPatternAddInteger(pattern.get(), FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcPatternAddInteger(pattern.get(), FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
  return pattern;
}

bool has_family(const FcPattern* pattern, std::u16string_view family) {
  FcChar8* name = nullptr;
  for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; ++i) {
    if (same_name(base::utf8_to_utf16(reinterpret_cast<const char*>(name)), family)) return true;
  }
  return false;
}

// fontconfig always answers something; only the family itself counts.
FontFile* find_installed(const FontQuery& query) {
  Pattern wanted = pattern_for(query.bold, query.italic);
  const std::string name = base::utf16_to_utf8(query.family);
  if (!wanted) return nullptr;
  FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(name.c_str()));
  const Pattern match = best_match(std::move(wanted));
  if (!match || !has_family(match.get(), query.family)) return nullptr;
  return file_of(match.get());
}

FontFile* find_any(const FontQuery& query) {
  Pattern wanted = pattern_for(query.bold, query.italic);
  if (!wanted) return nullptr;
  const bool fixed = default_family(query.pitch_and_family).pitch_and_family & FIXED_PITCH;
  FcPatternAddString(wanted.get(), FC_FAMILY,
                     reinterpret_cast<const FcChar8*>(fixed ? "monospace" : "sans-serif"));
  return file_of(best_match(std::move(wanted)).get());
}

// A style that the family lacks is made from the nearest one that it has.
FontFile* find_known(const KnownFamily& family, bool bold, bool italic) {
  const Style wanted = style_of(bold || family.always_bold, italic);
  for (const Style style : {wanted, style_of(bold, false), Style::Regular}) {
    const std::string path = find_known_file(family.files[static_cast<int>(style)]);
    if (path.empty()) continue;
    if (FontFile* file = open_font_file(path)) return file;
  }
  return nullptr;
}

FontFile* find_added(const FontQuery& query) {
  FontFile* best = nullptr;
  int best_score = -1;
  for (const AddedFace& face : added_faces()) {
    if (!same_name(face.family, query.family)) continue;
    FontFile* file = open_font_file(face.path, face.index);
    if (file == nullptr) continue;
    const int score = (file->bold == query.bold) + (file->italic == query.italic);
    if (score <= best_score) continue;
    best = file;
    best_score = score;
  }
  return best;
}

FoundFont found(FontFile* file, const KnownFamily* known, std::u16string family,
                const FontQuery& query) {
  FoundFont result{file, known, std::move(family)};
  if (file != nullptr) {
    const bool bold = query.bold || (known != nullptr && known->always_bold);
    result.embolden = bold && !file->bold;
    result.slant = query.italic && !file->italic;
  }
  return result;
}

FoundFont resolve(const FontQuery& query) {
  if (FontFile* file = find_added(query)) return found(file, nullptr, query.family, query);
  if (const KnownFamily* known = known_family(query.family)) {
    if (FontFile* file = find_known(*known, query.bold, query.italic)) {
      return found(file, known, known->name, query);
    }
  } else if (!query.family.empty()) {
    if (FontFile* file = find_installed(query)) return found(file, nullptr, query.family, query);
  }
  const KnownFamily& stand_in = default_family(query.pitch_and_family);
  FontFile* file = find_known(stand_in, query.bold, query.italic);
  if (file == nullptr) file = find_any(query);
  return found(file, &stand_in, stand_in.name, query);
}

std::string string_of(const FcPattern* pattern, const char* object) {
  FcChar8* value = nullptr;
  if (FcPatternGetString(pattern, object, 0, &value) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(value);
}

void list_installed(std::vector<ListedFont>& fonts) {
  if (fontconfig() == nullptr) return;
  const Pattern all(FcPatternCreate());
  FcPatternAddBool(all.get(), FC_SCALABLE, FcTrue);
  FcObjectSet* objects = FcObjectSetBuild(FC_FAMILY, FC_STYLE, FC_WEIGHT, FC_SLANT, nullptr);
  FcFontSet* set = FcFontList(fontconfig(), all.get(), objects);
  for (int i = 0; set != nullptr && i < set->nfont; ++i) {
    const FcPattern* pattern = set->fonts[i];
    int weight = FC_WEIGHT_REGULAR;
    int slant = FC_SLANT_ROMAN;
    FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
    fonts.push_back({base::utf8_to_utf16(string_of(pattern, FC_FAMILY)),
                     base::utf8_to_utf16(string_of(pattern, FC_STYLE)),
                     weight >= FC_WEIGHT_DEMIBOLD, slant != FC_SLANT_ROMAN});
  }
  if (set != nullptr) FcFontSetDestroy(set);
  FcObjectSetDestroy(objects);
}

void list_known(std::vector<ListedFont>& fonts) {
  static constexpr const char16_t* kStyles[] = {u"Regular", u"Bold", u"Italic", u"Bold Italic"};
  for (const KnownFamily& family : known_families()) {
    if (!family.listed) continue;
    for (int style = 0; style < 4; ++style) {
      if (family.always_bold && style != static_cast<int>(Style::Bold)) continue;
      // Bitmap families have one cut.
      if (!family.always_bold && !family.sizes.empty() && style != 0) continue;
      if (find_known_file(family.files[style]).empty()) continue;
      fonts.push_back({family.name, kStyles[style], (style & 1) != 0, (style & 2) != 0});
    }
  }
}

// Links are followed, each folder is there once.
std::vector<std::string> with_folders_below(const std::vector<std::string>& roots) {
  namespace fs = std::filesystem;
  std::vector<std::string> folders;
  const auto add = [&](const fs::path& path) {
    std::error_code error;
    const std::string real = fs::canonical(path, error);
    if (error || !fs::is_directory(real, error)) return;
    if (std::ranges::find(folders, real) == folders.end()) folders.push_back(real);
  };
  std::ranges::for_each(roots, add);
  for (std::size_t i = 0; i < folders.size(); ++i) {
    std::error_code error;
    for (fs::directory_iterator entry(fs::path(folders[i]), error), end; !error && entry != end;
         entry.increment(error)) {
      add(entry->path());
    }
  }
  return folders;
}

}  // namespace

FoundFont find_font(const FontQuery& query) {
  using Key = std::tuple<std::u16string, bool, bool, std::uint8_t>;
  static auto* answers = new std::map<Key, FoundFont>;
  static unsigned answers_generation = 0;
  if (answers_generation != font_set_generation() || answers->size() > 256) {
    answers->clear();
    answers_generation = font_set_generation();
  }
  const auto [slot, fresh] =
      answers->try_emplace({query.family, query.bold, query.italic, query.pitch_and_family});
  if (fresh) slot->second = resolve(query);
  return slot->second;
}

FontFile* find_fallback(char32_t character, bool bold, bool italic, bool fixed_pitch) {
  Pattern wanted = pattern_for(bold, italic);
  FcCharSet* characters = FcCharSetCreate();
  if (!wanted || characters == nullptr) return nullptr;
  FcCharSetAddChar(characters, character);
  FcPatternAddCharSet(wanted.get(), FC_CHARSET, characters);
  FcPatternAddString(wanted.get(), FC_FAMILY,
                     reinterpret_cast<const FcChar8*>(fixed_pitch ? "monospace" : "sans-serif"));
  FcCharSetDestroy(characters);
  FontFile* file = file_of(best_match(std::move(wanted)).get());
  if (file == nullptr || FT_Get_Char_Index(file->face, character) == 0) return nullptr;
  return file;
}

std::vector<ListedFont> list_fonts() {
  std::vector<ListedFont> fonts;
  list_known(fonts);
  list_installed(fonts);
  for (const AddedFace& added : added_faces()) {
    const FontFile* file = open_font_file(added.path, added.index);
    if (!added.listed || file == nullptr) continue;
    const char* style = file->face->style_name;
    fonts.push_back({added.family, base::utf8_to_utf16(style != nullptr ? style : "Regular"),
                     file->bold, file->italic});
  }
  // Stable: a family's regular cut stays in front.
  std::stable_sort(fonts.begin(), fonts.end(),
                   [](const auto& a, const auto& b) { return a.family < b.family; });
  const auto same = [](const ListedFont& a, const ListedFont& b) {
    return a.family == b.family && a.style == b.style;
  };
  fonts.erase(std::unique(fonts.begin(), fonts.end(), same), fonts.end());
  return fonts;
}

int add_font_file(const std::string& path, bool listed) {
  int count = 0;
  for (AddedFace& face : added_faces()) {
    if (face.path == path) {
      ++face.count;
      ++count;
    }
  }
  if (count > 0) return count;
  FontFile* first = open_font_file(path);
  if (first == nullptr) return 0;
  const int faces = static_cast<int>(std::min<FT_Long>(first->face->num_faces, 256));
  for (int index = 0; index < faces; ++index) {
    const FontFile* file = open_font_file(path, index);
    if (file == nullptr || file->face->family_name == nullptr) continue;
    added_faces().push_back({path, index, base::utf8_to_utf16(file->face->family_name), listed, 1});
    ++count;
  }
  ++font_changes;
  return count;
}

bool remove_font_file(const std::string& path) {
  bool found_one = false;
  for (AddedFace& face : added_faces()) {
    if (face.path != path) continue;
    --face.count;
    found_one = true;
  }
  std::erase_if(added_faces(), [](const AddedFace& face) { return face.count <= 0; });
  if (found_one) ++font_changes;
  return found_one;
}

// From a configuration of its own, without fonts: nobody who draws text waits for this.
std::vector<std::string> font_folders() {
  FcConfig* config = FcInitLoadConfig();
  FcStrList* list = config != nullptr ? FcConfigGetFontDirs(config) : nullptr;
  std::vector<std::string> folders;
  while (const FcChar8* folder = list != nullptr ? FcStrListNext(list) : nullptr) {
    folders.emplace_back(reinterpret_cast<const char*>(folder));
  }
  if (list != nullptr) FcStrListDone(list);
  if (config != nullptr) FcConfigDestroy(config);
  return with_folders_below(folders);
}

void reload_fonts() {
  FcConfig* fresh = FcInitLoadConfigAndFonts();
  if (fresh == nullptr) return;
  std::lock_guard lock(font_mutex());
  if (FcConfig* before = std::exchange(current_config(), fresh)) FcConfigDestroy(before);
  ++font_changes;
}

}  // namespace transom::gdi
