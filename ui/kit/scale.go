package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Scale takes a number from 0 to 10, or nothing. Digits answer at once, X is
// ten, Left and Right step, Home and End go to the ends, Delete and Backspace
// clear; a tap on the chosen box clears as well. It is one stop of Tab.
type Scale struct {
	control
	value    int // 0 … 10, -1: not recorded
	role     Role
	least    string
	most     string
	OnChange func(value int, recorded bool)
	OnEnter  func() // Return: on to the next question
	Retry    bool   // the number shown is not saved: the same answer counts again

	boxes       [11]*canvas.Rectangle
	digits      [11]*canvas.Text
	mark, ring  *canvas.Rectangle
	left, right *canvas.Text
	none        *canvas.Text // says that nothing is recorded
}

// NewSeverityScale returns a scale coloured by the severity ramp, with words
// at its ends ("" for none).
func NewSeverityScale(least, most string, change func(value int, recorded bool)) *Scale {
	return NewScale("", least, most, change)
}

// NewScale returns a scale whose chosen box has a role's colour.
func NewScale(role Role, least, most string, change func(value int, recorded bool)) *Scale {
	s := &Scale{value: -1, role: role, least: least, most: most, OnChange: change}
	for i := range s.boxes {
		s.boxes[i] = canvas.NewRectangle(transparent)
		s.boxes[i].CornerRadius = radiusTag
		s.digits[i] = canvas.NewText(strconv.Itoa(i), transparent)
		s.digits[i].TextStyle.Bold = true
	}
	s.mark, s.ring = canvas.NewRectangle(transparent), focusRing(radiusTag)
	s.mark.CornerRadius, s.mark.StrokeWidth = radiusTag+2, 2
	s.left, s.right = canvas.NewText(least, transparent), canvas.NewText(most, transparent)
	s.none = canvas.NewText("not recorded", transparent)
	s.initControl(s, nil)
	s.actAt = func(at fyne.Position) {
		i := int(at.X / (s.Size().Width / 11))
		if at.Y > s.boxHeight() || i < 0 || i > 10 {
			return
		}
		if i == s.value {
			i = -1
		}
		s.choose(i)
	}
	return s
}

// Value returns the number and whether one is recorded.
func (s *Scale) Value() (value int, recorded bool) { return max(s.value, 0), s.value >= 0 }

// SetValue shows a number without calling OnChange; outside 0 … 10 is nothing.
func (s *Scale) SetValue(value int) {
	if value < 0 || value > 10 {
		value = -1
	}
	s.value = value
	s.Refresh()
}

// Clear shows "not recorded" without calling OnChange.
func (s *Scale) Clear() { s.SetValue(-1) }

func (s *Scale) choose(value int) {
	if s.disabled || value == s.value && !s.Retry {
		return
	}
	s.SetValue(value)
	if s.OnChange != nil {
		s.OnChange(max(value, 0), value >= 0)
	}
}

// TypedRune answers with a digit or X.
func (s *Scale) TypedRune(r rune) {
	switch {
	case r >= '0' && r <= '9':
		s.choose(int(r - '0'))
	case r == 'x' || r == 'X':
		s.choose(10)
	}
}

// TypedKey steps and clears.
func (s *Scale) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		s.choose(max(s.value-1, 0))
	case fyne.KeyRight, fyne.KeyUp:
		s.choose(min(s.value+1, 10))
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(10)
	case fyne.KeyDelete, fyne.KeyBackspace:
		s.choose(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.OnEnter != nil {
			s.OnEnter()
		}
	case fyne.KeyEscape, fyne.KeyF1:
		bubble(s, e)
	}
}

func (s *Scale) fill(i int) (fill, ink color.NRGBA) {
	if i != s.value {
		return Raised.Color(), Muted.Color()
	}
	if s.role == "" {
		return Severity(float64(i)), OnSeverity(float64(i))
	}
	return s.role.Color(), readableOn(s.role.Color())
}

func (s *Scale) boxHeight() float32 { return scaled(30) }

func (s *Scale) paint() {
	for i := range s.boxes {
		s.boxes[i].FillColor, s.digits[i].Color = s.fill(i)
		s.digits[i].TextSize = textSize(SizeSmall)
	}
	s.mark.StrokeColor = Ink.Color()
	s.mark.Hidden = s.value < 0
	for _, t := range []*canvas.Text{s.left, s.right, s.none} {
		t.TextSize, t.Color = textSize(SizeSmall), Muted.Color()
	}
	s.left.Text, s.right.Text = s.least, s.most
	s.paintRing(s.ring)
}

func (s *Scale) layoutIn(size fyne.Size) {
	gap := float32(4)
	if size.Width < scaled(290) {
		gap = 2
	}
	w, h := (size.Width-10*gap)/11, s.boxHeight()
	for i := range s.boxes {
		x := float32(i) * (w + gap)
		place(s.boxes[i], x, 0, w, h)
		placeCentered(s.digits[i], x, 0, w, h)
		if i == s.value {
			place(s.boxes[i], x-1, -1, w+2, h+2)
			place(s.mark, x-2, -2, w+4, h+4)
		}
	}
	placeRing(s.ring, -1, -1, size.Width+2, h+2)
	m := s.left.MinSize()
	place(s.left, 0, h+4, m.Width, m.Height)
	m = s.right.MinSize()
	place(s.right, size.Width-m.Width, h+4, m.Width, m.Height)
	s.placeNone(size, h+4)
}

// placeNone says "not recorded" between the words at the ends, where there are
// such words and room between them.
func (s *Scale) placeNone(size fyne.Size, y float32) {
	left, right, m := s.left.MinSize().Width, s.right.MinSize().Width, s.none.MinSize()
	x := (size.Width - m.Width) / 2
	s.none.Hidden = s.value >= 0 || s.least == "" && s.most == "" || x < left+8 || x+m.Width > size.Width-right-8
	place(s.none, x, y, m.Width, m.Height)
}

// CreateRenderer draws the boxes and the words at the ends.
func (s *Scale) CreateRenderer() fyne.WidgetRenderer {
	s.paint()
	objects := []fyne.CanvasObject{s.ring}
	for i := range s.boxes {
		objects = append(objects, s.boxes[i], s.digits[i])
	}
	return &renderer{
		objects: append(objects, s.mark, s.left, s.none, s.right),
		layout:  s.layoutIn,
		min: func() fyne.Size {
			s.digits[10].TextSize, s.left.TextSize = textSize(SizeSmall), textSize(SizeSmall)
			size := fyne.NewSize(11*(s.digits[10].MinSize().Width+1)+20, s.boxHeight())
			if s.least != "" || s.most != "" {
				size.Height += s.left.MinSize().Height + 4
			}
			return size
		},
		refresh: s.paint,
		of:      s,
	}
}
