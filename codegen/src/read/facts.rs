//! A file of rules on facts that must agree between the messages of a conversation of one module.

use super::table::Table;
use super::{rule, texts};
use crate::diagnostic::{Diagnostic, closest};
use crate::model::{Binding, Fact, Kind, Text};

/// Reads the file; its key `facts` names the module.
pub(super) fn read(mut table: Table<'_>, out: &mut Vec<Diagnostic>) -> Vec<Fact> {
    let module = table.text("facts", out);
    let mut facts = Vec::new();
    for mut row in table.rows("rules", out) {
        let rule = rule::read(&mut row, out);
        let on = row.texts("on", out);
        let mut with: Vec<Binding> = Vec::new();
        for (name, among) in row.lists("with", out) {
            with.push(Binding { name, among: among.into_iter().map(Kind::parse).collect(), named: None });
        }
        for (name, by) in row.pairs("named", out) {
            give(&mut with, &name, Kind::parse(by), out);
        }
        row.finish(out);
        facts.push(Fact { module: module.clone(), on, with, rule });
    }
    let texts = texts::read(&mut table, out);
    texts::give(&texts, facts.iter_mut().map(|fact| &mut fact.rule));
    texts::check(&texts, facts.iter().map(|fact| &fact.rule.id), out);
    table.finish(out);
    facts
}

/// Says of an earlier message by what it is named.
fn give(with: &mut [Binding], name: &Text, by: Kind, out: &mut Vec<Diagnostic>) {
    if let Some(binding) = with.iter_mut().find(|binding| binding.name == *name) {
        binding.named = Some(by);
        return;
    }
    let names = with.iter().map(|binding| binding.name.as_str());
    let help = match closest(name.as_str(), names) {
        Some(likely) => format!("did you mean `{likely}`?"),
        None => "use a name that `with` gives to an earlier message".to_owned(),
    };
    let message = format!("`with` has no earlier message `{name}`");
    out.push(Diagnostic::new("unknown-key", &name.span, message).label("not in `with`").help(help));
}
