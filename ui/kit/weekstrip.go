package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"skinward/app/journal"
)

// WeekStrip shows seven days as boxes, ending with a given day or holding it,
// each with a bar of its severity. Left and Right move; it is one Tab stop.
type WeekStrip struct {
	control
	Mark     func(journal.Day) DayMark
	OnChosen func(journal.Day)

	last, chosen     journal.Day
	boxes, bars      [7]*canvas.Rectangle
	letters, numbers [7]*canvas.Text
	ring             *canvas.Rectangle
}

// NewWeekStrip returns the strip of the seven days up to last.
func NewWeekStrip(last, chosen journal.Day, choose func(journal.Day)) *WeekStrip {
	w := &WeekStrip{last: last, chosen: chosen, OnChosen: choose, ring: focusRing(radiusControl)}
	for i := range w.boxes {
		w.boxes[i], w.bars[i] = canvas.NewRectangle(transparent), canvas.NewRectangle(transparent)
		w.boxes[i].CornerRadius, w.bars[i].CornerRadius = radiusControl+2, 2
		w.letters[i], w.numbers[i] = canvas.NewText("", transparent), canvas.NewText("", transparent)
		w.numbers[i].TextStyle.Bold = true
	}
	w.initControl(w, nil)
	w.actAt = func(at fyne.Position) {
		box, gap := w.boxSize()
		if i := int(at.X / (box + gap)); i >= 0 && i < 7 {
			w.choose(w.last.Add(i - 6))
		}
	}
	return w
}

// Set shows other days.
func (w *WeekStrip) Set(last, chosen journal.Day) { w.last, w.chosen = last, chosen; w.Refresh() }

// Chosen returns the marked day.
func (w *WeekStrip) Chosen() journal.Day { return w.chosen }

func (w *WeekStrip) choose(day journal.Day) {
	if day == w.chosen {
		return
	}
	w.chosen = day
	w.Refresh()
	if w.OnChosen != nil {
		w.OnChosen(day)
	}
}

// TypedKey moves one day.
func (w *WeekStrip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		w.choose(w.chosen.Add(-1))
	case fyne.KeyRight:
		w.choose(w.chosen.Add(1))
	default:
		w.control.TypedKey(e)
	}
}

func (w *WeekStrip) boxSize() (box, gap float32) { return scaled(44), 6 }

func (w *WeekStrip) paint() {
	for i := range w.boxes {
		day := w.last.Add(i - 6)
		on := day == w.chosen
		fill, ink, soft := Surface.Color(), Ink.Color(), Muted.Color()
		if on {
			fill, ink, soft = Ink.Color(), OnInk.Color(), mix(Ink.Color(), OnInk.Color(), 0.8)
		}
		w.boxes[i].FillColor, w.boxes[i].StrokeColor, w.boxes[i].StrokeWidth = fill, Line.Color(), 1
		if on {
			w.boxes[i].StrokeColor = fill
		}
		w.letters[i].Text, w.letters[i].Color, w.letters[i].TextSize = CurrentDates().Letter(day.Weekday()), soft, textSize(SizeSmall)
		w.numbers[i].Text, w.numbers[i].Color, w.numbers[i].TextSize = strconv.Itoa(day.Day), ink, textSize(SizeSmall)
		w.bars[i].FillColor = transparent
		if w.Mark != nil {
			if m := w.Mark(day); m.Shaded {
				w.bars[i].FillColor = Severity(m.Value)
			}
		}
	}
	w.paintRing(w.ring)
}

// CreateRenderer draws the seven boxes.
func (w *WeekStrip) CreateRenderer() fyne.WidgetRenderer {
	w.paint()
	var objects []fyne.CanvasObject
	for i := range w.boxes {
		objects = append(objects, w.boxes[i], w.bars[i], w.letters[i], w.numbers[i])
	}
	return &renderer{
		objects: append(objects, w.ring),
		layout: func(size fyne.Size) {
			box, gap := w.boxSize()
			for i := range w.boxes {
				x := float32(i) * (box + gap)
				place(w.boxes[i], x, 0, box, box)
				line := box * 0.3
				placeCentered(w.letters[i], x, box*0.12, box, line)
				placeCentered(w.numbers[i], x, box*0.42, box, line)
				place(w.bars[i], x+box*0.3, box*0.8, box*0.4, 4)
				if w.last.Add(i-6) == w.chosen {
					placeRing(w.ring, x, 0, box, box)
				}
			}
		},
		min: func() fyne.Size {
			box, gap := w.boxSize()
			return fyne.NewSize(7*box+6*gap, box)
		},
		refresh: w.paint,
		of:      w,
	}
}
