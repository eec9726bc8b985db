package today

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// Breaths a minute that the guide offers, and how long it lasts.
const (
	slowestBreath = 4
	fastestBreath = 6
	breatheFor    = 5 * time.Minute
	breathTick    = 200 * time.Millisecond
)

// breathing is one session of the paced breathing guide.
type breathing struct {
	s       *Screen
	rate    int // breaths a minute
	passed  time.Duration
	stopped bool
	counts  bool // where nothing is to move
	bar     *kit.ProgressBar
	words   *kit.Text
	left    *kit.Text
	open    fyne.CanvasObject // the panel
}

// breathe opens the guide. Its minutes are logged when it ends or is closed
// after at least one.
func (s *Screen) breathe() {
	b := &breathing{s: s, rate: 5, bar: kit.NewProgressBar(), words: kit.NewLargeHeading("Breathe in"), left: kit.NewCaption(" ")}
	how := "In while the bar grows, out while it shrinks. Stop whenever it feels wrong."
	if b.counts = s.page.settings.ReducedMotion; b.counts {
		b.bar.Hide()
		how = "In and out with the seconds counted. Stop whenever it feels wrong."
	}
	pace := kit.NewSegmented([]string{"4 a minute", "5 a minute", "6 a minute"}, 1, func(i int) { b.rate = slowestBreath + i })
	var closePanel func()
	end := kit.NewButton("End and log the minutes", func() { closePanel(); b.finish() })
	closePanel = s.deps.Dialogs.Panel("Breathe", kit.Column(14,
		kit.NewCaption(how),
		b.words, b.bar, b.left, pace, end), end)
	b.open = s.deps.Window().Canvas().Overlays().Top()
	b.tick()
}

// closed reports whether the panel was left without its button.
func (b *breathing) closed() bool {
	return !slices.Contains(b.s.deps.Window().Canvas().Overlays().List(), b.open)
}

// phase returns how full the lungs are, 0 … 1, and whether the breath goes in.
// In takes two fifths of a breath, out three fifths.
func phase(passed time.Duration, rate int) (full float64, in bool) {
	breath := time.Minute / time.Duration(max(rate, 1))
	at := float64(passed%breath) / float64(breath)
	if at < 0.4 {
		return at / 0.4, true
	}
	return 1 - (at-0.4)/0.6, false
}

// counted is the second of this breath in or out, from 1.
func counted(passed time.Duration, rate int) int {
	breath := time.Minute / time.Duration(max(rate, 1))
	at := passed % breath
	if in := breath * 2 / 5; at >= in {
		at -= in
	}
	return int(at/time.Second) + 1
}

func (b *breathing) tick() {
	if b.stopped {
		return
	}
	full, in := phase(b.passed, b.rate)
	b.bar.SetValue(full)
	words := "Breathe out"
	if in {
		words = "Breathe in"
	}
	if b.counts {
		words += fmt.Sprintf(" … %d", counted(b.passed, b.rate))
	}
	b.words.SetText(words)
	rest := breatheFor - b.passed
	b.left.SetText(fmt.Sprintf("%d:%02d left", int(rest.Minutes()), int(rest.Seconds())%60))
	if b.passed >= breatheFor {
		b.finish()
		return
	}
	b.s.deps.After(breathTick, func() {
		if b.closed() {
			b.finish()
			return
		}
		b.passed += breathTick
		b.tick()
	})
}

// finish logs whole minutes, once.
func (b *breathing) finish() {
	if b.stopped {
		return
	}
	b.stopped = true
	minutes := int((b.passed + 30*time.Second) / time.Minute)
	if minutes < 1 {
		return
	}
	b.s.keep(nil, &journal.Practice{Meta: b.s.page.fresh(b.s.deps.Now()), Type: journal.Breathing, Minutes: float64(minutes)})
	b.words.SetText("Done")
}
