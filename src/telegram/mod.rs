//! stub
use crate::{app::App, config::Secret};
use std::sync::Arc;
use thiserror::Error;
use url::Url;
pub struct Settings {
    pub token: Secret,
    pub api_url: Option<Url>,
}
#[derive(Debug, Error)]
pub enum RunError {
    #[error("wrong token")]
    WrongToken,
    #[error("conflict")]
    Conflict,
    #[error("{0}")]
    Start(String),
}
pub async fn run(_: Arc<App>, _: Settings, _: impl Future<Output = ()>) -> Result<(), RunError> {
    Ok(())
}
