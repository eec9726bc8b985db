package datatest

import (
	"fmt"
	"time"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
)

func everyKind(b *bench) {
	examples := journaltest.Examples()
	for i, c := range b.save(examples...) {
		want := examples[i].Clone()
		want.Base().Created, want.Base().Changed = b.now, b.now
		want.Base().Created = want.Base().Created.UTC()
		want.Base().Changed = want.Base().Changed.UTC()
		b.wantSame(c.After, want)
		b.wantSame(b.get(c.After), want)
		if c.Before != nil {
			b.Errorf("%s was new but has a Before", want.Kind())
		}
		if got := b.load(b.j.All(b.ctx, want.Kind())); len(got) != 1 {
			b.Errorf("%d records of kind %s, want 1", len(got), want.Kind())
		} else {
			b.wantSame(got[0], want)
		}
	}
	if got := b.load(b.j.Range(b.ctx, journal.Day{}, journal.Day{})); len(got) != len(examples) {
		b.Errorf("%d records in all, want %d", len(got), len(examples))
	}
}

func stamps(b *bench) {
	mine := journaltest.Skin("2026-11-20", 4, 2)
	mine.Source = ""
	c := b.save(mine)[0]
	if mine.ID != "" || !mine.Created.IsZero() {
		b.Error("the record given to Save was touched")
	}
	got := c.After.Base()
	if len(got.ID) != 36 || got.ID[14] != '7' {
		b.Errorf("id is %q, want a UUID of version 7", got.ID)
	}
	if !got.Created.Equal(b.now) || !got.Changed.Equal(b.now) || got.IsDeleted() {
		b.Errorf("stamps are %v, %v, %v", got.Created, got.Changed, got.Deleted)
	}
	if got.Source != journal.Entered {
		b.Errorf("source is %q, want entered", got.Source)
	}
	if c.Verb() != "added" {
		b.Errorf("verb is %q", c.Verb())
	}
	kept := journaltest.Note("2026-11-20", "from another copy")
	kept.ID, kept.Created = journaltest.ID(7), b.now.Add(-time.Hour)
	after := b.save(kept)[0].After.Base()
	if after.ID != kept.ID || !after.Created.Equal(kept.Created) {
		b.Errorf("id and creation of an unknown record were not kept: %s %v", after.ID, after.Created)
	}
}

func overwrite(b *bench) {
	made := b.now
	first := b.save(journaltest.Meal("2026-11-20", "08:10", journal.Breakfast, "Oats", "Kefir", "Plum"))[0].After
	b.now = b.now.Add(time.Hour)
	edited := first.Clone().(*journal.Meal)
	edited.Items = []journal.MealItem{{Food: "Rye bread", Portion: journal.Small}}
	edited.Day = journaltest.Day("2026-11-19")
	edited.At = time.Time{}
	edited.Note = "at work"
	c := b.save(edited)[0]
	b.wantSame(c.Before, first)
	got := b.get(first).(*journal.Meal)
	b.wantSame(got, c.After)
	if !got.Created.Equal(made) || !got.Changed.Equal(b.now) {
		b.Errorf("created %v, changed %v", got.Created, got.Changed)
	}
	if got.Detail() != "Rye bread (small)" || got.Note != "at work" || !got.At.IsZero() {
		b.Errorf("got %s", journaltest.Text(got))
	}
	b.wantTitles(b.load(b.j.Day(b.ctx, journaltest.Day("2026-11-20"))))
	b.wantTitles(b.load(b.j.Day(b.ctx, journaltest.Day("2026-11-19"))), "Breakfast")
}

func unchanged(b *bench) {
	first := b.save(journaltest.Meal("2026-11-20", "08:10", journal.Breakfast, "Oats"))[0].After
	before, err := b.j.Revision(b.ctx)
	if err != nil {
		b.Fatal(err)
	}
	b.now = b.now.Add(time.Hour)
	c := b.save(first)[0]
	b.wantSame(c.After, first)
	b.wantSame(c.Before, first)
	if after, err := b.j.Revision(b.ctx); err != nil || after != before {
		b.Errorf("revision went from %d to %d, %v", before, after, err)
	}
}

