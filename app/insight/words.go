package insight

import (
	"math"
	"strconv"
	"strings"
)

// plainNumber writes one decimal, two below 0.1, with a true minus.
func plainNumber(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	digits := 1
	if a := math.Abs(v); a < 0.095 && a >= 0.005 {
		digits = 2
	}
	s := strconv.FormatFloat(math.Abs(v), 'f', digits, 64)
	if v < 0 && strings.Trim(s, "0.") != "" {
		return "−" + s
	}
	return s
}

// signed writes plainNumber with a plus on what is above zero.
func signed(v float64) string {
	s := plainNumber(v)
	if v > 0 && strings.Trim(s, "0.–") != "" {
		return "+" + s
	}
	return s
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func lowerFirst(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}

func upperFirst(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
