#include "gdi32/metafile/recording_dc.h"

#include "gdi32/recorder.h"

namespace transom::gdi {

std::u16string end_recording(DeviceContext& dc) {
  const Ref<DeviceContext> keep(&dc);
  std::u16string file = std::move(dc.recording_file);
  dc.recorder.reset();
  dc.saved.clear();
  dc.reset();
  kill_handle(dc);
  return file;
}

}  // namespace transom::gdi
