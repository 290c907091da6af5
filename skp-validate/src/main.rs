//! The command `skp`. See `command` for its verbs and the library `skp_validate` for what they use.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod command;

fn main() -> std::process::ExitCode {
    command::main()
}
