package today_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// queue is a runner that works when the test says so, as the real one answers
// later than it was asked.
type queue struct {
	jobs []func()
	keys []string
}

func (q *queue) Run(key string, work func(ctx context.Context) error, done func(error)) {
	if at := slices.Index(q.keys, key); at >= 0 && key != "" { // the latest job of a key is the one
		q.jobs, q.keys = slices.Delete(q.jobs, at, at+1), slices.Delete(q.keys, at, at+1)
	}
	q.keys = append(q.keys, key)
	q.jobs = append(q.jobs, func() {
		err := work(context.Background())
		if done != nil {
			done(err)
		}
	})
}

func (q *queue) Cancel(string) {}

// drain works until nothing is left to do.
func (q *queue) drain() {
	for len(q.jobs) > 0 {
		q.step()
	}
}

func (q *queue) step() {
	next := q.jobs[0]
	q.jobs, q.keys = q.jobs[1:], q.keys[1:]
	next()
}

// late opens the screen over a runner that answers later.
func late(t *testing.T, recs ...journal.Record) (*desk, *queue) {
	t.Helper()
	q := &queue{}
	runner = q
	t.Cleanup(func() { runner = kit.Inline{} })
	d := sit(t, uitest.Setup{Width: 1084, Height: 1400}, recs...)
	q.drain()
	d.Settle()
	return d, q
}

func TestFormThatIsRefusedLateComesBackWithWhatWasTyped(t *testing.T) {
	d, q := late(t)
	d.Tap("Note")
	d.overwrite("Note", "itchy night, new pillow")
	d.store.Fail = &journal.Error{Code: journal.CodeDiskFull, Field: "the journal"}
	d.Tap("Save")
	d.MustNotSay("Cancel")
	q.drain()
	d.MustSay("itchy night, new pillow", "The disk is full", "Cancel", "Save")
	d.store.Fail = nil
	d.Tap("Save")
	q.drain()
	d.MustNotSay("Cancel")
	if n := stored[*journal.Note](t, d, journal.KindNote); len(n) != 1 || n[0].Note != "itchy night, new pillow" {
		t.Errorf("%+v", n)
	}
}

func TestAnswersFasterThanTheStoreAreAllKept(t *testing.T) {
	d, q := late(t)
	for _, keys := range []string{"6", "7", "8"} {
		d.Type(keys)
	}
	d.Key(fyne.KeyReturn)
	d.Type("4")
	q.step() // the first answer is written, the others wait
	d.Key(fyne.KeyReturn)
	d.Type("3")
	q.step()
	d.Type("2")
	q.drain()
	skin := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck)
	if len(skin) != 1 || skin[0].Severity.Or(-1) != 8 || skin[0].Itch.Or(-1) != 4 {
		t.Errorf("skin: %+v", skin[0])
	}
	if s := stored[*journal.Stress](t, d, journal.KindStress); len(s) != 1 || s[0].Level.Or(-1) != 2 {
		t.Errorf("stress: %+v", s)
	}
}

func TestLeavingTheWindowWritesWhatWaits(t *testing.T) {
	d, q := late(t, journaltest.Skin("2026-11-20", 3, 1))
	d.Type("6")
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
	q.drain()
	d.Type("lentil soup")
	d.Key(fyne.KeyReturn)
	d.Type("rye bread")
	d.Key(fyne.KeyReturn)
	d.screen.Leave()
	q.drain()
	if m := stored[*journal.Meal](t, d, journal.KindMeal); len(m) != 2 {
		t.Errorf("%d meals", len(m))
	}
}

// What stands in the line when the program ends becomes a meal, as typed.
func TestLeavingTheWindowKeepsAHalfTypedMeal(t *testing.T) {
	for _, typed := range []string{"lentil soup, rye br", "25:99 soup"} {
		d, q := late(t)
		d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
		q.drain()
		d.Type(typed)
		d.screen.Leave()
		q.drain()
		m := stored[*journal.Meal](t, d, journal.KindMeal)
		if len(m) != 1 || m[0].Detail() != typed {
			t.Errorf("%q: %v", typed, m)
		}
	}
}

// A number with two decimals is shown as it was typed and written once.
func TestALongNumberIsWrittenOnce(t *testing.T) {
	d, q := late(t)
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusSleep})
	q.drain()
	d.Type("8.25")
	d.Key(fyne.KeyReturn)
	q.drain()
	d.Type("1500")
	d.Key(fyne.KeyReturn)
	q.drain()
	d.MustSay("8.25")
	if s := stored[*journal.Sleep](t, d, journal.KindSleep); len(s) != 1 || s[0].Hours.Or(-1) != 8.25 || d.steps != 2 {
		t.Errorf("%d steps, %+v", d.steps, s)
	}
}

// What is written while the grid of past days closes has the day read again;
// the keyboard arrives all the same.
func TestTheKeyboardArrivesWhileSomethingIsWritten(t *testing.T) {
	d, q := late(t)
	d.Tap("Catch up on past days")
	q.drain()
	d.Type("4")
	d.Key(fyne.KeyEscape)
	q.drain()
	d.Type("7")
	q.drain()
	skin := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck)
	if len(skin) != 2 || skin[0].Severity.Or(-1) != 4 || skin[1].Severity.Or(-1) != 7 {
		t.Errorf("%+v", skin)
	}
}

// A window that is open overnight goes on to the new day at the person's hour.
func TestANewDayIsShownWhenTheOldOneEnds(t *testing.T) {
	for _, c := range []struct {
		name  string
		ends  int // minutes after midnight
		wait  time.Duration
		do    func(*desk)
		shows string
	}{
		{"before four", 4 * 60, 15 * time.Hour, func(*desk) {}, "Saturday 21 November"},
		{"after four", 4 * 60, 16 * time.Hour, func(*desk) {}, "Sunday 22 November"},
		{"ends at midnight", 0, 12 * time.Hour, func(*desk) {}, "Sunday 22 November"},
		{"a past day", 4 * 60, 16 * time.Hour, func(d *desk) { d.screen.StepDay(-1) }, "Friday 20 November"},
		{"a half typed meal", 4 * 60, 16 * time.Hour, func(d *desk) {
			d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
			d.Type("toast")
		}, "Saturday 21 November"},
	} {
		t.Run(c.name, func(t *testing.T) {
			settings := journal.DefaultSettings()
			settings.DayEndMinutes = c.ends
			d := sitWith(t, uitest.Setup{}, settings)
			c.do(d)
			d.wait(c.wait)
			d.screen.TurnDay()
			d.MustSay(c.shows)
		})
	}
	d := sit(t, uitest.Setup{})
	d.wait(16 * time.Hour)
	d.screen.TurnDay()
	d.Type("5")
	if skin := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck); len(skin) != 1 || skin[0].Day.String() != "2026-11-22" {
		t.Errorf("%+v", skin)
	}
}
