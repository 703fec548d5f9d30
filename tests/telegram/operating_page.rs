//! `docs/operating.md` lists every setting and every metric: its tables are made of the program itself.
//!
//! `TARIKH_REWRITE_DOCS=1 cargo test --test telegram operating_page` writes them anew.

use std::path::Path;
use std::sync::Mutex;
use std::{env, fs};

use clap::Arg;
use tarikh::config::SECRETS;

use crate::operations::busy_lab;

#[test]
fn the_page_lists_every_setting() {
    let mut command = tarikh::cli::command();
    command.build();
    let run = command.find_subcommand("run").expect("run");
    let secrets = SECRETS.iter().map(|secret| {
        let variable = secret.variable;
        let names = format!("`{variable}`, `{variable}_FILE`");
        [names, String::new(), secret.meaning.to_owned(), secret.default.to_owned()]
    });
    let rows: Vec<_> = secrets.chain(run.get_arguments().filter_map(setting)).collect();
    expect("configuration", &table(["Variable", "Flag", "Meaning", "Default"], &rows));
}

/// A flag that is a setting: one with a variable.
fn setting(flag: &Arg) -> Option<[String; 4]> {
    let default = flag.get_default_values().first().map(|value| format!("`{}`", value.to_string_lossy()));
    Some([
        format!("`{}`", flag.get_env()?.to_string_lossy()),
        format!("`--{}`", flag.get_long()?),
        flag.get_help()?.to_string(),
        default.unwrap_or_else(|| "unset".to_owned()),
    ])
}

#[test]
fn the_page_lists_every_metric() {
    let lab = busy_lab("info");
    let (_, text) = lab.bot.get("/metrics");
    let about = |what: &str, name: &str| {
        let start = format!("# {what} {name} ");
        text.lines().find_map(|line| line.strip_prefix(&start)).unwrap_or_default().to_owned()
    };
    let names = text.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next());
    let rows: Vec<_> = names
        .map(|name| {
            let kind = about("TYPE", name);
            let suffix = match kind.as_str() {
                "counter" => "_total",
                "info" => "_info",
                _ => "",
            };
            let sample = text.lines().find(|line| line.starts_with(&format!("{name}{suffix}{{")));
            let full = format!("`{name}{suffix}{}`", labels(sample.unwrap_or_default()));
            [full, kind, about("UNIT", name), about("HELP", name)]
        })
        .collect();
    expect("metrics", &table(["Metric", "Type", "Unit", "Meaning"], &rows));
    lab.stop(&[]);
}

/// The names of a sample's labels, in braces.
fn labels(sample: &str) -> String {
    let Some((_, rest)) = sample.split_once('{') else { return String::new() };
    let pairs = rest.split('}').next().unwrap_or_default().split(',');
    let names: Vec<&str> = pairs.filter_map(|pair| pair.split('=').next()).collect();
    format!("{{{}}}", names.join(","))
}

fn table(head: [&str; 4], rows: &[[String; 4]]) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head = line(&head.map(str::to_owned)) + &line(&["---"; 4].map(str::to_owned));
    rows.iter().fold(head, |table, row| table + &line(row))
}

/// Held while the page is read or written anew: both tests do.
static PAGE: Mutex<()> = Mutex::new(());

/// What stands between the markers of that name must be this.
fn expect(name: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/operating.md");
    let _held = PAGE.lock().expect("whole");
    let page = fs::read_to_string(&path).expect("the page");
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
    let (before, rest) = page.split_once(&start).expect("the first marker");
    let (written, after) = rest.split_once(&end).expect("the second marker");
    if env::var_os("TARIKH_REWRITE_DOCS").is_some() {
        fs::write(&path, format!("{before}{start}{made}{end}{after}")).expect("written");
    } else {
        assert_eq!(written, made, "docs/operating.md is stale: see {}", file!());
    }
}
