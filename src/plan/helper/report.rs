//! Numbers of a period and an area; small cells hidden.
