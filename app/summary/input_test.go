package summary_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"slices"
	"testing"
	"time"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/app/summary"
)

// last is the last day of the made-up journals.
var last = journal.NewDay(2026, time.November, 21)

// patient is a made-up journal of some days with what a visit adds to it.
func patient(t testing.TB, days int) summary.Input {
	t.Helper()
	log := append(diary(days), visit(days)...)
	log.Sort()
	return from(t, log)
}

// diary is a made-up person whose skin is worse from the day after parmesan to
// the third, and after stress; whose gaps are the weekends of a holiday; and
// who eats tomato sauce mostly with parmesan. The numbers come from a small
// generator of its own, so that they are the same for ever.
func diary(days int) journal.Log {
	seed := uint64(11)
	chance := func() float64 {
		seed = seed*6364136223846793005 + 1442695040888963407
		return float64(seed>>11) / (1 << 53)
	}
	first := last.Add(1 - days)
	meta := func(i int) journal.Meta {
		m := journal.Meta{ID: journal.ID(fmt.Sprintf("d%d-%d", i, seed%1_000_000)), Day: first.Add(i), Source: journal.Entered}
		if i%40 == 7 {
			m.Source = journal.Remembered
		}
		return m
	}
	var log journal.Log
	state := 0.0
	cheese, stress := make([]bool, days), make([]float64, days)
	for i := range days {
		cheese[i] = chance() < 0.35
		stress[i] = math.Round(2 + 6*chance())
		skin := 3.2 + state + 0.15*(stress[i]-5)
		state = 0.75*state + 1.3*(chance()-0.5)
		for lag := 1; lag <= 3 && lag <= i; lag++ {
			if cheese[i-lag] {
				skin += 0.7
			}
		}
		if days-i > 60 && days-i < 68 {
			skin += 4
		}
		foods := []string{"oats", "coffee"}
		for _, f := range []struct {
			name  string
			share float64
		}{{"red wine", 0.2}, {"lentils", 0.3}, {"kefir", 0.3}, {"cookies", 0.25}, {"rice", 0.5}, {"apple", 0.6}} {
			if chance() < f.share {
				foods = append(foods, f.name)
			}
		}
		if cheese[i] {
			foods = append(foods, "parmesan")
		}
		if cheese[i] && chance() < 0.8 || chance() < 0.05 {
			foods = append(foods, "tomato sauce")
		}
		away := i%50 >= 44 && i%50 < 49
		if away {
			continue
		}
		round := func(v float64) journal.Maybe[float64] { return journal.Some(math.Max(0, math.Min(10, math.Round(v)))) }
		log = append(log, &journal.SkinCheck{Meta: meta(i), Severity: round(skin), Itch: round(skin*0.8 + chance()), Impact: round(skin - 1)})
		if i%13 != 3 {
			m := &journal.Meal{Meta: meta(i), Slot: journal.Dinner}
			for _, f := range foods {
				m.Items = append(m.Items, journal.MealItem{Food: f})
			}
			log = append(log, m)
		}
		log = append(log, &journal.Stress{Meta: meta(i), Level: journal.Some(stress[i])})
		log = append(log, &journal.Sleep{Meta: meta(i), Hours: journal.Some(math.Round((6+2.5*chance())*2) / 2), Quality: round(4 + 4*chance()), Woken: journal.StateOf(chance() < skin/20)})
		if i%2 == 0 {
			log = append(log, &journal.Digestion{Meta: meta(i), Form: journal.Some(math.Round(2 + 4*chance())), Bloating: round(4 * chance())})
		}
		if i%6 == 0 {
			log = append(log, &journal.Practice{Meta: meta(i), Type: journal.Breathing, Minutes: 10})
		}
	}
	return log
}

