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


def narrow(text: str) -> str:
    """A text with narrow digits and signs, single spaces, none at its ends.

    >>> narrow("３．５ 亿元"), narrow("12①")
    ('3.5 亿元', '12①')
    """
    return " ".join(text.translate(_NARROW).split())
