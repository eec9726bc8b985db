package summary

import (
	"fmt"
	"time"

	"skinward/app/figure/ink"
	"skinward/app/journal"
)

// Week is a blank sheet for seven days, to be filled in by hand and typed in
// later; it asks what the form asks.
type Week struct {
	First   journal.Day // zero leaves the dates blank
	Taken   []string    // medicines, probiotics and supplements to tick, at most MaxTaken
	Cycle   bool        // a line for the day of the cycle
	Now     time.Time   // made on
	Version string
}

// MaxTaken is how many things to take fit the sheet.
const MaxTaken = 7

// Name suggests a file name without its ending.
func (w Week) Name() string { return "skin-week-" + w.First.String() }

// weekLine is one line of the sheet; a tall one is for writing.
type weekLine struct {
	group string // printed above the first of its lines
	label string
	hint  string
	share float64 // of the height
}

// lines are the questions of the day in the order of the form.
func (w Week) lines() []weekLine {
	out := []weekLine{
		{"Skin", "Skin today", "0 – 10 worst", 1},
		{"", "Worst itch", "0 – 10", 1},
		{"", "Inflamed spots", "how many", 1},
		{"", "Got in the way", "0 – 10", 1},
		{"Eaten and drunk", "Breakfast", "", 2.6},
		{"", "Lunch", "", 2.6},
		{"", "Dinner", "", 2.6},
		{"", "Snacks", "", 2},
		{"", "Water", "glasses of 250 ml", 1},
	}
	group := "Taken"
	for _, name := range w.Taken[:min(len(w.Taken), MaxTaken)] {
		out = append(out, weekLine{group, name, "tick, or – if missed", 1})
		group = ""
	}
	if len(w.Taken) == 0 {
		out = append(out, weekLine{group, "Medicines", "name and how much", 1.6})
	}
	out = append(out,
		weekLine{"Stress and sleep", "Stress", "0 none – 10", 1}, weekLine{"", "Sleep", "hours", 1}, weekLine{"", "Sleep quality", "0 – 10 best", 1}, weekLine{"", "Woken by skin", "yes / no", 1},
		weekLine{"Digestion", "Stool form", "1 hard – 7 liquid", 1}, weekLine{"", "Bloating", "0 – 10", 1},
	)
	if w.Cycle {
		out = append(out, weekLine{"Cycle", "Day of cycle", "1 = first bleeding", 1})
	}
	return append(out, weekLine{"Notes", "", "anything unusual", 2.6})
}

// PaperWeek lays the sheet out on one page.
func PaperWeek(w Week, paper Paper) *Document {
	pw, ph := paper.Size()
	d := ink.New(pw, ph)
	r := ink.Rect{X: margin, Y: margin, W: pw - 2*margin, H: ph - 2*margin}
	title, right := "Skin diary, one week", "Week of  ……………………"
	if !w.First.IsZero() {
		right = dates(period{w.First, w.First.Add(6)})
	}
	d.Say(r.X, r.Y+15, 16, true, black, title)
	d.Say(r.Right()-ink.Width(right, heading, false), r.Y+15, heading, false, black, right)
	d.Say(r.X, r.Y+27, small, false, grey, "An empty box is a gap: nothing is taken for zero. Write 0 where it was none, and a line where you ate nothing.")
	d.Line(ink.Point{X: r.X, Y: r.Y + 32}, ink.Point{X: r.Right(), Y: r.Y + 32}, 1.4, accent)
	w.grid(d, ink.Rect{X: r.X, Y: r.Y + 36, W: r.W, H: r.H - 36 - 16})
	foot := "Skinward"
	if w.Version != "" {
		foot += " " + w.Version
	}
	d.Say(r.X, r.Bottom()-1, small, false, grey, foot+" · scales as in the program; type the week in when it suits you: such entries count as remembered later")
	return &Document{Pages: []*ink.Drawing{d}, Meta: ink.Meta{Title: title + ", " + right, Subject: "Blank sheet", Creator: "Skinward " + w.Version, Lang: "en", Created: w.Now}}
}

// grid draws the seven columns and the lines of the day.
func (w Week) grid(d *ink.Drawing, r ink.Rect) {
	const labelWidth, headRoom, groupRoom = 108.0, 16.0, 13.0
	lines := w.lines()
	shares, groups := 0.0, 0
	for _, l := range lines {
		shares += l.share
		if l.group != "" {
			groups++
		}
	}
	unit := (r.H - headRoom - groupRoom*float64(groups)) / shares
	col := (r.W - labelWidth) / 7
	for i := range 7 {
		x := r.X + labelWidth + float64(i)*col
		d.Say(x+3, r.Y+11, small+0.7, true, black, w.day(i))
	}
	y := r.Y + headRoom
	for _, l := range lines {
		if l.group != "" {
			d.Box(ink.Rect{X: r.X, Y: y, W: r.W, H: groupRoom}, ink.Hex(0xECECEC))
			d.Say(r.X+3, y+9.6, small+0.5, true, black, l.group)
			y += groupRoom
		}
		h := unit * l.share
		w.label(d, l, ink.Rect{X: r.X + 3, Y: y, W: labelWidth - 6, H: h})
		d.Line(ink.Point{X: r.X, Y: y + h}, ink.Point{X: r.Right(), Y: y + h}, 0.4, grey)
		for i := range 8 {
			x := r.X + labelWidth + float64(i)*col
			d.Line(ink.Point{X: x, Y: y}, ink.Point{X: x, Y: y + h}, 0.4, grey)
		}
		y += h
	}
}

// NewWeek returns the sheet of the seven days from first with what a journal's
// records say is being taken then.
func NewWeek(first journal.Day, log journal.Log) Week {
	b := builder{lasting: log, period: period{first, first.Add(6)}}
	w := Week{First: first}
	for _, t := range b.taken() {
		w.Taken = append(w.Taken, t.short)
	}
	return w
}

// label writes name and hint of a line beside or below each other.
func (w Week) label(d *ink.Drawing, l weekLine, r ink.Rect) {
	size := body - 0.5
	name := ink.Wrap(l.label, r.W, size, true)
	hint := ink.Width(l.hint, 7, false)
	if len(name) == 1 && ink.Width(name[0], size, true)+6+hint <= r.W {
		base := r.Y + r.H/2 + size*0.35
		if l.share > 1.5 {
			base = r.Y + 12
		}
		x := d.Say(r.X, base, size, true, black, name[0])
		d.Say(x+5, base, 7, false, grey, l.hint)
		return
	}
	// Two short lines: the name, shortened when it must be, and the hint.
	first := name[0]
	if len(name) > 1 {
		short := []rune(first)
		for ink.Width(string(short)+"…", size, true) > r.W && len(short) > 1 {
			short = short[:len(short)-1]
		}
		first = string(short) + "…"
	}
	d.Say(r.X, r.Y+r.H/2-0.5, size, true, black, first)
	d.Say(r.X, r.Y+r.H/2+8, 7, false, grey, l.hint)
}

// day is the head of a column.
func (w Week) day(i int) string {
	if w.First.IsZero() {
		return []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}[i]
	}
	d := w.First.Add(i)
	return fmt.Sprintf("%s %d %s", d.Weekday().String()[:3], d.Day, d.Month.String()[:3])
}
