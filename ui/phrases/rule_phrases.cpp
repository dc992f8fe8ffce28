// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a rule: the sentences of core/alert's parsers. Words of the rule language stay as they are
// written, since that is how they have to be written.
#include "ui/phrases/phrase.h"

#include <QtGlobal>

namespace ui::phrases {
namespace {

using enum Part;

// clang-format off
constexpr Phrase kPhrases[]{
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1, not with %2; expected one of: %3."), {Wanted, Found, Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1, not with %2."), {Wanted, Found}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" is not known here; did you mean \"%2\"?"), {Anything, Anything}},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "The condition should end here or go on")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "Here \"%1\" has to follow"), {Anything}},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "A parenthesis is open that should be closed here")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "A condition begins here")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "Which wallet: its address in quotes, or")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "Somebody who acts has to stand here")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "What is done has to stand here")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "What is counted has to stand here")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "The kind of a flag has to stand here")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "Say what of the cluster")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "What the coin is: its address in quotes, or")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "Which way it crosses")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "What is compared has to stand here")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "A comparison has to stand here")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "A number has to stand here")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "The unit of a time has to stand here")},
    {Wanted, QT_TRANSLATE_NOOP("phrases", "The name of a list has to stand here, in quotes")},
    {Found, QT_TRANSLATE_NOOP("phrases", "the end")},
    {Found, QT_TRANSLATE_NOOP("phrases", "\"%1\""), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The condition is empty; write for example: dev sells.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Parentheses and \"not\" may stand at most %1 deep."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A rule may have at most %1 conditions."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "An amount that was moved is held against a least one: write >= or >, and \"not\" before the condition for the opposite.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"each\" belongs to a number of wallets or events; without one all amounts are added up.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Say \"each\" behind the amount: it is what each of them has to move in order to count.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" has no amount."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The amount of \"%1\" is said in % of supply, SOL or USD."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The amount of \"%1\" is said in % of supply."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The amount of \"%1\" is said in SOL or USD."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A count is a whole number from 1 to %1."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A number begins a count of wallets, members or events.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "What a cluster holds is said in % of supply.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" cannot be asked for a crossing."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "At most %1 tests may follow one \"with\"."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" has too many digits; %2 are kept."), {Anything, Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" is no number."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A time here is a whole number from 1s to %1."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" is held against %2."), {Anything, UnitsWanted}},
    {UnitsWanted, QT_TRANSLATE_NOOP("phrases", "a plain number")},
    {UnitsWanted, QT_TRANSLATE_NOOP("phrases", "%1"), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The name of a list has 1 to %1 visible characters."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" is no address."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A condition may have at most %1 characters."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The quote that begins here does not end.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" means nothing here; words, numbers, quotes, ( ) , % and comparisons such as >= do."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Nothing in this condition makes the rule look: name something that happens, such as a sell, a flag or a price.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The file is larger than %1 bytes."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "This is no TOML: %1."), {TomlTrouble}},
    {TomlTrouble, QT_TRANSLATE_NOOP("phrases", "behind a bracket stands the name of a table")},
    {TomlTrouble, QT_TRANSLATE_NOOP("phrases", "something stands where no value or name can stand")},
    {TomlTrouble, QT_TRANSLATE_NOOP("phrases", "%1"), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1 more problems follow."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" is no setting."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" is no setting; did you mean \"%2\"?"), {Anything, Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "This program reads files of format 1 only.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Lists are written as [list.NAME].")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "At most %1 lists are read."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A list is a table with \"wallets\" or \"mints\".")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The name of a list has 1 to 64 visible characters and no quotes.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Addresses are written as a list: [\"...\", \"...\"].")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A list may have at most %1 addresses."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "An address is a text.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Rules are written as [[rule]].")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "At most %1 rules are read."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "There is a rule \"%1\" already."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The rule has no \"%1\"."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" is a text in quotes."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "An id has 1 to 64 of the characters a-z, 0-9, - and _.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A title has at most %1 visible characters."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A version is a whole number from 1 to 1000000.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"armed\" is true or false.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A kind has 1 to 64 of the characters a-z, 0-9, - and _.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A sound has 1 to 64 of the characters a-z, 0-9, - and _.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" is no group. They are discovery, defence and high_signal."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" is no group; did you mean \"%2\"? They are discovery, defence and high_signal."), {Anything, Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" is no severity. They are auto, info, warning and critical."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "\"%1\" is no severity; did you mean \"%2\"? They are auto, info, warning and critical."), {Anything, Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A cool-down is a whole number with its unit, such as \"10m\", up to 7d.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The scope names no coin.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A scope is \"any\", \"watched\", a list of mints, or { list = \"name\" }.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "There is no list \"%1\"."), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "There is no list \"%1\"; did you mean \"%2\"?"), {Anything, Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Here stands one rule: one [[rule]] with its settings.")},
};
// clang-format on

}  // namespace

std::span<const Phrase> rulePhrases() noexcept {
    return kPhrases;
}

}  // namespace ui::phrases
