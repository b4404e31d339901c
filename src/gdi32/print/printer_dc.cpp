// Contexts of printers: making them, and what they answer about themselves.
#include "base/last_error.h"
#include "gdi32/print/printer_device.h"

namespace transom::gdi {

HDC create_printer_dc(std::u16string_view name, const DEVMODEW* mode) {
  const auto printer = winspool::find_printer(name);
  if (!printer) return base::fail<HDC>(ERROR_INVALID_PRINTER_NAME);
  Ref<DeviceContext> dc = make<DeviceContext>(DcKind::kPrinter);
  dc->recorder =
      std::make_unique<PrinterDevice>(*dc, *printer, winspool::device_mode_of(*printer, mode));
  return publish<HDC>(dc);
}

PrinterDevice* printer_of(DeviceContext& dc) {
  if (dc.kind != DcKind::kPrinter) return nullptr;
  return static_cast<PrinterDevice*>(dc.recorder.get());
}

std::optional<int> printer_capability(const DeviceContext& dc, int index) {
  const PrinterDevice* device = printer_of(const_cast<DeviceContext&>(dc));
  if (device == nullptr) return std::nullopt;
  switch (index) {
    case TECHNOLOGY:
      return DT_RASPRINTER;
    case HORZSIZE:
      return static_cast<int>(device->page_millimetres().cx);
    case VERTSIZE:
      return static_cast<int>(device->page_millimetres().cy);
    case PHYSICALWIDTH:
      return static_cast<int>(device->page_pixels().cx);
    case PHYSICALHEIGHT:
      return static_cast<int>(device->page_pixels().cy);
    case SCALINGFACTORX:
    case SCALINGFACTORY:
    case PHYSICALOFFSETX:  // pages are printed to their edges
    case PHYSICALOFFSETY:
    case VREFRESH:
    case DESKTOPHORZRES:
    case DESKTOPVERTRES:
    case NUMRESERVED:
    case SIZEPALETTE:
      return 0;
    case ASPECTX:
    case ASPECTY:
      return device->mode().dmPrintQuality;
    case ASPECTXY:
      return device->mode().dmPrintQuality * 1414 / 1000;
    case RASTERCAPS:
      return RC_BITBLT | RC_BITMAP64 | RC_GDI20_OUTPUT | RC_DI_BITMAP | RC_DIBTODEV | RC_BIGFONT |
             RC_STRETCHBLT | RC_STRETCHDIB;
    default:
      return std::nullopt;
  }
}

}  // namespace transom::gdi
