package series_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"skinward/app/journal"
	"skinward/app/series"
)

var first = journal.NewDay(2026, 3, 1)

// diary builds a log day by day.
type diary struct {
	log journal.Log
	id  int
}

func (d *diary) meta(day int, src journal.Source) journal.Meta {
	d.id++
	return journal.Meta{ID: journal.ID(fmt.Sprintf("%06d", d.id)), Day: first.Add(day), Source: src}
}

func (d *diary) skin(day int, severity float64) *journal.SkinCheck {
	c := &journal.SkinCheck{Meta: d.meta(day, journal.Entered), Severity: journal.Some(severity)}
	d.log = append(d.log, c)
	return c
}

func (d *diary) meal(day int, src journal.Source, slot journal.Slot, foods ...string) {
	m := &journal.Meal{Meta: d.meta(day, src), Slot: slot}
	for _, f := range foods {
		name, absent := strings.CutPrefix(f, "no ")
		m.Items = append(m.Items, journal.MealItem{Food: name, Absent: absent})
	}
	d.log = append(d.log, m)
}

func (d *diary) add(r journal.Record) { d.log = append(d.log, r) }

// values checks a line; "." is a day on which nothing is known.
func values(t *testing.T, what string, got []float64, want string) {
	t.Helper()
	var b strings.Builder
	for i, v := range got {
		if i > 0 {
			b.WriteByte(' ')
		}
		if math.IsNaN(v) {
			b.WriteByte('.')
			continue
		}
		fmt.Fprintf(&b, "%g", v)
	}
	if b.String() != want {
		t.Errorf("%s: %s, want %s", what, b.String(), want)
	}
}

func factor(t *testing.T, s series.Set, name string) series.Factor {
	t.Helper()
	f, ok := s.Factor(name)
	if !ok {
		t.Fatalf("no factor %q", name)
	}
	return f
}

func TestGridRunsFromFirstToLastSkinDay(t *testing.T) {
	var d diary
	d.meal(0, journal.Imported, "", "milk")
	d.skin(2, 4)
	d.skin(5, 6)
	d.meal(9, journal.Imported, "", "milk")
	s := series.FromJournal(d.log, series.Options{})
	if s.First != first.Add(2) || s.Days != 4 || s.Last() != first.Add(5) {
		t.Errorf("grid %v, %d days", s.First, s.Days)
	}
	values(t, "severity", s.Outcomes[0].Values, "4 . . 6")
	if _, ok := s.Factor("milk"); ok {
		t.Error("milk was eaten outside the grid only")
	}
}

func TestThreeStatesOfFood(t *testing.T) {
	var d diary
	for i := range 6 {
		d.skin(i, 3)
	}
	d.meal(0, journal.Imported, "", "milk", "rice")
	d.meal(1, journal.Imported, "", "rice")
	// day 2: no food log
	d.meal(3, journal.Imported, "", "no milk", "Rice")
	d.add(&journal.DayMark{Meta: d.meta(4, journal.Imported), NoFood: true})
	d.meal(5, journal.Imported, "", "milk", "none")
	s := series.FromJournal(d.log, series.Options{})
	values(t, "milk", factor(t, s, "milk").Values, "1 0 . 0 0 1")
	values(t, "rice", factor(t, s, "RICE").Values, "1 1 . 1 0 0")
	if _, ok := s.Factor("none"); ok {
		t.Error(`"none" is a factor`)
	}
	if !slices.Equal(s.FoodDays, []bool{true, true, false, true, true, true}) {
		t.Errorf("food days %v", s.FoodDays)
	}
}

