# SPDX-License-Identifier: GPL-3.0-or-later
# The windowed program. Its parts build without the engine; the program itself needs it.
find_package(Qt6 6.4 REQUIRED COMPONENTS Network)
# Keys: in the keyring, or where the user chose.
find_package(Qt6Keychain REQUIRED)
cabal_library(cabalscope_secrets secrets/key_file.cpp secrets/keychain_store.cpp)
target_link_libraries(cabalscope_secrets PUBLIC Qt6::Core PRIVATE Qt6Keychain::Qt6Keychain)

cabal_library(cabalscope_command_line alert_lines.cpp wallet_alerts.cpp chart_file_store.cpp command_line.cpp feed_settings.cpp feed_test.cpp kept_key.cpp paths.cpp rule_keeper.cpp
    single_instance.cpp window_keeper.cpp)
target_link_libraries(cabalscope_command_line PUBLIC ui_widgets cabalscope_secrets Qt6::Network)
set_target_properties(cabalscope_command_line PROPERTIES AUTOMOC ON)
target_compile_definitions(cabalscope_command_line PRIVATE CABALSCOPE_RESOURCE_DIR="${PROJECT_SOURCE_DIR}/resources")

# What is special to this desktop, behind the interfaces of ui/bridge.
find_package(Qt6 6.4 REQUIRED COMPONENTS DBus Widgets)
cabal_library(cabalscope_notify notify/desktop_tray.cpp notify/freedesktop_notifier.cpp notify/notice_chain.cpp ${PROJECT_SOURCE_DIR}/ui/bridge/notifier.h)
target_link_libraries(cabalscope_notify PUBLIC core::base Qt6::Core Qt6::DBus Qt6::Widgets)
set_target_properties(cabalscope_notify PROPERTIES AUTOMOC ON)

# Sounds, where Qt Multimedia is there: without it the desktop's own sound remains.
find_package(Qt6 6.4 QUIET OPTIONAL_COMPONENTS Multimedia)
cabal_library(cabalscope_sound sound/qt_sounder.cpp sound/tone.cpp ${PROJECT_SOURCE_DIR}/ui/bridge/sounder.h)
target_link_libraries(cabalscope_sound PUBLIC Qt6::Core)
set_target_properties(cabalscope_sound PROPERTIES AUTOMOC ON)
if(TARGET Qt6::Multimedia)
    target_link_libraries(cabalscope_sound PRIVATE Qt6::Multimedia)
    target_compile_definitions(cabalscope_sound PRIVATE CABALSCOPE_SOUND)
endif()

cabal_library(cabalscope_app alert_outputs.cpp output_pages.cpp alert_post.cpp alert_voice.cpp backtest_runner.cpp past_windows.cpp session.cpp)
target_link_libraries(cabalscope_app PUBLIC cabalscope_command_line)
set_target_properties(cabalscope_app PROPERTIES AUTOMOC ON)
if(TARGET core_pipeline AND TARGET core_source)
    target_link_libraries(cabalscope_app PUBLIC core_backtest core_pipeline core_source core_deliver core_review cabalscope_notify cabalscope_sound)
    add_executable(cabalscope main_gui.cpp)
    target_link_libraries(cabalscope PRIVATE cabalscope_app)
    install(TARGETS cabalscope RUNTIME DESTINATION bin)
endif()
