package food

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold makes names comparable: without accents, in lower case, underscores and
// punctuation as single blanks. "Crème_Brûlée" becomes "creme brulee".
func Fold(name string) string {
	var b strings.Builder
	blank := false
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
			continue
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '%':
			if blank && b.Len() > 0 {
				b.WriteByte(' ')
			}
			blank = false
			b.WriteRune(unicode.ToLower(r))
		default:
			blank = true
		}
	}
	return b.String()
}

// singulars returns the forms that a folded name may have in the singular, the
// likeliest first: "blueberries" → "blueberry", "tomatoes" → "tomato".
func singulars(folded string) []string {
	i := strings.LastIndexByte(folded, ' ') + 1
	head, word := folded[:i], folded[i:]
	var out []string
	add := func(suffix, with string) {
		if cut, ok := strings.CutSuffix(word, suffix); ok && len(cut) >= 2 {
			out = append(out, head+cut+with)
		}
	}
	add("ies", "y")
	add("ves", "f")
	add("oes", "o")
	add("es", "")
	add("s", "")
	return out
}
