# How everything in the repository is compiled: language level, warnings, sanitizers, ccache.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g -D_GLIBCXX_ASSERTIONS")
set(CMAKE_C_FLAGS_RELEASE "-O2 -g1")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g")

# base/held_locks.h counts what is taken in which order.
add_compile_definitions($<$<CONFIG:Debug>:TRANSOM_CHECKS_LOCKS>)

set(TRANSOM_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize= takes them")
if(TRANSOM_SANITIZE)
  add_compile_options(-fsanitize=${TRANSOM_SANITIZE} -fno-omit-frame-pointer)
  # Lines are what a report needs; more makes the build a quarter slower and three times as large.
  string(REPLACE "-g " "-g1 " CMAKE_CXX_FLAGS_DEBUG "${CMAKE_CXX_FLAGS_DEBUG}")
  # A finding ends the program: a test that goes on after one would pass.
  if(TRANSOM_SANITIZE MATCHES undefined)
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
  add_link_options(-fsanitize=${TRANSOM_SANITIZE})
endif()

# What a program around a sanitized library links.
if(TRANSOM_SANITIZE)
  set(options ${PROJECT_SOURCE_DIR}/tests/support/sanitizer_options.c)
  add_library(sanitizer_options OBJECT ${options})
  # The same for programs that `transom cc` compiles.
  set(TRANSOM_SANITIZED_PROGRAM -fsanitize=${TRANSOM_SANITIZE} ${options})
else()
  add_library(sanitizer_options INTERFACE)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  # The precompiled header's settings that ccache asks for are given on the command line so that a
  # plain `ninja` behaves like `make build`.
  set(launcher ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
      CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
endif()

set(TRANSOM_W32API /usr/share/mingw-w64/include CACHE PATH "The w32api headers (mingw-w64-common)")

# Compiles against the Windows declarations the way the library does (base/win32.h).
add_library(transom_compile INTERFACE)
target_compile_options(transom_compile INTERFACE
  -Wall -Wextra -Wconversion -Wno-sign-conversion -Wno-cast-function-type
  -Wno-missing-field-initializers -fshort-wchar -ftls-model=initial-exec -fno-semantic-interposition
  -idirafter ${TRANSOM_W32API})
target_include_directories(transom_compile INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
  # windows.h includes it, and clang's asks _WIN32, which base/win32.h defines, where memory comes
  # from.
  target_compile_options(transom_compile INTERFACE -include x86intrin.h)
endif()
