// Package photo turns a photo file into what the journal can keep, show and
// compare. It reads bytes and returns values; it opens no file, reads no
// clock and starts no goroutine, so every rule in it is tested without a
// window and without a disk.
//
// # Import
//
// Process reads one file within bounds (see Limits), names its format by
// content and never by its ending, and returns its SHA-256, the moment it was
// taken, an upright view copy of at most ViewSide pixels and a thumbnail of at
// most ThumbSide pixels. Both copies are sRGB JPEGs without any metadata. The
// original is not changed: its hash is the hash of the bytes that came in.
//
// Strip removes place, device and every other note from an original without
// touching a pixel, for exports and for the doctor's page.
//
// # HEIC
//
// HEIC is decoded by libheif compiled to WebAssembly. The library that carries
// it would rather load whatever libheif the system has, at a guessed binary
// interface; the build tag nodynamic forbids that, and release builds set it.
// In a build without the tag on a system that has libheif, HEIC files are
// refused with CodeHEICBuild instead of being decoded by a stranger. Decoding
// costs about 300 MB for as long as it lasts: run one at a time, or hand
// Importer a function that asks a helper process.
package photo
