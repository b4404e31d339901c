// Which names a pattern matches: '*' and '?' without regard to case, and the rules that DOS left:
// "*.*" is everything, "*." names without a dot, and a '?' at the end also matches nothing.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-findfirstfilew
#pragma once

#include <string_view>

namespace transom::kernel {

bool matches_pattern(std::u16string_view name, std::u16string_view pattern);

}  // namespace transom::kernel
