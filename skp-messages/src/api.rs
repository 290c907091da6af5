//! What a user of the crate calls: reading, checking and writing messages.

use std::any::Any;
use std::fmt;

use crate::bericht::v2_0::Berichtheader;
use crate::check::any::AnyDecoder;
use crate::check::careful::{self, Outcome, Pull};
use crate::check::{Checker, Options, check_value, check_with_header, holds, too_large};
use crate::codec::Composite;
use crate::finding::{Report, Root};
use crate::generated;
use crate::read::Limits;
use crate::shape::MessageInfo;
use crate::straight;
use crate::tree::{self, Tree};
use crate::upgrade::Draft;
use crate::write::json::JsonWriter;
use crate::write::xml::XmlWriter;
use crate::{Format, Layout};

/// A message that was read, of whatever type, and what came with it.
pub struct Received {
    info: &'static MessageInfo,
    format: Format,
    header: Option<Berichtheader>,
    message: Box<dyn AnyMessage>,
    report: Report,
}

impl Received {
    /// A message that was made of another, and not read.
    pub(crate) fn made(
        info: &'static MessageInfo,
        format: Format,
        header: Option<Berichtheader>,
        message: Box<dyn AnyMessage>,
        report: Report,
    ) -> Self {
        Self { info, format, header, message, report }
    }

    /// The message as a conversion works on it.
    pub(crate) fn draft(&self) -> Draft {
        self.message.draft()
    }

    /// Which message it is, of which module and release.
    #[must_use]
    pub const fn info(&self) -> &'static MessageInfo {
        self.info
    }

    /// The format it came in.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// The header, when it came in an envelope.
    #[must_use]
    pub const fn header(&self) -> Option<&Berichtheader> {
        self.header.as_ref()
    }

    /// The message, when it is of this type.
    #[must_use]
    pub fn get<T: Composite>(&self) -> Option<&T> {
        self.message.as_any().downcast_ref()
    }

    /// The message taken out, when it is of this type.
    #[must_use]
    pub fn take<T: Composite>(self) -> Option<T> {
        self.message.into_any().downcast().ok().map(|message| *message)
    }

    /// The message, of whatever type it is.
    pub(crate) fn message(&self) -> &dyn Any {
        self.message.as_any()
    }

    /// What it is, its header and the message.
    pub(crate) fn into_parts(self) -> (&'static MessageInfo, Option<Berichtheader>, Box<dyn AnyMessage>) {
        (self.info, self.header, self.message)
    }

    /// Its report: warnings, and what was checked and what not. It has no errors.
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// The message in a format, in an envelope when it came with a header.
    ///
    /// # Errors
    /// The report, when the header or the message was changed and is no longer valid.
    pub fn write(&self, format: Format, layout: Layout) -> Result<String, Report> {
        self.message.write(self.info, self.header.as_ref(), format, layout)
    }

    /// Whether two ways of reading came to the same: the same message, header, format and report.
    #[doc(hidden)]
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let nodes = |received: &Self| -> Vec<_> {
            let tree = received.message.tree();
            tree.nodes.into_iter().map(|node| (node.name, node.content, node.first_child, node.next)).collect()
        };
        let said = |report: &Report| {
            let findings: Vec<_> = report.findings.iter().map(|one| (one.id(), one.path().clone())).collect();
            (report.counts(), report.not_checked().to_vec(), findings, report.left_out(), report.format())
        };
        std::ptr::eq(self.info, other.info)
            && self.format == other.format
            && self.header == other.header
            && nodes(self) == nodes(other)
            && said(&self.report) == said(&other.report)
    }

    /// The message alone in compact XML, whether it came with a header or not.
    pub(crate) fn bare(&self) -> Result<String, Report> {
        self.message.write(self.info, None, Format::Xml, Layout::Compact)
    }
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Received")
            .field("message", &self.info.bericht)
            .field("format", &self.format)
            .finish_non_exhaustive()
    }
}

/// A message of any type.
pub(crate) trait AnyMessage {
    fn as_any(&self) -> &dyn Any;
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
    fn draft(&self) -> Draft;
    /// Checks it, with its header when there is one.
    fn inspect(&self, info: &'static MessageInfo, header: Option<&Berichtheader>) -> Result<Report, Report>;
    /// What is found in it, by the quick way where that will do, and by the other way alone.
    #[cfg(all(test, feature = "sample"))]
    fn inspect_twice(&self, root: Root) -> [Report; 2];
    /// The tree that its JSON would be read into.
    fn tree(&self) -> Tree<'static>;
    fn write(
        &self,
        info: &'static MessageInfo,
        header: Option<&Berichtheader>,
        format: Format,
        layout: Layout,
    ) -> Result<String, Report>;
}

impl<T: Composite> AnyMessage for T {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }

    fn draft(&self) -> Draft {
        Draft::of(self)
    }

    fn inspect(&self, info: &'static MessageInfo, header: Option<&Berichtheader>) -> Result<Report, Report> {
        match header {
            Some(header) => check_with_header(self, info, header),
            None => check_value(self, Root::Message(info.id, false)),
        }
    }

