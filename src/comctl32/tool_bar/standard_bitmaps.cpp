// The pictures that comctl32 has for everybody: files, the clipboard, views. Drawn from rectangles
// in a grid of 16 by 15, scaled for the large ones.
// https://learn.microsoft.com/windows/win32/controls/toolbar-standard-button-image-index-values
#include <span>

#include "comctl32/tool_bar/tool_bar.h"
#include "gdi32/memory_dc.h"

namespace transom::comctl {
namespace {

constexpr COLORREF kFace = RGB(192, 192, 192);  // transparent
constexpr COLORREF kBlack = RGB(0, 0, 0);
constexpr COLORREF kWhite = RGB(255, 255, 255);
constexpr COLORREF kGrey = RGB(128, 128, 128);
constexpr COLORREF kBlue = RGB(0, 0, 128);
constexpr COLORREF kYellow = RGB(255, 255, 0);
constexpr COLORREF kOlive = RGB(128, 128, 0);
constexpr COLORREF kRed = RGB(128, 0, 0);

struct Stroke {
  COLORREF color;
  BYTE left, top, right, bottom;
};

using Strokes = std::span<const Stroke>;

constexpr Stroke kCut[] = {{kBlack, 5, 1, 6, 6},  {kBlack, 10, 1, 11, 6}, {kBlack, 6, 5, 8, 8},
                           {kBlack, 8, 5, 10, 8}, {kBlue, 4, 9, 8, 13},   {kFace, 5, 10, 7, 12},
                           {kBlue, 9, 9, 13, 13}, {kFace, 10, 10, 12, 12}};
constexpr Stroke kCopy[] = {{kBlack, 2, 1, 9, 10},  {kWhite, 3, 2, 8, 9},   {kBlack, 4, 4, 7, 5},
                            {kBlack, 7, 5, 14, 14}, {kWhite, 8, 6, 13, 13}, {kBlack, 9, 8, 12, 9},
                            {kBlack, 9, 10, 12, 11}};
constexpr Stroke kPaste[] = {{kOlive, 2, 2, 12, 14},
                             {kGrey, 5, 1, 9, 4},
                             {kBlack, 7, 6, 14, 14},
                             {kWhite, 8, 7, 13, 13},
                             {kBlack, 9, 9, 12, 10}};
constexpr Stroke kUndo[] = {{kBlue, 3, 5, 4, 10}, {kBlue, 3, 9, 8, 10},  {kBlue, 5, 5, 10, 6},
                            {kBlue, 4, 6, 6, 8},  {kBlue, 10, 6, 11, 8}, {kBlue, 11, 8, 12, 12}};
constexpr Stroke kRedo[] = {{kBlue, 11, 5, 12, 10}, {kBlue, 7, 9, 12, 10}, {kBlue, 5, 5, 10, 6},
                            {kBlue, 9, 6, 11, 8},   {kBlue, 4, 6, 5, 8},   {kBlue, 3, 8, 4, 12}};
constexpr Stroke kDelete[] = {{kRed, 3, 3, 5, 5},   {kRed, 5, 5, 7, 7},     {kRed, 7, 7, 9, 9},
                              {kRed, 9, 9, 11, 11}, {kRed, 11, 11, 13, 13}, {kRed, 11, 3, 13, 5},
                              {kRed, 9, 5, 11, 7},  {kRed, 5, 9, 7, 11},    {kRed, 3, 11, 5, 13}};
constexpr Stroke kNew[] = {{kBlack, 3, 1, 13, 14}, {kWhite, 4, 2, 12, 13}, {kFace, 10, 1, 13, 4},
                           {kBlack, 9, 1, 10, 5},  {kBlack, 9, 4, 13, 5},  {kBlack, 10, 2, 11, 3},
                           {kBlack, 11, 3, 12, 4}};
constexpr Stroke kOpen[] = {{kBlack, 1, 4, 12, 13},
                            {kYellow, 2, 5, 11, 12},
                            {kBlack, 2, 3, 6, 4},
                            {kBlack, 4, 7, 15, 13},
                            {kOlive, 5, 8, 14, 12}};
constexpr Stroke kSave[] = {{kBlack, 1, 1, 14, 14},
                            {kOlive, 2, 2, 13, 13},
                            {kWhite, 4, 2, 11, 7},
                            {kBlack, 4, 9, 12, 13},
                            {kWhite, 9, 10, 11, 13}};
constexpr Stroke kPreview[] = {{kBlack, 1, 1, 10, 14},
                               {kWhite, 2, 2, 9, 13},
                               {kBlack, 7, 6, 13, 12},
                               {kWhite, 8, 7, 12, 11},
                               {kBlack, 12, 11, 15, 14}};
constexpr Stroke kProperties[] = {{kBlack, 2, 1, 13, 14}, {kWhite, 3, 2, 12, 13},
                                  {kBlue, 4, 4, 6, 6},    {kBlack, 7, 4, 11, 5},
                                  {kBlue, 4, 8, 6, 10},   {kBlack, 7, 8, 11, 9}};
constexpr Stroke kHelp[] = {{kBlue, 5, 2, 10, 4}, {kBlue, 4, 3, 6, 6},  {kBlue, 9, 3, 11, 7},
                            {kBlue, 7, 6, 10, 8}, {kBlue, 7, 7, 9, 10}, {kBlue, 7, 11, 9, 13}};
constexpr Stroke kFind[] = {{kBlack, 2, 4, 7, 12},
                            {kBlack, 9, 4, 14, 12},
                            {kBlack, 7, 5, 9, 8},
                            {kWhite, 3, 8, 5, 11},
                            {kWhite, 10, 8, 12, 11}};
constexpr Stroke kReplace[] = {{kBlack, 1, 2, 6, 8},  {kWhite, 2, 3, 5, 7},
                               {kBlue, 9, 7, 14, 13}, {kWhite, 10, 8, 13, 12},
                               {kBlack, 7, 4, 11, 5}, {kBlack, 10, 5, 11, 7}};
constexpr Stroke kPrint[] = {
    {kBlack, 4, 1, 12, 6},   {kWhite, 5, 2, 11, 6},   {kBlack, 1, 6, 15, 12}, {kGrey, 2, 7, 14, 11},
    {kBlack, 4, 10, 12, 14}, {kWhite, 5, 11, 11, 13}, {kYellow, 11, 8, 13, 9}};
constexpr Strokes kStandard[] = {kCut,  kCopy,    kPaste,      kUndo, kRedo, kDelete,  kNew,  kOpen,
                                 kSave, kPreview, kProperties, kHelp, kFind, kReplace, kPrint};

constexpr Stroke kLarge[] = {
    {kBlue, 2, 2, 7, 7}, {kBlue, 9, 2, 14, 7}, {kBlue, 2, 9, 7, 14}, {kBlue, 9, 9, 14, 14}};
constexpr Stroke kSmall[] = {{kBlue, 2, 2, 5, 5},    {kBlack, 6, 3, 8, 4}, {kBlue, 9, 2, 12, 5},
                             {kBlack, 13, 3, 15, 4}, {kBlue, 2, 9, 5, 12}, {kBlack, 6, 10, 8, 11}};
constexpr Stroke kList[] = {{kBlue, 2, 2, 4, 4},  {kBlack, 5, 3, 8, 4},  {kBlue, 2, 6, 4, 8},
                            {kBlack, 5, 7, 8, 8}, {kBlue, 2, 10, 4, 12}, {kBlack, 5, 11, 8, 12}};
constexpr Stroke kDetails[] = {{kBlue, 2, 2, 4, 4},   {kBlack, 5, 3, 14, 4},
                               {kBlue, 2, 6, 4, 8},   {kBlack, 5, 7, 14, 8},
                               {kBlue, 2, 10, 4, 12}, {kBlack, 5, 11, 14, 12}};
constexpr Stroke kSort[] = {
    {kBlack, 3, 2, 8, 3}, {kBlack, 3, 6, 10, 7}, {kBlack, 3, 10, 12, 11}, {kRed, 13, 2, 14, 12}};
constexpr Stroke kParent[] = {
    {kBlack, 1, 5, 14, 13}, {kYellow, 2, 6, 13, 12}, {kBlack, 6, 7, 7, 11}, {kBlack, 5, 8, 8, 9}};
constexpr Stroke kNet[] = {{kGrey, 2, 3, 12, 10}, {kBlue, 3, 4, 11, 9}, {kBlack, 5, 11, 9, 12}};
constexpr Strokes kView[] = {kLarge, kSmall, kList,   kDetails, kSort, kSort,
                             kSort,  kSort,  kParent, kNet,     kNet,  kNew};
constexpr Stroke kBack[] = {{kBlack, 3, 7, 13, 8}, {kBlack, 4, 6, 6, 9}, {kBlack, 5, 5, 7, 10}};
constexpr Stroke kForward[] = {
    {kBlack, 3, 7, 13, 8}, {kBlack, 10, 6, 12, 9}, {kBlack, 9, 5, 11, 10}};
constexpr Strokes kHistory[] = {kBack, kForward, kOpen, kNew, kDetails};

std::span<const Strokes> pictures(UINT_PTR identifier) {
  switch (identifier) {
    case IDB_STD_SMALL_COLOR:
    case IDB_STD_LARGE_COLOR:
      return kStandard;
    case IDB_VIEW_SMALL_COLOR:
    case IDB_VIEW_LARGE_COLOR:
      return kView;
    case IDB_HIST_SMALL_COLOR:
    case IDB_HIST_LARGE_COLOR:
      return kHistory;
    default:
      return {};
  }
}

void draw(HDC dc, int left, SIZE size, Strokes strokes) {
  constexpr int kWidth = 16;
  constexpr int kHeight = 15;
  for (const Stroke& each : strokes) {
    fill_solid(dc,
               {left + each.left * size.cx / kWidth, each.top * size.cy / kHeight,
                left + each.right * size.cx / kWidth, each.bottom * size.cy / kHeight},
               each.color);
  }
}

}  // namespace

SIZE standard_size(UINT_PTR identifier) {
  const bool large = identifier == IDB_STD_LARGE_COLOR || identifier == IDB_VIEW_LARGE_COLOR ||
                     identifier == IDB_HIST_LARGE_COLOR;
  return large ? SIZE{24, 24} : SIZE{16, 15};
}

HBITMAP make_standard_bitmap(UINT_PTR identifier) {
  const auto all = pictures(identifier);
  if (all.empty()) return nullptr;
  const SIZE size = standard_size(identifier);
  const HDC screen = GetDC(nullptr);
  const int width = size.cx * static_cast<int>(all.size());
  const HBITMAP bitmap = CreateCompatibleBitmap(screen, width, size.cy);
  ReleaseDC(nullptr, screen);
  const gdi::MemoryDc dc(bitmap);
  fill_solid(dc.get(), {0, 0, width, size.cy}, kFace);
  int left = 0;
  for (const Strokes strokes : all) {
    draw(dc.get(), left, size, strokes);
    left += size.cx;
  }
  return bitmap;
}

}  // namespace transom::comctl
