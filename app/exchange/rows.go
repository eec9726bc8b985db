package exchange

import (
	"cmp"
	"slices"
	"strings"

	"skinward/app/journal"
)

// Rows returns everything of a log that the long format can say, by day, time
// and kind, so that equal journals give equal tables. What
// it cannot say (photos, profile, appointments, tags of foods, verdicts) is
// left to the JSON file.
func Rows(log journal.Log) []Row {
	w := newRowWriter(log)
	for _, r := range log {
		if !r.Base().IsDeleted() {
			w.record(r)
		}
	}
	slices.SortStableFunc(w.rows, func(a, b Row) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.Clock.order(), b.Clock.order()), cmp.Compare(rank[a.Kind], rank[b.Kind]))
	})
	return w.rows
}

// rank is the place of a kind in the vocabulary; own kinds come before all.
var rank = func() map[string]int {
	r := map[string]int{}
	for i, t := range terms {
		if r[t.Kind] == 0 {
			r[t.Kind] = i + 1
		}
	}
	return r
}()

// rowWriter turns records into rows; records name their owners by id.
type rowWriter struct {
	rows       []Row
	courses    map[journal.ID]*journal.Course
	treatments map[journal.ID]*journal.Treatment
	trackers   map[journal.ID]*journal.Tracker
}

func newRowWriter(log journal.Log) *rowWriter {
	w := &rowWriter{courses: map[journal.ID]*journal.Course{}, treatments: map[journal.ID]*journal.Treatment{}, trackers: map[journal.ID]*journal.Tracker{}}
	for _, r := range log {
		switch r := r.(type) {
		case *journal.Course:
			w.courses[r.ID] = r
		case *journal.Treatment:
			w.treatments[r.ID] = r
		case *journal.Tracker:
			w.trackers[r.ID] = r
		}
	}
	return w
}

