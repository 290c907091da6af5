//! `serde_json::Value`, the generated JSON Schema over it, and then the typed struct: what a vendor does who wants checks.

use jsonschema::Validator;
use serde::de::DeserializeOwned;

/// Reads a message.
///
/// # Errors
/// When it is no JSON, does not obey the schema or does not fit the type.
pub fn read<T: DeserializeOwned>(bytes: &[u8], schema: &Validator) -> Result<T, String> {
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    if !schema.is_valid(&value) {
        return Err("the message does not obey the schema".to_owned());
    }
    serde_json::from_value(value).map_err(|error| error.to_string())
}
