//! Reads a SaldoverzoekAntwoord, XML or JSON, checks nothing and says how many claims it has.

mod json_structs;
mod values;
mod xml_structs;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("give a file")?;
    let text = std::fs::read_to_string(path)?;
    let claims = if text.starts_with('{') {
        serde_json::from_str::<json_structs::SaldoverzoekAntwoord>(&text)?.claims()
    } else {
        quick_xml::de::from_str::<xml_structs::SaldoverzoekAntwoord>(&text)?.claims()
    };
    println!("{claims}");
    Ok(())
}
