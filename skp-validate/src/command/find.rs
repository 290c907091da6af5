//! Finding a message by what a user types: its id, its code, or module, release and id.

use skp_codegen::diagnostic::closest;
use skp_messages::Lang;
use skp_messages::shape::MessageInfo;
use skp_validate::terminal::short;

use super::Failure;

/// The message of this name among these, in the newest release that has it unless a release is given. Before the name
/// may stand its module, or module and release: `schuldregeling/Saldoverzoek`, `SR/2.0/SV`. Case does not matter.
pub(super) fn message_in(
    messages: &'static [&'static MessageInfo],
    name: &str,
    release: Option<&str>,
    lang: Lang,
) -> Result<&'static MessageInfo, Failure> {
    let parts: Vec<&str> = name.split('/').collect();
    let (module, release, last) = match parts.as_slice() {
        [module, number, last] => (Some(*module), Some(*number), *last),
        [module, last] => (Some(*module), release, *last),
        _ => (None, release, name),
    };
    let same = |one: &str| one.eq_ignore_ascii_case(last);
    let named = |message: &&&MessageInfo| {
        let here = module.is_none_or(|module| {
            module.eq_ignore_ascii_case(message.module.id) || module.eq_ignore_ascii_case(message.module.code)
        });
        here && (same(message.id) || same(message.code) || same(message.name))
    };
    let all: Vec<&'static MessageInfo> = messages.iter().filter(named).copied().collect();
    if all.is_empty() {
        return Err(Failure::Unknown(unknown(messages, name, lang)));
    }
    let wanted = |message: &&&'static MessageInfo| release.is_none_or(|release| message.release.number == release);
    let modules: Vec<&str> = modules(&all);
    if modules.len() > 1 {
        let list = modules.join(", ");
        let one = all.iter().rev().find(wanted).or(all.last()).map_or("", |message| message.bericht);
        return Err(Failure::Unknown(match lang {
            Lang::Nl => format!("{} staat in meer modules ({list}); noem er een, zoals {one}", short(name)),
            Lang::En => format!("{} is in several modules ({list}); name one, as in {one}", short(name)),
        }));
    }
    // Newest last.
    all.iter().rev().find(wanted).copied().ok_or_else(|| {
        let list: Vec<&str> = all.iter().map(|message| message.release.number).collect();
        let (id, list) = (all.last().map_or(name, |message| message.id), list.join(", "));
        let release = short(release.unwrap_or_default());
        Failure::Unknown(match lang {
            Lang::Nl => format!("{id} bestaat niet in release {release}; wel in {list}"),
            Lang::En => format!("{id} is not in release {release}; it is in {list}"),
        })
    })
}

fn modules(messages: &[&'static MessageInfo]) -> Vec<&'static str> {
    let mut modules: Vec<&str> = messages.iter().map(|message| message.module.id).collect();
    modules.dedup();
    modules
}

fn unknown(messages: &[&'static MessageInfo], name: &str, lang: Lang) -> String {
    let near = closest(name, messages.iter().map(|message| message.id));
    let name = short(name);
    match (near, lang) {
        (Some(near), Lang::Nl) => format!("er is geen bericht {name}; bedoelt u {near}?"),
        (Some(near), Lang::En) => format!("there is no message {name}; did you mean {near}?"),
        (None, Lang::Nl) => format!("er is geen bericht {name}; zie 'skp catalogue'"),
        (None, Lang::En) => format!("there is no message {name}; see 'skp catalogue'"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(name: &str, release: Option<&str>) -> Result<&'static str, String> {
        message_in(skp_messages::catalogue::messages(), name, release, Lang::En)
            .map(|message| message.bericht)
            .map_err(|failure| failure.to_string())
    }

    #[test]
    fn a_message_is_found_by_any_of_its_names() {
        for name in ["Slotuitdeling", "slotuitdeling", "schuldregeling/3.0/Slotuitdeling"] {
            assert_eq!(find(name, None), Ok("schuldregeling/3.0/Slotuitdeling"));
        }
        assert_eq!(find("schuldregeling/2.0/heroverweging", None), Ok("schuldregeling/2.0/Heroverweging"));
        assert_eq!(find("sr/1.1/SV", None), Ok("schuldregeling/1.1/Saldoverzoek"));
        assert_eq!(find("betalingsregeling/Saldoverzoek", None), Ok("betalingsregeling/2.0/Saldoverzoek"));
        assert!(find("Saldoverzoek", None).unwrap_err().contains("is in several modules"));
        assert!(find("Saldoverzoek", Some("2.0")).unwrap_err().ends_with("/2.0/Saldoverzoek"));
    }

    #[test]
    fn what_is_not_found_is_explained() {
        assert_eq!(
            find("Saldoverzoekje", None),
            Err("there is no message Saldoverzoekje; did you mean Saldoverzoek?".to_owned())
        );
        assert_eq!(find("qq", None), Err("there is no message qq; see 'skp catalogue'".to_owned()));
        assert!(find("Slotuitdeling", Some("1.0")).unwrap_err().starts_with("Slotuitdeling is not in release 1.0"));
    }
}
