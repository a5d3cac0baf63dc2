//! How long it takes to unpack the texts of each language, and how much memory. Printed, not asserted: `cargo bench -p phlov-content`.

use phlov_content::{
    compile,
    emit::{emit, Interface},
    today,
};
use phlov_pack::Unpacker;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

fn main() {
    let content = compile(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content")), &today());
    let Ok(content) = content else { return println!("content/ has problems: make check-content") };
    for (name, packed) in &emit(&content, Interface::NONE).packed {
        let mut best = Duration::MAX;
        let mut length = 0;
        for _ in 0..20 {
            let begun = Instant::now();
            length = black_box(Unpacker::new(black_box(&packed.bytes))).map_or(0, |parts| parts.map(|part| part.len()).sum());
            best = best.min(begun.elapsed());
        }
        let (packed_kb, kb, room) =
            (packed.bytes.len() as f64 / 1024., length as f64 / 1024., phlov_pack::room(&packed.bytes) / 1024);
        println!(
            "{name}: {packed_kb:.1} KB unpack to {kb:.1} KB in {:.1} ms, with {room} KB of memory",
            best.as_secs_f64() * 1000.
        );
    }
}
