//! A workshop, from the idea to the last action.
