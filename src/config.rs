//! What `run` takes from its environment: read once, every problem reported together.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::{env, fmt, fs};

use url::Url;

use crate::localization::{ReportAddress, ReportAddressError};

/// The variable that holds the bot's token; with `_FILE` behind it, one that names a file with it.
const TOKEN: &str = "TELOXIDE_TOKEN";
/// The variable that says where everything is kept. It may hold a password, so it is no flag.
const DATABASE: &str = "TARIKH_DATABASE_URL";
const DEFAULT_DATABASE: &str = "sqlite:tarikh.db";
/// Where health and metrics are served unless another address is named.
pub const DEFAULT_OPS_LISTEN: &str = "127.0.0.1:9464";

/// The settings that are no flags, for the page of all settings.
pub const SECRETS: [SecretSetting; 2] = [
    SecretSetting { variable: TOKEN, meaning: "The bot's token", default: "required" },
    SecretSetting {
        variable: DATABASE,
        meaning: "Where everything is kept: `sqlite:PATH`, made when absent",
        default: "`sqlite:tarikh.db` in the working folder",
    },
];

/// A setting that may hold a secret; a variable with `_FILE` behind its name names a file with the value.
#[derive(Clone, Copy, Debug)]
pub struct SecretSetting {
    /// The variable.
    pub variable: &'static str,
    /// What it says.
    pub meaning: &'static str,
    /// What holds without it.
    pub default: &'static str,
}

/// A value that is never shown.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Hides it from now on.
    pub fn new(value: String) -> Self {
        Self(value)
    }

    /// The value itself: only for where it is used.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// Where everything is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// A file of its own.
    Sqlite(PathBuf),
}

/// Settings of `run`.
#[derive(Debug)]
pub struct Config {
    /// The bot's token.
    pub token: Secret,
    /// Another Bot API server than Telegram's.
    pub api_url: Option<Url>,
    /// The database.
    pub database: Database,
    /// Where health and metrics are served.
    pub ops_listen: SocketAddr,
    /// Where people report mistakes.
    pub reports: Option<ReportAddress>,
}

/// The settings of `run` that are flags, as they are written.
#[derive(Clone, Copy, Debug)]
pub struct Flags<'a> {
    /// Another Bot API server.
    pub api_url: Option<&'a str>,
    /// Where health and metrics are served.
    pub ops_listen: &'a str,
    /// Where people report mistakes.
    pub report_url: Option<&'a str>,
}

impl Config {
    /// Reads the token and the database from the environment and checks the other settings.
    ///
    /// # Errors
    /// One line for each problem, each with what to do.
    pub fn read(flags: Flags<'_>) -> Result<Self, Vec<String>> {
        let mut problems = Vec::new();
        let token = read_token().map_err(|problem| problems.push(problem)).ok();
        let api_url = read_url(flags.api_url).map_err(|problem| problems.push(problem)).ok();
        let database = read_database().map_err(|problem| problems.push(problem)).ok();
        let ops_listen = read_ops_listen(flags.ops_listen).map_err(|problem| problems.push(problem)).ok();
        let reports = read_reports(flags.report_url).map_err(|problem| problems.push(problem)).ok();
        match (token, api_url, database, ops_listen, reports) {
            (Some(token), Some(api_url), Some(database), Some(ops_listen), Some(reports)) => {
                Ok(Self { token, api_url, database, ops_listen, reports })
            }
            _ => Err(problems),
        }
    }
}

/// Where a bot that was told to listen there can be asked from the same machine.
///
/// # Errors
/// When that does not say, with what to do.
pub fn ops_address(listen: &str) -> Result<SocketAddr, String> {
    let mut address = read_ops_listen(listen)?;
    if address.port() == 0 {
        return Err(format!(
            "TARIKH_OPS_LISTEN={address} means a new port at each start: name the one that the bot has logged"
        ));
    }
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    Ok(address)
}

fn read_token() -> Result<Secret, String> {
    let token = read_secret(TOKEN)?.ok_or_else(|| {
        format!(
            "no token: set {TOKEN} (or {TOKEN}_FILE) to the one that @BotFather gave you, \
             or try the bot without one: tarikh chat"
        )
    })?;
    let has_form = token.split_once(':').is_some_and(|(id, secret)| {
        !id.is_empty()
            && id.bytes().all(|byte| byte.is_ascii_digit())
            && !secret.is_empty()
            && secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
    });
    if has_form {
        Ok(Secret::new(token))
    } else {
        Err(format!("{TOKEN} has not the form of a token (123456:ABC…): copy it from @BotFather again"))
    }
}

