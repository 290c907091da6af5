//! Reading definitions and rules: mistakes are told with a place, and what compiles can be emitted.

use skp_codegen::source::Sources;
use skp_codegen::{cel, compile, diagnostic, emit, layout};

/// A small catalogue; what an input does not bring is taken from here.
const SMALL: &[(&str, &str)] = &[
    ("small/kop/kop.toml", include_str!("../../../codegen/tests/small/kop/kop.toml")),
    ("small/kop/module.toml", include_str!("../../../codegen/tests/small/kop/module.toml")),
    ("small/keuze.toml", include_str!("../../../codegen/tests/small/keuze.toml")),
    ("small/post.toml", include_str!("../../../codegen/tests/small/post.toml")),
    ("small/reden.toml", include_str!("../../../codegen/tests/small/reden.toml")),
    ("small/simple.toml", include_str!("../../../codegen/tests/small/simple.toml")),
    ("small/soort.toml", include_str!("../../../codegen/tests/small/soort.toml")),
    ("small/sources.toml", include_str!("../../../codegen/tests/small/sources.toml")),
    ("small/proef/module.toml", include_str!("../../../codegen/tests/small/proef/module.toml")),
    (MESSAGE, include_str!("../../../codegen/tests/small/proef/vraag.toml")),
];
/// The file of the small catalogue with rules.
const MESSAGE: &str = "small/proef/vraag.toml";
/// The expression of its first rule.
const EXPRESSION: &str = "\"Totaal_Bedrag == sum(Posten.map(p, p.Bedrag))\"";
/// Before a file that takes the place of one of the small catalogue: `### small/post.toml`.
pub const FILE: &str = "### ";

/// The files of the small catalogue, each as an input that takes its own place.
#[must_use]
pub fn seeds() -> Vec<String> {
    SMALL.iter().map(|(path, text)| format!("{FILE}{path}\n{text}")).collect()
}

/// Reads a text as definition files, or, without [`FILE`] at its start, as the expression of a rule.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match text.strip_prefix(FILE) {
        Some(files) => definitions(files),
        None => expression(text),
    }
}

fn definitions(text: &str) {
    let mut files: Vec<(&str, &str)> = SMALL.to_vec();
    for file in text.split(&format!("\n{FILE}")) {
        let (path, text) = file.split_once('\n').unwrap_or((file, ""));
        match files.iter_mut().find(|(known, _)| *known == path) {
            Some((_, old)) => *old = text,
            None => files.push((path, text)),
        }
        if let Ok(laid_out) = layout::layout(0, text) {
            assert_eq!(layout::layout(0, &laid_out).ok().as_ref(), Some(&laid_out), "laid out twice it differs");
        }
    }
    files.sort_unstable();
    whole(&Sources::new(files));
}

fn expression(text: &str) {
    if cel::parse(text).is_ok() {
        let rule = cel::RuleText { assert: text, ..cel::RuleText::default() };
        let full = cel::full(&rule).unwrap_or_else(|error| panic!("parsed, but not written in full: {error:?}"));
        assert!(!full.is_empty());
    }
    // The text as TOML has it, so that any expression can stand there.
    let quoted = serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007f");
    let files = SMALL
        .iter()
        .map(|&(path, file)| (path, if path == MESSAGE { file.replace(EXPRESSION, &quoted) } else { file.to_owned() }));
    whole(&Sources::new(files));
}

/// Compiles definitions: either everything can be emitted, or each mistake can be shown.
fn whole(sources: &Sources) {
    match compile(sources) {
        Ok(catalogue) => {
            let emitted = [
                emit::rust::emit(&catalogue, sources),
                emit::json_schema::emit(&catalogue),
                emit::xsd::emit(&catalogue),
                emit::wsdl::emit(&catalogue),
                emit::openapi::emit(&catalogue),
                emit::rules::emit(&catalogue),
                emit::code_lists::emit(&catalogue),
                emit::diagram::emit(&catalogue),
                emit::released::emit(&catalogue),
            ];
            for output in emitted.iter().flatten() {
                assert!(!output.path.is_empty());
            }
        }
        Err(diagnostics) => {
            assert!(!diagnostics.is_empty(), "refused without a reason");
            assert!(!diagnostic::render(&diagnostics, sources).is_empty());
        }
    }
}
