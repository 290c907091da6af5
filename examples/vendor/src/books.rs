//! The creditor's administration: here three lines in memory, in a real program a database.

use std::error::Error;

use skp_messages::schuldregeling::v2_0::{OnbekendeSchuld, OpenstaandeSchuld, VorderingVraag, VorderingsType};
use skp_messages::simple::Tekst;

/// What the creditor knows of one client.
pub struct Books {
    /// Number of the client.
    pub klantnummer: Tekst,
    claims: Vec<Claim>,
}

/// A claim, in the words of the creditor's own system.
struct Claim {
    /// The number on the invoice that the client got.
    invoice: &'static str,
    /// The number in the administration.
    number: &'static str,
    since: &'static str,
    original: &'static str,
    paid: &'static str,
    balance: &'static str,
}

impl Books {
    /// The administration of a housing association that does not exist.
    pub fn sample() -> Result<Self, Box<dyn Error>> {
        let claim =
            |invoice, number, since, original, paid, balance| Claim { invoice, number, since, original, paid, balance };
        Ok(Self {
            klantnummer: "HD-80311".parse()?,
            claims: vec![
                claim("HUUR-2025-09", "2025-0903", "2025-09-01", "745.60", "100.00", "645.60"),
                claim("HUUR-2025-10", "2025-1003", "2025-10-01", "745.60", "0.00", "745.60"),
            ],
        })
    }

    /// The claims that are known, with their balance, and those that are not.
    pub fn look_up(
        &self,
        asked: &[VorderingVraag],
    ) -> Result<(Vec<OpenstaandeSchuld>, Vec<OnbekendeSchuld>), Box<dyn Error>> {
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for question in asked {
            let number = &question.factuurnummer_se_volgens_shv;
            match self.claims.iter().find(|claim| claim.invoice == number.as_str()) {
                Some(claim) => known.push(claim.balance(number)?),
                None => unknown.push(OnbekendeSchuld::builder().factuurnummer_se_volgens_shv(number.clone()).build()?),
            }
        }
        Ok((known, unknown))
    }
}

impl Claim {
    /// The balance, in the words of the standard.
    fn balance(&self, asked_as: &Tekst) -> Result<OpenstaandeSchuld, Box<dyn Error>> {
        let balance = OpenstaandeSchuld::builder()
            .factuurnummer_se(self.number.parse()?)
            .factuurnummer_se_volgens_shv(asked_as.clone())
            .ontstaansdatum(self.since.parse()?)
            .originele_vordering(self.original.parse()?)
            .ontvangen_betalingen(self.paid.parse()?)
            .actueel_vorderingsbedrag(self.balance.parse()?)
            .vorderings_type(VorderingsType::Concurrent)
            .betaalreferentie(format!("HD-80311/{}", self.number).parse()?)
            .build()?;
        Ok(balance)
    }
}
