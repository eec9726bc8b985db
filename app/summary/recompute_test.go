package summary_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/app/summary"
)

// sheet is the data behind a page, as a stranger reads them: nothing of the
// package under test is used to work the numbers out again.
type sheet struct {
	t        *testing.T
	rows     [][]string
	from, to journal.Day
	told     map[string]bool // numbers that were recomputed
}

func read(t *testing.T, p *summary.Page) *sheet {
	t.Helper()
	var b bytes.Buffer
	if err := p.CSV(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	s := &sheet{t: t, rows: rows[1:], told: map[string]bool{}}
	for _, r := range s.rows {
		if r[0] == "period" {
			d, err := journal.ParseDay(r[4])
			if err != nil {
				t.Fatal(err)
			}
			if r[1] == "from" {
				s.from = d
			} else {
				s.to = d
			}
		}
	}
	return s
}

// of returns the values of an item by day, in from … to.
func (s *sheet) of(part, item string, from, to journal.Day) map[journal.Day]float64 {
	out := map[journal.Day]float64{}
	for _, r := range s.rows {
		if r[0] != part || r[1] != item || r[3] == "" {
			continue
		}
		d, err := journal.ParseDay(r[3])
		v, numeric := strconv.ParseFloat(r[4], 64)
		if err == nil && numeric == nil && !d.Before(from) && !d.After(to) {
			out[d] = v
		}
	}
	return out
}

func values(m map[journal.Day]float64) []float64 {
	var out []float64
	for _, v := range m {
		out = append(out, v)
	}
	slices.Sort(out)
	return out
}

func middle(v []float64) float64 {
	if n := len(v); n%2 == 0 {
		return (v[n/2-1] + v[n/2]) / 2
	}
	return v[len(v)/2]
}

func average(v []float64) float64 {
	s := 0.0
	for _, x := range v {
		s += x
	}
	return s / float64(len(v))
}

// number writes as the page does: one decimal at most.
func number(v float64) string {
	return strings.Replace(strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64), "-", "−", 1)
}

func decimal(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', 1, 64), "-", "−", 1)
}

// tell notes numbers as recomputed.
func (s *sheet) tell(numbers ...any) {
	for _, n := range numbers {
		switch n := n.(type) {
		case int:
			s.told[strconv.Itoa(n)] = true
		case float64:
			s.told[strings.TrimLeft(number(n), "−")] = true
			s.told[strings.TrimLeft(decimal(n), "−")] = true
		case string:
			s.told[n] = true
		}
	}
}

// expect fails unless the page's text holds a phrase made from the data, and
// notes its numbers.
func (s *sheet) expect(text, phrase string) {
	s.t.Helper()
	if !strings.Contains(text, phrase) {
		s.t.Errorf("from the data follows %q, which the page does not say", phrase)
	}
	for _, n := range tokens(phrase) {
		s.told[n] = true
	}
}

var numeral = regexp.MustCompile(`\d+(\.\d+)?`)

// tokens are the numbers of a text, dates and names of scales taken out.
func tokens(text string) []string {
	for _, not := range []string{
		`\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)( \d{4})?`, // dates
		`\(?0–10\)?|95 %|7-day|29-day|\(\d–\d\)`,                             // scales and method
	} {
		text = regexp.MustCompile(not).ReplaceAllString(text, " ")
	}
	return numeral.FindAllString(text, -1)
}

// TestEveryNumberFollowsFromTheData works every number of the page out again
// from its CSV, then looks for numbers that were not.
func TestEveryNumberFollowsFromTheData(t *testing.T) {
	for _, days := range []int{92, 30, 365} {
		t.Run(fmt.Sprint(days), func(t *testing.T) {
			in := patient(t, 400)
			in.From = last.Add(1 - days)
			in.Include = summary.DefaultInclude()
			in.Include[summary.Digestion] = true
			in.Include[summary.Method] = false // constants of the method
			p := build(t, in)
			text := p.Text()
			s := read(t, p)
			if s.from != in.From || s.to != in.To {
				t.Fatalf("the data are of %s to %s", s.from, s.to)
			}
			s.head(text)
			s.figures(text)
			s.treatments(text)
			s.links(text, in)
			s.avoided(text)
			s.diet(text)
			s.means(text)
			s.rest(t, text, in)
		})
	}
}

func (s *sheet) days() int { return s.to.Sub(s.from) + 1 }

func (s *sheet) before() (journal.Day, journal.Day) { return s.from.Add(-s.days()), s.from.Add(-1) }

