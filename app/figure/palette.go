package figure

import "skinward/app/figure/ink"

// Color is a colour with straight alpha.
type Color = ink.Color

// Role is what a colour stands for in a chart.
type Role uint8

// The roles; one kind of record has one colour everywhere.
const (
	Neutral Role = iota
	Skin         // skin, worse
	Better
	Stress // stress and sleep
	Meals
	Treatments // treatments and probiotics
	Water
	Hormones
)

// Palette is how charts look on one ground: colours and sizes as a value.
type Palette struct {
	Ground Color // behind the chart
	Ink    Color
	Muted  Color
	Rule   Color // light horizontal rules
	Faint  Color // what carries no weight: intervals across zero
	Flare  Color // shade of flare days
	Roles  [8]Color
	Ramp   [11]Color // severity 0 … 10
	Text   float64   // size of labels, in units of the drawing
	Line   float64   // width of the main line
	Font   *ink.Font // of pictures of pixels; nil, as in documents, is the family of the paper
	// Patterns is set for paper: what colour tells on a screen is told by
	// dashes, hatches and lightness as well, so that a grey copy says the same.
	Patterns bool
}

// Role returns the colour of r.
func (p Palette) Role(r Role) Color {
	if int(r) < len(p.Roles) {
		return p.Roles[r]
	}
	return p.Muted
}

var ramp = [11]Color{
	ink.Hex(0xDDEBE4), ink.Hex(0xE6E6D3), ink.Hex(0xEFDCBD), ink.Hex(0xF3CFA6), ink.Hex(0xF1BE91), ink.Hex(0xEDA97D),
	ink.Hex(0xE5926B), ink.Hex(0xD97A58), ink.Hex(0xC66148), ink.Hex(0xAD4A39), ink.Hex(0x8E352C),
}

// Light is the palette of the light theme.
func Light() Palette {
	return Palette{
		Ground: ink.Hex(0xFFFFFF), Ink: ink.Hex(0x2A2521), Muted: ink.Hex(0x6B625A), Rule: ink.Hex(0xE4DCD0), Faint: ink.Hex(0xB9AD9F), Flare: ink.Hex(0xF6E6E0),
		Roles: [8]Color{ink.Hex(0x6B625A), ink.Hex(0xB24530), ink.Hex(0x1D6B60), ink.Hex(0x5356A6), ink.Hex(0x8F5E10), ink.Hex(0x3F6F2E), ink.Hex(0x2A6F9E), ink.Hex(0x8A3F72)},
		Ramp:  ramp, Text: 12, Line: 2,
	}
}

// Dark is the palette of the dark theme.
func Dark() Palette {
	return Palette{
		Ground: ink.Hex(0x201D1A), Ink: ink.Hex(0xF2EBE2), Muted: ink.Hex(0xB3A89C), Rule: ink.Hex(0x3A342E), Faint: ink.Hex(0x786E64), Flare: ink.Hex(0x3B2722),
		Roles: [8]Color{ink.Hex(0xB3A89C), ink.Hex(0xEE8B74), ink.Hex(0x5FC2B2), ink.Hex(0xA6A8F0), ink.Hex(0xE3B565), ink.Hex(0x9CCB86), ink.Hex(0x82BDE6), ink.Hex(0xDE9BC8)},
		Ramp:  ramp, Text: 12, Line: 2,
	}
}

// Print is the palette of paper: dark on white, told apart by lightness and
// pattern, with labels in points.
func Print() Palette {
	return Palette{
		Ground: ink.Hex(0xFFFFFF), Ink: ink.Hex(0x000000), Muted: ink.Hex(0x4A4A4A), Rule: ink.Hex(0xD5D5D5), Faint: ink.Hex(0x9A9A9A), Flare: ink.Hex(0xE3E3E3),
		Roles: [8]Color{ink.Hex(0x4A4A4A), ink.Hex(0x9E3322), ink.Hex(0x12584F), ink.Hex(0x3F4296), ink.Hex(0x7A4E08), ink.Hex(0x2F5A20), ink.Hex(0x1D5C88), ink.Hex(0x762F60)},
		Ramp:  ramp, Text: 8, Line: 1.4, Patterns: true,
	}
}
