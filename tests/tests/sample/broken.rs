//! Every rule can be broken, and nothing else breaks with it.

use skp_messages::sample::{SampleError, Wish};
use skp_messages::{catalogue, validate};

use super::sampler;

#[test]
fn every_rule_can_be_broken() {
    let mut left = Vec::new();
    for rule in catalogue::rules() {
        let start = std::time::Instant::now();
        match sampler().broken(rule.id, &Wish::default()) {
            Ok(broken) => {
                let report = validate(broken.bytes(), &broken.options());
                assert!(report.findings().iter().any(|finding| finding.id() == rule.id));
                if !broken.also().is_empty() {
                    let also: Vec<_> = broken.also().iter().map(|rule| rule.id).collect();
                    left.push(format!("{} also {}", rule.id, also.join(" ")));
                }
            }
            Err(SampleError::NeedsConversation(_) | SampleError::NeverBroken(_)) => {}
            Err(error) => left.push(error.to_string()),
        }
        if start.elapsed().as_millis() > 700 {
            eprintln!("{} took {:?}", rule.id, start.elapsed());
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
}
