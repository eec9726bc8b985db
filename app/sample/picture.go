package sample

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"math/rand/v2"
	"time"

	"skinward/app/journal"
)

// Size of the pictures in pixels, and of the skin in them in its own units.
const (
	pixelsWide, pixelsHigh = 640, 480
	pictureWidth           = 800
	pictureHeight          = 600
	perPixel               = float64(pictureWidth) / pixelsWide
)

// Shot is one photo of the made-up skin. Its pixels are drawn on demand.
type Shot struct {
	ID    journal.ID
	Day   journal.Day
	At    time.Time
	Site  string
	Light string

	person uint64  // seed of the skin itself: moles and creases stay
	moment uint64  // seed of pose and light
	red    float64 // 0 … 1
}

// shots plans two pictures a week, of the worst place and of a cheek.
func (w *writer) shots(seed uint64) []Shot {
	var out []Shot
	for d := 3; d < w.days; d += 7 {
		if !w.written[d] {
			continue
		}
		for i, site := range []string{siteElbow, siteCheek} {
			m := w.meta(w.day(d), 21*60+20+i)
			level := w.severity[d]
			if site == siteCheek {
				level -= 1.5
			}
			out = append(out, Shot{ID: m.ID, Day: m.Day, At: m.At, Site: site, Light: "lamp", person: seed*2 + uint64(i), moment: seed<<32 | uint64(2*d+i), red: clamp(level/9, 0, 1)})
		}
	}
	return out
}

// Where the same skin is looked at in every picture, and where the grey card
// lies, in units of the skin. The card reaches out of the picture.
const (
	areaX, areaY, areaWide, areaHigh     = 400, 300, 440, 300 // middle and size of an oval
	cardLeft, cardTop                    = 652, 438
	cardX, cardY, cardMarkWide, cardHigh = 722, 518, 76, 76 // middle and size of the mark on it
	cardGrey                             = 118              // 18 % of the light in sRGB
)

// Marks are the area whose redness is followed and the mark on the grey card,
// as the person would draw them: they lie where the pose has moved the skin to.
func (s Shot) Marks() (area journal.Region, card journal.Card) {
	c := newCanvas(s)
	area = c.region(areaX, areaY, areaWide, areaHigh)
	area.Oval = true
	return area, journal.Card{Region: c.region(cardX, cardY, cardMarkWide, cardHigh)}
}

// region is a box of the skin in fractions of the picture, to the pixel.
func (c *canvas) region(x, y, w, h float64) journal.Region {
	x, y = x-pictureWidth/2-c.dx, y-pictureHeight/2-c.dy
	px, py := c.cos*x+c.sin*y+pictureWidth/2, c.cos*y-c.sin*x+pictureHeight/2
	wide := func(v float64) float64 { return math.Round(v/perPixel) / pixelsWide }
	high := func(v float64) float64 { return math.Round(v/perPixel) / pixelsHigh }
	return journal.Region{X: wide(px - w/2), Y: high(py - h/2), W: wide(w), H: high(h)}
}

// JPEG draws the picture. It is the same, to the byte, every time.
func (s Shot) JPEG() []byte {
	c := newCanvas(s)
	img := image.NewRGBA(image.Rect(0, 0, pixelsWide, pixelsHigh))
	for y := range pixelsHigh {
		for x := range pixelsWide {
			img.SetRGBA(x, y, c.at(perPixel*float64(x), perPixel*float64(y)))
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 88}); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.Bytes()
}

// canvas is the skin as seen from one pose in one light.
type canvas struct {
	red          float64
	cos, sin     float64
	dx, dy       float64
	gain, warmth float64
	texture      lattice
	blotch       lattice
	moles        []spot
	patches      []spot
	crease       bool
}

// spot is a round mark in the coordinates of the skin.
type spot struct{ x, y, r, depth float64 }

func newCanvas(s Shot) *canvas {
	skin := rand.New(rand.NewPCG(s.person, 21))
	pose := rand.New(rand.NewPCG(s.moment, 22))
	turn := 0.025 * pose.NormFloat64()
	c := &canvas{
		red: s.red, cos: math.Cos(turn), sin: math.Sin(turn),
		dx: 7 * pose.NormFloat64(), dy: 7 * pose.NormFloat64(), gain: 1 + 0.03*pose.NormFloat64(), warmth: 0.012 * pose.NormFloat64(),
		texture: newLattice(skin), blotch: newLattice(skin), crease: s.Site == siteElbow,
	}
	for range 7 {
		c.moles = append(c.moles, spot{60 + 680*skin.Float64(), 50 + 500*skin.Float64(), 2.5 + 4*skin.Float64(), 0.25 + 0.3*skin.Float64()})
	}
	for range 9 {
		c.patches = append(c.patches, spot{400 + 150*skin.NormFloat64(), 300 + 95*skin.NormFloat64(), 35 + 55*skin.Float64(), 0.5 + 0.5*skin.Float64()})
	}
	return c
}

