// <conio.h>: the console is the terminal. Keys come one at a time and unseen where input is a
// terminal, and as plain bytes where it is a pipe.
// https://learn.microsoft.com/cpp/c-runtime-library/console-and-port-i-o
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <optional>

#include "msvcrt/crt.h"

namespace {

std::optional<int> g_put_back;

// Without lines and echo, for as long as it lives.
class RawTerminal {
 public:
  RawTerminal() : terminal_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!terminal_) return;
    termios raw = before_;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
  }
  ~RawTerminal() {
    if (terminal_) tcsetattr(STDIN_FILENO, TCSANOW, &before_);
  }
  RawTerminal(const RawTerminal&) = delete;
  RawTerminal& operator=(const RawTerminal&) = delete;

 private:
  termios before_{};
  bool terminal_;
};

int read_key() {
  if (g_put_back) {
    const int key = *g_put_back;
    g_put_back.reset();
    return key;
  }
  std::fflush(stdout);
  const RawTerminal raw;
  unsigned char byte = 0;
  if (read(STDIN_FILENO, &byte, 1) != 1) return EOF;
  return byte == '\n' ? '\r' : byte;  // Enter is a carriage return there
}

}  // namespace

int _getch() {
  return read_key();
}
int _getche() {
  const int key = read_key();
  if (key != EOF) _putch(key);
  return key;
}
int _kbhit() {
  if (g_put_back) return 1;
  const RawTerminal raw;
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return poll(&input, 1, 0) == 1 && (input.revents & POLLIN) != 0;
}
int _putch(int character) {
  const int put = std::putchar(character == '\r' ? '\n' : character);
  std::fflush(stdout);
  return put == EOF ? EOF : character;
}
int _ungetch(int character) {
  if (g_put_back || character == EOF) return EOF;
  g_put_back = character;
  return character;
}
int _cputs(const char* text) {
  return std::fputs(text, stdout) == EOF ? -1 : 0;
}
