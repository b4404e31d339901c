# Read after each project(): what CMake says of itself on Windows.
enable_language(RC)
set(WIN32 1)
set(UNIX)
