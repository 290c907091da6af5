//! Tests of what no schema says of SARIF.

use super::model::Message;

#[test]
fn a_message_reads_as_its_text() {
    let written = |text| serde_json::to_string(&Message::new(text)).unwrap();
    assert_eq!(written("an object {…}"), r#"{"text":"an object {{…}}"}"#);
    assert_eq!(written("Vorderingen[2]"), r#"{"text":"Vorderingen[2]"}"#);
    assert_eq!(written("[klik](http://x)"), r#"{"text":"\\[klik\\](http://x)"}"#);
}
