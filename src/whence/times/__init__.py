"""When, how long, how often: phrases of time, tied to the calendar."""
