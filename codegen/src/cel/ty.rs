//! What the compiler must know of the element tables: the types of elements and the [`Schema`] trait.
//!
//! The generator implements [`Schema`] for its catalogue, for one release at a time; this module knows
//! no definition files.

use proc_macro2::{Ident, TokenStream};

/// The type of an element, or of the items when the element is a list.
///
/// A composite, a code list and a type without meaning in rules are known by a number of the schema's choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ty {
    /// Any text; in Rust a type with `as_str()`.
    Text,
    /// A code of this code list; in Rust an enum.
    Code(usize),
    /// A date; in Rust `chrono::NaiveDate`.
    Date,
    /// A date with a time; in Rust `chrono::DateTime<FixedOffset>`.
    DateTime,
    /// An amount; in Rust a `Copy` type with `to_decimal()`.
    Amount,
    /// A percentage; in Rust a `Copy` type with `to_decimal()`.
    Percentage,
    /// A whole number; in Rust `u32` or `i32`.
    Integer,
    /// True or false; in Rust `bool`.
    Boolean,
    /// A UUID; in Rust `uuid::Uuid`.
    Uuid,
    /// A type whose values can only be equal or not, such as a BSN or an IBAN.
    Other(usize),
    /// A composite.
    Composite(usize),
}

/// How often an element stands in its composite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Exactly once; in Rust `T`.
    Required,
    /// At most once; in Rust `Option<T>`.
    Optional,
    /// Any number of times; in Rust `Vec<T>`.
    List,
}

/// An element as a rule sees it.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its type.
    pub ty: Ty,
    /// How often it stands.
    pub presence: Presence,
    /// The name of the field in Rust.
    pub ident: Ident,
}

/// The element tables that rules are checked against.
pub trait Schema {
    /// The element of this name; of a list, the name of the wrapper.
    fn field(&self, composite: usize, element: &str) -> Option<Field>;
    /// The Rust path of a code, such as `TypeSchuldregeling::Sa`.
    fn variant(&self, list: usize, code: &str) -> Option<TokenStream>;
    /// The names of all elements of a composite.
    fn names(&self, composite: usize) -> Vec<String>;
    /// All codes of a code list.
    fn codes(&self, list: usize) -> Vec<String>;
    /// The name of a composite or message, for errors.
    fn composite_name(&self, composite: usize) -> String;
    /// The name of a code list, for errors.
    fn list_name(&self, list: usize) -> String;
}

impl Ty {
    /// Whether the Rust type is `Copy` for certain.
    pub(super) const fn is_copy(self) -> bool {
        match self {
            Self::Text | Self::Code(_) | Self::Other(_) | Self::Composite(_) => false,
            Self::Date
            | Self::DateTime
            | Self::Amount
            | Self::Percentage
            | Self::Integer
            | Self::Boolean
            | Self::Uuid => true,
        }
    }
}
