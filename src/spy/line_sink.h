// A sink of lines: of each event that the filter shows one, timed from the first event of all.
#pragma once

#include "spy/output.h"

namespace transom::spy {

class LineSink : public Sink {
 public:
  LineSink(std::unique_ptr<Output> output, Filter filter)
      : output_(std::move(output)), filter_(std::move(filter)) {}

  void write(const Record& record) final {
    if (start_ < 0) start_ = record.time;
    if (!filter_.shows(record)) return;
    output_->write(line_of(record, static_cast<double>(record.time - start_) / 1e6));
  }

  void flush() final { output_->flush(); }

 protected:
  // With its end.
  virtual std::string line_of(const Record& record, double milliseconds) const = 0;
  const Output& output() const { return *output_; }

 private:
  std::unique_ptr<Output> output_;
  Filter filter_;
  base::Nanoseconds start_ = -1;
};

}  // namespace transom::spy
