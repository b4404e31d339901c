// Include before any header of ICU's: base/win32.h leaves _WIN64 behind, on which other Windows
// headers rely and from which ICU would conclude that this is Windows.
#pragma once

#ifndef U_PLATFORM
#define U_PLATFORM U_PF_LINUX
#endif
