package ui

import (
	"context"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// step is what one action of the person changed.
type step []journal.Change

// words names the step: "deleted lunch", "added skin 6, itch 4 and 2 more".
func (s step) words() string {
	first := s[0]
	words := first.Verb() + " " + inner(first.After)
	if len(s) > 1 {
		words += fmt.Sprintf(" and %d more", len(s)-1)
	}
	return words
}

// inner is the record's title within a sentence; names that the person gave
// keep their capitals.
func inner(r journal.Record) string {
	switch r.Kind() {
	case journal.KindCourse, journal.KindDose, journal.KindTreatment, journal.KindTracker, journal.KindTrackerValue,
		journal.KindFood, journal.KindAvoidance, journal.KindScore, journal.KindVerdict:
		return r.Title()
	}
	title := r.Title()
	first, size := utf8.DecodeRuneInString(title)
	return string(unicode.ToLower(first)) + title[size:]
}

// inverse takes the step back, last change first.
func (s step) inverse() step {
	out := make(step, 0, len(s))
	for _, c := range slices.Backward(s) {
		out = append(out, c.Inverse())
	}
	return out
}

// history holds the steps of this session, the latest last.
type history struct {
	done, undone []step
	stepLast     bool // the last undo took back a step, not typing
}

// kept is how many steps can be taken back.
const kept = 500

func (h *history) push(s step) {
	h.done = append(h.done, s)
	if len(h.done) > kept {
		h.done = h.done[len(h.done)-kept:]
	}
	h.undone = nil
}

func last(steps []step) (step, bool) {
	if len(steps) == 0 {
		return nil, false
	}
	return steps[len(steps)-1], true
}

// Undo takes back typing that was not saved yet, else the last change
// whatever screen made it.
func (s *Shell) Undo() {
	if f, ok := s.deps.Window.Canvas().Focused().(interface{ TextUndo() bool }); ok && f.TextUndo() {
		s.history.stepLast = false
		return
	}
	if !s.asked() && s.deps.Toast.GoBack() { // to the form that was left a moment ago
		return
	}
	done, ok := last(s.history.done)
	if !ok || s.busy || s.asked() {
		return
	}
	s.apply(done.inverse(), func() {
		s.history.done = s.history.done[:len(s.history.done)-1]
		s.history.undone = append(s.history.undone, done)
		s.history.stepLast = true
		s.deps.Toast.ShowMessage("Taken back: "+done.words()+".", "Redo", s.Redo)
	})
}

// Redo repeats what was undone last, be it typing or a change.
func (s *Shell) Redo() {
	undone, ok := last(s.history.undone)
	if !ok || !s.history.stepLast {
		if f, is := s.deps.Window.Canvas().Focused().(interface{ TextRedo() bool }); is && f.TextRedo() {
			return
		}
	}
	if !ok || s.busy || s.asked() {
		return
	}
	s.apply(undone, func() {
		s.history.undone = s.history.undone[:len(s.history.undone)-1]
		s.history.done = append(s.history.done, undone)
		s.dialogs.StatusUndo("Done again: "+undone.words()+".", s.Undo)
	})
}

func (s *Shell) apply(changes step, then func()) {
	s.busy = true
	s.deps.Run.Run("undo", func(ctx context.Context) error {
		return s.deps.Store.Apply(ctx, changes)
	}, func(err error) {
		s.busy = false
		if err != nil {
			s.dialogs.Problem(kit.ErrorText(err))
			return
		}
		then()
		s.nameUndo()
		s.reload()
	})
}

func capital(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}