// A day that was entered by hand is complete with as many meals as usual.
func TestMealDayCompleteness(t *testing.T) {
	var d diary
	for i := range 8 {
		d.skin(i, 3)
	}
	for i := range 4 {
		d.meal(i, journal.Entered, journal.Breakfast, "oats")
		d.meal(i, journal.Entered, journal.Lunch, "soup")
		d.meal(i, journal.Entered, journal.Dinner, "rice")
	}
	d.meal(4, journal.Entered, journal.Breakfast, "oats", "kiwi") // one of three meals
	d.meal(5, journal.Entered, journal.Breakfast, "oats")
	d.add(&journal.DayMark{Meta: d.meta(5, journal.Entered), MealsComplete: journal.Yes})
	d.meal(6, journal.Entered, journal.Breakfast, "oats")
	d.meal(6, journal.Entered, journal.Lunch, "kiwi")
	d.meal(6, journal.Entered, journal.Dinner, "rice")
	d.add(&journal.DayMark{Meta: d.meta(6, journal.Entered), MealsComplete: journal.No})
	s := series.FromJournal(d.log, series.Options{})
	if !slices.Equal(s.FoodDays, []bool{true, true, true, true, false, true, false, false}) {
		t.Errorf("food days %v", s.FoodDays)
	}
	values(t, "kiwi", factor(t, s, "kiwi").Values, "0 0 0 0 1 0 1 .")
	values(t, "rice", factor(t, s, "rice").Values, "1 1 1 1 . 0 1 .")
}

func TestFoodGroups(t *testing.T) {
	var d diary
	for i := range 3 {
		d.skin(i, 3)
	}
	d.meal(0, journal.Imported, "", "milk", "rice")
	d.meal(1, journal.Imported, "", "cheese")
	d.meal(2, journal.Imported, "", "rice")
	tags := map[string][]string{"milk": {"dairy"}, "cheese": {"dairy", "aged"}, "rice": {"rice"}}
	s := series.FromJournal(d.log, series.Options{
		Groups:     func(f string) []string { return tags[f] },
		GroupLabel: strings.ToUpper,
	})
	g := factor(t, s, "dairy")
	values(t, "dairy", g.Values, "1 1 0")
	if g.Kind != series.KindFoodGroup || g.Label != "DAIRY" || !slices.Equal(g.Members, []string{"cheese", "milk"}) {
		t.Errorf("%+v", g)
	}
	if g := factor(t, s, "rice (group)"); g.Kind != series.KindFoodGroup {
		t.Errorf("a group named like a food: %+v", g)
	}
}

func TestOutcomes(t *testing.T) {
	var d diary
	c := d.skin(0, 4)
	c.Itch, c.Spots = journal.Some(2.0), journal.Some(3.0)
	c.Sites = []journal.SiteRating{{Site: "chin", Rating: journal.Some(5.0)}}
	c = d.skin(0, 7)
	c.Spots = journal.Some(2.0)
	later := d.skin(1, 1)
	later.Source = journal.Remembered
	s := series.FromJournal(d.log, series.Options{})
	want := map[string]string{series.Severity: "5.5 1", series.Itch: "2 .", series.Lesions: "5 .", "site, chin": "5 ."}
	for _, o := range s.Outcomes {
		values(t, o.Name, o.Values, want[o.Name])
		delete(want, o.Name)
	}
	if len(want) > 0 {
		t.Errorf("missing %v", want)
	}
	if o, _ := s.Outcome(series.Severity); !slices.Equal(o.Later, []bool{false, true}) {
		t.Errorf("recorded later: %v", o.Later)
	}
	if len(s.Notices) == 0 || s.Notices[0].Code != "several_entries" {
		t.Errorf("notices %v", s.Notices)
	}
	s = series.FromJournal(d.log, series.Options{LeaveOutRemembered: true})
	if s.Days != 1 {
		t.Errorf("remembered day kept: %d days", s.Days)
	}
}

