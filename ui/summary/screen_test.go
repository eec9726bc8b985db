package summary_test

import (
	"context"
	"encoding/csv"
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/sample"
	"skinward/app/series"
	page "skinward/app/summary"
	"skinward/ui/kit"
	"skinward/ui/summary"
	"skinward/ui/uitest"
)

var today = journal.NewDay(2026, time.November, 21)

// desk is everything around the screen, in memory.
type desk struct {
	t        *testing.T
	log      journal.Log
	visits   journal.Log
	asked    [][2]journal.Day
	failSave error
	inputErr error
	written  map[string][]byte
	writeErr error
	opened   []string
	copied   string
	printers []string
	jobs     []summary.Job
	printErr error
	done     []journal.Change
	routes   []kit.Route
	settings journal.Settings
	share    func(float64) // of the page under way
	slow     bool          // the links need a search
}

func (d *desk) Settings(context.Context) (journal.Settings, error) { return d.settings, nil }

func (d *desk) SaveSettings(_ context.Context, s journal.Settings) error {
	if d.failSave != nil {
		return d.failSave
	}
	d.settings = s
	return s.Validate()
}

// Quick has the links at hand unless the desk is slow.
func (d *desk) Quick(ctx context.Context, from, to journal.Day) (page.Input, error) {
	if !d.slow {
		return d.Input(ctx, from, to, nil)
	}
	in, err := d.input(from, to)
	in.Findings, in.Search = insight.Result{}, page.SearchRunning
	return in, err
}

func (d *desk) Input(_ context.Context, from, to journal.Day, progress func(float64)) (page.Input, error) {
	d.share = progress
	d.asked = append(d.asked, [2]journal.Day{from, to})
	return d.input(from, to)
}

func (d *desk) input(from, to journal.Day) (page.Input, error) {
	if d.inputErr != nil {
		return page.Input{}, d.inputErr
	}
	set := series.FromJournal(d.log, series.Options{Today: today})
	in := page.Input{
		Log: d.log, Set: set, From: from, To: to, Version: "1.0.0", Now: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC),
		Profile: &journal.Profile{Name: "A. Sample", Conditions: []journal.Diagnosis{{Name: "acne", Since: "2019"}, {Name: "eczema", Since: "1998"}}},
	}
	if set.Days >= 30 {
		a, err := insight.Analyse(context.Background(), set, insight.Options{})
		if err != nil {
			d.t.Fatal(err)
		}
		in.Findings = a
	}
	return in, nil
}

func (d *desk) Week(context.Context) (page.Week, error) {
	return page.NewWeek(journal.NewDay(2026, time.November, 23), d.log), d.inputErr
}

func (d *desk) All(context.Context, journal.Kind) (journal.Log, error) { return d.visits, nil }

func (d *desk) Save(_ context.Context, recs ...journal.Record) ([]journal.Change, error) {
	if d.failSave != nil {
		return nil, d.failSave
	}
	var out []journal.Change
	for _, r := range recs {
		c := r.Clone()
		if c.Base().ID == "" {
			c.Base().ID = journal.NewID()
		}
		var before journal.Record
		for i, v := range d.visits {
			if v.Base().ID == c.Base().ID {
				before = v
				d.visits[i] = c
			}
		}
		if before == nil {
			d.visits = append(d.visits, c)
		}
		out = append(out, journal.Change{Before: before, After: c})
	}
	return out, nil
}

func (d *desk) List(context.Context) ([]string, string, error) {
	if len(d.printers) == 0 {
		return nil, "", nil
	}
	return d.printers, d.printers[len(d.printers)-1], nil
}

func (d *desk) Print(_ context.Context, j summary.Job, told func(string)) error {
	d.jobs = append(d.jobs, j)
	told("processing")
	return d.printErr
}

func (d *desk) visit() *journal.Appointment { return d.visits[len(d.visits)-1].(*journal.Appointment) }

// newDesk has a journal of some days and one appointment ahead.
func newDesk(t *testing.T, days int) *desk {
	d := &desk{t: t, written: map[string][]byte{}, settings: journal.DefaultSettings()}
	if days > 0 {
		d.log = sample.Generate(days, 3, sample.Options{Last: today}).Log
	}
	d.visits = journal.Log{&journal.Appointment{
		Meta:   journal.Meta{ID: "v1", Day: journal.NewDay(2026, 12, 3), At: time.Date(2026, 12, 3, 10, 20, 0, 0, time.UTC)},
		Person: "Dr Okafor", Place: "dermatology", Purpose: "Review after three months", Questions: []string{"Is the parmesan link worth a supervised trial?", "Can I stop the steroid on my elbows?"},
	}}
	return d
}

