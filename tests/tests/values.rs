//! Values made, changed and written by a program: what is missing or wrong is named, and nothing invalid is written.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)] // a test may fail

use std::error::Error;
use std::fmt::Debug;
use std::str::FromStr;

use skp_messages::bericht::v2_0::{Berichtheader, Bijlage};
use skp_messages::schuldregeling::v1_0;
use skp_messages::schuldregeling::v1_1;
use skp_messages::schuldregeling::v2_0::{
    Adres, Betaalvoorstel, Contactpersoon, Message, Persoon, Saldoverzoek, SaldoverzoekAntwoord, Uitbetaalmomenten,
    VorderingVraag, VorderingsType,
};
use skp_messages::simple::{Emailadres, Postcode, Tekst, Telefoonnummer};
use skp_messages::{Bedrag, Format, Iban, Layout, Percentage, Received, Report, ValueError};
use skp_tests::{bytes, examples};

fn sample(name: &str) -> Received {
    let bytes = bytes(&examples("messages/schuldregeling/2.0").join(name));
    skp_messages::read(&bytes).unwrap_or_else(|report| panic!("{name}: {report}"))
}

fn verzoek() -> Saldoverzoek {
    sample("saldoverzoek-minimaal.json").take().unwrap()
}

/// What a report finds, each as `id path`.
fn found(report: &Report) -> Vec<String> {
    report.findings().iter().map(|finding| format!("{} {}", finding.id(), finding.path())).collect()
}

/// Checks that a message is refused with these findings however it is written.
fn refused(message: &impl Message, expected: &[&str]) {
    let mut written = vec![message.to_xml(), message.to_json()];
    for format in [Format::Json, Format::Xml] {
        written.extend([Layout::Compact, Layout::Pretty].map(|layout| message.write(None, format, layout)));
    }
    written.push(message.validate().map(|report| report.to_string()));
    for written in written {
        assert_eq!(found(&written.expect_err("nothing is written")), expected);
    }
}

/// The rule that a text breaks as a value of a type.
fn rule<T: FromStr<Err = ValueError> + Debug>(text: &str) -> &'static str {
    text.parse::<T>().expect_err("a wrong value").rule().id
}

#[test]
fn a_builder_names_everything_that_is_missing() {
    let report = Saldoverzoek::builder().build().unwrap_err();
    let missing = ["KlantnummerSHV", "Klant", "Adres", "Contactpersoon", "Vorderingen"];
    assert_eq!(found(&report), missing.map(|name| format!("DEF-002 {name}")));
    assert!(!report.is_valid());
}

#[test]
fn a_builder_of_a_part_names_what_is_missing() {
    let adres = Adres::builder().huisnummer(1).woonplaats("Utrecht".parse().unwrap()).build();
    assert_eq!(found(&adres.unwrap_err()), ["DEF-002 Straatnaam", "DEF-002 Postcode"]);
}

#[test]
fn a_builder_of_a_header_builds_one() {
    let header = sample("geen-medewerking-klant-onbekend.json");
    let header = header.header().unwrap();
    let built = Berichtheader::builder()
        .module(header.module)
        .release("2.0".parse().unwrap())
        .bericht("GeenMedewerking".parse().unwrap())
        .afzender(header.afzender)
        .afzender_type(header.afzender_type)
        .ontvanger(header.ontvanger)
        .conversatie_referentienummer(header.conversatie_referentienummer)
        .referentienummer("DS-0091".parse().unwrap())
        .antwoord_op("SHV-SV-000340".parse().unwrap())
        .verzonden_op("2026-01-30T23:59:59+01:00".parse().unwrap())
        .build()
        .unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(Berichtheader { afzender_naam: header.afzender_naam.clone(), ..built }, *header);
}

#[test]
fn a_builder_gives_every_value_that_its_element_does_not_allow() {
    let text = |text: &str| text.parse::<Tekst>().unwrap();
    let adres = Adres::builder()
        .straatnaam(text("Voorbeeldlaan"))
        .huisnummer(100_000)
        .huisletter(text("AB"))
        .postcode("3511AB".parse().unwrap())
        .woonplaats(text("Utrecht"))
        .build();
    assert_eq!(found(&adres.unwrap_err()), ["VAL-003 Huisnummer", "VAL-002 Huisletter"]);
}

#[test]
fn a_builder_checks_the_rules() {
    let SaldoverzoekAntwoord { klantnummer_shv, klantnummer_se, contactpersoon, datum, .. } =
        sample("saldoverzoek-antwoord-minimaal.json").take().unwrap();
    let empty = SaldoverzoekAntwoord::builder()
        .klantnummer_shv(klantnummer_shv)
        .klantnummer_se(klantnummer_se)
        .contactpersoon(contactpersoon)
        .datum(datum)
        .build();
    let report = empty.unwrap_err();
    assert_eq!(report.findings()[0].id(), "SR-SA-001", "{report}");
}

