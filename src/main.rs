//! The `tarikh` program.
fn main() {}