// visit is what a person fills in before seeing a doctor.
func visit(days int) journal.Log {
	first := last.Add(1 - days)
	on := func(back int) journal.Meta {
		d := last.Add(-back)
		if d.Before(first) {
			d = first
		}
		return journal.Meta{ID: journal.NewID(), Day: d}
	}
	steroid := &journal.Treatment{Meta: on(70), Name: "Hydrocortisone", Strength: "1 %", Form: "cream", Sites: []string{"left inner elbow", "right inner elbow"}, Schedule: journal.AsNeeded}
	gel := &journal.Treatment{Meta: on(110), Name: "Adapalene and benzoyl peroxide", Strength: "0.1 % / 2.5 %", Form: "gel", Sites: []string{"left cheek", "right cheek"}, Schedule: journal.Daily, PerDay: journal.Some(1.0), Stop: last.Add(-20), StopReason: "too dry"}
	lgg := &journal.Course{Meta: on(22), Class: journal.Probiotic, Product: "Day Capsules", Species: "Lacticaseibacillus rhamnosus", Strain: "GG", CFU: journal.Some(1e10), Form: "capsule", PerDay: journal.Some(1.0)}
	doxy := &journal.Course{Meta: on(80), Class: journal.Antibiotic, Product: "Doxycycline", Amount: "100 mg", PerDay: journal.Some(1.0), Stop: last.Add(-60)}
	log := journal.Log{
		steroid, gel, lgg, doxy,
		&journal.Avoidance{Meta: on(100), Food: "Cow's milk", Advice: journal.ByMyself, Why: "to see whether it matters"},
		&journal.Avoidance{Meta: on(40), Food: "Walnuts", Advice: journal.ByDoctor},
		&journal.Score{Meta: on(12), Name: "POEM", Total: 12, Max: journal.Some(28.0)},
		&journal.Note{Meta: journal.Meta{ID: journal.NewID(), Day: last.Add(-3), Note: "a private thought"}},
	}
	log = slices.DeleteFunc(log, func(r journal.Record) bool { return r.Validate() != nil }) // a stop before a late start
	dose := func(back int, m journal.Dose) {
		m.Meta = on(back)
		log = append(log, &m)
	}
	for i := range min(days, 110) {
		if i < 22 && i%9 != 4 {
			dose(i, journal.Dose{Course: lgg.ID, Taken: journal.Yes})
		}
		if i < 70 && i%4 == 1 {
			dose(i, journal.Dose{Treatment: steroid.ID, Taken: journal.Yes})
		}
		if i >= 20 && i%5 != 2 {
			dose(i, journal.Dose{Treatment: gel.ID, Taken: journal.Yes})
		}
	}
	return log
}

// from turns records into what a page is made from.
func from(t testing.TB, log journal.Log) summary.Input {
	t.Helper()
	set := series.FromJournal(log, series.Options{Today: last, Groups: groups})
	in := summary.Input{
		Log: log, Set: set, From: last.Add(-91), To: last, Version: "1.0.0",
		Now: time.Date(2026, 11, 22, 9, 30, 0, 0, time.FixedZone("CET", 3600)),
		Profile: &journal.Profile{
			Name: "A. Sample", Birth: journal.NewDay(1994, 5, 2), Reason: "Review after three months.",
			Conditions: []journal.Diagnosis{{Name: "acne", ToldBy: "dermatologist", Since: "2019"}, {Name: "eczema", ToldBy: "GP", Since: "1998"}}, Allergies: "penicillin (rash, 2004)",
		},
		Appointment: &journal.Appointment{
			Meta: journal.Meta{Day: last.Add(12)}, Person: "Dr Okafor", Place: "dermatology", Purpose: "Review after three months; elbows are sore at night.",
			Questions: []string{"Is the link with parmesan worth a supervised trial?", "Can I stop the steroid on my elbows?"},
		},
	}
	a, err := insight.Scan(context.Background(), set, insight.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Complete(context.Background()); err != nil {
		t.Fatal(err)
	}
	in.Findings = a.Result()
	in.Overlaps = map[string][]insight.Overlap{}
	for _, f := range in.Findings.Findings {
		if f.Outcome == series.Severity && f.Grade.Rank() <= insight.Hint.Rank() {
			in.Overlaps[f.Factor] = a.Overlaps(f.Factor)
		}
	}
	return in
}

// groups is a small stand-in for a catalogue of foods.
func groups(food string) []string {
	return map[string][]string{
		"parmesan": {"milk and dairy", "fermented"}, "yoghurt": {"milk and dairy", "fermented"}, "kefir": {"milk and dairy", "fermented"},
		"red wine": {"alcohol"}, "beer": {"alcohol"}, "oats": {"fibre-rich"}, "lentils": {"fibre-rich"}, "cookies": {"high-glycaemic", "ultra-processed"},
	}[food]
}

// photo is a made-up picture of skin as JPEG.
func photo(t testing.TB, w, h int, spots int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{222, 176, 148, 255}
			for k := range spots {
				s := float64(k + 1)
				dx, dy := float64(x)-float64(w)*math.Mod(s*0.618, 1), float64(y)-float64(h)*math.Mod(s*0.755, 1)
				if dx*dx+dy*dy < 160 {
					c = color.RGBA{190, 96, 76, 255}
				}
			}
			img.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 85}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pictures is a pair of the same place.
func pictures(t testing.TB) []summary.Picture {
	at := func(back, spots int, cond string) summary.Picture {
		return summary.Picture{
			Record: &journal.Photo{Meta: journal.Meta{Day: last.Add(-back)}, Site: "left cheek", Light: "window"},
			JPEG:   photo(t, 480, 320, spots), Width: 480, Height: 320, Conditions: cond,
		}
	}
	return []summary.Picture{at(68, 18, ""), at(1, 6, "same light, 3 % nearer")}
}
