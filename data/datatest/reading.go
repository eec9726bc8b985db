package datatest

import (
	"context"
	"errors"
	"reflect"
	"time"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
)

func undo(b *bench) {
	added := b.save(journaltest.Meal("2026-11-20", "08:10", journal.Breakfast, "Oats"))
	original := added[0].After
	edited := original.Clone().(*journal.Meal)
	edited.Items[0].Food = "Rye"
	b.now = b.now.Add(time.Minute)
	changed := b.save(edited)
	b.now = b.now.Add(time.Minute)
	deleted, err := b.j.Delete(b.ctx, &journal.Meal{Meta: journal.Meta{ID: original.Base().ID}})
	if err != nil {
		b.Fatal(err)
	}
	if got := deleted[0]; got.Verb() != "deleted" || !got.After.Base().Deleted.Equal(b.now) || got.Before.(*journal.Meal).Items[0].Food != "Rye" {
		b.Errorf("deletion is %q: %s", got.Verb(), journaltest.Text(got.After))
	}
	want := func(step string, titles ...string) {
		b.Helper()
		l := b.load(b.j.Day(b.ctx, original.Base().Day))
		got := []string{}
		for _, r := range l {
			got = append(got, r.Detail())
		}
		if !reflect.DeepEqual(got, append([]string{}, titles...)) {
			b.Errorf("after %s: %q, want %q", step, got, titles)
		}
	}
	apply := func(changes ...journal.Change) {
		b.Helper()
		b.now = b.now.Add(time.Minute)
		if err := b.j.Apply(b.ctx, changes); err != nil {
			b.Fatal(err)
		}
	}
	want("deletion")
	if !b.get(original).Base().IsDeleted() {
		b.Error("a deleted record cannot be got")
	}
	apply(deleted[0].Inverse())
	want("undone deletion", "Rye")
	apply(changed[0].Inverse())
	want("undone change", "Oats")
	apply(added[0].Inverse())
	want("undone addition")
	if got := b.get(original).Base().Deleted; !got.Equal(b.now) {
		b.Errorf("deleted at %v, want the store's own time %v", got, b.now)
	}
	apply(added[0])
	want("redone addition", "Oats")
	apply(changed[0], deleted[0])
	want("redone change and deletion")
	if _, err := b.j.Delete(b.ctx, original); err != nil {
		b.Errorf("deleting twice: %v", err)
	}
}

func day(b *bench) {
	examples := journaltest.Examples()
	b.save(examples...)
	got := map[journal.Kind]bool{}
	for _, r := range b.load(b.j.Day(b.ctx, journaltest.Day("2026-02-03"))) {
		got[r.Kind()] = true
	}
	for _, k := range journal.Kinds() {
		definition := k == journal.KindTracker || k == journal.KindProfile || k == journal.KindFood || k == journal.KindVerdict
		if got[k] == definition {
			b.Errorf("%s among the entries of a day: %v", k, got[k])
		}
	}
	b.wantTitles(b.load(b.j.Day(b.ctx, journaltest.Day("2026-02-04"))))
}

func ranges(b *bench) {
	b.save(
		journaltest.Skin("2026-11-21", 3, 3),
		journaltest.Meal("2026-11-20", "19:00", journal.Dinner, "Soup"),
		journaltest.Meal("2026-11-20", "08:00", journal.Breakfast, "Oats"),
		journaltest.Note("2026-11-20", "no time"),
		journaltest.Water("1969-12-31", 500),
		journaltest.Stress("2100-02-28", 5))
	d := journaltest.Day
	b.wantTitles(b.load(b.j.Range(b.ctx, journal.Day{}, journal.Day{})), "Water", "Note", "Breakfast", "Dinner", "Skin 3, itch 3", "Stress 5")
	b.wantTitles(b.load(b.j.Range(b.ctx, d("2026-11-20"), d("2026-11-20"))), "Note", "Breakfast", "Dinner")
	b.wantTitles(b.load(b.j.Range(b.ctx, d("2026-11-21"), journal.Day{})), "Skin 3, itch 3", "Stress 5")
	b.wantTitles(b.load(b.j.Range(b.ctx, journal.Day{}, d("1970-01-01"))), "Water")
	b.wantTitles(b.load(b.j.Range(b.ctx, d("2026-11-20"), d("2026-11-21"), journal.KindSkinCheck, journal.KindMeal)), "Breakfast", "Dinner", "Skin 3, itch 3")
	b.wantTitles(b.load(b.j.Range(b.ctx, d("2026-11-21"), d("2026-11-20"))))
	b.wantTitles(b.load(b.j.All(b.ctx, journal.KindMeal)), "Breakfast", "Dinner")
}

