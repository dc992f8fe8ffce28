# SPDX-License-Identifier: GPL-3.0-or-later
# Flags shared by every target: project_options carries them, cabal_library() makes one library of a folder.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(project_options INTERFACE)
target_include_directories(project_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(project_options INTERFACE
    CABALSCOPE_VERSION="${PROJECT_VERSION}"
    BOOST_ASIO_NO_DEPRECATED BOOST_BEAST_USE_STD_STRING_VIEW)
target_compile_options(project_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    -fstack-protector-strong "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=."
    # GCC 12 reports these on std::optional and std::string where there is nothing to report.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-restrict>)
if(WARNINGS_AS_ERRORS)
    target_compile_options(project_options INTERFACE -Werror)
endif()
if(SANITIZE)
    target_compile_options(project_options INTERFACE -fsanitize=${SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    if(SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # GCC warns about every fence in Boost.Asio, which TSan does not model; it reports no race there.
        target_compile_options(project_options INTERFACE -Wno-tsan)
    endif()
    target_link_options(project_options INTERFACE -fsanitize=${SANITIZE})
    # Clang 14 cannot assemble coroutines with the check of function pointers' types.
    target_compile_options(project_options INTERFACE $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=function>)
else()
    target_compile_definitions(project_options INTERFACE $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2> _GLIBCXX_ASSERTIONS)
endif()

if(ENABLE_FUZZ)
    # Everything tells libFuzzer where it has been; only the targets link its main.
    target_compile_options(project_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(project_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    target_link_options(project_options INTERFACE -fuse-ld=mold)
endif()
target_link_options(project_options INTERFACE -Wl,-z,relro,-z,now)

# cabal_library(<name> <sources...>): static library <name> with the alias core::<x> for core_<x>.
function(cabal_library name)
    add_library(${name} STATIC ${ARGN})
    string(REPLACE "_" "::" alias "${name}")
    add_library(${alias} ALIAS ${name})
    target_link_libraries(${name} PUBLIC project_options)
endfunction()
