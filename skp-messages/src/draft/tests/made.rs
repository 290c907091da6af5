//! The compiled twins: the Rust of `twins.rs`, and how it is written.

use super::Twin;
use crate::check::Checker;
use crate::check::any::AnyDecoder;
use crate::check::pull::TreeDecoder;
use crate::codec::{Composite, decoded};

/// What the generator makes of `twins.txt`; not formatted, as nobody edits it.
#[allow(clippy::all, unused_imports)]
mod twins {
    include!("twins.rs");
}

/// Decodes what a decoder is at and runs the twins of its table.
pub(super) fn check(table: &str, d: &mut TreeDecoder<'_, '_>, c: &mut Checker<'_>) -> Option<()> {
    twins::check(table, d, c)
}

/// Decodes a value and runs its twins.
fn on<T: Composite + Twins>(d: &mut TreeDecoder<'_, '_>, c: &mut Checker<'_>) -> Option<()> {
    decoded::<T>(&mut AnyDecoder::Tree(d))?.twins(c);
    Some(())
}

/// A type with twins.
trait Twins {
    fn twins(&self, c: &mut Checker<'_>);
}

/// The text of `twins.rs`.
pub(super) fn text(all: &[Twin]) -> String {
    let mut out = String::from("// Made from twins.txt by a test; UPDATE_EXPECTED=1 writes it anew.\n\n");
    let mut arms = String::new();
    for (number, twin) in all.iter().enumerate() {
        let (home, ty) = rust(twin.table);
        arms.push_str(&format!("        {:?} => super::on::<crate::{home}::{ty}>(d, c),\n", twin.table));
        out.push_str(&format!("mod t{number} {{\n    use crate::{home}::*;\n"));
        out.push_str("    use crate::check::{Checker, Place, functions};\n    use rust_decimal::Decimal;\n\n");
        out.push_str(&format!("    impl super::super::Twins for {ty} {{\n"));
        out.push_str("        fn twins(&self, c: &mut Checker<'_>) {\n");
        for rule in &twin.rules {
            out.push_str(&format!("            // {}: {}\n            {}\n", rule.id, rule.cel, rule.compiled.check));
        }
        out.push_str("        }\n    }\n\n    mod rules {\n        use crate::shape::{Rule, Severity, Step};\n\n");
        for rule in &twin.rules {
            let (at, reads, sent) = (&rule.compiled.at, &rule.compiled.reads, rule.compiled.needs_sent);
            let (id, name) = (&rule.id, rule.id.replace('-', "_"));
            out.push_str(&format!("        pub static {name}: Rule = Rule {{ id: {id:?}, severity: Severity::Error, nl: \"\", en: \"\", help_nl: \"\", help_en: \"\", cel: \"\", at: {at}, reads: {reads}, needs_sent: {sent}, source: \"\" }};\n"));
        }
        out.push_str("    }\n}\n\n");
    }
    out.push_str("pub fn check(table: &str, d: &mut crate::check::pull::TreeDecoder<'_, '_>, c: &mut crate::check::Checker<'_>) -> Option<()> {\n");
    out.push_str(&format!("    match table {{\n{arms}        _ => None,\n    }}\n}}\n"));
    out
}

/// The module and the name of the Rust type of a table.
fn rust(table: &str) -> (String, &str) {
    let parts: Vec<&str> = table.split('/').collect();
    match parts.as_slice() {
        [module, release, id] => (format!("{module}::v{}", release.replace('.', "_")), *id),
        _ => ("bericht::v2_0".to_owned(), table),
    }
}
