package wiring_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/cmd/work"
	"skinward/ui/uitest"
)

// mostKeys is how many key actions an ordinary day may take beyond what is
// typed as words and numbers into fields.
const mostKeys = 14

// typist counts every key action but the typing of words and numbers into
// fields; a digit that answers a scale counts.
type typist struct {
	*uitest.Window
	keys int
}

func (k *typist) press(names ...fyne.KeyName) {
	k.keys += len(names)
	k.Key(names...)
}

func (k *typist) chord(key fyne.KeyName, modifier fyne.KeyModifier) {
	k.keys++
	k.Shortcut(key, modifier)
}

// answer is a digit on a scale, then Return to the next question.
func (k *typist) answer(digit string) {
	k.keys++
	k.Type(digit)
	k.press(fyne.KeyReturn)
}

// enter types into a field and presses Return.
func (k *typist) enter(words string) {
	k.Type(words)
	k.press(fyne.KeyReturn)
}

// day enters skin, itch, stress, sleep, water and two meals.
func (k *typist) day() {
	k.answer("6")
	k.answer("4")
	k.answer("3")
	k.enter("7.5")
	k.enter("1500")
	k.press(fyne.KeyReturn) // stool stays open
	k.enter("rye bread, egg, coffee")
	k.enter("lentil soup")
}

// wantDay checks that an ordinary day is in the journal.
func wantDay(t *testing.T, desk work.Desk, day journal.Day) {
	t.Helper()
	log, err := desk.Store.Range(context.Background(), day, day)
	if err != nil {
		t.Fatal(err)
	}
	got := map[journal.Kind]int{}
	for _, r := range log {
		got[r.Kind()]++
		switch r := r.(type) {
		case *journal.SkinCheck:
			if r.Severity.Or(-1) != 6 || r.Itch.Or(-1) != 4 {
				t.Errorf("skin: %+v", r)
			}
		case *journal.Stress:
			if r.Level.Or(-1) != 3 {
				t.Errorf("stress: %+v", r)
			}
		case *journal.Sleep:
			if r.Hours.Or(-1) != 7.5 {
				t.Errorf("sleep: %+v", r)
			}
		case *journal.Water:
			if r.Millilitres != 1500 {
				t.Errorf("water: %+v", r)
			}
		case *journal.Dose:
			if r.Taken != journal.Yes || r.Name != "L. rhamnosus GG" {
				t.Errorf("dose: %+v", r)
			}
		case *journal.Meal:
			if foods := r.Detail(); foods != "rye bread, egg, coffee" && foods != "lentil soup" {
				t.Errorf("meal: %s", foods)
			}
		}
	}
	for kind, want := range map[journal.Kind]int{
		journal.KindSkinCheck: 1, journal.KindStress: 1, journal.KindSleep: 1, journal.KindWater: 1, journal.KindDose: 1, journal.KindMeal: 2,
	} {
		if got[kind] != want {
			t.Errorf("%d of %s on %s, want %d", got[kind], kind, day, want)
		}
	}
}

// An ordinary day of a new user: two meals, a probiotic that nobody has
// entered before, stress, skin, itch, sleep and water, by the keyboard alone.
func TestOrdinaryDayTakesFewKeysFromTheFirstDayOn(t *testing.T) {
	today := journal.DayAt(noon, journal.DefaultSettings().DayEnd())
	probiotic := func(k *typist) {
		k.chord(fyne.KeyB, fyne.KeyModifierShortcutDefault)
		k.MustSay("Before a first probiotic")
		k.enter("L. rhamnosus GG")
	}
	for _, c := range []struct {
		name   string
		before func(*typist)
		day    journal.Day
	}{
		{"today", func(*typist) {}, today},
		{"yesterday", func(k *typist) { k.chord(fyne.KeyLeft, fyne.KeyModifierAlt) }, today.Add(-1)},
	} {
		t.Run(c.name, func(t *testing.T) {
			desk := deskOf(t, 0)
			w, _ := windowOver(t, desk)
			k := &typist{Window: w}
			c.before(k)
			k.day()
			probiotic(k)
			if k.keys > mostKeys {
				t.Errorf("%d key actions, %d are allowed", k.keys, mostKeys)
			}
			wantDay(t, desk, c.day)
		})
	}
}

// The days after, when the course is known.
func TestOrdinaryDayTakesFewKeysWithACourseRunning(t *testing.T) {
	today := journal.DayAt(noon, journal.DefaultSettings().DayEnd())
	desk := deskOf(t, 0)
	course := &journal.Course{Meta: journal.Meta{ID: journal.NewID(), Day: today.Add(-10)}, Class: journal.Probiotic, Product: "L. rhamnosus GG"}
	if _, err := desk.Store.Save(context.Background(), course); err != nil {
		t.Fatal(err)
	}
	w, _ := windowOver(t, desk)
	k := &typist{Window: w}
	k.day()
	k.press(fyne.KeyReturn, fyne.KeySpace) // an empty line goes on
	if k.keys > mostKeys {
		t.Errorf("%d key actions, %d are allowed", k.keys, mostKeys)
	}
	wantDay(t, desk, today)
}
