// The two formats of metafiles, each of the other, for the clipboard.
// https://learn.microsoft.com/windows/win32/gdi/metafile-conversions
#include <cstring>
#include <vector>

#include "user32/clipboard/synthesis.h"
#include "user32/locked_memory.h"

namespace transom::user {
namespace {

// GetWinMetaFileBits wants a device to reckon with.
std::vector<BYTE> windows_bits(HENHMETAFILE metafile) {
  const HDC screen = GetDC(nullptr);
  const UINT size = GetWinMetaFileBits(metafile, 0, nullptr, MM_ANISOTROPIC, screen);
  std::vector<BYTE> bits(size);
  const UINT got = GetWinMetaFileBits(metafile, size, bits.data(), MM_ANISOTROPIC, screen);
  ReleaseDC(nullptr, screen);
  bits.resize(got);
  return bits;
}

// False: the memory holds no such thing.
bool read_picture(HGLOBAL memory, METAFILEPICT& picture) {
  const LockedMemory locked(memory);
  if (locked.size() < sizeof picture) return false;
  std::memcpy(&picture, locked.data(), sizeof picture);
  return true;
}

}  // namespace

HGLOBAL metafile_picture_of(HENHMETAFILE metafile) {
  ENHMETAHEADER header{};
  if (GetEnhMetaFileHeader(metafile, sizeof header, &header) == 0) return nullptr;
  const std::vector<BYTE> bits = windows_bits(metafile);
  const RECTL& frame = header.rclFrame;
  const METAFILEPICT picture{MM_ANISOTROPIC, frame.right - frame.left, frame.bottom - frame.top,
                             SetMetaFileBitsEx(static_cast<UINT>(bits.size()), bits.data())};
  return picture.hMF != nullptr ? clipboard_memory(&picture, sizeof picture) : nullptr;
}

HENHMETAFILE enhanced_metafile_of(HGLOBAL memory) {
  METAFILEPICT picture{};
  if (!read_picture(memory, picture)) return nullptr;
  std::vector<BYTE> bits(GetMetaFileBitsEx(picture.hMF, 0, nullptr));
  if (bits.empty()) return nullptr;
  GetMetaFileBitsEx(picture.hMF, static_cast<UINT>(bits.size()), bits.data());
  return SetWinMetaFileBits(static_cast<UINT>(bits.size()), bits.data(), nullptr, &picture);
}

void free_metafile_picture(HGLOBAL memory) {
  METAFILEPICT picture{};
  if (read_picture(memory, picture)) DeleteMetaFile(picture.hMF);
  GlobalFree(memory);
}

}  // namespace transom::user