// at returns the colour of one place.
func (c *canvas) at(px, py float64) color.RGBA {
	cx, cy := px-pictureWidth/2, py-pictureHeight/2
	x := c.cos*cx - c.sin*cy + pictureWidth/2 + c.dx
	y := c.sin*cx + c.cos*cy + pictureHeight/2 + c.dy
	if x > cardLeft && y > cardTop {
		// The card is flat and faces the lamp.
		grey := cardGrey * c.gain
		if edge := min(x-cardLeft, y-cardTop); edge < 2 {
			grey *= 0.8
		}
		return color.RGBA{byteOf(grey * (1 + c.warmth)), byteOf(grey), byteOf(grey * (1 - c.warmth)), 255}
	}
	fine := c.texture.value(x/3.1, y/3.1) - 0.5
	broad := c.texture.value(x/70, y/70) - 0.5
	light := 1 - 0.20*(cx*cx+cy*cy)/(400*400+300*300) + 0.05*broad + 0.045*fine
	if c.crease && y > 230 && y < 400 {
		for i := range 3 {
			line := 285 + 26*float64(i) + 22*math.Sin(x/210+float64(i)/2)
			line += 9 * (c.blotch.value(x/38, float64(7*i)) - 0.5)
			dist := (y - line) / (4.5 + 1.5*float64(i))
			if dist > 3 || dist < -3 {
				continue
			}
			light -= (0.045 + 0.03*c.texture.value(x/45, float64(11*i))) * math.Exp(-dist*dist)
		}
	}
	red := c.redness(x, y)
	r := 226 + 6*broad - 14*red
	g := 180 + 4*broad - 62*red
	b := 156 + 2*broad - 50*red
	for _, m := range c.moles {
		dist := ((x-m.x)*(x-m.x) + (y-m.y)*(y-m.y)) / (m.r * m.r)
		if dist < 9 {
			k := 1 - m.depth*math.Exp(-dist)
			r, g, b = r*k, g*k*(0.4+0.6*k), b*k*(0.3+0.7*k)
		}
	}
	light *= c.gain
	return color.RGBA{byteOf(r * light * (1 + c.warmth)), byteOf(g * light), byteOf(b * light * (1 - c.warmth)), 255}
}

// redness is 0 on quiet skin and up to 1 in a patch: more patches show, and
// deeper, the worse the skin is.
func (c *canvas) redness(x, y float64) float64 {
	total := 0.0
	x += 46 * (c.blotch.value(x/27, y/27) - 0.5) // ragged edges
	y += 46 * (c.blotch.value(x/31+20, y/31) - 0.5)
	for i, p := range c.patches {
		shown := clamp(c.red*12-float64(i), 0, 1)
		if shown == 0 {
			break
		}
		dist := ((x-p.x)*(x-p.x) + (y-p.y)*(y-p.y)*1.5) / (p.r * p.r)
		if dist < 6 {
			total += shown * p.depth * math.Exp(-dist*dist)
		}
	}
	return clamp(total, 0, 1) * (0.35 + 0.65*c.red) * (0.8 + 0.4*c.blotch.value(x/6, y/6))
}

func byteOf(v float64) uint8 { return uint8(clamp(v+0.5, 0, 255)) }

// lattice is smooth random texture.
type lattice [64 * 64]float64

func newLattice(r *rand.Rand) lattice {
	var l lattice
	for i := range l {
		l[i] = r.Float64()
	}
	return l
}

func (l *lattice) value(x, y float64) float64 {
	fx, fy := math.Floor(x), math.Floor(y)
	ix, iy := int(fx), int(fy)
	tx, ty := ease(x-fx), ease(y-fy)
	left, right := ix&63, (ix+1)&63
	up, down := (iy&63)*64, ((iy+1)&63)*64
	top := l[up+left]*(1-tx) + l[up+right]*tx
	bottom := l[down+left]*(1-tx) + l[down+right]*tx
	return top*(1-ty) + bottom*ty
}

func ease(t float64) float64 { return t * t * (3 - 2*t) }
