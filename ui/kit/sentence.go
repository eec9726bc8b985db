package kit

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence turns an error's text into a sentence: first letter large, full
// stop at the end.
func sentence(text string) string {
	text = strings.TrimSpace(text)
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	text = string(unicode.ToUpper(first)) + text[size:]
	if !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?") {
		text += "."
	}
	return text
}

func sqrt32(x float32) float32 { return float32(math.Sqrt(float64(x))) }
