package today

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"skinward/app/journal"
)

// catchQuestion is one row of the grid.
type catchQuestion struct {
	words string
	hint  string // stands in an empty cell
	meals bool   // takes a line of foods, and then the next one
	// asked is nil for what is asked for on every day.
	asked func(p *page) bool
	// shown is what the day holds already; set reads an answer, which may be
	// empty, as records to save and to remove.
	shown func(p *page) string
	set   func(p *page, text string, now time.Time) (save, drop []journal.Record, err error)
}

// changing writes a number, which may be open, as records.
type changing func(p *page, v journal.Maybe[float64], now time.Time) (save, drop []journal.Record)

// catchNumber asks for a number; errors call it key.
func catchNumber(words, key string, shown func(p *page) journal.Maybe[float64], set changing) catchQuestion {
	return catchQuestion{
		words: words, hint: "–",
		shown: func(p *page) string { return shortNumber(shown(p)) },
		set: func(p *page, text string, now time.Time) (save, drop []journal.Record, err error) {
			v, err := parseNumber(key, text)
			if err != nil {
				return nil, nil, err
			}
			save, drop = set(p, v, now)
			return save, drop, nil
		},
	}
}

// catchQuestions are the rows of the days of pages: what the person wants to
// be asked for, and a row for every course and treatment of those days.
func (s *Screen) catchQuestions(pages []*page) []catchQuestion {
	settings := s.page.settings
	out := []catchQuestion{
		catchNumber("Skin 0–10", "skin", func(p *page) journal.Maybe[float64] { return skinOf(p).Severity }, func(p *page, v journal.Maybe[float64], now time.Time) (save, drop []journal.Record) {
			return skinChange(p, now, func(r *journal.SkinCheck) { r.Severity = v })
		}),
		catchNumber("Itch 0–10", "itch", func(p *page) journal.Maybe[float64] { return skinOf(p).Itch }, func(p *page, v journal.Maybe[float64], now time.Time) (save, drop []journal.Record) {
			return skinChange(p, now, func(r *journal.SkinCheck) { r.Itch = v })
		}),
	}
	for _, q := range []struct {
		thing journal.Thing
		catchQuestion
	}{
		{journal.ThingStress, catchNumber("Stress 0–10", "stress", shownStress, stressChange)},
		{journal.ThingSleep, catchNumber("Sleep, hours", "hours of sleep", shownSleep, sleepChange)},
		{journal.ThingWater, catchWater(settings.Glasses)},
		{journal.ThingDigestion, catchNumber("Stool 1–7", "stool form", shownStool, stoolChange)},
		{journal.ThingMeals, s.catchMeals()},
	} {
		if settings.Tracks(q.thing) {
			out = append(out, q.catchQuestion)
		}
	}
	if settings.Tracks(journal.ThingTaken) {
		out = append(out, catchDoses(pages)...)
	}
	return out
}

func catchWater(glasses bool) catchQuestion {
	unit, words := 1.0, "Water, ml"
	if glasses {
		unit, words = journal.Glass, "Water, glasses"
	}
	return catchNumber(words, "water in ml", func(p *page) journal.Maybe[float64] {
		if ml, had := waterOf(p); had {
			return journal.Some(ml / unit)
		}
		return journal.Maybe[float64]{}
	}, func(p *page, v journal.Maybe[float64], now time.Time) (save, drop []journal.Record) {
		if x, ok := v.Get(); ok {
			v = journal.Some(x * unit)
		}
		return waterChange(p, v, now)
	})
}

func (s *Screen) catchMeals() catchQuestion {
	return catchQuestion{
		words: "Meals", hint: "foods", meals: true,
		shown: func(*page) string { return "" },
		set: func(p *page, text string, now time.Time) (save, drop []journal.Record, err error) {
			return []journal.Record{&journal.Meal{Meta: p.fresh(now), Items: s.deps.Foods.Read(text)}}, nil, nil
		},
	}
}

// catchDoses has a row for everything that is taken on any of the days.
func catchDoses(pages []*page) []catchQuestion {
	var out []catchQuestion
	seen := map[journal.ID]bool{}
	add := func(of journal.ID, name string, blank journal.Dose) {
		if !seen[of] {
			seen[of] = true
			out = append(out, catchDose(of, name, blank))
		}
	}
	for _, p := range pages {
		for _, r := range p.courses {
			add(r.ID, r.Product, journal.Dose{Course: r.ID, Name: r.Product})
		}
		for _, r := range p.treatments {
			add(r.ID, r.Title(), journal.Dose{Treatment: r.ID, Name: r.Title()})
		}
	}
	return out
}

// catchDose asks whether something was taken: y or n.
func catchDose(of journal.ID, name string, blank journal.Dose) catchQuestion {
	return catchQuestion{
		words: short(name), hint: "y / n",
		asked: func(p *page) bool {
			for _, r := range p.courses {
				if r.ID == of {
					return true
				}
			}
			for _, r := range p.treatments {
				if r.ID == of {
					return true
				}
			}
			return false
		},
		shown: func(p *page) string {
			given := dosesOf(p, blank)
			switch {
			case len(given) == 0:
				return ""
			case given[0].Taken == journal.Yes:
				return "y"
			}
			return "n"
		},
		set: func(p *page, text string, now time.Time) (save, drop []journal.Record, err error) {
			d := blank
			given := dosesOf(p, blank)
			if len(given) > 0 {
				d = *given[0]
			} else {
				d.Meta = p.fresh(now)
			}
			switch strings.ToLower(text) {
			case "":
				return nil, []journal.Record{&d}, nil
			case "y", "yes":
				d.Taken = journal.Yes
			case "n", "no":
				d.Taken = journal.No
			default:
				return nil, nil, errors.New(strconv.Quote(short(text)) + " is no answer here; write y for taken or n for not taken.")
			}
			return []journal.Record{&d}, nil, nil
		},
	}
}
