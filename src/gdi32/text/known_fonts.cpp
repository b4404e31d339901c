#include "gdi32/text/known_fonts.h"

#include <unistd.h>

#include "base/win32.h"

namespace transom::gdi {
namespace {

#define TRANSOM_SANS                                                                      \
  {                                                                                       \
    "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf", \
        "LiberationSans-BoldItalic.ttf"                                                   \
  }
#define TRANSOM_SERIF                                                                        \
  {                                                                                          \
    "LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf", \
        "LiberationSerif-BoldItalic.ttf"                                                     \
  }
#define TRANSOM_MONO                                                                      \
  {                                                                                       \
    "LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf", "LiberationMono-Italic.ttf", \
        "LiberationMono-BoldItalic.ttf"                                                   \
  }
#define TRANSOM_WIDE_SANS                                              \
  {                                                                    \
    "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf", \
        "DejaVuSans-BoldOblique.ttf"                                   \
  }
#define TRANSOM_WIDE_MONO                                                          \
  {                                                                                \
    "DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf", "DejaVuSansMono-Oblique.ttf", \
        "DejaVuSansMono-BoldOblique.ttf"                                           \
  }

constexpr std::uint8_t kSwiss = VARIABLE_PITCH | FF_SWISS;
constexpr std::uint8_t kRoman = VARIABLE_PITCH | FF_ROMAN;
constexpr std::uint8_t kModern = FIXED_PITCH | FF_MODERN;

constexpr int kSansSerifSizes[] = {13, 16, 20, 24, 29, 37};
constexpr int kCourierSizes[] = {13, 16, 20};
constexpr int kSystemSizes[] = {16};
constexpr int kFixedSystemSizes[] = {15};
constexpr int kTerminalSizes[] = {12};

// Tahoma's measures: 8 points at 96 dots an inch are 11 + 2 pixels, the 13 of every dialog.
constexpr int kDialogAscent = 2049;
constexpr int kDialogDescent = 423;
constexpr int kDialogAverage = 930;

constexpr KnownFamily kFamilies[] = {
    {u"Arial", TRANSOM_SANS, kSwiss},
    {u"Times New Roman", TRANSOM_SERIF, kRoman},
    {u"Courier New", TRANSOM_MONO, kModern},
    {u"Tahoma", TRANSOM_SANS, kSwiss, kDialogAscent, kDialogDescent, kDialogAverage},
    {u"MS Shell Dlg",
     TRANSOM_SANS,
     kSwiss,
     kDialogAscent,
     kDialogDescent,
     kDialogAverage,
     100,
     {},
     false,
     false},
    {u"MS Shell Dlg 2",
     TRANSOM_SANS,
     kSwiss,
     kDialogAscent,
     kDialogDescent,
     kDialogAverage,
     100,
     {},
     false,
     false},
    {u"MS Sans Serif", TRANSOM_SANS, kSwiss, kDialogAscent, kDialogDescent, kDialogAverage, 100,
     kSansSerifSizes},
    {u"Microsoft Sans Serif", TRANSOM_SANS, kSwiss, 1888, 430, kDialogAverage},
    {u"Segoe UI", TRANSOM_SANS, kSwiss, 2210, 514, 1100},
    {u"System", TRANSOM_SANS, kSwiss, 1854, 434, 1126, 91, kSystemSizes, true},
    // 13 pixels an em make 12 + 3 high and 8 wide.
    {u"Fixedsys", TRANSOM_MONO, kModern, 1890, 473, 0, 100, kFixedSystemSizes},
    {u"Terminal", TRANSOM_MONO, kModern, 1575, 315, 0, 100, kTerminalSizes},
    {u"Courier", TRANSOM_MONO, kModern, 1575, 473, 0, 100, kCourierSizes},
    {u"MS Serif", TRANSOM_SERIF, kRoman, kDialogAscent, kDialogDescent, 0, 100, kSansSerifSizes},
    {u"Verdana", TRANSOM_WIDE_SANS, kSwiss},
    {u"Lucida Console", TRANSOM_WIDE_MONO, kModern},
    {u"Consolas", TRANSOM_WIDE_MONO, kModern},
    {u"Georgia", TRANSOM_SERIF, kRoman},
    // Names of Windows 2 and 3, and aliases that Windows itself maps.
    {u"Helv", TRANSOM_SANS, kSwiss, kDialogAscent, kDialogDescent, kDialogAverage, 100,
     kSansSerifSizes, false, false},
    {u"Helvetica", TRANSOM_SANS, kSwiss, 0, 0, 0, 100, {}, false, false},
    {u"Tms Rmn", TRANSOM_SERIF, kRoman, kDialogAscent, kDialogDescent, 0, 100, kSansSerifSizes,
     false, false},
    {u"Times", TRANSOM_SERIF, kRoman, 0, 0, 0, 100, {}, false, false},
    // The stand-ins under their own names.
    {u"Liberation Sans", TRANSOM_SANS, kSwiss},
    {u"Liberation Serif", TRANSOM_SERIF, kRoman},
    {u"Liberation Mono", TRANSOM_MONO, kModern},
    {u"DejaVu Sans", TRANSOM_WIDE_SANS, kSwiss},
    {u"DejaVu Sans Mono", TRANSOM_WIDE_MONO, kModern},
};

constexpr char16_t lower(char16_t c) {
  return c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 32) : c;
}

}  // namespace

bool same_name(std::u16string_view left, std::u16string_view right) {
  if (left.size() != right.size()) return false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (lower(left[i]) != lower(right[i])) return false;
  }
  return true;
}

const KnownFamily* known_family(std::u16string_view name) {
  for (const KnownFamily& family : kFamilies) {
    if (same_name(family.name, name)) return &family;
  }
  return nullptr;
}

const KnownFamily& default_family(std::uint8_t pitch_and_family) {
  const int family = pitch_and_family & 0xF0;
  if (family == FF_MODERN || (pitch_and_family & 3) == FIXED_PITCH) return kFamilies[2];
  if (family == FF_ROMAN) return kFamilies[1];
  return kFamilies[0];
}

std::span<const KnownFamily> known_families() {
  return kFamilies;
}

std::string find_known_file(const char* file) {
  static constexpr const char* kFolders[] = {"/usr/share/fonts/truetype/liberation/",
                                             "/usr/share/fonts/truetype/dejavu/",
                                             "/usr/share/fonts/truetype/liberation2/",
                                             "/usr/share/fonts/liberation/",
                                             "/usr/share/fonts/liberation-fonts/",
                                             "/usr/share/fonts/dejavu/",
                                             "/usr/share/fonts/TTF/"};
  if (file == nullptr) return {};
  for (const char* folder : kFolders) {
    std::string path = std::string(folder) + file;
    if (access(path.c_str(), R_OK) == 0) return path;
  }
  return {};
}

}  // namespace transom::gdi
