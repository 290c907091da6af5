//! Samples stand at every boundary of the tables, except where a rule keeps them from it.

use std::collections::BTreeMap;

use skp_messages::catalogue;

use super::sampler;

#[test]
fn look() {
    let mut skipped: BTreeMap<String, usize> = BTreeMap::new();
    let (mut made, mut not) = (0, 0);
    for &info in catalogue::messages() {
        let start = std::time::Instant::now();
        let mut n = 0;
        for edge in sampler().edges(info, 1) {
            n += 1;
            match edge {
                Ok(_) => made += 1,
                Err(skip) => {
                    not += 1;
                    let ids: Vec<_> = skip.rules.iter().map(|rule| rule.id).collect();
                    *skipped
                        .entry(
                            format!("{}/{} {} {}", info.module.code, info.id, skip.place, skip.boundary)
                                + " "
                                + &ids.join(" "),
                        )
                        .or_default() += 1;
                }
            }
        }
        eprintln!("{} {n} {:?}", info.bericht, start.elapsed());
    }
    for (k, n) in &skipped {
        eprintln!("{n} {k}");
    }
    eprintln!("made {made} not {not}");
}
