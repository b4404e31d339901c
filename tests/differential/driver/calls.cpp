#include "calls.h"

#include <memory>
#include <optional>
#include <utility>

#include "../../scenarios/kit/scenario.h"
#include "helpers.h"
#include "values.h"

namespace differential {
namespace {

using Arguments = std::vector<std::uint64_t>;

template <class Parameter>
Parameter converted(std::uint64_t value) {
  if constexpr (std::is_pointer_v<Parameter>) {
    return reinterpret_cast<Parameter>(value);
  } else {
    return static_cast<Parameter>(value);
  }
}

template <class Result, class... Parameters, std::size_t... Index>
std::string call_with(Result(WINAPI* function)(Parameters...), const Arguments& given,
                      std::index_sequence<Index...>) {
  if constexpr (std::is_void_v<Result>) {
    function(converted<Parameters>(given[Index])...);
    return {};
  } else {
    const Result result = function(converted<Parameters>(given[Index])...);
    if constexpr (sizeof(Result) == sizeof(void*)) {
      // A window in a number.
      const std::string name = scenario::name_of_handle(reinterpret_cast<const void*>(result));
      if (!name.empty()) return name;
    }
    return scenario::text_of_result(result);
  }
}

template <class Result, class... Parameters>
std::string make_call(Result(WINAPI* function)(Parameters...), Arguments given) {
  given.resize(sizeof...(Parameters));
  return call_with(function, given, std::index_sequence_for<Parameters...>());
}

struct Entry {
  const char* name;
  std::string (*function)(const Arguments& given);
};

#define CALLABLE(function)                                                          \
  {                                                                                 \
#function, [](const Arguments& given) { return make_call<>(&function, given); } \
  }

const Entry kEntries[] = {
    CALLABLE(DestroyWindow),
    CALLABLE(ShowWindow),
    CALLABLE(ShowWindowAsync),
    CALLABLE(SetWindowPos),
    CALLABLE(MoveWindow),
    CALLABLE(BringWindowToTop),
    CALLABLE(SetParent),
    CALLABLE(EnableWindow),
    CALLABLE(SetFocus),
    CALLABLE(SetActiveWindow),
    CALLABLE(SetCapture),
    CALLABLE(SetForegroundWindow),
    CALLABLE(ReleaseCapture),
    CALLABLE(PostMessageW),
    CALLABLE(SendMessageW),
    CALLABLE(SendNotifyMessageW),
    CALLABLE(PostThreadMessageW),
    CALLABLE(PostQuitMessage),
    CALLABLE(CloseWindow),
    CALLABLE(OpenIcon),
    CALLABLE(ShowOwnedPopups),
    CALLABLE(SetWindowLongPtrW),
    CALLABLE(GetWindowLongPtrW),
    CALLABLE(GetWindow),
    CALLABLE(GetAncestor),
    CALLABLE(IsWindow),
    CALLABLE(IsChild),
    CALLABLE(IsWindowVisible),
    CALLABLE(IsIconic),
    CALLABLE(IsZoomed),
    CALLABLE(GetLastActivePopup),
    CALLABLE(GetTopWindow),
    CALLABLE(GetParent),
    CALLABLE(ShowScrollBar),
    CALLABLE(InSendMessage),
    CALLABLE(KillTimer),
    CALLABLE(EnableMenuItem),
    CALLABLE(DrawMenuBar),
    CALLABLE(GetDlgItem),
    CALLABLE(IsWindowEnabled),
    CALLABLE(SwitchToThisWindow),
    CALLABLE(set_placement),
    CALLABLE(note_placement),
    CALLABLE(give_menu),
    CALLABLE(take_menu),
    CALLABLE(move_together),
    CALLABLE(await_timer),
    CALLABLE(click_at),
    CALLABLE(right_click_at),
    CALLABLE(move_to),
    CALLABLE(press),
    CALLABLE(pump_messages),
    CALLABLE(take_one),
    CALLABLE(send_with_timeout),
    CALLABLE(roll_wheel_at),
    CALLABLE(set_text),
    CALLABLE(attach_to),
    CALLABLE(detach_from),
};

const Entry* find(const std::string& name) {
  for (const Entry& one : kEntries) {
    if (name == one.name) return &one;
  }
  return nullptr;
}

// create(w1, style, extended style, x, y, cx, cy, parent, id)
std::string perform_create(const Call& call) {
  Arguments given;
  for (std::size_t i = 1; i < call.arguments.size(); ++i) {
    given.push_back(value_of(call.arguments[i]).value_or(0));
  }
  given.resize(8);
  scenario::WindowOptions options;
  options.style = static_cast<DWORD>(given[0]);
  options.ex_style = static_cast<DWORD>(given[1]);
  options.place = {static_cast<int>(given[2]), static_cast<int>(given[3]),
                   static_cast<int>(given[4]), static_cast<int>(given[5])};
  options.parent = reinterpret_cast<HWND>(given[6]);
  options.id = static_cast<int>(given[7]);
  const HWND window = scenario::create(call.arguments[0].c_str(), options);
  if (window != nullptr) name_window(call.arguments[0], window);
  return scenario::window_text(window);
}

// when(w1, WM_SIZE, ShowWindow(w2, SW_HIDE)): once.
std::string perform_when(const Call& call) {
  const auto message = static_cast<UINT>(value_of(call.arguments[1]).value_or(0));
  const Call inner = parse_call(call.arguments[2]);
  auto done = std::make_shared<bool>(false);
  scenario::on(call.arguments[0].c_str(), message,
               [inner, done](HWND, WPARAM, LPARAM) -> std::optional<LRESULT> {
                 if (!std::exchange(*done, true)) perform(inner);
                 return std::nullopt;
               });
  return {};
}

// None where an argument stands for nothing.
std::optional<Arguments> values_of(const Call& call) {
  Arguments given;
  for (const std::string& argument : call.arguments) {
    const auto value = value_of(argument);
    if (!value) return std::nullopt;
    given.push_back(*value);
  }
  return given;
}

std::string result_of(const Call& call) {
  if (call.function == "create") return perform_create(call);
  if (call.function == "when") return perform_when(call);
  const auto given = values_of(call);
  if (!given) return "left out";
  const Entry* entry = find(call.function);
  return entry == nullptr ? "no such function" : entry->function(*given);
}

}  // namespace

void perform(const Call& call) {
  scenario::CallLine line(call.text.c_str(), scenario::Errors::kLeave);
  std::string result;
  {
    const scenario::Deeper deeper;
    result = result_of(call);
  }
  if (result.empty()) {
    line.close();
  } else {
    line.close(result, false);
  }
}

}  // namespace differential
