package sample

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"skinward/app/journal"
)

const (
	probiotic = "Daily Flora"
	strain    = "GG"
)

// Generate makes up a journal of the given length, 1 … MaxDays days. Records
// carry ids and are valid; times of writing are left to the store.
func Generate(days int, seed uint64, o Options) Sample {
	days = min(max(days, 1), MaxDays)
	if o.Last.IsZero() {
		o.Last = journal.NewDay(2026, time.October, 31)
	}
	w := &writer{world: newWorld(days, seed, o), ids: rand.New(rand.NewPCG(seed, 6))}
	w.definitions()
	for d := range days {
		if w.written[d] {
			w.write(d)
		}
	}
	w.visits()
	w.log.Sort()
	s := Sample{Log: w.log, Truth: truth(o)}
	if o.Photos {
		s.Shots = w.shots(seed)
	}
	return s
}

// writer is the person with the pen: it turns the world into records.
type writer struct {
	*world
	ids *rand.Rand
	log journal.Log

	course    *journal.Course // probiotic under way
	vitamin   *journal.Course
	cortison  *journal.Treatment
	emollient *journal.Treatment
	outdoors  *journal.Tracker
	shower    *journal.Tracker
}

// id makes a UUID version 7 whose time is the noon of the day.
func (w *writer) id(day journal.Day) journal.ID {
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], uint64(day.Midnight(time.UTC).Add(12*time.Hour).UnixMilli())<<16|w.ids.Uint64()&0x0FFF|0x7000)
	binary.BigEndian.PutUint64(b[8:], w.ids.Uint64()&0x3FFFFFFFFFFFFFFF|0x8000000000000000)
	return journal.ID(fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:]))
}

// meta heads a record; minutes is the time of day, negative when only the day
// is known.
func (w *writer) meta(day journal.Day, minutes int) journal.Meta {
	m := journal.Meta{ID: w.id(day), Day: day, Source: journal.Entered}
	if minutes >= 0 {
		zone := time.FixedZone("", 3600)
		if day.Month > time.March && day.Month < time.November {
			zone = time.FixedZone("", 7200)
		}
		m.At = time.Date(day.Year, day.Month, day.Day, 0, minutes, 0, 0, zone)
	}
	return m
}

func (w *writer) add(rs ...journal.Record) { w.log = append(w.log, rs...) }

// about returns a time of day around the given hour.
func (w *writer) about(hour float64) int {
	return int(clamp(hour*60+25*w.penDice.NormFloat64(), 5*60, 23*60+59))
}

// write writes down one day.
func (w *writer) write(d int) {
	day := w.day(d)
	if w.meals[d] {
		w.eaten(d, day)
	}
	w.skin(d, day)
	w.felt(d, day)
	w.taken(d, day)
	if d%28 == 20 {
		w.add(&journal.Score{Meta: w.meta(day, -1), Name: "POEM", Total: math.Round(clamp(2.4*w.severity[d], 0, 28)), Min: journal.Some(0.0), Max: journal.Some(28.0), By: "self"})
	}
	if text := w.remark(d); text != "" {
		n := &journal.Note{Meta: w.meta(day, w.about(21))}
		n.Note = text
		w.add(n)
	}
}

// eaten writes the meals of a day; now and then one is forgotten, and most
// days are marked complete when none is.
func (w *writer) eaten(d int, day journal.Day) {
	r := w.penDice
	hours := map[journal.Slot]float64{journal.Breakfast: 7.6, journal.Lunch: 12.7, journal.Snack: 16, journal.Drink: 10.2, journal.Dinner: 19.2}
	forgotten := false
	late := r.Float64() < 0.04
	for _, slot := range journal.Slots() {
		foods := w.plates[d][slot]
		if len(foods) == 0 {
			continue
		}
		if r.Float64() < 0.012 {
			forgotten = true
			continue
		}
		m := &journal.Meal{Meta: w.meta(day, w.about(hours[slot])), Slot: slot}
		if late {
			m.Source = journal.Remembered
		}
		for _, f := range foods {
			it := journal.MealItem{Food: f}
			switch x := r.Float64(); {
			case x < 0.08:
				it.Portion = journal.Large
			case x < 0.18:
				it.Portion = journal.Small
			}
			m.Items = append(m.Items, it)
		}
		w.add(m)
	}
	if r.Float64() < 0.75 {
		w.add(&journal.DayMark{Meta: w.meta(day, -1), MealsComplete: journal.StateOf(!forgotten)})
	}
}

// skin writes the check of the evening.
func (w *writer) skin(d int, day journal.Day) {
	r := w.penDice
	s := &journal.SkinCheck{Meta: w.meta(day, w.about(21.2))}
	s.Severity = rating(w.severity[d] + 0.2*r.NormFloat64())
	s.Itch = rating(w.itch[d] + 0.2*r.NormFloat64())
	s.Spots = journal.Some(math.Round(clamp(w.lesions[d]+0.4*r.NormFloat64(), 0, 60)))
	if r.Float64() < 0.6 {
		s.Impact = rating(0.8*w.severity[d] - 0.6 + 0.8*r.NormFloat64())
	}
	if w.severity[d] > 3 {
		s.Sites = append(s.Sites, journal.SiteRating{Site: siteElbow, Rating: s.Severity})
	}
	if w.severity[d] > 5 {
		s.Sites = append(s.Sites, journal.SiteRating{Site: siteCheek, Rating: rating(w.severity[d] - 1.5)})
		s.Signs = append(s.Signs, journal.Sign{Condition: journal.Eczema, Name: "redness", Level: math.Round(clamp(w.severity[d]/3, 0, 3))})
	}
	w.add(s)
}

func rating(v float64) journal.Maybe[float64] { return journal.Some(math.Round(clamp(v, 0, 10))) }
