//! Rebuilds the binary when a fact or a wording changes: both folders are built into it.

fn main() {
    println!("cargo:rerun-if-changed=facts");
    println!("cargo:rerun-if-changed=locales");
}
