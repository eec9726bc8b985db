package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Tag is a short word on a soft tint: a food's property, a grade of a link.
type Tag struct {
	widget.BaseWidget
	label string
	role  Role
	shape *canvas.Rectangle
	text  *canvas.Text
}

// NewTag returns a tag; Muted gives the neutral one.
func NewTag(label string, role Role) *Tag {
	t := &Tag{label: label, role: role, shape: canvas.NewRectangle(transparent), text: canvas.NewText(label, transparent)}
	t.shape.CornerRadius = radiusTag
	t.text.TextStyle.Bold = true
	t.ExtendBaseWidget(t)
	return t
}

// Set changes words and role.
func (t *Tag) Set(label string, role Role) { t.label, t.role = label, role; t.Refresh() }

func (t *Tag) paint() {
	t.shape.FillColor = t.role.Tint()
	t.text.Text, t.text.Color, t.text.TextSize = t.label, t.role.Color(), textSize(SizeSmall)
}

// CreateRenderer draws tint and words.
func (t *Tag) CreateRenderer() fyne.WidgetRenderer {
	t.paint()
	return &renderer{
		objects: []fyne.CanvasObject{t.shape, t.text},
		layout: func(size fyne.Size) {
			place(t.shape, 0, 0, size.Width, size.Height)
			placeCentered(t.text, 0, 0, size.Width, size.Height)
		},
		min: func() fyne.Size {
			t.text.TextSize = textSize(SizeSmall)
			return t.text.MinSize().AddWidthHeight(14, 3)
		},
		refresh: t.paint,
		of:      t,
	}
}
