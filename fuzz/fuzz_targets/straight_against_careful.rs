#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| skp_fuzz_targets::straight_against_careful::run(data));
