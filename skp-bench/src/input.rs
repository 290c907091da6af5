//! The messages that the benchmark works on: made up, and the same in every run.

use std::error::Error;

use skp_messages::schuldregeling::v2_0::{
    Adres, Betaalrekening, Contactpersoon, Geslacht, Message, OpenstaandeSchuld, Organisatie, Persoon, Saldoverzoek,
    SaldoverzoekAntwoord, TypeSchuldregeling, VorderingVraag, VorderingsType,
};
use skp_messages::{Bedrag, Format, Layout};

/// Accounts of a bank that does not exist.
const ACCOUNTS: [&str; 3] = ["NL09TEST0000770000", "NL52TEST0000770002", "NL45TEST0080311001"];

/// A message in both formats and one layout.
pub struct Input {
    /// What it is called in the tables.
    pub name: String,
    /// How its texts are laid out.
    pub layout: Layout,
    /// The message.
    pub message: Typed,
    /// The message as XML.
    pub xml: String,
    /// The message as JSON.
    pub json: String,
}

/// A message of one of the two types.
#[derive(Clone)]
pub enum Typed {
    /// A question for balances.
    Question(Box<Saldoverzoek>),
    /// An answer with claims.
    Answer(Box<SaldoverzoekAntwoord>),
}

/// The three sizes, compact and pretty.
///
/// # Errors
/// When a message does not obey the standard, which is a mistake of this file.
pub fn all() -> Result<Vec<Input>, Box<dyn Error>> {
    let sizes = [
        ("question", Typed::Question(Box::new(question()?))),
        ("12 claims", Typed::Answer(Box::new(answer(12)?))),
        ("5,000 claims", Typed::Answer(Box::new(answer(5_000)?))),
    ];
    let mut inputs = Vec::new();
    for (name, message) in sizes {
        for (layout_name, layout) in [("compact", Layout::Compact), ("pretty", Layout::Pretty)] {
            let text = |format| match &message {
                Typed::Question(question) => question.write(None, format, layout),
                Typed::Answer(answer) => answer.write(None, format, layout),
            };
            inputs.push(Input {
                name: format!("{name}, {layout_name}"),
                layout,
                xml: text(Format::Xml)?,
                json: text(Format::Json)?,
                message: message.clone(),
            });
        }
    }
    Ok(inputs)
}

/// A Saldoverzoek of a couple, about three claims.
///
/// # Errors
/// When it does not obey the standard.
pub fn question() -> Result<Saldoverzoek, Box<dyn Error>> {
    let person = |geslacht, voorletters: &str, voornamen: &str, achternaam: &str, geboren: &str| {
        Ok::<_, Box<dyn Error>>(
            Persoon::builder()
                .geslacht(geslacht)
                .voorletters(voorletters.parse()?)
                .voornamen(voornamen.parse()?)
                .voorvoegsel("van den".parse()?)
                .achternaam(achternaam.parse()?)
                .geboortedatum(geboren.parse()?)
                .build()?,
        )
    };
    let adres = Adres::builder()
        .straatnaam("Testakkerweg".parse()?)
        .huisnummer(118)
        .huisletter("B".parse()?)
        .huisnummertoevoeging("2".parse()?)
        .postcode("7411TT".parse()?)
        .woonplaats("Deventer".parse()?)
        .build()?;
    let mut vorderingen = Vec::new();
    for number in 1..=3 {
        let factuur = format!("HUUR-2025-{number:02}").parse()?;
        vorderingen.push(VorderingVraag::builder().factuurnummer_se_volgens_shv(factuur).build()?);
    }
    Ok(Saldoverzoek::builder()
        .klantnummer_shv("SHV-2026-0417".parse()?)
        .klantnummer_se_volgens_shv("HD-80311".parse()?)
        .type_schuldregeling(TypeSchuldregeling::SB)
        .klant(person(Geslacht::V, "M.J.", "Marloes Johanna", "Proefkamp", "1987-04-19")?)
        .partner(person(Geslacht::M, "T.", "Tjeerd", "Voorbeeldsma", "1985-11-02")?)
        .adres(adres)
        .contactpersoon(contact("Team Schuldregeling", "schuldregeling@lagelanden.example.nl")?)
        .vorderingen(vorderingen)
        .build()?)
}

