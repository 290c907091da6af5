//! What a reader could not read, as a finding.

use super::builtin;
use crate::finding::{Expected, Finding, Path, Place, Root};
use crate::read::{Expect, Problem, ReadError};

/// The finding of a reader's error.
pub(crate) fn finding(error: &ReadError, offset: usize) -> Finding {
    let mut finding = Finding::new(builtin::by_id(error.rule), Path::root(Root::Input));
    // Of a DOCTYPE the text of FRM-003 says it all.
    if error.problem != Problem::Doctype {
        let (nl, en) = words(error.problem);
        finding = finding.expect(Expected::Said { nl, en });
    }
    finding.place = Some(Place { offset: error.at + offset, line: 0, column: 0 });
    finding
}

fn words(problem: Problem) -> (String, String) {
    let say = |nl: &str, en: &str| (nl.to_owned(), en.to_owned());
    match problem {
        Problem::Empty => say("een bericht; de invoer is leeg", "a message; the input is empty"),
        Problem::Truncated => say("het vervolg; de invoer houdt hier op", "more; the input ends here"),
        Problem::Expected(expect) => expected(expect),
        Problem::EndTag => say("de eindtag van het open element", "the end tag of the open element"),
        Problem::Trailing => say("niets meer na het bericht", "nothing more after the message"),
        Problem::Character => say("een toegestaan teken", "a character that is allowed"),
        Problem::Entity => say("&amp; &lt; &gt; &quot; of &apos;", "&amp; &lt; &gt; &quot; or &apos;"),
        Problem::CharacterReference => {
            say("een verwijzing naar een bestaand teken", "a reference to a character that exists")
        }
        Problem::Escape => {
            say("een geldige escape, bij \\u een heel teken", "a valid escape, with \\u a whole character")
        }
        Problem::Name => say("een geldige naam", "a valid name"),
        Problem::RepeatedAttribute => say("elk attribuut één keer", "each attribute once"),
        Problem::Prefix => say("een prefix die aan een namespace gebonden is", "a prefix that is bound to a namespace"),
        Problem::Markup => say("een afgesloten en toegestane markering", "markup that is closed and allowed"),
        Problem::Declaration => say(
            "een XML-declaratie van versie 1.0, helemaal vooraan",
            "an XML declaration of version 1.0 at the very start",
        ),
        Problem::NotUtf8 => say("geldige UTF-8", "valid UTF-8"),
        Problem::Encoding(encoding) => (format!("UTF-8; dit is {encoding}"), format!("UTF-8; this is {encoding}")),
        Problem::Doctype => say("geen DOCTYPE", "no DOCTYPE"),
        Problem::Size(most) => (format!("hoogstens {most} bytes"), format!("at most {most} bytes")),
        Problem::Depth(most) => (format!("hoogstens {most} niveaus diep"), format!("at most {most} levels deep")),
        Problem::Elements(most) => (format!("hoogstens {most} elementen"), format!("at most {most} elements")),
        Problem::Attributes(most) => (format!("hoogstens {most} attributen"), format!("at most {most} attributes")),
        Problem::Text(most) => (
            format!("hoogstens {most} bytes tekst in één element"),
            format!("at most {most} bytes of text in one element"),
        ),
        Problem::Namespaces(most) => (format!("hoogstens {most} namespaces"), format!("at most {most} namespaces")),
        Problem::Items(most) => (format!("hoogstens {most} items"), format!("at most {most} items")),
    }
}

fn expected(expect: Expect) -> (String, String) {
    let (nl, en) = match expect {
        Expect::Message => ("XML (begint met <) of JSON (begint met {)", "XML (begins with <) or JSON (begins with {)"),
        Expect::Value => ("een JSON-waarde", "a JSON value"),
        Expect::MemberName => ("een veldnaam tussen aanhalingstekens", "a member name in quotes"),
        Expect::Colon => ("een dubbele punt", "a colon"),
        Expect::CommaOrBrace => ("een komma of }", "a comma or }"),
        Expect::CommaOrBracket => ("een komma of ]", "a comma or ]"),
        Expect::Number => ("een getal zoals JSON het schrijft", "a number as JSON writes it"),
        Expect::Literal => ("true, false of null", "true, false or null"),
        Expect::Element => ("een XML-element", "an XML element"),
        Expect::Attribute => {
            ("een attribuut met zijn waarde tussen aanhalingstekens", "an attribute with its value in quotes")
        }
        Expect::TagEnd => ("een >", "a >"),
    };
    (nl.to_owned(), en.to_owned())
}
