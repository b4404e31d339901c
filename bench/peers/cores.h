// Two threads that talk to each other are measured on two cores, always the same: where the
// scheduler puts them is worth more than anything that is compared here.
#pragma once

#include <pthread.h>
#include <sched.h>

class OnCore {
 public:
  explicit OnCore(int core) {
    pthread_getaffinity_np(pthread_self(), sizeof before_, &before_);
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(core, &set);
    pthread_setaffinity_np(pthread_self(), sizeof set, &set);
  }
  ~OnCore() { pthread_setaffinity_np(pthread_self(), sizeof before_, &before_); }
  OnCore(const OnCore&) = delete;
  OnCore& operator=(const OnCore&) = delete;

 private:
  cpu_set_t before_;
};