func (s *sheet) head(text string) {
	skin, meals := len(s.of("logged", "skin", s.from, s.to)), len(s.of("logged", "meals", s.from, s.to))
	later := 0
	for _, r := range s.rows {
		if r[0] == "logged" && r[1] == "written later" {
			later++
		}
	}
	s.expect(text, fmt.Sprintf("skin on %d of %d days, meals on %d", skin, s.days(), meals))
	if later > 0 {
		s.expect(text, fmt.Sprintf("; %d entr", later))
	}
	a, b := s.before()
	now, was := values(s.of("outcome", "severity", s.from, s.to)), values(s.of("outcome", "severity", a, b))
	if len(was) >= 7 {
		word := map[int]string{-1: "lower (better) than before", 0: "the same as before", 1: "higher (worse) than before"}[cmp.Compare(middle(now), middle(was))]
		s.expect(text, fmt.Sprintf("Severity was %s: median %s (0–10) on %d days, against %s on %d days in the %d days before.", word, number(middle(now)), len(now), number(middle(was)), len(was), s.days()))
		flares, flaresBefore := values(s.of("outcome", "flare_days", s.from, s.to)), values(s.of("outcome", "flare_days", a, b))
		if len(flares) >= 7 && len(flaresBefore) >= 7 {
			part := func(v []float64) int { return int(math.Round(average(v) * 100)) }
			s.expect(text, fmt.Sprintf("Flare days: %d %%, against %d %%.", part(flares), part(flaresBefore)))
		}
	}
	s.expect(text, fmt.Sprintf("between %s and %s, median %s", number(now[0]), number(now[len(now)-1]), number(middle(now))))
	s.expect(text, fmt.Sprintf("recorded on %d of %d days", len(now), s.days()))
	bands := [4]int{}
	for _, v := range now {
		switch {
		case v < 1:
			bands[0]++
		case v < 4:
			bands[1]++
		case v < 7:
			bands[2]++
		default:
			bands[3]++
		}
	}
	s.expect(text, fmt.Sprintf("of %d days: clear %d, mild %d, moderate %d, severe %d, not recorded %d.", s.days(), bands[0], bands[1], bands[2], bands[3], s.days()-len(now)))
	s.expect(text, "POEM: "+s.total("total")+" of "+s.total("maximum"))
}

func (s *sheet) total(field string) string {
	for _, r := range s.rows {
		if r[0] == "score" && r[2] == field {
			return r[4]
		}
	}
	return "?"
}

// figures works out the four rows of the table.
func (s *sheet) figures(text string) {
	a, b := s.before()
	type column struct {
		name, part, item string
		kind             string
	}
	row := func(label string, from, to journal.Day, least int) map[string]float64 {
		got := map[string]float64{}
		var cells []string
		for _, c := range []column{
			{"Severity", "outcome", "severity", "median"},
			{"Itch", "outcome", "itch", "median"},
			{"Flare days", "outcome", "flare_days", "share"},
			{"Flares", "outcome", "flare_days", "runs"},
			{"In the way", "daily", "impact", "median"},
			{"Sleep, h", "daily", "sleep hours", "mean"},
			{"Woken", "daily", "woken by skin", "share"},
		} {
			m := s.of(c.part, c.item, from, to)
			v := values(m)
			cell := "n/a"
			switch {
			case c.kind == "share" && len(v) > 0:
				sum := average(v) * float64(len(v))
				cell = fmt.Sprintf("%s of %d", number(sum), len(v))
				got[c.name] = math.Round(sum / float64(len(v)) * 100)
			case c.kind == "runs" && least < 7:
				continue // not shown for the last days
			case len(v) < least:
			case c.kind == "median":
				got[c.name] = math.Round(middle(v)*10) / 10
				cell = number(middle(v))
			case c.kind == "mean":
				got[c.name] = math.Round(average(v)*10) / 10
				cell = number(average(v))
			case c.kind == "runs":
				runs := spells(m, from, to)
				got[c.name] = float64(len(runs))
				cell = "0"
				if len(runs) > 0 {
					cell = fmt.Sprintf("%d (%s d)", len(runs), number(average(runs)))
				}
			}
			if len(v) < 7 && c.kind == "share" {
				delete(got, c.name)
			}
			cells = append(cells, c.name+" "+cell)
		}
		s.expect(text, "- "+label+": "+strings.Join(cells, "; "))
		return got
	}
	now := row("This period", s.from, s.to, 7)
	was := row(fmt.Sprintf("The %d days before", s.days()), a, b, 7)
	row("Last 7 days", s.to.Add(-6), s.to, 3)
	for name, v := range now {
		if w, ok := was[name]; ok {
			s.tell(math.Abs(v - w))
		}
	}
}

