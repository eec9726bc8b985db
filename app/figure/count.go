package figure

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Median returns the middle of the recorded values, the mean of the two in the
// middle when they are even in number, NaN when there are none.
func Median(v []float64) float64 {
	s := make([]float64, 0, len(v))
	for _, x := range v {
		if finite(x) {
			s = append(s, x)
		}
	}
	if len(s) == 0 {
		return math.NaN()
	}
	slices.Sort(s)
	return (s[(len(s)-1)/2] + s[len(s)/2]) / 2
}

// moving is the median of a window of days centred on each day, where at least
// three sevenths of it are recorded and the day does not lie in a gap of four
// days or more: there the line is broken.
func moving(v []float64, window int) []float64 {
	out := make([]float64, len(v))
	gap := gaps(v)
	half := window / 2
	least := (2*half + 1) * 3 / 7
	win := make([]float64, 0, 2*half+1)
	for i := range v {
		out[i] = math.NaN()
		win = win[:0]
		for j := max(0, i-half); j <= min(len(v)-1, i+half); j++ {
			if finite(v[j]) {
				win = append(win, v[j])
			}
		}
		if len(win) >= max(least, 1) && gap[i] < 4 {
			slices.Sort(win)
			n := len(win)
			out[i] = (win[(n-1)/2] + win[n/2]) / 2
		}
	}
	return out
}

// gaps returns for every day the length of the gap it lies in, 0 where
// something is recorded.
func gaps(v []float64) []int {
	out := make([]int, len(v))
	for i := 0; i < len(v); {
		if finite(v[i]) {
			i++
			continue
		}
		j := i
		for j < len(v) && !finite(v[j]) {
			j++
		}
		for k := i; k < j; k++ {
			out[k] = j - i
		}
		i = j
	}
	return out
}

func count(v []float64) int {
	n := 0
	for _, x := range v {
		if finite(x) {
			n++
		}
	}
	return n
}

func top(v []float64) float64 {
	m := math.Inf(-1)
	for _, x := range v {
		if finite(x) {
			m = math.Max(m, x)
		}
	}
	return m
}

func bottom(v []float64) float64 {
	m := math.Inf(1)
	for _, x := range v {
		if finite(x) {
			m = math.Min(m, x)
		}
	}
	return m
}

func trues(v []bool) int {
	n := 0
	for _, b := range v {
		if b {
			n++
		}
	}
	return n
}

func dayIndex(n int) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = float64(i)
	}
	return x
}

// yCount is how many rules fit a height.
func yCount(h float64, pal Palette) int { return max(2, min(5, int(h/(pal.Text*2)))) }

// plain writes a number for a table, empty where there is none.
func plain(v float64) string {
	if !finite(v) {
		return ""
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

func plainAt(v []float64, i int) string {
	if i >= len(v) {
		return ""
	}
	return plain(v[i])
}

func days(n int) string { return plural(n, "day") }

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// lower makes the first letter small unless the word is an abbreviation.
func lower(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	if unicode.IsUpper(next) {
		return s
	}
	return strings.ToLower(string(r)) + s[size:]
}
