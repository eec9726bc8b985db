package insight_test

import (
	"context"
	"fmt"
	"testing"

	"skinward/app/insight"
	"skinward/app/series"
)

func TestAReopenedResultGivesTheSameDetails(t *testing.T) {
	for name, c := range map[string]struct {
		set  series.Set
		opts insight.Options
	}{
		"two years":  {readJournal(t, "d0730"), insight.Options{}},
		"last part":  {readJournal(t, "d0730"), insight.Options{From: readJournal(t, "d0730").First.Add(365)}},
		"suspects":   {readJournal(t, "d0180n"), insight.Options{Suspects: []string{"pepper"}}},
		"few days":   {readJournal(t, "d0180n").Between(readJournal(t, "d0180n").First, readJournal(t, "d0180n").First.Add(20)), insight.Options{}},
		"confounded": {syntheticSet(400, 12, 3, 4), insight.Options{}},
	} {
		a, err := insight.Open(context.Background(), c.set, c.opts)
		if err != nil {
			t.Fatal(err)
		}
		again, err := insight.Reopen(c.set, c.opts, a.Keep())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, want := fmt.Sprintf("%+v", again.Result()), fmt.Sprintf("%+v", a.Result()); got != want {
			t.Errorf("%s: another result", name)
		}
		if len(a.Result().Findings) == 0 {
			t.Errorf("%s: nothing to compare", name)
		}
		for _, f := range a.Result().Findings {
			want, _ := a.Detail(f.Factor, f.Outcome)
			got, ok := again.Detail(f.Factor, f.Outcome)
			if g, w := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want); !ok || g != w {
				t.Errorf("%s: %s, %s:\n%s\nwant\n%s", name, f.Factor, f.Outcome, g, w)
			}
		}
	}
}

func TestAResultOfAnotherSetIsNotReopened(t *testing.T) {
	set := readJournal(t, "d0180n")
	a, err := insight.Open(context.Background(), set, insight.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, other := range map[string]series.Set{
		"another journal": readJournal(t, "d0730"),
		"fewer days":      set.Between(set.First, set.Last().Add(-1)),
		"nothing":         {},
	} {
		if _, err := insight.Reopen(other, insight.Options{}, a.Keep()); err == nil {
			t.Errorf("%s: reopened", name)
		}
	}
	if _, err := insight.Reopen(set, insight.Options{Suspects: []string{"not there"}}, a.Keep()); err == nil {
		t.Error("reopened with a suspect that is not there")
	}
}

// The first detail of ten years after a start of the program fits its model.
func BenchmarkReopenedDetail(b *testing.B) {
	set := syntheticSet(3650, 200, 3, 1)
	a, err := insight.Open(context.Background(), set, insight.Options{})
	if err != nil {
		b.Fatal(err)
	}
	kept := a.Keep()
	for b.Loop() {
		again, err := insight.Reopen(set, insight.Options{}, kept)
		if err != nil {
			b.Fatal(err)
		}
		if _, ok := again.Detail("food 001", series.Severity); !ok {
			b.Fatal("no detail")
		}
	}
}
