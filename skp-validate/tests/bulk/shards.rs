//! Parts of a run, for several machines.

use super::made::{Member, zip};
use super::*;

fn sources(folder: &Folder) -> Vec<Source<'static>> {
    ["a.json", "b.ndjson", "c.zip", "d.json", "gone.json"].map(|name| folder.source(name)).into()
}

#[test]
fn parts_are_disjoint_and_together_the_whole() {
    let stream: String = (0..50).map(|_| wrong() + "\n").collect();
    let long = format!("{GOOD}\n{}\n{}\n", "x".repeat(500), wrong());
    let members: Vec<Member> = (0..5).map(|number| Member::stored(&format!("{number}.json"), wrong())).collect();
    let members = [members, vec![Member::deflated("z.jsonl", &stream), Member::stored("long.ndjson", &long)]].concat();
    let folder = Folder::new(
        "parts",
        &[
            ("a.json", wrong().as_bytes()),
            ("b.ndjson", stream.as_bytes()),
            ("c.zip", &zip(&members)),
            ("d.json", GOOD.as_bytes()),
        ],
    );
    let how = How { size: 200, block: 300, ..How::default() };
    let mut whole = run(sources(&folder), how);
    assert_eq!(whole.found.len(), 1 + 50 + 5 + 50 + 2 + 1 + 1);
    for of in [2, 3, 7] {
        let part = |index| run(sources(&folder), How { shard: Shard::new(index, of).unwrap(), ..how });
        let parts: Vec<Outcomes> = (1..=of).map(part).collect();
        let mut found: Vec<String> = parts.iter().flat_map(|part| part.found.clone()).collect();
        found.sort();
        whole.found.sort();
        assert_eq!(found, whole.found, "{of}");
        assert_eq!(parts.iter().map(|part| part.clean).sum::<u64>(), whole.clean);
        let most = parts.iter().map(|part| part.found.len()).max().unwrap();
        let least = parts.iter().map(|part| part.found.len()).min().unwrap();
        assert!(most - least <= 6, "{most} {least}");
    }
}
