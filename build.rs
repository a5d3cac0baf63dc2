//! Compiles `content/` and the words of the interface into Rust statics. A broken entry stops the build with a sentence per problem.

use phlov_content::emit::{emit, Interface};
use std::path::PathBuf;
use std::process::exit;

#[path = "src/i18n/words/mod.rs"]
#[allow(dead_code)]
mod words;

fn main() {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=src/i18n/words");
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    match phlov_content::compile(&root.join("content"), &phlov_content::today()) {
        Ok(content) => {
            let interface = Interface {
                khmer: words::km::KM.list(),
                english: words::en::EN.list(),
                helper_khmer: words::helper::KM.list(),
                helper_english: words::helper::EN.list(),
            };
            let emitted = emit(&content, interface);
            // The texts that stand plain, and where in each lot the words of the interface end: for the table of sizes
            // (tools/sizes.mjs).
            let ends = emitted.packed.iter().map(|(name, lot)| format!("{name} {}\n", lot.ends.first().unwrap_or(&0)));
            let ends: String = ends.filter(|line| !line.starts_with("LINKS")).collect();
            let target = root.join("target");
            let written = std::fs::write(out.join("kb.rs"), emitted.source)
                .and_then(|()| std::fs::create_dir_all(&target))
                .and_then(|()| std::fs::write(target.join("kb-texts.txt"), emitted.texts))
                .and_then(|()| std::fs::write(target.join("interface-ends.txt"), ends));
            if let Err(error) = written {
                eprintln!("The compiled knowledge base cannot be written ({error}). Is the disk full?");
                exit(1);
            }
        }
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error={problem}");
            }
            exit(1);
        }
    }
}
