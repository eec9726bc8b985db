package kit

import (
	"fmt"
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"golang.org/x/image/draw"
)

// Thumbnail shows one small picture, cropped to its box, with a caption on it.
// Where the person wishes, it is blurred until hovered or focused.
type Thumbnail struct {
	control
	OnTapped func()
	OnDelete func()

	pictures *Pictures
	id       string
	picture  image.Image
	failed   bool
	selected bool
	edge     fyne.Size
	raster   *canvas.Raster
	ring     *canvas.Rectangle
	mark     *canvas.Rectangle
	caption  *canvas.Text
	drawn    image.Image // last drawing, for the size and blur it was made for
	drawnFor drawing
}

type drawing struct {
	w, h    int
	id      string
	blurred bool
	scale   float32
}

// NewThumbnail returns an empty box of width × height points.
func NewThumbnail(pictures *Pictures, width, height float32, tapped func()) *Thumbnail {
	t := &Thumbnail{pictures: pictures, OnTapped: tapped, edge: fyne.NewSize(width, height)}
	t.raster = canvas.NewRaster(t.draw)
	t.ring, t.mark = focusRing(radiusControl), canvas.NewRectangle(transparent)
	t.mark.CornerRadius, t.mark.StrokeWidth = radiusControl+2, 3
	t.caption = canvas.NewText("", hex(0xFFFFFF))
	t.caption.TextStyle.Bold = true
	t.initControl(t, func() {
		if t.OnTapped != nil {
			t.OnTapped()
		}
	})
	return t
}

// Set shows the picture id with a caption. What was shown before is gone at
// once, and a late answer for it is dropped.
func (t *Thumbnail) Set(id, caption string) {
	t.id, t.picture, t.failed = id, nil, false
	t.caption.Text = caption
	t.Refresh()
	if id == "" {
		return
	}
	t.pictures.Ask(fmt.Sprintf("thumbnail %p", t), id, func(picture image.Image, err error) {
		if t.id != id {
			return
		}
		t.picture, t.failed = picture, err != nil
		t.Refresh()
	})
}

// SetSelected outlines the picture as the one shown elsewhere.
func (t *Thumbnail) SetSelected(on bool) { t.selected = on; t.Refresh() }

// TypedKey deletes on Delete, else opens.
func (t *Thumbnail) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyDelete && t.OnDelete != nil {
		t.OnDelete()
		return
	}
	t.control.TypedKey(e)
}

// MouseIn clears the blur.
func (t *Thumbnail) MouseIn(e *desktop.MouseEvent) { t.control.MouseIn(e) }

func (t *Thumbnail) blurred() bool {
	return Current().opts.BlurThumbnails && !t.hovered && !t.focused
}

// draw is called with the exact pixels of the box.
func (t *Thumbnail) draw(w, h int) image.Image {
	size := t.raster.Size()
	want := drawing{w: w, h: h, id: t.id, blurred: t.blurred(), scale: float32(w) / max(size.Width, 1)}
	if t.picture != nil && t.drawn != nil && t.drawnFor == want {
		return t.drawn
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h)) // which scaling is quick to write
	if t.picture == nil {
		draw.Draw(out, out.Bounds(), image.NewUniform(Raised.Color()), image.Point{}, draw.Src)
	} else {
		cover(out, t.picture, want.blurred)
	}
	roundCorners(out, radiusControl*want.scale)
	if t.picture != nil {
		t.drawn, t.drawnFor = out, want
	}
	return out
}

// cover fills dst with the middle of src, blurred by way of a few big pixels.
func cover(dst draw.Image, src image.Image, blurred bool) {
	from, to := src.Bounds(), dst.Bounds()
	w, h := from.Dx(), from.Dy()
	if w*to.Dy() > h*to.Dx() {
		cut := w - h*to.Dx()/to.Dy()
		from.Min.X += cut / 2
		from.Max.X -= cut - cut/2
	} else {
		cut := h - w*to.Dy()/to.Dx()
		from.Min.Y += cut / 2
		from.Max.Y -= cut - cut/2
	}
	if blurred {
		few := image.NewRGBA(image.Rect(0, 0, 7, 7))
		draw.BiLinear.Scale(few, few.Bounds(), src, from, draw.Src, nil)
		draw.BiLinear.Scale(dst, to, few, few.Bounds(), draw.Src, nil)
		return
	}
	draw.ApproxBiLinear.Scale(dst, to, src, from, draw.Src, nil)
}

// roundCorners fades out what lies outside circles of radius px at the corners.
func roundCorners(out *image.RGBA, radius float32) {
	b, r := out.Bounds(), int(radius+0.5)
	for y := 0; y < r && y < b.Dy(); y++ {
		for x := 0; x < r && x < b.Dx(); x++ {
			dx, dy := radius-float32(x)-0.5, radius-float32(y)-0.5
			over := sqrt32(dx*dx+dy*dy) - radius + 0.5
			if over <= 0 {
				continue
			}
			keep := max(0, 1-over)
			for _, at := range [4]image.Point{{x, y}, {b.Dx() - 1 - x, y}, {x, b.Dy() - 1 - y}, {b.Dx() - 1 - x, b.Dy() - 1 - y}} {
				i := out.PixOffset(at.X, at.Y)
				for c := range 4 {
					out.Pix[i+c] = uint8(float32(out.Pix[i+c]) * keep)
				}
			}
		}
	}
}

func (t *Thumbnail) paint() {
	t.mark.Hidden = !t.selected
	t.mark.StrokeColor = Primary.Color()
	t.caption.TextSize = textSize(SizeSmall)
	t.caption.Color = color.NRGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}
	if t.picture == nil {
		t.caption.Color = Muted.Color()
	}
	t.paintRing(t.ring)
	canvas.Refresh(t.raster)
}

// CreateRenderer draws picture, caption and marks.
func (t *Thumbnail) CreateRenderer() fyne.WidgetRenderer {
	t.paint()
	return &renderer{
		objects: []fyne.CanvasObject{t.raster, t.caption, t.mark, t.ring},
		layout: func(size fyne.Size) {
			place(t.raster, 0, 0, size.Width, size.Height)
			place(t.mark, -2, -2, size.Width+4, size.Height+4)
			placeRing(t.ring, 0, 0, size.Width, size.Height)
			m := t.caption.MinSize()
			place(t.caption, 6, size.Height-m.Height-4, m.Width, m.Height)
		},
		min:     func() fyne.Size { return t.edge },
		refresh: t.paint,
		of:      t,
	}
}
