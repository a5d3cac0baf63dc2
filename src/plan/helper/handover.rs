//! What the next focal person must know.
