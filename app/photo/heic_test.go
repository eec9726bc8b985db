//go:build nodynamic

package photo_test

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"errors"
	"image"
	"testing"

	"skinward/app/photo"
)

//go:embed testdata/quarters.heic
var quartersHEIC []byte // 160 × 120

func TestHEIC(t *testing.T) {
	res, err := photo.Process(bytes.NewReader(quartersHEIC))
	if err != nil {
		t.Fatal(err)
	}
	if res.Format != photo.HEIC || res.Width != 160 || res.Height != 120 {
		t.Errorf("%s %d × %d, want heic 160 × 120", res.Format, res.Width, res.Height)
	}
	checkQuarters(t, res.View, 10)
	checkQuarters(t, res.Thumb, 10)
}

func TestDamagedHEIC(t *testing.T) {
	for _, n := range []int{500, 600, len(quartersHEIC) - 1} {
		if _, err := photo.Process(bytes.NewReader(quartersHEIC[:n])); !errors.Is(err, &photo.Error{Code: photo.CodeDamaged}) {
			t.Errorf("cut to %d bytes: %v", n, err)
		}
	}
	huge := bytes.ReplaceAll(quartersHEIC, []byte("\x00\x00\x00\xa0\x00\x00\x00\x78"), binary.BigEndian.AppendUint64(nil, 200_000<<32|200_000))
	if _, err := photo.Process(bytes.NewReader(huge)); !errors.Is(err, &photo.Error{Code: photo.CodeTooManyPixels}) {
		t.Errorf("200,000 × 200,000: %v", err)
	}
}

func TestHEICCannotBeStripped(t *testing.T) {
	if _, err := photo.Strip(quartersHEIC); !errors.Is(err, &photo.Error{Code: photo.CodeNoStrip}) {
		t.Errorf("Strip: %v", err)
	}
}

// The helper's picture is upright already; an orientation in the notes would
// turn it twice.
func TestHEICByHelper(t *testing.T) {
	im := photo.Importer{HEIC: func(b []byte) (image.Image, error) {
		if !bytes.Equal(b, quartersHEIC) {
			t.Error("the helper received other bytes")
		}
		return quarters(48, 64), nil
	}}
	res, err := im.Process(bytes.NewReader(quartersHEIC))
	if err != nil {
		t.Fatal(err)
	}
	if res.Width != 48 || res.Height != 64 {
		t.Errorf("%d × %d, want 48 × 64", res.Width, res.Height)
	}
	checkQuarters(t, res.View, 4)
}
