package journal

import (
	"strings"
	"unicode"
)

// FoundFrom and FoundTo stand around the found words of a snippet. No text that
// people type holds them.
const (
	FoundFrom = "\u0002"
	FoundTo   = "\u0003"
)

// SearchTerms splits what somebody typed into words, of which the beginning is
// looked for, and signs such as emoji, which are looked for anywhere. Quotes,
// operators and other punctuation mean nothing.
func SearchTerms(query string) (words, signs []string) {
	words = strings.FieldsFunc(query, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	kept := words[:0]
	for _, w := range words {
		if strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsMark(r) }) { // not a mark that stood on a sign
			kept = append(kept, w)
		}
	}
	return kept, strings.FieldsFunc(query, func(r rune) bool { return !unicode.Is(unicode.So, r) })
}

// aroundSign is how many letters of a snippet stand on each side of a sign.
const aroundSign = 60

// SignSnippet returns the text around the first sign of text, marked as found.
func SignSnippet(text, sign string) string {
	before, after, _ := strings.Cut(text, sign)
	if b := []rune(before); len(b) > aroundSign {
		before = "…" + string(b[len(b)-aroundSign:])
	}
	if a := []rune(after); len(a) > aroundSign {
		after = string(a[:aroundSign]) + "…"
	}
	return before + FoundFrom + sign + FoundTo + after
}
