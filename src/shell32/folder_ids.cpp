// The GUIDs of the known folders, which Windows keeps in uuid.lib.
#define INITGUID
#include "base/win32.h"

#pragma GCC visibility push(default)
#include <initguid.h>
#include <knownfolders.h>
#pragma GCC visibility pop
