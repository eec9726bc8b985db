package journaltest

import (
	"fmt"
	"time"

	"skinward/app/journal"
)

// Day reads an ISO date and panics when it is none.
func Day(iso string) journal.Day {
	d, err := journal.ParseDay(iso)
	if err != nil {
		panic(err)
	}
	return d
}

// At returns the time clock ("08:10") of a day, one hour east of UTC. An empty
// clock is no time at all.
func At(day, clock string) time.Time {
	if clock == "" {
		return time.Time{}
	}
	t, err := time.ParseInLocation("2006-01-02 15:04", day+" "+clock, time.FixedZone("", 3600))
	if err != nil {
		panic(err)
	}
	return t
}

// Meta returns what a record of that day and time carries before the store
// has seen it.
func Meta(day, clock string) journal.Meta {
	return journal.Meta{Day: Day(day), At: At(day, clock), Source: journal.Entered}
}

// ID returns the n-th of a row of fixed ids, in the order that ids made later
// sort.
func ID(n int) journal.ID {
	return journal.ID(fmt.Sprintf("01930000-0000-7000-8000-%012x", n))
}

// Meal is a meal of whole foods at a time.
func Meal(day, clock string, slot journal.Slot, foods ...string) *journal.Meal {
	m := &journal.Meal{Meta: Meta(day, clock), Slot: slot}
	for _, f := range foods {
		m.Items = append(m.Items, journal.MealItem{Food: f})
	}
	return m
}

// Skin is an evening look at the skin.
func Skin(day string, severity, itch float64) *journal.SkinCheck {
	return &journal.SkinCheck{Meta: Meta(day, "21:00"), Severity: journal.Some(severity), Itch: journal.Some(itch)}
}

// Stress is a rating of the evening.
func Stress(day string, level float64) *journal.Stress {
	return &journal.Stress{Meta: Meta(day, "20:00"), Level: journal.Some(level)}
}

// Sleep is the night before day.
func Sleep(day string, hours, quality float64) *journal.Sleep {
	return &journal.Sleep{Meta: Meta(day, "07:00"), Hours: journal.Some(hours), Quality: journal.Some(quality)}
}

// Water is an amount in millilitres.
func Water(day string, ml float64) *journal.Water {
	return &journal.Water{Meta: Meta(day, "12:00"), Millilitres: ml}
}

// Note is a note about a day.
func Note(day, text string) *journal.Note {
	n := &journal.Note{Meta: Meta(day, "")}
	n.Note = text
	return n
}

// Probiotic is a course that begins on day and goes on.
func Probiotic(day, product string) *journal.Course {
	return &journal.Course{Meta: Meta(day, ""), Class: journal.Probiotic, Product: product, Strain: journal.StrainNotStated}
}

// Tracker is a tracker of any number.
func Tracker(day, name, unit string) *journal.Tracker {
	return &journal.Tracker{Meta: Meta(day, ""), Name: name, Type: journal.TrackNumber, Unit: unit}
}
