/* Paths with backslashes, secure and wide variants, and the search for files. */
#include <direct.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

int main(void) {
  char folder[260], path[260], line[32];
  FILE* file = NULL;
  struct _finddata_t found;
  intptr_t search;
  tmpnam(folder);
  _mkdir(folder);
  _makepath(path, NULL, folder, "Notes", "txt");
  if (fopen_s(&file, path, "wt") == 0) {
    fprintf(file, "line %ld\n", 1L);
    fputws(L"wide\n", file);
    fclose(file);
  }
  strcat(strcpy(path, folder), "\\NOTES.TXT");
  file = fopen(path, "r");
  printf("%s", fgets(line, sizeof line, file));
  printf("%s", fgets(line, sizeof line, file));
  fclose(file);
  strcat(strcpy(path, folder), "\\*.txt");
  search = _findfirst(path, &found);
  printf("%s %d %d\n", found.name, (int)found.size, _findnext(search, &found));
  _findclose(search);
  strcat(strcpy(path, folder), "\\Notes.txt");
  printf("%d ", _access(path, 0));
  printf("%d", remove(path));
  printf(" %d\n", _rmdir(folder));
  return 0;
}
