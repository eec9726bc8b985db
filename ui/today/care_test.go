package today_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

func TestBreathingThatIsLeftLogsOnlyItsMinutes(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.Tap("Breathe 5 min")
	tick := func(span time.Duration) {
		for n := int(span / (200 * time.Millisecond)); n > 0 && len(d.later) > 0; n-- {
			next := d.later
			d.later = nil
			for _, do := range next {
				do()
			}
		}
	}
	tick(130 * time.Second)
	d.Key(fyne.KeyEscape)
	tick(10 * time.Minute)
	p := stored[*journal.Practice](t, d, journal.KindPractice)
	if len(p) != 1 || p[0].Minutes != 2 || p[0].Type != journal.Breathing {
		t.Fatalf("%+v", p)
	}
}

func TestBreathingCountsWhereNothingIsToMove(t *testing.T) {
	settings := journal.DefaultSettings()
	settings.ReducedMotion = true
	d := sitWith(t, uitest.Setup{}, settings)
	d.Tap("Breathe 5 min")
	d.MustSay("Breathe in … 1")
	for range 30 { // six seconds: 4.8 in, then out
		next := d.later
		d.later = nil
		next[0]()
	}
	d.MustSay("Breathe out … 2", "4:54 left")
}

func TestFoodsLeftOutHaveAQuietClockAndAnEnd(t *testing.T) {
	leave := func(since string, foods ...string) []journal.Record {
		var out []journal.Record
		for _, f := range foods {
			out = append(out, &journal.Avoidance{Meta: journaltest.Meta(since, ""), Food: f, Advice: journal.ByMyself})
		}
		return out
	}
	for _, c := range []struct {
		name    string
		since   string
		foods   []string
		says    string
		offered bool
	}{
		{"a week", "2026-11-14", []string{"milk"}, "for 8 days, my own idea", true},
		{"two foods", "2026-11-14", []string{"milk", "wheat"}, "several at a time, are best discussed", true},
		{"over four weeks", "2026-10-20", []string{"milk"}, "more than four weeks", true},
		{"over six weeks", "2026-10-01", []string{"milk"}, "left out for 52 days", false},
		{"five foods", "2026-11-20", []string{"milk", "wheat", "egg", "soy", "nuts"}, "5 foods are being left out", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := sit(t, uitest.Setup{Width: 1084, Height: 1400}, leave(c.since, c.foods...)...)
			d.MustSay(c.says)
			if d.Says("Food avoided") != c.offered {
				t.Errorf("a further food is offered: %v", !c.offered)
			}
		})
	}
}

func TestArrowsOnTheListOfPlacesMarkNothing(t *testing.T) {
	d := sit(t, uitest.Setup{Width: 1084, Height: 1400})
	d.Tab(3) // past itch and the figure's faces, to the list
	for range 20 {
		if p, ok := d.Canvas().Focused().(*kit.Picker); ok && p.OnlyOpens {
			break
		}
		d.Tab(1)
	}
	d.Key(fyne.KeyDown)
	d.MustSay("Which place? Left and right are your own.")
	if skin := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck); len(skin) != 0 {
		t.Fatalf("an arrow marked %+v", skin[0].Sites)
	}
	d.Tap("Left cheek")
	if skin := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck); len(skin) != 1 || skin[0].Sites[0].Site != "left cheek" {
		t.Fatalf("%+v", skin)
	}
}
