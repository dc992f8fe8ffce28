#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Serves the websocket frames of a capture again, on loopback, with their original timing.

    serve_capture.py capture.jsonl [--port N] [--speed F]

Prints the port it listens on, answers every subscription, then sends the frames to each client; the
connection stays open at the end. Speaks just enough of RFC 6455 for a well-behaved client.
"""
import argparse
import base64
import hashlib
import json
import socket
import struct
import sys
import threading
import time

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


def frame(opcode, payload):
    size = len(payload)
    if size < 126:
        head = struct.pack("!BB", 0x80 | opcode, size)
    elif size < 65536:
        head = struct.pack("!BBH", 0x80 | opcode, 126, size)
    else:
        head = struct.pack("!BBQ", 0x80 | opcode, 127, size)
    return head + payload


def read_exactly(stream, size):
    data = stream.read(size)
    if data is None or len(data) < size:
        raise EOFError
    return data


def read_frame(stream):
    first, second = read_exactly(stream, 2)
    size = second & 0x7F
    if size == 126:
        size = struct.unpack("!H", read_exactly(stream, 2))[0]
    elif size == 127:
        size = struct.unpack("!Q", read_exactly(stream, 8))[0]
    mask = read_exactly(stream, 4) if second & 0x80 else bytes(4)
    data = read_exactly(stream, size)
    return first & 0x0F, bytes(byte ^ mask[i % 4] for i, byte in enumerate(data))


def serve(connection, frames, speed):
    stream = connection.makefile("rb")
    key = None
    for line in iter(stream.readline, b"\r\n"):
        name, _, value = line.decode().partition(":")
        if name.lower() == "sec-websocket-key":
            key = value.strip()
    if key is None:
        return
    accept = base64.b64encode(hashlib.sha1((key + GUID).encode()).digest()).decode()
    connection.sendall((f"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        f"Sec-WebSocket-Accept: {accept}\r\n\r\n").encode())
    lock = threading.Lock()
    subscribed = threading.Event()

    def send(opcode, payload):
        with lock:
            connection.sendall(frame(opcode, payload))

    def play():
        subscribed.wait()
        begin, first = time.monotonic(), frames[0][0]
        for at, text in frames:
            time.sleep(max(0.0, (at - first) / 1e9 / speed - (time.monotonic() - begin)))
            send(TEXT, text)
        print("all frames sent", file=sys.stderr, flush=True)

    threading.Thread(target=play, daemon=True).start()
    subscriptions = 0
    try:
        while True:
            opcode, payload = read_frame(stream)
            if opcode == CLOSE:
                return
            if opcode == PING:
                send(PONG, payload)
            if opcode == TEXT:
                request = json.loads(payload)
                subscriptions += 1
                send(TEXT, json.dumps({"jsonrpc": "2.0", "result": subscriptions, "id": request["id"]}).encode())
                subscribed.set()
    except (EOFError, OSError):
        return
    finally:
        connection.close()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("capture")
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--speed", type=float, default=1.0)
    arguments = options.parse_args()
    frames = []
    with open(arguments.capture, encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            if row.get("ch") == "ws" and "method" in row["msg"]:
                # The frame's own text, not a new rendering of it.
                frames.append((row["t"], line.partition('"msg":')[2].rstrip()[:-1].encode()))
    listener = socket.create_server(("127.0.0.1", arguments.port))
    print(listener.getsockname()[1], flush=True)
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=serve, args=(connection, frames, arguments.speed), daemon=True).start()


if __name__ == "__main__":
    main()
