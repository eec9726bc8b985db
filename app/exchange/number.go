package exchange

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// style is how a file writes its numbers.
type style int

const (
	undecided style = iota // whole numbers, or numbers that fit both
	dots                   // 3.5 and 1,250
	commas                 // 3,5 and 1.250
)

// words that stand for a number.
var wordValues = map[string]float64{"yes": 1, "true": 1, "no": 0, "false": 0}

// readNumber reads a value. A number such as 1,250 or 1.250 can mean two
// things; then ambiguous is true and both readings are returned, v with the
// last sign as the decimal one and grouped with it as thousands. shows tells
// which style the number itself proves.
func readNumber(s string) (v, grouped float64, shows style, ambiguous bool, err error) {
	if w, ok := wordValues[strings.ToLower(s)]; ok {
		return w, w, undecided, false, nil
	}
	bad := fmt.Errorf("value %q is not a number", clip(s))
	for _, b := range []byte(s) {
		if (b < '0' || b > '9') && !strings.ContainsRune("+-.,eE", rune(b)) {
			return 0, 0, undecided, false, bad
		}
	}
	dot, comma := strings.Count(s, "."), strings.Count(s, ",")
	plain := s
	switch {
	case dot == 0 && comma == 0:
	case dot > 0 && comma > 0 && strings.LastIndexByte(s, '.') > strings.LastIndexByte(s, ','):
		if dot > 1 || !isGrouped(s[:strings.IndexByte(s, '.')], ',') {
			return 0, 0, undecided, false, bad
		}
		plain, shows = strings.ReplaceAll(s, ",", ""), dots
	case dot > 0 && comma > 0:
		if comma > 1 || !isGrouped(s[:strings.IndexByte(s, ',')], '.') {
			return 0, 0, undecided, false, bad
		}
		plain, shows = strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1), commas
	case comma > 1:
		if !isGrouped(s, ',') {
			return 0, 0, undecided, false, bad
		}
		plain, shows = strings.ReplaceAll(s, ",", ""), dots
	case dot > 1:
		if !isGrouped(s, '.') {
			return 0, 0, undecided, false, bad
		}
		plain, shows = strings.ReplaceAll(s, ".", ""), commas
	case comma == 1:
		plain, shows = strings.Replace(s, ",", ".", 1), commas
		ambiguous = isGrouped(s, ',')
	default:
		shows = dots
		ambiguous = isGrouped(s, '.')
	}
	v, err = strconv.ParseFloat(plain, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0, 0, undecided, false, bad
	}
	grouped = v
	if ambiguous {
		shows = undecided
		grouped, err = strconv.ParseFloat(strings.NewReplacer(",", "", ".", "").Replace(s), 64)
		if err != nil {
			return 0, 0, undecided, false, bad
		}
	}
	return v, grouped, shows, ambiguous, nil
}

// isGrouped reports whether s consists of thousands: 1,250 or 12,000,000.
func isGrouped(s string, sep byte) bool {
	s = strings.TrimLeft(s, "+-")
	parts := strings.Split(s, string(sep))
	if len(parts[0]) < 1 || len(parts[0]) > 3 || parts[0][0] == '0' {
		return false
	}
	for i, p := range parts {
		if i > 0 && len(p) != 3 {
			return false
		}
		for _, b := range []byte(p) {
			if b < '0' || b > '9' {
				return false
			}
		}
	}
	return true
}
