#![doc = include_str!("ARCHITECTURE.md")]

pub mod domain;
pub mod loading;

pub mod answering;
pub mod knowledge;
pub mod localization;
pub mod understanding;

pub mod app;
pub mod built_in;
pub mod cli;
pub mod config;
pub mod operations;
pub mod storage;
pub mod telegram;
