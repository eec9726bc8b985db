package photo

import (
	"slices"
	"time"

	"skinward/app/journal"
)

// Arrival says what the journal knows about a photo besides its file.
type Arrival struct {
	Site string // guessed from the last used one; "" for none
	// Otherwise is when the photo counts as taken if the file does not say:
	// the file's own date, or now. Its zone is that of a photo without one.
	Otherwise time.Time
	// Day is the person's day that a photo was added from; one whose file says
	// nothing belongs to it. The zero Day leaves that to Otherwise.
	Day      journal.Day
	DayEnd   time.Duration // of the person's day, after midnight
	Intimate bool          // the site was marked intimate
}

// NewRecord returns the journal's record of an import. The day is that of the
// person: a photo taken at 01:30 belongs to the evening before.
func NewRecord(res Result, a Arrival) *journal.Photo {
	at := a.Otherwise.Truncate(time.Second)
	day := a.Day
	if m := res.Metadata; !m.Taken.IsZero() {
		zone := a.Otherwise.Location()
		if m.HasOffset {
			zone = time.FixedZone("", m.Offset*60)
		}
		y, mo, d := m.Taken.Date()
		h, mi, s := m.Taken.Clock()
		at, day = time.Date(y, mo, d, h, mi, s, 0, zone), journal.Day{}
	}
	if day.IsZero() {
		day = journal.DayAt(at, a.DayEnd)
	} else {
		at = time.Time{} // the day alone is known
	}
	p := &journal.Photo{
		Meta: journal.Meta{Day: day, At: at, Source: journal.Entered},
		Hash: res.Hash, Format: string(res.Format), Bytes: res.Bytes, Width: res.Width, Height: res.Height,
		Site: a.Site, Colour: string(res.Colour), Located: res.Metadata.HasLocation,
		Intimate: a.Intimate || slices.Contains(journal.IntimateSites(), a.Site),
	}
	if res.Metadata.HasFlash {
		p.Flash = journal.StateOf(res.Metadata.Flash)
	}
	return p
}

// ColourOf returns how a recorded photo's colours are to be taken; records
// made before colours were noted count as sRGB.
func ColourOf(p *journal.Photo) Colour {
	if p.Colour == "" {
		return ColourSRGB
	}
	return Colour(p.Colour)
}
