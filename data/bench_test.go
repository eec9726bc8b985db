package data_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/data"
)

// tenYears is the folder of a journal of ten years that the tests of a run
// share for reading; TestMain removes it.
var tenYears = sync.OnceValue(func() string {
	dir, err := os.MkdirTemp("", "skinward-ten-years-")
	if err != nil {
		panic(err)
	}
	s, err := data.Open(dir, data.Options{})
	if err != nil {
		panic(err)
	}
	if _, err := s.Save(context.Background(), journaltest.Years(10, 1)...); err != nil {
		panic(err)
	}
	if err := s.Close(); err != nil {
		panic(err)
	}
	shared = append(shared, dir)
	return dir
})

func reader(b testing.TB) *data.Store {
	b.Helper()
	s, err := data.OpenReader(tenYears())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	return s
}

func BenchmarkOpenTenYears(b *testing.B) {
	dir := tenYears()
	for b.Loop() {
		s, err := data.Open(dir, data.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSaveOne(b *testing.B) {
	s := open(b, b.TempDir(), data.Options{})
	m := journaltest.Meal("2026-11-20", "08:00", journal.Breakfast, "Oats", "Kefir", "Plum")
	for b.Loop() {
		if _, err := s.Save(b.Context(), m); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRangeTenYearsOfEveryKind(b *testing.B) {
	s := reader(b)
	before := heap()
	var l journal.Log
	for b.Loop() {
		var err error
		if l, err = s.Range(b.Context(), journal.Day{}, journal.Day{}); err != nil || len(l) != 40_150 {
			b.Fatal(len(l), err)
		}
	}
	b.ReportMetric(float64(heap()-before)/(1<<20), "MB-held")
	runtime.KeepAlive(l)
}

// heap returns the bytes that are in use after a collection.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func BenchmarkRangeOneYearOfEveryKind(b *testing.B) {
	s := reader(b)
	for b.Loop() {
		l, err := s.Range(b.Context(), journaltest.Day("2020-01-01"), journaltest.Day("2020-12-31"))
		if err != nil || len(l) != 366*11 {
			b.Fatal(len(l), err)
		}
	}
}

func BenchmarkDay(b *testing.B) {
	s := reader(b)
	for b.Loop() {
		if l, err := s.Day(b.Context(), journaltest.Day("2020-05-05")); err != nil || len(l) != 11 {
			b.Fatal(len(l), err)
		}
	}
}

func BenchmarkDaysTenYears(b *testing.B) {
	s := reader(b)
	for b.Loop() {
		if l, err := s.Days(b.Context(), journal.Day{}, journal.Day{}); err != nil || len(l) != 3650 {
			b.Fatal(len(l), err)
		}
	}
}

func BenchmarkFoodUseTenYears(b *testing.B) {
	s := reader(b)
	for b.Loop() {
		if l, err := s.FoodUse(b.Context()); err != nil || len(l) != 200 {
			b.Fatal(len(l), err)
		}
	}
}

func BenchmarkStatsTenYears(b *testing.B) {
	s := reader(b)
	for b.Loop() {
		if _, err := s.Stats(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearchTenYears(b *testing.B) {
	s := reader(b)
	for b.Loop() {
		if l, err := s.Search(b.Context(), "porridge no", 50); err != nil || len(l) != 50 {
			b.Fatal(len(l), err)
		}
	}
}

// rows is an import of 100,000 rows as one Save.
var rows = sync.OnceValue(func() []journal.Record {
	var out []journal.Record
	for i := range 100_000 {
		day := journaltest.Day("2016-01-01").Add(i / 25)
		out = append(out, &journal.Water{Meta: journal.Meta{Day: day, At: journaltest.At(day.String(), "12:00"), Source: journal.Imported}, Millilitres: float64(i % 3000)})
	}
	return out
})

func BenchmarkSaveHundredThousand(b *testing.B) {
	for b.Loop() {
		s := open(b, b.TempDir(), data.Options{})
		if _, err := s.Save(b.Context(), rows()...); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSaveHundredThousandFoods saves as many rows as meals of four foods.
func BenchmarkSaveHundredThousandFoods(b *testing.B) {
	var meals []journal.Record
	for i := range 25_000 {
		day := journaltest.Day("2016-01-01").Add(i / 4).String()
		meals = append(meals, journaltest.Meal(day, "12:00", journal.Lunch,
			journaltest.Food(i%200), journaltest.Food((i+50)%200), journaltest.Food((i+100)%200), journaltest.Food((i+150)%200)))
	}
	for b.Loop() {
		s := open(b, b.TempDir(), data.Options{})
		if _, err := s.Save(b.Context(), meals...); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareHundredThousand is what the same rows cost without a Store:
// prepared inserts into the same kind of table in one transaction.
func BenchmarkBareHundredThousand(b *testing.B) {
	for b.Loop() {
		db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(filepath.Join(b.TempDir(), "bare.db"))+"?_journal_mode=WAL&_synchronous=FULL")
		if err != nil {
			b.Fatal(err)
		}
		bare(b, db)
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func bare(b *testing.B, db *sql.DB) {
	_, err := db.Exec(`CREATE TABLE water (id TEXT NOT NULL PRIMARY KEY, day INTEGER, at INTEGER, zone INTEGER, source TEXT, note TEXT,
		created INTEGER, changed INTEGER, deleted INTEGER, ml REAL) STRICT, WITHOUT ROWID; CREATE INDEX water_day ON water (day)`)
	if err != nil {
		b.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	insert, err := tx.Prepare(`INSERT INTO water VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		b.Fatal(err)
	}
	for _, r := range rows() {
		w := r.(*journal.Water)
		if _, err := insert.Exec(string(journal.NewID()), w.Day.Number(), w.At.Unix(), 60, "imported", nil, 1, 1, nil, w.Millilitres); err != nil {
			b.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}
