//! The subcommands.

pub mod eval;
