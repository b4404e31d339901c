#include "comctl32/tool_tip/tip_client.h"

namespace transom::comctl {
namespace {

TTTOOLINFOW info_for(const CommonControl& control, const TipClient::Area& area) {
  TTTOOLINFOW info{};
  info.cbSize = sizeof info;
  info.hwnd = control.handle;
  info.uId = area.id;
  info.rect = area.place;
  info.lpszText = LPSTR_TEXTCALLBACKW;
  return info;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/controls/nm-tooltipscreated
void TipClient::create(CommonControl& control) {
  tips_ = CreateWindowExW(WS_EX_TOPMOST, TOOLTIPS_CLASSW, nullptr, WS_POPUP, CW_USEDEFAULT,
                          CW_USEDEFAULT, CW_USEDEFAULT, CW_USEDEFAULT, control.handle, nullptr,
                          nullptr, nullptr);
  own_ = tips_ != nullptr;
  if (!own_) return;
  NMTOOLTIPSCREATED created{};
  created.hwndToolTips = tips_;
  control.tell(created.hdr, NM_TOOLTIPSCREATED);
}

void TipClient::destroy() {
  const HWND tips = std::exchange(tips_, nullptr);
  if (std::exchange(own_, false)) DestroyWindow(tips);
}

void TipClient::replace(HWND tips) {
  if (tips == tips_) return;
  own_ = false;
  tips_ = tips;
  areas_.clear();
}

void TipClient::set_areas(const CommonControl& control, std::vector<Area> areas) {
  if (tips_ == nullptr || areas == areas_) return;
  const auto tell = [&](UINT message, const Area& area) {
    TTTOOLINFOW info = info_for(control, area);
    user::send_message(tips_, message, 0, reinterpret_cast<LPARAM>(&info));
  };
  for (const Area& area : std::exchange(areas_, {})) tell(TTM_DELTOOLW, area);
  for (const Area& area : areas) tell(TTM_ADDTOOLW, area);
  areas_ = std::move(areas);
}

void TipClient::relay(const CommonControl& control, const ControlCall& call) const {
  if (tips_ == nullptr) return;
  MSG message{};
  message.hwnd = control.handle;
  message.message = call.message;
  message.wParam = call.wparam;
  message.lParam = call.lparam;
  user::send_message(tips_, TTM_RELAYEVENT, 0, reinterpret_cast<LPARAM>(&message));
}

}  // namespace transom::comctl
