package exchange_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"skinward/app/exchange"
)

// say writes a row as "day time kind name value unit note".
func say(r exchange.Row) string {
	v := "-"
	if x, ok := r.Value.Get(); ok {
		v = fmt.Sprint(x)
	}
	return strings.Join(strings.Fields(fmt.Sprintf("%s %s/%s=%s %s %s", r.Day, r.Kind, r.Name, v, r.Unit, r.Note)), " ")
}

func TestParseReadsWhatTheHeaderDecides(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"all seven columns", "date,time,kind,name,value,unit,note\n2026-11-21,08:10,food,kefir,1,,with oats\n", "2026-11-21 food/kefir=1 with oats"},
		{"four columns in another order", "value,name,kind,date\n4,severity,skin,2026-11-21\n", "2026-11-21 skin/severity=4"},
		{"name without kind", "date,name,value\n2026-11-21,severity,4\n2026-11-21,glasses,2\n2026-11-21,mood,7\n", "2026-11-21 skin/severity=4|2026-11-21 water/ml=500|2026-11-21 tracker/mood=7"},
		{"kind without name", "date,kind,value\n2026-11-21,stress,4\n2026-11-21,stool,3\n2026-11-21,cycle,12\n2026-11-21,itch,2\n2026-11-21,mood,7\n", "2026-11-21 stress/stress=4|2026-11-21 stool/bristol=3|2026-11-21 cycle/day=12|2026-11-21 skin/itch=2|2026-11-21 tracker/mood=7"},
		{"unit stands in for the name", "date,kind,value,unit\n2026-11-21,sleep,450,min\n2026-11-21,water,1.5,l\n", "2026-11-21 sleep/hours=7.5|2026-11-21 water/ml=1500"},
		{"capitals", "Date,Kind,Name,Value\n2026-11-21,SKIN,Severity,4\n2026-11-21,Food,Rye Bread,1\n", "2026-11-21 skin/severity=4|2026-11-21 food/Rye Bread=1"},
		{"semicolons and decimal comma", "date;kind;name;value\n2026-11-21;sleep;hours;7,5\n", "2026-11-21 sleep/hours=7.5"},
		{"tabs", "date\tkind\tname\tvalue\n2026-11-21\tsleep\thours\t7.5\n", "2026-11-21 sleep/hours=7.5"},
		{"quoted decimal comma", "date,kind,name,value\n2026-11-21,sleep,hours,\"7,5\"\n", "2026-11-21 sleep/hours=7.5"},
		{"byte-order mark", "\uFEFFdate,kind,name,value\n2026-11-21,skin,itch,2\n", "2026-11-21 skin/itch=2"},
		{"line of a spreadsheet", "sep=;\r\ndate;kind;name;value\r\n2026-11-21;skin;itch;2\r\n", "2026-11-21 skin/itch=2"},
		{"old Mac line ends", "date,kind,name,value\r2026-11-21,skin,itch,2\r", "2026-11-21 skin/itch=2"},
		{"quotes, commas and line breaks in text", "date,kind,name,value,note\n2026-11-21,food,\"bread, \"\"rye\"\"\",1,\"two\nlines\"\n", "2026-11-21 food/bread, \"rye\"=1 two lines"},
		{"blank lines and trailing delimiters", "date,kind,name,value\n\n2026-11-21,skin,itch,2,,,\n,,,\n", "2026-11-21 skin/itch=2"},
		{"explicitly not eaten", "date,kind,name,value\n2026-11-21,food,milk,0\n", "2026-11-21 food/milk=0"},
		{"servings and amounts", "date,kind,name,value,unit\n2026-11-21,food,milk,2,\n2026-11-21,food,rice,150,g\n2026-11-21,supplement,zinc,25,mg\n", "2026-11-21 food/milk=2|2026-11-21 food/rice=1 150 g|2026-11-21 supplement/zinc=1 25 mg"},
		{"a day without foods", "date,kind,name,value\n2026-11-21,food,none,1\n2026-11-22,food,water_only_day,1\n2026-11-23,food,none,0\n", "2026-11-21 food/none=1|2026-11-22 food/none=1"},
		{"unknown kind", "date,kind,name,value,unit\n2026-11-21,weather,humidity,61,%\n", "2026-11-21 weather/humidity=61 %"},
		{"unknown name of a known kind", "date,kind,name,value\n2026-11-21,skin,dryness,3\n", "2026-11-21 skin/dryness=3"},
		{"yes and no", "date,kind,name,value\n2026-11-21,supplement,zinc,yes\n2026-11-22,supplement,zinc,no\n", "2026-11-21 supplement/zinc=1|2026-11-22 supplement/zinc=0"},
		{"day first, as one date shows", "date,kind,name,value\n03/04/2026,skin,itch,2\n21/04/2026,skin,itch,3\n", "2026-04-03 skin/itch=2|2026-04-21 skin/itch=3"},
		{"month first, as one date shows", "date,kind,name,value\n03/04/2026,skin,itch,2\n04/21/2026,skin,itch,3\n", "2026-03-04 skin/itch=2|2026-04-21 skin/itch=3"},
		{"dotted dates", "date;kind;name;value\n3.4.2026;skin;itch;2\n21.4.2026;skin;itch;3\n", "2026-04-03 skin/itch=2|2026-04-21 skin/itch=3"},
		{"months by name", "date,kind,name,value\n30th Nov 2021,skin,itch,2\n\"Nov 21, 2026\",skin,itch,3\n", "2021-11-30 skin/itch=2|2026-11-21 skin/itch=3"},
		{"date with time", "date,kind,name,value\n2026-11-21T08:10:00Z,skin,itch,2\n", "2026-11-21 skin/itch=2"},
		{"thousands where another value shows the comma", "date;kind;name;value\n2026-11-21;water;ml;1.500\n2026-11-21;sleep;hours;7,5\n", "2026-11-21 water/ml=1500|2026-11-21 sleep/hours=7.5"},
		{"a note", "date,kind,name,value,note\n2026-11-21,note,,,new soap\n", "2026-11-21 note/=- new soap"},
		{"empty rows only", "date,kind,name,value\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := exchange.Parse(strings.NewReader(tt.in), exchange.ParseOptions{})
			if err != nil {
				t.Fatalf("Parse: %v", err)
			}
			var got []string
			for _, r := range f.Rows {
				got = append(got, say(r))
			}
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
		})
	}
}

