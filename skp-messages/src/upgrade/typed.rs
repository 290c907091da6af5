//! Converting a value whose type is known: strictly, or as a builder that is filled as far as that goes.

use super::Changes;
use super::apply::apply;
use super::draft::Draft;
use crate::check::any::AnyDecoder;
use crate::check::made::Made;
use crate::codec::{Composite, Decoder, decoded};
use crate::finding::{Path, Root};
use crate::shape::Conversion;

/// A type of one release that takes over values of the release before or after.
///
/// Generated for every composite whose content differs between the two.
///
/// ```
/// use skp_messages::schuldregeling::v1_1::KlantOnbekend;
/// use skp_messages::schuldregeling::v2_0::{GeenMedewerking, RedenGeenMedewerking};
/// use skp_messages::upgrade::{ConvertFrom, Kind};
///
/// let old = KlantOnbekend::builder().klantnummer_shv("SHV-1".parse()?).build()?;
/// let (builder, changes) = GeenMedewerking::convert_from(&old);
/// // 2.0 asks why; 1.1 did not say.
/// let missing: Vec<String> = changes.of(Kind::Missing).map(|change| change.path().to_string()).collect();
/// assert_eq!(missing, ["Reden"]);
/// let new = builder.reden(RedenGeenMedewerking::KlantOnbekend).build()?;
/// assert_eq!(new.klantnummer_shv, old.klantnummer_shv);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait ConvertFrom<Old: Composite>: Composite {
    /// The builder of the type.
    type Builder: Prefill;

    /// What becomes of each element.
    const CONVERSION: &'static Conversion;

    /// Fills a builder with what goes over, and tells what does not.
    ///
    /// An element that is missing, that does not fit or that holds such an element is left out of the builder.
    fn convert_from(old: &Old) -> (Self::Builder, Changes) {
        let (mut draft, lost) = convert(Self::CONVERSION, old);
        let errors = Made::walk(&draft.tree(), Self::SHAPE, root(Self::CONVERSION)).errors();
        for finding in &errors {
            if let Some(first) = finding.path().steps().first() {
                let wrong = Self::SHAPE.elements.iter().position(|element| element.name == first.name);
                if let Some(values) = wrong.and_then(|wrong| draft.elements.get_mut(wrong)) {
                    values.clear();
                }
            }
        }
        let tree = draft.tree();
        let made = Made::walk(&tree, Self::SHAPE, root(Self::CONVERSION));
        // What is left is right, so every element of it can be pulled out.
        let mut builder = Self::Builder::default();
        if builder.prefill(&mut AnyDecoder::Tree(&mut made.decoder())).is_none() {
            builder = Self::Builder::default();
        }
        (builder, Changes::new(lost, errors))
    }
}

/// A builder that can be filled in part. Implemented by generated code.
#[doc(hidden)]
pub trait Prefill: Default {
    /// Takes the elements that are there.
    fn prefill<D: Decoder>(&mut self, d: &mut D) -> Option<()>;
}

/// Converts a value when nothing is lost, nothing is missing and everything fits.
#[allow(dead_code)] // when no module that is on has a content that changed
pub(crate) fn strictly<Old: Composite, New: Composite>(
    conversion: &'static Conversion,
    old: &Old,
) -> Result<New, Changes> {
    let (draft, lost) = convert(conversion, old);
    let tree = draft.tree();
    let made = Made::walk(&tree, New::SHAPE, root(conversion));
    let value: Option<New> = if lost.is_empty() { decoded(&mut AnyDecoder::Tree(&mut made.decoder())) } else { None };
    let changes = Changes::new(lost, made.errors());
    value.filter(|_| changes.is_empty()).ok_or(changes)
}

fn convert<Old: Composite>(conversion: &Conversion, old: &Old) -> (Draft, Vec<Path>) {
    let mut lost = Vec::new();
    let mut path = Path::root(Root::Message(conversion.from.name, false));
    (apply(conversion, Draft::of(old), &mut path, &mut lost), lost)
}

const fn root(conversion: &Conversion) -> Root {
    Root::Message(conversion.to.name, false)
}

/// `TryFrom` by a conversion that may fail.
#[allow(unused_macros)] // with every module switched off
macro_rules! try_from {
    ($old:ty => $new:ty, $conversion:expr) => {
        impl TryFrom<$old> for $new {
            type Error = $crate::upgrade::Changes;

            fn try_from(old: $old) -> Result<Self, Self::Error> {
                $crate::upgrade::strictly(&$conversion, &old)
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use try_from;

/// The builder of a type filled from one of another release.
#[allow(unused_macros)]
macro_rules! convert_from {
    ($old:ty => $new:ty, $builder:ty, $conversion:expr) => {
        impl $crate::upgrade::ConvertFrom<$old> for $new {
            type Builder = $builder;

            const CONVERSION: &'static $crate::shape::Conversion = &$conversion;
        }
    };
}
#[allow(unused_imports)]
pub(crate) use convert_from;
