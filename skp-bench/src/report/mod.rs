//! What a run found, one file for each form. A form decides nothing.

pub mod json;
pub mod text;

use serde::Serialize;

use crate::figure::Figure;
use crate::memory::Memory;

/// What a run found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// On what it ran.
    pub machine: Machine,
    /// How many rounds.
    pub rounds: usize,
    /// The figures, by measure, input and contender.
    pub figures: Vec<Figure>,
    /// What was counted; absent when it was not asked for.
    pub memory: Option<Vec<Memory>>,
    /// Why memory was not counted.
    pub memory_not_measured: Option<String>,
}

/// On what a benchmark runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Machine {
    /// The processor, by its own name where that is known.
    pub processor: String,
    /// The operating system.
    pub system: &'static str,
    /// The processor features that the compiler was allowed to use.
    pub features: Vec<&'static str>,
    /// Whether it was compiled with optimisation.
    pub optimised: bool,
}

impl Machine {
    /// This one.
    #[must_use]
    pub fn this() -> Self {
        let known = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let name = known.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(std::env::consts::ARCH);
        let features = [
            ("sse2", cfg!(target_feature = "sse2")),
            ("sse4.2", cfg!(target_feature = "sse4.2")),
            ("pclmulqdq", cfg!(target_feature = "pclmulqdq")),
            ("bmi2", cfg!(target_feature = "bmi2")),
            ("avx2", cfg!(target_feature = "avx2")),
            ("avx512bw", cfg!(target_feature = "avx512bw")),
            ("neon", cfg!(target_feature = "neon")),
        ];
        Self {
            processor: name.trim_start_matches(['\t', ' ', ':']).to_owned(),
            system: std::env::consts::OS,
            features: features.into_iter().filter(|&(_, on)| on).map(|(name, _)| name).collect(),
            optimised: !cfg!(debug_assertions),
        }
    }
}