    #[cfg(all(test, feature = "sample"))]
    fn inspect_twice(&self, root: Root) -> [Report; 2] {
        crate::check::value::inspect_twice(self, root)
    }

    fn tree(&self) -> Tree<'static> {
        tree::of_value(self)
    }

    fn write(
        &self,
        info: &'static MessageInfo,
        header: Option<&Berichtheader>,
        format: Format,
        layout: Layout,
    ) -> Result<String, Report> {
        write_message(self, info, header, format, layout)
    }
}

/// Reads a message of any module, release and type, in any format, bare or in an envelope.
///
/// # Errors
/// The report, when the input is not a valid message. It has every finding, not just the first.
///
/// ```
/// use skp_messages::schuldregeling::v2_0::GeenMedewerking;
/// let received = skp_messages::read(br#"{
///     "bericht": "schuldregeling/2.0/GeenMedewerking",
///     "klantnummerSHV": "SHV-1",
///     "reden": "KLANT_ONBEKEND"
/// }"#)?;
/// assert_eq!(received.info().bericht, "schuldregeling/2.0/GeenMedewerking");
/// assert!(received.get::<GeenMedewerking>().is_some());
/// # Ok::<(), skp_messages::Report>(())
/// ```
pub fn read(bytes: &[u8]) -> Result<Received, Report> {
    read_with(bytes, &Options::default())
}

/// Reads a message as [`read`] does, with options.
///
/// # Errors
/// The report, when the input is not a valid message.
pub fn read_with(bytes: &[u8], options: &Options) -> Result<Received, Report> {
    received(run(bytes, options, None, generated::pull_any))
}

/// Reads and checks one input: straight, and when that gives up carefully.
fn run<V>(bytes: &[u8], options: &Options, only: Option<&'static MessageInfo>, pull: Pull<V>) -> Outcome<V> {
    match straight::run(bytes, options, only, pull) {
        Some(outcome) => outcome,
        None => careful::run(bytes, options, only, pull),
    }
}

/// Reads a message as [`read_with`] does, the straight way alone: `None` when that gives up.
#[doc(hidden)]
#[must_use]
pub fn read_straight(bytes: &[u8], options: &Options) -> Option<Received> {
    received(straight::run(bytes, options, None, generated::pull_any)?).ok()
}

/// Reads a message as [`read_with`] does, the careful way alone.
///
/// # Errors
/// The report, when the input is not a valid message.
#[doc(hidden)]
pub fn read_careful(bytes: &[u8], options: &Options) -> Result<Received, Report> {
    received(careful::run(bytes, options, None, generated::pull_any))
}

fn received(outcome: Outcome<Box<dyn AnyMessage>>) -> Result<Received, Report> {
    let Outcome { value, header, report } = outcome;
    match (value, report.message, report.format) {
        (Some(message), Some(info), Some(format)) if report.is_valid() => {
            Ok(Received { info, format, header, message, report })
        }
        _ => Err(report),
    }
}

/// What came of an input that may be one of a conversation, see [`examine`].
#[derive(Debug)]
pub struct Examined {
    /// Everything that is wrong with it.
    pub report: Report,
    /// The message, when each of its elements is right by itself; what is wrong is then a rule between elements, or who
    /// sends it with what. Not always valid.
    pub received: Option<Received>,
    /// The header, when each of its own elements is right by itself and the message is not.
    pub header: Option<Berichtheader>,
}

/// Checks an input, and keeps what can be used of it when it is not valid.
///
/// So the rest of a conversation can be checked when one of its messages has an error. Everywhere else use [`read`].
#[must_use]
pub fn examine(bytes: &[u8], options: &Options) -> Examined {
    let Outcome { value, header, report } = careful::examine(bytes, options, generated::pull_any);
    match (value, report.message, report.format) {
        (Some(message), Some(info), Some(format)) => {
            let received = Received { info, format, header, message, report: report.clone() };
            Examined { report, received: Some(received), header: None }
        }
        _ => Examined { report, received: None, header },
    }
}

/// Checks an input without keeping its message.
///
/// ```
/// let report = skp_messages::validate(b"<Saldoverzoek/>", &skp_messages::Options::default());
/// assert!(!report.is_valid());
/// ```
#[must_use]
pub fn validate(bytes: &[u8], options: &Options) -> Report {
    run(bytes, options, None, generated::pull_any).report
}

/// Reads a message of one type; the provided methods of each release's `Message` call this.
pub(crate) fn read_message<T: Composite>(
    bytes: &[u8],
    info: &'static MessageInfo,
    format: Option<Format>,
) -> Result<T, Report> {
    let pull = |_: &'static MessageInfo, d: &mut AnyDecoder<'_, '_, '_>, c: &mut Checker<'_>| careful::pull::<T>(d, c);
    let Outcome { value, report, .. } = run(bytes, &Options::default(), Some(info), pull);
    let wanted = format.is_none() || format == report.format;
    match value {
        Some(value) if wanted && report.is_valid() => Ok(value),
        _ => Err(if wanted { report } else { careful::other_format(report) }),
    }
}