/// A SaldoverzoekAntwoord with so many claims. The kinds of claims repeat after twelve.
///
/// # Errors
/// When it does not obey the standard.
pub fn answer(claims: u32) -> Result<SaldoverzoekAntwoord, Box<dyn Error>> {
    Ok(SaldoverzoekAntwoord::builder()
        .klantnummer_shv("SHV-2026-0417".parse()?)
        .klantnummer_se("HD-80311".parse()?)
        .contactpersoon(contact("Afdeling Incasso", "incasso@hetdijkhuis.example.nl")?)
        .datum("2026-01-20".parse()?)
        .openstaande_schulden((1..=claims).map(claim).collect::<Result<Vec<_>, _>>()?)
        .build()?)
}

fn claim(number: u32) -> Result<OpenstaandeSchuld, Box<dyn Error>> {
    let original = 10_000 + u64::from(number * 7_919 % 90_000);
    let (interest, costs, paid) = (original / 40, 4_000, original / 3);
    let bedrag = |cents| Bedrag::from_cents(cents).ok_or("an amount is too high");
    let (month, day) = (number % 12 + 1, number * 5 % 28 + 1);
    let builder = OpenstaandeSchuld::builder()
        .factuurnummer_se(format!("2025-{number:06}").parse()?)
        .factuurnummer_se_volgens_shv(format!("HUUR-{number:06}").parse()?)
        .ontstaansdatum(format!("2024-{month:02}-{day:02}").parse()?)
        .originele_vordering(bedrag(original)?)
        .vorderings_type(if number.is_multiple_of(6) { VorderingsType::Preferent } else { VorderingsType::Concurrent })
        .betaalreferentie(format!("HD-80311/{number:06}").parse()?);
    let builder = match number % 3 {
        0 => builder.actueel_vorderingsbedrag(bedrag(original)?),
        _ => builder
            .rente(bedrag(interest)?)
            .kosten(bedrag(costs)?)
            .ontvangen_betalingen(bedrag(paid)?)
            .actueel_vorderingsbedrag(bedrag(original + interest + costs - paid)?),
    };
    let builder = match number % 2 {
        0 => builder,
        _ => {
            let iban = ACCOUNTS.iter().cycle().nth((number % 3) as usize).ok_or("no account")?;
            let naam = "Woonstichting Het Dijkhuis".parse()?;
            builder.betaalrekening(Betaalrekening::builder().iban(iban.parse()?).ten_name_van(naam).build()?)
        }
    };
    if number % 4 != 1 {
        return Ok(builder.build()?);
    }
    let incassant = Organisatie::builder()
        .naam("Gerechtsdeurwaarders Gilde & Zonen".parse()?)
        .kvk_nummer("99000011".parse()?)
        .contactpersoon(contact("Dossierteam 4", "dossiers@gilde.example.nl")?)
        .build()?;
    let referentie = format!("GZ-25.{number:06}").parse()?;
    Ok(builder.incassant(incassant).referentie_incassant(referentie).beslag(number % 8 == 1).build()?)
}

fn contact(naam: &str, emailadres: &str) -> Result<Contactpersoon, Box<dyn Error>> {
    Ok(Contactpersoon::builder()
        .naam(naam.parse()?)
        .telefoonnummer("06-12345678".parse()?)
        .emailadres(emailadres.parse()?)
        .build()?)
}

#[cfg(test)]
mod tests {
    use super::all;

    #[test]
    fn the_question_has_about_1500_bytes() {
        let inputs = all().unwrap();
        assert!((1_300..1_700).contains(&inputs[0].xml.len()), "{}", inputs[0].xml.len());
    }

    #[test]
    fn the_same_bytes_come_out_every_time() {
        let (first, second) = (all().unwrap(), all().unwrap());
        for (first, second) in first.iter().zip(&second) {
            assert!(first.xml == second.xml && first.json == second.json, "{}", first.name);
        }
    }
}
