//! Readers of packed bytes: gzip and Zstandard, with several parts behind each other as both allow.
//!
//! Memory stays that of the window of the format. What is wrong with the packing comes out as an error that
//! [`Fault::of`] knows.

use std::error::Error;
use std::io::{self, BufRead, BufReader, Read};

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use super::kind::Packing;
use super::rules::Fault;

/// The largest window of Zstandard, in MiB: what RFC 8878 asks every decoder to support, and what `zstd` uses without
/// `--ultra` or `--long`.
const WINDOW: u64 = 8;

/// A reader of what is packed in `reader`.
pub(super) fn unpack<'r>(packing: Packing, reader: impl Read + Send + 'r) -> Box<dyn Read + Send + 'r> {
    match packing {
        Packing::Plain => Box::new(reader),
        Packing::Gzip => Box::new(MultiGzDecoder::new(reader)),
        Packing::Zstd => Box::new(Zstd::new(reader)),
    }
}

/// Reads the frames of Zstandard.
struct Zstd<R> {
    source: BufReader<R>,
    decoder: FrameDecoder,
    /// Whether a frame was begun that is not at its end.
    inside: bool,
    /// Whether there was a frame.
    any: bool,
}

impl<R: Read> Zstd<R> {
    fn new(reader: R) -> Self {
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(WINDOW << 20);
        Self { source: BufReader::with_capacity(64 << 10, reader), decoder, inside: false, any: false }
    }

    /// Begins the next frame; false at the end.
    fn begin(&mut self) -> io::Result<bool> {
        loop {
            if self.source.fill_buf()?.is_empty() {
                return if self.any { Ok(false) } else { Err(Fault::Damaged.into()) };
            }
            match self.decoder.reset(&mut self.source) {
                Ok(()) => {
                    (self.inside, self.any) = (true, true);
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    let length = u64::from(length);
                    if io::copy(&mut self.source.by_ref().take(length), &mut io::sink())? < length {
                        return Err(Fault::Damaged.into());
                    }
                    self.any = true;
                }
                Err(error) => return Err(told(&error)),
            }
        }
    }

    fn checksum_is_right(&self) -> bool {
        self.decoder.get_checksum_from_data().is_none_or(|told| self.decoder.get_calculated_checksum() == Some(told))
    }
}

impl<R: Read> Read for Zstd<R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.inside && !self.begin()? {
                return Ok(0);
            }
            if self.decoder.can_collect() > 0 {
                return self.decoder.read(room);
            }
            if self.decoder.is_finished() {
                self.inside = false;
                if !self.checksum_is_right() {
                    return Err(Fault::Damaged.into());
                }
            } else {
                let blocks = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.source, blocks).map_err(|error| told(&error))?;
            }
        }
    }
}

/// The error as a fault, or as that of the operating system when this is behind it.
fn told(error: &FrameDecoderError) -> io::Error {
    match error {
        FrameDecoderError::WindowSizeTooBig { .. } => return Fault::Window(WINDOW).into(),
        FrameDecoderError::DictNotProvided { .. } => return Fault::Method.into(),
        _ => {}
    }
    let mut cause: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(inner) = cause {
        if let Some(code) = inner.downcast_ref::<io::Error>().and_then(io::Error::raw_os_error) {
            return io::Error::from_raw_os_error(code);
        }
        cause = inner.source();
    }
    Fault::Damaged.into()
}
