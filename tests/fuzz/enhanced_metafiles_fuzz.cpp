// Enhanced metafiles: played, described, converted.
#include "tests/fuzz/canvas.h"
#include "tests/fuzz/fuzz_target.h"

TRANSOM_FUZZ(enhanced_metafiles) {
  const HENHMETAFILE metafile = SetEnhMetaFileBits(static_cast<UINT>(bytes.size()), bytes.data());
  if (metafile == nullptr) return;
  const transom::fuzz::Canvas canvas;
  const RECT frame{0, 0, transom::fuzz::Canvas::kSize, transom::fuzz::Canvas::kSize};
  PlayEnhMetaFile(canvas.dc(), metafile, &frame);

  WCHAR description[32];
  GetEnhMetaFileDescriptionW(metafile, 32, description);
  PALETTEENTRY colors[16];
  GetEnhMetaFilePaletteEntries(metafile, 16, colors);
  std::uint8_t converted[256];
  GetWinMetaFileBits(metafile, sizeof converted, converted, MM_ANISOTROPIC, canvas.dc());
  DeleteEnhMetaFile(metafile);
}
