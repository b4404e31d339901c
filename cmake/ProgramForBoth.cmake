# add_program_for_both(NAME SOURCES): one program twice, native with Transom, compiled as a user's
# program is, and for Wine where there is a cross compiler: target wine_NAME, bin/NAME_wine.exe.
# Both know the catalogue.
find_program(MINGW_CXX x86_64-w64-mingw32-g++)

function(add_program_for_both name sources)
  add_executable(${name} ${sources})
  set(transom ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/transom)
  set_target_properties(${name} PROPERTIES
    CXX_COMPILER_LAUNCHER "${transom};c++;--driver" CXX_LINKER_LAUNCHER "${transom};c++;--driver")
  add_dependencies(${name} transom_command transom_start transom)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${name} PRIVATE sanitizer_options transom_catalog)
  if(NOT MINGW_CXX)
    return()
  endif()

  set(objects)
  foreach(source ${sources} ${PROJECT_SOURCE_DIR}/src/catalog/catalog.cpp
      ${PROJECT_BINARY_DIR}/catalog/catalog_table.cpp)
    file(RELATIVE_PATH short ${CMAKE_CURRENT_SOURCE_DIR} ${source})
    string(REGEX REPLACE "[./]+" "_" short ${short})
    set(object ${CMAKE_CURRENT_BINARY_DIR}/wine/${short}.o)
    add_custom_command(OUTPUT ${object}
      COMMAND ${CCACHE} ${MINGW_CXX} -std=c++20 -O1 -Wall -Wextra -Wno-missing-field-initializers
        -I${PROJECT_SOURCE_DIR}/src -MD -MF ${object}.d -c ${source} -o ${object}
      DEPENDS ${source} DEPFILE ${object}.d
      COMMENT "Building ${short} for Wine" VERBATIM)
    list(APPEND objects ${object})
  endforeach()
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/wine)
  set(program ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/${name}_wine.exe)
  add_custom_command(OUTPUT ${program}
    COMMAND ${MINGW_CXX} -static ${objects} -lcomctl32 -lgdi32 -limm32 -o ${program}
    DEPENDS ${objects} COMMENT "Linking ${name} for Wine" VERBATIM)
  add_custom_target(wine_${name} DEPENDS ${program})
endfunction()
