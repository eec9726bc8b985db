package kit_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"skinward/ui/kit"
)

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

// The colours are those of the design, in light and dark.
func TestRolesHaveTheColoursOfTheDesign(t *testing.T) {
	for role, want := range map[kit.Role][2]uint32{
		kit.Ground: {0xFAF7F2, 0x161412}, kit.Surface: {0xFFFFFF, 0x201D1A}, kit.Raised: {0xF3EEE6, 0x2A2622},
		kit.Line: {0xE4DCD0, 0x3A342E}, kit.Ink: {0x2A2521, 0xF2EBE2}, kit.Muted: {0x6B625A, 0xB3A89C},
		kit.Primary: {0x1D6B60, 0x5FC2B2}, kit.Skin: {0xB24530, 0xEE8B74}, kit.Stress: {0x5356A6, 0xA6A8F0},
		kit.Meals: {0x8F5E10, 0xE3B565}, kit.Probiotics: {0x3F6F2E, 0x9CCB86}, kit.Water: {0x2A6F9E, 0x82BDE6},
		kit.Hormones: {0x8A3F72, 0xDE9BC8},
	} {
		if got := role.In(false); got != rgb(want[0]) {
			t.Errorf("%s light is %v, want %06X", role, got, want[0])
		}
		if got := role.In(true); got != rgb(want[1]) {
			t.Errorf("%s dark is %v, want %06X", role, got, want[1])
		}
	}
}

// textRoles are the colours in which words and icons are drawn.
var textRoles = []kit.Role{
	kit.Ink, kit.Muted, kit.Primary, kit.Skin, kit.Stress, kit.Meals, kit.Probiotics, kit.Water, kit.Hormones,
}

func TestEveryTextColourIsReadable(t *testing.T) {
	const least = 4.5
	for _, dark := range []bool{false, true} {
		for _, role := range textRoles {
			for _, ground := range []kit.Role{kit.Ground, kit.Surface, kit.Raised} {
				if c := kit.Contrast(role.In(dark), ground.In(dark)); c < least {
					t.Errorf("%s on %s, dark %v: %.2f : 1", role, ground, dark, c)
				}
			}
			if c := kit.Contrast(role.In(dark), role.TintIn(dark)); c < least {
				t.Errorf("%s on its own tint, dark %v: %.2f : 1", role, dark, c)
			}
			if c := kit.Contrast(kit.Ink.In(dark), role.TintIn(dark)); c < 7 {
				t.Errorf("ink on the tint of %s, dark %v: %.2f : 1", role, dark, c)
			}
		}
		for on, fill := range map[kit.Role]kit.Role{kit.OnInk: kit.Ink, kit.OnPrimary: kit.Primary} {
			if c := kit.Contrast(on.In(dark), fill.In(dark)); c < least {
				t.Errorf("%s on %s, dark %v: %.2f : 1", on, fill, dark, c)
			}
		}
	}
}

func TestContrastIsThatOfWCAG(t *testing.T) {
	for _, c := range []struct {
		a, b uint32
		want float64
	}{
		{0x000000, 0xFFFFFF, 21},
		{0xFFFFFF, 0xFFFFFF, 1},
		{0x767676, 0xFFFFFF, 4.54}, // the well-known lightest grey that passes on white
	} {
		if got := kit.Contrast(rgb(c.a), rgb(c.b)); got < c.want-0.01 || got > c.want+0.01 {
			t.Errorf("%06X on %06X is %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func grey(c color.NRGBA) float64 {
	return 0.2126*float64(c.R) + 0.7152*float64(c.G) + 0.0722*float64(c.B)
}

func TestSeverityFallsSteadilyAndItsDigitsAreReadable(t *testing.T) {
	before := kit.Severity(0)
	for i := 1; i <= 10; i++ {
		now := kit.Severity(float64(i))
		if grey(now) >= grey(before) {
			t.Errorf("step %d is not darker than step %d", i, i-1)
		}
		before = now
	}
	for v := 0.0; v <= 10; v += 0.25 {
		if c := kit.Contrast(kit.OnSeverity(v), kit.Severity(v)); c < 4.5 {
			t.Errorf("the digit on %.2f has %.2f : 1", v, c)
		}
	}
}

func TestSeverityHoldsAtItsEnds(t *testing.T) {
	if kit.Severity(-3) != kit.Severity(0) || kit.Severity(14) != kit.Severity(10) {
		t.Error("values outside 0 … 10 take the colours of the ends")
	}
}

func TestThemeAnswersEveryNameForEveryVariant(t *testing.T) {
	test.NewTempApp(t)
	for _, mode := range []kit.Mode{kit.ModeSystem, kit.ModeLight, kit.ModeDark} {
		test.AssertAllColorNamesDefined(t, kit.NewTheme(kit.Options{Mode: mode}), "skinward")
	}
	th := kit.NewTheme(kit.Options{})
	for _, variant := range []fyne.ThemeVariant{0, 1, 2, 77} {
		for _, role := range kit.Roles() {
			want := role.In(variant == theme.VariantDark)
			if got := th.Color(role.Name(), variant); got != want {
				t.Errorf("%s for variant %d is %v, want %v", role, variant, got, want)
			}
		}
	}
}

func TestModeOverridesTheSystem(t *testing.T) {
	dark := kit.NewTheme(kit.Options{Mode: kit.ModeDark})
	if got := dark.Color(theme.ColorNameBackground, theme.VariantLight); got != kit.Ground.In(true) {
		t.Errorf("dark mode on a light system is %v", got)
	}
	light := kit.NewTheme(kit.Options{Mode: kit.ModeLight})
	if got := light.Color(theme.ColorNameBackground, theme.VariantDark); got != kit.Ground.In(false) {
		t.Errorf("light mode on a dark system is %v", got)
	}
}

func TestTextFollowsTheScaleAndNothingIsSmallerThanTwelve(t *testing.T) {
	names := []fyne.ThemeSizeName{
		kit.SizeTitle, kit.SizeLarge, kit.SizeSection, kit.SizeBody, kit.SizeControl, kit.SizeSmall,
		theme.SizeNameText, theme.SizeNameCaptionText, theme.SizeNameHeadingText, theme.SizeNameSubHeadingText,
	}
	plain, large := kit.NewTheme(kit.Options{}), kit.NewTheme(kit.Options{TextScale: 1.6})
	for _, name := range names {
		if plain.Size(name) < 12 {
			t.Errorf("%s is %v", name, plain.Size(name))
		}
		if got, want := large.Size(name), plain.Size(name)*1.6; got != want {
			t.Errorf("%s at 160 %% is %v, want %v", name, got, want)
		}
	}
	for asked, want := range map[float32]float32{0: 1, 0.2: 0.9, 1.3: 1.3, 9: 1.6} {
		if got := kit.NewTheme(kit.Options{TextScale: asked}).Options().TextScale; got != want {
			t.Errorf("a scale of %v is held at %v, want %v", asked, got, want)
		}
	}
}
