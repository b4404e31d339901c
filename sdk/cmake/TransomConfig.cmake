# find_package(Transom): Win32 programs as targets of an ordinary CMake project.
#
#   find_package(Transom REQUIRED)
#   transom_add_executable(app WIN32 app.cpp app.rc)
#   transom_add_library(plugin plugin.c)          # a DLL
#
# The targets are plain ones and take target_compile_definitions and so on. Their sources are compiled
# and linked by the project's own compiler through `transom cc`, so the rest of the project is not
# affected. A project that is Win32 throughout can use toolchain.cmake beside this file instead.
get_filename_component(_transom_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
# In a build tree this folder is reached through a link, which the path must not follow.
find_program(TRANSOM_COMMAND transom HINTS "${_transom_prefix}/bin" "${Transom_DIR}/../../../bin" REQUIRED)

# A resource script as an object file, rebuilt when the script changes.
function(_transom_add_resource target script)
  get_filename_component(path "${script}" ABSOLUTE)
  get_filename_component(name "${script}" NAME)
  set(object "${CMAKE_CURRENT_BINARY_DIR}/${target}.dir/${name}.o")
  file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/${target}.dir")
  set(includes "$<TARGET_PROPERTY:${target},INCLUDE_DIRECTORIES>")
  set(definitions "$<TARGET_PROPERTY:${target},COMPILE_DEFINITIONS>")
  add_custom_command(OUTPUT "${object}"
    COMMAND "${TRANSOM_COMMAND}" cc -c "${path}" -o "${object}" -I "${CMAKE_CURRENT_SOURCE_DIR}"
      "$<$<BOOL:${includes}>:-I$<JOIN:${includes},;-I>>"
      "$<$<BOOL:${definitions}>:-D$<JOIN:${definitions},;-D>>"
    DEPENDS "${path}" WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}"
    COMMAND_EXPAND_LISTS VERBATIM COMMENT "Compiling resources ${name}")
  set_source_files_properties("${object}" PROPERTIES EXTERNAL_OBJECT TRUE GENERATED TRUE)
  target_sources(${target} PRIVATE "${object}")
endfunction()

function(_transom_prepare target)
  set_target_properties(${target} PROPERTIES
    C_COMPILER_LAUNCHER "${TRANSOM_COMMAND};cc;--driver"
    CXX_COMPILER_LAUNCHER "${TRANSOM_COMMAND};c++;--driver"
    C_LINKER_LAUNCHER "${TRANSOM_COMMAND};cc;--driver"
    CXX_LINKER_LAUNCHER "${TRANSOM_COMMAND};c++;--driver")
  foreach(script IN LISTS ARGN)
    _transom_add_resource(${target} "${script}")
  endforeach()
endfunction()

# Splits the resource scripts off the sources.
macro(_transom_split)
  set(scripts ${ARGN})
  set(sources ${ARGN})
  list(FILTER scripts INCLUDE REGEX "\\.[rR][cC]$")
  list(FILTER sources EXCLUDE REGEX "\\.[rR][cC]$|\\.def$")
endmacro()

# WIN32 is accepted: a program with WinMain starts there in any case.
function(transom_add_executable target)
  list(REMOVE_ITEM ARGN WIN32)
  _transom_split(${ARGN})
  add_executable(${target} ${sources})
  _transom_prepare(${target} ${scripts})
endfunction()

function(transom_add_library target)
  list(REMOVE_ITEM ARGN SHARED)
  _transom_split(${ARGN})
  add_library(${target} SHARED ${sources})
  _transom_prepare(${target} ${scripts})
endfunction()
