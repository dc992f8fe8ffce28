// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <exception>
#include <iostream>

int main(int argc, char** argv) {
    std::signal(SIGINT, [](int) { app::interrupted() = true; });
    std::signal(SIGTERM, [](int) { app::interrupted() = true; });
    std::signal(SIGPIPE, SIG_IGN);
    std::ios::sync_with_stdio(false);
    // A word on stderr would flush stdout, which another thread may be writing to: a line could come out twice.
    std::cerr.tie(nullptr);

    CLI::App program{"Cabalscope without a screen: decode, record, replay and analyse Solana meme-coin trades.",
                     "cabalscope-cli"};
    program.set_version_flag("--version", "cabalscope-cli " CABALSCOPE_VERSION);
    program.require_subcommand(1);
    program.footer(
        "Data goes to stdout or the file named, progress and logs to stderr.\n"
        "Exit codes: 0 ok, 1 failed, 2 usage, 3 no network, 4 no key, 130 interrupted.\n"
        "A key never stands in an argument: set CABALSCOPE_API_KEY, and for a second endpoint "
        "CABALSCOPE_API_KEY_2.");
    int exitCode = app::kOk;
    app::addDecode(program, exitCode);
    app::addRecord(program, exitCode);
    app::addWatch(program, exitCode);
    app::addAnalyze(program, exitCode);
    app::addEvaluate(program, exitCode);
    app::addSimulate(program, exitCode);
    app::addExport(program, exitCode);
    app::addDoctor(program, exitCode);
    app::addBacktest(program, exitCode);
    app::addBench(program, exitCode);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? app::kOk : app::kUsage;
    } catch (const std::exception& error) {
        std::cerr << "cabalscope-cli: " << error.what() << '\n';
        return app::kFailed;
    }
    std::cout.flush();
    if (!std::cout && exitCode == app::kOk) {
        std::cerr << "cabalscope-cli: cannot write to stdout\n";
        return app::kFailed;
    }
    return exitCode;
}
