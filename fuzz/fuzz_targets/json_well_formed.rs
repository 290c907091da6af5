#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| skp_fuzz_targets::json_well_formed::run(data));
