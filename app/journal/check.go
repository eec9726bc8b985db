package journal

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Longest texts, in characters.
const (
	MaxNote = 10_000
	MaxName = 200
)

// checkText refuses text that is too long, is not UTF-8 or holds control
// characters other than line breaks and tabs.
func checkText(field, s string, limit int) error {
	if !utf8.ValidString(s) {
		return &Error{Code: CodeBadText, Field: field}
	}
	if utf8.RuneCountInString(s) > limit {
		return &Error{Code: CodeTooLong, Field: field, Max: float64(limit)}
	}
	for _, r := range s {
		if unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' {
			return &Error{Code: CodeBadText, Field: field}
		}
	}
	return nil
}

// checkName is checkText for something that must be filled and fits a line.
func checkName(field, s string) error {
	if strings.TrimSpace(s) == "" {
		return &Error{Code: CodeEmpty, Field: field}
	}
	if strings.ContainsAny(s, "\r\n\t") {
		return &Error{Code: CodeBadText, Field: field}
	}
	return checkText(field, s, MaxName)
}

func checkNames(field string, names []string) error {
	for _, n := range names {
		if err := checkName(field, n); err != nil {
			return err
		}
	}
	return nil
}

func checkTexts(pairs ...string) error {
	for i := 0; i+1 < len(pairs); i += 2 {
		if err := checkText(pairs[i], pairs[i+1], MaxName); err != nil {
			return err
		}
	}
	return nil
}

func checkRange(field string, v, lo, hi float64) error {
	if math.IsNaN(v) || v < lo || v > hi {
		return &Error{Code: CodeRange, Field: field, Value: number(v), Min: lo, Max: hi}
	}
	return nil
}

func checkMaybe(field string, v Maybe[float64], lo, hi float64) error {
	if x, ok := v.Get(); ok {
		return checkRange(field, x, lo, hi)
	}
	return nil
}

func checkChoice[T ~string](field string, v T, allowed ...T) error {
	for _, a := range allowed {
		if v == a {
			return nil
		}
	}
	return &Error{Code: CodeChoice, Field: field, Value: string(v)}
}

func checkEnd(field string, start, end Day) error {
	if !end.IsZero() && end.Before(start) {
		return &Error{Code: CodeOrder, Field: field, Value: end.String()}
	}
	return nil
}

func first(errs ...error) error {
	for _, e := range errs {
		if e != nil {
			return e
		}
	}
	return nil
}
