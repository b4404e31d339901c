// The Windows headers that the catalogue's numbers are held against.
#pragma once

#include "base/win32.h"

#define _WIN32 1
#define __CYGWIN__ 1
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunknown-pragmas"
#define IS_32 1
#include <commctrl.h>
#include <dbt.h>
#include <dde.h>
#include <imm.h>
#include <prsht.h>
#include <richedit.h>
#pragma GCC diagnostic pop
#undef IS_32
#undef __CYGWIN__
#undef _WIN32
