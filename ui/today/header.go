package today

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// header is the head line: the day, steps to its neighbours, and the week.
type header struct {
	s      *Screen
	object fyne.CanvasObject
	title  *kit.Text
	short  *kit.Text // of the day, where there is little room
	next   *kit.Button
	week   *kit.WeekStrip
}

func newHeader(s *Screen) *header {
	h := &header{s: s, title: kit.NewTitle(" "), short: kit.NewTitle(" ")}
	back := kit.NewIconButton("back", "", func() { s.StepDay(-1) })
	h.next = kit.NewIconButton("forward", "", func() { s.StepDay(1) })
	pick := kit.NewIconButton("calendar", "Pick a day", s.PickDay)
	h.week = kit.NewWeekStrip(journal.Day{}, journal.Day{}, func(d journal.Day) {
		if d.After(s.today()) {
			h.paint()
			return
		}
		s.StepDay(d.Sub(s.day))
	})
	h.week.Mark = h.mark
	month := kit.NewIconButton("calendar", "", s.PickDay)
	h.object = container.New(headLayout{}, back, h.title, h.short, h.next, pick, month, h.week)
	return h
}

func (h *header) paint() {
	h.title.SetText(kit.CurrentDates().Long(h.s.day))
	if h.s.day.Year != h.s.page.today.Year {
		h.title.SetText(kit.CurrentDates().LongYear(h.s.day))
	}
	h.short.SetText(kit.CurrentDates().Short(h.s.day))
	h.week.Set(weekEnd(h.s.day, h.s.page.today), h.s.day)
	if h.s.day.Before(h.s.page.today) {
		h.next.Enable()
	} else {
		h.next.Disable()
	}
}

// mark shades a day by its severity.
func (h *header) mark(d journal.Day) kit.DayMark {
	digest, ok := h.s.page.digests[d]
	if !ok {
		return kit.DayMark{}
	}
	m := kit.DayMark{Words: fmt.Sprintf("%d entries", digest.Entries)}
	if v, ok := digest.Severity.Get(); ok {
		m.Value, m.Shaded = v, true
		m.Words = "skin " + number(v) + ", " + m.Words
	}
	return m
}

// headLayout lays out back, the day in full and in short, next, the month's
// button with and without words, and the week at the right. Where room is
// short it first drops the words of the button, then the long form of the day,
// then the week.
type headLayout struct{}

const headGap = 12

func (headLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	back, long, short, next, words, icon, week := o[0], o[1], o[2], o[3], o[4], o[5], o[6]
	choices := [][]fyne.CanvasObject{
		{back, long, next, words, week}, {back, long, next, icon, week}, {back, short, next, icon, week}, {back, short, next, icon},
	}
	chosen := choices[len(choices)-1]
	for _, c := range choices {
		if rowWidth(c) <= size.Width {
			chosen = c
			break
		}
	}
	for _, x := range o {
		if slices.Contains(chosen, x) {
			x.Show()
		} else {
			x.Hide()
		}
	}
	x := float32(0)
	for _, c := range chosen {
		m := c.MinSize()
		at := x
		if c == week {
			at = size.Width - m.Width
		}
		c.Move(fyne.NewPos(at, (size.Height-m.Height)/2))
		c.Resize(m)
		x += m.Width + headGap
	}
}

func rowWidth(o []fyne.CanvasObject) float32 {
	w := float32(0)
	for _, c := range o {
		w += c.MinSize().Width + headGap
	}
	return w - headGap
}

func (headLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, c := range o {
		h = max(h, c.MinSize().Height)
	}
	return fyne.NewSize(320, h)
}
