// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "core/base/json_text.h"
#include "core/pipeline/deduplicator.h"
#include "core/pipeline/recording.h"
#include "core/wire/event_json.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace app {
namespace {

struct Arguments {
    std::vector<std::string> files;
    bool fields = false;
};

std::string fieldsLine(const core::wire::Decoder::FieldsSeen& seen) {
    std::string line = "{";
    core::appendJsonKey(line, "program");
    core::appendJsonString(line, seen.venue->programText);
    if (seen.signature) {
        core::appendJsonKey(line, "signature");
        core::appendJsonString(line, seen.signature->base58());
    }
    core::appendJsonKey(line, "path");
    core::appendJsonString(line, seen.path.text());
    core::appendJsonKey(line, "event");
    core::appendJsonString(line, seen.fields.event);
    core::appendJsonKey(line, "trailing");
    core::appendJsonInteger(line, seen.fields.trailingBytes, false);
    core::appendJsonKey(line, "fields");
    line += '{';
    for (const auto& [name, value] : seen.fields.fields) {
        core::appendJsonKey(line, name);
        core::appendJsonString(line, value);
    }
    line += "}}\n";
    return line;
}

int decode(const Arguments& arguments) {
    core::wire::Decoder decoder;
    core::pipeline::Deduplicator dedup{16'000'000, true};
    std::string line;
    if (arguments.fields)
        decoder.onFields([](const core::wire::Decoder::FieldsSeen& seen) { std::cout << fieldsLine(seen); });
    int exitCode = kOk;
    for (const std::string& file : arguments.files) {
        core::pipeline::RecordingReader reader{file, decoder};
        reader.onEvents = [&](std::vector<core::Event>& events) {
            for (const core::Event& event : events) {
                if (!dedup.firstSight(event) || arguments.fields) continue;
                line.clear();
                core::wire::appendEventJson(event, line);
                line += '\n';
                std::cout << line;
            }
        };
        reader.onProgress = [](double) { return !interrupted() && std::cout.good(); };
        std::vector<core::Event> none;
        const auto done = reader.readAll(none);
        if (!std::cout) break;  // nobody reads on or the disk is full; main says so
        for (const std::string& warning : reader.warnings())
            if (done) std::cerr << "cabalscope-cli: " << warning << '\n';
        if (!done)
            exitCode = report(done.error());
        else if (reader.badLines() != 0)
            exitCode = kFailed;
        if (interrupted()) break;
    }
    std::cout.flush();
    for (const auto& [reason, count] : decoder.stats().undecoded)
        if (count != 0) std::cerr << "cabalscope-cli: not decoded: " << reason << " x " << count << '\n';
    return interrupted() ? kInterrupted : exitCode;
}

}  // namespace

void addDecode(CLI::App& program, int& exitCode) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        program.add_subcommand("decode", "Print the events of transactions or captures, one a line");
    command->add_option("FILE", arguments->files, "getTransaction or getBlock answers, captures or event lines")
        ->required();
    command->add_flag("--fields", arguments->fields, "Print every field of every venue event instead");
    command->callback([arguments, &exitCode] { exitCode = decode(*arguments); });
}

}  // namespace app
