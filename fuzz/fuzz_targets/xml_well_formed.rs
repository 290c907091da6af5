#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| skp_fuzz_targets::xml_well_formed::run(data));
