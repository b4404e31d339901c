// Between the clipboard and the display's (host/display.h): what this process offers there, and
// what other programs offer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/win32.h"

namespace transom::user {

// After the clipboard was closed with new contents.
void offer_to_host();
// Another program has put something on the display's clipboard, in these media types. While the
// clipboard is open that waits until it is closed.
void host_offers(const std::vector<std::string>& types);
void take_from_host();
// What another program has offered, in the clipboard's format; null: it cannot be had.
HANDLE fetch_from_host(UINT format);
// This process's contents for another program. Nothing while the clipboard is open.
std::optional<std::string> clipboard_for_host(const std::string& type);

}  // namespace transom::user
