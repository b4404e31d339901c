// What modules beside the library (display hosts) may use of it, over and above the exported Win32
// functions. Everything else is hidden.
#pragma once

#define TRANSOM_MODULE_API __attribute__((visibility("default")))
