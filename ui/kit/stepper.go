package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Stepper is a number with − and + at its sides. The arrows step, Home and End
// go to the ends; it is one stop of Tab.
type Stepper struct {
	control
	value, least, most, step float64
	format                   func(float64) string
	OnChange                 func(float64)

	frame, ring *canvas.Rectangle
	text        *canvas.Text
	less, more  *Icon
}

// NewStepper returns a stepper from least to most; format writes the number
// with its unit.
func NewStepper(value, least, most, step float64, format func(float64) string, change func(float64)) *Stepper {
	s := &Stepper{value: value, least: least, most: most, step: step, format: format, OnChange: change}
	s.frame, s.ring = canvas.NewRectangle(transparent), focusRing(radiusControl)
	s.frame.CornerRadius = radiusControl
	s.text = canvas.NewText("", transparent)
	s.text.TextStyle.Bold = true
	s.less, s.more = NewIconSized("minus", Ink, 14), NewIconSized("plus", Ink, 14)
	s.initControl(s, nil)
	s.actAt = func(at fyne.Position) {
		switch third := s.Size().Width / 3; {
		case at.X < third:
			s.choose(s.value - s.step)
		case at.X > 2*third:
			s.choose(s.value + s.step)
		}
	}
	return s
}

// Value returns the number.
func (s *Stepper) Value() float64 { return s.value }

// SetValue shows a number without calling OnChange.
func (s *Stepper) SetValue(v float64) { s.value = v; s.Refresh() }

func (s *Stepper) choose(v float64) {
	v = s.least + math.Round((v-s.least)/s.step)*s.step
	v = math.Round(min(max(v, s.least), s.most)*1e6) / 1e6
	if s.disabled || v == s.value {
		return
	}
	s.SetValue(v)
	if s.OnChange != nil {
		s.OnChange(v)
	}
}

// TypedKey steps.
func (s *Stepper) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		s.choose(s.value - s.step)
	case fyne.KeyRight, fyne.KeyUp:
		s.choose(s.value + s.step)
	case fyne.KeyHome:
		s.choose(s.least)
	case fyne.KeyEnd:
		s.choose(s.most)
	case fyne.KeyEscape, fyne.KeyF1:
		bubble(s, e)
	}
}

// TypedRune steps on + and −.
func (s *Stepper) TypedRune(r rune) {
	switch r {
	case '+':
		s.choose(s.value + s.step)
	case '-':
		s.choose(s.value - s.step)
	}
}

func (s *Stepper) paint() {
	s.frame.FillColor, s.frame.StrokeColor, s.frame.StrokeWidth = Surface.Color(), Line.Color(), 1
	s.text.Text, s.text.TextSize, s.text.Color = s.format(s.value), textSize(SizeControl), Ink.Color()
	faint := mix(Surface.Color(), Muted.Color(), 0.5)
	for _, end := range []struct {
		icon *Icon
		over bool
	}{{s.less, s.value <= s.least}, {s.more, s.value >= s.most}} {
		if end.over || s.disabled {
			end.icon.paintIn(faint)
		} else {
			end.icon.paintIn(Ink.Color())
		}
	}
	s.paintRing(s.ring)
}

// CreateRenderer draws frame, signs and number.
func (s *Stepper) CreateRenderer() fyne.WidgetRenderer {
	s.paint()
	return &renderer{
		objects: []fyne.CanvasObject{s.frame, s.ring, s.less, s.text, s.more},
		layout: func(size fyne.Size) {
			place(s.frame, 0, 0, size.Width, size.Height)
			placeRing(s.ring, 0, 0, size.Width, size.Height)
			edge := scaled(14)
			place(s.less, 11, (size.Height-edge)/2, edge, edge)
			place(s.more, size.Width-edge-11, (size.Height-edge)/2, edge, edge)
			placeCentered(s.text, 0, 0, size.Width, size.Height)
		},
		min: func() fyne.Size {
			var wide float32
			for _, v := range []float64{s.least, s.most, s.value} {
				wide = max(wide, fyne.MeasureText(s.format(v), textSize(SizeControl), s.text.TextStyle).Width)
			}
			return fyne.NewSize(wide+2*(scaled(14)+22), scaled(34))
		},
		refresh: s.paint,
		of:      s,
	}
}
