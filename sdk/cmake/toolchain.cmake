# For a Win32 project whose CMakeLists.txt is to stay as it is:
#
#   cmake -B build -DCMAKE_TOOLCHAIN_FILE=<prefix>/share/transom/cmake/toolchain.cmake
#
# WIN32 is set, UNIX is not, and .rc files are compiled.
get_filename_component(_transom_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
find_program(TRANSOM_COMMAND transom HINTS "${_transom_prefix}/bin" "$ENV{TRANSOM_PREFIX}/bin" REQUIRED)
set(CMAKE_C_COMPILER "${TRANSOM_COMMAND}" cc)
set(CMAKE_CXX_COMPILER "${TRANSOM_COMMAND}" c++)
set(CMAKE_RC_COMPILER "${TRANSOM_COMMAND}")
set(CMAKE_RC_COMPILE_OBJECT
  "<CMAKE_RC_COMPILER> cc -c <DEFINES> <INCLUDES> <FLAGS> <SOURCE> -o <OBJECT>")
set(CMAKE_RC_OUTPUT_EXTENSION .o)
# The compiler is g++ behind a command of ours: nothing has to be tried, and CMake's trial projects,
# which know no .rc files, would fail.
foreach(_transom_language C CXX)
  set(CMAKE_${_transom_language}_COMPILER_WORKS TRUE)
  set(CMAKE_${_transom_language}_ABI_COMPILED TRUE)
  set(CMAKE_${_transom_language}_SIZEOF_DATA_PTR 8)
endforeach()
if(NOT CMAKE_PROJECT_INCLUDE)
  set(CMAKE_PROJECT_INCLUDE "${CMAKE_CURRENT_LIST_DIR}/win32_project.cmake")
endif()