#[test]
fn a_wrong_text_gives_its_rule() {
    assert_eq!(rule::<Tekst>(""), "DEF-007");
    assert_eq!(rule::<Tekst>(&"é".repeat(201)), "VAL-001");
    assert_eq!(rule::<Tekst>("a\tb"), "VAL-002");
    assert_eq!(rule::<Emailadres>("a@b"), "VAL-002");
    assert_eq!(rule::<Postcode>("0123AB"), "VAL-002");
    assert_eq!(rule::<Bedrag>("1,00"), "VAL-008");
    assert_eq!(rule::<Bedrag>("1.005"), "VAL-004");
    assert_eq!(rule::<Bedrag>("100000000"), "VAL-003");
    assert_eq!(rule::<Percentage>("100.01"), "VAL-003");
    assert_eq!(rule::<Iban>("NL91ABNA0417164301"), "TYP-IBAN-001");
    assert_eq!(rule::<VorderingsType>("concurrent"), "VAL-006");
}

#[test]
fn every_error_of_a_value_is_an_error_of_the_program() -> Result<(), Box<dyn Error>> {
    let header = Berichtheader::builder().afzender("579b8be4-884a-404b-8320-7350712a56fc".parse()?);
    let person = Persoon::builder().geboortedatum("2001-12-31".parse()?).achternaam("Fictief".parse()?);
    let header = header.verzonden_op("2026-01-30T23:59:59+01:00".parse()?);
    assert!(header.build().is_err() && person.build().is_ok());
    Ok(())
}

#[test]
fn a_value_has_one_normal_form() {
    for (given, written) in [("0", "0.00"), ("12.5", "12.50"), ("99999999.99", "99999999.99")] {
        assert_eq!(given.parse::<Bedrag>().unwrap().to_string(), written);
    }
    for (given, written) in [("0.00", "0"), ("12.50", "12.5"), ("33.33", "33.33"), ("100.00", "100")] {
        assert_eq!(given.parse::<Percentage>().unwrap().to_string(), written);
    }
    assert_eq!("nl91 abna 0417 1643 00".parse::<Iban>().unwrap().as_str(), "NL91ABNA0417164300");
    assert_eq!("3511 AB".parse::<Postcode>().unwrap().as_str(), "3511AB");
    assert_eq!("1e1".parse::<Bedrag>().ok(), None);
}

#[test]
fn a_message_that_was_emptied_is_not_written() {
    let mut verzoek = verzoek();
    verzoek.vorderingen.clear();
    refused(&verzoek, &["DEF-002 Vorderingen"]);
}

#[test]
fn a_text_that_is_too_long_for_its_element_is_not_written() {
    let mut verzoek = verzoek();
    verzoek.adres.huisnummertoevoeging = Some("boven".parse().unwrap());
    verzoek.vorderingen.push(VorderingVraag { factuurnummer_se_volgens_shv: "1".parse().unwrap() });
    refused(&verzoek, &["VAL-001 Adres.Huisnummertoevoeging"]);
}

#[test]
fn a_message_that_breaks_a_rule_is_not_written() {
    let mut antwoord: SaldoverzoekAntwoord = sample("saldoverzoek-antwoord-minimaal.json").take().unwrap();
    antwoord.openstaande_schulden.clear();
    antwoord.onbekende_schulden.clear();
    antwoord.overgedragen_schulden.clear();
    let report = antwoord.to_xml().unwrap_err();
    assert_eq!(report.findings()[0].id(), "SR-SA-001", "{report}");
}

#[test]
fn a_message_with_a_warning_is_written() {
    let mut verzoek = verzoek();
    verzoek.klant.voornamen = None;
    assert_eq!(found(&verzoek.validate().unwrap())[0].split(' ').next(), Some("TYP-PER-001"));
    assert_eq!(Saldoverzoek::from_xml(verzoek.to_xml().unwrap().as_bytes()).unwrap(), verzoek);
}

#[test]
fn a_message_is_not_written_with_the_header_of_another() {
    let antwoord = sample("saldoverzoek-antwoord-gezin-met-partner.json");
    for format in [Format::Json, Format::Xml] {
        let report = verzoek().write(antwoord.header(), format, Layout::Compact).expect_err("nothing is written");
        assert!(report.findings().iter().any(|finding| finding.id() == "KOP-011"), "{report}");
    }
}

#[test]
fn a_message_is_not_written_when_its_header_makes_it_invalid() {
    let received = sample("saldoverzoek-antwoord-gezin-met-partner.json");
    let mut header = received.header().unwrap().clone();
    header.verzonden_op = "2025-09-30T12:00:00+02:00".parse().unwrap(); // before the second claim arose
    let antwoord: SaldoverzoekAntwoord = received.take().unwrap();
    let report = antwoord.write(Some(&header), Format::Xml, Layout::Compact).expect_err("nothing is written");
    assert!(report.findings().iter().any(|finding| finding.id() == "TYP-SCH-003"), "{report}");
}