func TestFlares(t *testing.T) {
	calm := strings.Repeat("3 ", 14)
	for _, c := range []struct{ name, severity, want string }{
		{"two days two above", calm + "5 5 3", "1 1 0"},
		{"one day only", calm + "9 3 3", "0 0 0"},
		{"below two above", calm + "4.9 4.9 4.9", "0 0 0"},
		{"a gap does not break a run", calm + "6 . 6 3", "1 . 1 0"},
		{"too early to say", "3 9 9 3", ". . . ."},
		{"ends with the record", calm + "3 6 6", "0 1 1"},
	} {
		var v []float64
		for _, f := range strings.Fields(c.severity) {
			x := math.NaN()
			if f != "." {
				fmt.Sscan(f, &x)
			}
			v = append(v, x)
		}
		got := series.Flares(v)
		n := len(strings.Fields(c.want))
		values(t, c.name, got[len(got)-n:], c.want)
	}
}

func TestSupplements(t *testing.T) {
	var d diary
	for i := range 7 {
		d.skin(i, 3)
	}
	dose := func(day int, c journal.ID, taken journal.State) {
		d.add(&journal.Dose{Meta: d.meta(day, journal.Entered), Course: c, Taken: taken})
	}
	d.add(&journal.Course{Meta: journal.Meta{ID: "a", Day: first.Add(1)}, Class: journal.Probiotic, Product: "Kefirol", Stop: first.Add(4)})
	dose(1, "a", journal.Yes)
	dose(2, "a", journal.No)
	dose(4, "a", journal.Yes)
	d.add(&journal.Course{Meta: journal.Meta{ID: "b", Day: first, Source: journal.Imported}, Class: journal.Supplement, Product: "zinc"})
	dose(0, "b", journal.Yes)
	dose(3, "b", journal.No)
	d.add(&journal.Treatment{Meta: journal.Meta{ID: "t", Day: first.Add(5)}, Name: "cream"})
	s := series.FromJournal(d.log, series.Options{})
	values(t, "own course", factor(t, s, "Kefirol").Values, "0 1 0 . 1 0 0")
	values(t, "imported", factor(t, s, "zinc").Values, "1 . . 0 . . .")
	if _, ok := s.Factor("cream"); ok {
		t.Error("a treatment is tested")
	}
	if len(s.Treatments) != 1 {
		t.Fatalf("treatments %v", s.Treatments)
	}
	values(t, "cream", s.Treatments[0].Values, ". . . . . 1 1")
}

func TestProbioticsOfOneStrainAreOneFactor(t *testing.T) {
	var d diary
	d.skin(0, 3)
	d.skin(1, 3)
	for i, product := range []string{"Alpha", "Beta"} {
		id := journal.ID(product)
		d.add(&journal.Course{Meta: journal.Meta{ID: id, Day: first.Add(i), Source: journal.Imported}, Class: journal.Probiotic, Product: product, Species: "L. rhamnosus", Strain: "GG"})
		d.add(&journal.Dose{Meta: d.meta(i, journal.Imported), Course: id, Taken: journal.Yes})
	}
	s := series.FromJournal(d.log, series.Options{})
	values(t, "strain", factor(t, s, "L. rhamnosus GG").Values, "1 1")
}

func TestContext(t *testing.T) {
	var d diary
	for i := range 3 {
		d.skin(i, 3)
	}
	d.add(&journal.Stress{Meta: d.meta(0, ""), Level: journal.Some(2.0)})
	d.add(&journal.Stress{Meta: d.meta(0, ""), Level: journal.Some(6.0)})
	d.add(&journal.Sleep{Meta: d.meta(1, ""), Hours: journal.Some(7.5), Quality: journal.Some(8.0)})
	d.add(&journal.Water{Meta: d.meta(2, ""), Millilitres: 500})
	d.add(&journal.Water{Meta: d.meta(2, ""), Millilitres: 750})
	d.add(&journal.Digestion{Meta: d.meta(1, ""), Form: journal.Some(4.0)})
	d.add(&journal.Practice{Meta: d.meta(1, ""), Type: journal.Meditation, Minutes: 10})
	d.add(&journal.Tracker{Meta: journal.Meta{ID: "p", Day: first}, Name: "pollen", Type: journal.TrackNumber})
	d.add(&journal.TrackerValue{Meta: d.meta(0, ""), Tracker: "p", Value: 30})
	s := series.FromJournal(d.log, series.Options{})
	for name, want := range map[string]string{
		series.Stress: "4 . .", series.Hours: ". 7.5 .", series.Quality: ". 8 .", series.Glasses: ". . 5",
		series.Bristol: ". 4 .", "meditation": ". 10 .", "pollen": "30 . .",
	} {
		values(t, name, factor(t, s, name).Values, want)
	}
	values(t, "reference stress", s.Stress, "4 . .")
	values(t, "reference sleep", s.Sleep, ". 7.5 .")
	if o, ok := s.Outcome("pollen"); !ok || !o.Own {
		t.Error("an own tracker can be asked for as an outcome")
	}
}

