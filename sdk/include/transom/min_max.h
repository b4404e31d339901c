/* Microsoft's min and max are macros; libstdc++ takes those away, and could not live with them. These
 * templates take two types, as the macros do; where std::min is in sight, too, it is the better
 * match. */
#pragma GCC system_header
#ifndef TRANSOM_MIN_MAX_H
#define TRANSOM_MIN_MAX_H
extern "C++" {
#include <type_traits>
template <class First, class Second>
constexpr typename std::common_type<First, Second>::type min(const First& first,
                                                             const Second& second) {
  return first < second ? first : second;
}
template <class First, class Second>
constexpr typename std::common_type<First, Second>::type max(const First& first,
                                                             const Second& second) {
  return first > second ? first : second;
}
}
#endif
