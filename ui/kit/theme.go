package kit

import (
	"image/color"
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Mode says whether the window is light, dark or follows the system.
type Mode int

// The modes.
const (
	ModeSystem Mode = iota
	ModeLight
	ModeDark
)

// Text sizes at 100 %. Nothing on screen is smaller than SizeSmall.
const (
	SizeTitle   fyne.ThemeSizeName = "kit.title"   // 24
	SizeLarge   fyne.ThemeSizeName = "kit.large"   // 19, headings of a detail
	SizeSection fyne.ThemeSizeName = "kit.section" // 15
	SizeBody    fyne.ThemeSizeName = theme.SizeNameText
	SizeControl fyne.ThemeSizeName = "kit.control" // 13, inside controls
	SizeSmall   fyne.ThemeSizeName = "kit.small"   // 12
)

// Options are the wishes of the person that every widget follows. A new value
// is applied by setting a new Theme; widgets follow it on Refresh.
type Options struct {
	Mode           Mode
	TextScale      float32           // 0.9 … 1.6, held at the ends; 0 is 1
	Icons          *Icons            // nil shows none
	Art            fs.FS             // drawings, one SVG per name; nil shows none
	Night          map[string]string // colours of the drawings to those on dark, "#rrggbb"
	Dates          Dates             // language and form of dates and times
	ReducedMotion  bool              // nothing slides or fades
	BlurThumbnails bool              // photos show blurred until hovered or focused
}

// Theme gives the window design.md's colours, sizes and icons. It answers
// every colour name for every variant.
type Theme struct {
	fyne.Theme
	opts Options
}

var _ fyne.Theme = (*Theme)(nil)

// NewTheme returns the theme for o.
func NewTheme(o Options) *Theme {
	if o.TextScale == 0 {
		o.TextScale = 1
	}
	o.TextScale = min(max(o.TextScale, 0.9), 1.6)
	return &Theme{Theme: theme.DefaultTheme(), opts: o}
}

// Options returns what the theme was made from.
func (t *Theme) Options() Options { return t.opts }

// fallback serves widgets that are shown before any theme was set.
var fallback = NewTheme(Options{})

// Current returns the theme now shown.
func Current() *Theme {
	if app := fyne.CurrentApp(); app != nil {
		if t, ok := app.Settings().Theme().(*Theme); ok {
			return t
		}
	}
	return fallback
}

// Color answers the toolkit's colour names and the roles.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	dark := t.isDark(variant)
	if _, isRole := palette[Role(name)]; isRole {
		return Role(name).In(dark)
	}
	if role, ok := roleOf[name]; ok {
		return role.In(dark)
	}
	ink := Ink.In(dark)
	switch name {
	case theme.ColorNameDisabled:
		return mix(Surface.In(dark), Muted.In(dark), 0.7)
	case theme.ColorNameFocus:
		return withAlpha(Primary.In(dark), 0x38)
	case theme.ColorNameHover:
		return withAlpha(ink, 0x0d)
	case theme.ColorNamePressed:
		return withAlpha(ink, 0x1c)
	case theme.ColorNameScrollBar:
		return withAlpha(ink, 0x55)
	case theme.ColorNameScrollBarBackground:
		return color.NRGBA{}
	case theme.ColorNameSelection:
		return Primary.TintIn(dark)
	case theme.ColorNameShadow:
		return color.NRGBA{A: 0x22}
	}
	base := theme.VariantLight
	if dark {
		base = theme.VariantDark
	}
	return t.Theme.Color(name, base)
}

// roleOf maps the toolkit's own names to roles, so that its widgets fit in.
var roleOf = map[fyne.ThemeColorName]Role{
	theme.ColorNameBackground:          Ground,
	theme.ColorNameButton:              Raised,
	theme.ColorNameDisabledButton:      Raised,
	theme.ColorNameError:               Skin,
	theme.ColorNameForeground:          Ink,
	theme.ColorNameForegroundOnError:   OnPrimary,
	theme.ColorNameForegroundOnPrimary: OnPrimary,
	theme.ColorNameForegroundOnSuccess: OnPrimary,
	theme.ColorNameForegroundOnWarning: OnPrimary,
	theme.ColorNameHeaderBackground:    Raised,
	theme.ColorNameHyperlink:           Primary,
	theme.ColorNameInputBackground:     Surface,
	theme.ColorNameInputBorder:         Line,
	theme.ColorNameMenuBackground:      Surface,
	theme.ColorNameOverlayBackground:   Surface,
	theme.ColorNamePlaceHolder:         Muted,
	theme.ColorNamePrimary:             Primary,
	theme.ColorNameSeparator:           Line,
	theme.ColorNameSuccess:             Probiotics,
	theme.ColorNameWarning:             Meals,
}

// Size answers the toolkit's size names and the kit's own; text follows the
// text scale, spaces and lines do not.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if points, ok := textSizes[name]; ok {
		return points * t.opts.TextScale
	}
	switch name {
	case theme.SizeNameInlineIcon:
		return 18 * t.opts.TextScale
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 8
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return radiusControl
	case theme.SizeNameInputBorder, theme.SizeNameSeparatorThickness:
		return 1
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	case theme.SizeNameLineSpacing:
		return 3
	}
	return t.Theme.Size(name)
}

var textSizes = map[fyne.ThemeSizeName]float32{
	SizeTitle:                    24,
	SizeLarge:                    19,
	SizeSection:                  15,
	SizeBody:                     14,
	SizeControl:                  13,
	SizeSmall:                    12,
	theme.SizeNameHeadingText:    24,
	theme.SizeNameSubHeadingText: 15,
	theme.SizeNameCaptionText:    12,
}

// Shapes of design.md, in device-independent pixels.
const (
	radiusCard    float32 = 12
	radiusControl float32 = 8
	radiusTag     float32 = 6
)

// scaled returns points at the current text scale, for boxes that hold text.
func scaled(points float32) float32 { return points * Current().opts.TextScale }

// textSize returns the current size of a named text size.
func textSize(name fyne.ThemeSizeName) float32 { return Current().Size(name) }
