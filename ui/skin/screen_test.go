package skin_test

import (
	"testing"

	"skinward/ui/kit"
	"skinward/ui/uitest"
)

func TestShots(t *testing.T) {
	for _, tc := range []struct {
		name string
		m    *memory
		s    uitest.Setup
		tap  []string
	}{
		{"skin-light", season(t), uitest.Setup{}, nil},
		{"skin-dark", season(t), uitest.Setup{Dark: true}, nil},
		{"skin-small", season(t), uitest.Setup{Width: 1024 - 196, Height: 700}, nil},
		{"skin-side", season(t), uitest.Setup{Width: 1280 - 196}, []string{"Side by side"}},
		{"skin-all", season(t), uitest.Setup{Width: 1280 - 196}, []string{"All sites"}},
		{"skin-empty", newMemory(), uitest.Setup{Width: 1280 - 196}, nil},
		{"skin-empty-dark", newMemory(), uitest.Setup{Width: 1024 - 196, Height: 700, Dark: true}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if tc.s.Height == 0 {
				tc.s.Height = 800
			}
			if tc.s.Width == 0 {
				tc.s.Width = 1280 - 196
			}
			b := open(t, tc.m, tc.s, kit.Route{})
			for _, words := range tc.tap {
				b.Tap(words)
			}
			b.Shot(tc.name)
			for _, cut := range b.CutTexts() {
				if len(cut) > 6 { // dates and ratings at the edge of the strip can be scrolled to
					t.Errorf("cut: %q", cut)
				}
			}
			if o := b.Overlaps(); len(o) > 0 {
				t.Errorf("overlapping: %q", o)
			}
		})
	}
}
