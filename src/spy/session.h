// Who listens to the spy, and the thread that hands the records out.
//
// Contract
//  - The spy is on as long as there is a sink. Sinks are called one at a time, in the order of the
//    records, from the consumer thread or from a thread that found the ring full or flushes; they
//    must not send or post.
//  - `TRANSOM_SPY` attaches a sink when the library is loaded (environment.cpp).
#pragma once

#include <memory>

#include "spy/record.h"

namespace transom::spy {

class Sink {
 public:
  virtual ~Sink() = default;
  virtual void write(const Record& record) = 0;
  // Everything so far is to be seen by others.
  virtual void flush() {}
};

void attach(std::shared_ptr<Sink> sink);
// Hands out what was recorded until now, then takes the sink away.
void detach(const Sink* sink);

// Hands out everything recorded so far, on the calling thread.
void flush();

namespace detail {
// Adds a record; writes others out itself when the ring is full.
void push(const Record& record);
}  // namespace detail

}  // namespace transom::spy