func offsets(b *bench) {
	for _, minutes := range []int{0, 60, -210, 345, 14 * 60, -12 * 60} {
		n := journaltest.Note("2026-03-29", "clock")
		n.At = time.Date(2026, 3, 29, 2, 30, 15, 0, time.FixedZone("local", minutes*60))
		got := b.get(b.save(n)[0].After).Base().At
		if _, off := got.Zone(); off != minutes*60 || !got.Equal(n.At) {
			b.Errorf("%v came back as %v", n.At, got)
		}
	}
}

func days(b *bench) {
	b.save(
		journaltest.Skin("2026-11-20", 3, 1), journaltest.Skin("2026-11-20", 6, 1), journaltest.Water("2026-11-20", 500),
		journaltest.Note("2026-11-22", "x"), journaltest.Skin("2026-12-01", 2, 1),
		journaltest.Tracker("2026-11-21", "Steps", ""))
	gone := b.save(journaltest.Note("2026-11-23", "gone"))[0].After
	if _, err := b.j.Delete(b.ctx, gone); err != nil {
		b.Fatal(err)
	}
	got, err := b.j.Days(b.ctx, journaltest.Day("2026-11-01"), journaltest.Day("2026-11-30"))
	if err != nil {
		b.Fatal(err)
	}
	want := []journal.DayDigest{
		{Day: journaltest.Day("2026-11-20"), Entries: 3, Severity: journal.Some(4.5)},
		{Day: journaltest.Day("2026-11-22"), Entries: 1},
	}
	if !reflect.DeepEqual(got, want) {
		b.Errorf("got %v, want %v", got, want)
	}
	if all, err := b.j.Days(b.ctx, journal.Day{}, journal.Day{}); err != nil || len(all) != 3 {
		b.Errorf("open ends give %v, %v", all, err)
	}
}

func foodUse(b *bench) {
	b.save(
		journaltest.Meal("2026-11-20", "08:00", journal.Breakfast, "Oats", "Kefir", "Kefir"),
		journaltest.Meal("2026-11-22", "08:00", journal.Breakfast, "Kefir"),
		journaltest.Meal("2026-11-21", "19:00", journal.Dinner, "Kefir"),
		&journal.Meal{Meta: journaltest.Meta("2026-11-23", ""), Items: []journal.MealItem{{Food: "Kefir", Absent: true}, {Food: "Apple"}}})
	gone := b.save(journaltest.Meal("2026-11-24", "08:00", journal.Lunch, "Kefir"))[0].After
	if _, err := b.j.Delete(b.ctx, gone); err != nil {
		b.Fatal(err)
	}
	got, err := b.j.FoodUse(b.ctx)
	if err != nil {
		b.Fatal(err)
	}
	want := []journal.FoodUse{
		{Name: "Kefir", Times: 3, Last: journaltest.Day("2026-11-22"), BySlot: map[journal.Slot]int{journal.Breakfast: 2, journal.Dinner: 1}},
		{Name: "Apple", Times: 1, Last: journaltest.Day("2026-11-23"), BySlot: map[journal.Slot]int{journal.AnySlot: 1}},
		{Name: "Oats", Times: 1, Last: journaltest.Day("2026-11-20"), BySlot: map[journal.Slot]int{journal.Breakfast: 1}},
	}
	if !reflect.DeepEqual(got, want) {
		b.Errorf("got %v, want %v", got, want)
	}
}

func search(b *bench) {
	b.save(
		journaltest.Meal("2026-11-19", "08:00", journal.Breakfast, "Oat porridge", "Kefir"),
		journaltest.Meal("2026-11-21", "08:00", journal.Breakfast, "Kefir"),
		journaltest.Note("2026-11-20", "Tried kefir of the market, with plum"),
		journaltest.Probiotic("2026-11-18", "Kefir capsules"),
		journaltest.Skin("2026-11-21", 3, 1))
	for query, want := range map[string][]string{
		"kefir":           {"Breakfast", "Note", "Breakfast", "Kefir capsules"},
		"KEF":             {"Breakfast", "Note", "Breakfast", "Kefir capsules"},
		"kefir porr":      {"Breakfast"},
		"plum kefir":      {"Note"},
		"absent":          {},
		"":                {},
		" \" * ( - ^ :":   {},
		"kefir\" OR \"x":  {},
		"capsules) AND (": {},
	} {
		hits, err := b.j.Search(b.ctx, query, 50)
		if err != nil {
			b.Errorf("%q: %v", query, err)
		}
		var l journal.Log
		for _, h := range hits {
			l = append(l, h.Record)
		}
		b.wantTitles(l, want...)
	}
	hits, err := b.j.Search(b.ctx, "porridge", 50)
	if err != nil || len(hits) != 1 || hits[0].Snippet != "Oat "+journal.FoundFrom+"porridge"+journal.FoundTo+" · Kefir" {
		b.Errorf("got %v, %v", hits, err)
	}
	b.save(journaltest.Note("2026-11-22", "pizza night 🍕❤️"), journaltest.Note("2026-11-23", "pizza again"))
	for query, want := range map[string]int{"🍕": 1, "pizza": 2, "pizza 🍕": 1, "🍕 night ❤️": 1, "🍣": 0, "❤️": 1, "plum 🍕": 0} {
		hits, err := b.j.Search(b.ctx, query, 50)
		if err != nil || len(hits) != want {
			b.Errorf("%q finds %d instead of %d, %v", query, len(hits), want, err)
		}
	}
	hits, err = b.j.Search(b.ctx, "🍕", 50)
	if err != nil || len(hits) != 1 || hits[0].Snippet != "pizza night "+journal.FoundFrom+"🍕"+journal.FoundTo+"❤️" {
		b.Errorf("a sign gave %q, %v", hits, err)
	}
	if hits, err = b.j.Search(b.ctx, "kefir", 2); err != nil || len(hits) != 2 {
		b.Errorf("limit 2 gave %d, %v", len(hits), err)
	}
}

