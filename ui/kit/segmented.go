package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Segmented is one control with a few choices side by side of which exactly
// one holds. Left and Right, Home and End choose; it is one stop of Tab.
type Segmented struct {
	control
	labels   []string
	chosen   int
	OnChange func(index int)

	frame, pill, ring *canvas.Rectangle
	texts             []*canvas.Text
}

// NewSegmented returns the control with labels[chosen] chosen.
func NewSegmented(labels []string, chosen int, change func(index int)) *Segmented {
	s := &Segmented{labels: labels, chosen: chosen, OnChange: change}
	s.frame, s.pill = canvas.NewRectangle(transparent), canvas.NewRectangle(transparent)
	s.frame.CornerRadius, s.pill.CornerRadius = radiusControl, radiusControl-1
	s.ring = focusRing(radiusControl)
	for _, label := range labels {
		t := canvas.NewText(label, transparent)
		t.TextStyle.Bold = true
		s.texts = append(s.texts, t)
	}
	s.initControl(s, nil)
	s.actAt = func(at fyne.Position) {
		x := float32(0)
		for i, w := range s.widths(s.Size().Width) {
			x += w
			if at.X <= x {
				s.choose(i)
				return
			}
		}
	}
	return s
}

// Chosen returns the index chosen.
func (s *Segmented) Chosen() int { return s.chosen }

// SetChosen chooses without calling OnChange.
func (s *Segmented) SetChosen(index int) { s.chosen = index; s.Refresh() }

func (s *Segmented) choose(index int) {
	index = min(max(index, 0), len(s.labels)-1)
	if index == s.chosen {
		return
	}
	s.SetChosen(index)
	if s.OnChange != nil {
		s.OnChange(index)
	}
}

// TypedKey moves the choice.
func (s *Segmented) TypedKey(e *fyne.KeyEvent) {
	if s.disabled {
		return
	}
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		s.choose(s.chosen - 1)
	case fyne.KeyRight, fyne.KeyDown:
		s.choose(s.chosen + 1)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.labels) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.TypedRune(' ')
	case fyne.KeyEscape, fyne.KeyF1:
		bubble(s, e)
	}
}

// TypedRune chooses the next on Space, the first after the last.
func (s *Segmented) TypedRune(r rune) {
	if r == ' ' && !s.disabled && len(s.labels) > 0 {
		s.choose((s.chosen + 1) % len(s.labels))
	}
}

// widths shares the width in proportion to what each label needs.
func (s *Segmented) widths(total float32) []float32 {
	need, sum := make([]float32, len(s.texts)), float32(0)
	for i, t := range s.texts {
		need[i] = t.MinSize().Width + 24
		sum += need[i]
	}
	for i := range need {
		need[i] *= total / sum
	}
	return need
}

func (s *Segmented) paint() {
	s.frame.FillColor, s.frame.StrokeColor, s.frame.StrokeWidth = Surface.Color(), Line.Color(), 1
	s.pill.FillColor = Ink.Color()
	for i, t := range s.texts {
		t.TextSize = textSize(SizeControl)
		t.Color = Muted.Color()
		if i == s.chosen {
			t.Color = OnInk.Color()
		} else if s.hovered {
			t.Color = Ink.Color()
		}
	}
	s.pill.Hidden = s.chosen < 0 || s.chosen >= len(s.texts)
	s.paintRing(s.ring)
}

// CreateRenderer draws frame, pill and labels.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	s.paint()
	objects := []fyne.CanvasObject{s.frame, s.pill, s.ring}
	for _, t := range s.texts {
		objects = append(objects, t)
	}
	return &renderer{
		objects: objects,
		layout: func(size fyne.Size) {
			place(s.frame, 0, 0, size.Width, size.Height)
			placeRing(s.ring, 0, 0, size.Width, size.Height)
			x := float32(0)
			for i, w := range s.widths(size.Width) {
				placeCentered(s.texts[i], x, 0, w, size.Height)
				if i == s.chosen {
					place(s.pill, x+1, 1, w-2, size.Height-2)
				}
				x += w
			}
		},
		min: func() fyne.Size {
			var size fyne.Size
			for _, t := range s.texts {
				t.TextSize = textSize(SizeControl)
				m := t.MinSize()
				size.Width += m.Width + 24
				size.Height = max(size.Height, m.Height)
			}
			return fyne.NewSize(size.Width, max(size.Height+14, scaled(34)))
		},
		refresh: s.paint,
		of:      s,
	}
}
