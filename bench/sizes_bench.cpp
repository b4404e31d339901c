// Controls with much in them: what a step costs must not grow with how much there is, and filling
// them must grow no faster than what they are filled with. Each runs at several sizes; the order
// of growth is printed after them.
//
//   transom_bench --benchmark_filter=sizes
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "base/win32.h"

namespace {

const WCHAR* wide(const std::u16string& text) {
  return reinterpret_cast<const WCHAR*>(text.c_str());
}

HWND make_control(const char16_t* window_class, DWORD style) {
  setenv("TRANSOM_HOST", "headless", 0);
  const HWND window = CreateWindowExW(0, reinterpret_cast<LPCWSTR>(window_class), nullptr,
                                      WS_POPUP | WS_VISIBLE | style, 0, 0, 400, 300, nullptr,
                                      nullptr, nullptr, nullptr);
  SetFocus(window);
  return window;
}

void close_control(HWND window) {
  DestroyWindow(window);
}

// --- List boxes, by the number of their strings

// Spread all over the alphabet, not in its order.
std::u16string item_text(std::uint32_t number) {
  std::u16string text = u"item ";
  for (std::uint32_t rest = number * 2654435761u; rest != 0; rest /= 26) {
    text += static_cast<char16_t>(u'a' + rest % 26);
  }
  return text;
}

void fill_list(benchmark::State& state, DWORD style, bool announced) {
  const auto count = static_cast<std::uint32_t>(state.range(0));
  for (auto _ : state) {
    const HWND list = make_control(u"ListBox", WS_VSCROLL | style);
    if (announced) SendMessageW(list, LB_INITSTORAGE, count, 40 * std::int64_t{count});
    for (std::uint32_t i = 0; i < count; ++i) {
      SendMessageW(list, LB_ADDSTRING, 0, reinterpret_cast<LPARAM>(wide(item_text(i))));
    }
    if (SendMessageW(list, LB_GETCOUNT, 0, 0) != state.range(0)) state.SkipWithError("not all");
    state.PauseTiming();
    close_control(list);
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetComplexityN(state.range(0));
}

void sizes_list_add(benchmark::State& state) {
  fill_list(state, 0, false);
}
void sizes_list_add_announced(benchmark::State& state) {
  fill_list(state, 0, true);
}
void sizes_list_add_sorted(benchmark::State& state) {
  fill_list(state, LBS_SORT, false);
}

#define BENCHMARK_COUNTS(function)    \
  BENCHMARK(function)                 \
      ->RangeMultiplier(10)           \
      ->Range(10'000, 1'000'000)      \
      ->Iterations(1)                 \
      ->Unit(benchmark::kMillisecond) \
      ->Complexity()
BENCHMARK_COUNTS(sizes_list_add);
BENCHMARK_COUNTS(sizes_list_add_announced);
BENCHMARK_COUNTS(sizes_list_add_sorted);

// --- Edit controls, by the megabytes of their text

// Two bytes a character; lines of 50.
std::u16string text_of(std::int64_t megabytes) {
  const std::u16string line = u"It was a bright cold day in April, and the clocks\r\n";
  const auto characters = static_cast<std::size_t>(megabytes) * 1'000'000 / 2;
  std::u16string text;
  text.reserve(characters + line.size());
  while (text.size() < characters) text += line;
  return text;
}

constexpr DWORD kWraps = ES_MULTILINE | ES_AUTOVSCROLL | WS_VSCROLL;
constexpr DWORD kScrolls = kWraps | ES_AUTOHSCROLL | WS_HSCROLL;

HWND make_edit(DWORD style, const std::u16string& text) {
  const HWND edit = make_control(u"Edit", style);
  SendMessageW(edit, EM_LIMITTEXT, 0, 0);
  SetWindowTextW(edit, wide(text));
  return edit;
}

void load_edit(benchmark::State& state, DWORD style) {
  const std::u16string text = text_of(state.range(0));
  for (auto _ : state) {
    const HWND edit = make_edit(style, text);
    UpdateWindow(edit);
    state.PauseTiming();
    close_control(edit);
    state.ResumeTiming();
  }
  state.SetComplexityN(state.range(0));
}

void sizes_edit_load(benchmark::State& state) {
  load_edit(state, kScrolls);
}
void sizes_edit_load_wrapped(benchmark::State& state) {
  load_edit(state, kWraps);
}

// In the middle of the text, after a first character that brings the gap there.
void type_in_edit(benchmark::State& state, DWORD style) {
  const std::u16string text = text_of(state.range(0));
  const HWND edit = make_edit(style, text);
  SendMessageW(edit, EM_SETSEL, text.size() / 2, static_cast<LPARAM>(text.size() / 2));
  SendMessageW(edit, EM_SCROLLCARET, 0, 0);
  SendMessageW(edit, WM_CHAR, 'a', 1);
  int typed = 0;
  for (auto _ : state) SendMessageW(edit, WM_CHAR, ++typed % 40 == 0 ? '\r' : 'a', 1);
  state.SetComplexityN(state.range(0));
  close_control(edit);
}

void sizes_edit_type(benchmark::State& state) {
  type_in_edit(state, kScrolls);
}
void sizes_edit_type_wrapped(benchmark::State& state) {
  type_in_edit(state, kWraps);
}

// Down by pages, with the picture.
void sizes_edit_scroll(benchmark::State& state) {
  const HWND edit = make_edit(kWraps, text_of(state.range(0)));
  for (auto _ : state) {
    SendMessageW(edit, WM_VSCROLL, SB_PAGEDOWN, 0);
    UpdateWindow(edit);
  }
  state.SetComplexityN(state.range(0));
  close_control(edit);
}

BENCHMARK(sizes_edit_load)
    ->Arg(1)
    ->Arg(10)
    ->Arg(100)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();
BENCHMARK(sizes_edit_load_wrapped)
    ->Arg(1)
    ->Arg(10)
    ->Arg(100)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();
BENCHMARK(sizes_edit_type)->Arg(1)->Arg(10)->Arg(100)->Iterations(1000)->Complexity();
BENCHMARK(sizes_edit_type_wrapped)->Arg(1)->Arg(10)->Arg(100)->Iterations(1000)->Complexity();
BENCHMARK(sizes_edit_scroll)->Arg(1)->Arg(10)->Arg(100)->Iterations(200)->Complexity();

}  // namespace
