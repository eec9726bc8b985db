package sample_test

import (
	"bytes"
	"encoding/json"
	"image"
	_ "image/jpeg"
	"slices"
	"testing"

	"skinward/app/journal"
	"skinward/app/sample"
)

func bytesOf(t *testing.T, s sample.Sample) []byte {
	t.Helper()
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestSameSeedSameBytes(t *testing.T) {
	o := sample.Options{Cycle: true, Photos: true}
	a, b := sample.Generate(120, 7, o), sample.Generate(120, 7, o)
	if !bytes.Equal(bytesOf(t, a), bytesOf(t, b)) {
		t.Error("two journals of one seed differ")
	}
	if !bytes.Equal(a.Shots[3].JPEG(), b.Shots[3].JPEG()) {
		t.Error("two pictures of one seed differ")
	}
	if bytes.Equal(bytesOf(t, a), bytesOf(t, sample.Generate(120, 8, o))) {
		t.Error("another seed made the same journal")
	}
}

func TestEveryRecordIsValid(t *testing.T) {
	for _, days := range []int{1, 2, 30, 365} {
		for seed := range uint64(3) {
			s := sample.Generate(days, seed, sample.Options{Cycle: seed == 1})
			ids := map[journal.ID]bool{}
			for _, r := range s.Log {
				if err := r.Validate(); err != nil {
					t.Fatalf("%d days, seed %d: %s on %s: %v", days, seed, r.Kind(), r.Base().Day, err)
				}
				if ids[r.Base().ID] {
					t.Fatalf("id %s occurs twice", r.Base().ID)
				}
				ids[r.Base().ID] = true
			}
			for _, d := range journal.Select[*journal.Dose](s.Log) {
				if !ids[d.Course] && !ids[d.Treatment] {
					t.Fatalf("dose of %s belongs to nothing", d.Day)
				}
			}
		}
	}
}

func TestDaysEndWhereAsked(t *testing.T) {
	last := journal.NewDay(2024, 2, 29)
	s := sample.Generate(60, 1, sample.Options{Last: last})
	checks := journal.Select[*journal.SkinCheck](s.Log)
	if got := checks[len(checks)-1].Day; got != last {
		t.Errorf("last skin check on %s, want %s", got, last)
	}
	if first := checks[0].Day; first.Before(last.Add(-59)) {
		t.Errorf("first skin check on %s lies before the 60 days", first)
	}
}

// The ten-year journal is the standard load of every benchmark.
func TestTenYears(t *testing.T) {
	s := sample.Generate(3650, 1, sample.Options{})
	if n := len(s.Log); n < 38_000 || n > 44_000 {
		t.Errorf("%d entries, want about 40,000", n)
	}
	foods := map[string]int{}
	for _, m := range journal.Select[*journal.Meal](s.Log) {
		for _, f := range m.Foods() {
			foods[f]++
		}
	}
	if n := len(foods); n < 195 || n > 215 {
		t.Errorf("%d foods, want about 200", n)
	}
	for _, k := range journal.Kinds() {
		if k == journal.KindPhoto || k == journal.KindFood || k == journal.KindVerdict || k == journal.KindCycle {
			continue // photos come as shots; the others are not for everybody
		}
		if !slices.ContainsFunc(s.Log, func(r journal.Record) bool { return r.Kind() == k }) {
			t.Errorf("no %s", k)
		}
	}
}

func TestTruthNamesWhatIsEaten(t *testing.T) {
	s := sample.Generate(365, 1, sample.Options{})
	foods := map[string]int{}
	for _, m := range journal.Select[*journal.Meal](s.Log) {
		for _, f := range m.Foods() {
			foods[f]++
		}
	}
	notFoods := []string{"Daily Flora", "stress", "vitamin D", "hydrocortisone"}
	for _, l := range slices.Concat(s.Truth.Links, s.Truth.Traps, s.Truth.Companions) {
		if !slices.Contains(notFoods, l.Factor) && foods[l.Factor] < 20 {
			t.Errorf("%s was eaten on %d days only", l.Factor, foods[l.Factor])
		}
	}
}

func TestCycleIsLeftOutUnlessAsked(t *testing.T) {
	if n := len(journal.Select[*journal.Cycle](sample.Generate(90, 1, sample.Options{}).Log)); n != 0 {
		t.Errorf("%d cycle entries", n)
	}
	if n := len(journal.Select[*journal.Cycle](sample.Generate(90, 1, sample.Options{Cycle: true}).Log)); n < 60 {
		t.Errorf("%d cycle entries", n)
	}
}

func TestShotsArePictures(t *testing.T) {
	s := sample.Generate(60, 1, sample.Options{Photos: true})
	if len(s.Shots) < 12 {
		t.Fatalf("%d shots in 60 days", len(s.Shots))
	}
	b := s.Shots[0].JPEG()
	img, kind, err := image.Decode(bytes.NewReader(b))
	if err != nil || kind != "jpeg" || img.Bounds().Dx() != 640 || img.Bounds().Dy() != 480 {
		t.Fatalf("%s %v %v", kind, img.Bounds(), err)
	}
	if bytes.Equal(b, s.Shots[2].JPEG()) {
		t.Error("two shots of one place are the same picture")
	}
}

func BenchmarkTenYears(b *testing.B) {
	for b.Loop() {
		sample.Generate(3650, 1, sample.Options{})
	}
}

func BenchmarkShot(b *testing.B) {
	shot := sample.Generate(60, 1, sample.Options{Photos: true}).Shots[0]
	for b.Loop() {
		shot.JPEG()
	}
}
