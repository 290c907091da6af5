//! Faults of both channels are read as they were written, are no messages, and hold no value of the message they answer.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)] // a test may fail

use skp_messages::fault::{
    self, Answer, Fault, FaultCode, InvalidParam, NoFoutbericht, Problem, ProblemKind, SoapFault,
};
use skp_messages::finding::Root;
use skp_messages::shape::{Privacy, Severity};
use skp_messages::{Format, Lang, Layout, Options, Report, examine, validate};
use skp_tests::{bytes, examples, name, samples};

fn ids(report: &Report) -> Vec<String> {
    report.findings().iter().map(|finding| format!("{} {}", finding.id(), finding.path())).collect()
}

fn soap(text: &str) -> Result<Fault, Report> {
    let text = format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>{text}</s:Fault></s:Body></s:Envelope>"
    );
    fault::read(text.as_bytes(), &Options::default())
}

#[test]
fn a_soap_fault_is_read_as_it_was_written() {
    for code in FaultCode::ALL.into_iter().chain([FaultCode::Other("Server".to_owned())]) {
        for layout in [Layout::Compact, Layout::Pretty] {
            let mut sent = SoapFault::new(code.clone(), "Meer dan 5 & <veel>.");
            if !matches!(code, FaultCode::Other(_)) {
                sent = sent.of_service("schuldregeling", "2.0");
            }
            let received = fault::read(sent.to_xml(layout).as_bytes(), &Options::default());
            assert_eq!(received.unwrap(), Fault::Soap(sent));
        }
    }
}

#[test]
fn a_problem_is_read_as_it_was_written() {
    for kind in ProblemKind::ALL {
        let mut sent = Problem::new(kind);
        let read = |sent: &Problem| fault::read(sent.to_json().as_bytes(), &Options::default()).unwrap();
        assert_eq!(read(&sent), Fault::Problem(sent.clone()));
        sent.detail = Some("Regel \"1\"\n".to_owned());
        sent.instance = Some("urn:uuid:0b8f2c1e-5f0d-4f0a-9f57-0d6a3b1c2d3e".to_owned());
        let param =
            |at: &str| InvalidParam { pointer: at.to_owned(), regel: "VAL-006".to_owned(), reden: "x".to_owned() };
        sent.invalid_params = vec![param("/inhoud/reden"), param("")];
        assert_eq!(read(&sent), Fault::Problem(sent.clone()));
        assert_eq!(sent.kind(), Some(kind));
    }
}

