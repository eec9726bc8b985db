package journal_test

import (
	"testing"

	"skinward/app/journal"
)

// grades gives all six regions the same lesion.
func grades(lesion float64) []journal.RegionGrade {
	var out []journal.RegionGrade
	for _, r := range journal.AcneRegions() {
		out = append(out, journal.RegionGrade{Region: r.Name, Lesion: lesion})
	}
	return out
}

func TestAcneGradeAddsFactorTimesLesion(t *testing.T) {
	mixed := []journal.RegionGrade{
		{Region: "forehead", Lesion: 3},
		{Region: "right cheek", Lesion: 2},
		{Region: "left cheek", Lesion: 2},
		{Region: "nose", Lesion: 1},
		{Region: "chin", Lesion: 3},
		{Region: "chest and upper back", Lesion: 0},
	}
	for _, c := range []struct {
		name   string
		grades []journal.RegionGrade
		total  float64
		band   string
		ok     bool
	}{
		{"clear everywhere", grades(0), 0, "none", true},
		{"nodules everywhere", grades(4), journal.AcneGradeMost, "very severe", true},
		{"comedones everywhere", grades(1), 11, "mild", true},
		{"papules everywhere", grades(2), 22, "moderate", true},
		{"pustules everywhere", grades(3), 33, "severe", true},
		{"worked by hand: 6 + 4 + 4 + 1 + 3", mixed, 18, "mild", true},
		{"a region is missing", mixed[:5], 0, "none", false},
		{"nothing", nil, 0, "none", false},
	} {
		total, ok := journal.AcneGrade(c.grades)
		if total != c.total || ok != c.ok || journal.AcneGradeBand(total) != c.band {
			t.Errorf("%s: %v %v %q, want %v %v %q", c.name, total, ok, journal.AcneGradeBand(total), c.total, c.ok, c.band)
		}
	}
}

func TestAcneGradeBandsBeginWhereThePaperPutsThem(t *testing.T) {
	for total, want := range map[float64]string{1: "mild", 18: "mild", 19: "moderate", 30: "moderate", 31: "severe", 38: "severe", 39: "very severe", 44: "very severe"} {
		if got := journal.AcneGradeBand(total); got != want {
			t.Errorf("%v is %q, want %q", total, got, want)
		}
	}
}

func TestBodyShareIsOnePercentAPalmAndNeverMoreThanTheBody(t *testing.T) {
	for _, c := range []struct {
		areas []journal.Palms
		want  float64
	}{
		{nil, 0},
		{[]journal.Palms{{Region: "back", Count: 2.5}, {Region: "left arm", Count: 1}}, 3.5},
		{[]journal.Palms{{Region: "back", Count: 80}, {Region: "legs", Count: 60}}, 100},
	} {
		if got := journal.BodyShare(c.areas); got != c.want {
			t.Errorf("%v: %v, want %v", c.areas, got, c.want)
		}
	}
}
