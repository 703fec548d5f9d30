//! The `tarikh` program: parse the command line, call, exit code; nothing else.

use std::process::ExitCode;

/// Gives back to the system most of what training has taken; the C library keeps nearly all of it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tarikh::cli::main()
}
