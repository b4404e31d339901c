/* A DLL's DllMain is told when the library is loaded and unloaded; thread notifications are the
 * loader's affair.
 * https://learn.microsoft.com/windows/win32/dlls/dllmain
 */
#include <windows.h>

__attribute__((weak)) BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID);
__attribute__((weak)) BOOL DllMain_cxx(HINSTANCE, DWORD, LPVOID)
    __asm__("_Z7DllMainP11HINSTANCE__jPv");

static HINSTANCE own_module(void) {
  HMODULE module = NULL;
  GetModuleHandleExW(
      GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
      (LPCWSTR)own_module, &module);
  return module;
}

static void notify(DWORD reason) {
  if (DllMain) DllMain(own_module(), reason, NULL);
  if (DllMain_cxx) DllMain_cxx(own_module(), reason, NULL);
}

/* After the program's own constructors and before its destructors. */
static void __attribute__((constructor)) attach(void) { notify(DLL_PROCESS_ATTACH); }
static void __attribute__((destructor)) detach(void) { notify(DLL_PROCESS_DETACH); }
