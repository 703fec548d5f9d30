//! From files to values: folders built in or mounted, TOML read with its places, and diagnostics.

mod diagnostic;
mod folder;
mod toml_table;

pub use diagnostic::{Diagnostic, Place, Report, Severity};
pub use folder::{Folder, TextFile};
pub use toml_table::{Text, TomlTable};
