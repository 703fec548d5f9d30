//! `facts/` and `locales/`, read as a whole.

use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

use memchr::memchr_iter;

use super::Place;

/// What the files that are read end with.
const ENDINGS: [&str; 3] = ["toml", "ftl", "txt"];

/// The text files of a folder, sorted by path.
#[derive(Clone, Debug)]
pub struct Folder {
    /// The name by which diagnostics call the folder.
    pub path: Arc<str>,
    /// Its files, those of folders inside it included.
    pub files: Vec<TextFile>,
}

/// A file that has been read.
#[derive(Clone, Debug)]
pub struct TextFile {
    /// The path that diagnostics show.
    pub path: Arc<str>,
    /// The path inside its folder, parts divided by `/`.
    pub name: String,
    /// What is in it.
    pub text: String,
}

impl Folder {
    /// Reads the `.toml`, `.ftl` and `.txt` files of a folder of the file system and of the folders in
    /// it. What is hidden is passed over, and so are links to folders.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read, or a file is not UTF-8; the error names it.
    pub fn mounted(path: &Path) -> io::Result<Self> {
        let shown = path.display().to_string();
        let mut files = Vec::new();
        collect_mounted(path, shown.trim_end_matches('/'), "", &mut files)?;
        Ok(Self::new(&shown, files))
    }

    /// A folder of these files.
    pub fn new(path: &str, mut files: Vec<TextFile>) -> Self {
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Self { path: path.into(), files }
    }

    /// The names of the folders in it.
    pub fn folders(&self) -> Vec<&str> {
        let mut names: Vec<&str> =
            self.files.iter().filter_map(|file| file.name.split_once('/')).map(|(name, _)| name).collect();
        names.dedup();
        names
    }

    /// The file of that name inside the folder.
    pub fn file(&self, name: &str) -> Option<&TextFile> {
        self.files.iter().find(|file| file.name == name)
    }

    /// The first point of a file of this folder, whether or not there is such a file.
    pub fn start_of(&self, name: &str) -> Place {
        let path = format!("{}/{name}", self.path.trim_end_matches('/'));
        Place { path: path.into(), line: 1, column: 1 }
    }
}

impl TextFile {
    /// Where the byte at `offset` stands.
    pub fn place(&self, offset: usize) -> Place {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Place {
            path: self.path.clone(),
            line: memchr_iter(b'\n', before.as_bytes()).count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

fn collect_mounted(dir: &Path, shown: &str, prefix: &str, files: &mut Vec<TextFile>) -> io::Result<()> {
    let named =
        |path: &Path, error: &io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    for entry in fs::read_dir(dir).map_err(|error| named(dir, &error))? {
        let entry = entry.map_err(|error| named(dir, &error))?;
        let path = entry.path();
        let Some(file_name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            continue;
        };
        if file_name.starts_with('.') {
            continue;
        }
        let name = format!("{prefix}{file_name}");
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let is_ours = path.extension().is_some_and(|ending| ENDINGS.iter().any(|ours| ending == *ours));
        if is_folder {
            collect_mounted(&path, shown, &format!("{name}/"), files)?;
        } else if is_ours && path.is_file() {
            let text = fs::read_to_string(&path).map_err(|error| named(&path, &error))?;
            files.push(TextFile { path: format!("{shown}/{name}").into(), name, text });
        }
    }
    Ok(())
}
