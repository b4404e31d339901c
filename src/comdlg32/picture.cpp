#include "comdlg32/picture.h"

#include <array>
#include <string_view>

#include "user32/icon/icon.h"

namespace transom::comdlg {
namespace {

using Rows = std::array<std::string_view, kPictureSize>;

constexpr Rows kFolder = {
    "................", "................", "..ooooo.........", ".oYYYYYo........",
    ".oYYYYYooooooo..", ".owwwwwwwwwwwyo.", ".owyyyyyyyyyyYo.", ".owyyyyyyyyyyYo.",
    ".owyyyyyyyyyyYo.", ".owyyyyyyyyyyYo.", ".owyyyyyyyyyyYo.", ".owyyyyyyyyyyYo.",
    ".oyYYYYYYYYYYYo.", ".oooooooooooooo.", "..dddddddddddd..", "................"};

constexpr Rows kOpenFolder = {
    "................", "................", "..ooooo.........", ".oYYYYYo........",
    ".oyyyyyoooooo...", ".oyyyyyyyyyyo...", ".oyyyyyyyyyyo...", ".oyyooooooooooo.",
    ".oyowwwwwwwwwYo.", ".oyowyyyyyyyYo..", ".ooyyyyyyyyyYo..", ".ooyyyyyyyyYo...",
    ".oYYYYYYYYYYo...", ".oooooooooooo...", "..dddddddddd....", "................"};

constexpr Rows kFile = {
    "...gggggggg.....", "...gwwwwwwgg....", "...gwwwwwwglg...", "...gwwwwwwgllg..",
    "...gwwwwwwgggg..", "...gwbbbbwwwwg..", "...gwwwwwwwwwg..", "...gwbbbbbbbwg..",
    "...gwwwwwwwwwg..", "...gwbbbbbbbwg..", "...gwwwwwwwwwg..", "...gwbbbbbwwwg..",
    "...gwwwwwwwwwg..", "...gwwwwwwwwwg..", "...ggggggggggg..", "................"};

constexpr Rows kDrive = {
    "................", "................", "................", "................",
    "...gggggggggg...", "..glwwwwwwwwlg..", ".glwwwwwwwwwwlg.", "glllllllllllllgg",
    "gwwwwwwwwwwwwllg", "gwllllllllllGllg", "gwlggggggglllllg", "gwlllllllllllllg",
    "ggggggggggggggg.", ".dddddddddddddd.", "................", "................"};

constexpr Rows kFolderUp = {
    "................", "..ooooo.........", ".oYYYYYo........", ".oYYYYYooooooo..",
    ".owwwwwwwwwwwyo.", ".owyyyyNyyyyyYo.", ".owyyyNNNyyyyYo.", ".owyyNNNNNyyyYo.",
    ".owyyyyNyyyyyYo.", ".owyyyyNyyyyyYo.", ".owyyyyNNNNyyYo.", ".owyyyyyyyyyyYo.",
    ".oyYYYYYYYYYYYo.", ".oooooooooooooo.", "..dddddddddddd..", "................"};

constexpr Rows kNewFolder = {
    "............r...", "..ooooo...r.r.r.", ".oYYYYYo...rrr..", ".oYYYYYoorrrRrrr",
    ".owwwwwwwwwrrr..", ".owyyyyyyyr.r.r.", ".owyyyyyyyyyrYo.", ".owyyyyyyyyyyYo.",
    ".owyyyyyyyyyyYo.", ".owyyyyyyyyyyYo.", ".owyyyyyyyyyyYo.", ".owyyyyyyyyyyYo.",
    ".oyYYYYYYYYYYYo.", ".oooooooooooooo.", "..dddddddddddd..", "................"};

constexpr Rows kTrueType = {"................",  //
                            "................",  //
                            ".BBBBBBBBB......",  //
                            ".BB..BB..BB.....",  //
                            ".B...BB...B.....",  //
                            ".....BB.ggggggg.",  //
                            ".....BBgg.gg.ggg",  //
                            ".....BBg..gg..g.",  //
                            ".....BB...gg....",  //
                            ".....BB...gg....",  //
                            ".....BB...gg....",  //
                            "....BBBB..gg....",  //
                            "..........gg....",  //
                            ".........gggg...",  //
                            "................",  //
                            "................"};

std::uint32_t color_of(char letter) {
  switch (letter) {
    case 'o':
      return 0xFF9A7B1C;  // a folder's outline
    case 'y':
      return 0xFFFFE99B;
    case 'Y':
      return 0xFFF0C552;
    case 'w':
      return 0xFFFFFFFF;
    case 'g':
      return 0xFF707070;
    case 'l':
      return 0xFFD0D0D0;
    case 'b':
      return 0xFF7A96C8;  // lines of writing
    case 'N':
      return 0xFF0A5A0A;  // the arrow
    case 'G':
      return 0xFF20C020;  // a drive's light
    case 'B':
      return 0xFF1A3C9C;
    case 'r':
      return 0xFFE08000;
    case 'R':
      return 0xFFFFF0A0;
    case 'd':
      return 0x30000000;  // a shadow
    default:
      return 0;
  }
}

HICON make(const Rows& rows) {
  user::Icon icon;
  icon.shared = true;
  icon.width = icon.height = kPictureSize;
  for (const std::string_view row : rows) {
    for (const char letter : row) icon.pixels.push_back(color_of(letter));
  }
  return user::insert_icon(std::move(icon));
}

}  // namespace

HICON picture_icon(Picture picture) {
  if (picture == Picture::kNone) return nullptr;
  static const std::array icons = {make(kFolder),   make(kOpenFolder), make(kFile),    make(kDrive),
                                   make(kFolderUp), make(kNewFolder),  make(kTrueType)};
  return icons[static_cast<std::size_t>(picture)];
}

}  // namespace transom::comdlg
