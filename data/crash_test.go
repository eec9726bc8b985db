package data_test

import (
	"math/rand/v2"
	"testing"

	"skinward/app/journal"
	"skinward/data"
)

// Every meal and photo that the streaming program has acknowledged must be
// there after it was killed, whole, and the journal sound.
func TestKilledWhileSaving(t *testing.T) {
	rounds := 200
	if testing.Short() {
		rounds = 20
	}
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(1, 2))
	acknowledged := map[journal.ID]bool{}
	for round := range rounds {
		p := start(t, "stream", dir)
		for range 1 + random.IntN(20) {
			acknowledged[journal.ID(p.line(t))] = true
		}
		if err := p.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for p.out.Scan() { // acknowledged before the signal arrived
			if id := p.out.Text(); len(id) == 36 {
				acknowledged[journal.ID(id)] = true
			}
		}
		p.Wait()
		verify(t, round, dir, acknowledged)
		if t.Failed() {
			return
		}
	}
	t.Logf("%d kills, %d acknowledged entries", rounds, len(acknowledged))
}

func verify(t *testing.T, round int, dir string, acknowledged map[journal.ID]bool) {
	t.Helper()
	s, err := data.Open(dir, data.Options{})
	if err != nil {
		t.Fatalf("round %d: %v", round, err)
	}
	defer s.Close()
	l, err := s.All(t.Context(), journal.KindMeal)
	if err != nil {
		t.Fatalf("round %d: %v", round, err)
	}
	found := 0
	for _, m := range journal.Select[*journal.Meal](l) {
		if len(m.Items) != 3 || m.Items[2].Food != "Kefir" || m.Note == "" {
			t.Errorf("round %d: half a meal: %v", round, m)
		}
		if acknowledged[m.ID] {
			found++
		}
	}
	pictures, err := s.All(t.Context(), journal.KindPhoto)
	if err != nil {
		t.Fatalf("round %d: %v", round, err)
	}
	for _, p := range journal.Select[*journal.Photo](pictures) {
		if acknowledged[p.ID] {
			found++
		}
		if _, err := s.PhotoOriginal(t.Context(), p); err != nil {
			t.Errorf("round %d: a recorded photo has no original: %v", round, err)
		}
	}
	if found != len(acknowledged) {
		t.Errorf("round %d: %d of %d acknowledged entries", round, found, len(acknowledged))
	}
	if len(l)+len(pictures) > len(acknowledged)+round+1 {
		t.Errorf("round %d: %d entries, but only %d were acknowledged", round, len(l)+len(pictures), len(acknowledged))
	}
	if round%10 != 9 {
		return
	}
	r, err := s.Check(t.Context(), nil)
	if err != nil || !r.Sound() {
		t.Errorf("round %d: %v, %v", round, r.Lines(), err)
	}
	hits, err := s.Search(t.Context(), "crash", len(l)+1)
	if err != nil || len(hits) != len(l) {
		t.Errorf("round %d: %d meals are found of %d, %v", round, len(hits), len(l), err)
	}
}
