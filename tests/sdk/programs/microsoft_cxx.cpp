// What Microsoft's compiler and its library take for granted, and programs with it.
#include <windows.h>

#include <strsafe.h>

#include <cstdio>
#include <limits>
#include <random>
#include <vector>

using namespace std;

int main() {
  std::vector<int> values{3, 1, 2};
  // The macros compare what they are given, whatever its type; std::min is in sight as well.
  const long wide = 7;
  char buffer[min(16, 8)];
  printf("%d %ld %ld\n", max(1, 2), static_cast<long>(min(wide, 9)),
         static_cast<long>(max(sizeof buffer, values.size())));
  // <random> brings <algorithm>, <memory> and <float.h>.
  shuffle(values.begin(), values.end(), mt19937(1));
  sort(values.begin(), values.end());
  const unique_ptr<int> first(new int(values.front()));
  printf("%d %d\n", *first, DBL_MAX == numeric_limits<double>::max());
  // <strsafe.h> does not take wsprintf away.
  wsprintfA(buffer, "%d", 42);
  printf("%s\n", buffer);
}
