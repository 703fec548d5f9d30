//! The `tarikh` program: parse the command line, call, exit code; nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    tarikh::cli::main()
}