// open shows the screen on d.
func (d *desk) open(w *uitest.Window) *uitest.Window {
	return w.Open(summary.New(d.deps(w)), kit.Route{Place: kit.PlaceSummary})
}

func (d *desk) deps(w *uitest.Window) summary.Deps {
	return summary.Deps{
		Pages: d, Store: d, Printers: d, Run: kit.Inline{}, Dialogs: w.Dialogs,
		Navigate: func(r kit.Route) { d.routes = append(d.routes, r) },
		Now:      func() time.Time { return time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC) },
		Today:    func() journal.Day { return today },
		Done:     func(c ...journal.Change) { d.done = append(d.done, c...) },
		Write: func(path string, data []byte) error {
			if d.writeErr != nil {
				return d.writeErr
			}
			d.written[path] = data
			return nil
		},
		Open: func(name string, pdf []byte) error { d.opened = append(d.opened, name); return nil },
		Copy: func(text string) { d.copied = text },
	}
}

func TestScreenShowsThePageOfThreeMonths(t *testing.T) {
	d := newDesk(t, 200)
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Shot("summary-light")
	if want := [2]journal.Day{journal.NewDay(2026, 8, 22), today}; len(d.asked) != 1 || d.asked[0] != want {
		t.Errorf("asked for %v, want %v", d.asked, want)
	}
	w.MustSay("Summary for your doctor", "Dr Okafor, dermatology · 3 Dec, 10:20", "3 months", "Severity chart", "Save PDF…", "Print…", "page 1 of")
	if cut := w.CutTexts(); len(cut) > 0 {
		t.Errorf("cut: %v", cut)
	}
	if over := w.Overlaps(); len(over) > 0 {
		t.Errorf("overlapping: %v", over)
	}
}

func TestScreenInOtherSizesAndThemes(t *testing.T) {
	for _, c := range []struct {
		name  string
		setup uitest.Setup
		days  int
	}{
		{"summary-dark", uitest.Setup{Dark: true}, 200},
		{"summary-small", uitest.Setup{Width: 1024 - 196, Height: 700}, 200},
		{"summary-small-dark", uitest.Setup{Width: 1024 - 196, Height: 700, Dark: true}, 200},
		{"summary-rail", uitest.Setup{Width: 1280 - 196, Height: 800}, 200},
		{"summary-large-text", uitest.Setup{Width: 1280 - 196, Height: 800, TextScale: 1.6}, 200},
		{"summary-empty", uitest.Setup{Width: 1280 - 196, Height: 800}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newDesk(t, c.days).open(uitest.New(t, c.setup))
			w.Shot(c.name)
			if cut := w.CutTexts(); len(cut) > 0 {
				t.Errorf("cut: %v", cut)
			}
			if over := w.Overlaps(); len(over) > 0 {
				t.Errorf("overlapping: %v", over)
			}
		})
	}
}

func TestPeriods(t *testing.T) {
	d := newDesk(t, 60)
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("6 months")
	if want := journal.NewDay(2026, 5, 22); d.asked[len(d.asked)-1][0] != want {
		t.Errorf("six months begin %s, want %s", d.asked[len(d.asked)-1][0], want)
	}
	w.Tap("Since last visit")
	w.MustSay("No earlier visit is recorded")
	d.visits = append(d.visits, &journal.Appointment{Meta: journal.Meta{ID: "v0", Day: journal.NewDay(2026, 9, 1)}})
	w.Tap("Own dates")
	w.MustSay("From", "To")
	w.MustNotSay("No earlier visit is recorded")
	w.Shot("summary-own-dates")
}

func TestSinceLastVisit(t *testing.T) {
	d := newDesk(t, 60)
	d.visits = append(journal.Log{&journal.Appointment{Meta: journal.Meta{ID: "v0", Day: journal.NewDay(2026, 9, 1)}}}, d.visits...)
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Since last visit")
	if got := d.asked[len(d.asked)-1][0]; got != journal.NewDay(2026, 9, 1) {
		t.Errorf("begins %s, want the last visit", got)
	}
}

func TestUntickedSectionsStayOffTextAndData(t *testing.T) {
	d := newDesk(t, 120)
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Copy as text")
	if !strings.Contains(d.copied, "STRESS AND SLEEP") || strings.Contains(d.copied, "DIGESTION") {
		t.Errorf("the usual ticks are not on the page:\n%s", d.copied)
	}
	w.Tap("Stress and sleep")
	w.Tap("Digestion")
	w.Tap("Copy as text")
	if strings.Contains(d.copied, "STRESS AND SLEEP") || !strings.Contains(d.copied, "DIGESTION") {
		t.Errorf("ticks are not followed:\n%s", d.copied)
	}
	w.MustSay("copied as plain text")
}

