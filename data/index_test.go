package data_test

import (
	"fmt"
	"testing"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/data"
)

// Words wait for the end of a transaction; those of a record that is written
// more than once in it must come out as it stands in the end.
func TestWordsOfARecordWrittenTwiceInOneGo(t *testing.T) {
	s := open(t, t.TempDir(), data.Options{})
	note := func(n int, text string) journal.Record {
		r := journaltest.Note("2026-11-20", text)
		r.ID = journaltest.ID(n)
		return r
	}
	changes, err := s.Save(t.Context(), note(1, "apricot"), note(2, "bilberry"), note(1, "cherry"), note(3, "damson"), note(1, "elderberry"))
	if err != nil {
		t.Fatal(err)
	}
	finds := func(want ...string) {
		t.Helper()
		for _, word := range []string{"apricot", "bilberry", "cherry", "damson", "elderberry", "fig"} {
			n := 0
			for _, w := range want {
				if w == word {
					n = 1
				}
			}
			if hits, err := s.Search(t.Context(), word, 9); err != nil || len(hits) != n {
				t.Errorf("%q finds %d, want %d, %v", word, len(hits), n, err)
			}
		}
		// FTS5 compares its words with the rows they came from.
		if err := s.Exec(t.Context(), "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"); err != nil {
			t.Errorf("index and text differ: %v", err)
		}
	}
	finds("bilberry", "damson", "elderberry")
	// Gone, back and changed, all in one.
	gone := changes[1].After.Clone()
	gone.Base().Deleted = gone.Base().Changed
	err = s.Apply(t.Context(), []journal.Change{{After: gone}, {After: note(4, "fig")}, {After: note(2, "bilberry")}, {After: note(1, "apricot")}, {After: gone}})
	if err != nil {
		t.Fatal(err)
	}
	finds("apricot", "damson", "fig")
	// A transaction that fails leaves the words alone.
	if _, err := s.Save(t.Context(), note(5, "cherry"), &journal.Dose{Meta: journaltest.Meta("2026-11-20", ""), Course: journaltest.ID(99), Taken: journal.Yes}); err == nil {
		t.Fatal("a dose of nothing was saved")
	}
	finds("apricot", "damson", "fig")
}

// A list may be longer than what one statement writes.
func TestListsOfEveryLength(t *testing.T) {
	s := open(t, t.TempDir(), data.Options{})
	var foods []string
	for n := 1; n <= 50; n++ {
		foods = append(foods, fmt.Sprintf("Food %d", n))
		saved, err := s.Save(t.Context(), journaltest.Meal("2026-11-20", "", journal.Lunch, foods...))
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Get(t.Context(), journal.KindMeal, saved[0].After.Base().ID)
		if err != nil {
			t.Fatal(err)
		}
		if kept := got.(*journal.Meal).Foods(); fmt.Sprint(kept) != fmt.Sprint(foods) {
			t.Fatalf("%d foods became %d: %v", n, len(kept), kept)
		}
	}
}
