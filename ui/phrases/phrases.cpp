// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/phrases/phrases.h"

#include "ui/format/alert_text.h"
#include "ui/format/people_text.h"
#include "ui/phrases/grammar.h"

#include <QCoreApplication>
#include <QHash>

namespace ui::phrases {
namespace {

constexpr qsizetype kMostKept = 8'192;
constexpr Text kListed QT_TRANSLATE_NOOP3("phrases", "%1, %2", "members of a list");
constexpr Text kClauses{QT_TRANSLATE_NOOP("phrases", "%1; %2")};
constexpr Text kSentences QT_TRANSLATE_NOOP3("phrases", "%1 %2", "two sentences");

const Grammar& grammar() {
    // Detectors first: a coin may be called like a kind of trouble.
    static const Grammar kGrammar{detectorPhrases(), alertPhrases(), rulePhrases(), healthPhrases()};
    return kGrammar;
}

QString translated(const Text& text) {
    return QCoreApplication::translate("phrases", text.english, text.comment);
}

QString say(const Reading& reading);

QString say(const Reading::Piece& piece);

// In one go: what is put in is never looked at again, whatever a name holds.
QString filled(const Text& pattern, const std::vector<QString>& pieces) {
    QString out;
    for (const Grammar::Step& step : Grammar::stepsOf(translated(pattern), pieces.size()))
        out += step.placeholder == 0 ? step.words : pieces[step.placeholder - 1];
    return out;
}

QString joined(const std::vector<QString>& parts, const Text& pattern) {
    QString out;
    for (const QString& part : parts) out = out.isEmpty() ? part : filled(pattern, {out, part});
    return out;
}

QString say(const Reading::Piece& piece) {
    switch (piece.part) {
        case Part::FlagKind: return format::flagName(piece.text.toStdString());
        case Part::RuleId: return format::ruleText(piece.text.toStdString());
        default: break;
    }
    if (piece.read.empty()) return piece.text;
    std::vector<QString> out;
    for (const Reading& one : piece.read) out.push_back(say(one));
    const bool clauses = piece.part == Part::Clauses || piece.part == Part::RugSigns;
    return joined(out, clauses ? kClauses : kListed);
}

QString say(const Reading& reading) {
    std::vector<QString> pieces;
    for (const Reading::Piece& piece : reading.pieces) pieces.push_back(say(piece));
    return filled(*reading.text, pieces);
}

}  // namespace

QString inLanguage(const QString& english) {
    static QHash<QString, QString> kept;
    static QString language;
    // Any phrase tells which language is spoken now.
    const Text probe = detectorPhrases().front().text;
    const QString now = translated(probe);
    if (now == QLatin1String(probe.english)) return english;
    if (language != now || kept.size() >= kMostKept) {
        kept.clear();
        language = now;
    }
    if (const auto found = kept.constFind(english); found != kept.constEnd()) return *found;
    const auto reading = grammar().read(english);
    return *kept.insert(english, reading ? say(*reading) : english);
}

QString inLanguage(const std::string& english) {
    return inLanguage(QString::fromStdString(english));
}

QString inLanguage(const std::vector<std::string>& sentences) {
    std::vector<QString> out;
    for (const std::string& one : sentences) out.push_back(inLanguage(one));
    return joined(out, kSentences);
}

bool isKnown(const QString& english) {
    return grammar().read(english).has_value();
}

}  // namespace ui::phrases
