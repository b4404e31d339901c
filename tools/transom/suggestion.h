// What somebody who mistyped a name may have meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace transom::tool {

// The name that takes the fewest changes of one character, two swapped ones being one change too;
// case does not count. Empty when none is close: more than a third of the word would have to
// change.
std::string closest_name(std::string_view word, const std::vector<std::string>& names);

// "perhaps NAME", or what to say when there is none.
std::string perhaps(std::string_view word, const std::vector<std::string>& names,
                    std::string otherwise);

}  // namespace transom::tool
