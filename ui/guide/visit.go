package guide

import (
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/guide"
	"skinward/app/journal"
	"skinward/ui/kit"
)

// visitForm asks for the parts of a visit.
type visitForm struct {
	object    fyne.CanvasObject
	base      *journal.Appointment
	day       *kit.DayField
	clock     *kit.Entry
	person    *kit.Entry
	place     *kit.Entry
	questions [journal.MaxQuestions]*kit.Entry
	remind    *kit.ChoiceChips
}

func newVisitForm(a *journal.Appointment, today func() journal.Day) *visitForm {
	f := &visitForm{base: a}
	f.day = kit.NewDayField(a.Day, today, nil)
	f.clock = kit.NewEntry("14:30", nil)
	if !a.At.IsZero() {
		f.clock.SetText(a.At.Format("15:04"))
	}
	f.person, f.place = kit.NewEntry("GP, skin doctor, practitioner", nil), kit.NewEntry("Address or room", nil)
	f.person.SetText(a.Person)
	f.place.SetText(a.Place)
	f.remind = kit.NewChoiceChips(remindNames, remindIndex(a.Remind), nil)
	questions := make([]fyne.CanvasObject, len(f.questions))
	for i := range f.questions {
		f.questions[i] = kit.NewEntry("What do you want to know?", nil)
		if i < len(a.Questions) {
			f.questions[i].SetText(a.Questions[i])
		}
		questions[i] = f.questions[i]
	}
	f.object = kit.Column(kit.Space3,
		kit.Columns(kit.Space3, []float32{3, 2}, kit.NewField("Date", "", f.day), kit.NewField("Time", "", f.clock)),
		kit.NewField("Whom do you see", "", f.person),
		kit.NewField("Where", "", f.place),
		kit.NewField("Your questions, at most three", "", kit.Column(6, questions...)),
		kit.NewField("Reminder", "A notice while Skinward is open, and an alarm in the calendar file.", f.remind))
	return f
}

// visit returns what was entered, or a sentence that says what is missing.
func (f *visitForm) visit(zone *time.Location) (*journal.Appointment, error) {
	a := f.base.Clone().(*journal.Appointment)
	a.Day = f.day.Day()
	if a.Day.IsZero() {
		return nil, errors.New("the visit needs a date")
	}
	hour, minute, given, ok := clockOf(f.clock.Text)
	if !ok {
		return nil, errors.New("the time is not one that this field reads; write it as 14:30")
	}
	a.At = time.Time{}
	if given {
		a.At = time.Date(a.Day.Year, a.Day.Month, a.Day.Day, hour, minute, 0, 0, zone)
	}
	a.Person, a.Place = strings.TrimSpace(f.person.Text), strings.TrimSpace(f.place.Text)
	a.Questions = nil
	for _, q := range f.questions {
		if text := strings.TrimSpace(q.Text); text != "" {
			a.Questions = append(a.Questions, text)
		}
	}
	a.Remind = remindOf(f.remind.Chosen())
	if err := a.Validate(); err != nil {
		return nil, err
	}
	return a, nil
}

// visitLength is how long a visit stands in a calendar.
const visitLength = 30 * time.Minute

// calendarOf writes a visit as a calendar file; without a time it stands at
// nine in the morning.
func calendarOf(a *journal.Appointment, now time.Time) []byte {
	at := a.At
	if at.IsZero() {
		at = a.Day.Midnight(now.Location()).Add(9 * time.Hour)
	}
	return guide.VisitOf(a, at, visitLength).Calendar(string(a.ID)+"@skinward", now)
}
