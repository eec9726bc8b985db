package data_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/data"
)

func TestManyAtOnce(t *testing.T) {
	s := open(t, t.TempDir(), data.Options{})
	const writers, each = 4, 25
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for i := range each {
				m := journaltest.Meal("2026-11-20", "08:00", journal.Lunch, "Soup", fmt.Sprint("Food ", w, i))
				if _, err := s.Save(t.Context(), m); err != nil {
					t.Error(err)
				}
			}
		})
		wg.Go(func() {
			for range each {
				l, err := s.Range(t.Context(), journal.Day{}, journal.Day{})
				if err != nil {
					t.Error(err)
				}
				for _, m := range journal.Select[*journal.Meal](l) {
					if len(m.Items) != 2 {
						t.Errorf("half a meal was read: %v", m.Items)
					}
				}
				if _, err := s.Search(t.Context(), "soup", 5); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Go(func() {
		if err := s.Backup(t.Context(), t.TempDir()+"/b.zip", nil); err != nil {
			t.Error(err)
		}
	})
	wg.Wait()
	if n := count(t, s); n != writers*each {
		t.Errorf("%d meals, want %d", n, writers*each)
	}
	if n, err := s.Revision(t.Context()); err != nil || n != writers*each {
		t.Errorf("revision %d, %v", n, err)
	}
}

// What one save wrote together is read together, although kinds are read side
// by side.
func TestReadsOneState(t *testing.T) {
	s := open(t, t.TempDir(), data.Options{})
	const saves = 200
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := range saves {
			food := fmt.Sprint("Food ", i)
			if _, err := s.Save(t.Context(), journaltest.Meal("2026-11-20", "08:00", journal.Lunch, food), journaltest.Stress("2026-11-20", 3)); err != nil {
				t.Error(err)
			}
		}
	})
	for range 2 {
		wg.Go(func() {
			for seen := 0; seen < saves && !t.Failed(); {
				l, err := s.Range(t.Context(), journal.Day{}, journal.Day{})
				if err != nil {
					t.Error(err)
				}
				seen = len(journal.Select[*journal.Meal](l))
				if n := len(journal.Select[*journal.Stress](l)); n != seen {
					t.Errorf("%d meals beside %d stress ratings", seen, n)
				}
			}
		})
	}
	wg.Wait()
}

func TestClosedStore(t *testing.T) {
	s, err := data.Open(t.TempDir(), data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s.OnRaise(func() {})
	for range 2 {
		if err := s.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	}
	_, err = s.Save(t.Context(), journaltest.Note("2026-11-20", "late"))
	wantCode(t, err, journal.CodeGone)
	_, err = s.Day(t.Context(), journaltest.Day("2026-11-20"))
	wantCode(t, err, journal.CodeGone)
	wantCode(t, s.Backup(t.Context(), t.TempDir()+"/b.zip", nil), journal.CodeGone)
}

// tiring is a context that is cancelled after it was asked a number of times.
type tiring struct {
	context.Context
	left *int
}

func (c tiring) Err() error {
	if *c.left--; *c.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestCancelledInTheMiddle(t *testing.T) {
	s := open(t, t.TempDir(), data.Options{})
	var recs []journal.Record
	for i := range 200 {
		recs = append(recs, journaltest.Meal("2026-11-20", "", journal.Lunch, fmt.Sprint("Food ", i)))
	}
	for _, patience := range []int{1, 10, 300} {
		_, err := s.Save(tiring{context.Background(), &patience}, recs...)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error is %v", err)
		}
		if n := count(t, s); n != 0 {
			t.Errorf("%d meals of a cancelled save", n)
		}
	}
	if _, err := s.Save(t.Context(), recs...); err != nil {
		t.Error(err)
	}
}

// Two journals that have seen as many writes are told apart by what was made
// last.
func TestNewest(t *testing.T) {
	var newest []journal.ID
	for range 2 {
		s := open(t, t.TempDir(), data.Options{})
		if id, err := s.Newest(t.Context()); id != "" || err != nil {
			t.Errorf("in an empty journal: %q, %v", id, err)
		}
		for _, r := range []journal.Record{journaltest.Note("2026-11-01", "first"), journaltest.Meal("2026-11-01", "", journal.Lunch, "Soup")} {
			changes, err := s.Save(t.Context(), r)
			if err != nil {
				t.Fatal(err)
			}
			made := changes[0].After.Base().ID
			if id, err := s.Newest(t.Context()); id != made || err != nil {
				t.Errorf("newest %q, %v, want %q", id, err, made)
			}
			newest = append(newest, made)
		}
		if n, err := s.Revision(t.Context()); n != 2 || err != nil {
			t.Errorf("revision %d, %v", n, err)
		}
	}
	if newest[1] == newest[3] {
		t.Error("two journals have the same newest record")
	}
}