#[test]
fn kinds_and_codes_are_those_of_the_documents() {
    let sources = skp_codegen::source::Sources::new(skp_definitions::files().iter().copied());
    let Ok(catalogue) = skp_codegen::compile(&sources) else { panic!("the definitions are right") };
    let openapi = skp_codegen::emit::openapi::emit(&catalogue);
    let document: serde_json::Value = serde_json::from_str(&openapi.first().unwrap().text).unwrap();
    let responses = document.pointer("/components/responses").and_then(|all| all.as_object()).unwrap();
    let mut described: Vec<(&str, &str)> = Vec::new();
    for (name, response) in responses {
        described.push((name, response["description"].as_str().unwrap()));
    }
    let mut kinds: Vec<_> = ProblemKind::ALL.iter().map(|kind| (kind.name(), kind.title())).collect();
    described.sort_unstable();
    kinds.sort_unstable();
    assert_eq!(described, kinds);
    let used = document.pointer("/paths/~1berichten/post/responses").unwrap();
    for kind in ProblemKind::ALL {
        let reference = &used[kind.status().to_string()]["$ref"];
        assert!(reference.is_null() || *reference == format!("#/components/responses/{}", kind.name()), "{reference}");
    }
    let wsdl = skp_codegen::emit::wsdl::emit(&catalogue);
    let text = &wsdl.iter().find(|output| output.path.ends_with(".wsdl")).unwrap().text;
    let (_, codes) = text.rsplit_once("<xs:simpleType name=\"Foutcode\"").unwrap();
    let codes: Vec<&str> =
        codes.split("<xs:enumeration value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let own: Vec<_> = FaultCode::ALL.iter().map(|code| code.as_str().to_owned()).collect();
    assert_eq!(codes.get(..5).unwrap(), own);
}

#[test]
fn a_fault_is_told_to_be_one_and_is_no_message() {
    let sent = SoapFault::new(FaultCode::AlBevestigd, "Al bevestigd.").to_xml(Layout::Compact);
    let report = validate(sent.as_bytes(), &Options::default());
    assert_eq!(ids(&report), ["DEF-013 "]);
    let said = report.findings().first().unwrap().expected().unwrap().text(Lang::Nl);
    assert_eq!(said, "een bericht; dit is een SOAP-fault, Client.AlBevestigd");
    let sent = Problem::new(ProblemKind::TeVaak).to_json();
    let report = validate(sent.as_bytes(), &Options::default());
    let said = report.findings().first().unwrap().expected().unwrap().text(Lang::En);
    assert_eq!(said, "a message; this is problem details with status 429");
    assert!(!report.is_valid());
}

#[test]
fn a_fault_that_is_not_whole_says_what_is_missing() {
    assert_eq!(ids(&soap("<faultcode>s:Client</faultcode>").unwrap_err()), ["DEF-002 faultstring"]);
    let odd = "<faultcode>kapot</faultcode><faultstring>x</faultstring>";
    assert_eq!(ids(&soap(odd).unwrap_err()), ["VAL-006 faultcode"]);
    let other = "<faultcode>s:Client.AlBevestigd</faultcode><faultstring>x</faultstring><detail>\
        <TechnischeFout xmlns=\"urn:x-skp:schuldregeling:2.0:dienst\"><Code>Client.OnbekendBericht</Code></TechnischeFout></detail>";
    assert_eq!(ids(&soap(other).unwrap_err()), ["VAL-006 Code"]);
    let read = |text: &str| ids(&fault::read(text.as_bytes(), &Options::default()).unwrap_err());
    assert_eq!(read(r#"{"title":"x","status":200}"#), ["VAL-003 status"]);
    assert_eq!(read(r#"{"title":1,"status":400,"invalidParams":[{}]}"#).len(), 4);
    assert_eq!(read(r#"{"bericht":"schuldregeling/2.0/GeenMedewerking"}"#), ["DEF-001 "]);
    assert_eq!(read("kapot").len(), 1);
}

#[test]
fn detail_of_others_is_named_and_not_kept() {
    let text =
        "<faultcode>s:Server</faultcode><faultstring>x</faultstring><detail><ns:e xmlns:ns=\"urn:x\">y</ns:e></detail>";
    let Ok(Fault::Soap(read)) = soap(text) else { panic!("a fault") };
    assert!(read.other_detail && read.service.is_none());
}

#[test]
fn debug_shows_no_text_of_a_fault() {
    let fault = Fault::Soap(SoapFault::new(FaultCode::AlBevestigd, "J. Jansen"));
    let mut problem = Problem::new(ProblemKind::NietGeldig);
    problem.detail = Some("J. Jansen".to_owned());
    for shown in [format!("{fault:?}"), format!("{:?}", Fault::Problem(problem))] {
        assert!(!shown.contains("Jansen"), "{shown}");
    }
}

/// The Foutbericht in the first role that may send it.
fn answered(bytes: &[u8]) -> Option<Result<skp_messages::Received, NoFoutbericht>> {
    let examined = examine(bytes, &Options::default());
    let header = examined.header.as_ref().or_else(|| examined.received.as_ref()?.header())?;
    let at = chrono::DateTime::parse_from_rfc3339("2026-12-01T11:00:00+01:00").unwrap();
    let mut last = None;
    for role in ["SHV2", "SE", "BEW", "WSK", "VVS"] {
        let answer = Answer { to: header, role, reference: "FB-1", at, lang: Lang::Nl };
        let made = fault::foutbericht(&examined.report, &answer);
        let done = !matches!(made, Err(NoFoutbericht::Invalid(_)));
        last = Some(made);
        if done {
            break;
        }
    }
    last
}

#[test]
fn every_wrong_message_with_a_header_has_a_foutbericht_that_is_valid() {
    let (mut made, mut none) = (0, 0);
    for path in samples(&examples("invalid")) {
        let bytes = bytes(&path);
        match answered(&bytes) {
            Some(Ok(message)) => {
                made += 1;
                assert!(message.report().is_valid(), "{}: {}", name(&path), message.report());
                let warnings: Vec<_> = message.report().findings().iter().map(|finding| finding.id()).collect();
                assert!(!warnings.iter().any(|id| id.starts_with("ALG-FB")), "{}: {warnings:?}", name(&path));
                for format in [Format::Json, Format::Xml] {
                    let text = message.write(format, Layout::Compact).unwrap();
                    for value in values(&validate(&bytes, &Options::default())) {
                        assert!(!text.contains(&value), "{}: {value}", name(&path));
                    }
                }
            }
            // Who writes to itself cannot be answered.
            Some(Err(NoFoutbericht::Invalid(_))) if name(&path).starts_with("KOP-009") => none += 1,
            Some(Err(NoFoutbericht::Invalid(report))) => panic!("{}: {report}", name(&path)),
            Some(Err(_)) => none += 1,
            None => {}
        }
    }
    assert!(made > 100 && none > 0, "{made} made, {none} not");
}

/// The values of persons in a report, as far as they are long enough to be looked for.
fn values(report: &Report) -> Vec<String> {
    let private = report.findings().iter().filter_map(|finding| finding.value());
    let private = private.filter(|found| found.privacy() != Privacy::None);
    private.map(|found| found.shown().trim_matches('"').to_owned()).filter(|value| value.len() > 5).collect()
}

#[test]
fn a_foutbericht_says_rule_place_and_kind_of_each_error() {
    let path = samples(&examples("invalid")).into_iter().find(|path| name(path).starts_with("KOP-002")).unwrap();
    let message = answered(&bytes(&path)).unwrap().unwrap();
    let text = message.write(Format::Json, Layout::Compact).unwrap();
    assert!(text.contains(r#""foutcode":"NIET_BEVOEGD""#), "{text}");
    assert!(text.contains(r#""locatie":"Berichtheader.AfzenderType","regel":"KOP-002""#), "{text}");
}

#[test]
fn faults_of_a_report_hold_no_values_and_leave_content_to_the_foutbericht() {
    for path in samples(&examples("invalid")) {
        let report = validate(&bytes(&path), &Options::default());
        let errors: Vec<_> = report.findings().iter().filter(|one| one.severity() == Severity::Error).collect();
        let outside = errors.iter().any(|one| !matches!(one.path().start(), Root::Message(..)));
        let soap = SoapFault::of_report(&report, Lang::Nl);
        let problem = Problem::of_report(&report, Lang::Nl);
        assert_eq!((soap.is_some(), problem.is_some()), (outside, !errors.is_empty()), "{}", name(&path));
        for text in soap.map(|fault| fault.to_xml(Layout::Compact)).into_iter().chain(problem.map(|one| one.to_json()))
        {
            assert!(fault::read(text.as_bytes(), &Options::default()).is_ok(), "{}: {text}", name(&path));
            for value in values(&report) {
                assert!(!text.contains(&value), "{}: {value}", name(&path));
            }
        }
    }
}
