package today_test

import (
	"testing"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// When the program starts, the first question stands in the first frame and the
// others follow; what is answered before belongs to the entry that is there.
func TestTheFirstQuestionDoesNotWaitForTheOthers(t *testing.T) {
	check := &journal.SkinCheck{Meta: journaltest.Meta("2026-11-21", "09:00"), Severity: journal.Some(4.0)}
	meal := &journal.Meal{Meta: journaltest.Meta("2026-11-21", "08:00"), Slot: journal.Breakfast, Items: []journal.MealItem{{Food: "rye bread"}}}
	for _, setup := range []uitest.Setup{{}, {Width: 1084, Height: 800}, {Width: 828, Height: 700}, {Width: 600, Height: 700}, {TextScale: 1.6}, {Width: 1084, Height: 800, TextScale: 1.6}} {
		d := sitDown(t, setup, true, journal.DefaultSettings(), check, meal)
		d.MustSay("How bad is your skin today?")
		d.MustNotSay("rye bread", "Stress", "Where? Click or list")
		scale, ok := d.Canvas().Focused().(*kit.Scale)
		if !ok {
			t.Fatalf("%T has the keyboard", d.Canvas().Focused())
		}
		if v, recorded := scale.Value(); !recorded || v != 4 {
			t.Errorf("the scale shows %d, %v", v, recorded)
		}
		x := scale.Size().Width
		for _, do := range d.later {
			do()
		}
		d.Settle()
		d.MustSay("rye bread", "Stress", "Where? Click or list")
		if got := scale.Size().Width; got < x-1 || got > x+1 {
			t.Errorf("the scale is %g wide at first and %g then", x, got)
		}
	}
	d := sitDown(t, uitest.Setup{}, true, journal.DefaultSettings(), check, meal)
	d.Type("7") // before the rest is there
	if all := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck); len(all) != 1 || all[0].Severity.Or(-1) != 7 {
		t.Errorf("%+v", all)
	}
	d.MustSay("rye bread")
}
