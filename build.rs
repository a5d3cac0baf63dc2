//! Compiles `content/` into Rust statics. A broken entry stops the build with a sentence per problem.

use std::path::PathBuf;
use std::process::exit;

fn main() {
    println!("cargo::rerun-if-changed=content");
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    match phlov_content::compile(&root.join("content"), &phlov_content::today()) {
        Ok(content) => {
            let emitted = phlov_content::emit::emit(&content);
            // The texts alone, for the table of sizes (tools/sizes.mjs).
            let target = root.join("target");
            let written = std::fs::write(out.join("kb.rs"), emitted.source)
                .and_then(|()| std::fs::create_dir_all(&target))
                .and_then(|()| std::fs::write(target.join("kb-texts.txt"), emitted.texts));
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
