#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| skp_fuzz_targets::read_csv::run(data));
