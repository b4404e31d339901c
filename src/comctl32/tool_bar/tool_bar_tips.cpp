// What a tool bar's tips say: the parent is asked, in two ways, unless a button hides its text.
#include "comctl32/tool_bar/tool_bar.h"

namespace transom::comctl {
namespace {

constexpr int kLongestTip = 256;

void answer(NMTTDISPINFOW& info, std::u16string& text) {
  info.lpszText = base::as_wchar(text.data());
}
void answer(NMTTDISPINFOA& info, std::string& text) {
  info.lpszText = text.data();
}

// https://learn.microsoft.com/windows/win32/controls/tbn-getinfotip
template <class About, class Text>
bool ask_parent(ToolBar& bar, const ToolButton& button, UINT code, Text& text) {
  text.assign(kLongestTip, 0);
  About about{};
  about.pszText = reinterpret_cast<decltype(about.pszText)>(text.data());
  about.cchTextMax = kLongestTip;
  about.iItem = button.command;
  about.lParam = static_cast<LPARAM>(button.data);
  bar.tell(about.hdr, code);
  if (!bar.alive()) return true;
  text.back() = 0;
  text.resize(text.find(typename Text::value_type{}));
  return !text.empty();
}

template <class Info, class About, class Text>
bool find_text(ToolBar& bar, Info& info, UINT code, Text& text) {
  const int index = bar.index_of(static_cast<int>(info.hdr.idFrom));
  if (index < 0) return false;
  const ToolButton button = bar.at(index);
  if (!ask_parent<About>(bar, button, code, text)) {
    if (bar.shows_text(button)) return false;
    if constexpr (sizeof(typename Text::value_type) == 1) {
      text = base::to_ansi(bar.text_of_button(button));
    } else {
      text = bar.text_of_button(button);
    }
  }
  if (text.empty() || !bar.alive()) return false;
  answer(info, text);
  return true;
}

// The tip's notifications go on to the parent as they are, but for text that the bar knows.
// https://learn.microsoft.com/windows/win32/controls/display-tooltips-for-buttons
LRESULT on_notify(ToolBar& bar, const ControlCall& call) {
  auto* header = reinterpret_cast<NMHDR*>(call.lparam);
  if (header == nullptr || !bar.tips.sent(*header)) return bar.default_action(call);
  const bool known =
      (header->code == TTN_GETDISPINFOW &&
       find_text<NMTTDISPINFOW, NMTBGETINFOTIPW>(bar, *reinterpret_cast<NMTTDISPINFOW*>(header),
                                                 TBN_GETINFOTIPW, bar.tip_text)) ||
      (header->code == TTN_GETDISPINFOA &&
       find_text<NMTTDISPINFOA, NMTBGETINFOTIPA>(bar, *reinterpret_cast<NMTTDISPINFOA*>(header),
                                                 TBN_GETINFOTIPA, bar.ansi_tip_text));
  if (known || !bar.alive()) return 0;
  return user::send_message(bar.parent(), WM_NOTIFY, header->idFrom, call.lparam);
}

LRESULT on_destroy(ToolBar& bar, const ControlCall& call) {
  bar.tips.destroy();
  return bar.default_action(call);
}

LRESULT on_set_tool_tips(ToolBar& bar, const ControlCall& call) {
  bar.tips.replace(reinterpret_cast<HWND>(call.wparam));
  bar.update_tips();
  return 0;
}
LRESULT on_get_tool_tips(ToolBar& bar, const ControlCall&) {
  return reinterpret_cast<LRESULT>(bar.tips.handle());
}

// These say nothing to the bar itself.
LRESULT on_relayed(ToolBar& bar, const ControlCall& call) {
  bar.tips.relay(bar, call);
  return bar.alive() ? bar.default_action(call) : 0;
}

constexpr ControlEntry<ToolBar> kEntries[] = {
    {WM_NOTIFY, on_notify},
    {WM_DESTROY, on_destroy},
    {TB_SETTOOLTIPS, on_set_tool_tips},
    {TB_GETTOOLTIPS, on_get_tool_tips},
    {WM_MBUTTONDOWN, on_relayed},
    {WM_MBUTTONUP, on_relayed},
    {WM_RBUTTONDOWN, on_relayed},
};

}  // namespace

void ToolBar::update_tips() {
  if (tips.handle() == nullptr) return;
  std::vector<TipClient::Area> areas;
  for (const ToolButton& button : buttons) {
    if (button.separator() || button.hidden()) continue;
    areas.push_back({static_cast<UINT_PTR>(button.command), button.place});
  }
  tips.set_areas(*this, std::move(areas));
}

std::span<const ControlEntry<ToolBar>> tool_bar_tip_entries() {
  return kEntries;
}

}  // namespace transom::comctl
