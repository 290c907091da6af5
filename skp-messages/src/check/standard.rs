//! What inputs are checked against: the tables of a standard, and how its rules are run.
//!
//! The careful way asks this and nothing else, so that it can check against the standard this crate was built with
//! and against one that was read a moment ago. Nothing here reads an input.

use super::Checker;
use super::any::AnyDecoder;
use super::careful::Pull;
use super::pull::TreeDecoder;
use crate::bericht::v2_0::Berichtheader;
use crate::codec::Composite;
use crate::generated::{MESSAGES, MODULES};
use crate::shape::{MessageInfo, Module, Shape};

/// The tables of a standard.
#[derive(Debug)]
pub(crate) struct Standard {
    /// The modules with messages.
    pub(crate) modules: &'static [&'static Module],
    /// Every message of every release.
    pub(crate) messages: &'static [&'static MessageInfo],
    /// The table of the header.
    pub(crate) header: &'static Shape,
}

/// The standard this crate was built with.
pub(crate) static BUILT: Standard = Standard { modules: MODULES, messages: MESSAGES, header: Berichtheader::SHAPE };

/// A standard with its rules, and what is made of an input that has been walked.
pub(crate) trait Rules {
    /// What a message becomes.
    type Message;
    /// What a header becomes.
    type Header;

    /// The tables.
    fn standard(&self) -> &'static Standard;

    /// Runs the rules of a message.
    fn message(
        &self,
        info: &'static MessageInfo,
        d: &mut TreeDecoder<'_, '_>,
        c: &mut Checker<'_>,
    ) -> Option<Self::Message>;

    /// Runs the rules of the header.
    fn header(&self, d: &mut TreeDecoder<'_, '_>, c: &mut Checker<'_>) -> Option<Self::Header>;
}

/// The rules as generated code has them, which pulls a typed value and checks that.
pub(crate) struct Compiled<V>(pub(crate) Pull<V>);

impl<V> Rules for Compiled<V> {
    type Message = V;
    type Header = Berichtheader;

    fn standard(&self) -> &'static Standard {
        &BUILT
    }

    fn message(&self, info: &'static MessageInfo, d: &mut TreeDecoder<'_, '_>, c: &mut Checker<'_>) -> Option<V> {
        (self.0)(info, &mut AnyDecoder::Tree(d), c)
    }

    fn header(&self, d: &mut TreeDecoder<'_, '_>, c: &mut Checker<'_>) -> Option<Berichtheader> {
        super::careful::pull(&mut AnyDecoder::Tree(d), c)
    }
}
