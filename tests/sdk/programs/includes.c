/* Windows finds a header in any case and with either separator. */
#include <Windows.h>
#include <STDIO.H>
#include "inc\Settings.h"

int main(void) {
  printf("%d\n", SETTING);
  return 0;
}
