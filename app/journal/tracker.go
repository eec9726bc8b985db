package journal

// TrackerType is what a tracker of the person's own takes.
type TrackerType string

// The types.
const (
	TrackNumber  TrackerType = "number"  // any number with a unit
	TrackScale   TrackerType = "scale"   // Min … Max
	TrackYesNo   TrackerType = "yes_no"  // 0 or 1
	TrackMinutes TrackerType = "minutes" // 0 … 1440
)

// Tracker is something of the person's own that is followed. Meta.Day is the
// day it was made.
type Tracker struct {
	Meta
	Name       string         `json:"name"`
	Type       TrackerType    `json:"type"`
	Unit       string         `json:"unit,omitempty"`
	Min        Maybe[float64] `json:"min,omitzero"`
	Max        Maybe[float64] `json:"max,omitzero"`
	Retired    bool           `json:"retired,omitempty"`     // no longer asked for, history kept
	MergedInto ID             `json:"merged_into,omitempty"` // values now belong to that tracker
	Group      string         `json:"group,omitempty"`       // kind it had in an imported file
}

// Kind returns KindTracker.
func (*Tracker) Kind() Kind { return KindTracker }

// Validate wants a name, a type and a range that is not upside down.
func (t *Tracker) Validate() error {
	lo, hi := t.Min.Or(-1e12), t.Max.Or(1e12)
	return first(t.check(),
		checkName("name", t.Name),
		checkChoice("type", t.Type, TrackNumber, TrackScale, TrackYesNo, TrackMinutes),
		checkTexts("unit", t.Unit, "group", t.Group),
		checkRange("smallest value", lo, -1e12, 1e12),
		checkRange("largest value", hi, lo, 1e12))
}

// Clone copies the tracker.
func (t *Tracker) Clone() Record { c := *t; return &c }

// Title returns the name.
func (t *Tracker) Title() string { return t.Name }

// Detail returns the unit.
func (t *Tracker) Detail() string { return t.Unit }

// Bounds returns the smallest and largest value the tracker takes.
func (t *Tracker) Bounds() (lo, hi float64) {
	switch t.Type {
	case TrackYesNo:
		return 0, 1
	case TrackMinutes:
		return 0, 1440
	}
	return t.Min.Or(-1e12), t.Max.Or(1e12)
}

// TrackerValue is one value of a tracker.
type TrackerValue struct {
	Meta
	Tracker ID      `json:"tracker"`
	Value   float64 `json:"value"`          // within Tracker.Bounds, which the store checks
	Name    string  `json:"name,omitempty"` // of the tracker; filled in by the store when read
	Unit    string  `json:"unit,omitempty"` // of the tracker; filled in by the store when read
}

// Kind returns KindTrackerValue.
func (*TrackerValue) Kind() Kind { return KindTrackerValue }

// Validate wants a tracker and a finite value.
func (v *TrackerValue) Validate() error {
	if v.Tracker == "" {
		return &Error{Code: CodeEmpty, Field: "tracker"}
	}
	return first(v.check(), checkRange("value", v.Value, -1e12, 1e12))
}

// Clone copies the value.
func (v *TrackerValue) Clone() Record { c := *v; return &c }

// Title names the tracker.
func (v *TrackerValue) Title() string {
	if v.Name == "" {
		return "Tracker"
	}
	return v.Name
}

// Detail gives value and unit.
func (v *TrackerValue) Detail() string {
	if v.Unit == "" {
		return number(v.Value)
	}
	return number(v.Value) + " " + v.Unit
}
