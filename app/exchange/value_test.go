package exchange_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"skinward/app/exchange"
	"skinward/app/journal"
)

// Numbers of one column, in files whose delimiter is a semicolon.
func TestNumbers(t *testing.T) {
	tests := []struct {
		name   string
		values string // with blanks between
		want   string // values, or part of the fault
	}{
		{"whole", "3 12 0 -4 +5", "3 12 0 -4 5"},
		{"exponents", "1e3 2.5E-1", "1000 0.25"},
		{"decimal points", "3.5 .5 7. 0.125", "3.5 0.5 7 0.125"},
		{"decimal commas", "3,5 ,5 0,125", "3.5 0.5 0.125"},
		{"English thousands", "1,250.5 12,000,000", "1250.5 1.2e+07"},
		{"continental thousands", "1.250,5 12.000.000", "1250.5 1.2e+07"},
		{"a point decides the comma", "3.5 1,250", "3.5 1250"},
		{"a comma decides the point", "3,5 1.250", "3.5 1250"},
		{"a comma decides the comma", "3,5 1,250", "3.5 1.25"},
		{"a point alone is decimal", "1.250", "1.25"},
		{"both styles leave 1,250 open", "3,5 3.5 1,250", "read two ways, and the file uses both"},
		{"nothing decides 1,250", "4 1,250", "read two ways; write 1.25 or 1250"},
		{"wrong groups", "1,25,0", "is not a number"},
		{"wrong groups before a decimal point", "12,50.5", "is not a number"},
		{"two decimal signs", "1.5.0", "is not a number"},
		{"a comma too many", "1.250,5,0", "is not a number"},
		{"letters", "3h", "is not a number"},
		{"a currency", "€3", "is not a number"},
		{"signs alone", "-", "is not a number"},
		{"huge", "1e999", "is not a number"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var in strings.Builder
			in.WriteString("date;kind;name;value\n")
			for _, v := range strings.Fields(tt.values) {
				fmt.Fprintf(&in, "2026-11-21;lab;x;%s\n", v)
			}
			f, err := exchange.Parse(strings.NewReader(in.String()), exchange.ParseOptions{})
			if err != nil {
				if !strings.Contains(err.Error(), tt.want) {
					t.Errorf("%v, want %q", err, tt.want)
				}
				return
			}
			var got []string
			for _, r := range f.Rows {
				got = append(got, fmt.Sprint(r.Value.Or(-999)))
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("got %s, want %s", s, tt.want)
			}
		})
	}
}

func TestTimesOfDay(t *testing.T) {
	tests := []struct{ date, clock, want string }{ // want "" is a fault
		{"2026-11-21", "08:10", "2026-11-21T08:10:00+01:00"},
		{"2026-11-21", "8:10", "2026-11-21T08:10:00+01:00"},
		{"2026-11-21", "8.10", "2026-11-21T08:10:00+01:00"},
		{"2026-11-21", "08:10:30", "2026-11-21T08:10:30+01:00"},
		{"2026-11-21", "08:10:30.250", "2026-11-21T08:10:30+01:00"},
		{"2026-11-21", "8:10 pm", "2026-11-21T20:10:00+01:00"},
		{"2026-11-21", "8 AM", "2026-11-21T08:00:00+01:00"},
		{"2026-11-21", "12:05 am", "2026-11-21T00:05:00+01:00"},
		{"2026-11-21", "12:05 pm", "2026-11-21T12:05:00+01:00"},
		{"2026-11-21", "08:10Z", "2026-11-21T08:10:00Z"},
		{"2026-11-21", "08:10-05:30", "2026-11-21T08:10:00-05:30"},
		{"2026-11-21", "08:10+0200", "2026-11-21T08:10:00+02:00"},
		{"2026-11-21", "08:10+02", "2026-11-21T08:10:00+02:00"},
		{"2026-11-21", "2026-11-22T01:30", "2026-11-22T01:30:00+01:00"},
		{"2026-11-21T08:10:00+02:00", "", "2026-11-21T08:10:00+02:00"},
		{"2026-11-21 08:10", "", "2026-11-21T08:10:00+01:00"},
		{"2026-11-21", "24:00", ""},
		{"2026-11-21", "08:60", ""},
		{"2026-11-21", "13:00 pm", ""},
		{"2026-11-21", "0:10 pm", ""},
		{"2026-11-21", "morning", ""},
		{"2026-11-21", "8", ""},
		{"2026-11-21", "08:10+99:00", ""},
		{"2026-11-21", "08:10+01:75", ""},
		{"2026-11-21", "2026-11-25T01:30", ""},
		{"2026-11-21", "2026-13-25T01:30", ""},
		{"2026-11-21T99:00", "", ""},
	}
	for _, tt := range tests {
		f, err := exchange.Parse(strings.NewReader("date,time,kind,name,value\n"+tt.date+","+tt.clock+",skin,itch,1\n"), exchange.ParseOptions{})
		if (err == nil) != (tt.want != "") {
			t.Errorf("%s %s: %v, want %q", tt.date, tt.clock, err, tt.want)
			continue
		}
		if err == nil {
			at := exchange.NewPlan(f, nil, options()).Records[0].Base().At
			if got := at.Format(time.RFC3339); got != tt.want {
				t.Errorf("%s %s: %s, want %s", tt.date, tt.clock, got, tt.want)
			}
		}
	}
}

