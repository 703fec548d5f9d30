//! `facts/sources.toml`: the documents.

use crate::domain::{LanguageId, Source, SourceId};
use crate::loading::{Folder, Place, Report, TomlTable};

use super::{read_list, without_duplicates};

pub(super) fn read(folder: &Folder, report: &mut Report) -> Vec<(Source, Place)> {
    let sources = read_list(folder, "sources.toml", "source", report, read_source);
    without_duplicates(sources, report, |source| source.id.to_string())
}

fn read_source(table: &mut TomlTable<'_>, report: &mut Report) -> Option<(Source, Place)> {
    let id = table.string("id", report);
    let language = table.string("language", report);
    let title = table.string("title", report);
    let address = table.string("address", report);
    let licence = table.string("licence", report);
    if let Some(address) = &address
        && !address.text.starts_with("https://")
        && !address.text.starts_with("http://")
    {
        report.error(
            "wrong-address",
            address.place.clone(),
            format!("'{}' is not a web address", address.text),
            "write it in full, from https:// on",
        );
    }
    let id = id?;
    let source = Source {
        id: SourceId::new(&id.text),
        language: LanguageId::new(&language?.text),
        title: title?.text,
        address: address?.text,
        licence: licence?.text,
    };
    Some((source, id.place))
}