// add appends a row of a record. The note goes with the first row only.
func (w *rowWriter) add(m *journal.Meta, first *bool, kind, name string, v journal.Maybe[float64]) *Row {
	r := Row{Day: m.Day, Clock: clockOf(m.At, m.Day), Kind: kind, Name: strings.TrimSpace(name), Value: v, Source: m.Source}
	if *first { // as it would be read back from a table
		r.Note, *first = strings.TrimSpace(lineEnds.Replace(m.Note)), false
	}
	w.rows = append(w.rows, r)
	return &w.rows[len(w.rows)-1]
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// maybe adds a row when v is recorded.
func (w *rowWriter) maybe(m *journal.Meta, first *bool, kind, name string, v journal.Maybe[float64]) {
	if v.IsSet() {
		w.add(m, first, kind, name, v)
	}
}

func (w *rowWriter) state(m *journal.Meta, first *bool, kind, name string, s journal.State) {
	if s != journal.Unknown {
		w.add(m, first, kind, name, number(s == journal.Yes))
	}
}

func (w *rowWriter) record(rec journal.Record) {
	m, first := rec.Base(), true
	switch r := rec.(type) {
	case *journal.SkinCheck:
		w.skin(r)
	case *journal.Meal:
		for _, it := range r.Items {
			v := it.Count
			if it.Absent {
				v = journal.Some(0.0)
			} else if n, ok := v.Get(); !ok || n == 0 { // 0 would read "not eaten"
				v = journal.Some(1.0)
			}
			row := w.add(m, &first, KindFood, it.Food, v)
			row.Slot, row.Portion = r.Slot, it.Portion
		}
	case *journal.DayMark:
		w.state(m, &first, KindDay, "meals_complete", r.MealsComplete)
		if r.NoFood {
			w.add(m, &first, KindFood, NoFood, journal.Some(1.0))
		}
		if r.Ordinary {
			w.add(m, &first, KindDay, "ordinary", journal.Some(1.0))
		}
	case *journal.Dose:
		w.dose(r)
	case *journal.Course:
		w.span(m, courseKind(r.Class)+"_course", courseName(r), r.Stop)
	case *journal.Treatment:
		w.span(m, KindTreatmentCourse, r.Name, r.Stop)
	case *journal.Avoidance:
		w.span(m, KindAvoidance, r.Food, r.Until)
	case *journal.Stress:
		w.maybe(m, &first, KindStress, "stress", r.Level)
	case *journal.Practice:
		w.add(m, &first, KindPractice, string(r.Type), journal.Some(r.Minutes))
	case *journal.Sleep:
		w.maybe(m, &first, KindSleep, "hours", r.Hours)
		w.maybe(m, &first, KindSleep, "quality", r.Quality)
		w.state(m, &first, KindSleep, "woken", r.Woken)
	case *journal.Water:
		w.add(m, &first, KindWater, "ml", journal.Some(r.Millilitres))
	case *journal.Digestion:
		w.maybe(m, &first, KindStool, "bristol", r.Form)
		w.maybe(m, &first, KindStool, "bloating", r.Bloating)
		w.maybe(m, &first, KindStool, "pain", r.Pain)
	case *journal.Cycle:
		w.maybe(m, &first, KindCycle, "day", r.CycleDay)
		w.state(m, &first, KindCycle, "bleeding", r.Bleeding)
	case *journal.Score:
		w.add(m, &first, KindScore, r.Name, journal.Some(r.Total))
	case *journal.TrackerValue:
		w.value(r)
	case *journal.Note:
		w.add(m, &first, KindNote, "", journal.Maybe[float64]{})
	}
}

func (w *rowWriter) skin(s *journal.SkinCheck) {
	m, first := s.Base(), true
	w.maybe(m, &first, KindSkin, "severity", s.Severity)
	w.maybe(m, &first, KindSkin, "itch", s.Itch)
	w.maybe(m, &first, KindSkin, "lesions", s.Spots)
	w.maybe(m, &first, KindSkin, "impact", s.Impact)
	for _, v := range s.Sites {
		w.add(m, &first, KindSite, v.Site, v.Rating)
	}
	for _, v := range s.Signs {
		name := v.Name
		if v.Condition != "" {
			name = string(v.Condition) + "/" + v.Name
		}
		w.add(m, &first, KindSign, name, journal.Some(v.Level))
	}
	for _, v := range s.Regions {
		w.add(m, &first, KindRegion, v.Region, journal.Some(v.Lesion))
	}
	for _, v := range s.Areas {
		w.add(m, &first, KindPalms, v.Region, journal.Some(v.Count))
	}
}

func (w *rowWriter) dose(d *journal.Dose) {
	first, kind, name := true, KindSupplement, d.Name
	if c, ok := w.courses[d.Course]; ok {
		kind, name = courseKind(c.Class), courseName(c)
	} else if d.Treatment != "" {
		kind = KindTreatment
		if t, ok := w.treatments[d.Treatment]; ok {
			name = t.Name
		}
	}
	v := journal.Some(0.0)
	if d.Taken == journal.Yes {
		if v = d.Count; v.Or(0) == 0 {
			v = journal.Some(1.0)
		}
	}
	row := w.add(d.Base(), &first, kind, name, v)
	if d.Taken == journal.Yes && d.Amount != "" {
		row.Unit = d.Amount
	}
}

func (w *rowWriter) value(v *journal.TrackerValue) {
	first, kind, name, unit := true, KindTracker, v.Name, v.Unit
	t, ok := w.trackers[v.Tracker]
	for hops := 0; ok && t.MergedInto != "" && hops < 16; hops++ {
		t, ok = w.trackers[t.MergedInto]
	}
	if ok {
		name, unit = t.Name, t.Unit
		if t.Group != "" {
			kind = t.Group
		}
	}
	row := w.add(v.Base(), &first, kind, name, journal.Some(v.Value))
	row.Unit, row.own = unit, true
}

// span writes the first and the last day of something that goes on for days.
func (w *rowWriter) span(m *journal.Meta, kind, name string, stop journal.Day) {
	first := true
	w.add(m, &first, kind, name, journal.Some(1.0))
	if !stop.IsZero() {
		row := w.add(m, &first, kind, name, journal.Some(0.0))
		row.Day, row.Clock = stop, Clock{}
	}
}

func number(b bool) journal.Maybe[float64] {
	if b {
		return journal.Some(1.0)
	}
	return journal.Some(0.0)
}

func courseKind(c journal.CourseClass) string { return string(c) }

// courseName writes product and strain as the name column holds them:
// "Product [species / strain]", "Product [strain]" or the product alone.
func courseName(c *journal.Course) string {
	switch {
	case c.Class != journal.Probiotic || c.Species == "" && c.Strain == "":
		return c.Product
	case c.Species == "":
		return c.Product + " [" + c.Strain + "]"
	}
	return c.Product + " [" + c.Species + " / " + c.Strain + "]"
}

// splitStrain inverts courseName.
func splitStrain(name string) (product, species, strain string) {
	i := strings.LastIndex(name, " [")
	if i <= 0 || !strings.HasSuffix(name, "]") {
		return name, "", ""
	}
	product, strain = name[:i], name[i+2:len(name)-1]
	if before, after, ok := strings.Cut(strain, " / "); ok {
		species, strain = before, after
	}
	return product, species, strain
}
