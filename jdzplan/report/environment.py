"""Where templates run: sandboxed, and whatever is wrong with one is told by file and line."""

from collections.abc import Callable, Mapping
from traceback import extract_tb

from jinja2 import BaseLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

_SUFFIX = ".j2"
# What an expression of a template can raise besides the faults that have names of their own.
_FAULTS = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


class TemplateFaultError(Exception):
    """A template that cannot be used: its file, the line where it is known, what is wrong."""

    def __init__(self, path: str, line: int, problem: str) -> None:
        super().__init__(problem)
        self.path, self.line, self.problem = path, line, problem


def fill(
    name: str,
    loader: BaseLoader,
    values: Mapping[str, object],
    *,
    shown: Callable[[object], object] | None = None,
    filters: Mapping[str, Callable[..., object]],
) -> str:
    """The template of that name with its values; `shown` is what becomes of every expression.

    Without `shown` it is a page, where everything is escaped as HTML.
    Raises `TemplateFaultError` for whatever is wrong with a template.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        finalize=shown,
        autoescape=shown is None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= filters
    try:
        return environment.get_template(name).render(values)
    except TemplateSyntaxError as error:
        raise TemplateFaultError(
            error.filename or error.name or name, error.lineno, str(error.message)
        ) from error
    except _FAULTS as error:
        frames = [f for f in extract_tb(error.__traceback__) if f.filename.endswith(_SUFFIX)]
        if frames:
            last = frames[-1]
            raise TemplateFaultError(last.filename, last.lineno or 0, str(error)) from error
        raise TemplateFaultError(name, 0, f"{type(error).__name__}: {error}") from error
