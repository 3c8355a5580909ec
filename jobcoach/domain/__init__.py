"""The trade's rules: values in, values out. Knows no disk, no screen, no clock."""
