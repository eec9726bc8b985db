package kit

import (
	"context"
	"image"
	"image/draw"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// ChartRender draws a chart at exactly width × height device pixels; scale is
// device pixels per point, for strokes and text. It runs off the drawing thread.
type ChartRender func(width, height int, scale float64, dark bool) (image.Image, error)

// ChartStop is a place on a chart where the hairline can stand.
type ChartStop struct {
	X     float64 // 0 … 1 of the picture's width
	Y     float64 // 0 … 1 of its height, where Grid says that it counts
	Words string  // the exact values there: "21 Nov: severity 6"
}

// ChartView shows a chart at the device's own pixels and draws it again when
// size, scale, theme or render change, meanwhile showing the last picture.
// Pointer, Left, Right, Home and End move a hairline that says exact values;
// on a chart whose values lie over each other as well (Grid) Up and Down too,
// and a ring stands around the value instead. Return and a click open a stop.
type ChartView struct {
	control
	Alt     string // the chart in words, for captions and exports
	Stops   func(width, height int, scale float64) []ChartStop
	Grid    bool               // stops lie over each other: Y counts
	OnPoint func(words string) // words under the hairline, "" when it left
	OnOpen  func(stop int)     // Return or a click at a stop, by its place in Stops; may be nil

	run       Runner
	key       string
	render    ChartRender
	version   int
	picture   image.Image
	shownFor  chartSize
	asked     chartSize
	stops     []ChartStop
	at        int // index of the stop, -1: none
	least     fyne.Size
	raster    *canvas.Raster
	hair      *canvas.Rectangle
	mark      *canvas.Circle // around the value on a Grid
	labelBack *canvas.Rectangle
	label     *canvas.Text
	problem   *Text
	ring      *canvas.Rectangle
}

type chartSize struct {
	w, h, version int
	scale         float64
	dark          bool
}

// NewChartView returns an empty view of at least width × height points. key
// must be its own under run.
func NewChartView(run Runner, key string, width, height float32) *ChartView {
	c := &ChartView{run: run, key: key, at: -1, least: fyne.NewSize(width, height)}
	c.raster = canvas.NewRaster(c.draw)
	c.hair, c.labelBack = canvas.NewRectangle(transparent), canvas.NewRectangle(transparent)
	c.mark = canvas.NewCircle(transparent)
	c.mark.StrokeWidth = 2
	c.labelBack.CornerRadius = radiusTag
	c.label = canvas.NewText("", transparent)
	c.problem = NewText().Align(fyne.TextAlignCenter)
	c.ring = focusRing(radiusTag)
	c.initControl(c, nil)
	c.actAt = func(at fyne.Position) {
		c.point(at)
		c.openStop()
	}
	return c
}

// SetRender draws another chart; alt says it in words.
func (c *ChartView) SetRender(render ChartRender, alt string) {
	c.render, c.Alt = render, alt
	c.version++
	c.at = -1
	c.Refresh()
}

// SetProblem shows words instead of a chart ("too few days"); "" removes them.
func (c *ChartView) SetProblem(words string) {
	c.problem.SetSpans(Span{Text: words, Role: Muted})
	c.Refresh()
}

// draw answers the toolkit with the last finished picture and asks for the
// right one if it is another.
func (c *ChartView) draw(w, h int) image.Image {
	scale := 1.0
	if cv := canvasOf(c.self); cv != nil {
		scale = float64(cv.Scale())
	}
	want := chartSize{w: w, h: h, version: c.version, scale: scale, dark: Dark()}
	if c.render != nil && w > 0 && h > 0 && want != c.shownFor && want != c.asked {
		c.ask(want)
	}
	if c.picture == nil || c.shownFor.version != c.version && c.render == nil {
		return image.NewNRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	}
	if b := c.picture.Bounds(); b.Dx() != w || b.Dy() != h {
		out := image.NewNRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
		draw.Draw(out, out.Bounds(), c.picture, b.Min, draw.Src)
		return out
	}
	return c.picture
}

func (c *ChartView) ask(want chartSize) {
	c.asked = want
	render := c.render
	var picture image.Image
	c.run.Run(c.key, func(context.Context) error {
		var err error
		picture, err = render(want.w, want.h, want.scale, want.dark)
		return err
	}, func(err error) {
		if err != nil {
			c.picture = nil
			c.shownFor = want
			c.SetProblem(sentence(err.Error()))
			return
		}
		c.problem.SetText("")
		c.picture, c.shownFor = picture, want
		c.stops = nil
		if c.Stops != nil {
			c.stops = c.Stops(want.w, want.h, want.scale)
		}
		c.Refresh()
	})
}

// Words returns what the hairline says, "" where there is none.
func (c *ChartView) Words() string {
	if c.at < 0 || c.at >= len(c.stops) {
		return ""
	}
	return c.stops[c.at].Words
}

func (c *ChartView) moveTo(i int) {
	if len(c.stops) == 0 {
		i = -1
	} else {
		i = min(max(i, -1), len(c.stops)-1)
	}
	if i == c.at {
		return
	}
	c.at = i
	c.Refresh()
	if c.OnPoint != nil {
		c.OnPoint(c.Words())
	}
}

func (c *ChartView) point(at fyne.Position) {
	best, found := math.Inf(1), -1
	for i, s := range c.stops {
		d := math.Abs(s.X*float64(c.Size().Width) - float64(at.X))
		if c.Grid {
			d = math.Hypot(d, s.Y*float64(c.Size().Height)-float64(at.Y))
		}
		if d < best {
			best, found = d, i
		}
	}
	c.moveTo(found)
}

func (c *ChartView) openStop() {
	if c.OnOpen != nil && c.at >= 0 && c.at < len(c.stops) {
		c.OnOpen(c.at)
	}
}

// above returns the stop nearest to the one chosen among those higher (up) or
// lower, the one chosen when there is none.
func (c *ChartView) above(up bool) int {
	if c.at < 0 || c.at >= len(c.stops) {
		return 0
	}
	from, found, best := c.stops[c.at], c.at, math.Inf(1)
	for i, s := range c.stops {
		dy := s.Y - from.Y
		if up {
			dy = -dy
		}
		// What stands in the same column comes first, then what is near.
		if d := dy + 4*math.Abs(s.X-from.X); dy > 1e-6 && d < best {
			best, found = d, i
		}
	}
	return found
}

// MouseMoved moves the hairline.
func (c *ChartView) MouseMoved(e *desktop.MouseEvent) { c.point(e.Position) }

// MouseOut removes the hairline.
func (c *ChartView) MouseOut() {
	c.moveTo(-1)
	c.control.MouseOut()
}

// Cursor is a crosshair.
func (c *ChartView) Cursor() desktop.Cursor { return desktop.CrosshairCursor }

// TypedKey moves the hairline.
func (c *ChartView) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		c.moveTo(max(c.at-1, 0))
	case fyne.KeyRight:
		c.moveTo(c.at + 1)
	case fyne.KeyHome:
		c.moveTo(0)
	case fyne.KeyEnd:
		c.moveTo(len(c.stops) - 1)
	case fyne.KeyUp, fyne.KeyDown:
		if c.Grid {
			c.moveTo(c.above(e.Name == fyne.KeyUp))
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		c.openStop()
	case fyne.KeyEscape:
		if c.at < 0 {
			bubble(c, e)
		}
		c.moveTo(-1)
	case fyne.KeyF1:
		bubble(c, e)
	}
}