func TestQuestionsAreKeptWithTheAppointment(t *testing.T) {
	d := newDesk(t, 120)
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Can I stop the steroid")
	w.Key(fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyReturn)
	w.Type("Which soap is mild?")
	w.Canvas().Unfocus()
	if got := d.visit().Questions; len(got) != 3 || got[2] != "Which soap is mild?" {
		t.Errorf("saved questions: %q", got)
	}
	if len(d.done) == 0 {
		t.Error("the shell was not told")
	}
	w.Tap("Copy as text")
	if !strings.Contains(d.copied, "3. Which soap is mild?") {
		t.Error("the question is not on the page")
	}
}

func TestQuestionsSurviveAFailedSave(t *testing.T) {
	d := newDesk(t, 60)
	d.failSave = &journal.Error{Code: journal.CodeDiskFull, Field: "journal"}
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Can I stop the steroid")
	w.Key(fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyReturn)
	w.Type("Still here?")
	w.Canvas().Unfocus()
	w.MustSay("not saved", "Still here?")
}

func TestAppointmentForm(t *testing.T) {
	d := newDesk(t, 60)
	d.visits = nil
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Add an appointment…")
	w.MustSay("With whom", "Where", "Day", "Time")
	w.Shot("summary-appointment")
	w.Tap("Dr Okafor")
	w.Type("Dr Lund")
	w.Tap("10:20")
	w.Type("9:15")
	w.Tap("Save")
	if len(d.visits) != 1 {
		t.Fatalf("%d appointments", len(d.visits))
	}
	if v := d.visit(); v.Person != "Dr Lund" || v.Day != today || v.At.Hour() != 9 || v.At.Minute() != 15 {
		t.Errorf("saved %+v", v)
	}
	w.MustSay("Dr Lund")
}

func TestAPastVisitCanBeAddedBesideTheNext(t *testing.T) {
	d := newDesk(t, 60)
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Add another…")
	w.MustSay("New appointment")
	w.Tap("Save")
	if len(d.visits) != 2 || d.visits[0].(*journal.Appointment).Person != "Dr Okafor" || len(d.visit().Questions) != 0 {
		t.Errorf("%d appointments; the next one must stay as it is", len(d.visits))
	}
}

func TestSavePDFAndData(t *testing.T) {
	d := newDesk(t, 120)
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Save PDF…")
	w.MustSay("skin-summary-2026-08-22-to-2026-11-21.pdf")
	into(w, t.TempDir())
	if !d.has(".pdf", "%PDF-") {
		t.Errorf("no PDF among %d files", len(d.written))
	}
	w.Tap("Save data…")
	into(w, t.TempDir())
	for path, data := range d.written {
		if strings.HasSuffix(path, ".csv") {
			if _, err := csv.NewReader(strings.NewReader(string(data))).ReadAll(); err != nil {
				t.Error(err)
			}
		}
	}
	if !d.has(".csv", "part,item,field") {
		t.Error("no data were written")
	}
}

// into fills the folder of the save dialog and saves.
func into(w *uitest.Window, folder string) {
	label := w.Find("Folder")
	w.TapAt(label.At.X+40, label.At.Y+label.Size.Height+20)
	w.Canvas().Focused().(*kit.Entry).SetText(folder)
	w.Settle()
	w.Tap("Save")
}

func (d *desk) has(ending, start string) bool {
	for path, data := range d.written {
		if strings.HasSuffix(path, ending) && strings.HasPrefix(string(data), start) {
			return true
		}
	}
	return false
}

func TestSaveSaysWhatWentWrong(t *testing.T) {
	d := newDesk(t, 60)
	d.writeErr = &journal.Error{Code: journal.CodeDiskFull, Field: "the disk"}
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Save PDF…")
	into(w, t.TempDir())
	w.MustSay("was not saved")
}

func TestPrintOpensTheViewerWithoutPrinter(t *testing.T) {
	d := newDesk(t, 60)
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Print…")
	if len(d.opened) != 1 {
		t.Errorf("opened %v", d.opened)
	}
	w.MustSay("No printer was found")
}

