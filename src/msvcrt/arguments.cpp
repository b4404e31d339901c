// __argc, __argv, __wargv, and the variables of Microsoft's start-up code, which the headers reach
// through functions. https://learn.microsoft.com/cpp/c-runtime-library/argc-argv-wargv
#include <unistd.h>

#include <vector>

#include "base/text.h"
#include "msvcrt/crt.h"

using namespace transom;

namespace {

int g_count = 0;
char** g_arguments = nullptr;
char* g_program = nullptr;

// The dynamic linker hands a library's constructors what it hands to main.
__attribute__((constructor)) void keep_arguments(int count, char** arguments, char**) {
  g_count = count;
  g_arguments = arguments;
  g_program = count > 0 ? arguments[0] : nullptr;
}

// Never freed: programs keep pointers into it until the very end.
wchar_t** make_wide_arguments() {
  static auto* texts = new std::vector<std::u16string>;
  for (int i = 0; i < g_count; ++i) texts->push_back(base::utf8_to_utf16(g_arguments[i]));
  static auto* pointers = new std::vector<wchar_t*>;
  for (std::u16string& text : *texts) pointers->push_back(base::as_wchar(text.data()));
  pointers->push_back(nullptr);
  return pointers->data();
}

}  // namespace

int* __p___argc() {
  return &g_count;
}
char*** __p___argv() {
  return &g_arguments;
}
wchar_t*** __p___wargv() {
  static wchar_t** arguments = make_wide_arguments();
  return &arguments;
}
char*** __p__environ() {
  return &environ;
}
char** __p__pgmptr() {
  return &g_program;
}
char** __p__acmdln() {
  static char* line = GetCommandLineA();
  return &line;
}
wchar_t** __p__wcmdln() {
  static wchar_t* line = GetCommandLineW();
  return &line;
}
unsigned* __p__fmode() {
  static unsigned mode = 0;
  return &mode;
}
