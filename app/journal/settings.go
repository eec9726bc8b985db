package journal

import "time"

// Theme is the choice between light and dark.
type Theme string

// The themes.
const (
	ThemeSystem Theme = ""
	ThemeLight  Theme = "light"
	ThemeDark   Theme = "dark"
)

// Settings are the person's choices; they travel with the journal.
type Settings struct {
	TextSize       float64   `json:"text_size"`          // 0.9 … 1.6
	Theme          Theme     `json:"theme"`              //
	DateLanguage   string    `json:"date_language"`      // BCP 47, "" follows the system
	WeekStart      int       `json:"week_start"`         // 0 Sunday, 1 Monday, 6 Saturday
	Clock12        bool      `json:"clock_12h"`          //
	Glasses        bool      `json:"glasses"`            // water in glasses of 250 ml instead of litres
	DayEndMinutes  int       `json:"day_end_minutes"`    // 0 … 720 after midnight
	SmallestChange float64   `json:"smallest_change"`    // points on 0–10 that matter, 0.1 … 5
	Reminder       string    `json:"reminder"`           // "HH:MM", "" is off
	BlurThumbnails bool      `json:"blur_thumbnails"`    //
	ReducedMotion  bool      `json:"reduced_motion"`     //
	ShowCycle      bool      `json:"show_cycle"`         // cycle is hidden unless asked for
	Letter         bool      `json:"letter_paper"`       // US Letter instead of A4
	Suspects       []string  `json:"suspects,omitempty"` // at most 10 factors the person wants looked at first
	Pinned         []string  `json:"pinned,omitempty"`   // factors that come first on the doctor's page
	Hidden         []string  `json:"hidden,omitempty"`   // factors put aside: off the doctor's page, last in the list
	Tracked        []Thing   `json:"tracked"`            // what Today asks for besides the skin and the cycle; nil: the usual things
	Welcomed       bool      `json:"welcomed"`           // the first-run questions were answered or skipped
	LastBackup     time.Time `json:"last_backup,omitzero"`

	Page PageChoices `json:"page,omitzero"` // for the doctor's page
}

// DefaultSettings returns what holds until the person chooses.
func DefaultSettings() Settings {
	return Settings{TextSize: 1, WeekStart: 1, DayEndMinutes: 4 * 60, SmallestChange: 0.5}
}

// MaxSuspects is how many factors may be named for looking at first.
const MaxSuspects = 10

// MaxPinned and MaxHidden bound what may be wanted on the doctor's page and
// what may be put aside.
const (
	MaxPinned = 20
	MaxHidden = 1000
)

// DayEnd returns how long after midnight the day ends.
func (s Settings) DayEnd() time.Duration { return time.Duration(s.DayEndMinutes) * time.Minute }

// Validate bounds every field.
func (s Settings) Validate() error {
	if len(s.Suspects) > MaxSuspects {
		return &Error{Code: CodeRange, Field: "suspects", Value: number(float64(len(s.Suspects))), Max: MaxSuspects}
	}
	if len(s.Pinned) > MaxPinned {
		return &Error{Code: CodeRange, Field: "pinned factors", Value: number(float64(len(s.Pinned))), Max: MaxPinned}
	}
	if len(s.Hidden) > MaxHidden {
		return &Error{Code: CodeRange, Field: "hidden factors", Value: number(float64(len(s.Hidden))), Max: MaxHidden}
	}
	if s.Reminder != "" {
		if _, err := time.Parse("15:04", s.Reminder); err != nil {
			return &Error{Code: CodeBadTime, Field: "reminder", Value: s.Reminder}
		}
	}
	if s.WeekStart != 0 && s.WeekStart != 1 && s.WeekStart != 6 {
		return &Error{Code: CodeChoice, Field: "first day of the week", Value: number(float64(s.WeekStart))}
	}
	return first(
		checkRange("text size", s.TextSize, 0.9, 1.6),
		checkChoice("theme", s.Theme, ThemeSystem, ThemeLight, ThemeDark),
		checkRange("end of the day in minutes", float64(s.DayEndMinutes), 0, 720),
		checkRange("smallest change", s.SmallestChange, 0.1, 5),
		checkTexts("language of dates", s.DateLanguage),
		checkThings(s.Tracked),
		checkNames("suspect", s.Suspects),
		checkNames("pinned factor", s.Pinned),
		checkNames("hidden factor", s.Hidden),
		s.Page.check())
}