fn read_reports(written: Option<&str>) -> Result<Option<ReportAddress>, String> {
    let written = written.map(str::trim).filter(|written| !written.is_empty());
    let read = |written: &str| {
        written.parse().map_err(|error: ReportAddressError| {
            format!("TARIKH_REPORT_URL: {error}: write one like https://example.org/new?title={{facts}}")
        })
    };
    written.map(read).transpose()
}

fn read_database() -> Result<Database, String> {
    let written = read_secret(DATABASE)?;
    database(written.as_deref().unwrap_or(DEFAULT_DATABASE)).ok_or_else(|| {
        format!("{DATABASE} is not an address of a database: write it like {DEFAULT_DATABASE}")
    })
}

/// `sqlite:PATH`, without options; what is in memory only is no place to keep anything.
fn database(written: &str) -> Option<Database> {
    let path = written.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    let is_path = !path.is_empty() && !path.starts_with(':') && !path.contains(['?', '\0']);
    is_path.then(|| Database::Sqlite(PathBuf::from(path)))
}

/// The value of a variable, or of the file that `<variable>_FILE` names; an empty one counts as unset.
fn read_secret(variable: &str) -> Result<Option<String>, String> {
    if let Some(value) = read_variable(variable)? {
        return Ok(Some(value));
    }
    let file_variable = format!("{variable}_FILE");
    let Some(path) = read_variable(&file_variable)?.map(PathBuf::from) else {
        return Ok(None);
    };
    let content = fs::read_to_string(&path)
        .map_err(|error| format!("{file_variable}: {}: {error}; name a readable file", path.display()))?;
    let value = content.trim();
    if value.is_empty() {
        return Err(format!("{file_variable}: {} is empty; write the value into it", path.display()));
    }
    Ok(Some(value.to_owned()))
}

fn read_variable(variable: &str) -> Result<Option<String>, String> {
    match env::var(variable) {
        Ok(value) if value.trim().is_empty() => Ok(None),
        Ok(value) => Ok(Some(value.trim().to_owned())),
        Err(env::VarError::NotPresent) => Ok(None),
        Err(env::VarError::NotUnicode(_)) => Err(format!("{variable} is not UTF-8; set it again")),
    }
}

fn read_url(written: Option<&str>) -> Result<Option<Url>, String> {
    let Some(written) = written.map(str::trim).filter(|written| !written.is_empty()) else {
        return Ok(None);
    };
    match written.parse::<Url>() {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Ok(Some(url)),
        _ => Err("TELOXIDE_API_URL is not an address: write it like https://api.example.org".to_owned()),
    }
}

fn read_ops_listen(written: &str) -> Result<SocketAddr, String> {
    let written = written.trim();
    let address = if written.is_empty() { DEFAULT_OPS_LISTEN } else { written };
    address.parse().map_err(|_| {
        format!("TARIKH_OPS_LISTEN is not an address to listen at: write it like {DEFAULT_OPS_LISTEN}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bot_that_listens_everywhere_is_asked_over_loopback() {
        for (listen, asked) in [
            ("", "127.0.0.1:9464"),
            ("0.0.0.0:80", "127.0.0.1:80"),
            ("[::]:80", "[::1]:80"),
            (" 10.0.0.1:80 ", "10.0.0.1:80"),
        ] {
            assert_eq!(ops_address(listen).map(|address| address.to_string()), Ok(asked.to_owned()));
        }
        for listen in ["127.0.0.1:0", "9464", "localhost", "127.0.0.1:99999"] {
            assert!(ops_address(listen).is_err(), "{listen}");
        }
    }

    #[test]
    fn addresses_of_databases() {
        for (written, path) in [
            ("sqlite:tarikh.db", "tarikh.db"),
            ("sqlite:/data/tarikh.db", "/data/tarikh.db"),
            ("sqlite:///data/tarikh.db", "/data/tarikh.db"),
        ] {
            assert_eq!(database(written), Some(Database::Sqlite(path.into())), "{written}");
        }
        for written in ["tarikh.db", "sqlite:", "sqlite::memory:", "sqlite:a.db?mode=ro", "mysql://a:b@c/d"] {
            assert_eq!(database(written), None, "{written}");
        }
    }
}
