//! Five questions put to many, and their tally.
