package journal

// Kind names a kind of record. Its text is stored and exported.
type Kind string

// The kinds.
const (
	KindMeal         Kind = "meal"
	KindCourse       Kind = "course"
	KindDose         Kind = "dose"
	KindTreatment    Kind = "treatment"
	KindStress       Kind = "stress"
	KindPractice     Kind = "practice"
	KindSleep        Kind = "sleep"
	KindWater        Kind = "water"
	KindDigestion    Kind = "digestion"
	KindCycle        Kind = "cycle"
	KindSkinCheck    Kind = "skin_check"
	KindPhoto        Kind = "photo"
	KindTracker      Kind = "tracker"
	KindTrackerValue Kind = "tracker_value"
	KindNote         Kind = "note"
	KindAppointment  Kind = "appointment"
	KindProfile      Kind = "profile"
	KindAvoidance    Kind = "avoidance"
	KindScore        Kind = "score"
	KindDayMark      Kind = "day_mark"
	KindFood         Kind = "food"
	KindVerdict      Kind = "verdict"
	KindSettings     Kind = "settings" // not a record; for notices that settings changed
)

// Record is one thing that was recorded. The implementations are pointers to
// the structs of this package.
type Record interface {
	Base() *Meta
	Kind() Kind
	// Validate returns nil or an *Error that names the field and its range.
	Validate() error
	// Clone returns a copy that shares nothing with the original.
	Clone() Record
	// Title names the record in two or three words ("lunch", "skin 6, itch 4")
	// and Detail adds the rest in one line; neither holds the note.
	Title() string
	Detail() string
}

var makers = []func() Record{
	func() Record { return new(Meal) },
	func() Record { return new(Course) },
	func() Record { return new(Treatment) },
	func() Record { return new(Dose) },
	func() Record { return new(Stress) },
	func() Record { return new(Practice) },
	func() Record { return new(Sleep) },
	func() Record { return new(Water) },
	func() Record { return new(Digestion) },
	func() Record { return new(Cycle) },
	func() Record { return new(SkinCheck) },
	func() Record { return new(Photo) },
	func() Record { return new(Tracker) },
	func() Record { return new(TrackerValue) },
	func() Record { return new(Note) },
	func() Record { return new(Appointment) },
	func() Record { return new(Profile) },
	func() Record { return new(Avoidance) },
	func() Record { return new(Score) },
	func() Record { return new(DayMark) },
	func() Record { return new(Food) },
	func() Record { return new(Verdict) },
}

// Kinds returns every kind of record, what others refer to first.
func Kinds() []Kind {
	ks := make([]Kind, len(makers))
	for i, m := range makers {
		ks[i] = m().Kind()
	}
	return ks
}

// New returns an empty record of kind k, or nil when there is no such kind.
func New(k Kind) Record {
	for _, m := range makers {
		if r := m(); r.Kind() == k {
			return r
		}
	}
	return nil
}

// Change is one step of the journal's history as a value: what a record was
// and what it became. Before is nil when it was added; After carries a
// deletion time when it was deleted.
type Change struct {
	Before, After Record
}

// Inverse returns the change that takes c back. Undoing an addition deletes
// the record at the instant it was last changed, since the clock is not known
// here; the store stamps its own time.
func (c Change) Inverse() Change {
	if c.Before == nil {
		gone := c.After.Clone()
		if b := gone.Base(); b.Deleted.IsZero() {
			b.Deleted = b.Changed
		}
		return Change{Before: c.After, After: gone}
	}
	return Change{Before: c.After, After: c.Before}
}

// Verb says what the change did: "added", "deleted", "restored" or "changed".
func (c Change) Verb() string {
	switch {
	case c.Before == nil:
		return "added"
	case c.After.Base().IsDeleted() && !c.Before.Base().IsDeleted():
		return "deleted"
	case !c.After.Base().IsDeleted() && c.Before.Base().IsDeleted():
		return "restored"
	}
	return "changed"
}
