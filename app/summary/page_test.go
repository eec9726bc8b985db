package summary_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"skinward/app/figure/ink"
	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/summary"
)

func TestBuildRefusesImpossiblePeriods(t *testing.T) {
	good := patient(t, 30)
	for name, change := range map[string]func(*summary.Input){
		"no first day": func(in *summary.Input) { in.From = journal.Day{} },
		"no last day":  func(in *summary.Input) { in.To = journal.Day{} },
		"wrong way":    func(in *summary.Input) { in.From, in.To = in.To, in.From },
	} {
		in := good
		change(&in)
		var e *journal.Error
		if _, err := summary.Build(in); !errors.As(err, &e) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	in := patient(t, 200)
	in.Pictures = pictures(t)
	var a, b bytes.Buffer
	for _, w := range []*bytes.Buffer{&a, &b} {
		if err := build(t, in).PDF(w, summary.A4); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two PDFs of the same page differ")
	}
}

func TestTooFewDaysGiveSentences(t *testing.T) {
	for _, c := range []struct {
		days int
		want []string
	}{
		{1, []string{"Severity was recorded on 1 day; a median needs 7.", "severity was recorded on 1 day of 92; a chart needs 7.", "Nothing was compared yet: severity is recorded on 1 day so far", "too few for a mean"}},
		{6, []string{"recorded on 6 days; a median needs 7", "a weekly frequency needs 7"}},
		{20, []string{"Severity: median", "the period before has too few days to compare", "too few days"}},
	} {
		got := build(t, patient(t, c.days)).Text()
		for _, w := range c.want {
			if !strings.Contains(got, w) {
				t.Errorf("%d days: the page does not say %q:\n%s", c.days, w, got)
			}
		}
	}
}

func TestNoJournalAtAll(t *testing.T) {
	in := from(t, nil)
	in.Profile, in.Appointment = nil, nil
	p := build(t, in)
	if !p.Empty() {
		t.Error("not seen as empty")
	}
	for _, want := range []string{"nothing in this period", "Severity was not recorded in this period", "Meals were not recorded", "None recorded"} {
		if !strings.Contains(p.Text(), want) {
			t.Errorf("does not say %q:\n%s", want, p.Text())
		}
	}
	if strings.Contains(p.Text(), "NaN") {
		t.Error("a number that is none")
	}
}

// TestUntickedStaysOut looks for what was not ticked in everything that leaves
// the program.
func TestUntickedStaysOut(t *testing.T) {
	marks := map[summary.Section][]string{
		summary.Why:        {"supervised trial"},
		summary.Condition:  {"penicillin", "POEM"},
		summary.Treatments: {"Adapalene"},
		summary.Avoided:    {"Walnuts"},
		summary.Diet:       {"oats"},
		summary.Mind:       {"breathing", "Stress", ",stress,", "hours of sleep"},
		summary.Digestion:  {"Stool form", "stool form", "bloating"},
		summary.Notes:      {"private thought"},
		summary.Links:      {"parmesan", "Parmesan"},
	}
	in := patient(t, 200)
	in.Appointment.Questions = []string{"Is a supervised trial worth it?"}
	for section, words := range marks {
		only := in
		only.Include = summary.Include{}
		for _, s := range summary.Sections() {
			only.Include[s] = s != section && s != summary.FullLog
			if section == summary.Links && s == summary.Diet || s == summary.Links && section == summary.Diet {
				only.Include[s] = false // names the same things with good reason
			}
		}
		p := build(t, only)
		var data bytes.Buffer
		if err := p.CSV(&data); err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			if strings.Contains(p.Text(), w) {
				t.Errorf("%s is not ticked, but the text holds %q", section, w)
			}
			if strings.Contains(data.String(), w) {
				t.Errorf("%s is not ticked, but the data hold %q", section, w)
			}
		}
		if p.LeftOut() == 0 || !strings.Contains(p.Text(), "left out by the patient") {
			t.Errorf("%s: the page does not say that something was left out", section)
		}
	}
}

func TestNotesAppearOnlyWhenTicked(t *testing.T) {
	in := patient(t, 60)
	if strings.Contains(build(t, in).Text(), "private thought") {
		t.Error("a note is on the page without a tick")
	}
	in.Include = summary.DefaultInclude()
	in.Include[summary.FullLog] = true
	if strings.Contains(build(t, in).Text(), "private thought") {
		t.Error("the full log brings notes along")
	}
	in.Include[summary.Notes] = true
	if !strings.Contains(build(t, in).Text(), "private thought") {
		t.Error("a ticked note is missing")
	}
}

