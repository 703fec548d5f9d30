//! `facts/uncited.toml`: the stretches of the documents that no fact needs, each with the reason.

use std::collections::HashSet;

use crate::domain::{Source, SourceId};
use crate::loading::{Folder, Place, Report};

use super::citations::{self, CitedAt};
use super::{read_list, values};

pub(super) const FILE: &str = "uncited.toml";

/// Reads the file, if there is one. The reasons are for authors: each must be there, and none is kept.
pub(super) fn read(folder: &Folder, sources: &[(Source, Place)], report: &mut Report) -> Vec<CitedAt> {
    let Some(file) = folder.file(FILE) else { return Vec::new() };
    let sources: HashSet<SourceId> = sources.iter().map(|(source, _)| source.id.clone()).collect();
    values(read_list(folder, FILE, "uncited", report, |table, report| {
        table.string("reason", report);
        let entry = citations::read(table, file, &sources, report)?;
        let place = entry.place.clone();
        Some((entry, place))
    }))
}
