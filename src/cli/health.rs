//! `tarikh health`: whether the running bot is ready, for the `HEALTHCHECK` of a container.

use std::time::Duration;

use clap::Args;
use reqwest::{Client, StatusCode};

use super::Failure;
use crate::config::{DEFAULT_OPS_LISTEN, ops_address};
use crate::operations::Readiness;

/// Longer than the bot gives its database.
const PATIENCE: Duration = Duration::from_secs(3);

#[derive(Args, Debug)]
pub(super) struct HealthArgs {
    #[command(flatten)]
    ops: OpsArgs,
}

/// What `run` and `health` have to agree on.
#[derive(Args, Debug)]
pub(super) struct OpsArgs {
    /// Where the bot serves `/healthz`, `/readyz` and `/metrics`
    #[arg(long, env = "TARIKH_OPS_LISTEN", value_name = "ADDRESS", default_value = DEFAULT_OPS_LISTEN)]
    pub(super) ops_listen: String,
}

pub(super) fn health(args: &HealthArgs) -> Result<(), Failure> {
    let address =
        ops_address(&args.ops.ops_listen).map_err(|problem| Failure::Usage(format!("tarikh: {problem}")))?;
    let url = format!("http://{address}/readyz");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    match runtime.block_on(ask(&url)) {
        Ok(None) => Ok(()),
        Ok(Some(problems)) => Err(Failure::Broken(format!("tarikh: not ready: {problems}"))),
        Err(error) => {
            let reason = match error {
                error if error.is_timeout() => "does not answer in time",
                error if error.is_connect() => "cannot be reached",
                _ => "does not answer as the bot does",
            };
            let remedy = "start the bot, with the same TARIKH_OPS_LISTEN";
            Err(Failure::Broken(format!("tarikh: {url} {reason}; {remedy}")))
        }
    }
}

/// What keeps the bot from being ready.
async fn ask(url: &str) -> Result<Option<String>, reqwest::Error> {
    let client = Client::builder().no_proxy().timeout(PATIENCE).build()?;
    let response = client.get(url).send().await?;
    let is_ready = response.status() == StatusCode::OK;
    let readiness: Readiness = response.json().await?;
    Ok((!is_ready).then(|| readiness.problems().join("; ")))
}