func searchFollows(b *bench) {
	finds := func(query string) int {
		b.Helper()
		hits, err := b.j.Search(b.ctx, query, 50)
		if err != nil {
			b.Fatal(err)
		}
		return len(hits)
	}
	n := b.save(journaltest.Note("2026-11-20", "plum cake"))[0].After.(*journal.Note)
	n.Note = "cherry cake"
	b.save(n)
	if finds("plum") != 0 || finds("cherry") != 1 {
		b.Error("a changed note is found by its old words, or not by its new ones")
	}
	gone, err := b.j.Delete(b.ctx, n)
	if err != nil {
		b.Fatal(err)
	}
	if finds("cherry") != 0 {
		b.Error("a deleted note is found")
	}
	if err := b.j.Apply(b.ctx, []journal.Change{gone[0].Inverse()}); err != nil {
		b.Fatal(err)
	}
	if finds("cherry") != 1 {
		b.Error("a restored note is not found")
	}
	meal := b.save(journaltest.Meal("2026-11-20", "", journal.Lunch, "Lentils"))[0].After
	bare := meal.Clone().(*journal.Meal)
	bare.Items[0].Absent = true
	b.save(bare)
	if finds("lentils") != 0 {
		b.Error("a food that was not eaten is found")
	}
}

func settings(b *bench) {
	got, err := b.j.Settings(b.ctx)
	if err != nil || !reflect.DeepEqual(got, journal.DefaultSettings()) {
		b.Errorf("without a choice: %+v, %v", got, err)
	}
	want := journal.DefaultSettings()
	want.Theme, want.DayEndMinutes, want.Suspects = journal.ThemeDark, 0, []string{"Milk"}
	want.Page = journal.PageChoices{
		Period: journal.PageDates, From: journaltest.Day("2026-09-01"), To: journaltest.Day("2026-10-31"), Sections: map[string]bool{"photos": false},
		Reason: "rash", Questions: []string{"what is it?"}, Changed: journal.Wording{Text: "Better.", Over: "Median 3"},
	}
	want.Tracked, want.LastBackup = []journal.Thing{journal.ThingMeals}, time.Date(2026, 11, 1, 10, 0, 0, 0, time.UTC)
	if err := b.j.SaveSettings(b.ctx, want); err != nil {
		b.Fatal(err)
	}
	if got, err = b.j.Settings(b.ctx); err != nil || !reflect.DeepEqual(got, want) {
		b.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	bad := want
	bad.TextSize = 3
	b.wantCode(b.j.SaveSettings(b.ctx, bad), journal.CodeRange)
	if got, err = b.j.Settings(b.ctx); err != nil || got.TextSize != 1 {
		b.Errorf("refused settings were kept: %+v, %v", got, err)
	}
}

func revision(b *bench) {
	last := int64(-1)
	grown := func(step string) {
		b.Helper()
		n, err := b.j.Revision(b.ctx)
		if err != nil || n <= last {
			b.Errorf("after %s the revision is %d, before it was %d, %v", step, n, last, err)
		}
		last = n
	}
	grown("opening")
	c := b.save(journaltest.Note("2026-11-20", "x"))
	grown("saving")
	if _, err := b.j.Delete(b.ctx, c[0].After); err != nil {
		b.Fatal(err)
	}
	grown("deleting")
	if err := b.j.Apply(b.ctx, c); err != nil {
		b.Fatal(err)
	}
	grown("applying")
	if err := b.j.SaveSettings(b.ctx, journal.DefaultSettings()); err != nil {
		b.Fatal(err)
	}
	b.load(b.j.Range(b.ctx, journal.Day{}, journal.Day{}))
	if n, err := b.j.Revision(b.ctx); err != nil || n != last {
		b.Errorf("reading and new settings moved the revision from %d to %d, %v", last, n, err)
	}
}

func photos(b *bench) {
	original, view, thumb := []byte("an original"), []byte("a view"), []byte("a thumb")
	p := &journal.Photo{Meta: journaltest.Meta("2026-11-20", "21:00"), Format: "jpeg", Width: 30, Height: 40, Site: "chin"}
	c, added, err := b.j.AddPhoto(b.ctx, p, original, view, thumb)
	if err != nil || !added {
		b.Fatalf("added %v, %v", added, err)
	}
	kept := b.get(c.After).(*journal.Photo)
	const hash = "853487a765f98ebc8b8381a16678043a15ac454317e7bedd0313e2c3289723b3" // by another program
	if kept.Bytes != 11 || kept.Hash != hash {
		b.Errorf("kept as %s", journaltest.Text(kept))
	}
	for name, get := range map[string]func(context.Context, *journal.Photo) ([]byte, error){
		"an original": b.j.PhotoOriginal, "a view": b.j.PhotoView, "a thumb": b.j.PhotoThumb,
	} {
		if got, err := get(b.ctx, kept); err != nil || string(got) != name {
			b.Errorf("got %q, %v, want %q", got, err, name)
		}
	}
	c, added, err = b.j.AddPhoto(b.ctx, p, original, view, thumb)
	if err != nil || added || c.After.Base().ID != kept.ID {
		b.Errorf("the same original was added again: %v, %v", added, err)
	}
	if _, err := b.j.Delete(b.ctx, kept); err != nil {
		b.Fatal(err)
	}
	if _, added, err = b.j.AddPhoto(b.ctx, p, original, view, thumb); err != nil || !added {
		b.Errorf("after its deletion the photo cannot be added: %v, %v", added, err)
	}
	if digests, err := b.j.Days(b.ctx, kept.Day, kept.Day); err != nil || len(digests) != 1 || digests[0].Photos != 1 || digests[0].Entries != 1 {
		b.Errorf("the day of the photo counts %+v, %v", digests, err)
	}
	lost := *kept
	lost.Hash = "00" + kept.Hash[2:]
	_, err = b.j.PhotoOriginal(b.ctx, &lost)
	b.wantCode(err, journal.CodeMissing)
	_, err = b.j.PhotoThumb(b.ctx, &lost)
	b.wantCode(err, journal.CodeMissing)
	_, _, err = b.j.AddPhoto(b.ctx, &journal.Photo{Meta: journaltest.Meta("2026-11-20", ""), Format: "exe", Width: 1, Height: 1}, original, view, thumb)
	b.wantCode(err, journal.CodeChoice)
}

func cancelled(b *bench) {
	ctx, cancel := context.WithCancel(b.ctx)
	cancel()
	if _, err := b.j.Save(ctx, journaltest.Note("2026-11-20", "x")); !errors.Is(err, context.Canceled) {
		b.Errorf("Save: %v", err)
	}
	if _, err := b.j.Range(ctx, journal.Day{}, journal.Day{}); !errors.Is(err, context.Canceled) {
		b.Errorf("Range: %v", err)
	}
	if l := b.load(b.j.Range(b.ctx, journal.Day{}, journal.Day{})); len(l) != 0 {
		b.Errorf("%d records were saved", len(l))
	}
	b.save(journaltest.Note("2026-11-20", "x"))
}

func independence(b *bench) {
	saved := b.save(journaltest.Meal("2026-11-20", "", journal.Lunch, "Soup"))[0].After.(*journal.Meal)
	saved.Items[0].Food = "changed by the caller"
	read := b.get(saved).(*journal.Meal)
	if read.Items[0].Food != "Soup" {
		b.Error("what Save returned is shared with the journal")
	}
	read.Items[0].Food = "changed by the caller"
	if got := b.get(saved).Detail(); got != "Soup" {
		b.Error("what Get returned is shared with the journal")
	}
}

func unknown(b *bench) {
	_, err := b.j.Get(b.ctx, journal.KindMeal, journaltest.ID(99))
	b.wantCode(err, journal.CodeMissing)
	_, err = b.j.Get(b.ctx, "wardrobe", journaltest.ID(99))
	b.wantCode(err, journal.CodeMissing)
	_, err = b.j.All(b.ctx, "wardrobe")
	b.wantCode(err, journal.CodeChoice)
	_, err = b.j.Delete(b.ctx, &journal.Meal{Meta: journal.Meta{ID: journaltest.ID(99)}})
	b.wantCode(err, journal.CodeMissing)
	_, err = b.j.Delete(b.ctx, &journal.Meal{})
	b.wantCode(err, journal.CodeMissing)
	b.wantCode(b.j.Apply(b.ctx, []journal.Change{{After: journaltest.Note("2026-11-20", "no id")}}), journal.CodeMissing)
}
