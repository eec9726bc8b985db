package exchange_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"skinward/app/exchange"
	"skinward/app/journal"
)

func options() exchange.PlanOptions {
	n := 0
	return exchange.PlanOptions{
		Today: journal.NewDay(2026, 11, 23),
		Zone:  time.FixedZone("", 3600),
		NewID: func() journal.ID { n++; return journal.ID(fmt.Sprintf("new-%06d", n)) },
	}
}

func parse(t testing.TB, in string) exchange.File {
	t.Helper()
	f, err := exchange.Parse(strings.NewReader(in), exchange.ParseOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// planOf plans and checks that a store would accept every record.
func planOf(t testing.TB, f exchange.File, existing journal.Log) exchange.Plan {
	t.Helper()
	p := exchange.NewPlan(f, existing, options())
	for _, r := range p.Records {
		if err := r.Validate(); err != nil {
			t.Fatalf("%s %q of %s is not valid: %v", r.Kind(), r.Title(), r.Base().Day, err)
		}
	}
	return p
}

const head = "date,kind,name,value\n"

// briefly writes records as "kind title: detail".
func briefly(rs []journal.Record) string {
	var s []string
	for _, r := range rs {
		s = append(s, fmt.Sprintf("%s %s: %s", r.Kind(), r.Title(), r.Detail()))
	}
	return strings.Join(s, "\n")
}

func TestPlanGathersRowsIntoRecords(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"skin of a day is one check", head + "2026-11-21,skin,severity,4\n2026-11-21,skin,itch,3\n2026-11-21,skin,lesions,12\n", "skin_check Skin 4, itch 3, spots 12: "},
		{"a second rating is a second check", head + "2026-11-21,skin,severity,4\n2026-11-21,skin,severity,5\n", "skin_check Skin 4: \nskin_check Skin 5: "},
		{"foods of a day are one meal", head + "2026-11-21,food,rye,1\n2026-11-21,food,milk,0\n2026-11-21,food,egg,2\n", "meal Meal: rye, no milk, 2 egg"},
		{"times keep meals apart", "date,time,kind,name,value\n2026-11-21,08:10,food,rye,1\n2026-11-21,13:00,food,egg,1\n", "meal Meal: rye\nmeal Meal: egg"},
		{"supplement makes an open course", head + "2026-11-21,supplement,zinc,1\n2026-11-22,supplement,zinc,0\n", "course zinc: since 2026-11-21\ndose zinc: taken\ndose zinc: not taken"},
		{"the course begins with its first dose", head + "2026-11-22,supplement,zinc,1\n2026-11-20,supplement,zinc,1\n", "course zinc: since 2026-11-20\ndose zinc: taken\ndose zinc: taken"},
		{"treatment", head + "2026-11-21,treatment,azelaic acid,1\n", "treatment azelaic acid: since 2026-11-21\ndose azelaic acid: taken"},
		{"probiotic with its strain", head + "2026-11-21,probiotic,Calm [LGG],1\n", "course Calm: LGG · since 2026-11-21\ndose Calm: taken"},
		{"probiotic with species and strain", head + "2026-11-21,probiotic,Calm [L. rhamnosus / GG],1\n", "course Calm: L. rhamnosus GG · since 2026-11-21\ndose Calm: taken"},
		{"course with an end", head + "2026-11-21,supplement_course,zinc,1\n2026-11-25,supplement_course,zinc,0\n2026-11-22,supplement,zinc,1\n", "course zinc: 2026-11-21 to 2026-11-25\ndose zinc: taken"},
		{"nothing eaten", head + "2026-11-21,food,none,1\n", "day_mark Nothing eaten: no food"},
		{"foods win over none", head + "2026-11-21,food,none,1\n2026-11-21,food,rye,1\n", "meal Meal: rye"},
		{"night", head + "2026-11-21,sleep,hours,7.5\n2026-11-21,sleep,quality,6\n2026-11-21,sleep,woken,1\n", "sleep Sleep 7.5 h: quality 6, woken by skin"},
		{"the rest", head + "2026-11-21,stress,stress,4\n2026-11-21,water,glasses,3\n2026-11-21,stool,bristol,4\n2026-11-21,cycle,day,12\n2026-11-21,practice,meditation,10\n", "stress Stress 4: \nwater Water: 750 ml\ndigestion Stool form 4: \ncycle Cycle day 12: \npractice Meditation: 10 min"},
		{"own trackers", head + "2026-11-21,mood,cheer,7\n2026-11-22,mood,cheer,5\n2026-11-21,mood,tears,1\n", "tracker cheer: \ntracker tears: \ntracker_value cheer: 7\ntracker_value cheer: 5\ntracker_value tears: 1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := briefly(planOf(t, parse(t, tt.in), nil).Records); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestTrackerTypeFollowsItsValues(t *testing.T) {
	first := planOf(t, parse(t, head+"2026-11-21,habit,gym,1\n2026-11-22,habit,gym,0\n"), nil)
	tr := journal.Select[*journal.Tracker](first.Records)[0]
	if tr.Type != journal.TrackYesNo || tr.Group != "habit" {
		t.Fatalf("type %s, group %s", tr.Type, tr.Group)
	}
	second := planOf(t, parse(t, head+"2026-11-23,Habit,GYM,3\n"), first.Records)
	ts := journal.Select[*journal.Tracker](second.Records)
	if len(ts) != 1 || ts[0].ID != tr.ID || ts[0].Type != journal.TrackNumber {
		t.Fatalf("trackers %v", briefly(second.Records))
	}
	if tr.Type != journal.TrackYesNo {
		t.Error("the existing record itself was changed")
	}
}

func TestSameFileAddsNothing(t *testing.T) {
	diary, err := os.ReadFile("testdata/diary90.csv")
	if err != nil {
		t.Fatal(err)
	}
	for name, in := range map[string]string{
		"diary of 90 days": string(diary),
		"repeated rows":    head + strings.Repeat("2026-11-21,food,milk,1\n2026-11-21,skin,severity,4\n2026-11-21,food,none,1\n2026-11-22,food,none,1\n", 3),
		"amounts":          "date,kind,name,value,unit\n2026-11-21,food,rice,150,g\n2026-11-21,supplement,zinc,25,mg\n2026-11-21,water,l,1.5,\n",
		"own trackers":     head + "2026-11-21,Mood,Cheer,7\n2026-11-22,mood,cheer,5\n",
		"times":            "date,time,kind,name,value\n2026-11-21,08:10,skin,itch,3\n2026-11-21,08:10:30,skin,itch,3\n2026-11-21,2026-11-22T01:30,skin,itch,3\n",
		"spans":            head + "2026-11-21,avoidance,milk,1\n2026-11-25,avoidance,milk,0\n2026-11-21,treatment_course,cream,1\n",
	} {
		t.Run(name, func(t *testing.T) {
			f := parse(t, in)
			once := planOf(t, f, nil)
			if once.Report.Added == 0 {
				t.Fatal("nothing was added the first time")
			}
			twice := planOf(t, f, once.Records)
			if twice.Report.Added != 0 || len(twice.Records) != 0 {
				t.Errorf("the second time added %d rows:\n%s", twice.Report.Added, briefly(twice.Records))
			}
		})
	}
}

func TestALongerFileAddsTheRest(t *testing.T) {
	once := planOf(t, parse(t, head+"2026-11-21,food,milk,1\n2026-11-21,skin,severity,4\n"), nil)
	twice := planOf(t, parse(t, head+"2026-11-21,food,milk,1\n2026-11-21,skin,severity,4\n2026-11-21,skin,severity,4\n2026-11-22,food,milk,1\n"), once.Records)
	if twice.Report.Added != 2 || twice.Report.There != 2 {
		t.Errorf("added %d, there %d; want 2 and 2", twice.Report.Added, twice.Report.There)
	}
}

func TestReportTellsOddities(t *testing.T) {
	var scales strings.Builder
	scales.WriteString(head)
	for i := range 60 {
		v := i % 4
		if i >= 30 {
			v = 6 + i%3
		}
		fmt.Fprintf(&scales, "%s,skin,severity,%d\n", journal.NewDay(2026, 1, 1+i), v)
	}
	tests := []struct{ name, in, want string }{
		{"future", head + "2026-11-21,skin,itch,1\n2026-12-24,skin,itch,1\n", "1 row lies after today, the first in line 3 (2026-12-24)"},
		{"order", head + "2026-11-21,skin,itch,1\n2026-11-20,skin,itch,1\n", "Dates are not in order, first in line 3"},
		{"repeats", head + "2026-11-21,skin,itch,1\n2026-11-21,skin,itch,2\n", "1 day is recorded more than once, first itch in line 3"},
		{"two scales", scales.String(), "Severity lies between 0 and 3 before 2026-01-31 and between 6 and 8 from then on"},
		{"new trackers", head + "2026-11-21,mood,cheer,1\n", "1 tracker of your own made: cheer"},
		{"none and foods", head + "2026-11-21,food,none,1\n2026-11-21,food,rye,1\n", `1 day named foods as well as "none"; the foods were kept`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.Join(planOf(t, parse(t, tt.in), nil).Report.Sentences(), "\n")
			if !strings.Contains(got, tt.want) {
				t.Errorf("%s\nlacks %q", got, tt.want)
			}
		})
	}
}

func TestPlanKeepsTimesAndSource(t *testing.T) {
	p := planOf(t, parse(t, "date,time,kind,name,value\n2026-11-21,08:10,skin,itch,1\n2026-11-21,08:10-05:00,stress,stress,1\n"), nil)
	if at := p.Records[0].Base().At.Format(time.RFC3339); at != "2026-11-21T08:10:00+01:00" {
		t.Errorf("time without offset: %s", at)
	}
	if at := p.Records[1].Base().At.Format(time.RFC3339); at != "2026-11-21T08:10:00-05:00" {
		t.Errorf("time with offset: %s", at)
	}
	for _, r := range p.Records {
		if r.Base().Source != journal.Imported {
			t.Errorf("source %q", r.Base().Source)
		}
	}
}

// everything holds a record of every kind that the long format can say.
func everything() journal.Log {
	day := journal.NewDay(2026, 11, 21)
	n := 0
	meta := func(id string) journal.Meta {
		n++
		if id == "" {
			id = fmt.Sprintf("id-%03d", n)
		}
		return journal.Meta{ID: journal.ID(id), Day: day, Source: journal.Entered}
	}
	late := meta("")
	late.At = time.Date(2026, 11, 22, 1, 30, 0, 0, time.FixedZone("", 3600))
	noted, noted2 := meta(""), meta("")
	noted2.Note = " new soap\r\nfor the hands "
	noted.Note = "a \"quoted\", note\nof two lines"
	return journal.Log{
		&journal.Course{Meta: meta("course"), Class: journal.Probiotic, Product: "Calm", Species: "Lacticaseibacillus rhamnosus", Strain: "GG", Stop: day.Add(20)},
		&journal.Course{Meta: meta("zinc"), Class: journal.Supplement, Product: "zinc"},
		&journal.Treatment{Meta: meta("cream"), Name: "cream", Strength: "1 %"},
		&journal.Tracker{Meta: meta("mood"), Name: "mood", Type: journal.TrackScale, Min: journal.Some(0.0), Max: journal.Some(5.0)},
		&journal.Dose{Meta: meta(""), Course: "course", Taken: journal.Yes},
		&journal.Dose{Meta: meta(""), Course: "zinc", Taken: journal.Yes, Amount: "25 mg", Count: journal.Some(2.0)},
		&journal.Dose{Meta: meta(""), Course: "zinc", Taken: journal.Yes, Amount: "two drops"},
		&journal.Dose{Meta: meta(""), Treatment: "cream", Taken: journal.No},
		&journal.Meal{Meta: meta(""), Slot: journal.Lunch, Items: []journal.MealItem{{Food: "rye, dark", Portion: journal.Large}, {Food: "milk", Absent: true}, {Food: "egg", Count: journal.Some(2.0)}}},
		&journal.Meal{Meta: late, Slot: journal.Snack, Items: []journal.MealItem{{Food: "cheese"}}},
		&journal.SkinCheck{
			Meta: noted, Severity: journal.Some(4.5), Itch: journal.Some(3.0), Spots: journal.Some(12.0), Impact: journal.Some(2.0),
			Sites:   []journal.SiteRating{{Site: "chin", Rating: journal.Some(6.0)}, {Site: "neck"}},
			Signs:   []journal.Sign{{Condition: journal.Eczema, Name: "redness", Level: 2}, {Name: "swelling", Level: 1}},
			Regions: []journal.RegionGrade{{Region: "nose", Lesion: 2}}, Areas: []journal.Palms{{Region: "trunk", Count: 1.5}},
		},
		&journal.Stress{Meta: meta(""), Level: journal.Some(4.0)},
		&journal.Practice{Meta: meta(""), Type: journal.Breathing, Minutes: 12},
		&journal.Sleep{Meta: meta(""), Hours: journal.Some(7.25), Quality: journal.Some(6.0), Woken: journal.No},
		&journal.Water{Meta: meta(""), Millilitres: 330},
		&journal.Digestion{Meta: meta(""), Form: journal.Some(4.0), Bloating: journal.Some(2.0), Pain: journal.Some(0.0)},
		&journal.Cycle{Meta: meta(""), CycleDay: journal.Some(12.0), Bleeding: journal.No},
		&journal.Score{Meta: meta(""), Name: "POEM", Total: 9},
		&journal.TrackerValue{Meta: meta(""), Tracker: "mood", Value: 3, Name: "mood"},
		&journal.DayMark{Meta: meta(""), MealsComplete: journal.Yes, Ordinary: true},
		&journal.Avoidance{Meta: meta(""), Food: "peanut", Until: day.Add(9)},
		&journal.Note{Meta: noted2},
	}
}

// sorted puts rows into an order that does not depend on how records lay.
func sorted(rows []exchange.Row) []string {
	var s []string
	for _, r := range rows {
		r.Line = 0
		if r.Source == journal.Entered {
			r.Source = ""
		}
		s = append(s, fmt.Sprintf("%v", r))
	}
	slices.Sort(s)
	return s
}

func TestCSVRoundTrip(t *testing.T) {
	log := everything()
	var out bytes.Buffer
	if _, err := exchange.WriteCSV(&out, log); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(out.String(), "date,time,kind,name,value,unit,note") {
		t.Errorf("header %q", out.String()[:60])
	}
	p := planOf(t, parse(t, out.String()), nil)
	var again bytes.Buffer
	if _, err := exchange.WriteCSV(&again, p.Records); err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(out.String(), "\n"), strings.Split(again.String(), "\n")
	slices.Sort(a)
	slices.Sort(b)
	if !slices.Equal(a, b) {
		t.Errorf("before\n%s\nafter\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
	}
	if in := planOf(t, parse(t, out.String()), log); in.Report.Added != 0 {
		t.Errorf("a journal's own export added %d rows to it: %s", in.Report.Added, briefly(in.Records))
	}
	if x, y := sorted(exchange.Rows(log)), sorted(exchange.Rows(p.Records)); !slices.Equal(x, y) {
		t.Errorf("rows before\n%s\nafter\n%s", strings.Join(x, "\n"), strings.Join(y, "\n"))
	}
}

func TestImportedDiaryIsExportedRowForRow(t *testing.T) {
	b, err := os.ReadFile("testdata/diary90.csv")
	if err != nil {
		t.Fatal(err)
	}
	f := parse(t, string(b))
	p := planOf(t, f, nil)
	var out bytes.Buffer
	if _, err := exchange.WriteCSV(&out, p.Records); err != nil {
		t.Fatal(err)
	}
	back := parse(t, out.String())
	x, y := sayAll(f.Rows), sayAll(back.Rows)
	if !slices.Equal(x, y) {
		t.Errorf("%d rows in, %d rows out", len(x), len(y))
	}
	if header, _, _ := strings.Cut(out.String(), "\n"); header != "date,time,kind,name,value,unit,note" {
		t.Errorf("header %q", header)
	}
	if !strings.Contains(out.String(), ",water,glasses,") {
		t.Error("glasses were not kept")
	}
}

func sayAll(rows []exchange.Row) []string {
	var s []string
	for _, r := range rows {
		s = append(s, say(r))
	}
	slices.Sort(s)
	return s
}