func TestCycle(t *testing.T) {
	var d diary
	for i := range 60 {
		d.skin(i, 3)
	}
	for _, day := range []int{5, 6, 7, 33, 34} {
		d.add(&journal.Cycle{Meta: d.meta(day, ""), Bleeding: journal.Yes})
	}
	s := series.FromJournal(d.log, series.Options{})
	if s.Cycles != 2 || s.CycleDay[5] != 1 || s.CycleDay[32] != 28 || s.CycleDay[33] != 1 || !math.IsNaN(s.CycleDay[4]) {
		t.Errorf("%d cycles, %v", s.Cycles, s.CycleDay)
	}
	f := factor(t, s, series.CycleDay)
	for day, want := range map[int]float64{5: 1, 7: 1, 8: 0, 25: 0, 26: 1, 32: 1, 35: 1, 36: 0, 53: 0, 54: 1} {
		if f.Values[day] != want {
			t.Errorf("day %d in the window: %v, want %v", day, f.Values[day], want)
		}
	}
}

func TestNumberedCycleDays(t *testing.T) {
	nan := math.NaN()
	v := []float64{27, nan, 1, 2, nan, 4}
	if n := series.CountCycles(v); n != 2 {
		t.Errorf("%d cycles", n)
	}
	values(t, "window", series.CycleWindow(v), "1 . 1 1 . 0")
}

func TestOddInputIsSaid(t *testing.T) {
	code := func(s series.Set) string {
		var c []string
		for _, n := range s.Notices {
			if n.Text == "" || !strings.HasSuffix(n.Text, ".") {
				t.Errorf("%q is no sentence", n.Text)
			}
			c = append(c, n.Code)
		}
		return strings.Join(c, " ")
	}
	var none, one, flat, future, scales diary
	none.meal(0, journal.Imported, "", "milk")
	one.skin(0, 4)
	for i := range 40 {
		flat.skin(i, 0)
		future.skin(i, float64(i%5))
		c := scales.skin(i, float64(i%4))
		if i >= 20 {
			c.Severity = journal.Some(float64(4 + i%6))
		} else {
			c.Source = journal.Imported
		}
	}
	for _, c := range []struct {
		name string
		log  journal.Log
		o    series.Options
		want string
		days int
	}{
		{"no skin entry", none.log, series.Options{}, "no_skin", 0},
		{"one day", one.log, series.Options{}, "one_day", 1},
		{"all zeros", flat.log, series.Options{}, "constant", 40},
		{"future days", future.log, series.Options{Today: first.Add(29)}, "future_days", 30},
		{"two scales", scales.log, series.Options{}, "two_scales", 40},
		{"nothing at all", nil, series.Options{}, "no_skin", 0},
	} {
		s := series.FromJournal(c.log, c.o)
		if code(s) != c.want || s.Days != c.days {
			t.Errorf("%s: notices %q, %d days; want %q, %d", c.name, code(s), s.Days, c.want, c.days)
		}
	}
}

func TestOrderOfTheLogDoesNotMatter(t *testing.T) {
	var d diary
	for i := range 20 {
		d.skin(i, float64(i%7))
		d.meal(i, journal.Entered, journal.Slots()[i%3], "oats", []string{"milk", "rice"}[i%2])
	}
	a := fmt.Sprint(series.FromJournal(slices.Clone(d.log), series.Options{}))
	slices.Reverse(d.log)
	if b := fmt.Sprint(series.FromJournal(d.log, series.Options{})); a != b {
		t.Errorf("%s\n%s", a, b)
	}
}

