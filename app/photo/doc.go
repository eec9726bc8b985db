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
// A baseline JPEG much larger than its copies is decoded at a half, a quarter or
// an eighth of its size from the low frequencies of its blocks; a thumbnail then
// takes less than half of the time that vipsthumbnail needs for the same one.
//
// # HEIC
//
// HEIC is decoded by libheif compiled to WebAssembly. The library that carries
// it would rather load whatever libheif the system has, at a guessed binary
// interface; the build tag nodynamic forbids that, and release builds set it.
// In a build without the tag on a system that has libheif, HEIC files are
// refused with CodeHEICBuild instead of being decoded by a stranger. Decoding
// costs about 350 MB, which the engine keeps: the program has a process of its
// own made for each (cmd/work, Helper), one at a time.
//
// # Comparison
//
// AlignMarks lays one photo on another by marks clicked in both, Propose tries
// it without; both give numbers (Similarity), never changed pixels. Render
// draws a photo as it lies.
//
// Judge and Compare make the fairness badge. A pair is not comparable when
// either photo is blurred (sharpness below 0.05), when the light differs more
// than twofold, the colour cast by more than 12 in CIELAB, the distance more
// than twofold, or when a photo's colours are of unknown meaning. Care is
// asked for when one photo has less than 0.4 of the other's sharpness, when
// light or distance differ by more than a quarter, the cast by more than 5,
// the turn by more than 25°, or when more than 5 % of a photo is burnt out.
// With a grey or white card marked in both photos, light and cast are those of
// the cards; without, those of the whole pictures, and a* counts half.
//
// Sharpness is fine detail over coarse, less what grain can have left in it. The
// bounds were set on synthetic skin of several tones, out of focus and shaken,
// with compression and grain, where a crisp view copy measures 0.3 to 2.5. They
// were tried on four photographs, none of them of skin: crisp 0.39 to 0.78, out of
// focus by a 250th of their width 0 to 0.03; dimmed to 0.6 of their bytes and with
// grain of up to 58 bytes crisp 0.25 to 0.78, out of focus 0. Stronger grain calls
// a crisp photo blurred, never the other way round. A view copy less than 960
// pixels long tells nothing of its grain, and the coarse blotches that some phones
// make of grain still count as detail.
//
// MeasureRedness is a colour measurement of a marked area, not a grade.
package photo
