package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// RailItem is a place in the rail: icon, name, and its shortcut at the right
// where there is room for it.
type RailItem struct {
	control
	chosen   bool
	iconName string
	shape    *canvas.Rectangle
	ring     *canvas.Rectangle
	icon     *Icon
	label    *canvas.Text
	hint     *canvas.Text
}

// NewRailItem returns an item that is not chosen.
func NewRailItem(icon, label, hint string, tapped func()) *RailItem {
	r := &RailItem{iconName: icon, shape: canvas.NewRectangle(transparent), ring: focusRing(radiusControl)}
	r.shape.CornerRadius = radiusControl
	r.icon = NewIconSized(icon, Muted, 18)
	r.label, r.hint = canvas.NewText(label, transparent), canvas.NewText(hint, transparent)
	r.initControl(r, tapped)
	return r
}

// SetChosen marks the item as the place that is shown.
func (r *RailItem) SetChosen(on bool) { r.chosen = on; r.Refresh() }

func (r *RailItem) paint() {
	fill, ink := transparent, Muted.Color()
	switch {
	case r.chosen:
		fill, ink = Primary.Color(), OnPrimary.Color()
	case r.hovered:
		fill, ink = withAlpha(Ink.Color(), 0x0d), Ink.Color()
	}
	r.shape.FillColor = fill
	r.icon.paintIn(ink)
	r.label.Color, r.label.TextSize, r.label.TextStyle.Bold = ink, textSize(SizeBody), r.chosen
	r.hint.Color, r.hint.TextSize = ink, textSize(SizeSmall)
	r.paintRing(r.ring)
}

// CreateRenderer draws shape, icon, name and shortcut.
func (r *RailItem) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &renderer{
		objects: []fyne.CanvasObject{r.shape, r.ring, r.icon, r.label, r.hint},
		layout: func(size fyne.Size) {
			place(r.shape, 0, 0, size.Width, size.Height)
			placeRing(r.ring, 0, 0, size.Width, size.Height)
			edge := scaled(18)
			place(r.icon, 12, (size.Height-edge)/2, edge, edge)
			m, x := r.label.MinSize(), 12+edge+12
			place(r.label, x, (size.Height-m.Height)/2, m.Width, m.Height)
			h := r.hint.MinSize()
			place(r.hint, size.Width-h.Width-12, (size.Height-h.Height)/2, h.Width, h.Height)
			r.hint.Hidden = x+m.Width+8 > size.Width-h.Width-12
		},
		min: func() fyne.Size {
			bold := fyne.MeasureText(r.label.Text, textSize(SizeBody), fyne.TextStyle{Bold: true})
			return fyne.NewSize(12+scaled(18)+12+bold.Width+12, max(bold.Height+16, 37))
		},
		refresh: r.paint,
		of:      r,
	}
}