#[test]
fn what_is_written_can_be_read_whatever_the_characters() {
    // Neither is a control character, and neither may stand in an XML document.
    for odd in ["\u{fffe}", "\u{ffff}"] {
        let Ok(text) = format!("SHV{odd}1").parse::<Tekst>() else { continue };
        let verzoek = Saldoverzoek { klantnummer_shv: text, ..verzoek() };
        let Ok(xml) = verzoek.to_xml() else { continue };
        assert_eq!(
            Saldoverzoek::from_xml(xml.as_bytes()).unwrap_or_else(|report| panic!("{odd:?}: {report}")),
            verzoek
        );
    }
    for text in ["a&b<c>]]>\"'", "é😀日本", "<![CDATA[x]]>", "&amp;", "\\\"\\u0041"] {
        let verzoek = Saldoverzoek { klantnummer_shv: text.parse().unwrap(), ..verzoek() };
        assert_eq!(Saldoverzoek::from_xml(verzoek.to_xml().unwrap().as_bytes()).unwrap(), verzoek);
        assert_eq!(Saldoverzoek::from_json(verzoek.to_json().unwrap().as_bytes()).unwrap(), verzoek);
    }
}

#[test]
fn one_type_in_two_releases_is_written_with_two_namespaces() {
    let vraag = v1_0::Saldoverzoek::builder()
        .klantnummer_shv("SHV-1".parse().unwrap())
        .klant(verzoek().klant)
        .adres(verzoek().adres)
        .contactpersoon(verzoek().contactpersoon)
        .vorderingen(verzoek().vorderingen)
        .build()
        .unwrap();
    let first = v1_0::Message::to_xml(&vraag).unwrap();
    let second = v1_1::Message::to_xml(&vraag).unwrap();
    assert!(first.contains("xmlns=\"urn:x-skp:schuldregeling:1.0\""), "{first}");
    assert!(second.contains("xmlns=\"urn:x-skp:schuldregeling:1.1\""), "{second}");
    assert!(v1_1::Message::to_json(&vraag).unwrap().starts_with("{\"bericht\":\"schuldregeling/1.1/Saldoverzoek\","));
    assert_eq!(<v1_0::Saldoverzoek as v1_0::Message>::from_xml(first.as_bytes()).unwrap(), vraag);
    let report = <v1_0::Saldoverzoek as v1_0::Message>::from_xml(second.as_bytes()).unwrap_err();
    assert_eq!(report.findings()[0].id(), "DEF-001");
}

fn voorstel(moment: &str) -> Betaalvoorstel {
    let voorstel: Betaalvoorstel = sample("betaalvoorstel-minimaal-saneringskrediet.json").take().unwrap();
    Betaalvoorstel { uitbetaalmomenten: Some(moment.parse().unwrap()), ..voorstel }
}

#[test]
fn an_unknown_code_of_an_open_list_is_kept_with_a_warning() {
    let voorstel = voorstel("TWEEMAANDELIJKS");
    assert_eq!(voorstel.uitbetaalmomenten, Some(Uitbetaalmomenten::Onbekend("TWEEMAANDELIJKS".to_owned())));
    for written in [voorstel.to_json().unwrap(), voorstel.to_xml().unwrap()] {
        let received = skp_messages::read(written.as_bytes()).unwrap();
        assert!(found(received.report()).contains(&"VAL-007 Uitbetaalmomenten".to_owned()));
        assert_eq!(received.take(), Some(voorstel.clone()));
    }
}

#[test]
fn an_unknown_code_that_no_format_can_hold_is_not_written() {
    for code in ["", "\u{1}", "a\nb", " ", "INEENS "] {
        let voorstel = Betaalvoorstel {
            uitbetaalmomenten: Some(Uitbetaalmomenten::Onbekend(code.to_owned())),
            ..voorstel("INEENS")
        };
        let Ok(xml) = voorstel.to_xml() else { continue };
        let back = Betaalvoorstel::from_xml(xml.as_bytes()).unwrap_or_else(|report| panic!("{code:?}: {report}"));
        assert_eq!(back.uitbetaalmomenten.as_ref().map(Uitbetaalmomenten::as_str), Some(code));
    }
}

#[test]
fn spaces_that_xml_takes_for_one_are_refused_in_a_text_of_a_fixed_form() {
    for number in ["030  1234567", " 0301234567", "0301234567 "] {
        assert_eq!(rule::<Telefoonnummer>(number), "VAL-002", "{number:?}");
    }
    assert!("030 123 45 67".parse::<Telefoonnummer>().is_ok());
    assert!(voorstel("TWEE MAANDEN").to_json().is_ok());
    let code = Some(Uitbetaalmomenten::Onbekend("TWEE  MAANDEN".to_owned()));
    let voorstel = Betaalvoorstel { uitbetaalmomenten: code, ..voorstel("INEENS") };
    assert_eq!(found(&voorstel.to_json().unwrap_err()), ["VAL-002 Uitbetaalmomenten"]);
}

