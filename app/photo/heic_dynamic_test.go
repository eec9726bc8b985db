//go:build !nodynamic

package photo_test

import (
	_ "embed"
	"errors"
	"strings"
	"testing"

	"skinward/app/photo"
)

//go:embed testdata/quarters.heic
var quartersHEIC []byte

// Without the tag a system library may have been loaded; then HEIC must be
// refused rather than decoded at a guessed interface.
func TestHEICWithoutTheTagIsDecodedOrRefused(t *testing.T) {
	res, err := photo.Importer{}.ProcessBytes(quartersHEIC)
	switch {
	case err == nil:
		checkQuarters(t, res.View, 10)
	case !errors.Is(err, &photo.Error{Code: photo.CodeHEICBuild}) || !strings.Contains(err.Error(), "HEIC"):
		t.Errorf("Process: %v", err)
	}
}
