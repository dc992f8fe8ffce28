// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the C library of a program under test: writes every internet address it connects or sends to and
// every name it looks up as a line of the file in CONNECTION_RECORD, then lets the call through.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void keep(const char* what, const char* whom, unsigned port) {
    const char* file = getenv("CONNECTION_RECORD");
    if (file == NULL) return;
    char line[512];
    const int size = snprintf(line, sizeof line, "%s %s %u\n", what, whom, port);
    if (size <= 0 || (size_t)size >= sizeof line) return;
    const int out = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (out < 0) return;
    if (write(out, line, (size_t)size) != size) abort();
    close(out);
}

static void keepAddress(const char* what, const struct sockaddr* to) {
    if (to == NULL) return;
    char text[INET6_ADDRSTRLEN] = "?";
    if (to->sa_family == AF_INET) {
        const struct sockaddr_in* in = (const struct sockaddr_in*)to;
        inet_ntop(AF_INET, &in->sin_addr, text, sizeof text);
        keep(what, text, ntohs(in->sin_port));
    } else if (to->sa_family == AF_INET6) {
        const struct sockaddr_in6* in = (const struct sockaddr_in6*)to;
        inet_ntop(AF_INET6, &in->sin6_addr, text, sizeof text);
        keep(what, text, ntohs(in->sin6_port));
    }
}

__attribute__((constructor)) static void begin(void) {
    keep("loaded", "-", 0);
}

int connect(int socket, const struct sockaddr* to, socklen_t size) {
    static int (*real)(int, const struct sockaddr*, socklen_t);
    if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, "connect");
    keepAddress("connect", to);
    return real(socket, to, size);
}

ssize_t sendto(int socket, const void* data, size_t count, int flags, const struct sockaddr* to, socklen_t size) {
    static ssize_t (*real)(int, const void*, size_t, int, const struct sockaddr*, socklen_t);
    if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, "sendto");
    keepAddress("send", to);
    return real(socket, data, count, flags, to, size);
}

ssize_t sendmsg(int socket, const struct msghdr* message, int flags) {
    static ssize_t (*real)(int, const struct msghdr*, int);
    if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, "sendmsg");
    keepAddress("send", (const struct sockaddr*)message->msg_name);
    return real(socket, message, flags);
}

int getaddrinfo(const char* node, const char* service, const struct addrinfo* hints, struct addrinfo** out) {
    static int (*real)(const char*, const char*, const struct addrinfo*, struct addrinfo**);
    if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, "getaddrinfo");
    if (node != NULL) keep("lookup", node, 0);
    return real(node, service, hints, out);
}

struct hostent* gethostbyname(const char* name) {
    static struct hostent* (*real)(const char*);
    if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, "gethostbyname");
    keep("lookup", name, 0);
    return real(name);
}
