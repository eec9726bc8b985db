package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// box is a filled, rounded, bordered ground behind one object, with colours
// that follow the theme.
type box struct {
	widget.BaseWidget
	shape        *canvas.Rectangle
	content      fyne.CanvasObject
	padX, padY   float32
	fill, stroke func() color.NRGBA
}

func newBox(content fyne.CanvasObject, radius, padX, padY float32, fill, stroke func() color.NRGBA) *box {
	b := &box{content: content, padX: padX, padY: padY, fill: fill, stroke: stroke, shape: canvas.NewRectangle(fill())}
	b.shape.CornerRadius = radius
	b.ExtendBaseWidget(b)
	return b
}

func (b *box) paint() {
	b.shape.FillColor = b.fill()
	if b.stroke != nil {
		b.shape.StrokeColor = b.stroke()
		b.shape.StrokeWidth = 1
	}
}

func (b *box) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	return &renderer{
		objects: []fyne.CanvasObject{b.shape, b.content},
		layout: func(size fyne.Size) {
			place(b.shape, 0, 0, size.Width, size.Height)
			place(b.content, b.padX, b.padY, max(0, size.Width-2*b.padX), max(0, size.Height-2*b.padY))
		},
		min:     func() fyne.Size { return b.content.MinSize().AddWidthHeight(2*b.padX, 2*b.padY) },
		refresh: func() { b.paint(); relay(b.content) },
		of:      b,
	}
}

// NewNote returns a soft tinted box in a role's colour around an object.
func NewNote(role Role, content fyne.CanvasObject) fyne.CanvasObject {
	return newBox(content, radiusControl, 14, 12, role.Tint, nil)
}

// NewPanel returns a card's ground (surface, hairline, radius 12) without
// title or padding, for lists that run from edge to edge.
func NewPanel(content fyne.CanvasObject) fyne.CanvasObject {
	return newBox(content, radiusCard, 0, 0, Surface.Color, Line.Color)
}

// NewGround returns an object on the colour of a role, radius 12, no line.
func NewGround(role Role, content fyne.CanvasObject) fyne.CanvasObject {
	return newBox(content, radiusCard, 0, 0, role.Color, nil)
}
