//! How a meeting of a working group is prepared.