// spells are the lengths of the runs of ones; up to two days without a record
// do not end one.
func spells(m map[journal.Day]float64, from, to journal.Day) []float64 {
	var out []float64
	var start, end journal.Day
	for d := from; !d.After(to); d = d.Add(1) {
		v, known := m[d]
		switch {
		case known && v > 0:
			if start.IsZero() {
				start = d
			}
			end = d
		case !start.IsZero() && (known || d.Sub(end) > 2):
			out = append(out, float64(end.Sub(start)+1))
			start = journal.Day{}
		}
	}
	if !start.IsZero() {
		out = append(out, float64(end.Sub(start)+1))
	}
	return out
}

// treatments works out real use, and the means before and during.
func (s *sheet) treatments(text string) {
	starts, stops := map[string]journal.Day{}, map[string]journal.Day{}
	var names []string
	for _, r := range s.rows {
		if r[0] != "treatment" {
			continue
		}
		d, err := journal.ParseDay(r[4])
		if err != nil {
			s.t.Fatal(err)
		}
		if r[2] == "start" {
			starts[r[1]] = d
			names = append(names, r[1])
		} else {
			stops[r[1]] = d
		}
	}
	skin := s.of("outcome", "severity", journal.Day{}, s.to)
	for _, name := range names {
		line := regexp.MustCompile(`(?m)^- ` + regexp.QuoteMeta(name) + `: .*$`).FindString(text)
		from, to := starts[name], s.to
		if s.from.After(from) {
			from = s.from
		}
		if stop, ok := stops[name]; ok && stop.Before(to) {
			to = stop
		}
		active, used := to.Sub(from)+1, 0
		doses := s.of("doses", name, from, to)
		for _, v := range doses {
			used += int(v)
		}
		switch {
		case len(doses) == 0:
			s.expect(line, "Days used not recorded")
		case strings.Contains(line, "as needed"):
			s.expect(line, fmt.Sprintf("Days used %d days", used))
		default:
			s.expect(line, fmt.Sprintf("Days used %d of %d (%d %%)", used, active, int(math.Round(float64(used)/float64(active)*100))))
		}
		var was, during []float64
		for d, v := range skin {
			switch {
			case d.Before(starts[name]) && !d.Before(starts[name].Add(-28)):
				was = append(was, v)
			case !d.Before(from) && !d.After(to):
				during = append(during, v)
			}
		}
		if len(was) >= 7 && len(during) >= 7 {
			s.expect(line, decimal(average(was))+" → "+decimal(average(during)))
		}
		s.told[strings.Join(tokens(name), "")] = true
		for _, n := range tokens(name + " " + line[:strings.Index(line, "; From")]) {
			s.told[n] = true // dose and strength as entered
		}
	}
	s.tell(28)
}

// links feeds the series back into the method.
func (s *sheet) links(text string, in summary.Input) {
	first, end := in.Set.First, in.Set.Last()
	n := end.Sub(first) + 1
	grid := func(part, item string) []float64 {
		out := make([]float64, n)
		for i := range out {
			out[i] = math.NaN()
		}
		for d, v := range s.of(part, item, first, end) {
			out[d.Sub(first)] = v
		}
		return out
	}
	set := series.Set{First: first, Days: n, Stress: grid("reference", "stress"), Sleep: grid("reference", "sleep")}
	set.Outcomes = []series.Outcome{{Name: "severity", Label: "Severity", Kind: series.OutcomeScale, Values: grid("record", "severity")}}
	kinds := map[string]series.FactorKind{}
	for _, r := range s.rows {
		if r[0] == "factor" {
			kinds[r[1]] = series.FactorKind(r[5])
		}
	}
	for name, kind := range kinds {
		v := grid("factor", name)
		binary := true
		for _, x := range v {
			binary = binary && (math.IsNaN(x) || x == 0 || x == 1)
		}
		set.Factors = append(set.Factors, series.Factor{Name: name, Label: name, Kind: kind, Binary: binary, Values: v})
	}
	series.SortFactors(set.Factors)
	result, err := insight.Analyse(context.Background(), set, insight.Options{})
	if err != nil {
		s.t.Fatal(err)
	}
	if len(result.Findings) < 2 {
		s.t.Fatalf("%d links to recompute", len(result.Findings))
	}
	for _, f := range result.Findings {
		if f.FactorLabel == "stress" && f.Grade == insight.CantTell {
			continue
		}
		s.expect(text, fmt.Sprintf("After it %s (%d d); Otherwise %s (%d d); Difference (95 %% interval) %s (%s to %s)", decimal(f.MeanWith), f.NAfter, decimal(f.MeanWithout), f.NOtherwise,
			map[bool]string{true: "+"}[f.Effect > 0]+decimal(f.Effect*f.Scale), decimal(f.Low*f.Scale), decimal(f.High*f.Scale)))
		s.tell(f.Window[0], f.Window[1])
	}
	s.expect(text, fmt.Sprintf("%d days with severity", len(s.of("record", "severity", first, end))))
	grades := map[string]int{}
	for _, r := range s.rows {
		if r[0] == "checked" {
			grades[r[4]]++
		}
	}
	total := 0
	for _, k := range grades {
		total += k
	}
	s.expect(text, fmt.Sprintf("%d factors looked at: %d strong, %d moderate, %d hint, %d no important effect, %d can't tell yet, %d not enough data.",
		total, grades["strong"], grades["moderate"], grades["hint"], grades["no_important_effect"], grades["cant_tell"], grades["not_enough_data"]))
	for _, r := range s.rows {
		if r[0] == "overlap" {
			v, _ := strconv.ParseFloat(r[4], 64)
			s.tell(int(v), int(math.Round(v*100)))
		}
	}
	s.tell("0.5", "10", "90", "14") // smallest change that matters, percentile, most names
}

