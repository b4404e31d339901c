// From one metafile format to the other: each is played into a recorder of the other.
// https://learn.microsoft.com/windows/win32/gdi/metafile-conversions
#include <cmath>

#include "gdi32/api.h"
#include "gdi32/device_caps.h"
#include "gdi32/metafile/emf_file.h"
#include "gdi32/metafile/emf_recorder.h"
#include "gdi32/metafile/metafile_object.h"
#include "gdi32/metafile/recording_dc.h"
#include "gdi32/metafile/wmf_recorder.h"

using namespace transom;
using namespace transom::gdi;

namespace {

bool is_scalable(int mode) {
  return mode == MM_ISOTROPIC || mode == MM_ANISOTROPIC;
}

int pixels_of(double hundredths, double per_pixel) {
  return std::max(1, static_cast<int>(std::lround(hundredths / per_pixel)));
}

// The size of the picture in hundredths of a millimetre: what is suggested, or the whole device.
SIZE picture_size(const METAFILEPICT* picture, const ReferenceDevice& device) {
  if (picture != nullptr && is_scalable(picture->mm) && picture->xExt > 0 && picture->yExt > 0) {
    return {picture->xExt, picture->yExt};
  }
  return {device.millimetres.cx * 100, device.millimetres.cy * 100};
}

// The mapping that a converted metafile is played in: units of the mode for the device's pixels.
Mapping units_of(int mode) {
  const HDC dc = CreateCompatibleDC(nullptr);
  SetMapMode(dc, mode);
  const Mapping mapping = find_dc(dc)->state.mapping;
  DeleteDC(dc);
  return mapping;
}

// The frame in pixels of the device.
RECT frame_pixels(const ENHMETAHEADER& header, const ReferenceDevice& device) {
  const double x = device.horizontal_scale(), y = device.vertical_scale();
  const auto scaled = [](LONG value, double by) {
    return static_cast<LONG>(std::lround(std::clamp(value / by, -32000.0, 32000.0)));
  };
  return {scaled(header.rclFrame.left, x), scaled(header.rclFrame.top, y),
          scaled(header.rclFrame.right, x), scaled(header.rclFrame.bottom, y)};
}

std::vector<std::uint8_t> converted(const EnhancedMetafile& metafile, HENHMETAFILE handle,
                                    int mode) {
  const auto header = emf_header(metafile.bytes);
  const RECT frame = frame_pixels(*header, ReferenceDevice::display());
  const Mapping units = is_scalable(mode) ? Mapping() : units_of(mode);
  Ref<DeviceContext> dc = make<DeviceContext>(DcKind::kMetafile);
  auto recorder = std::make_unique<WmfRecorder>(*dc, units);
  WmfRecorder& wmf = *recorder;
  dc->recorder = std::move(recorder);
  const HDC dc_handle = publish<HDC>(dc);
  if (dc_handle == nullptr) return {};
  wmf.write(META_SETMAPMODE, {mode});
  if (is_scalable(mode)) {
    wmf.write(META_SETWINDOWORG, {frame.top, frame.left});
    wmf.write(META_SETWINDOWEXT, {std::max<LONG>(1, frame.bottom - frame.top),
                                  std::max<LONG>(1, frame.right - frame.left)});
  }
  PlayEnhMetaFile(dc_handle, handle, &frame);
  std::vector<std::uint8_t> bytes = wmf.finish();
  end_recording(*dc);
  return bytes;
}

}  // namespace

// A Windows metafile as an enhanced one. `picture` says how it is to be played; null: filling the
// device. Null, ERROR_INVALID_DATA, where the bytes are no Windows metafile.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setwinmetafilebits
HENHMETAFILE WINAPI SetWinMetaFileBits(UINT size, CONST BYTE* bytes, HDC reference,
                                       CONST METAFILEPICT* picture) {
  if (reference != nullptr && !require_dc(reference)) return nullptr;
  const HMETAFILE windows = SetMetaFileBitsEx(size, bytes);
  if (windows == nullptr) return nullptr;
  const ReferenceDevice device = ReferenceDevice::display();
  const SIZE extent = picture_size(picture, device);
  const RECT frame{0, 0, extent.cx, extent.cy};
  const bool free = picture == nullptr || is_scalable(picture->mm);
  const HDC dc = CreateEnhMetaFileW(reference, nullptr, free ? &frame : nullptr, nullptr);
  SetMapMode(dc, picture != nullptr && picture->mm >= MM_MIN && picture->mm <= MM_MAX
                     ? picture->mm
                     : MM_ANISOTROPIC);
  if (free) {
    const int width = pixels_of(extent.cx, device.horizontal_scale());
    const int height = pixels_of(extent.cy, device.vertical_scale());
    SetWindowExtEx(dc, width, height, nullptr);
    SetViewportExtEx(dc, width, height, nullptr);
  }
  PlayMetaFile(dc, windows);
  DeleteMetaFile(windows);
  return CloseEnhMetaFile(dc);
}

// An enhanced metafile as a Windows one for a mapping mode: the size, or with a buffer that is
// large enough the bytes; 0 on failure.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getwinmetafilebits
UINT WINAPI GetWinMetaFileBits(HENHMETAFILE handle, UINT size, LPBYTE buffer, INT mode,
                               HDC reference) {
  const auto metafile = require<EnhancedMetafile>(handle);
  if (!metafile || !require_dc(reference)) return 0;
  if (mode < MM_MIN || mode > MM_MAX) return fail_parameter<UINT>();
  const std::vector<std::uint8_t> bytes = converted(*metafile, handle, mode);
  const auto needed = static_cast<UINT>(bytes.size());
  if (buffer == nullptr) return needed;
  if (size < needed) return 0;
  std::copy(bytes.begin(), bytes.end(), buffer);
  return needed;
}
