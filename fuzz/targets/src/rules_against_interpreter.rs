//! Generated checks and compiled rules say the same as the walker over tables read at run time and rules that are
//! interpreted.

use std::sync::OnceLock;

use skp_codegen::source::Sources;
use skp_messages::draft::{Draft, render};
use skp_messages::{Options, Unknown, validate};

use crate::made;
use crate::told::told;

/// Compares the two reports on bytes, or on a sample that they change.
pub fn run(data: &[u8]) {
    let Some(input) = made::input(data, None) else { return };
    for unknown in [Unknown::Reject, Unknown::Ignore] {
        let options = Options { unknown, ..Options::default() };
        let compiled = told(&validate(&input, &options));
        let interpreted = told(&draft().validate(&input, &options));
        assert!(
            compiled == interpreted,
            "--- compiled\n{compiled}\n--- interpreted\n{interpreted}\n--- input\n{}",
            String::from_utf8_lossy(&input)
        );
    }
}

/// The definitions that the compiled checks are made of, read again.
fn draft() -> &'static Draft {
    static DRAFT: OnceLock<Draft> = OnceLock::new();
    DRAFT.get_or_init(|| {
        let sources = Sources::new(skp_definitions::files().iter().copied());
        Draft::load(&sources).unwrap_or_else(|diagnostics| panic!("{}", render(&diagnostics, &sources)))
    })
}
