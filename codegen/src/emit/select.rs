//! Choosing files by module and release. Emitters write to `<module>/<release>/…`; this reads that path.

use super::Output;
use crate::catalogue::Catalogue;

/// The files of a module, of a release number, or of both; those of the header stay, for every release uses it.
///
/// Gives `None` when the catalogue has no such module or release.
#[must_use]
pub fn select(
    catalogue: &Catalogue,
    outputs: Vec<Output>,
    module: Option<&str>,
    release: Option<&str>,
) -> Option<Vec<Output>> {
    let is = |wanted: Option<&str>, found: &str| wanted.is_none_or(|wanted| wanted == found);
    let known = catalogue.modules.iter().any(|known| {
        is(module, &known.id) && known.releases.iter().any(|known| is(release, &known.number.to_string()))
    });
    let header = catalogue.messages.iter().find(|message| message.header);
    let header = header.and_then(|message| catalogue.modules.get(message.module)).map(|module| module.id.as_str());
    let chosen = |output: &Output| {
        let mut parts = output.path.split('/');
        let (found, number) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        header == Some(found) || (is(module, found) && is(release, number))
    };
    known.then(|| outputs.into_iter().filter(chosen).collect())
}
