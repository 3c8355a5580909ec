"""``python -m jobcoach``."""

from jobcoach.cli import main

if __name__ == "__main__":
    main()
