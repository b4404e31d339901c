// The tools that a tool tip knows, and the text about them.
#include <algorithm>
#include <cstring>

#include "comctl32/tool_tip/tool_tip.h"

namespace transom::comctl {
namespace {

constexpr std::size_t kLongestCopy = 80;  // documented for TTM_GETTEXT and its company

// The structures of both encodings differ in their text only. Null: too short for any version.
TTTOOLINFOW* info_of(LPARAM lparam) {
  auto* info = reinterpret_cast<TTTOOLINFOW*>(lparam);
  return info != nullptr && info->cbSize >= TTTOOLINFOW_V1_SIZE ? info : nullptr;
}
bool has_data(const TTTOOLINFOW& info) {
  return info.cbSize >= TTTOOLINFOW_V2_SIZE;
}

void set_text(Tool& tool, LPCWSTR text, bool ansi) {
  tool.asks_for_text = text == LPSTR_TEXTCALLBACKW;
  tool.string_resource = 0;
  tool.text.clear();
  if (tool.asks_for_text || text == nullptr) return;
  if (IS_INTRESOURCE(text)) {
    tool.string_resource = LOWORD(text);
  } else {
    tool.text = text_of(reinterpret_cast<LPARAM>(text), ansi);
  }
}

void fill(Tool& tool, const TTTOOLINFOW& info, bool ansi) {
  tool.flags = info.uFlags;
  tool.area = info.rect;
  tool.module = info.hinst;
  if (has_data(info)) tool.data = info.lParam;
  set_text(tool, info.lpszText, ansi);
}

// The structure as the program gets it; the text goes where its own pointer leads.
void report(const Tool& tool, TTTOOLINFOW& info, bool ansi) {
  info.uFlags = tool.flags;
  info.hwnd = tool.owner;
  info.uId = tool.id;
  info.rect = tool.area;
  info.hinst = tool.module;
  if (has_data(info)) info.lParam = tool.data;
  if (tool.asks_for_text) {
    info.lpszText = LPSTR_TEXTCALLBACKW;
  } else if (tool.string_resource != 0) {
    info.lpszText = MAKEINTRESOURCEW(tool.string_resource);
  } else if (!IS_INTRESOURCE(info.lpszText) && info.lpszText != LPSTR_TEXTCALLBACKW) {
    copy_text(tool.text, reinterpret_cast<LPARAM>(info.lpszText), kLongestCopy, ansi);
  }
}

bool ask_unicode(const ToolTip& tip, const Tool& tool) {
  if (tool.owner == nullptr) return tip.unicode;
  const LRESULT format = user::send_message(tool.owner, WM_NOTIFYFORMAT,
                                            reinterpret_cast<WPARAM>(tip.handle), NF_QUERY);
  return format != NFR_ANSI;
}

Tool* find_by(ToolTip& tip, const TTTOOLINFOW* info) {
  return info != nullptr ? tip.find(info->hwnd, info->uId) : nullptr;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-addtool
template <bool kAnsi>
LRESULT on_add(ToolTip& tip, const ControlCall& call) {
  const TTTOOLINFOW* info = info_of(call.lparam);
  if (info == nullptr) return FALSE;
  auto tool = std::make_unique<Tool>();
  tool->owner = info->hwnd;
  tool->id = info->uId;
  fill(*tool, *info, kAnsi);
  const bool unicode = ask_unicode(tip, *tool);
  if (!tip.alive()) return FALSE;
  tool->unicode = unicode;
  tip.watch(*tool);
  tip.tools.push_back(std::move(tool));
  return TRUE;
}

void remove(ToolTip& tip, Tool& tool) {
  tip.forget(tool);
  const auto found = std::ranges::find_if(
      tip.tools, [&](const std::unique_ptr<Tool>& each) { return each.get() == &tool; });
  if (!tip.alive() || found == tip.tools.end()) return;
  const std::unique_ptr<Tool> removed = std::move(*found);
  tip.tools.erase(found);
  tip.unwatch(*removed);
}

// https://learn.microsoft.com/windows/win32/controls/ttm-deltool
LRESULT on_delete(ToolTip& tip, const ControlCall& call) {
  if (Tool* tool = find_by(tip, info_of(call.lparam))) remove(tip, *tool);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-newtoolrect
LRESULT on_new_area(ToolTip& tip, const ControlCall& call) {
  const TTTOOLINFOW* info = info_of(call.lparam);
  if (Tool* tool = find_by(tip, info)) tool->area = info->rect;
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-gettoolinfo
template <bool kAnsi>
LRESULT on_get_info(ToolTip& tip, const ControlCall& call) {
  TTTOOLINFOW* info = info_of(call.lparam);
  const Tool* tool = find_by(tip, info);
  if (tool != nullptr) report(*tool, *info, kAnsi);
  return tool != nullptr;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-settoolinfo
template <bool kAnsi>
LRESULT on_set_info(ToolTip& tip, const ControlCall& call) {
  const TTTOOLINFOW* info = info_of(call.lparam);
  Tool* tool = find_by(tip, info);
  if (tool == nullptr) return 0;
  tip.unwatch(*tool);
  fill(*tool, *info, kAnsi);
  tip.watch(*tool);
  if (tool == tip.current) tip.show_again();
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-updatetiptext
template <bool kAnsi>
LRESULT on_update_text(ToolTip& tip, const ControlCall& call) {
  const TTTOOLINFOW* info = info_of(call.lparam);
  Tool* tool = find_by(tip, info);
  if (tool == nullptr) return 0;
  tool->module = info->hinst;
  set_text(*tool, info->lpszText, kAnsi);
  if (tool == tip.current) tip.show_again();
  return 0;
}

// wParam is how much fits; old programs send 0, and mean 80.
// https://learn.microsoft.com/windows/win32/controls/ttm-gettext
template <bool kAnsi>
LRESULT on_get_text(ToolTip& tip, const ControlCall& call) {
  TTTOOLINFOW* info = info_of(call.lparam);
  Tool* tool = find_by(tip, info);
  if (tool == nullptr || IS_INTRESOURCE(info->lpszText)) return 0;
  const LPARAM buffer = reinterpret_cast<LPARAM>(info->lpszText);
  const std::u16string text = tip.ask_text(*tool);
  copy_text(text, buffer, call.wparam != 0 ? call.wparam : kLongestCopy, kAnsi);
  return 0;
}

LRESULT on_count(ToolTip& tip, const ControlCall&) {
  return static_cast<LRESULT>(tip.tools.size());
}

// https://learn.microsoft.com/windows/win32/controls/ttm-enumtools
template <bool kAnsi>
LRESULT on_enumerate(ToolTip& tip, const ControlCall& call) {
  TTTOOLINFOW* info = info_of(call.lparam);
  if (info == nullptr || call.wparam >= tip.tools.size()) return FALSE;
  report(*tip.tools[call.wparam], *info, kAnsi);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-getcurrenttool
template <bool kAnsi>
LRESULT on_get_current(ToolTip& tip, const ControlCall& call) {
  if (tip.current == nullptr) return FALSE;
  if (call.lparam == 0) return TRUE;
  TTTOOLINFOW* info = info_of(call.lparam);
  if (info != nullptr) report(*tip.current, *info, kAnsi);
  return info != nullptr;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-hittest
template <bool kAnsi>
LRESULT on_hit_test(ToolTip& tip, const ControlCall& call) {
  auto* test = reinterpret_cast<TTHITTESTINFOW*>(call.lparam);
  if (test == nullptr) return FALSE;
  const Tool* tool = tip.tool_under(test->hwnd, test->pt);
  if (tool == nullptr) return FALSE;
  // A structure whose size is not filled in gets what the oldest version had.
  if (test->ti.cbSize < TTTOOLINFOW_V1_SIZE) test->ti.cbSize = TTTOOLINFOW_V1_SIZE;
  report(*tool, test->ti, kAnsi);
  return TRUE;
}

constexpr ControlEntry<ToolTip> kEntries[] = {
    {TTM_ADDTOOLA, on_add<true>},
    {TTM_ADDTOOLW, on_add<false>},
    {TTM_DELTOOLA, on_delete},
    {TTM_DELTOOLW, on_delete},
    {TTM_NEWTOOLRECTA, on_new_area},
    {TTM_NEWTOOLRECTW, on_new_area},
    {TTM_GETTOOLINFOA, on_get_info<true>},
    {TTM_GETTOOLINFOW, on_get_info<false>},
    {TTM_SETTOOLINFOA, on_set_info<true>},
    {TTM_SETTOOLINFOW, on_set_info<false>},
    {TTM_UPDATETIPTEXTA, on_update_text<true>},
    {TTM_UPDATETIPTEXTW, on_update_text<false>},
    {TTM_GETTEXTA, on_get_text<true>},
    {TTM_GETTEXTW, on_get_text<false>},
    {TTM_GETTOOLCOUNT, on_count},
    {TTM_ENUMTOOLSA, on_enumerate<true>},
    {TTM_ENUMTOOLSW, on_enumerate<false>},
    {TTM_GETCURRENTTOOLA, on_get_current<true>},
    {TTM_GETCURRENTTOOLW, on_get_current<false>},
    {TTM_HITTESTA, on_hit_test<true>},
    {TTM_HITTESTW, on_hit_test<false>},
};

bool is_relayed(UINT message) {
  switch (message) {
    case WM_MOUSEMOVE:
    case WM_NCMOUSEMOVE:
    case WM_LBUTTONDOWN:
    case WM_LBUTTONUP:
    case WM_MBUTTONDOWN:
    case WM_MBUTTONUP:
    case WM_RBUTTONDOWN:
    case WM_RBUTTONUP:
      return true;
    default:
      return false;
  }
}

LRESULT CALLBACK watching_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam,
                                    UINT_PTR tip, DWORD_PTR) {
  const auto to = reinterpret_cast<HWND>(tip);
  if (is_relayed(message)) {
    MSG relayed{};
    relayed.hwnd = handle;
    relayed.message = message;
    relayed.wParam = wparam;
    relayed.lParam = lparam;
    GetCursorPos(&relayed.pt);
    user::send_message(to, TTM_RELAYEVENT, 0, reinterpret_cast<LPARAM>(&relayed));
  }
  if (message == WM_NCDESTROY) RemoveWindowSubclass(handle, watching_procedure, tip);
  return DefSubclassProc(handle, message, wparam, lparam);
}

// Of either encoding; the tip's id is the tool's, whatever the structure.
template <class Info>
std::u16string text_from(Info& info, Tool& tool, bool ansi) {
  const auto address = reinterpret_cast<LPARAM>(info.lpszText);
  std::u16string text;
  if (address != 0 && IS_INTRESOURCE(address)) {
    text = resource_text(info.hinst, LOWORD(address));
  } else {
    text = text_of(address != 0 ? address : reinterpret_cast<LPARAM>(info.szText), ansi);
  }
  if ((info.uFlags & TTF_DI_SETITEM) != 0) {
    tool.asks_for_text = false;
    tool.text = text;
  }
  return text;
}

template <class Info>
std::u16string ask_for_text(ToolTip& tip, Tool& tool, UINT code) {
  Info info{};
  info.lpszText = info.szText;
  info.uFlags = tool.flags & (TTF_IDISHWND | TTF_RTLREADING);
  info.lParam = tool.data;
  const HWND owner = tool.owner;
  const UINT_PTR id = tool.id;
  tip.tell_tool(tool, info.hdr, code);
  // The tool may be gone.
  Tool* still = tip.alive() ? tip.find(owner, id) : nullptr;
  return still != nullptr ? text_from(info, *still, code == TTN_GETDISPINFOA) : std::u16string();
}

}  // namespace

Tool* ToolTip::find(HWND owner, UINT_PTR id) {
  for (const std::unique_ptr<Tool>& tool : tools) {
    if (tool->owner == owner && tool->id == id) return tool.get();
  }
  return nullptr;
}

Tool* ToolTip::tool_under(HWND at, POINT point) {
  for (const std::unique_ptr<Tool>& tool : tools) {
    if (tool->window() != at || at == nullptr) continue;
    if (tool->is_window() || PtInRect(&tool->area, point)) return tool.get();
  }
  return nullptr;
}

void ToolTip::watch(const Tool& tool) {
  if ((tool.flags & TTF_SUBCLASS) == 0) return;
  SetWindowSubclass(tool.window(), watching_procedure, reinterpret_cast<UINT_PTR>(handle), 0);
}

void ToolTip::unwatch(const Tool& tool) {
  const bool needed = std::ranges::any_of(tools, [&](const std::unique_ptr<Tool>& each) {
    return each.get() != &tool && (each->flags & TTF_SUBCLASS) != 0 &&
           each->window() == tool.window();
  });
  if (needed || (tool.flags & TTF_SUBCLASS) == 0) return;
  RemoveWindowSubclass(tool.window(), watching_procedure, reinterpret_cast<UINT_PTR>(handle));
}

LRESULT ToolTip::tell_tool(const Tool& tool, NMHDR& header, UINT code) {
  header.hwndFrom = handle;
  header.idFrom = tool.id;
  header.code = code;
  if (tool.owner == nullptr) return 0;
  return user::send_message(tool.owner, WM_NOTIFY, tool.id, reinterpret_cast<LPARAM>(&header));
}

// https://learn.microsoft.com/windows/win32/controls/ttn-getdispinfo
std::u16string ToolTip::ask_text(Tool& tool) {
  std::u16string text = tool.text;
  if (tool.asks_for_text) {
    text = tool.unicode ? ask_for_text<NMTTDISPINFOW>(*this, tool, TTN_GETDISPINFOW)
                        : ask_for_text<NMTTDISPINFOA>(*this, tool, TTN_GETDISPINFOA);
  } else if (tool.string_resource != 0) {
    text = resource_text(tool.module, tool.string_resource);
  }
  if (!alive() || has_style(TTS_NOPREFIX)) return text;
  text.resize(std::min(text.find(u'\t'), text.size()));
  std::erase(text, u'&');
  return text;
}

std::span<const ControlEntry<ToolTip>> tool_tip_tool_entries() {
  return kEntries;
}

}  // namespace transom::comctl
