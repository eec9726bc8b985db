package work

import (
	"reflect"
	"slices"
	"testing"

	"skinward/app/journal"
	"skinward/app/sample"
	"skinward/app/series"
	"skinward/assets"
)

// Every photo of the sample has a marked area and a card that can be used, so
// its redness is a course of its own and an outcome of the insights.
func TestSamplePhotosAreMeasured(t *testing.T) {
	s := sample.Generate(110, 1, sample.Options{Photos: true})
	severity := map[journal.Day]float64{}
	for _, c := range journal.Select[*journal.SkinCheck](s.Log) {
		severity[c.Day], _ = c.Severity.Get()
	}
	d := openDesk(t)
	if _, err := d.Store.Save(t.Context(), s.Log...); err != nil {
		t.Fatal(err)
	}
	var calm, sore []float64
	for i, shot := range s.Shots {
		drawn, err := Draw(shot)
		if err != nil {
			t.Fatalf("%s, %s: %v", shot.Day, shot.Site, err)
		}
		p := drawn.Record
		if err := p.Validate(); err != nil {
			t.Fatal(err)
		}
		r, ok := p.Redness.Get()
		if !ok || !r.Corrected || p.Area == nil || p.Card == nil {
			t.Fatalf("%s, %s: %+v", shot.Day, shot.Site, p.Redness)
		}
		switch level := severity[p.Day]; {
		case level <= 2:
			calm = append(calm, r.A)
		case level >= 6:
			sore = append(sore, r.A)
		}
		if again, err := Draw(shot); i < 4 && (err != nil || !reflect.DeepEqual(again, drawn)) {
			t.Errorf("%s, %s: drawn twice, it differs (%v)", shot.Day, shot.Site, err)
		}
		if _, _, err := d.Store.AddPhoto(t.Context(), p, drawn.Original, drawn.View, drawn.Thumb); err != nil {
			t.Fatal(err)
		}
	}
	if len(calm) == 0 || len(sore) == 0 || slices.Max(calm) >= slices.Min(sore) {
		t.Errorf("on calm days a* is %.1f, on sore days %.1f", calm, sore)
	}
	pantry, err := OpenPantry(assets.Food())
	if err != nil {
		t.Fatal(err)
	}
	d.Pantry = pantry
	set, _, err := d.Series(t.Context(), journal.DefaultSettings(), journal.Day{}, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, site := range []string{"left inner elbow", "right cheek"} {
		i := slices.IndexFunc(set.Outcomes, func(o series.Outcome) bool { return o.Name == series.RednessPrefix+site })
		if i < 0 || set.Outcomes[i].Label != "Redness of the "+site {
			t.Errorf("%s is no outcome", site)
		}
	}
}
