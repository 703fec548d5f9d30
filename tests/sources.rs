//! Every citation holds in the documents themselves, and nothing in them is passed over without a reason,
//! where they are at hand (`TARIKH_TEST_SOURCES`).

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::env;
use std::io::{self, Write};
use std::path::Path;

use tarikh::app::{Folders, Loading};
use tarikh::knowledge::{Documents, verify};
use tarikh::loading::{Folder, Report};

#[test]
fn every_citation_holds_and_nothing_is_left_uncovered() {
    let Some(folder) = env::var_os("TARIKH_TEST_SOURCES") else {
        // Written past the test runner, which swallows what tests print.
        writeln!(io::stderr(), "skipped: the documents (TARIKH_TEST_SOURCES is not set)").unwrap();
        return;
    };
    let documents = Documents::read(&Folder::mounted(Path::new(&folder)).unwrap());
    let Loading { citations, uncited, .. } = Loading::of(&Folders::open(None, None).unwrap());
    assert!(!citations.is_empty());
    let mut report = Report::default();
    let coverage = verify(&documents, &citations, &uncited, &mut report);
    assert_eq!(report.to_string(), "");
    for document in coverage.documents {
        assert!(document.uncovered.is_empty(), "cite it, or say why not: {:#?}", document.uncovered);
    }
}
