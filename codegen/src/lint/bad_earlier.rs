//! The ids a message had in earlier releases. In each release an id must name one message, and the ids must
//! follow each other, oldest first, each in use in at least one release.

use crate::diagnostic::Diagnostic;
use crate::lint::views::{alive, id_at, module, releases};
use crate::model::{Definitions, Message};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for (number, message) in defs.messages.iter().enumerate() {
        order(defs, message, out);
        let others = defs.messages.iter().skip(number + 1).filter(|other| other.module == message.module);
        for other in others {
            clash(defs, message, other, out);
        }
    }
}

fn order(defs: &Definitions, message: &Message, out: &mut Vec<Diagnostic>) {
    let moments = alive(defs, message);
    for earlier in &message.earlier {
        let report = |label: &str, help: String| {
            let text = format!("the earlier id `{}` is in no release", earlier.id);
            Diagnostic::new("bad-earlier", &earlier.id.span, text).label(label).help(help)
        };
        let known = module(defs, &message.module).into_iter().flat_map(releases);
        let mut known = known.map(|moment| moment.number);
        if !known.any(|release| release == earlier.until) {
            let label = format!("until {}, which is not a release of {}", earlier.until, message.module);
            out.push(report(&label, "until is the first release with the next id".to_owned()));
        } else if !moments.iter().any(|moment| std::ptr::eq(id_at(message, moment.number), &earlier.id)) {
            let help = "write the ids oldest first, each with a later `until`, and above the message's own `since`";
            out.push(report(&format!("until {}", earlier.until), help.to_owned()));
        }
    }
}

fn clash(defs: &Definitions, message: &Message, other: &Message, out: &mut Vec<Diagnostic>) {
    let both = alive(defs, message).into_iter().filter(|moment| moment.has(&other.life));
    let same = both.map(|moment| (moment, id_at(message, moment.number), id_at(other, moment.number)));
    // Two messages with the same id today are a duplicate name.
    let earlier = |one, two| !(std::ptr::eq(one, &message.id) && std::ptr::eq(two, &other.id));
    if let Some((moment, one, two)) = same.into_iter().find(|&(_, one, two)| one == two && earlier(one, two)) {
        let diagnostic =
            Diagnostic::new("bad-earlier", &two.span, format!("in {moment} two messages have the id `{one}`"))
                .label("the second message")
                .also(&one.span, "the first message")
                .help("change `until` of the earlier id, or `since` of the message that has the id now");
        out.push(diagnostic);
    }
}
