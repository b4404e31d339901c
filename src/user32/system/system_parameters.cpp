#include "user32/system/system_parameters.h"

#include "base/text.h"
#include "user32/system/system_metrics.h"

namespace transom::user {
namespace {

LOGFONTW interface_font(LONG weight) {
  LOGFONTW font{};
  font.lfHeight = -11;  // 8 points at 96 a inch
  font.lfWeight = weight;
  font.lfCharSet = DEFAULT_CHARSET;
  constexpr std::u16string_view kFace = u"Tahoma";
  kFace.copy(base::as_char16(font.lfFaceName), kFace.size());
  return font;
}

}  // namespace

SystemParameters& system_parameters() {
  static SystemParameters parameters;
  return parameters;
}

NONCLIENTMETRICSW non_client_metrics() {
  NONCLIENTMETRICSW metrics{};
  metrics.cbSize = sizeof metrics;
  metrics.iBorderWidth = system_parameters().border;
  metrics.iScrollWidth = system_metric(SM_CXVSCROLL);
  metrics.iScrollHeight = system_metric(SM_CYHSCROLL);
  metrics.iCaptionWidth = system_metric(SM_CXSIZE);
  metrics.iCaptionHeight = system_metric(SM_CYSIZE);
  metrics.iSmCaptionWidth = system_metric(SM_CXSMSIZE);
  metrics.iSmCaptionHeight = system_metric(SM_CYSMSIZE);
  metrics.iMenuWidth = system_metric(SM_CXMENUSIZE);
  metrics.iMenuHeight = system_metric(SM_CYMENUSIZE);
  metrics.lfCaptionFont = interface_font(FW_BOLD);
  metrics.lfSmCaptionFont = interface_font(FW_NORMAL);
  metrics.lfMenuFont = interface_font(FW_NORMAL);
  metrics.lfStatusFont = interface_font(FW_NORMAL);
  metrics.lfMessageFont = interface_font(FW_NORMAL);
  return metrics;
}

LOGFONTW icon_title_font() {
  return interface_font(FW_NORMAL);
}

}  // namespace transom::user
