// How the variadic functions call those that take a list.
#pragma once

#include <cstdarg>

// The whole body: answers what `call` does, in which `arguments` is the list of those after `last`.
#define TRANSOM_WITH_ARGUMENTS(last, call) \
  va_list arguments;                       \
  va_start(arguments, last);               \
  const int transom_result = call;         \
  va_end(arguments);                       \
  return transom_result
