//! Words of listening to a page.

use super::With1;

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Listen {
    pub listen: &'static str,
    /// What goes on.
    pub reading: &'static str,
    pub pause: &'static str,
    pub go_on: &'static str,
    pub stop: &'static str,
    pub speed: With1,
    pub speeds: [&'static str; 3],
}

pub const KM: Listen = Listen {
    listen: "ស្តាប់",
    reading: "កំពុងអានឱ្យស្តាប់",
    pause: "ផ្អាក",
    go_on: "បន្ត",
    stop: "ឈប់",
    speed: With1("ល្បឿន៖ {}"),
    speeds: ["យឺត", "ធម្មតា", "លឿន"],
};

pub const EN: Listen = Listen {
    listen: "Listen",
    reading: "Reading aloud",
    pause: "Pause",
    go_on: "Go on",
    stop: "Stop",
    speed: With1("Speed: {}"),
    speeds: ["Slow", "Normal", "Fast"],
};