#[test]
fn a_received_message_is_had_by_its_type() {
    let received = sample("saldoverzoek-gezin-met-partner.xml");
    assert_eq!(received.format(), Format::Xml);
    assert!(received.get::<SaldoverzoekAntwoord>().is_none() && received.get::<Contactpersoon>().is_none());
    let seen = received.get::<Saldoverzoek>().unwrap().clone();
    assert_eq!(received.take::<Saldoverzoek>(), Some(seen));
    assert_eq!(sample("saldoverzoek-gezin-met-partner.xml").take::<Betaalvoorstel>(), None);
}

#[test]
fn a_received_message_is_written_with_its_header() {
    let received = sample("saldoverzoek-gezin-met-partner.xml");
    let json = received.write(Format::Json, Layout::Compact).unwrap();
    let back = skp_messages::read(json.as_bytes()).unwrap();
    assert_eq!(back.header(), received.header());
    assert!(json.starts_with("{\"header\":{\"module\":\"schuldregeling\","));
    assert!(!json.contains("\"inhoud\":{\"bericht\""), "the header names the message");
}

#[test]
fn a_reader_of_one_format_refuses_the_other() {
    let (json, xml) = (verzoek().to_json().unwrap(), verzoek().to_xml().unwrap());
    for (report, format) in [
        (Saldoverzoek::from_xml(json.as_bytes()).unwrap_err(), Format::Json),
        (Saldoverzoek::from_json(xml.as_bytes()).unwrap_err(), Format::Xml),
    ] {
        assert_eq!(report.format(), Some(format));
        assert!(!report.is_valid() && report.to_string().contains(&format!("this is {format}")), "{report}");
        let place = report.findings()[0].place().unwrap();
        assert_eq!((place.line, place.column), (1, 1));
    }
    assert_eq!(Saldoverzoek::from_bytes(json.as_bytes()).unwrap(), Saldoverzoek::from_bytes(xml.as_bytes()).unwrap());
}

#[test]
fn a_reader_of_one_message_refuses_another() {
    let report = SaldoverzoekAntwoord::from_xml(verzoek().to_xml().unwrap().as_bytes()).unwrap_err();
    assert_eq!(report.findings()[0].id(), "DEF-001");
    assert!(report.to_string().contains("expected schuldregeling/2.0/SaldoverzoekAntwoord"), "{report}");
}

#[test]
fn what_is_over_a_limit_of_reading_is_not_written() {
    let received = sample("saldoverzoek-antwoord-minimaal.json");
    let mut message: SaldoverzoekAntwoord = received.take().unwrap();
    let schuld = message.openstaande_schulden[0].clone();
    message.openstaande_schulden = vec![schuld.clone(); 100_001];
    assert_eq!(found(&message.to_json().unwrap_err())[0], "FRM-004 ");
    // Below the limit on items, but too much in all.
    message.openstaande_schulden = vec![schuld; 99_000];
    for (number, schuld) in message.openstaande_schulden.iter_mut().enumerate() {
        schuld.factuurnummer_se = format!("{number:06}").parse().unwrap();
    }
    assert_eq!(found(&message.to_xml().unwrap_err()), ["FRM-004 "]);
}

#[test]
fn a_document_larger_than_is_read_is_not_written() {
    let received = sample("saldoverzoek-gezin-met-partner.json");
    let mut header = received.header().unwrap().clone();
    let message: Saldoverzoek = received.take().unwrap();
    let bijlage = Bijlage::builder()
        .bestandsnaam("a.pdf".parse().unwrap())
        .mime_type("application/pdf".parse().unwrap())
        .inhoud("JVBERg==".parse().unwrap());
    let mut bijlage = bijlage.build().unwrap_or_else(|report| panic!("{report}"));
    // Base64 makes 4 bytes of 3, and 4 MiB is read.
    for (size, fits) in [(3 << 20, true), ((3 << 20) + 3, false)] {
        let mut document = b"%PDF".to_vec();
        document.resize(size, b' ');
        bijlage.inhoud = skp_messages::Base64::new(document);
        header.toestemmingsverklaring = Some(bijlage.clone());
        for format in [Format::Json, Format::Xml] {
            match message.write(Some(&header), format, Layout::Compact) {
                Ok(text) => assert!(fits && skp_messages::read(text.as_bytes()).is_ok()),
                Err(report) => assert!(!fits && found(&report).contains(&"FRM-004 ".to_owned()), "{report}"),
            }
        }
    }
}
