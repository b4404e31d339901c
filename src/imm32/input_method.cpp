#include "imm32/input_method.h"

#include <algorithm>
#include <array>

#include "user32/input/keyboard_layout.h"

namespace transom::imm {

std::span<const InputMethod* const> input_methods() {
  static const std::array<const InputMethod*, 1> all{&kana_method()};
  return all;
}

const InputMethod* find_input_method(HKL layout) {
  const auto all = input_methods();
  const auto found = std::ranges::find(all, layout, &InputMethod::layout);
  return found != all.end() ? *found : nullptr;
}

const InputMethod* current_input_method() {
  return find_input_method(user::current_keyboard_layout());
}

}  // namespace transom::imm
