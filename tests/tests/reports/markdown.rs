//! `markdown`: tables that hold whatever inputs say.

use super::*;

#[test]
fn nothing_from_an_input_means_something() {
    each(ReportFormat::Markdown, |name, _, out| {
        assert!(out.starts_with("## skp validate: "), "{name}");
        let mut columns = 0;
        for line in out.lines() {
            let plain = line.replace("<code>", "").replace("</code>", "");
            assert!(!plain.contains(['<', '>', '`', '*', '[', ']', '@', '\\']), "{name}: {line}");
            let pipes = line.matches('|').count();
            match (pipes, columns) {
                (0, _) => columns = 0,
                (_, 0) => columns = pipes,
                _ => assert_eq!(pipes, columns, "{name}: {line}"),
            }
        }
    });
}

#[test]
fn a_page_has_what_counts_and_the_summary() {
    let out = judged().render(ReportFormat::Markdown, Style { lang: Lang::En, ..Style::default() });
    assert!(out.starts_with("## skp validate: errors found\n\n4 messages, "), "{out}");
    assert_eq!(out.lines().filter(|line| line.contains("| VAL-006 |")).count(), 3);
    assert!(out.contains("| <code>expired.json&#58;1&#58;") && !out.contains("<code>known.json&#58;1"), "{out}");
    assert!(out.contains("| entry of the baseline | found |"), "{out}");
}

#[test]
fn a_long_page_is_cut_and_says_so() {
    let many = (0..1005).map(|number| text(&format!("{number}.json"), WRONG)).collect();
    let out = Run::new(many).render(ReportFormat::Markdown, Style::default());
    assert_eq!(
        out.lines().filter(|line| line.starts_with("| fout | ") || line.starts_with("| waarschuwing | ")).count(),
        1000
    );
    assert!(out.ends_with("Nog 1010 bevindingen staan niet op deze pagina.\n"), "{out}");
}