func TestLeftOutIsCounted(t *testing.T) {
	in := patient(t, 120)
	in.Include = summary.DefaultInclude()
	before := build(t, in).LeftOut()
	in.Include[summary.Mind] = false
	if got := build(t, in).LeftOut(); got != before+1 {
		t.Errorf("%d left out, want %d", got, before+1)
	}
}

func TestWordsThatAreNeverUsed(t *testing.T) {
	never := regexp.MustCompile(`(?i)\b(causes?|caused|triggers?|proves?|proven|safe|significant|boosts?|detox|cures?|heals?|diagnosed)\b|!`)
	for name, in := range cases(t) {
		if name == "long names" {
			continue // the patient's own words
		}
		if m := never.FindString(build(t, in).Text()); m != "" {
			t.Errorf("%s: the page says %q", name, m)
		}
	}
}

func TestNothingIsSmallOrOutsideTheMargins(t *testing.T) {
	for name, in := range cases(t) {
		for _, paper := range []summary.Paper{summary.A4, summary.Letter} {
			for n, page := range build(t, in).Layout(paper).Pages {
				for i, op := range page.Ops {
					b := page.Bounds(i)
					if b.X < 30 || b.Y < 30 || b.Right() > page.W-30 || b.Bottom() > page.H-30 {
						t.Errorf("%s %s page %d: %+v reaches %v", name, paper, n+1, op, b)
					}
					if txt, ok := op.(ink.Text); ok && txt.Size < 7 {
						t.Errorf("%s: %q is set in %g points", name, txt.Body, txt.Size)
					}
				}
			}
		}
	}
}

func TestTextsDoNotOverlap(t *testing.T) {
	for name, in := range cases(t) {
		for n, page := range build(t, in).Layout(summary.A4).Pages {
			var seen []ink.Rect
			var words []string
			for i, op := range page.Ops {
				txt, ok := op.(ink.Text)
				if !ok {
					continue
				}
				b := page.Bounds(i)
				for k, o := range seen {
					w := min(b.Right(), o.Right()) - max(b.X, o.X)
					h := min(b.Bottom(), o.Bottom()) - max(b.Y, o.Y)
					if w > 0.5 && h > 1.2 {
						t.Errorf("%s page %d: %q overlaps %q", name, n+1, txt.Body, words[k])
					}
				}
				seen, words = append(seen, b), append(words, txt.Body)
			}
		}
	}
}

// TestTablesAreNotSplit holds every heading to one page.
func TestTablesAreNotSplit(t *testing.T) {
	for name, in := range cases(t) {
		if name == "long names" {
			continue // longer than a page
		}
		times := map[string]int{}
		for _, page := range build(t, in).Layout(summary.A4).Pages {
			for _, op := range page.Ops {
				if txt, ok := op.(ink.Text); ok && txt.Bold && txt.Size == 11 {
					times[txt.Body]++
				}
			}
		}
		for h, n := range times {
			if n > 1 {
				t.Errorf("%s: %q stands on %d pages", name, h, n)
			}
		}
	}
}

// TestPageOneStandsAlone asks page 1 what a doctor asks in thirty seconds.
func TestPageOneStandsAlone(t *testing.T) {
	for _, days := range []int{92, 14, 730} {
		for _, paper := range []summary.Paper{summary.A4, summary.Letter} {
			in := patient(t, 760)
			in.From = last.Add(1 - days)
			in.Pictures = pictures(t)
			d := build(t, in).Layout(paper)
			var text []string
			for _, op := range d.Pages[0].Ops {
				if txt, ok := op.(ink.Text); ok {
					text = append(text, txt.Body)
				}
			}
			all := strings.Join(text, "\n")
			for question, answer := range map[string]string{"better or worse": "Severity was", "what is used": "Day Capsules, probiotic, used on", "what is suspected": "Parmesan", "how sure": "strong"} {
				if !strings.Contains(all, answer) {
					t.Errorf("%d days on %s: %s? %q is not on page 1", days, paper, question, answer)
				}
			}
			if len(d.Pages) > 3 {
				t.Errorf("%d days on %s: %d pages", days, paper, len(d.Pages))
			}
		}
	}
}

