// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "ui/format/token_text.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QUrl>

#include <cmath>

namespace app {
namespace {

constexpr double kLongestScreenshotWait = 3600;
constexpr double kFastestReplay = 100'000;

core::Error badValue(const QString& text) {
    return core::fail(core::ErrorCode::BadValue, text.toStdString());
}

QCommandLineOption option(const char* name, const char* text, const char* value = nullptr) {
    return {QString::fromLatin1(name), QString::fromUtf8(text), value ? QString::fromLatin1(value) : QString()};
}

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(QStringLiteral("Watches Solana meme-coin launches for cabals and dumps."));
    parser.addOptions({
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")},
        {{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Show the version.")},
        option("open", "Open a token (mint or link) or a recording.", "mint|file|url"),
        option("bundled", "Watch the recording that comes with the program."),
        option("replay", "Play a recording.", "file"),
        option("speed", "Speed of the recording: 1 = original pace, 0 = as fast as possible.", "factor"),
        option("live", "Connect live."),
        option("source", "Live feed: solana-rpc, helius, yellowstone or pumpportal.", "name"),
        option("feed", "What it delivers: logs, transactions or blocks; each source has its own.", "kind"),
        option("ws-url", "Websocket or gRPC endpoint of the live feed; may be repeated.", "url"),
        option("http-url", "HTTP endpoint of the live feed.", "url"),
        option("programs", "Venues to follow, separated by commas, or all.", "list"),
        option("commitment", "processed, confirmed or finalized.", "level"),
        option("database", "Where live sessions keep trades.", "file"),
        option("screenshot", "Write a picture of the window to a PNG file and leave.", "file"),
        option("after", "Seconds to wait before the picture.", "seconds"),
    });
}

core::Result<double> number(const QCommandLineParser& parser, const QString& name, double most) {
    bool ok = false;
    const double value = parser.value(name).toDouble(&ok);
    if (!ok || !std::isfinite(value) || value < 0 || value > most)
        return badValue(QStringLiteral("--%1 takes a number from 0 to %2").arg(name).arg(most));
    return value;
}

/// A file, a file link, a token link or a mint.
core::Result<void> readOpen(const QString& value, CommandLine& out) {
    const QUrl url(value);
    const QString file = url.isLocalFile() ? url.toLocalFile() : value;
    if (QFileInfo::exists(file)) {
        out.start = StartWith::Recording;
        out.recording = file;
        return {};
    }
    if (!ui::format::findMint(value))
        return badValue(QStringLiteral("--open: no such file, and no mint address in it: ") + value.left(120));
    out.openToken = value;
    return {};
}

}  // namespace

core::Result<CommandLine> parseCommandLine(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments)) return badValue(parser.errorText());
    const auto has = [&](const char* name) { return parser.isSet(QString::fromLatin1(name)); };
    const auto value = [&](const char* name) { return parser.value(QString::fromLatin1(name)); };
    CommandLine out;
    out.help = has("help");
    out.version = has("version");
    if (out.help || out.version) return out;

    QStringList opens = parser.values(QStringLiteral("open"));
    opens += parser.positionalArguments();
    for (const QString& open : opens)
        if (const auto read = readOpen(open, out); !read) return read.error();
    if (int(has("bundled")) + int(has("replay")) + int(has("live")) + int(out.start == StartWith::Recording) > 1)
        return badValue(QStringLiteral("give one of --bundled, --replay, --live and a recording to --open"));
    if (has("bundled")) out.start = StartWith::Bundled;
    if (has("replay")) {
        out.start = StartWith::Recording;
        out.recording = value("replay");
    }
    if (has("live") || (!out.openToken.isEmpty() && out.start == StartWith::Nothing)) out.start = StartWith::Live;
    if (has("speed")) {
        const auto speed = number(parser, QStringLiteral("speed"), kFastestReplay);
        if (!speed) return speed.error();
        out.speed = *speed;
    }
    if (has("after")) {
        const auto seconds = number(parser, QStringLiteral("after"), kLongestScreenshotWait);
        if (!seconds) return seconds.error();
        out.screenshotAfter = *seconds;
    }
    if (has("source")) out.live.source = value("source").toStdString();
    if (has("feed")) out.live.feed = value("feed").toStdString();
    for (const QString& url : parser.values(QStringLiteral("ws-url"))) {
        if (out.live.wsUrl.empty())
            out.live.wsUrl = url.toStdString();
        else
            out.live.alsoWsUrls.push_back(url.toStdString());
    }
    if (has("http-url")) out.live.httpUrl = value("http-url").toStdString();
    if (has("commitment")) out.live.commitment = value("commitment").toStdString();
    if (has("programs")) {
        out.live.programs.clear();
        for (const QString& program : value("programs").split(u',', Qt::SkipEmptyParts))
            out.live.programs.push_back(program.trimmed().toStdString());
    }
    out.database = value("database");
    out.screenshot = value("screenshot");
    return out;
}

QString helpText() {
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText();
}

}  // namespace app