func (s *sheet) avoided(text string) {
	for _, r := range s.rows {
		if r[0] == "avoided" && r[2] == "since" {
			d, err := journal.ParseDay(r[4])
			if err != nil {
				s.t.Fatal(err)
			}
			s.expect(text, fmt.Sprintf("For %d days", s.to.Sub(d)+1))
		}
	}
}

func (s *sheet) diet(text string) {
	s.expect(text, fmt.Sprintf("of %d recorded", len(s.of("food", "food log", s.from, s.to))))
	seen := map[string]bool{"food log": true}
	for _, r := range s.rows {
		if r[0] != "food" || seen[r[1]] {
			continue
		}
		seen[r[1]] = true
		v := values(s.of("food", r[1], s.from, s.to))
		on := 0
		for _, x := range v {
			if x > 0 {
				on++
			}
		}
		week, most := fmt.Sprintf("%s %s", r[1], number(float64(on)/float64(len(v))*7)), fmt.Sprintf("%s (%d)", r[1], on)
		if !strings.Contains(text, week) && !strings.Contains(text, most) {
			s.t.Errorf("neither %q nor %q is on the page", week, most)
		}
		s.tell(on)
		for _, n := range tokens(week) {
			s.told[n] = true
		}
	}
}

// means works out the lines on stress, sleep and digestion.
func (s *sheet) means(text string) {
	a, b := s.before()
	for item, label := range map[string]string{"stress": "Stress", "sleep hours": "Sleep, h", "sleep quality": "Sleep quality", "bloating": "Bloating"} {
		v, w := values(s.of("daily", item, s.from, s.to)), values(s.of("daily", item, a, b))
		unit := "days"
		if strings.HasPrefix(item, "sleep") {
			unit = "nights"
		}
		want := fmt.Sprintf("%s: %s on %d %s", label, decimal(average(v)), len(v), unit)
		if len(w) >= 7 {
			want += fmt.Sprintf("; before %s on %d", decimal(average(w)), len(w))
		}
		s.expect(text, want)
	}
	s.expect(text, fmt.Sprintf("breathing on %d days", len(s.of("daily", "breathing", s.from, s.to))))
	forms := [3]int{}
	n := 0
	for _, r := range s.rows {
		if r[0] != "digestion" {
			continue
		}
		v, err := strconv.ParseFloat(r[4], 64)
		if err != nil {
			s.t.Fatal(err)
		}
		n++
		switch {
		case v < 2.5:
			forms[0]++
		case v < 5.5:
			forms[1]++
		default:
			forms[2]++
		}
	}
	s.expect(text, fmt.Sprintf("hard (1–2) %d, usual (3–5) %d, loose (6–7) %d, of %d", forms[0], forms[1], forms[2], n))
}

// rest looks for numbers that nothing above has led to.
func (s *sheet) rest(t *testing.T, text string, in summary.Input) {
	sections := text[:strings.LastIndex(text, "Skinward 1.0.0")]
	for _, own := range append([]string{in.Appointment.Purpose, in.Profile.Allergies}, in.Appointment.Questions...) {
		sections = strings.ReplaceAll(sections, own, "")
	}
	for _, line := range strings.Split(sections, "\n") {
		for _, n := range tokens(regexp.MustCompile(`^\d\. `).ReplaceAllString(line, "")) {
			switch {
			case s.told[n], n == "1998", n == "2019": // years told by the patient
			case strings.HasPrefix(line, "Medians of own"):
			default:
				t.Errorf("%q stands on the page and does not follow from the data: %s", n, line)
			}
		}
	}
	if len(s.told) < 60 {
		t.Errorf("only %d numbers were recomputed", len(s.told))
	}
}