func allOrNothing(b *bench) {
	before, err := b.j.Revision(b.ctx)
	if err != nil {
		b.Fatal(err)
	}
	good := journaltest.Skin("2026-11-20", 4, 2)
	meal := journaltest.Meal("2026-11-20", "", journal.Lunch, "Never heard of before")
	for name, bad := range map[string]journal.Record{
		"refused by Validate": journaltest.Skin("2026-11-20", 11, 2),
		"refers to nothing":   &journal.TrackerValue{Meta: journaltest.Meta("2026-11-20", ""), Tracker: journaltest.ID(99), Value: 1},
	} {
		if _, err := b.j.Save(b.ctx, good, meal, bad); err == nil {
			b.Errorf("%s: no error", name)
		}
	}
	if l := b.load(b.j.Range(b.ctx, journal.Day{}, journal.Day{})); len(l) != 0 {
		b.Errorf("%d records stayed", len(l))
	}
	if after, err := b.j.Revision(b.ctx); err != nil || after != before {
		b.Errorf("revision went from %d to %d, %v", before, after, err)
	}
	b.save(good, meal)
	if use, err := b.j.FoodUse(b.ctx); err != nil || len(use) != 1 || use[0].Times != 1 {
		b.Errorf("foods in use: %v, %v", use, err)
	}
}

func references(b *bench) {
	meta := journaltest.Meta("2026-11-20", "09:00")
	for _, r := range []journal.Record{
		&journal.Dose{Meta: meta, Course: journaltest.ID(99), Taken: journal.Yes},
		&journal.Dose{Meta: meta, Treatment: journaltest.ID(99), Taken: journal.Yes},
		&journal.TrackerValue{Meta: meta, Tracker: journaltest.ID(99), Value: 1},
		&journal.Tracker{Meta: meta, Name: "Steps", Type: journal.TrackNumber, MergedInto: journaltest.ID(99)},
	} {
		_, err := b.j.Save(b.ctx, r)
		b.wantCode(err, journal.CodeMissing)
	}
	// In one Save the order does not matter.
	course := journaltest.Probiotic("2026-11-01", "Kefir capsules")
	course.ID = journaltest.ID(1)
	dose := &journal.Dose{Meta: meta, Course: course.ID, Taken: journal.Yes}
	b.save(dose, course)
}

func trackerBounds(b *bench) {
	tracker := &journal.Tracker{
		Meta: journaltest.Meta("2026-11-01", ""), Name: "Redness", Type: journal.TrackScale,
		Min: journal.Some(0.0), Max: journal.Some(5.0),
	}
	id := b.save(tracker)[0].After.Base().ID
	for v, ok := range map[float64]bool{0: true, 5: true, 2.5: true, -0.1: false, 5.1: false} {
		value := &journal.TrackerValue{Meta: journaltest.Meta("2026-11-20", ""), Tracker: id, Value: v}
		_, err := b.j.Save(b.ctx, value)
		if ok && err != nil {
			b.Errorf("%v was refused: %v", v, err)
		}
		if !ok {
			b.wantCode(err, journal.CodeRange)
		}
	}
}

