// The media type text/uri-list, RFC 2483.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace transom::host::x11 {

// The paths of the files among them; other addresses are left out.
std::vector<std::string> paths_of_uri_list(std::string_view text);

}  // namespace transom::host::x11
