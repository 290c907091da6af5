//! Input that has very many of something. What it costs is counted, in allocations and bytes, and not timed: twice the
//! input may cost twice as much, and what is kept at one moment is a small multiple of the input.

use allocation_counter::{AllocationInfo, measure};
use skp_messages::Limits;

use super::*;

/// No limit but those on findings.
fn unlimited() -> Options {
    let most = usize::MAX;
    let limits = Limits {
        size: most,
        depth: most,
        elements: most,
        attributes: most,
        text: most,
        items: most,
        ..Limits::default()
    };
    Options { limits, ..Options::default() }
}

fn cost(text: &str, options: &Options) -> AllocationInfo {
    measure(|| {
        let _ = validate(text.as_bytes(), options);
    })
}

/// Holds what checking `text(n)` costs against `text(2 * n)`, and what it keeps against the size of the input.
fn costs_no_more_than_its_size(name: &str, n: usize, text: impl Fn(usize) -> String) {
    let (one, two) = (text(n), text(2 * n));
    let [small, large] = [&one, &two].map(|text| cost(text, &unlimited()));
    // Lists double their room: a factor of two, and a little for what does not grow.
    assert!(large.count_total <= small.count_total * 5 / 2 + 1_000, "{name}: {small:?} {large:?}");
    assert!(large.bytes_total <= small.bytes_total * 5 / 2 + 100_000, "{name}: {small:?} {large:?}");
    // A list in JSON takes two bytes of input, and a place in the tree.
    let kept = large.bytes_max / two.len() as u64;
    assert!(kept <= 256, "{name}: {kept} bytes for each byte of input, {large:?}");
    check(two, &unlimited());
}

/// What no input within the default limits makes the reader keep at one moment, in bytes. `SECURITY.md` says it too.
const MOST_MEMORY: u64 = 300 << 20;

/// The number of something in the smaller input.
const N: usize = 20_000;

/// XML with this in front of an element.
fn before(markup: &str) -> String {
    XML.replace("<Reden>", &format!("{markup}<Reden>"))
}

#[test]
fn processing_instructions() {
    costs_no_more_than_its_size("instructions", N, |n| before(&"<?skp a?>".repeat(n)));
    costs_no_more_than_its_size("outside", N, |n| format!("{}{XML}", "<?skp a?>".repeat(n)));
    assert!(check(before(&"<?skp a?>".repeat(N)), &Options::default()).is_valid());
}

#[test]
fn comments_and_sections() {
    costs_no_more_than_its_size("comments", N, |n| before(&"<!-- a -->".repeat(n)));
    costs_no_more_than_its_size("dashes", N, |n| before(&format!("<!--{}-->", "- ".repeat(n))));
    costs_no_more_than_its_size("sections", N, |n| XML.replace("Geen klant.", &"<![CDATA[a]]>".repeat(n)));
    costs_no_more_than_its_size("brackets", N, |n| XML.replace("Geen klant.", &"<![CDATA[]]]]]]>".repeat(n)));
}

#[test]
fn references() {
    costs_no_more_than_its_size("entities", N, |n| XML.replace("Geen klant.", &"&amp;".repeat(n)));
    costs_no_more_than_its_size("characters", N, |n| XML.replace("Geen klant.", &"&#x1F600;".repeat(n)));
    costs_no_more_than_its_size("in an attribute", N, |n| before(&format!("<a b='{}'/>", "&amp;".repeat(n))));
    costs_no_more_than_its_size("escapes", N, |n| JSON.replace("Geen klant.", &"\\u0061\\n".repeat(n)));
    costs_no_more_than_its_size("line ends", N, |n| XML.replace("Geen klant.", &"a\r\n".repeat(n)));
}

/// Without a document type there is nothing to blow up with: a long text that is named often cannot be written.
#[test]
fn a_quadratic_blow_up_is_refused_at_its_document_type() {
    let text = "a".repeat(100_000);
    let bomb = format!("<!DOCTYPE a [<!ENTITY x '{text}'>]>{}", XML.replace("Geen klant.", &"&x;".repeat(100_000)));
    assert_eq!(only(&bomb), ("FRM-003", 1, 1));
    let cost = cost(&bomb, &Options::default());
    assert!(cost.bytes_total < 100_000, "{cost:?}");
    assert_eq!(ids(XML.replace("Geen klant.", &"&x;".repeat(100_000))), ["FRM-001"]);
}

#[test]
fn a_billion_laughs_cost_nothing() {
    let entity = |level: u32| format!("<!ENTITY l{level} \"{}\">", format!("&l{};", level - 1).repeat(10));
    let entities: String = (1..=9).map(entity).collect();
    let bomb = format!("<!DOCTYPE a [<!ENTITY l0 \"ha\">{entities}]>{}", XML.replace("SHV-1", "&l9;"));
    let cost = cost(&bomb, &Options::default());
    assert!(cost.bytes_total < 100_000, "{cost:?}");
}

#[test]
fn namespaces() {
    costs_no_more_than_its_size("one prefix", N, |n| before(&"<a xmlns:p='u'/>".repeat(n)));
    costs_no_more_than_its_size("many", N, |n| {
        before(&(0..n).map(|at| format!("<a xmlns='{at}'/>")).collect::<String>())
    });
    costs_no_more_than_its_size("on one element", N, |n| {
        before(&format!("<a{}/>", (0..n).map(|at| format!(" xmlns:p{at}='u{at}'")).collect::<String>()))
    });
    costs_no_more_than_its_size("nested", N / 10, |n| {
        before(&((0..n).map(|at| format!("<a xmlns:p{at}='u'>")).collect::<String>() + &"</a>".repeat(n)))
    });
    let many: String = (0..100_000).map(|at| format!("<a xmlns='{at}'/>")).collect();
    assert_eq!(ids(before(&many)), ["FRM-004"]);
}

