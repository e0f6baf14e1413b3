"""Wording: every sentence a person reads, in Chinese and English. The core has none."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdzplan.wording.words import Words


def words_in(language: str) -> "Words":
    """The words of a language, `zh` or `en`; only that one is loaded."""
    if language == "en":
        from jdzplan.wording.en import EN

        return EN
    from jdzplan.wording.zh import ZH

    return ZH
