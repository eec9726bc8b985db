package photo

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/bep/imagemeta"
)

// Metadata is what a photo file notes about itself and the journal may use.
// Place, device and every other tag are not even read into memory beyond the
// one fact that a place was there.
type Metadata struct {
	// Taken is the wall clock at the place of the photo, held in UTC so that
	// no zone is implied; zero when the file does not say.
	Taken time.Time
	// Offset is the zone of Taken as minutes east of UTC; it counts only when
	// HasOffset is set.
	Offset    int
	HasOffset bool
	// Orientation tells how the stored pixels must be turned; Upright for HEIC,
	// whose decoder has turned them already.
	Orientation Orientation
	// Flash says whether the flash fired; it counts only when HasFlash is set.
	Flash    bool
	HasFlash bool
	// HasLocation reports that the file carries coordinates, which no export
	// and no print will.
	HasLocation bool
}

var metaFormat = map[Format]imagemeta.ImageFormat{
	JPEG: imagemeta.JPEG, PNG: imagemeta.PNG, WebP: imagemeta.WebP, HEIC: imagemeta.HEIF,
}

// ReadMetadata reads the EXIF notes of a file. A file without notes, or with
// broken ones, yields what could be read: bad notes never refuse a photo.
func ReadMetadata(b []byte, f Format) Metadata {
	tags := map[string]any{}
	wanted := map[string]bool{
		"DateTimeOriginal": true, "DateTimeDigitized": true, "CreateDate": true, "DateTime": true, "ModifyDate": true,
		"OffsetTimeOriginal": true, "OffsetTimeDigitized": true, "OffsetTime": true,
		"Orientation": true, "Flash": true, "GPSLatitude": true, "GPSLongitude": true,
	}
	func() {
		defer func() { _ = recover() }() // a parser's panic means: no more notes
		// The error is dropped on purpose: tags read before the fault still count.
		_, _ = imagemeta.Decode(imagemeta.Options{
			R: bytes.NewReader(b), ImageFormat: metaFormat[f], Sources: imagemeta.EXIF,
			ShouldHandleTag: func(t imagemeta.TagInfo) bool {
				return wanted[t.Tag] && strings.HasPrefix(t.Namespace, "IFD0")
			},
			HandleTag: func(t imagemeta.TagInfo) error {
				if _, seen := tags[t.Tag]; !seen {
					tags[t.Tag] = t.Value
				}
				return nil
			},
		})
	}()
	m := Metadata{Orientation: Upright}
	for _, pair := range [][2]string{
		{"DateTimeOriginal", "OffsetTimeOriginal"},
		{"DateTimeDigitized", "OffsetTimeDigitized"},
		{"CreateDate", "OffsetTimeDigitized"},
		{"DateTime", "OffsetTime"},
		{"ModifyDate", "OffsetTime"},
	} {
		if t, ok := parseClock(text(tags[pair[0]])); ok {
			m.Taken = t
			m.Offset, m.HasOffset = parseOffset(text(tags[pair[1]]))
			break
		}
	}
	if o, ok := integer(tags["Orientation"]); ok && f != HEIC && o >= 1 && o <= 8 {
		m.Orientation = Orientation(o)
	}
	if v, ok := integer(tags["Flash"]); ok {
		m.Flash, m.HasFlash = v&1 == 1, true
	}
	_, lat := tags["GPSLatitude"]
	_, long := tags["GPSLongitude"]
	m.HasLocation = lat || long
	return m
}

// parseClock reads "2026:11:21 12:22:05", the form of EXIF 2.32, and its common
// misspelling with dashes. Cameras without a set clock write zeros or blanks.
func parseClock(s string) (time.Time, bool) {
	s = strings.TrimRight(s, " \x00")
	if len(s) < 19 {
		return time.Time{}, false
	}
	for _, layout := range []string{"2006:01:02 15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04:05"} {
		t, err := time.ParseInLocation(layout, s[:19], time.UTC)
		if err == nil && t.Year() >= 1900 && t.Year() <= 2200 {
			return t, true
		}
	}
	return time.Time{}, false
}

// parseOffset reads "+01:00", "-0330" or "Z" as minutes east of UTC.
func parseOffset(s string) (minutes int, ok bool) {
	s = strings.Trim(s, " \x00")
	if s == "Z" {
		return 0, true
	}
	for _, layout := range []string{"-07:00", "-0700"} {
		if t, err := time.Parse(layout, s); err == nil {
			_, sec := t.Zone()
			return sec / 60, true
		}
	}
	return 0, false
}

func text(v any) string {
	switch s := v.(type) {
	case nil:
		return ""
	case string:
		return s
	}
	return fmt.Sprint(v)
}

func integer(v any) (int, bool) {
	switch n := v.(type) {
	case uint8:
		return int(n), true
	case uint16:
		return int(n), true
	case uint32:
		return int(n), true
	case int:
		return n, true
	}
	return 0, false
}
