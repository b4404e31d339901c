// Windows metafiles: played, converted.
#include "tests/fuzz/canvas.h"
#include "tests/fuzz/fuzz_target.h"

TRANSOM_FUZZ(windows_metafiles) {
  const auto size = static_cast<UINT>(bytes.size());
  const transom::fuzz::Canvas canvas;
  if (const HMETAFILE metafile = SetMetaFileBitsEx(size, bytes.data())) {
    PlayMetaFile(canvas.dc(), metafile);
    DeleteMetaFile(metafile);
  }
  const METAFILEPICT frame{MM_ANISOTROPIC, 1000, 1000, nullptr};
  const HENHMETAFILE converted = SetWinMetaFileBits(size, bytes.data(), canvas.dc(), &frame);
  if (converted != nullptr) DeleteEnhMetaFile(converted);
}
