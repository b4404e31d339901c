# The X11 host: a module beside the library, so that programs run where there are no X libraries.
pkg_check_modules(XCB IMPORTED_TARGET xcb xcb-shm xcb-randr xcb-xkb xcb-shape xcb-render xcb-icccm
  xcb-cursor xcb-xfixes xkbcommon xkbcommon-x11)
if(NOT XCB_FOUND)
  message(STATUS "No xcb libraries: programs will run without X11 windows")
  return()
endif()

file(GLOB x11_sources CONFIGURE_DEPENDS host/x11/*.cpp)
list(FILTER x11_sources EXCLUDE REGEX "_test\\.cpp$")
add_library(transom_x11 MODULE ${x11_sources})
set_target_properties(transom_x11 PROPERTIES OUTPUT_NAME transom-x11 BUILD_RPATH "$ORIGIN"
  INSTALL_RPATH "$ORIGIN" BUILD_RPATH_USE_ORIGIN ON)
target_link_libraries(transom_x11 PRIVATE transom_compile transom Threads::Threads PkgConfig::XCB
  PkgConfig::PIXMAN)
target_link_options(transom_x11 PRIVATE -Wl,-z,nodelete -Wl,--no-undefined)
