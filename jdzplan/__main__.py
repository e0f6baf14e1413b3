"""`python -m jdzplan`: the same program as the `jdzplan` command."""

from jdzplan.cli import console

if __name__ == "__main__":
    console()
