// The spy as the environment asks for it.
#pragma once

namespace transom::spy {

// Done when the library is loaded.
void start_from_environment();

}  // namespace transom::spy
