//! A folder of its own for a test's database.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs, process};

use super::{Storage, open};
use crate::config::Database;

/// Gone when it is dropped.
pub(crate) struct TempDir(PathBuf);

impl TempDir {
    /// A fresh one; each test has its name.
    pub(crate) fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("tarikh-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    /// The database in it.
    pub(crate) fn file(&self) -> PathBuf {
        self.path().join("tarikh.db")
    }

    /// Everything that stands in its files.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let files = fs::read_dir(self.path()).expect("a folder");
        files.flat_map(|file| fs::read(file.expect("a file").path()).expect("readable")).collect()
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The database in that folder.
pub(crate) async fn open_in(folder: &TempDir) -> Arc<dyn Storage> {
    open(&Database::Sqlite(folder.file())).await.expect("a database")
}
