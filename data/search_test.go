package data_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/data"
)

func TestSearchIgnoresAccentsAndCase(t *testing.T) {
	s := open(t, t.TempDir(), data.Options{})
	if _, err := s.Save(t.Context(),
		journaltest.Meal("2026-11-20", "", journal.Lunch, "Crème brûlée", "Jalapeño", "ÄPFEL"),
		journaltest.Note("2026-11-20", "味噌汁 и чай")); err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{"creme", "BRULEE", "jalapeno", "Jalapeño", "apfel", "äpf", "ЧАЙ", "味噌汁"} {
		hits, err := s.Search(t.Context(), query, 5)
		if err != nil || len(hits) != 1 {
			t.Errorf("%q finds %d, %v", query, len(hits), err)
		}
	}
}

func TestSnippetOfALongNote(t *testing.T) {
	s := open(t, t.TempDir(), data.Options{})
	note := strings.Repeat("ordinary words about the day ", 100) + "then a plum appeared " + strings.Repeat("and more words ", 100)
	if _, err := s.Save(t.Context(), journaltest.Note("2026-11-20", note)); err != nil {
		t.Fatal(err)
	}
	hits, err := s.Search(t.Context(), "plum", 5)
	if err != nil || len(hits) != 1 {
		t.Fatal(hits, err)
	}
	got := hits[0].Snippet
	if n := utf8.RuneCountInString(got); n > 200 || !strings.Contains(got, "a "+journal.FoundFrom+"plum"+journal.FoundTo+" appeared") || !strings.HasPrefix(got, "…") {
		t.Errorf("%d characters: %s", n, got)
	}
}

func FuzzSearch(f *testing.F) {
	s := open(f, f.TempDir(), data.Options{})
	if _, err := s.Save(f.Context(), journaltest.Note("2026-11-20", "plum and kefir"), journaltest.Meal("2026-11-20", "", journal.Lunch, "Soup")); err != nil {
		f.Fatal(err)
	}
	for _, q := range []string{"plum", "\"", "a AND b", "NEAR(a b)", "col:x", "*", "\u0301", "x\u0301y", "🧀", "\x00", "\xff", "ⅷ ²", "𐓏", "a-b_c", "--", "«»"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, q string) {
		hits, err := s.Search(t.Context(), q, 5)
		if err != nil {
			t.Errorf("%q: %v", q, err)
		}
		for _, h := range hits {
			if h.Record == nil || h.Snippet == "" {
				t.Errorf("%q: %s", q, fmt.Sprint(h))
			}
		}
	})
}