func TestLettersThatCannotBePrintedAreSaid(t *testing.T) {
	in := patient(t, 60)
	in.Profile.Name = "王小明 Ωmega 🙂"
	p := build(t, in)
	if p.Unprintable() < 4 {
		t.Errorf("%d letters counted", p.Unprintable())
	}
	if !strings.Contains(p.Text(), "王小明 Ωmega 🙂") {
		t.Error("the plain text does not hold the name as written")
	}
	var on []string
	for _, page := range p.Layout(summary.A4).Pages {
		for _, op := range page.Ops {
			if txt, ok := op.(ink.Text); ok {
				on = append(on, txt.Body)
			}
		}
	}
	all := strings.Join(on, "\n")
	for _, want := range []string{"[3 letters] Ωmega [1 letter]", "shown by their number in square brackets"} {
		if !strings.Contains(all, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	plain := patient(t, 60)
	if n := build(t, plain).Unprintable(); n != 0 {
		t.Errorf("%d letters of a plain journal cannot be printed", n)
	}
}

func TestPhotos(t *testing.T) {
	in := patient(t, 120)
	in.Pictures = pictures(t)
	for i, length := range []byte{21, 22} { // as it should be, and damaged
		in.Pictures[i].JPEG = slices.Concat([]byte{0xFF, 0xD8, 0xFF, 0xE1, 0x00, length}, []byte("Exif\x00\x00GPS 52.5 13.4"), in.Pictures[i].JPEG[2:])
	}
	lost := in.Pictures[1]
	lost.JPEG = nil
	broken := in.Pictures[1]
	broken.JPEG = []byte("no picture")
	in.Pictures = append(in.Pictures, lost, broken)
	p := build(t, in)
	var b bytes.Buffer
	if err := p.PDF(&b, summary.A4); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(b.Bytes(), []byte("GPS 52.5")) {
		t.Error("the PDF holds the place where a photo was taken")
	}
	if got := strings.Count(p.Text(), "the picture file could not be read"); got != 2 {
		t.Errorf("%d pictures are said to be unreadable, want 2", got)
	}
}

func TestPair(t *testing.T) {
	at := func(site string, back int) summary.Picture {
		return summary.Picture{Record: &journal.Photo{Meta: journal.Meta{ID: journal.ID(site), Day: last.Add(-back)}, Site: site}, JPEG: photo(t, 240, 160, 9)}
	}
	got := summary.Pair([]summary.Picture{at("neck", 3), at("left cheek", 5), at("left cheek", 60), at("left cheek", 30)})
	if len(got) != 2 || got[0].Record.Day != last.Add(-60) || got[1].Record.Day != last.Add(-5) {
		t.Fatalf("%d pictures, not the earliest and the latest of the cheek", len(got))
	}
	if got[0].Conditions != "" || got[1].Conditions == "" {
		t.Errorf("conditions %q and %q", got[0].Conditions, got[1].Conditions)
	}
	if again := summary.Pair(got); len(again) != 2 {
		t.Errorf("a second call gives %d", len(again))
	}
	if alone := summary.Pair([]summary.Picture{at("neck", 3), {}}); len(alone) != 1 || alone[0].Conditions != "" {
		t.Errorf("a single picture: %d", len(alone))
	}
	broken := at("neck", 9)
	broken.JPEG = nil
	if got := summary.Pair([]summary.Picture{at("neck", 3), broken}); len(got) != 2 {
		t.Errorf("a lost picture takes its partner along: %d", len(got))
	}
	if got := summary.Pair(nil); len(got) != 0 {
		t.Errorf("%d out of nothing", len(got))
	}
}

func TestIntimatePhotosNeedTheirOwnTick(t *testing.T) {
	in := patient(t, 120)
	in.Pictures = pictures(t)
	for i := range in.Pictures {
		in.Pictures[i].Record.Intimate = true
	}
	in.Pictures[1].Record.InSummary = true
	text := build(t, in).Text()
	if strings.Contains(text, "14 Sep 2026, ") || !strings.Contains(text, "20 Nov 2026, ") {
		t.Errorf("intimate photos are not ticked one by one:\n%s", text)
	}
}

func TestOwnWordsStandInPlaceOfThePages(t *testing.T) {
	in := patient(t, 120)
	in.ChangedText, in.DietText, in.ReasonText = "Much calmer since October.", "I eat little fish.", "A rash that itches."
	p := build(t, in)
	for _, want := range []string{in.ChangedText, in.DietText, in.ReasonText} {
		if !strings.Contains(p.Text(), want) {
			t.Errorf("does not say %q", want)
		}
	}
	if !strings.HasPrefix(p.Words(summary.Changed), "Severity was lower (better) than before: median") {
		t.Errorf("the page's own words are lost: %q", p.Words(summary.Changed))
	}
}

func TestPartsTellWhatIsHeld(t *testing.T) {
	in := patient(t, 120)
	in.Pictures = pictures(t)
	for _, part := range build(t, in).Parts() {
		switch part.Section {
		case summary.Photos:
			if !part.Held || part.Detail != "2, left cheek" {
				t.Errorf("photos: %+v", part)
			}
		case summary.Cycle, summary.Trials:
			if part.Held {
				t.Errorf("%s is held", part.Section)
			}
		case summary.Treatments:
			if part.Detail != "4" {
				t.Errorf("treatments: %+v", part)
			}
		}
	}
	if n := len(build(t, in).Parts()); n != len(summary.Sections()) {
		t.Errorf("%d parts", n)
	}
}

// TestGradesStandForFourWeeks keeps page and program saying the same: a kept
// verdict holds until it is judged again.
func TestGradesStandForFourWeeks(t *testing.T) {
	in := patient(t, 400)
	f, ok := in.Findings.Find("rice", "severity")
	if !ok || f.Grade.Rank() <= insight.Hint.Rank() {
		t.Fatalf("rice is %q", f.Grade)
	}
	kept := &journal.Verdict{
		Meta: journal.Meta{ID: "k", Day: last.Add(-10)}, Factor: f.Factor, FactorKind: string(f.Kind), Outcome: f.Outcome,
		Grade: string(insight.Moderate), Direction: "worse", Method: insight.MethodVersion,
	}
	in.Log = append(in.Log, kept)
	row := regexp.MustCompile(`(?m)^- Rice: .*$`)
	if line := row.FindString(build(t, in).Text()); !strings.HasSuffix(line, "How sure moderate") {
		t.Errorf("a verdict of ten days ago does not stand: %q", line)
	}
	kept.Day = last.Add(-40)
	if line := row.FindString(build(t, in).Text()); line != "" {
		t.Errorf("a verdict of forty days ago still stands: %q", line)
	}
}

func TestEarlyLinksCarryTheirWiderRange(t *testing.T) {
	early := build(t, patient(t, 170)).Text()
	if !strings.Contains(early, "Early estimates run high. Counting the search, the ranges are: parmesan ") {
		t.Errorf("an early link without its widened range:\n%s", early)
	}
	if strings.Contains(build(t, patient(t, 400)).Text(), "Early estimates") {
		t.Error("a long record is called early")
	}
}

func TestFactorsOfTheSameDaysStandOnce(t *testing.T) {
	text := build(t, patient(t, 400)).Text()
	both := regexp.MustCompile(`(?m)^- (Fermented|Milk and dairy): When`).FindAllString(text, -1)
	if len(both) != 1 {
		t.Errorf("two groups of the very same foods stand on %d rows", len(both))
	}
	if !strings.Contains(text, "eaten or taken on the same days as") {
		t.Errorf("the page does not say what was left out:\n%s", text)
	}
}

func TestHiddenAndPinnedFactors(t *testing.T) {
	in := patient(t, 400)
	in.Hidden = []string{"Parmesan"}
	in.Pinned = []string{"rice"}
	text := build(t, in).Text()
	at := strings.Index(text, "WHAT WENT WITH")
	table := text[at : at+strings.Index(text[at:], "looked at")]
	if strings.Contains(table, "- Parmesan") {
		t.Error("a hidden factor is on the page")
	}
	if !strings.Contains(table, "- Rice") {
		t.Errorf("a pinned factor is missing:\n%s", table)
	}
}

func TestCSVIsHarmlessInASpreadsheet(t *testing.T) {
	in := patient(t, 60)
	in.Log = append(in.Log, &journal.Treatment{Meta: journal.Meta{ID: "x", Day: last}, Name: "=HYPERLINK(\"http://x\")"})
	var b bytes.Buffer
	if err := build(t, in).CSV(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, r := range rows {
		found = found || slices.Contains(r, "'=HYPERLINK(\"http://x\")")
		if strings.HasPrefix(r[1], "=") {
			t.Errorf("a formula: %q", r)
		}
	}
	if !found {
		t.Error("the treatment is not in the data")
	}
}
