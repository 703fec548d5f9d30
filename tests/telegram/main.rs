//! The real binary over real HTTP, beside a stand-in for the Bot API server.

mod conversation;
mod durability;
mod failures;
mod going_on;
mod groups;
mod lab;
mod lifecycle;
mod limits;
mod odd_input;
mod operating_page;
mod operations;
mod sending;
mod server;