/// Checks and writes a message, in an envelope when there is a header.
pub(crate) fn write_message<T: Composite>(
    message: &T,
    info: &'static MessageInfo,
    header: Option<&Berichtheader>,
    format: Format,
    layout: Layout,
) -> Result<String, Report> {
    let (text, clean) = match format {
        Format::Json => json(message, info, header, layout),
        Format::Xml => xml(message, info, header, layout),
    };
    let known = clean && header.is_none() && holds(message, Root::Message(info.id, false));
    if !known || text.len() > Limits::default().size {
        too_large(message.inspect(info, header)?, text.len())?;
    }
    Ok(text)
}

/// The message as JSON, and whether all its elements are clean.
fn json<T: Composite>(
    message: &T,
    info: &MessageInfo,
    header: Option<&Berichtheader>,
    layout: Layout,
) -> (String, bool) {
    let mut writer = JsonWriter::new(layout);
    match header {
        None => writer.object(message, |writer| writer.text_member("bericht", info.bericht)),
        Some(header) => {
            writer.open('{');
            writer.member("header");
            writer.object(header, |_| ());
            writer.member("inhoud");
            writer.object(message, |_| ());
            writer.close('}');
        }
    }
    writer.finish()
}

/// The message as XML, and whether all its elements are clean.
fn xml<T: Composite>(
    message: &T,
    info: &MessageInfo,
    header: Option<&Berichtheader>,
    layout: Layout,
) -> (String, bool) {
    let mut writer = XmlWriter::new(layout);
    match header {
        None => writer.root(info.id, info.release.namespace, message),
        Some(header) => {
            writer.open("soap:Envelope", " xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"");
            writer.open("soap:Header", "");
            writer.root("Berichtheader", "urn:x-skp:bericht:2.0", header);
            writer.close("soap:Header");
            writer.open("soap:Body", "");
            writer.root(info.id, info.release.namespace, message);
            writer.close("soap:Body");
            writer.close("soap:Envelope");
        }
    }
    writer.finish()
}

/// Makes the trait of the messages of one release.
///
/// The trait is what ties a type to a release: a type that is the same in two releases exists once and
/// implements the trait of both, and the trait that is in scope decides which release is written.
#[allow(unused_macros)] // with every module switched off
macro_rules! message_trait {
    ($release:literal) => {
        #[doc = concat!("A message of ", $release, ": reading it, checking it and writing it.")]
        pub trait Message: $crate::codec::Composite {
            /// Which message it is.
            const INFO: &'static $crate::shape::MessageInfo;

            /// Reads the message from JSON or XML, bare or in an envelope.
            /// A header is checked and left out; [`read`](crate::read) keeps it.
            ///
            /// # Errors
            /// The report, when the input is not a valid message of this type and release.
            fn from_bytes(bytes: &[u8]) -> Result<Self, $crate::Report> {
                $crate::api::read_message(bytes, Self::INFO, None)
            }

            /// Reads the message from XML, bare or in an envelope.
            /// A header is checked and left out; [`read`](crate::read) keeps it.
            ///
            /// # Errors
            /// The report, when the input is not a valid message of this type and release.
            fn from_xml(bytes: &[u8]) -> Result<Self, $crate::Report> {
                $crate::api::read_message(bytes, Self::INFO, Some($crate::Format::Xml))
            }

            /// Reads the message from JSON, bare or in an envelope.
            /// A header is checked and left out; [`read`](crate::read) keeps it.
            ///
            /// # Errors
            /// The report, when the input is not a valid message of this type and release.
            fn from_json(bytes: &[u8]) -> Result<Self, $crate::Report> {
                $crate::api::read_message(bytes, Self::INFO, Some($crate::Format::Json))
            }

            /// Checks the message without its header, and gives warnings and what was not checked.
            ///
            /// # Errors
            /// The report, when it has errors.
            fn validate(&self) -> Result<$crate::Report, $crate::Report> {
                $crate::check::check_value(self, $crate::finding::Root::Message(Self::INFO.id, false))
            }

            /// Writes the message as canonical XML.
            ///
            /// # Errors
            /// The report, when the message is not valid; nothing is written then.
            fn to_xml(&self) -> Result<String, $crate::Report> {
                self.write(None, $crate::Format::Xml, $crate::Layout::Compact)
            }

            /// Writes the message as canonical JSON.
            ///
            /// # Errors
            /// The report, when the message is not valid; nothing is written then.
            fn to_json(&self) -> Result<String, $crate::Report> {
                self.write(None, $crate::Format::Json, $crate::Layout::Compact)
            }

            /// Writes the message in a format and layout, in an envelope when there is a header.
            ///
            /// # Errors
            /// The report, when the header or the message is not valid; nothing is written then.
            fn write(
                &self,
                header: Option<&$crate::bericht::v2_0::Berichtheader>,
                format: $crate::Format,
                layout: $crate::Layout,
            ) -> Result<String, $crate::Report> {
                $crate::api::write_message(self, Self::INFO, header, format, layout)
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use message_trait;
