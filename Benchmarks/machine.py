"""The machine's shape, so that nobody compares figures of two machines."""

import glob
import os
import platform
import subprocess


def said(*words):
    """The first line that a command says; nothing where there is no such command."""
    try:
        result = subprocess.run(words, capture_output=True, text=True, timeout=20)
    except FileNotFoundError:
        return ""
    return (result.stdout + result.stderr).strip().splitlines()[0] if result.stdout + result.stderr else ""


def processor():
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def shape(root):
    memory = int(next(line for line in open("/proc/meminfo") if line.startswith("MemTotal")).split()[1]) / 1048576
    postgres = sorted(glob.glob("/usr/lib/postgresql/*/bin/postgres"))
    busy = os.getloadavg()[0]
    return {
        "Machine": f"{len(os.sched_getaffinity(0))} cores of {processor()}, {memory:.0f} GiB, Linux {platform.release()}",
        "Engines": f"SQLite {said('sqlite3', '--version').split(' ')[0] or library_version()}, {said(postgres[-1], '--version') if postgres else 'no PostgreSQL'}",
        "Beside": f"{said('nginx', '-v').removeprefix('nginx version: ')}, {said('wrk', '-v').split(' Copyright')[0]}",
        "Swift": said("swift", "--version"),
        "Commit": said("git", "-C", root, "describe", "--always", "--dirty"),
        "Load before": f"{busy:.1f}" + (" (other work ran beside it)" if busy > 0.7 else ""),
    }


def library_version():
    import sqlite3

    return sqlite3.sqlite_version
