package summary

import (
	"time"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
)

// Paper is a sheet, portrait.
type Paper string

// The papers.
const (
	A4     Paper = "A4"
	Letter Paper = "Letter"
)

// ParsePaper reads "a4" or "letter" in any case.
func ParsePaper(s string) (Paper, bool) {
	switch s {
	case "A4", "a4":
		return A4, true
	case "Letter", "letter", "LETTER":
		return Letter, true
	}
	return "", false
}

// Size returns width and height in points.
func (p Paper) Size() (w, h float64) {
	if p == Letter {
		return 612, 792
	}
	return 595.28, 841.89
}

// Picture is one photograph offered to the page.
type Picture struct {
	Record     *journal.Photo
	JPEG       []byte // upright, made from the original for the page; empty when it cannot be read
	Width      int    // pixels of JPEG; Build takes them from the picture itself
	Height     int
	Proposed   bool   // chosen by the program, not by the person
	Conditions string // what speaks for or against comparing: "same light, 2 % nearer"
}

// Search is how far the search for what goes with the skin is. While it is not
// done the page says so in the place of the findings.
type Search int

// The states of the search.
const (
	SearchDone Search = iota
	SearchRunning
	SearchStopped // by the person
)

// Input is all that a page is made from. Nothing else is read: not the clock,
// no file, no setting.
type Input struct {
	// Log holds at least the records from FirstRead to To, and those of
	// ReadWhenever up to To.
	Log journal.Log
	Set series.Set // the daily grid of the whole record up to To
	// Findings are those of the whole record up to To; the zero Result when
	// there are too few days.
	Findings insight.Result
	Search   Search // whether the findings are there
	// Overlaps holds, by the name of a factor, what goes along with it, for what
	// cannot be told apart; nil when it was not worked out.
	Overlaps    map[string][]insight.Overlap
	Pinned      []string             // factors wanted on the page first
	Hidden      []string             // factors that stay off it
	Profile     *journal.Profile     // nil when empty
	Appointment *journal.Appointment // nil when there is none
	From, To    journal.Day          // the period, both included
	Include     Include              // nil is DefaultInclude
	Pictures    []Picture            // in the order of the page; at most four are shown
	Trials      []string             // one sentence for each experiment
	Now         time.Time            // printed on
	Version     string               // of the program
	// Important is the smallest important change on 0 … 10 scales; 0 is 0.5.
	Important float64

	// What the person wrote over the page's own words; "" leaves those.
	ReasonText    string
	QuestionTexts []string // nil takes the appointment's
	ChangedText   string
	DietText      string
}

// Least amounts of data; below them a sentence stands in the place of a
// number or chart.
const (
	MinDays     = 7  // recorded days for a median, a mean or a chart
	MaxLinks    = 5  // links on the page
	MaxPictures = 4  // two pairs
	maxBars     = 8  // under the chart
	beforeDays  = 28 // before a treatment, for its mean before
)