// Long ago clocks ran on the sun; a journal holds whole minutes.
func TestOldLocalTimeIsRounded(t *testing.T) {
	f := parse(t, "date,time,kind,name,value\n1905-01-01,08:10,skin,itch,1\n")
	o := options()
	o.Zone = time.FixedZone("sun", 53*60+28)
	p := exchange.NewPlan(f, nil, o)
	if err := p.Records[0].Validate(); err != nil {
		t.Errorf("%v", err)
	}
	if h, m, _ := p.Records[0].Base().At.Clock(); h != 8 || m != 10 {
		t.Errorf("the clock showed %d:%d", h, m)
	}
}

// A dose goes to the course that covers its day.
func TestDosesFindTheirCourse(t *testing.T) {
	d := func(n int) journal.Day { return journal.NewDay(2026, 5, n) }
	course := func(id string, from, to int) *journal.Course {
		c := &journal.Course{Meta: journal.Meta{ID: journal.ID(id), Day: d(from), Source: journal.Entered}, Class: journal.Supplement, Product: "Zinc"}
		if to > 0 {
			c.Stop = d(to)
		}
		return c
	}
	here := journal.Log{course("first", 3, 8), course("second", 12, 15), course("third", 20, 0)}
	for day, want := range map[int]journal.ID{1: "first", 3: "first", 8: "first", 10: "first", 12: "second", 18: "second", 25: "third"} {
		p := planOf(t, parse(t, fmt.Sprintf("date,kind,name,value\n%s,supplement,zinc,1\n", d(day))), here)
		if len(p.Records) != 1 || p.Records[0].(*journal.Dose).Course != want {
			t.Errorf("dose of %s: %s, want the %s course", d(day), briefly(p.Records), want)
		}
	}
}

func TestRowsThatEndWhatGoesOn(t *testing.T) {
	here := journal.Log{
		&journal.Treatment{Meta: journal.Meta{ID: "t", Day: journal.NewDay(2026, 5, 1), Source: journal.Entered}, Name: "Cream"},
		&journal.Avoidance{Meta: journal.Meta{ID: "a", Day: journal.NewDay(2026, 5, 1), Source: journal.Entered}, Food: "Milk"},
		&journal.Course{Meta: journal.Meta{ID: "c", Day: journal.NewDay(2026, 5, 1), Source: journal.Entered}, Class: journal.Antibiotic, Product: "Doxy"},
	}
	f := parse(t, head+"2026-05-09,treatment_course,cream,0\n2026-05-09,avoidance,milk,0\n2026-05-09,antibiotic_course,doxy,0\n2026-05-09,avoidance,egg,0\n2026-05-09,treatment_course,gel,0\n")
	p := planOf(t, f, here)
	want := "treatment Cream: 2026-05-01 to 2026-05-09\navoidance Without Milk: 2026-05-01 to 2026-05-09\ncourse Doxy: 2026-05-01 to 2026-05-09\navoidance Without egg: 2026-05-09 to 2026-05-09\ntreatment gel: 2026-05-09 to 2026-05-09"
	if got := briefly(p.Records); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, r := range p.Records[:3] {
		if id := r.Base().ID; id != "t" && id != "a" && id != "c" {
			t.Errorf("%s got the new id %s", r.Title(), id)
		}
	}
	if !here[0].(*journal.Treatment).Stop.IsZero() {
		t.Error("the existing record itself was changed")
	}
}

