"""The power fails: what was not synced may be lost, in part or in whole.

A command's changes are written down as it makes them (TORTURE_LOG of faults.c). Each beginning of
that list then gives directories as a disk may show them after the loss, and each has to be the old
state or the new, and after the last change the new."""

import hashlib
import os
import shutil

from common import Bench, Failure, Tally, check, operations, recovers, run, state_of

BLOCK = 4096


class File:
    """A file's bytes as the programs see them, and as they are on the disk for sure."""

    def __init__(self, content=b""):
        self.now, self.durable, self.writes = bytearray(content), bytes(content), []

    def write(self, offset, data):
        self.now.extend(bytes(max(0, offset + len(data) - len(self.now))))
        self.now[offset:offset + len(data)] = data
        self.writes.append((offset, data))

    def truncate(self, size):
        self.now = self.now[:size] + bytes(max(0, size - len(self.now)))
        self.writes.append((size, None))

    def sync(self):
        self.durable, self.writes = bytes(self.now), []

    def torn(self, dice):
        """Some of the blocks that were not synced have reached the disk, others have not."""
        content = File(self.durable)
        for offset, data in self.writes:
            if data is None:
                if dice.random() < 0.5:
                    content.truncate(offset)
                continue
            for start in range(0, len(data), BLOCK):
                if dice.random() < 0.5:
                    content.write(offset + start, data[start:start + BLOCK])
        return bytes(content.now)


class Directory:
    """Names as the programs see them, and as they are on the disk for sure."""

    def __init__(self):
        self.now, self.durable = {}, {}

    def sync(self):
        self.durable = dict(self.now)


class Disk:
    """What is below one directory."""

    def __init__(self, root):
        self.root, self.files = root, {}
        self.top = self.read(root)

    def read(self, path):
        directory = Directory()
        for entry in os.scandir(path):
            if entry.is_dir():
                directory.now[entry.name] = self.read(entry.path)
                continue
            with open(entry.path, "rb") as file:
                directory.now[entry.name] = self.files[entry.inode()] = File(file.read())
        directory.sync()
        return directory

    def place(self, path):
        """The directory that a path is in, and its name there."""
        directory = self.top
        *parents, name = os.path.relpath(path, self.root).split("/")
        for parent in parents:
            directory = directory.now[parent]
        return directory, name

    def apply(self, what, inode, offset, path, target, data):
        directory, name = self.place(path) if path != self.root else (None, None)
        if what == "create":
            directory.now[name] = self.files[inode] = File()
        elif what == "mkdir":
            directory.now[name] = Directory()
        elif what in ("unlink", "rmdir"):
            del directory.now[name]
        elif what == "rename":
            other, new = self.place(target)
            other.now[new] = directory.now.pop(name)
        elif what == "write":
            self.files[inode].write(offset, data)
        elif what == "truncate":
            self.files[inode].truncate(offset)
        elif what == "sync":
            file = self.files.get(inode)
            (file or (directory.now[name] if directory else self.top)).sync()

    def tree(self, names, content):
        """Every path with its bytes, None for a directory; `names` and `content` say what is kept."""
        found = {}

        def add(directory, path):
            for name, entry in names(directory).items():
                found[f"{path}/{name}"] = None if isinstance(entry, Directory) else content(entry)
                if isinstance(entry, Directory):
                    add(entry, f"{path}/{name}")
        add(self.top, "")
        return found

    def seen(self):
        return self.tree(lambda directory: directory.now, lambda file: bytes(file.now))

    def durable(self):
        """The least that the disk holds."""
        return self.tree(lambda directory: directory.durable, lambda file: file.durable)

    def after_loss(self, dice):
        """What the disk may show: nothing that was not synced; all names, as a journal keeps them, without
        content; all names and torn content."""
        def all_names(directory):
            return directory.now
        yield "nothing unsynced", self.durable()
        yield "names only", self.tree(all_names, lambda file: file.durable)
        yield "torn", self.tree(all_names, lambda file: file.torn(dice))


def changes(log):
    """The calls of a log, in order."""
    with open(log, "rb") as file:
        while line := file.readline():
            what, inode, offset, size, path, target = line.decode().rstrip("\n").split("\t")
            yield what, int(inode), int(offset), path, target, file.read(int(size))


def materialize(tree, directory):
    shutil.rmtree(directory, ignore_errors=True)
    os.makedirs(directory)
    for path, content in tree.items():
        if content is None:
            os.makedirs(directory + path, exist_ok=True)
        else:
            with open(directory + path, "wb") as file:
                file.write(content)


def digest(tree):
    total = hashlib.sha256()
    for path, content in sorted(tree.items()):
        # Only for people: who writes, and since when.
        if path != "/lock":
            total.update(repr((path, content)).encode())
    return total.digest()


def losses(bench, operation, dice):
    """(how, after how many changes of how many, tree) for every different directory that a loss may leave."""
    index, log = bench.copy(operation.template), f"{bench.directory}/log"
    disk = Disk(index)
    status, _, errors = run(operation.command(index), {
        "LD_PRELOAD": bench.faults(), "TORTURE_PATH": index, "TORTURE_LOG": log})
    if status != 0:
        raise Failure(f"{operation.name} fails: {errors.strip()}")
    every, seen = list(changes(log)), set()
    for count in range(len(every) + 1):
        if count > 0:
            disk.apply(*every[count - 1])
        for how, tree in disk.after_loss(dice):
            is_last = count == len(every)
            key = (is_last, digest(tree))
            if key not in seen:
                seen.add(key)
                yield how, count, len(every), tree
    if disk.seen() != Disk(index).seen():
        raise Failure(f"the list of changes of {operation.name} is not whole")


def is_survived(bench, operation, tree, is_last):
    index = f"{bench.directory}/proef"
    materialize(tree, index)
    # When the command has said that it is done, it is.
    state_of(index, [operation.new] if is_last else [operation.old, operation.new])
    check(index)
    recovers(index)


def main(trials, dice):
    """`trials`: how many directories; None for all."""
    bench, tally = Bench(), Tally("power")
    total = 0
    every = operations(bench)
    for operation in every:
        # Written down whole: a command is not run again for each.
        cases = []
        tally.trial(operation.name, lambda: cases.extend(losses(bench, operation, dice)))
        total += len(cases)
        last = [case for case in cases if case[1] == case[2]]
        others = [case for case in cases if case[1] != case[2]]
        if trials is not None:
            others = dice.sample(others, min(len(others), max(0, trials // len(every) - len(last))))
        for how, count, changes_in_all, tree in others + last:
            tally.trial(f"{operation.name}, {how} after {count} of {changes_in_all} changes",
                        lambda: is_survived(bench, operation, tree, count == changes_in_all))
    bench.close()
    tally.report(f"{tally.passed + tally.failed - len(every)} of {total} different disks that a loss of power may leave")
    return tally
