package ink

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Printable returns s as it can be set: composed (NFC), on one line, without
// control characters, and with every run of letters that the font lacks
// replaced by their number in square brackets, "[3 letters]", so that nobody
// takes an empty box for a letter. missing counts the letters replaced.
func Printable(s string) (text string, missing int) {
	if plain(s) {
		return s, 0
	}
	var b strings.Builder
	run, before := 0, rune(0)
	flush := func() {
		switch {
		case run == 1:
			b.WriteString("[1 letter]")
		case run > 1:
			fmt.Fprintf(&b, "[%d letters]", run)
		}
		missing += run
		run = 0
	}
	for _, r := range norm.NFC.String(visible(s)) {
		switch {
		case r == '\u00a0':
			flush()
			b.WriteRune(r)
		case unicode.IsSpace(r):
			flush()
			b.WriteByte(' ')
		case r == zeroWidthNonJoiner || r == zeroWidthJoiner:
			if run == 0 && needsShaping(before) { // it says how to join
				b.WriteRune(r)
			}
			continue
		case Settable(r):
			flush()
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r) && run > 0: // an accent on a letter that is counted already
		default:
			run++
		}
		before = r
	}
	flush()
	return b.String(), missing
}

// visible drops what has no picture of its own, before letters and accents are
// composed across it.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || invisible(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

// plain is the quick way out for nearly all text.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 || s[i] > 0x7E {
			return false
		}
	}
	return true
}

// invisible tells joiners, marks of direction and variation selectors: they
// say how to draw neighbours and have no picture of their own.
func invisible(r rune) bool {
	if r == zeroWidthJoiner || r == zeroWidthNonJoiner {
		return false
	}
	return unicode.Is(unicode.Cf, r) || r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF
}
