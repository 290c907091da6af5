//! What can stand more than once is a list: a wrapper element with its items, named `Wrapper/Item`. In XML
//! the two names are both needed; in JSON the wrapper's name is that of the array.

use crate::diagnostic::Diagnostic;
use crate::lint::views::elements;
use crate::model::{Definitions, Span};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for element in elements(defs) {
        let name = element.name.as_str();
        let mut report = |span: &Span, message: String, help: String| {
            out.push(Diagnostic::new("bad-list", span, message).help(help));
        };
        match &element.item {
            None if element.count.1 != Some(1) => {
                let span = element.card.as_ref().map_or(&element.name.span, |card| &card.span);
                let message = format!("`{name}` can stand more than once but has no name for one item");
                report(span, message, format!("write name = \"{name}/…\" with the name of one item after the `/`"));
            }
            Some(item) if name.is_empty() || item.as_str().is_empty() || item.as_str().contains('/') => {
                let span = Span { range: element.name.span.range.start..item.span.range.end, ..item.span.clone() };
                let message = "a list has two names with one `/` between them".to_owned();
                report(&span, message, "write Wrapper/Item, as in Vorderingen/Vordering".to_owned());
            }
            Some(item) if element.count.1 == Some(1) => {
                let span = element.card.as_ref().map_or(&item.span, |card| &card.span);
                let message = format!("`{name}` is a list, but can have only one `{item}`");
                let help = format!("write card = \"0..*\" or \"1..*\", or take `/{item}` out of the name");
                report(span, message, help);
            }
            _ => {}
        }
    }
}
