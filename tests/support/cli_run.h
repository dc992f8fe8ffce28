// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <csignal>

namespace test {

/// Long enough for a slow machine; a test only waits so long when it fails.
inline constexpr int kCliPatienceMs = 60'000;

struct CliResult {
    int exitCode = -1;  ///< -1: did not end, or not by itself
    QByteArray out;
    QByteArray err;

    /// Both streams, for a failure's message.
    [[nodiscard]] QByteArray all() const {
        QByteArray text = QByteArrayLiteral("exit ");
        text += QByteArray::number(exitCode);
        text += '\n';
        text += out;
        text += err;
        return text;
    }
    [[nodiscard]] QList<QByteArray> lines() const {
        QList<QByteArray> all = out.split('\n');
        if (!all.isEmpty() && all.last().isEmpty()) all.removeLast();
        return all;
    }
};

/// One run of cabalscope-cli.
class Cli {
public:
    explicit Cli(const QStringList& arguments, const QProcessEnvironment& environment = cleanEnvironment()) {
        m_process.setProcessEnvironment(environment);
        m_process.setProgram(QStringLiteral(CABALSCOPE_CLI));
        m_process.setArguments(arguments);
    }
    ~Cli() {
        if (m_process.state() == QProcess::NotRunning) return;
        m_process.kill();
        m_process.waitForFinished(kCliPatienceMs);
    }
    Cli(const Cli&) = delete;
    Cli& operator=(const Cli&) = delete;

    /// Without the key that the machine may hold.
    [[nodiscard]] static QProcessEnvironment cleanEnvironment() {
        auto out = QProcessEnvironment::systemEnvironment();
        out.remove(QStringLiteral("CABALSCOPE_API_KEY"));
        return out;
    }

    void setOutput(const QString& file) { m_process.setStandardOutputFile(file); }
    bool start() {
        m_process.start();
        return m_process.waitForStarted(kCliPatienceMs);
    }
    /// Waits until stderr holds the text; the process may end meanwhile.
    bool waitError(const QByteArray& text) {
        while (!m_result.err.contains(text)) {
            const bool more = m_process.waitForReadyRead(1'000);
            m_result.err += m_process.readAllStandardError();
            m_result.out += m_process.readAllStandardOutput();
            if (!more && m_process.state() == QProcess::NotRunning) return m_result.err.contains(text);
            if (++m_waits > kCliPatienceMs / 1'000) return false;
        }
        return true;
    }
    void signal(int number) { ::kill(static_cast<pid_t>(m_process.processId()), number); }
    void kill() { m_process.kill(); }
    CliResult finish() {
        const bool ended = m_process.waitForFinished(kCliPatienceMs) || m_process.state() == QProcess::NotRunning;
        m_result.err += m_process.readAllStandardError();
        m_result.out += m_process.readAllStandardOutput();
        if (ended && m_process.exitStatus() == QProcess::NormalExit) m_result.exitCode = m_process.exitCode();
        return m_result;
    }
    [[nodiscard]] QByteArray error() const { return m_result.err; }

private:
    struct ErrorOnly : QProcess {
        ErrorOnly() { setReadChannel(QProcess::StandardError); }
    };
    ErrorOnly m_process;
    CliResult m_result;
    int m_waits = 0;
};

inline CliResult runCli(const QStringList& arguments,
                        const QProcessEnvironment& environment = Cli::cleanEnvironment()) {
    Cli cli{arguments, environment};
    if (!cli.start()) return {};
    return cli.finish();
}

}  // namespace test
