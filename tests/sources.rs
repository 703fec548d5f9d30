//! Every citation holds in the documents themselves, where they are at hand (`TARIKH_TEST_SOURCES`).

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::env;
use std::io::{self, Write};
use std::path::Path;

use tarikh::app::{Folders, Loading};
use tarikh::knowledge::Documents;
use tarikh::loading::Folder;

#[test]
fn every_citation_holds() {
    let Some(folder) = env::var_os("TARIKH_TEST_SOURCES") else {
        // Written past the test runner, which swallows what tests print.
        writeln!(io::stderr(), "skipped: every_citation_holds (TARIKH_TEST_SOURCES is not set)").unwrap();
        return;
    };
    let documents = Documents::read(&Folder::mounted(Path::new(&folder)).unwrap());
    let loading = Loading::of(&Folders::open(None, None).unwrap());
    assert!(!loading.citations.is_empty());
    for cited in loading.citations {
        assert_eq!(documents.verify(&cited.citation), Ok(()), "{}", cited.place);
    }
}
