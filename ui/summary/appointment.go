package summary

import (
	"context"
	"errors"
	"strings"
	"time"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// typed takes a change of a text and draws the page again.
func (s *Screen) typed(p *panel, take func()) {
	if p.filling {
		return
	}
	take()
	s.dirty = true
	s.redraw()
}

// leaveField keeps what was typed when the focus goes on.
func (s *Screen) leaveField(focused bool) {
	if !focused {
		s.keep()
	}
}

// keep saves reason and questions with the appointment, or without one among
// the choices for the page.
func (s *Screen) keep() {
	if !s.dirty {
		return
	}
	if s.visit == nil {
		s.dirty = false
		s.keepChoices()
		return
	}
	v := s.visit.Clone().(*journal.Appointment)
	v.Purpose, v.Questions = oneLine(s.choice.reason), s.choice.asked()
	s.save(v, func(saved *journal.Appointment) {
		s.dirty = false
		s.visit = saved
	}, func(err error) { s.problem("The questions are still in their fields, but not saved", err) })
}

// save writes an appointment and tells the shell.
func (s *Screen) save(v *journal.Appointment, then func(*journal.Appointment), failed func(error)) {
	var changes []journal.Change
	s.deps.Run.Run("", func(ctx context.Context) error {
		var err error
		changes, err = s.deps.Store.Save(context.WithoutCancel(ctx), v)
		return err
	}, func(err error) {
		if err != nil {
			failed(err)
			return
		}
		for _, c := range changes {
			if saved, ok := c.After.(*journal.Appointment); ok {
				then(saved)
			}
		}
		if s.deps.Done != nil {
			s.deps.Done(changes...)
		}
	})
}

// editVisit opens the form of the next appointment, or of a new one when there
// is none, which then takes what was typed.
func (s *Screen) editVisit() {
	if s.visit == nil {
		v := s.blankVisit()
		v.Purpose, v.Questions = oneLine(s.choice.reason), s.choice.asked()
		s.visitForm("New appointment", v)
		return
	}
	s.keep()
	s.visitForm("Appointment", s.visit.Clone().(*journal.Appointment))
}

// addVisit opens the form of one more appointment, ahead or past.
func (s *Screen) addVisit() {
	if s.visit == nil {
		s.editVisit()
		return
	}
	s.keep()
	s.visitForm("New appointment", s.blankVisit())
}

func (s *Screen) blankVisit() *journal.Appointment {
	return &journal.Appointment{Meta: journal.Meta{Day: s.deps.Today(), Source: journal.Entered}}
}

func (s *Screen) visitForm(title string, v *journal.Appointment) {
	person, place := kit.NewEntry("Dr Okafor", nil), kit.NewEntry("Dermatology", nil)
	person.SetText(v.Person)
	place.SetText(v.Place)
	day := kit.NewDayField(v.Day, s.deps.Today, nil)
	clock := kit.NewNumberEntry("10:20", nil)
	if !v.At.IsZero() {
		clock.SetText(v.At.Format("15:04"))
	}
	form := kit.Column(kit.Space3,
		kit.NewField("With whom", "", person),
		kit.NewField("Where", "", place),
		kit.NewField("Day", "An earlier day records a past visit, from which a period can begin.", day),
		kit.NewField("Time", "May stay empty.", clock))
	s.deps.Dialogs.Form(title, form, "Save", func() error {
		if err := readVisit(v, person.Text, place.Text, day.Day(), clock.Text, s.deps.Now().Location()); err != nil {
			return err
		}
		s.save(v, func(saved *journal.Appointment) {
			s.dirty = false
			if s.visit == nil && !saved.Day.Before(s.deps.Today()) {
				s.visit = saved
				s.keepChoices() // reason and questions are the appointment's now
			}
			s.read()
		}, func(err error) { s.problem("The appointment was not saved", err) })
		return nil
	})
}

// readVisit puts the fields of the form into an appointment.
func readVisit(v *journal.Appointment, person, place string, day journal.Day, clock string, loc *time.Location) error {
	if day.IsZero() {
		return errors.New("enter the day of the appointment")
	}
	hour, minute, given, ok := parseClock(clock)
	if !ok {
		return errors.New("write the time like 10:20, or leave it empty")
	}
	v.Person, v.Place, v.Day, v.At = strings.TrimSpace(person), strings.TrimSpace(place), day, time.Time{}
	if given {
		v.At = time.Date(day.Year, day.Month, day.Day, hour, minute, 0, 0, loc)
	}
	return v.Validate()
}
