// Dead keys: an accent that waits for its letter.
#pragma once

namespace transom::user {

// The accent that waits on the calling thread; 0: none.
char16_t& waiting_accent();
// The accent and the next character as one; 0 where there is no such character.
char16_t compose_dead_key(char16_t accent, char16_t next);

}  // namespace transom::user
