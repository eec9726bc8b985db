package kit

import (
	"context"
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Region is a place in an illustration that answers: a circle (Radius > 0) or
// a polygon, in the units of the viewBox, counted from its top left corner.
type Region struct {
	ID, Label string
	X, Y      float64 // centre; also where the ring of a polygon stands
	Radius    float64
	Points    [][2]float64
}

// Contains reports whether a point lies in the region.
func (r Region) Contains(x, y float64) bool {
	if r.Radius > 0 && math.Hypot(x-r.X, y-r.Y) <= r.Radius {
		return true
	}
	inside := false
	for i, j := 0, len(r.Points)-1; i < len(r.Points); j, i = i, i+1 {
		a, b := r.Points[i], r.Points[j]
		if (a[1] > y) != (b[1] > y) && x < (b[0]-a[0])*(y-a[1])/(b[1]-a[1])+a[0] {
			inside = !inside
		}
	}
	return inside
}

// Illustration draws an SVG at the device's own pixels. Its regions answer to
// pointer and keyboard: arrows walk them in the order given, Return opens.
type Illustration struct {
	control
	OnPoint  func(id string) // region under pointer or cursor, "" when left
	OnChosen func(id string)

	run      Runner
	key      string
	source   []byte
	darkMap  map[string]string // colours of the light drawing to those on dark
	boxW     float64
	boxH     float64
	regions  []Region
	at       int
	picture  image.Image
	shownFor plateSize
	asked    plateSize
	version  int
	least    fyne.Size
	raster   *canvas.Raster
	ring     *canvas.Rectangle
	spot     *canvas.Circle
	pins     []pin
}

type plateSize struct {
	w, h, version int
	dark          bool
}

type pin struct {
	object fyne.CanvasObject
	x, y   float64
}

// NewIllustration returns the drawing of an SVG whose viewBox is boxW × boxH,
// at least width × height points large. key must be its own under run.
func NewIllustration(run Runner, key string, source []byte, boxW, boxH float64, width, height float32) *Illustration {
	p := &Illustration{run: run, key: key, source: source, boxW: boxW, boxH: boxH, at: -1, least: fyne.NewSize(width, height)}
	p.raster = canvas.NewRaster(p.draw)
	p.ring, p.spot = focusRing(radiusCard), canvas.NewCircle(transparent)
	p.spot.StrokeWidth = 2.5
	p.initControl(p, func() { p.choose(p.at) })
	p.actAt = func(at fyne.Position) {
		if i := p.find(at); i >= 0 {
			p.at = i
			p.Refresh()
			p.choose(i)
		}
	}
	return p
}

// SetSource shows another SVG with the same viewBox.
func (p *Illustration) SetSource(source []byte) {
	p.source = source
	p.version++
	p.Refresh()
}

// SetDarkColors gives the colours of the dark theme: "#rrggbb" to "#rrggbb".
func (p *Illustration) SetDarkColors(m map[string]string) { p.darkMap = m; p.version++; p.Refresh() }

// SetRegions gives the places that answer.
func (p *Illustration) SetRegions(regions []Region) { p.regions, p.at = regions, -1; p.Refresh() }

// Select marks a region without calling anything; "" marks none.
func (p *Illustration) Select(id string) {
	p.at = -1
	for i, r := range p.regions {
		if r.ID == id {
			p.at = i
		}
	}
	p.Refresh()
}

// Pin lays an object (a number, a label) centred on a point of the viewBox.
// Call it before the illustration is first shown.
func (p *Illustration) Pin(o fyne.CanvasObject, x, y float64) {
	p.pins = append(p.pins, pin{o, x, y})
}

func (p *Illustration) draw(w, h int) image.Image {
	want := plateSize{w: w, h: h, version: p.version, dark: Dark()}
	if want != p.shownFor && want != p.asked && w > 0 && h > 0 {
		p.ask(want)
	}
	if p.picture == nil {
		return image.NewNRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	}
	return p.picture
}

func (p *Illustration) ask(want plateSize) {
	p.asked = want
	source, recolor := p.source, map[string]string(nil)
	if want.dark {
		recolor = p.darkMap
	}
	var picture image.Image
	p.run.Run(p.key, func(context.Context) error {
		var err error
		picture, err = drawSVG(source, want.w, want.h, recolor)
		return err
	}, func(err error) {
		if err == nil {
			p.picture, p.shownFor = picture, want
			canvas.Refresh(p.raster)
		}
	})
}

// place returns where a point of the viewBox lies and the points per unit.
func (p *Illustration) place(x, y float64) (at fyne.Position, scale float64) {
	size := p.Size()
	left, top, scale := fit(p.boxW, p.boxH, float64(size.Width), float64(size.Height))
	return fyne.NewPos(float32(left+x*scale), float32(top+y*scale)), scale
}

func (p *Illustration) find(at fyne.Position) int {
	origin, scale := p.place(0, 0)
	x, y := float64(at.X-origin.X)/scale, float64(at.Y-origin.Y)/scale
	for i := len(p.regions) - 1; i >= 0; i-- {
		if p.regions[i].Contains(x, y) {
			return i
		}
	}
	return -1
}

func (p *Illustration) choose(i int) {
	if i >= 0 && i < len(p.regions) && p.OnChosen != nil {
		p.OnChosen(p.regions[i].ID)
	}
}

func (p *Illustration) pointAt(i int) {
	if p.OnPoint == nil {
		return
	}
	if i < 0 {
		p.OnPoint("")
		return
	}
	p.OnPoint(p.regions[i].ID)
}

// MouseMoved tells which region is under the pointer.
func (p *Illustration) MouseMoved(e *desktop.MouseEvent) { p.pointAt(p.find(e.Position)) }

// MouseOut tells that the pointer left.
func (p *Illustration) MouseOut() {
	p.control.MouseOut()
	p.pointAt(-1)
}

// Cursor is a hand only where something answers.
func (p *Illustration) Cursor() desktop.Cursor {
	if len(p.regions) == 0 {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// TypedKey walks the regions.
func (p *Illustration) TypedKey(e *fyne.KeyEvent) {
	n := len(p.regions)
	step := map[fyne.KeyName]int{fyne.KeyRight: 1, fyne.KeyDown: 1, fyne.KeyLeft: -1, fyne.KeyUp: -1}[e.Name]
	if step == 0 || n == 0 {
		p.control.TypedKey(e)
		return
	}
	if p.at < 0 && step < 0 {
		p.at = 0
	}
	p.at = (p.at + step + n) % n
	p.Refresh()
	p.pointAt(p.at)
}

// CreateRenderer draws plate, pins and marks.
func (p *Illustration) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{p.raster, p.spot}
	for _, pin := range p.pins {
		objects = append(objects, pin.object)
	}
	paint := func() {
		p.paintRing(p.ring)
		p.spot.StrokeColor = Primary.Color()
		p.spot.Hidden = p.at < 0 || p.at >= len(p.regions) || !p.focused
		canvas.Refresh(p.raster)
	}
	paint()
	return &renderer{
		objects: append(objects, p.ring),
		layout: func(size fyne.Size) {
			place(p.raster, 0, 0, size.Width, size.Height)
			placeRing(p.ring, 2, 2, size.Width-4, size.Height-4)
			for _, pin := range p.pins {
				at, _ := p.place(pin.x, pin.y)
				placeCentered(pin.object, at.X, at.Y, 0, 0)
			}
			if p.at >= 0 && p.at < len(p.regions) {
				r := p.regions[p.at]
				at, scale := p.place(r.X, r.Y)
				radius := float32(max(r.Radius, 14/scale)*scale) + 4
				place(p.spot, at.X-radius, at.Y-radius, 2*radius, 2*radius)
			}
		},
		min:     func() fyne.Size { return p.least },
		refresh: paint,
		of:      p,
	}
}
