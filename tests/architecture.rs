//! The invariants of `src/ARCHITECTURE.md` that the compiler does not hold.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

#[test]
fn the_middle_is_pure() {
    let modules = ["fs", "net", "env", "time", "process", "io"];
    let crates = ["teloxide::", "tokio::", "tracing::"];
    for room in ["domain", "knowledge", "understanding", "answering", "localization"] {
        for file in rust_files(&root().join("src").join(room)) {
            let text = fs::read_to_string(&file).unwrap();
            for line in text.lines() {
                // Grouped imports are read word by word: `use std::{env, fs};`
                let mut words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
                let impure = line.contains("std::") && words.any(|word| modules.contains(&word));
                let foreign = crates.iter().any(|name| line.contains(name));
                assert!(!impure && !foreign, "{}: {line}", file.display());
            }
        }
    }
}

#[test]
fn only_the_telegram_room_knows_teloxide() {
    for file in rust_files(&root().join("src")) {
        let in_room = file.strip_prefix(root().join("src/telegram")).is_ok();
        let uses = fs::read_to_string(&file).unwrap().contains("teloxide::");
        assert!(in_room || !uses, "{} uses teloxide", file.display());
    }
}

#[test]
fn every_file_says_what_it_is_for_and_stays_readable() {
    for file in rust_files(&root().join("src")).into_iter().chain(rust_files(&root().join("tests"))) {
        let text = fs::read_to_string(&file).unwrap();
        let introduced = text.starts_with("//!") || text.starts_with("#![doc = include_str!");
        assert!(introduced, "{} does not open with its purpose", file.display());
        let length = text.lines().count();
        assert!(length <= 400, "{} has {length} lines: look for a second room", file.display());
    }
}

#[test]
fn the_source_holds_no_list_of_languages() {
    for file in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for language in ["\"lv\"", "\"uk\"", "\"ru\"", "\"kk\""] {
            assert!(!code.contains(language), "{} names {language}", file.display());
        }
    }
}

#[test]
fn every_room_is_on_the_map() {
    let map = fs::read_to_string(root().join("src/ARCHITECTURE.md")).unwrap();
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            name == "ARCHITECTURE.md"
                || map.contains(&format!("`{}`", name.trim_end_matches(".rs")))
                || map.contains(&format!("`{name}`")),
            "{name} is not on the map"
        );
    }
}
