package summary

import "skinward/app/figure/ink"

// Sizes in points. Nothing on the page is below 7.
const (
	margin   = 38.0
	body     = 10.0 // running text and tables
	lead     = 12.6 // from line to line of body
	small    = 8.0  // notes under tables, footer
	smallGap = 10.0
	heading  = 11.0
	title    = 18.0
)

var (
	black  = ink.Hex(0x000000)
	grey   = ink.Hex(0x454545)
	hair   = ink.Hex(0xBDBDBD)
	accent = ink.Hex(0x12584F)
)

// widthOf measures body text.
func widthOf(s string, bold bool) float64 {
	s, _ = ink.Printable(s)
	return ink.Width(s, body, bold)
}
