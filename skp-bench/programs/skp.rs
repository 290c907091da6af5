//! Reads a SaldoverzoekAntwoord, XML or JSON, checks it and says how many claims it has.

use skp_messages::schuldregeling::v2_0::{Message, SaldoverzoekAntwoord};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("give a file")?;
    let answer = SaldoverzoekAntwoord::from_bytes(&std::fs::read(path)?)?;
    println!("{}", answer.openstaande_schulden.len());
    Ok(())
}
