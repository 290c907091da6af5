//! The fuzz targets on a few bytes that decide about a sample and its changes, without a fuzzer.

use proptest::collection::vec;
use proptest::prelude::*;
use skp_fuzz_targets::TARGETS;

use super::config;

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn every_target_is_right_on_samples_with_changes(number in 0..TARGETS.len(), choices in vec(any::<u8>(), 4..80)) {
        if let Some(target) = TARGETS.get(number) {
            (target.run)(&choices);
        }
    }
}
