//! Partners: what they answer, on what terms.