#[test]
fn attributes() {
    costs_no_more_than_its_size("attributes", N, |n| {
        before(&format!("<a{}/>", (0..n).map(|at| format!(" a{at}='1'")).collect::<String>()))
    });
    costs_no_more_than_its_size("a huge one", N, |n| before(&format!("<a b='{}'/>", "abcdefghij".repeat(n))));
    assert_eq!(ids(XML.replace("<Reden>", &format!("<Reden a='{}'>", "a".repeat(10 << 20)))), ["FRM-007"]);
}

#[test]
fn names() {
    costs_no_more_than_its_size("element", N, |n| before(&format!("<{}/>", "abcdefghij".repeat(n))));
    costs_no_more_than_its_size("attribute", N, |n| before(&format!("<a {}=''/>", "abcdefghij".repeat(n))));
    costs_no_more_than_its_size("namespace", N, |n| before(&format!("<a xmlns='{}'/>", "abcdefghij".repeat(n))));
    costs_no_more_than_its_size("member", N, |n| {
        JSON.replacen('{', &format!("{{\"{}\":1,", "abcdefghij".repeat(n)), 1)
    });
    costs_no_more_than_its_size("message", N, |n| JSON.replace("GeenMedewerking", &"abcdefghij".repeat(n)));
}

#[test]
fn depth() {
    costs_no_more_than_its_size("elements", N, |n| before(&("<a>".repeat(n) + &"</a>".repeat(n))));
    costs_no_more_than_its_size("objects", N, |n| {
        JSON.replacen('{', &format!("{{\"x\":{}1{},", "{\"a\":".repeat(n), "}".repeat(n)), 1)
    });
    costs_no_more_than_its_size("lists", N, |n| {
        JSON.replacen('{', &format!("{{\"x\":{}{},", "[".repeat(n), "]".repeat(n)), 1)
    });
}

#[test]
fn a_million_levels_stop_at_the_limit() {
    let n = 1_000_000;
    for text in ["[".repeat(n) + &"]".repeat(n), "{\"a\":".repeat(n), "<a>".repeat(n) + &"</a>".repeat(n)] {
        assert_eq!(ids(&text), ["FRM-004"]);
        let cost = cost(&text, &Options::default());
        assert!(cost.bytes_total < 200_000, "{cost:?}");
    }
}

#[test]
fn members() {
    let members = |n: usize, member: &dyn Fn(usize) -> String| {
        JSON.replacen('{', &format!("{{{}", (0..n).map(member).collect::<String>()), 1)
    };
    costs_no_more_than_its_size("unknown", N, |n| members(n, &|at| format!("\"a{at}\":1,")));
    costs_no_more_than_its_size("the same", N, |n| members(n, &|_| "\"reden\":\"x\",".to_owned()));
    costs_no_more_than_its_size("with a number", N, |n| members(n, &|_| "\"reden\":1e999999999,".to_owned()));
}

#[test]
fn of_a_million_mistakes_a_hundred_are_told_and_all_are_counted() {
    let n = 1_000_000;
    let mistakes: String = (0..n).map(|at| format!("\"a{at}\":1,")).collect();
    let text = JSON.replacen('{', &format!("{{{mistakes}"), 1);
    assert_eq!(ids(&text), ["FRM-004"], "more elements than the limit");
    let report = validate(text.as_bytes(), &unlimited());
    assert_eq!((report.findings().len(), report.left_out()), (100, n - 100));
    // What is left out is counted and not kept.
    let thousand =
        JSON.replacen('{', &format!("{{{}", mistakes.split_inclusive(',').take(1_000).collect::<String>()), 1);
    let [few, many] = [&thousand, &text].map(|text| cost(text, &unlimited()).bytes_max / text.len() as u64);
    assert!(many <= few, "{many} bytes for each byte of input, {few} with a thousand mistakes");
}

/// The most that one input makes the reader keep: as much of something as the limits allow, each as short as can be.
#[test]
fn the_memory_of_the_worst_input_within_the_limits_is_known() {
    let lists = format!("[{}[]]", format!("[{}],", vec!["[]"; 99_999].join(",")).repeat(9));
    let members: String = (0..900_000).map(|at| format!("\"\\n{at:x}\":1,")).collect();
    let members = format!("{{{members}\"a\":1}}");
    let attributes: String = (0..256).map(|at| format!(" {}=''", char::from_u32(0x100 + at).unwrap())).collect();
    let attributes = format!("<a>{}</a>", format!("<a{attributes}/>").repeat((15 << 20) / attributes.len()));
    for (name, text) in [("lists", lists), ("members", members), ("attributes", attributes)] {
        let mut report = None;
        let cost = measure(|| report = Some(validate(text.as_bytes(), &Options::default())));
        assert!(!found(&report.unwrap()).contains(&"FRM-004"), "{name} are within the limits");
        println!("{name}: {} bytes of input, at most {} bytes kept at one moment", text.len(), cost.bytes_max);
        assert!(cost.bytes_max < MOST_MEMORY, "{name}: {cost:?}");
    }
}
