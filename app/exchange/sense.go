package exchange

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"skinward/app/journal"
)

// sense is what one combination of kind, name and unit means; a file has few
// of them, so they are worked out once each.
type sense struct {
	kind, name string
	unit       string
	min, max   float64 // in the file's own unit
	factor     float64 // turns the file's unit into ours
	free       bool
	dose       bool // unit tells an amount: "400 mg"
	none       bool // "no food that day"
	own        bool // a tracker of the person's own
}

// makeSense interprets the three cells.
func makeSense(kind, name, unit string) (sense, error) {
	for _, c := range []struct{ what, text string }{{"kind", kind}, {"name", name}, {"unit", unit}} {
		if err := checkCell(c.what, c.text, journal.MaxName); err != nil {
			return sense{}, err
		}
	}
	k, n, u := strings.ToLower(kind), strings.ToLower(name), strings.ToLower(unit)
	switch {
	case k == "" && n == "":
		return sense{}, errors.New("neither kind nor name is given")
	case k == "" && isNoFood(n):
		k = KindFood
	case k == "":
		if k = kindOfName(n); k == "" {
			k = KindTracker
		}
	case n == "" && !knownKind(k):
		if known := kindOfName(k); known != "" {
			k, n = known, k
		} else {
			n, name, k, kind = k, kind, KindTracker, ""
		}
	case n == "":
		n = nameFromUnit(k, u)
	}
	if k == KindWater && (n == "water" || n == "l" || n == "litres") {
		if n != "water" {
			u, unit = n, n
		}
		n = nameFromUnit(k, u)
	}
	if k == KindFood && isNoFood(n) {
		return sense{kind: KindFood, name: NoFood, max: 1, factor: 1, none: true}, nil
	}
	if n == "" && k != KindNote {
		return sense{}, missingName(k)
	}
	t, ok := find(k, n)
	switch {
	case !ok || t.Kind == KindTracker:
		if knownKind(k) {
			kind = k
		}
		if kind == "" {
			kind = KindTracker
		}
		return sense{kind: kind, name: name, unit: unit, min: -1e12, max: 1e12, factor: 1, own: true}, nil
	case t.Name == "":
		n = name
	}
	return t.sense(k, n, unit), nil
}

// sense is the meaning of a term under a name, in the unit of a file.
func (t Term) sense(k, n, unit string) sense {
	s := sense{kind: k, name: n, min: t.Min, max: t.Max, factor: 1, free: t.free}
	u := strings.ToLower(unit)
	switch k {
	case KindFood, KindSupplement, KindProbiotic, KindAntibiotic, KindTreatment:
		s.dose, s.unit = true, unit
	case KindWater:
		s.name = "ml"
		if n == "glasses" {
			s.factor = journal.Glass
		} else if isLitres(u) {
			s.factor, s.max = 1000, 20
		}
	case KindSleep:
		if n == "hours" && (u == "min" || u == "minutes") {
			s.factor, s.max = 1.0/60, 1440
		}
	}
	return s
}

// apply reads the value of a row in this sense. skip is true for rows that say
// nothing ("none" with 0).
func (s sense) apply(r *Row, v float64) (skip bool, err error) {
	r.Kind, r.Name, r.own = s.kind, s.name, s.own
	if v < s.min || v > s.max {
		return false, &journal.Error{Code: journal.CodeRange, Field: s.field(), Value: plain(v), Min: s.min, Max: s.max}
	}
	switch {
	case s.none:
		if v != 0 && v != 1 {
			return false, errors.New(`"none" takes 1 only`)
		}
		skip = v == 0
	case s.dose:
		if v, r.Unit = amount(v, s.unit); v > 100 {
			return false, &journal.Error{Code: journal.CodeRange, Field: s.field(), Value: plain(v), Min: s.min, Max: 100}
		}
	case s.max == 1 && s.min == 0 && v != 0 && v != 1:
		return false, fmt.Errorf("%s takes 0 or 1, not %s", s.field(), plain(v))
	default:
		r.Unit = s.unit
		v *= s.factor
	}
	r.Value = journal.Some(v)
	return skip, nil
}

// amount tells servings from doses: up to 100 without a unit, or with one such
// as "servings", v is a count; "400 mg" is one serving of that amount. A unit
// that begins with a digit, and several words with 1, are an amount in full.
func amount(v float64, unit string) (count float64, text string) {
	switch strings.ToLower(unit) {
	case "", "x", "piece", "pieces", "serving", "servings", "portion", "portions":
		if v <= 100 {
			return v, ""
		}
	}
	switch {
	case v == 0:
		return 0, ""
	case unit != "" && unit[0] >= '0' && unit[0] <= '9', v == 1 && strings.Contains(unit, " "):
		return v, unit
	}
	return 1, strings.TrimSpace(plain(v) + " " + unit)
}

func (s sense) field() string {
	switch s.kind {
	case KindSkin, KindStress:
		return s.name
	case KindFood, KindSupplement, KindProbiotic, KindAntibiotic, KindTreatment, KindScore:
		return "value of " + clip(s.name)
	}
	return clip(s.kind + " " + s.name)
}

func isNoFood(name string) bool {
	return name == NoFood || name == "water_only_day" || name == "water only day"
}

func isLitres(unit string) bool {
	switch unit {
	case "l", "litre", "litres", "liter", "liters":
		return true
	}
	return false
}

// nameFromUnit finds the name that a row leaves out: the only one its kind
// has, or the one its unit tells.
func nameFromUnit(kind, unit string) string {
	switch {
	case kind == KindWater && (unit == "ml" || isLitres(unit)):
		return "ml"
	case kind == KindWater && (unit == "glass" || unit == "glasses"):
		return "glasses"
	case kind == KindSleep && (unit == "h" || unit == "hours" || unit == "min" || unit == "minutes"):
		return "hours"
	case kind == KindStool:
		return "bristol"
	case kind == KindCycle:
		return "day"
	}
	return onlyName(kind)
}

func missingName(kind string) error {
	var names []string
	for _, t := range terms {
		if t.Kind == kind && t.Name != "" {
			names = append(names, t.Name)
		}
	}
	if len(names) == 0 {
		return fmt.Errorf("%s needs a name", kind)
	}
	return fmt.Errorf("%s needs a name: %s", kind, strings.Join(names, ", "))
}

// checkCell refuses text that no record could hold.
func checkCell(what, s string, limit int) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("%s is not UTF-8 text; save the file as UTF-8", what)
	}
	for _, r := range s {
		if r == 0 {
			return fmt.Errorf("%s holds a NUL byte; this is not a text file", what)
		}
		if unicode.IsControl(r) && (what != "note" || (r != '\n' && r != '\t')) {
			return fmt.Errorf("%s holds characters that cannot be stored", what)
		}
	}
	if utf8.RuneCountInString(s) > limit {
		return fmt.Errorf("%s is longer than %d characters", what, limit)
	}
	return nil
}

func plain(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
