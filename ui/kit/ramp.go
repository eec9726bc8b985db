package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Ramp explains the colours of severity: 0 to 10 side by side, with words at
// the ends.
type Ramp struct {
	widget.BaseWidget
	boxes       [11]*canvas.Rectangle
	digits      [11]*canvas.Text
	left, right *canvas.Text
}

// NewRamp returns the legend of the severity colours.
func NewRamp(least, most string) *Ramp {
	r := &Ramp{left: canvas.NewText(least, transparent), right: canvas.NewText(most, transparent)}
	for i := range r.boxes {
		r.boxes[i] = canvas.NewRectangle(transparent)
		r.digits[i] = canvas.NewText(strconv.Itoa(i), transparent)
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *Ramp) paint() {
	for i := range r.boxes {
		r.boxes[i].FillColor = Severity(float64(i))
		r.digits[i].Color, r.digits[i].TextSize = OnSeverity(float64(i)), textSize(SizeSmall)
	}
	for _, t := range []*canvas.Text{r.left, r.right} {
		t.Color, t.TextSize = Muted.Color(), textSize(SizeSmall)
	}
}

// CreateRenderer draws the boxes and the words below them.
func (r *Ramp) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	objects := []fyne.CanvasObject{r.left, r.right}
	for i := range r.boxes {
		objects = append(objects, r.boxes[i], r.digits[i])
	}
	height := func() float32 { return r.digits[0].MinSize().Height + 2 }
	return &renderer{
		objects: objects,
		layout: func(size fyne.Size) {
			w, h := size.Width/11, height()
			for i := range r.boxes {
				place(r.boxes[i], float32(i)*w, 0, min(w+1, size.Width-float32(i)*w), h) // no gap between pixels
				placeCentered(r.digits[i], float32(i)*w, 0, w, h)
			}
			m := r.right.MinSize()
			place(r.left, 0, h+3, r.left.MinSize().Width, m.Height)
			place(r.right, size.Width-m.Width, h+3, m.Width, m.Height)
		},
		min: func() fyne.Size {
			return fyne.NewSize(max(scaled(11*18), r.left.MinSize().Width+r.right.MinSize().Width+12), height()+3+r.left.MinSize().Height)
		},
		refresh: r.paint,
		of:      r,
	}
}
