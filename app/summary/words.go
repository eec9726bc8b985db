package summary

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"skinward/app/figure"
	"skinward/app/journal"
)

// na stands for what was not recorded or not often enough.
const na = "n/a"

// one writes a number with one decimal at most and a true minus sign.
func one(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return na
	}
	s := strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
	if s == "-0" {
		s = "0"
	}
	return strings.Replace(s, "-", "−", 1)
}

// fixed1 writes a number with exactly one decimal.
func fixed1(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return na
	}
	s := strconv.FormatFloat(v, 'f', 1, 64)
	if s == "-0.0" {
		s = "0.0"
	}
	return strings.Replace(s, "-", "−", 1)
}

// diff writes a difference with its sign.
func diff(v float64) string {
	s := fixed1(v)
	if v > 0 && s != "0.0" {
		return "+" + s
	}
	return s
}

// change writes the difference of two printed numbers.
func change(now, before float64) string {
	if math.IsNaN(now) || math.IsNaN(before) {
		return na
	}
	d := math.Round(now*10)/10 - math.Round(before*10)/10
	switch s := one(d); {
	case s == "0":
		return "0"
	case d > 0:
		return "+" + s
	default:
		return s
	}
}

func date(d journal.Day) string { return figure.Date(d) }

// shortDate leaves the year out when it is that of ref.
func shortDate(d, ref journal.Day) string {
	if d.Year == ref.Year {
		return strconv.Itoa(d.Day) + " " + d.Month.String()[:3]
	}
	return date(d)
}

// dates writes a period: "22 Aug – 21 Nov 2026".
func dates(p period) string {
	if p.from == p.to {
		return date(p.from)
	}
	return shortDate(p.from, p.to) + " – " + date(p.to)
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return thousands(n) + " " + what + "s"
}

func thousands(n int) string {
	s := strconv.Itoa(n)
	if n >= 10000 {
		s = s[:len(s)-3] + " " + s[len(s)-3:]
	}
	return s
}

func percent(part, of int) string {
	if of == 0 {
		return na
	}
	return fmt.Sprintf("%d %%", int(math.Round(float64(part)/float64(of)*100)))
}

// list joins words with commas, at most limit of them.
func list(words []string, limit int) string {
	if len(words) > limit {
		return strings.Join(words[:limit], ", ") + fmt.Sprintf(" and %d more", len(words)-limit)
	}
	return strings.Join(words, ", ")
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// sentence ends s with a full stop.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") {
		return s
	}
	return s + "."
}

// lowerFirst makes the first letter small unless the word is an abbreviation.
func lowerFirst(s string) string {
	r := []rune(s)
	if len(r) == 0 || len(r) > 1 && strings.ToUpper(string(r[1])) == string(r[1]) && strings.ToLower(string(r[1])) != string(r[1]) {
		return s
	}
	return strings.ToLower(string(r[:1])) + string(r[1:])
}
