package summary_test

import (
	"strings"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/ui/uitest"
)

// What was chosen stands in the journal, so that the next start has it.
func TestChoicesAreThereAtTheNextStart(t *testing.T) {
	d := newDesk(t, 120)
	d.visits = nil
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.Tap("6 months")
	w.Tap("My notes")
	w.Tap("Letter")
	w.Tap("In a sentence")
	w.Type("A rash that comes and goes")
	w.Tap("One question a line")
	w.Type("What is it?")
	w.Tap("Edit the wording…")
	w.Tap("Severity: median")
	w.Type("Worse since October. ")
	w.Tap("Use these words")
	kept := d.settings.Page
	if kept.Period != journal.PageSixMonths || !kept.Sections["notes"] || len(kept.Sections) != 1 || !d.settings.Letter {
		t.Errorf("kept %+v", kept)
	}
	d.asked = nil
	again := d.open(uitest.New(t, uitest.Setup{}))
	if want := journal.NewDay(2026, time.May, 22); len(d.asked) == 0 || d.asked[0][0] != want {
		t.Errorf("asked for %v, want from %s", d.asked, want)
	}
	again.Tap("Copy as text")
	for _, want := range []string{"NOTES OF THE PATIENT", "A rash that comes and goes", "What is it?", "WHAT CHANGED, IN THE PATIENT'S WORDS", "Worse since October."} {
		if !strings.Contains(d.copied, want) {
			t.Errorf("the page lacks %q:\n%s", want, d.copied)
		}
	}
}

// An appointment takes over what was written without one.
func TestReasonGoesToTheAppointment(t *testing.T) {
	d := newDesk(t, 60)
	d.visits = nil
	d.settings.Page = journal.PageChoices{Reason: "A rash", Questions: []string{"What is it?"}}
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.MustSay("A rash")
	w.Tap("Add an appointment…")
	w.Tap("Dr Okafor")
	w.Type("Dr Falk")
	w.Tap("Save")
	if d.visit().Purpose != "A rash" || len(d.visit().Questions) != 1 {
		t.Errorf("the appointment has %+v", d.visit())
	}
	if d.settings.Page.Reason != "" || d.settings.Page.Questions != nil {
		t.Errorf("kept twice: %+v", d.settings.Page)
	}
}

// Words that were written for other numbers stay, and that is said.
func TestOutdatedWordingIsSaid(t *testing.T) {
	d := newDesk(t, 120)
	d.settings.Page.Changed = journal.Wording{Text: "Much better.", Over: "Median severity 9"}
	w := d.open(uitest.New(t, uitest.Setup{}))
	w.MustSay("The numbers have changed since you wrote your wording")
	w.Tap("Edit the wording…")
	w.MustSay("Much better.", "Your entries now give: Severity was")
	w.Tap("Use these words")
	w.MustNotSay("The numbers have changed")
	w.Tap("Copy as text")
	if !strings.Contains(d.copied, "Much better.") {
		t.Error("the person's words are gone")
	}
}

func TestChoicesThatCannotBeKeptAreSaid(t *testing.T) {
	d := newDesk(t, 60)
	w := d.open(uitest.New(t, uitest.Setup{}))
	d.failSave = &journal.Error{Code: journal.CodeReadOnly}
	w.Tap("Photos")
	w.MustSay("that was not kept")
}
