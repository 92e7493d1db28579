"""The command `whence`: commands are loaded when they are run, so that help costs nothing."""

from __future__ import annotations

import gc
import io
import os
import sys
from importlib import import_module
from pathlib import Path

import click

from whence import __version__
from whence.errors import CorpusError, SourceError, StoreError, UsageError, WhenceError

COMMANDS = {
    "compare": ("whence.cli.compare", "Compare two reports: what they share, what changed, which came first."),
    "story": ("whence.cli.story", "Take reports together: family tree, origins, independent sources."),
    "read": ("whence.cli.read", "Show reports as understood: headline, byline, time, caption, paragraphs."),
    "quotes": ("whence.cli.quotes", "Show who said what, to whom, where and when."),
    "figures": ("whence.cli.figures", "Show figures and times: what, how many, how sure, and what conflicts."),
    "trace": ("whence.cli.trace", "Find what the reports of a corpus share, and write it to tables."),
    "group": ("whence.cli.group", "Group reports into stories: which tell one event, and why."),
    "add": ("whence.cli.add", "Add reports to a store: the whole line, for what is new."),
    "find": ("whence.cli.find", "Show where in a store or a corpus a report or some words occur."),
    "serve": ("whence.cli.serve", "Show a store as pages, with an API, on this machine."),
    "export": ("whence.cli.export", "Write a story of a store to a file: json, jsonl, csv, html, svg, graphml."),
    "verify": ("whence.cli.verify", "Check that a store holds together, to the last span."),
    "backup": ("whence.cli.backup", "Copy a store while others read and write."),
    "demo": ("whence.cli.demo", "Run the built-in example, end to end."),
    "doctor": ("whence.cli.doctor", "Show versions and what this machine offers."),
}
STORY_OPTIONS = frozenset({"--svg", "--graphml", "--carries"})
STORY_SUFFIXES = frozenset({".svg", ".graphml"})
WRITTEN = frozenset({"-o", "--output"})
VALUED = frozenset({"--outlet", "--published", "--html", "--pairs", "--db", *WRITTEN, *STORY_OPTIONS})
EXIT_CODES = """Exit codes: 0 done, 1 ran and found nothing (with --exit-code: differences found), 2 usage,
3 some inputs unreadable, 4 store or corpus, 130 interrupted."""


class Whence(click.Group):
    """A group whose first argument may be a report: `whence A B` is `whence compare A B`, more are `whence story`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command's module."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name][0]).command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a first argument that is no command for a report to compare."""
        if args and args[0] not in COMMANDS:
            _refuse_misspelling(args[0])
            name = _command_for(args)
            return name, self.get_command(ctx, name), args
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Options before the reports belong to compare: `whence --json A B`."""
        own = {"--help", "-h", "--version"}
        if args and args[0].startswith("-") and args[0] not in own and len(args) > 1:
            args = [_command_for(args), *args]
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their one line, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, says) in COMMANDS.items()])


@click.group(
    cls=Whence,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EXIT_CODES,
)
@click.version_option(__version__, message="whence %(version)s")
def whence() -> None:
    """Read news reports and show where a story came from.

    `whence A B` compares two reports (text, HTML or JSON lines): which came from which, what was kept, dropped and
    changed, and the words that show it. `whence A B C ...` takes many together: the family tree, what changed on each
    hop, and how many independent sources stand behind them; so does a folder.
    """


def main() -> None:
    """Run the command line; every error is one line, and no traceback reaches a user."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read by NumPy; a second thread spins and gains nothing here
    gc.set_threshold(100_000, 50, 50)  # a short process that builds many small records: collecting costs a third
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a pipe of another encoding loses a sign, not the run
    color = False if os.environ.get("NO_COLOR") else None
    try:
        sys.exit(whence.main(standalone_mode=False, color=color))
    except click.exceptions.Exit as exit_:
        sys.exit(exit_.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(2)
    except click.ClickException as error:
        _fail(error.format_message(), 2)
    except UsageError as error:
        _fail(str(error), 2)
    except SourceError as error:
        _fail(str(error), 3)
    except (CorpusError, StoreError) as error:
        _fail(str(error), 4)
    except WhenceError as error:
        _fail(str(error), 2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _fail(f"output cannot be written: {error.strerror or error}", 2)


def _command_for(args: list[str]) -> str:
    """What reports without a command are for: two are compared; more, a folder or a pattern are a story, and so is what
    is to be drawn."""
    pairs = list(zip(["", *args], args, strict=False))
    drawn = any(word.split("=")[0] in STORY_OPTIONS for word in args)
    drawn = drawn or any(before in WRITTEN and Path(word).suffix in STORY_SUFFIXES for before, word in pairs)
    names = [word for before, word in pairs if (word == "-" or not word.startswith("-")) and before not in VALUED]
    several = len(names) > 2 or any(Path(name).is_dir() or set(name) & set("*?") for name in names)
    return "story" if drawn or several else "compare"


def _refuse_misspelling(word: str) -> None:
    """Refuse a first argument that is no file and close to a command's name."""
    if word == "-" or Path(word).exists():
        return
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, 1, 0.75)
    if near:
        raise UsageError(f"{word}: neither a command nor a file; did you mean {near[0]}?")


def _fail(message: str, code: int) -> None:
    """One line on standard error, and the exit code."""
    click.echo(f"whence: {message}", err=True)
    sys.exit(code)
