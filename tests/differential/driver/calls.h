// The functions that a sequence calls, by their names.
#pragma once

#include <string>

#include "sequence.h"

namespace differential {

// Makes the call on this thread and writes it, with what happens meanwhile and its result.
void perform(const Call& call);

}  // namespace differential
