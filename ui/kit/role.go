package kit

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Role names what a colour is for. One kind of record has one role and keeps
// it everywhere; screens never write a colour of their own.
type Role string

// The roles. Skin also says "worse", Primary also says "better"; Stress covers
// sleep, Probiotics covers treatments, Hormones covers the cycle.
const (
	Ground     Role = "kit.ground"    // the window behind the cards
	Surface    Role = "kit.surface"   // cards
	Raised     Role = "kit.raised"    // rail, unselected chips, scale boxes
	Line       Role = "kit.line"      // hairlines; never text
	Ink        Role = "kit.ink"       // text
	Muted      Role = "kit.muted"     // captions
	OnInk      Role = "kit.onink"     // text on an Ink fill
	Primary    Role = "kit.primary"   // actions, "better"
	OnPrimary  Role = "kit.onprimary" // text on a Primary fill
	Skin       Role = "kit.skin"      // skin, "worse"
	Stress     Role = "kit.stress"
	Meals      Role = "kit.meals"
	Probiotics Role = "kit.probiotics"
	Water      Role = "kit.water"
	Hormones   Role = "kit.hormones"
)

// Roles lists every role in a fixed order.
func Roles() []Role {
	return []Role{
		Ground, Surface, Raised, Line, Ink, Muted, OnInk, Primary, OnPrimary,
		Skin, Stress, Meals, Probiotics, Water, Hormones,
	}
}

// Name returns the role as a colour name of the theme, for rich text segments.
func (r Role) Name() fyne.ThemeColorName { return fyne.ThemeColorName(r) }

// Color returns the role's colour in the theme now shown. Ask again on every
// Refresh: the person may switch between light and dark at any time.
func (r Role) Color() color.NRGBA { return r.In(Dark()) }

// In returns the role's colour on a light or on a dark ground.
func (r Role) In(dark bool) color.NRGBA {
	t, known := palette[r]
	if !known {
		t = palette[Ink]
	}
	if dark {
		return t.dark
	}
	return t.light
}

// Tint returns the soft tint of the role on the surface, which backs tags and
// notes; text of the same role stays readable on it.
func (r Role) Tint() color.NRGBA { return r.TintIn(Dark()) }

// TintIn returns the soft tint on a light or on a dark ground.
func (r Role) TintIn(dark bool) color.NRGBA {
	if r == Muted || r == Ink || r == Raised {
		return Raised.In(dark)
	}
	if dark { // the deep colour tints a dark ground cleaner than the bright one
		return mix(Surface.In(true), r.In(false), 0.3)
	}
	return mix(Surface.In(false), r.In(false), 0.13)
}

// Severity returns the ramp's colour for a value from 0 (clear) to 10 (worst);
// values between the steps are mixed, values outside are held at the ends.
func Severity(value float64) color.NRGBA {
	if math.IsNaN(value) {
		return Raised.Color()
	}
	value = math.Max(0, math.Min(10, value))
	low := int(math.Floor(value))
	if low == 10 {
		return severityRamp[10]
	}
	return mix(severityRamp[low], severityRamp[low+1], value-float64(low))
}

// OnSeverity returns the colour of text on Severity(value): dark ink on the
// light steps, white on the dark ones, whatever the theme.
func OnSeverity(value float64) color.NRGBA { return readableOn(Severity(value)) }

// readableOn returns the better readable of dark ink and white on fill.
func readableOn(fill color.NRGBA) color.NRGBA {
	dark, white := hex(0x0D0B0A), hex(0xFFFFFF)
	if Contrast(dark, fill) >= Contrast(white, fill) {
		return dark
	}
	return white
}

// Dark reports whether the theme now shown is the dark one.
func Dark() bool {
	app := fyne.CurrentApp()
	if app == nil {
		return false
	}
	return Current().isDark(app.Settings().ThemeVariant())
}

func (t *Theme) isDark(variant fyne.ThemeVariant) bool {
	switch t.opts.Mode {
	case ModeDark:
		return true
	case ModeLight:
		return false
	}
	return variant == theme.VariantDark
}

// Contrast returns the WCAG 2.2 contrast ratio of two opaque colours, 1 … 21.
func Contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

// luminance is the relative luminance of WCAG 2.2 (sRGB, D65).
func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
