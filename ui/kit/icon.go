package kit

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var transparent = color.NRGBA{}

// Icon shows one of the program's own flat icons in a role's colour.
type Icon struct {
	widget.BaseWidget
	name   string
	role   Role
	color  color.NRGBA
	points float32 // edge at 100 % text scale
	raster *canvas.Raster
}

// NewIcon returns the icon name ("skin", "meals"; assets/icons lists them) in
// the role's colour, 20 points at 100 %.
func NewIcon(name string, role Role) *Icon { return NewIconSized(name, role, 20) }

// NewIconSized is NewIcon with an edge in points at 100 % text scale.
func NewIconSized(name string, role Role, points float32) *Icon {
	i := &Icon{name: name, role: role, color: role.Color(), points: points}
	i.raster = canvas.NewRaster(i.draw)
	i.ExtendBaseWidget(i)
	return i
}

// draw returns the icon at the device's pixels.
func (i *Icon) draw(w, h int) image.Image {
	icons := Current().opts.Icons
	if icons == nil {
		return image.NewNRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	}
	return icons.draw(i.name, w, h, i.color)
}

// Set changes name and role.
func (i *Icon) Set(name string, role Role) {
	i.name, i.role = name, role
	i.Refresh()
}

func (i *Icon) paint() {
	i.paintIn(i.role.Color())
}

func (i *Icon) paintIn(c color.NRGBA) {
	i.color = c
	i.raster.Refresh()
}

// CreateRenderer shows the picture in the middle.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		objects: []fyne.CanvasObject{i.raster},
		layout: func(size fyne.Size) {
			edge := min(scaled(i.points), size.Width, size.Height)
			place(i.raster, (size.Width-edge)/2, (size.Height-edge)/2, edge, edge)
		},
		min:     func() fyne.Size { return fyne.NewSquareSize(scaled(i.points)) },
		refresh: i.paint,
		of:      i,
	}
}
