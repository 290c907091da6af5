//! The layout of definition files: an untidy file becomes tidy, a tidy one stays, and none changes its meaning.
//!
//! After an intended change run `INSTA_UPDATE=always cargo test -p skp-codegen` and read the difference.
#![allow(clippy::panic)]

use skp_codegen::layout::layout;

fn laid_out(text: &str) -> String {
    match layout(0, text) {
        Ok(text) => {
            assert_eq!(layout(0, &text).as_deref(), Ok(text.as_str()), "a second time changes nothing");
            text
        }
        Err(diagnostic) => panic!("{diagnostic:?}"),
    }
}

#[test]
fn an_untidy_message_becomes_tidy() {
    insta::assert_snapshot!(laid_out(
        r#"

# What it is.
name="Vraag" # in prose
message = 'Vraag'
from = [ "SHV2","SE" ]
code = "VR"
to = [
  "SE"]
elements = [{ source = "proposed", name = "Naam", type = "Tekst" }, # first
  # The list.
  { type = "Post", name = "Posten/Post", card="1..*", source = "published: bron; x", other = 1 },


  { name = "Datum",
    type = "Datum", source = "proposed" },
]
source = "proposed"
# The rules.
[[ rules ]]

assert = "Naam != ''"
id = "PR-VR-001"


source = "proposed"
[nl]
message = "Een vraag."
"1.0" = '''
lang'''
# last
"#
    ));
}

#[test]
fn a_comment_that_comes_to_the_top_is_about_the_file_from_then_on() {
    let text = "codelist = \"Reden\"\n# Which message.\nmessage = \"Vraag\"\n";
    assert_eq!(laid_out(text), "# Which message.\n\nmessage  = \"Vraag\"\ncodelist = \"Reden\"\n");
}

#[test]
fn types_line_up_between_empty_lines_and_long_cells_do_not() {
    insta::assert_snapshot!(laid_out(
        r#"types = [
  # text
  { name = "Tekst", kind = "text", max = 200, min = 1, privacy = "none", source = "proposed (cf. x)", constraint = "proposed" },
  { name = "TekstLang", kind = "text", lines = true, privacy = "none", source = "proposed", constraint = "proposed" },

  # dates
  { name = "Datum", kind = "date", privacy = "none", source = "proposed", constraint = "proposed" },
]
"#
    ));
}

#[test]
fn one_row_may_stay_on_its_line() {
    let text = "message = \"A\"\nearlier = [ { id = \"B\", name = \"b\", until = \"2.0\", source = \"proposed\" } ]\n";
    assert_eq!(laid_out(text), text);
    assert_eq!(laid_out(&text.replace("[ {", "[{").replace("} ]", "}]")), text);
}

#[test]
fn a_file_of_an_unknown_kind_keeps_the_order_of_its_keys() {
    let text = "z = 1\nan_other = 2\n\n[things]\nb = [1, 2]\na = { c = 3 }\n";
    assert_eq!(laid_out(text), "z        = 1\nan_other = 2\n\n[things]\nb = [1, 2]\na = { c = 3 }\n");
}

#[test]
fn what_is_no_toml_is_told_with_its_place() {
    let wrong = layout(3, "message = \"A\nname = 1\n").map_err(|wrong| (wrong.code, wrong.span.file));
    assert_eq!(wrong, Err(("toml-syntax", 3)));
}

#[test]
fn comments_in_rows_stay_where_they_are() {
    let text = "codelist = \"A\"\n\ncodes = [\n  { code = \"1\", # why\n    source = \"proposed\" },\n]\n";
    assert_eq!(laid_out(text), text);
}

#[test]
fn windows_lines_and_a_mark_at_the_start_mean_the_same() {
    assert_eq!(laid_out("a = 1\r\nbb = 2\r\n"), "a  = 1\nbb = 2\n");
}

#[test]
fn deep_nesting_is_refused_and_not_followed() {
    let deep = format!("a = {}{}\n", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(layout(0, &deep).map_err(|wrong| wrong.code), Err("toml-syntax"));
    let tables = format!("a = {}{}\n", "{ a = ".repeat(100_000), "}".repeat(100_000));
    assert!(layout(0, &tables).is_err());
}
