//! The schemas of the files that this program writes and reads, as JSON Schema 2020-12.
//!
//! They are written by hand beside the code; tests hold the two together.

/// The schema of the JSON and NDJSON reports, [`REPORT_SCHEMA`](crate::render::REPORT_SCHEMA).
///
/// ```
/// let schema: serde_json::Value = serde_json::from_str(skp_validate::schemas::REPORT)?;
/// assert_eq!(schema["$id"], skp_validate::render::REPORT_SCHEMA);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub const REPORT: &str = include_str!("../schemas/report.schema.json");

/// The schema of `.skp.toml`, for editors that check TOML by a schema.
pub const CONFIG: &str = include_str!("../schemas/config.schema.json");

/// The schema of a baseline file, [`BASELINE_SCHEMA`](crate::baseline::BASELINE_SCHEMA).
pub const BASELINE: &str = include_str!("../schemas/baseline.schema.json");

/// The schema of the JSON form of the catalogue, [`write_json`](crate::matrix::write_json).
pub const CATALOGUE: &str = include_str!("../schemas/catalogue.schema.json");
