package kit

import (
	"bytes"
	"fmt"
	"image/color"
	"io/fs"

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
	points float32 // edge at 100 % text scale
	image  *canvas.Image
}

// NewIcon returns the icon name ("skin", "meals"; assets/icons lists them) in
// the role's colour, 20 points at 100 %.
func NewIcon(name string, role Role) *Icon { return NewIconSized(name, role, 20) }

// NewIconSized is NewIcon with an edge in points at 100 % text scale.
func NewIconSized(name string, role Role, points float32) *Icon {
	i := &Icon{name: name, role: role, points: points, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	i.paint()
	i.ExtendBaseWidget(i)
	return i
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
	if resource := iconResource(i.name, c); resource != nil {
		i.image.Resource = resource
		i.image.Refresh()
	}
}

// iconResource colours the named icon; nil if there is none. The name holds
// the colour, since the toolkit caches pictures by name.
func iconResource(name string, c color.NRGBA) fyne.Resource {
	icons := Current().opts.Icons
	if icons == nil || name == "" {
		return nil
	}
	source, err := fs.ReadFile(icons, name+".svg")
	if err != nil {
		return nil
	}
	code := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	return fyne.NewStaticResource(name+code+".svg", bytes.ReplaceAll(source, []byte("#000000"), []byte(code)))
}

// CreateRenderer shows the picture in the middle.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		objects: []fyne.CanvasObject{i.image},
		layout: func(size fyne.Size) {
			edge := min(scaled(i.points), size.Width, size.Height)
			place(i.image, (size.Width-edge)/2, (size.Height-edge)/2, edge, edge)
		},
		min:     func() fyne.Size { return fyne.NewSquareSize(scaled(i.points)) },
		refresh: i.paint,
		of:      i,
	}
}