func TestBetween(t *testing.T) {
	var d diary
	for _, i := range []int{0, 3, 4, 9} {
		d.skin(i, float64(i))
		d.meal(i, journal.Imported, "", "milk")
	}
	s := series.FromJournal(d.log, series.Options{})
	n := s.Between(first.Add(1), first.Add(8))
	if n.First != first.Add(3) || n.Days != 2 {
		t.Fatalf("%v, %d days", n.First, n.Days)
	}
	values(t, "severity", n.Outcomes[0].Values, "3 4")
	values(t, "milk", factor(t, n, "milk").Values, "1 1")
	if e := s.Between(first.Add(20), first.Add(30)); e.Days != 0 {
		t.Errorf("%d days outside the record", e.Days)
	}
	if w := s.Between(journal.Day{}, journal.Day{}); w.Days != s.Days {
		t.Errorf("open bounds keep %d of %d days", w.Days, s.Days)
	}
}

// FuzzFromJournal builds logs from arbitrary bytes: nothing may panic, and
// every line has the length of the grid.
func FuzzFromJournal(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 200})
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		var d diary
		for i := 0; i+2 < len(b) && i < 600; i += 3 {
			day, v := int(b[i+1])-100, float64(b[i+2])/25
			src := []journal.Source{journal.Entered, journal.Remembered, journal.Imported}[b[i+2]%3]
			switch b[i] % 8 {
			case 0:
				d.skin(day, v).Source = src
			case 1:
				d.meal(day, src, journal.Slots()[b[i+2]%5], "milk", "no rice", "none")
			case 2:
				d.add(&journal.Cycle{Meta: d.meta(day, src), CycleDay: journal.Some(v * 5), Bleeding: journal.State(b[i+2] % 3)})
			case 3:
				d.add(&journal.DayMark{Meta: d.meta(day, src), NoFood: b[i+2]%2 == 0, MealsComplete: journal.State(b[i+2] % 3)})
			case 4:
				d.add(&journal.Dose{Meta: d.meta(day, src), Course: "c", Taken: journal.Yes})
			case 5:
				d.add(&journal.Course{Meta: journal.Meta{ID: "c", Day: first.Add(day), Source: src}, Class: journal.Probiotic, Product: "p"})
			case 6:
				d.add(&journal.TrackerValue{Meta: d.meta(day, src), Tracker: "x", Name: "milk", Value: v})
			case 7:
				d.add(&journal.Sleep{Meta: d.meta(day, src), Hours: journal.Some(v)})
			}
		}
		s := series.FromJournal(d.log, series.Options{Today: first.Add(60), Groups: func(string) []string { return []string{"any"} }})
		for _, o := range s.Outcomes {
			if len(o.Values) != s.Days {
				t.Fatalf("%s has %d values on %d days", o.Name, len(o.Values), s.Days)
			}
		}
		for _, g := range s.Factors {
			if len(g.Values) != s.Days || g.Recorded() == 0 {
				t.Fatalf("%s: %d values, %d known, %d days", g.Name, len(g.Values), g.Recorded(), s.Days)
			}
		}
		s.Between(first.Add(3), first.Add(20))
	})
}

func BenchmarkFromJournal(b *testing.B) {
	var d diary
	foods := make([]string, 200)
	for i := range foods {
		foods[i] = fmt.Sprintf("food %d", i)
	}
	for i := range 3650 {
		d.skin(i, float64(i%7))
		d.add(&journal.Stress{Meta: d.meta(i, ""), Level: journal.Some(float64(i % 10))})
		for j := range 4 {
			k := (i*7 + j*31) % 190
			d.meal(i, journal.Imported, journal.Slots()[j], foods[k:k+5]...)
		}
	}
	for b.Loop() {
		series.FromJournal(d.log, series.Options{})
	}
}
