// What the sanitizers in every program of the tests are told (link to sanitizer_options), so that a
// run by hand is the same as one by ctest. Suppressions name system libraries only, each with its
// reason; findings of ours are mended.
#pragma GCC visibility push(default)  // the run-time library looks for them

// FcInitLoadConfigAndFonts: Debian 12's fontconfig 2.14 loses a rule's test while it reads its own
// configuration files.
const char* __lsan_default_suppressions(void) {
  return "leak:FcInitLoadConfigAndFonts\n";
}

const char* __asan_default_options(void) {
  // Whole stacks: fontconfig's frames have no frame pointers, and the suppression names one of
  // them.
  // What asks for absurd sizes is told that there is no memory, as without the sanitizer.
  return "detect_stack_use_after_return=1:fast_unwind_on_malloc=0:allocator_may_return_null=1";
}

const char* __tsan_default_options(void) {
  // Children of fork() go on to exec() at once; without this they are ended for having threads.
  return "halt_on_error=1:second_deadlock_stack=1:die_after_fork=0:allocator_may_return_null=1";
}

const char* __ubsan_default_options(void) {
  return "print_stacktrace=1";
}