func TestParseNamesLineAndReason(t *testing.T) {
	const head = "date,kind,name,value\n"
	tests := []struct {
		name, in string
		line     int
		want     string
	}{
		{"nothing", "", 1, "the file is empty"},
		{"blank", "\n\n  \n", 1, "the file is empty"},
		{"no value column", "date,kind\n2026-11-21,skin\n", 1, "missing: value"},
		{"no header", "2026-11-21,skin,severity,4\n", 1, "the header must name date"},
		{"column twice", "date,kind,name,value,Value\n", 1, `names "value" twice`},
		{"empty date", head + ",skin,itch,1\n", 2, "date is empty"},
		{"impossible date", head + "2026-11-21,skin,itch,1\n2026-02-30,skin,itch,1\n", 3, "is not a date"},
		{"far date", head + "0026-11-21,skin,itch,1\n", 2, "is not a date"},
		{"two-digit year", head + "21/11/26,skin,itch,1\n", 2, "two digits"},
		{"undecided dates", head + "03/04/2026,skin,itch,1\n", 2, "--date-order"},
		{"dates of two orders", head + "21/04/2026,skin,itch,1\n04/21/2026,skin,itch,1\n", 3, "two orders"},
		{"empty value", head + "2026-11-21,skin,itch,\n", 2, "value is empty"},
		{"text value", head + "2026-11-21,skin,itch,bad\n", 2, `value "bad" is not a number`},
		{"formula", head + "2026-11-21,skin,itch,=1+2\n", 2, "is not a number"},
		{"not a number", head + "2026-11-21,skin,itch,NaN\n", 2, "is not a number"},
		{"infinity", head + "2026-11-21,mood,x,Inf\n", 2, "is not a number"},
		{"hexadecimal", head + "2026-11-21,mood,x,0x10\n", 2, "is not a number"},
		{"huge", head + "2026-11-21,mood,x,1e400\n", 2, "is not a number"},
		{"too large for a tracker", head + "2026-11-21,mood,x,1e13\n", 2, "must lie between"},
		{"other scale", head + "2026-11-21,skin,severity,64\n", 2, "severity must lie between 0 and 10, not 64"},
		{"negative food", head + "2026-11-21,food,milk,-1\n", 2, "must lie between"},
		{"stool form", head + "2026-11-21,stool,bristol,0\n", 2, "between 1 and 7"},
		{"food without name", head + "2026-11-21,food,,1\n", 2, "food needs a name"},
		{"skin without name", head + "2026-11-21,skin,,1\n", 2, "severity, itch, lesions"},
		{"neither kind nor name", head + "2026-11-21,,,1\n", 2, "neither kind nor name"},
		{"decimal comma without quotes", head + "2026-11-21,sleep,hours,7,5\n", 2, "decimal comma"},
		{"two readings", "date;kind;name;value\n2026-11-21;water;ml;1,500\n", 2, "read two ways"},
		{"time of day", "date,time,kind,name,value\n2026-11-21,25:00,skin,itch,1\n", 2, "is not a time of day"},
		{"open quote", head + "2026-11-21,skin,itch,1\n2026-11-21,food,\"milk,1\n2026-11-22,food,rye,1\n", 3, "never closed"},
		{"text after a quote", head + "2026-11-21,food,\"milk\"x,1\n", 2, "follows a closing quote"},
		{"latin-1", head + "2026-11-21,food,cr\xe8me,1\n", 2, "UTF-8"},
		{"NUL in a name", head + "2026-11-21,food,mi\x00lk,1\n", 2, "NUL"},
		{"control character", head + "2026-11-21,food,mi\x07lk,1\n", 2, "cannot be stored"},
		{"long name", head + "2026-11-21,food," + strings.Repeat("x", 201) + ",1\n", 2, "longer than 200"},
		{"long line", head + "2026-11-21,food," + strings.Repeat("x", 10<<20) + ",1\n", 2, "the line is longer"},
		{"spreadsheet file", "PK\x03\x04rest", 1, "save the table as CSV"},
		{"compressed file", "\x1f\x8b\x08rest", 1, "unpack"},
		{"UTF-16 without mark", "d\x00a\x00t\x00e\x00,\x00\n\x00", 1, "NUL"},
		{"note with a value", "date,kind,name,value,note\n2026-11-21,note,,3,x\n", 2, "takes no value"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := exchange.Parse(strings.NewReader(tt.in), exchange.ParseOptions{})
			var faults *exchange.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("error %v, want faults", err)
			}
			if f := faults.List[0]; f.Line != tt.line || !strings.Contains(f.Text, tt.want) {
				t.Errorf("line %d: %s; want line %d with %q", f.Line, f.Text, tt.line, tt.want)
			}
		})
	}
}

