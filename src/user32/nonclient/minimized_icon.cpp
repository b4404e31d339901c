#include "user32/nonclient/minimized_icon.h"

#include "kernel32/process/subsystem_version.h"
#include "user32/system/system_metrics.h"
#include "user32/window/class.h"

namespace transom::user {
namespace {

bool shows_class_icon(const Window& window) {
  return is_icon(window) && window.window_class != nullptr && window.window_class->icon != nullptr;
}

}  // namespace

SIZE minimized_size() {
  if (kernel::is_for_windows_3()) return {system_metric(SM_CXICON), system_metric(SM_CYICON)};
  return {system_metric(SM_CXMINIMIZED), system_metric(SM_CYMINIMIZED)};
}

bool is_icon(const Window& window) {
  return (window.style & WS_MINIMIZE) != 0 && kernel::is_for_windows_3();
}

UINT paint_message_of(const Window& window) {
  return shows_class_icon(window) ? WM_PAINTICON : WM_PAINT;
}

UINT erase_message_of(const Window& window) {
  return shows_class_icon(window) ? WM_ICONERASEBKGND : WM_ERASEBKGND;
}

}  // namespace transom::user
