//! The others: one file for each, and the plain structs that the typed ones read into.
//!
//! A peer gets the same bytes as we do and is used as its documentation says, in the fastest way that it offers for
//! that. None of it checks anything, except where its name says so.

pub mod c_program;
pub mod expat;
pub mod json_schema;
pub mod json_structs;
pub mod libxml2;
pub mod quick_xml_events;
pub mod quick_xml_serde;
pub mod roxmltree;
pub mod values;
pub mod xml_structs;

#[cfg(test)]
mod tests;