func TestParseTellsEveryFault(t *testing.T) {
	in := "date,kind,name,value\n2026-11-21,skin,itch,x\n2026-11-21,skin,itch,3\nnever,skin,itch,3\n2026-11-21,skin,severity,11\n"
	_, err := exchange.Parse(strings.NewReader(in), exchange.ParseOptions{})
	var faults *exchange.Faults
	if !errors.As(err, &faults) {
		t.Fatal(err)
	}
	var lines []int
	for _, f := range faults.List {
		lines = append(lines, f.Line)
	}
	if fmt.Sprint(lines) != "[2 4 5]" {
		t.Errorf("faults in lines %v, want 2, 4 and 5", lines)
	}
}

func TestParseCountsFaultsBeyondTheLimit(t *testing.T) {
	in := "date,kind,name,value\n" + strings.Repeat("x,skin,itch,1\n", exchange.MaxFaults+5)
	_, err := exchange.Parse(strings.NewReader(in), exchange.ParseOptions{})
	var faults *exchange.Faults
	if !errors.As(err, &faults) || len(faults.List) != exchange.MaxFaults || faults.More != 5 {
		t.Fatalf("%v", err)
	}
}

func TestDateOrderOptionDecides(t *testing.T) {
	const in = "date,kind,name,value\n03/04/2026,skin,itch,1\n"
	for order, want := range map[exchange.DateOrder]string{exchange.DayMonthYear: "2026-04-03", exchange.MonthDayYear: "2026-03-04"} {
		f, err := exchange.Parse(strings.NewReader(in), exchange.ParseOptions{DateOrder: order})
		if err != nil || f.Rows[0].Day.String() != want {
			t.Errorf("%s: %v %v, want %s", order, f.Rows, err, want)
		}
	}
	_, err := exchange.Parse(strings.NewReader("date,kind,name,value\n21/04/2026,skin,itch,1\n"), exchange.ParseOptions{DateOrder: exchange.MonthDayYear})
	if err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("a date that does not fit the given order: %v", err)
	}
}