func (c *ChartView) paint() {
	c.hair.FillColor = withAlpha(Ink.Color(), 0x88)
	c.labelBack.FillColor = Ink.Color()
	c.label.Text, c.label.Color, c.label.TextSize = c.Words(), OnInk.Color(), textSize(SizeSmall)
	none := c.Words() == ""
	c.hair.Hidden, c.label.Hidden, c.labelBack.Hidden = none || c.Grid, none, none
	c.mark.Hidden, c.mark.StrokeColor = none || !c.Grid, Ink.Color()
	c.problem.Hidden = c.problem.Text() == ""
	c.paintRing(c.ring)
	canvas.Refresh(c.raster)
}

// CreateRenderer draws picture, hairline and label.
func (c *ChartView) CreateRenderer() fyne.WidgetRenderer {
	c.paint()
	return &renderer{
		objects: []fyne.CanvasObject{c.raster, c.problem, c.hair, c.mark, c.labelBack, c.label, c.ring},
		layout: func(size fyne.Size) {
			place(c.raster, 0, 0, size.Width, size.Height)
			placeRing(c.ring, 0, 0, size.Width, size.Height)
			c.problem.Resize(fyne.NewSize(size.Width, c.problem.Size().Height))
			h := c.problem.MinSize().Height
			place(c.problem, 0, (size.Height-h)/2, size.Width, h)
			if c.Words() == "" {
				return
			}
			x := float32(c.stops[c.at].X) * size.Width
			place(c.hair, x-0.5, 0, 1, size.Height)
			m := c.label.MinSize()
			left := min(max(0, x-m.Width/2-8), max(0, size.Width-m.Width-16))
			top := float32(0)
			if c.Grid {
				y := float32(c.stops[c.at].Y) * size.Height
				place(c.mark, x-9, y-9, 18, 18)
				if top = y - m.Height - 20; top < 0 {
					top = y + 14
				}
			}
			place(c.labelBack, left, top, m.Width+16, m.Height+6)
			place(c.label, left+8, top+3, m.Width, m.Height)
		},
		min:     func() fyne.Size { return c.least },
		refresh: c.paint,
		of:      c,
	}
}
