package today

import (
	"strings"
	"time"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// edit opens the long form of a record; Save keeps it, and Delete in the list
// removes it. What is typed stays until it is saved or left with Escape.
func (s *Screen) edit(r journal.Record) { s.openForm(capital(r.Title()), r.Clone()) }

// add opens the form of something new.
func (s *Screen) add(title string, r journal.Record) {
	if id := r.Base().ID; id == "" {
		m := s.page.fresh(s.deps.Now())
		if _, ahead := r.(*journal.Appointment); ahead || spansDays(r) {
			m.At = time.Time{}
		}
		m.Note = r.Base().Note
		*r.Base() = m
	}
	s.openForm(title, r)
}

func (s *Screen) openForm(title string, r journal.Record) { s.showForm(title, r, s.formOf(r)) }

// showForm keeps what the form holds when it is submitted. A journal that
// refuses it late opens the form again, with everything that was typed. The
// function returned leaves it.
func (s *Screen) showForm(title string, r journal.Record, f *form) (leave func()) {
	return s.deps.Dialogs.Form(title, f.object(), "Save", func() error {
		if err := f.read(r); err != nil {
			return err
		}
		f.refused.Hide()
		records := []journal.Record{r}
		if f.also != nil {
			records = append(records, f.also()...)
		}
		var refused error
		answered, left := false, false
		s.save.put(func(err error) {
			answered, refused = true, err
			if err != nil && left {
				f.refused.SetText(kit.ErrorText(err))
				f.refused.Show()
				s.showForm(title, r, f)
			}
		}, s.withTrackers(records)...)
		left = true
		if answered {
			return refused
		}
		return nil
	})
}

// keep saves records of the page and shows them at once. A refusal is said at
// the field that was answered, in the status line where there is none, and the
// page goes back to what is stored.
func (s *Screen) keep(at *problem, records ...journal.Record) {
	for _, r := range records {
		s.page.put(r)
	}
	s.save.put(func(err error) { s.answered(at, err) }, s.withTrackers(records)...)
}

// drop deletes records of the page; a refusal is said as by keep.
func (s *Screen) drop(at *problem, records ...journal.Record) {
	s.save.remove(func(err error) { s.answered(at, err) }, records...)
}

// answered says what came of an answer.
func (s *Screen) answered(at *problem, err error) {
	switch {
	case at != nil:
		at.say(err)
	case err != nil:
		s.deps.Dialogs.Problem(kit.ErrorText(err))
	}
	if err != nil {
		s.load(nil)
	}
}

// addProbiotic opens the form of a course.
func (s *Screen) addProbiotic() {
	s.add("A probiotic course", &journal.Course{Class: journal.Probiotic})
}

// capital begins a line with a capital.
func capital(text string) string {
	for i, r := range text {
		return strings.ToUpper(string(r)) + text[i+len(string(r)):]
	}
	return text
}
