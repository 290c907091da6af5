//! The statuses of a module's releases fit together: a draft does not stand before a release that is out, and what
//! is deprecated has a later release to go to.

use crate::diagnostic::Diagnostic;
use crate::model::{Definitions, Release, Span};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for module in &defs.modules {
        for (at, release) in module.releases.iter().enumerate() {
            let mut later = module.releases.iter().skip(at + 1);
            match status(release) {
                "draft" => {
                    if let Some(newer) = later.find(|newer| status(newer) != "draft") {
                        let message =
                            format!("release {} is a draft, but {} after it is out", release.text, newer.text);
                        let diagnostic = Diagnostic::new("status-order", place(release), message)
                            .also(place(newer), format!("this one is {}", status(newer)))
                            .help("publish or withdraw a release before a later one is published");
                        out.push(diagnostic);
                    }
                }
                "deprecated" if !later.any(|newer| status(newer) == "published") => {
                    let message = format!("release {} is deprecated, but no later one is published", release.text);
                    let help = "a deprecated release is still in force while a later one takes its place; publish \
                                    that one first, or withdraw this one";
                    out.push(Diagnostic::new("status-order", place(release), message).help(help));
                }
                _ => {}
            }
        }
    }
}

fn status(release: &Release) -> &str {
    release.status.as_ref().map_or("draft", |status| status.as_str())
}

fn place(release: &Release) -> &Span {
    release.status.as_ref().map_or(&release.text.span, |status| &status.span)
}
