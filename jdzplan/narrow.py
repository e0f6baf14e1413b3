"""Wide characters that stand for narrow ones: what an input method leaves in a cell of digits."""

# Only these are read as their narrow twins: a general normalisation would turn the footnote mark
# in 12① into a digit.
_NARROW = str.maketrans(
    {chr(0xFF10 + d): str(d) for d in range(10)}
    | {
        "．": ".",
        "，": ",",
        "－": "-",
        "−": "-",
        "＋": "+",
        "％": "%",
        "＜": "<",
        "＞": ">",
    }
    | {"＝": "=", "～": "~", "（": "(", "）": ")", "\u3000": " ", "\u00a0": " "}
)
# What web pages and phones leave in a cell and nobody sees: joiners, marks of direction and of byte
# order. Characters that turn a text round (U+202E) are not among them: they change what is seen.
INVISIBLE: dict[int, None] = dict.fromkeys([*range(0x200B, 0x2010), 0x2060, 0xFEFF])


def narrow(text: str) -> str:
    """A text with narrow digits and signs, single spaces, none at its ends.

    >>> narrow("３．５ 亿元"), narrow("12①")
    ('3.5 亿元', '12①')
    """
    return " ".join(text.translate(_NARROW).split())


def visible(text: str) -> str:
    r"""A text without the characters that nobody can see.

    >>> visible("2.37\u200b")
    '2.37'
    """
    return text if text.isascii() else text.translate(INVISIBLE)
