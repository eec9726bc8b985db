package wiring_test

import (
	"context"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/app/sample"
	"skinward/assets"
	"skinward/cmd/wiring"
	"skinward/cmd/work"
	"skinward/data"
	"skinward/ui/insights"
)

// noon is the moment of all looks at the sample journal.
var noon = time.Date(2026, time.October, 31, 12, 0, 0, 0, time.UTC)

// deskOf opens a store with the sample journal of so many days.
func deskOf(t testing.TB, days int) work.Desk {
	t.Helper()
	pantry, err := work.OpenPantry(assets.Food())
	if err != nil {
		t.Fatal(err)
	}
	store, err := data.Open(t.TempDir(), data.Options{Now: func() time.Time { return noon }, Derive: (*work.Helper)(nil).Derive})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	var log journal.Log
	if days > 0 {
		log = sample.Generate(days, 1, sample.Options{Last: journal.DayAt(noon, 0)}).Log
	}
	for len(log) > 0 {
		n := min(len(log), 20000)
		if _, err := store.Save(context.Background(), log[:n]...); err != nil {
			t.Fatal(err)
		}
		log = log[n:]
	}
	return work.Desk{Store: store, Pantry: pantry, Now: func() time.Time { return noon }}
}

// look scans the desk's journal.
func look(t testing.TB, desk work.Desk, c insights.Choice) insights.Scan {
	t.Helper()
	s, err := wiring.NewStudy(desk).Fresh(context.Background(), c, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The series of ten years out of SQLite; 250 ms is the bound.
func BenchmarkSeriesTenYears(b *testing.B) {
	desk := deskOf(b, 3650)
	settings := journal.DefaultSettings()
	for b.Loop() {
		if _, _, err := desk.Series(context.Background(), settings, desk.Today(settings), false); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFreshTenYears(b *testing.B) {
	desk := deskOf(b, 3650)
	for b.Loop() {
		if err := desk.Store.KeepLook(context.Background(), nil); err != nil { // an earlier one would do
			b.Fatal(err)
		}
		look(b, desk, insights.Choice{})
	}
}

// The first detail after a search, or after a start of the program.
func BenchmarkFirstDetailTenYears(b *testing.B) {
	desk := deskOf(b, 3650)
	look(b, desk, insights.Choice{})
	for b.Loop() {
		b.StopTimer()
		s := look(b, desk, insights.Choice{})
		b.StartTimer()
		if _, ok, err := s.Detail(context.Background(), "parmesan", "severity"); !ok || err != nil {
			b.Fatal(ok, err)
		}
	}
}

func BenchmarkDetailTenYears(b *testing.B) {
	s := look(b, deskOf(b, 3650), insights.Choice{})
	for b.Loop() {
		if _, ok, err := s.Detail(context.Background(), "parmesan", "severity"); !ok || err != nil {
			b.Fatal(ok, err)
		}
	}
}

// The list of an earlier run, out of its file.
func BenchmarkLastLookTenYears(b *testing.B) {
	desk := deskOf(b, 3650)
	look(b, desk, insights.Choice{})
	file, err := desk.Store.KeptLook(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if s, err := wiring.NewStudy(desk).Last(context.Background(), insights.Choice{}); s == nil || err != nil {
			b.Fatal(s, err)
		}
	}
	b.ReportMetric(float64(len(file)), "bytes")
}
