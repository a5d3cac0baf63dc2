//! The people she helps: consent, what they need, when they were last in touch.