func TestMarksOfADayAreOne(t *testing.T) {
	here := journal.Log{&journal.DayMark{Meta: journal.Meta{ID: "m", Day: journal.NewDay(2026, 5, 1)}, Ordinary: true}}
	p := planOf(t, parse(t, head+"2026-05-01,day,meals_complete,1\n2026-05-01,food,none,1\n2026-05-01,day,ordinary,1\n"), here)
	if len(p.Records) != 1 {
		t.Fatalf("%s", briefly(p.Records))
	}
	m := p.Records[0].(*journal.DayMark)
	if m.ID != "m" || !m.Ordinary || !m.NoFood || m.MealsComplete != journal.Yes {
		t.Errorf("%+v", m)
	}
}

func TestOwnColumns(t *testing.T) {
	const wide = "date,kind,name,value,slot,portion,source\n"
	p := planOf(t, parse(t, wide+"2026-05-01,food,rye,1,Lunch,Large,remembered\n"), nil)
	m := p.Records[0].(*journal.Meal)
	if m.Slot != journal.Lunch || m.Items[0].Portion != journal.Large || m.Source != journal.Remembered {
		t.Errorf("%+v", m)
	}
	for in, want := range map[string]string{
		"brunch,,":   `slot "brunch" is not`,
		",huge,":     `portion "huge" is not`,
		",,guessed":  `source "guessed" is not`,
		",,imported": "",
	} {
		_, err := exchange.Parse(strings.NewReader(wide+"2026-05-01,food,rye,1,"+in+"\n"), exchange.ParseOptions{})
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", in, err)
		}
	}
}

func TestReadingsOfOneMomentShareARecord(t *testing.T) {
	in := head + "2026-05-01,site,chin,4\n2026-05-01,site,neck,\n2026-05-01,sign,eczema/redness,2\n2026-05-01,region,nose,1\n2026-05-01,palms,trunk,2\n" +
		"2026-05-01,site,chin,5\n2026-05-01,sign,eczema/redness,3\n2026-05-01,sleep,hours,7\n2026-05-01,sleep,hours,8\n2026-05-01,stool,bloating,2\n2026-05-01,stool,bristol,4\n2026-05-01,cycle,bleeding,1\n2026-05-01,cycle,day,2\n2026-05-01,score,POEM,9\n"
	want := "skin_check Skin: chin 4, neck, redness 2\nskin_check Skin: chin 5, redness 3\nsleep Sleep 7 h: \nsleep Sleep 8 h: \ndigestion Stool form 4: bloating 2\ncycle Cycle day 2: bleeding\nscore POEM 9: "
	if got := briefly(planOf(t, parse(t, in), nil).Records); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestVocabularyIsWhatParseReads(t *testing.T) {
	for _, v := range exchange.Vocabulary() {
		name := v.Name
		if name == "" && v.Kind != exchange.KindNote {
			name = "something"
		}
		for _, value := range []float64{v.Min, v.Max} {
			if v.Kind == exchange.KindNote {
				continue
			}
			if v.Max == 1e6 {
				value = min(value, 100)
			}
			f := parse(t, fmt.Sprintf("date,kind,name,value\n2026-05-01,%s,%s,%g\n", v.Kind, name, value))
			if planOf(t, f, nil); f.Rows[0].Kind != v.Kind {
				t.Errorf("%s %s became %s", v.Kind, name, f.Rows[0].Kind)
			}
		}
		if v.Meaning == "" || v.Min > v.Max {
			t.Errorf("%s %s is not explained", v.Kind, v.Name)
		}
	}
}
