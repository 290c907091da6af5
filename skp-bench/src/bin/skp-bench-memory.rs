//! Counts allocations and prints them as JSON. `skp-bench` builds and runs it.
//!
//! Naming the crate `allocation_counter` puts its allocator in place, for this program only.

use std::error::Error;

use skp_bench::measure::{MEASURES, Setting};
use skp_bench::memory::{COUNTED, Memory};

fn main() -> Result<(), Box<dyn Error>> {
    let setting = Setting::new()?;
    let mut counts = Vec::new();
    for measure in MEASURES.iter().filter(|measure| COUNTED.contains(&measure.name)) {
        for race in measure.races(&setting)?.iter_mut().filter(|race| race.input.ends_with("compact")) {
            for contender in race.contenders.iter_mut().filter(|contender| contender.in_process) {
                contender.run(1)?; // what is made once and kept is not counted
                let mut result = Ok(std::time::Duration::ZERO);
                let count = allocation_counter::measure(|| result = contender.run(1));
                result?;
                counts.push(Memory {
                    measure: measure.name.to_owned(),
                    input: race.input.clone(),
                    contender: contender.name.to_owned(),
                    bytes: contender.bytes,
                    allocations: count.count_total,
                    peak: count.bytes_max,
                });
            }
        }
    }
    println!("{}", serde_json::to_string(&counts)?);
    Ok(())
}