func TestPrintAsksAndPrints(t *testing.T) {
	d := newDesk(t, 120)
	d.printers = []string{"Hall", "Study"}
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Print…")
	w.MustSay("Study", "Copies", "Colour", "Grey")
	w.Shot("summary-print")
	w.Tap("Grey")
	w.Tap("First page")
	w.Tap("Print")
	if len(d.jobs) != 1 {
		t.Fatalf("%d jobs", len(d.jobs))
	}
	j := d.jobs[0]
	if j.Printer != "Study" || !j.Grey || !j.First || j.Copies != 1 || j.Paper != page.A4 || !strings.HasPrefix(string(j.PDF), "%PDF-") {
		t.Errorf("job %q grey %v first %v copies %d paper %s", j.Printer, j.Grey, j.First, j.Copies, j.Paper)
	}
	w.MustSay("Printed on Study")
}

func TestBlankWeek(t *testing.T) {
	d := newDesk(t, 60)
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Blank week")
	if len(d.opened) != 1 || d.opened[0] != "skin-week-2026-11-23.pdf" {
		t.Errorf("opened %v", d.opened)
	}
	d.printers = []string{"Hall"}
	w.Tap("Blank week")
	w.MustSay("Print the blank week")
	w.Tap("Print")
	if len(d.jobs) != 1 || !strings.HasPrefix(d.jobs[0].Title, "Skin diary, one week") {
		t.Errorf("%d jobs", len(d.jobs))
	}
}

func TestPageWidth(t *testing.T) {
	w := newDesk(t, 120).open(uitest.New(t, uitest.Setup{Width: 1280 - 196, Height: 800}))
	w.Tap("Page width")
	w.Settle()
	w.Shot("summary-width")
	w.Tap("Blank week")
	w.Shot("summary-bottom")
}

func TestPrintErrorInWords(t *testing.T) {
	d := newDesk(t, 60)
	d.printers = []string{"Hall"}
	d.printErr = errors.New("the printer is gone")
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Print…")
	w.Tap("Print")
	w.MustSay("Not printed. The printer is gone")
}

// What went wrong can be read to its end, what to do included.
func TestLongErrorsAreReadToTheirEnd(t *testing.T) {
	d := newDesk(t, 60)
	d.printers = []string{"Hall"}
	d.printErr = errors.New("the printer Hall does not go on (the paper tray is empty, and the cover stands open); the job waits in its queue as Hall-12")
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Print…")
	w.Tap("Print")
	painted := strings.Join(strings.Fields(strings.Join(w.Painted(), " ")), " ")
	for _, want := range []string{"Not printed. The printer Hall", "The page can be saved as PDF instead."} {
		if !strings.Contains(painted, want) {
			t.Errorf("%q is not painted: %s", want, painted)
		}
	}
	if cut := w.CutTexts(); len(cut) > 0 {
		t.Errorf("cut: %q", cut)
	}
}

func TestEmptyJournalOffersTheNextStep(t *testing.T) {
	d := newDesk(t, 0)
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.MustSay("Nothing to summarise yet", "7 days")
	w.Tap("Rate today's skin")
	if len(d.routes) != 1 || d.routes[0].Place != kit.PlaceToday || d.routes[0].Focus != kit.FocusSkin {
		t.Errorf("went to %v", d.routes)
	}
}

func TestReadErrorIsSaid(t *testing.T) {
	d := newDesk(t, 60)
	d.inputErr = &journal.Error{Code: journal.CodeGone, Field: "the journal"}
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.MustSay("The page could not be made")
}

func TestWordingCanBeEditedAndGoesBack(t *testing.T) {
	d := newDesk(t, 120)
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Edit the wording…")
	w.MustSay("What changed", "median 4")
	w.Key(fyne.KeyEscape)
	w.Tap("Copy as text")
	if !strings.Contains(d.copied, "median 4") {
		t.Error("the page's own words are gone")
	}
}

func TestLetterFromTheSettings(t *testing.T) {
	d := newDesk(t, 60)
	d.settings.Letter = true
	d.printers = []string{"Hall"}
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("Print…")
	w.Tap("Print")
	if len(d.jobs) != 1 || d.jobs[0].Paper != page.Letter {
		t.Errorf("jobs: %d", len(d.jobs))
	}
}

func TestEverythingIsReachedByTab(t *testing.T) {
	w := newDesk(t, 120).open(uitest.New(t, uitest.Setup{}))
	order := strings.Join(w.TabOrder(), "|")
	for _, want := range []string{"Copy as text", "Save PDF…", "Print…", "Dr Okafor", "3 months", "Severity chart", "Whole page"} {
		if !strings.Contains(order, want) {
			t.Errorf("%q is not reached by Tab: %s", want, order)
		}
	}
}