func TestParseReadsUTF16(t *testing.T) {
	in := "date\tkind\tname\tvalue\r\n2026-11-21\tfood\tcrème\t1\r\n"
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(in)) {
		b = append(b, byte(u), byte(u>>8))
	}
	f, err := exchange.Parse(strings.NewReader(string(b)), exchange.ParseOptions{})
	if err != nil || len(f.Rows) != 1 || f.Rows[0].Name != "crème" {
		t.Fatalf("%v %v", f.Rows, err)
	}
}

func TestParseGivesBackTheReadersError(t *testing.T) {
	gone := errors.New("gone")
	r := io.MultiReader(strings.NewReader("date,kind,name,value\n2026-11-21,skin,itch,1\n"), failing{gone})
	if _, err := exchange.Parse(r, exchange.ParseOptions{}); !errors.Is(err, gone) {
		t.Fatalf("%v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestUnknownColumnsAreTold(t *testing.T) {
	f, err := exchange.Parse(strings.NewReader("date,kind,name,value,weather\n2026-11-21,skin,itch,1,rain\n"), exchange.ParseOptions{})
	if err != nil || len(f.Notices) != 1 || !strings.Contains(f.Notices[0], `"weather"`) {
		t.Fatalf("%v %v", f.Notices, err)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"date,time,kind,name,value,unit,note\n2026-11-21,08:10,food,kefir,1,,x\n",
		"date;kind;name;value\r\n21.11.2026;sleep;hours;7,5\r\n",
		"sep=;\ndate;kind;value\n2026-11-21;stress;4\n",
		"\uFEFFdate\tname\tvalue\n\"2026-11-21\"\tseverity\t\"3\"\n",
		"date,kind,name,value,slot,portion,source\n2026-11-21,food,x,1,lunch,small,entered\n",
		"date,kind,name,value\n2026-11-21,note,,,\"a\nb\"\n",
		"date,time,kind,name,value,unit\n2026-11-21,,probiotic,A [b / c],1,2 x\n2026-11-22,,probiotic_course,A [b / c],0,\n2026-11-22,2026-11-23T01:00,water,l,1.5,\n",
		"date,kind,name,value\n2026-11-21,site,chin,\n2026-11-21,sign,eczema/redness,2\n2026-11-21,avoidance,milk,0\n2026-11-21,food,none,1\n",
		"\xff\xfed\x00", "PK\x03\x04",
	} {
		f.Add(s, "")
		f.Add(s, "dmy")
	}
	f.Fuzz(func(t *testing.T, in, order string) {
		file, err := exchange.Parse(strings.NewReader(in), exchange.ParseOptions{DateOrder: exchange.DateOrder(order)})
		if err != nil {
			var faults *exchange.Faults
			if !errors.As(err, &faults) || len(faults.List) == 0 || faults.List[0].Line < 1 || faults.List[0].Text == "" {
				t.Fatalf("error without a line: %v", err)
			}
			return
		}
		plan := planOf(t, file, nil)
		again := exchange.NewPlan(file, plan.Records, options())
		if again.Report.Added != 0 {
			t.Fatalf("the same file again adds %d rows", again.Report.Added)
		}
		var out strings.Builder
		if _, err := exchange.WriteCSV(&out, plan.Records); err != nil {
			t.Fatal(err)
		}
		own, err := exchange.Parse(strings.NewReader(out.String()), exchange.ParseOptions{})
		if err != nil {
			t.Fatalf("the journal's own table is refused: %v\n%s", err, out.String())
		}
		if p := exchange.NewPlan(own, plan.Records, options()); p.Report.Added != 0 {
			t.Fatalf("the journal's own table adds %d rows to it:\n%s", p.Report.Added, out.String())
		}
	})
}
