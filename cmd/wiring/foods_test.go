package wiring

import (
	"context"
	"slices"
	"strings"
	"testing"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/assets"
	"skinward/cmd/work"
	"skinward/ui/today"
)

func larder(t testing.TB, recs ...journal.Record) (*pantryFoods, *journaltest.Fake) {
	t.Helper()
	pantry, err := work.OpenPantry(assets.Food())
	if err != nil {
		t.Fatal(err)
	}
	store := journaltest.NewFake(recs...)
	return &pantryFoods{pantry: pantry, store: store, today: func() journal.Day { return journaltest.Day("2026-11-21") }}, store
}

func TestFoodsFollowTheJournalOnRefresh(t *testing.T) {
	ctx := context.Background()
	f, store := larder(t, journaltest.Meal("2026-11-20", "08:00", journal.Breakfast, "zorp flatbread", "apple"))
	if got := f.Complete("zorp", journal.Breakfast, 5); len(got) != 0 {
		t.Errorf("known before it was read: %v", got)
	}
	if err := f.Refresh(ctx); err != nil {
		t.Fatal(err)
	}
	if got := f.Complete("zorp", journal.Breakfast, 5); len(got) != 1 || got[0].Times != 1 {
		t.Errorf("%v", got)
	}
	if got := f.Untagged(5); !slices.Equal(got, []string{"zorp flatbread"}) {
		t.Errorf("to be tagged: %q", got)
	}
	if _, err := store.Save(ctx, &journal.Food{Meta: journaltest.Meta("2026-11-21", ""), Name: "zorp flatbread", Tags: map[string]string{"fermented": "yes"}}); err != nil {
		t.Fatal(err)
	}
	if err := f.Refresh(ctx); err != nil {
		t.Fatal(err)
	}
	if got := f.Untagged(5); len(got) != 0 {
		t.Errorf("still to be tagged: %q", got)
	}
	if got := f.Tags("zorp flatbread"); !slices.Equal(got, []string{"fermented"}) {
		t.Errorf("tags %q", got)
	}
}

func TestTagsOfAreTheCataloguesWhateverThePersonSays(t *testing.T) {
	f, _ := larder(t, &journal.Food{Meta: journaltest.Meta("2026-11-21", ""), Name: "milk", Tags: map[string]string{"dairy": "no"}})
	if err := f.Refresh(context.Background()); err != nil {
		t.Fatal(err)
	}
	all := f.TagsOf("milk")
	i := slices.IndexFunc(all, func(x today.FoodTag) bool { return x.Name == "dairy" })
	if i < 0 || all[i].Level != "yes" || all[i].Label != "Dairy" {
		t.Errorf("%v", all)
	}
	if slices.Contains(f.Tags("milk"), "dairy") {
		t.Error("the person's own word does not count on the meal")
	}
}

func TestTagsOfSayHowSureTheyAre(t *testing.T) {
	f, _ := larder(t)
	sure := map[string]today.Sure{}
	for _, x := range f.TagsOf("salmon") {
		sure[x.Name] = x.Sure
	}
	if sure["omega3"] != today.Measured || sure["fish"] != today.Judged || sure["histamine"] != today.Disputed {
		t.Errorf("%v", sure)
	}
}

func TestEstimateIsSaidAsOne(t *testing.T) {
	f, _ := larder(t)
	words := f.Estimate(f.Read("oat porridge, blueberries, 2 coffees with milk"))
	if !strings.HasPrefix(words, "Estimated from usual portions: fibre ") || !strings.Contains(words, "vitamin A") {
		t.Errorf("%q", words)
	}
	if words := f.Estimate(f.Read("unheard-of pie")); words != "" {
		t.Errorf("%q", words)
	}
}

// A slip of a refresh keeps what was known.
func TestFailedRefreshKeepsWhatWasKnown(t *testing.T) {
	ctx := context.Background()
	f, store := larder(t, journaltest.Meal("2026-11-20", "08:00", journal.Breakfast, "zorp flatbread"))
	if err := f.Refresh(ctx); err != nil {
		t.Fatal(err)
	}
	store.Fail = &journal.Error{Code: journal.CodeGone, Field: "the journal"}
	if err := f.Refresh(ctx); err == nil {
		t.Error("no error")
	}
	if got := f.Complete("zorp", journal.Breakfast, 5); len(got) != 1 {
		t.Errorf("%v", got)
	}
}
