"""Work spread over processes. The result never depends on how many there are.

Workers are forked, so whatever the work needs is there without being sent; only numbers of jobs and
their results travel. Where the system cannot fork, or one process is enough, the work is done here.
"""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Generic, TypeVar

from aushang.build.system import die_with
from aushang.model import AushangError

Result = TypeVar("Result")

_COLLECT_AFTER = 50_000  # allocations; pages are made of many small things that are soon let go
_IDLE = -1


@dataclass(slots=True)
class _Worker:
    process: ForkProcess
    connection: Connection
    job: int = _IDLE


@dataclass(frozen=True, slots=True)
class _Failure:
    """An exception of the work, on its way to whoever asked for it."""

    error: BaseException


def worker_count() -> int:
    """How many processors this process may use; 1 where workers cannot be forked safely."""
    if sys.platform != "linux":
        return 1
    return len(os.sched_getaffinity(0))


def collect_seldom() -> None:
    """Look for garbage cycles less often: a build makes many small things and hardly a cycle."""
    gc.set_threshold(_COLLECT_AFTER, 20, 100)


def spread(jobs: int, work: Callable[[int], Result], *, workers: int) -> Iterator[Result]:
    """`work(0)` to `work(jobs - 1)`, in that order.

    An exception of the work is raised here as it is. Raises AushangError if a worker dies. However
    this ends, no worker outlives it.
    """
    if workers <= 1 or jobs <= 1:
        yield from map(work, range(jobs))
        return
    crew = _Crew(work)
    with crew.at_work(min(workers, jobs)):
        yield from crew.results(jobs)


class _Crew(Generic[Result]):
    """Workers with one job each at a time: the next one goes to whoever is done first."""

    def __init__(self, work: Callable[[int], Result]) -> None:
        self._work = work
        self._workers: list[_Worker] = []

    @contextmanager
    def at_work(self, number: int) -> Iterator[None]:
        """Fork the workers; end them whatever happens."""
        context = multiprocessing.get_context("fork")
        gc.freeze()  # what is there now is shared with every worker; collecting would copy it
        try:
            for _ in range(number):
                ours, theirs = context.Pipe()
                others = [worker.connection for worker in self._workers]
                process = context.Process(
                    target=_serve,
                    args=(theirs, [ours, *others], self._work, os.getpid()),
                    daemon=True,
                )
                process.start()
                theirs.close()
                self._workers.append(_Worker(process, ours))
            yield
        finally:
            gc.unfreeze()
            for worker in self._workers:
                worker.process.kill()
                worker.process.join()
                worker.connection.close()

    def results(self, jobs: int) -> Iterator[Result]:
        """Hand out the jobs and give the results back in the order of the jobs."""
        done: dict[int, Result] = {}
        given = wanted = 0
        while wanted < jobs:
            for worker in self._workers:
                if worker.job == _IDLE and given < jobs:
                    self._give(worker, given)
                    given += 1
            for worker in self._finished():
                done[worker.job] = self._received(worker)
                worker.job = _IDLE
            while wanted in done:
                yield done.pop(wanted)
                wanted += 1

    def _give(self, worker: _Worker, job: int) -> None:
        try:
            worker.connection.send(job)
        except OSError:
            raise _died(worker) from None
        worker.job = job

    def _finished(self) -> list[_Worker]:
        ready = wait([worker.connection for worker in self._workers if worker.job != _IDLE])
        return [worker for worker in self._workers if worker.connection in ready]

    def _received(self, worker: _Worker) -> Result:
        try:
            result: Result | _Failure = worker.connection.recv()
        except (EOFError, OSError):
            raise _died(worker) from None
        if isinstance(result, _Failure):
            raise result.error
        return result


def _died(worker: _Worker) -> AushangError:
    worker.process.join()
    code = worker.process.exitcode or 0
    how = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
    return AushangError(
        f"a worker process {how}, so the site is incomplete",
        "if memory ran out, free some and build again",
    )


def _serve(
    connection: Connection,
    inherited: list[Connection],
    work: Callable[[int], Result],
    parent: int,
) -> None:
    """A worker's life: job numbers come, results go, until nobody is at the other end."""
    die_with(parent)
    # Ctrl-C reaches the whole group; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Without this a worker would keep its siblings' pipes open and never see the parent's end.
    for other in inherited:
        other.close()
    collect_seldom()
    while True:
        try:
            job = connection.recv()
        except (EOFError, OSError):
            return
        try:
            result: Result | _Failure = work(job)
        except Exception as error:  # noqa: BLE001  whatever it is, it is raised in the parent
            result = _Failure(error)
        try:
            connection.send(result)
        except OSError:
            return
