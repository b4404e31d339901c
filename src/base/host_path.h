// Paths as Windows programs write them, to paths of this system.
//
//  - `\` separates as `/` does; a drive's letter means the root ("C:\x" is "/x", "C:x" is "x");
//    "\\?\" in front is dropped. NUL, CON, CONIN$ and CONOUT$ are the devices in any folder.
//  - A name that is not there is looked for without regard to case, folder by folder: on Windows
//  the
//    program found it. Where nothing matches, the name stays, so that a new file gets it.
//  - Narrow paths are in the ANSI code page, but one that names a file as it stands is taken as it
//    stands: it came from main's arguments.
#pragma once

#include <string>
#include <string_view>

namespace transom::base {

// UTF-8.
std::string host_path(std::u16string_view windows_path);
std::string host_path(std::string_view windows_path);

}  // namespace transom::base