func names(b *bench) {
	course := b.save(journaltest.Probiotic("2026-11-01", "Kefir capsules"))[0].After.(*journal.Course)
	tracker := b.save(journaltest.Tracker("2026-11-01", "Steps", "steps"))[0].After.(*journal.Tracker)
	saved := b.save(
		&journal.Dose{Meta: journaltest.Meta("2026-11-20", ""), Course: course.ID, Taken: journal.Yes, Name: "something else"},
		&journal.TrackerValue{Meta: journaltest.Meta("2026-11-20", ""), Tracker: tracker.ID, Value: 8042})
	if got := saved[0].After.Title(); got != "Kefir capsules" {
		b.Errorf("the dose is called %q", got)
	}
	if got := saved[1].After.(*journal.TrackerValue); got.Name != "Steps" || got.Detail() != "8042 steps" {
		b.Errorf("the value is called %q, %q", got.Name, got.Detail())
	}
	course.Product, tracker.Name, tracker.Unit = "Kefir", "Walking", ""
	b.save(course, tracker)
	if got := b.get(saved[0].After).Title(); got != "Kefir" {
		b.Errorf("the dose is called %q after the course was renamed", got)
	}
	if got := b.get(saved[1].After); got.Title() != "Walking" || got.Detail() != "8042" {
		b.Errorf("the value is called %q, %q after the tracker was renamed", got.Title(), got.Detail())
	}
}

func singles(b *bench) {
	mark := &journal.DayMark{Meta: journaltest.Meta("2026-11-20", ""), Ordinary: true}
	first := b.save(mark)[0].After
	again := &journal.DayMark{Meta: journaltest.Meta("2026-11-20", ""), MealsComplete: journal.Yes}
	c := b.save(again)[0]
	b.wantSame(c.Before, first)
	if got := b.load(b.j.All(b.ctx, journal.KindDayMark)); len(got) != 1 || got[0].Base().ID != first.Base().ID {
		b.Errorf("%d marks of one day", len(got))
	}
	if _, err := b.j.Delete(b.ctx, first); err != nil {
		b.Fatal(err)
	}
	if c := b.save(again)[0]; c.Before != nil {
		b.Error("a deleted mark still holds the day")
	}

	b.save(&journal.Food{Meta: journaltest.Meta("2026-11-20", ""), Name: "Kefir", Favoured: true})
	c = b.save(&journal.Food{Meta: journaltest.Meta("2026-11-21", ""), Name: "Kefir", Tags: map[string]string{"dairy": "yes"}})[0]
	if c.Before == nil || len(b.load(b.j.All(b.ctx, journal.KindFood))) != 1 {
		b.Error("a name has two foods")
	}
}

func profile(b *bench) {
	b.save(&journal.Profile{Meta: journaltest.Meta("2026-11-20", ""), Name: "Ada"})
	c := b.save(&journal.Profile{Meta: journaltest.Meta("2026-11-21", ""), Name: "Ada L.", Reason: "itch"})[0]
	if c.After.Base().ID != journal.ProfileID || c.Before == nil {
		b.Errorf("the second profile is a record of its own: %s", c.After.Base().ID)
	}
	if got := b.load(b.j.All(b.ctx, journal.KindProfile)); len(got) != 1 || got[0].(*journal.Profile).Name != "Ada L." {
		b.Errorf("got %d profiles", len(got))
	}
}

func texts(b *bench) {
	for i, s := range []string{
		"Crème brûlée", "味噌汁", "чай", "ناي", "🧀 🥛", "a'b\"c`d", "--; DROP TABLE meal;", "%s %d \\0", "  spaced  ", "e\u0301", "İstanbul", "line\nbreak",
	} {
		n := journaltest.Note("2026-11-20", s)
		got := b.get(b.save(n)[0].After).Base().Note
		if got != s {
			b.Errorf("%d: %q came back as %q", i, s, got)
		}
	}
}

func longLists(b *bench) {
	m := journaltest.Meal("2026-11-20", "19:00", journal.Dinner)
	want := ""
	for i := range 40 {
		name := fmt.Sprintf("food %d", 39-i)
		m.Items = append(m.Items, journal.MealItem{Food: name})
		want += name + ";"
	}
	m.Items = append(m.Items, m.Items[0]) // the same food twice
	want += "food 39;"
	saved := b.save(m)[0].After
	for _, r := range []journal.Record{b.get(saved), b.load(b.j.All(b.ctx, journal.KindMeal))[0]} {
		got := ""
		for _, it := range r.(*journal.Meal).Items {
			got += it.Food + ";"
		}
		if got != want {
			b.Errorf("got %s", got)
		}
	}
}
