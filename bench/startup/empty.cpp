// The floor of a program's start: it loads the same libraries and ends.
int main() {
  return 0;
}
