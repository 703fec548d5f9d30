//! The `tarikh` program: parse the command line, call, exit code; nothing else.

use std::process::ExitCode;

/// Gives more of what training has taken back to the system than the C library does.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tarikh::cli::main()
}
