// GlobalAlloc's and LocalAlloc's memory: fixed blocks, whose handle is their address, and movable
// ones, whose handle has to be locked to get an address.
//
//  - Both families share one space of handles, as on Windows since 1993.
//  - Thread-safe. Every function takes any value for a handle.
//  - A movable block of no bytes is discarded: it has a handle but no memory.
// https://learn.microsoft.com/windows/win32/memory/global-and-local-functions
#pragma once

#include "base/win32.h"

namespace transom::kernel {

HGLOBAL allocate_memory(UINT flags, SIZE_T size);
HGLOBAL reallocate_memory(HGLOBAL handle, SIZE_T size, UINT flags);
// Null, or the handle where it fails.
HGLOBAL free_memory(HGLOBAL handle);
void* lock_memory(HGLOBAL handle);
BOOL unlock_memory(HGLOBAL handle);
SIZE_T memory_size(HGLOBAL handle);
UINT memory_flags(HGLOBAL handle);
HGLOBAL memory_handle(const void* address);

}  // namespace transom::kernel
