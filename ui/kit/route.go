package kit

import (
	"fyne.io/fyne/v2"

	"skinward/app/journal"
)

// Place names a screen of the window.
type Place string

// The places of the rail.
const (
	PlaceToday    Place = "today"
	PlaceTimeline Place = "timeline"
	PlaceSkin     Place = "skin"
	PlaceInsights Place = "insights"
	PlaceGuide    Place = "guide"
	PlaceSummary  Place = "summary"
	PlaceSettings Place = "settings"
)

// Route says where to go and what to show there. Fields that a screen does not
// know are ignored by it.
type Route struct {
	Place  Place
	Day    journal.Day // the day to show; zero: leave as it is
	Topic  string      // guide: topic id; insights: factor; skin: site; settings: section
	Record string      // id of a record to show
	Focus  string      // what to focus: FocusMeal …
	Query  string      // text to search for
}

// What a Route may ask a screen to focus.
const (
	FocusMeal   = "meal"
	FocusSkin   = "skin"
	FocusSearch = "search"
	FocusDay    = "day"

	FocusStress    = "stress"
	FocusSleep     = "sleep"
	FocusWater     = "water"
	FocusDigestion = "digestion"
	FocusBreathe   = "breathe"  // opens the breathing panel
	FocusAddPhoto  = "add"      // asks for a photo, of the route's day unless the photo knows better
	FocusCycle     = "cycle"    // opens the form of the day's cycle
	FocusCourse    = "course"   // opens the form of a probiotic course
	FocusOrdinary  = "ordinary" // marks the day as an ordinary one
)

// Screen is one place of the window.
type Screen interface {
	// Content returns the screen's object, always the same one. It must be
	// cheap: reading happens in Show.
	Content() fyne.CanvasObject
	// Show is called each time the screen comes to the front or is asked for
	// again; it reloads when stale and follows the route.
	Show(Route)
	// Hide is called when another screen takes its place.
	Hide()
	// MarkStale says that records changed elsewhere; the screen reads again at
	// the next Show.
	MarkStale()
}

// Screens that know more implement these too; the menu asks for them.
type (
	// DayStepper moves to another day (Alt+Left: -1, Alt+Right: 1).
	DayStepper interface{ StepDay(days int) }
	// DayPicker asks which day to go to (Ctrl+G).
	DayPicker interface{ PickDay() }
	// Printer prints what it shows (Ctrl+P).
	Printer interface{ Print() }
	// Searcher focuses its search field (Ctrl+F).
	Searcher interface{ Search() }
	// Dropper takes files dropped on the window and reports whether it did.
	Dropper interface{ Drop(uris []fyne.URI) bool }
	// Leaver is asked before the window closes; it saves what is half typed.
	Leaver interface{ Leave() }
	// DayTurner is told once a minute, as the person's day may have ended.
	DayTurner interface{ TurnDay() }
)
