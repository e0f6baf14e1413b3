"""`python -m jdzplan`: the same program as the `jdzplan` command."""

from jdzplan.cli import main

if __name__ == "__main__":
    main()
