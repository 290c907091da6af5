//! How much input is read before giving up.

/// Limits on untrusted input. An input over a limit gives finding `FRM-004` and no value.
///
/// ```
/// let limits = skp_messages::Limits { size: 64 * 1024, ..skp_messages::Limits::default() };
/// assert_eq!(limits.depth, 64);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one message. Default 16 MiB.
    pub size: usize,
    /// How deep elements, objects and arrays may be nested. Default 64.
    pub depth: usize,
    /// Elements, members and items in one message. Default 1,000,000.
    pub elements: usize,
    /// Attributes on one element. Default 256.
    pub attributes: usize,
    /// Bytes of text in one element. Default 4 MiB, the room the standard leaves for a document.
    pub text: usize,
    /// Items in one list. Default 100,000.
    pub items: usize,
    /// Findings in one report; then it says that it was cut. Default 100.
    pub findings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            size: 16 << 20,
            depth: 64,
            elements: 1_000_000,
            attributes: 256,
            text: 4 << 20,
            items: 100_000,
            findings: 100,
        }
    }
}
