package kit

import "image/color"

// tone is one role's colour on a light and on a dark ground.
type tone struct{ light, dark color.NRGBA }

func hex(rgb uint32) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xff}
}

// palette holds every role. The contrast test computes 4.5 : 1 or more for
// each text and icon role on ground, surface and raised.
var palette = map[Role]tone{
	Ground:     {hex(0xFAF7F2), hex(0x161412)},
	Surface:    {hex(0xFFFFFF), hex(0x201D1A)},
	Raised:     {hex(0xF3EEE6), hex(0x2A2622)},
	Line:       {hex(0xE4DCD0), hex(0x3A342E)},
	Ink:        {hex(0x2A2521), hex(0xF2EBE2)},
	Muted:      {hex(0x6B625A), hex(0xB3A89C)},
	OnInk:      {hex(0xFFFFFF), hex(0x161412)},
	Primary:    {hex(0x1D6B60), hex(0x5FC2B2)},
	OnPrimary:  {hex(0xFFFFFF), hex(0x161412)},
	Skin:       {hex(0xB24530), hex(0xEE8B74)},
	Stress:     {hex(0x5356A6), hex(0xA6A8F0)},
	Meals:      {hex(0x8F5E10), hex(0xE3B565)},
	Probiotics: {hex(0x3F6F2E), hex(0x9CCB86)},
	Water:      {hex(0x2A6F9E), hex(0x82BDE6)},
	Hormones:   {hex(0x8A3F72), hex(0xDE9BC8)},
}

// severityRamp runs from 0 (clear) to 10 (worst ever); its lightness falls
// steadily, so it reads in grey as well.
var severityRamp = [11]color.NRGBA{
	hex(0xDDEBE4), hex(0xE6E6D3), hex(0xEFDCBD), hex(0xF3CFA6), hex(0xF1BE91), hex(0xEDA97D),
	hex(0xE5926B), hex(0xD97A58), hex(0xC66148), hex(0xAD4A39), hex(0x8E352C),
}

// mix lays share (0 … 1) of over on under and returns the opaque result.
func mix(under, over color.NRGBA, share float64) color.NRGBA {
	blend := func(a, b uint8) uint8 { return uint8(float64(a)*(1-share) + float64(b)*share + 0.5) }
	return color.NRGBA{R: blend(under.R, over.R), G: blend(under.G, over.G), B: blend(under.B, over.B), A: 0xff}
}

func withAlpha(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}
