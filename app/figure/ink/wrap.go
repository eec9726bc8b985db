package ink

import (
	"strings"
	"unicode/utf8"
)

// Wrap breaks s at blanks into lines no wider than width. A word wider than a
// line is broken between letters, so that nothing runs off the sheet. The
// lines are Printable.
func Wrap(s string, width, size float64, bold bool) []string {
	var lines []string
	for _, par := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		text, _ := Printable(par)
		lines = append(lines, wrapLine(text, width, size, bold)...)
	}
	return lines
}

func wrapLine(text string, width, size float64, bold bool) []string {
	text = strings.ReplaceAll(text, " %", "\u00a0%") // a number and its sign stay together
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' })
	if len(words) == 0 {
		return []string{""}
	}
	var lines []string
	line := ""
	for _, w := range words {
		joined := w
		if line != "" {
			joined = line + " " + w
		}
		if Width(joined, size, bold) <= width {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for Width(w, size, bold) > width {
			head := fit(w, width, size, bold)
			lines = append(lines, head)
			w = w[len(head):]
		}
		line = w
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// fit returns the longest beginning of w within width, one letter at least.
func fit(w string, width, size float64, bold bool) string {
	end := 0
	for i, r := range w {
		next := i + utf8.RuneLen(r)
		if end > 0 && Width(w[:next], size, bold) > width {
			break
		}
		end = next
	}
	return w[:end]
}
