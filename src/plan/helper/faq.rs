//! An answer asked for once and for all: from draft to approved, until it expires.
