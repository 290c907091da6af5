#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| skp_fuzz_targets::checks_against_jsonschema::run(data));
