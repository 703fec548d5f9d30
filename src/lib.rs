//! Answers history questions from cited sources, in the asker's language.

pub mod domain;
pub mod loading;

pub mod knowledge;
