package photo

import (
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"io"
	"time"
)

// TimeLapseSide is the longer side of an animated time-lapse in pixels.
const TimeLapseSide = 480

// WriteTimeLapse writes an animated GIF of the frames, which must have one
// size, each shown for about delay (rounded to hundredths of a second, at
// least two). One palette chosen from all frames serves them all, so that a
// colour that does not change does not flicker. The error is an *Error of
// CodeNoFrames for fewer than two frames or frames of different sizes, else
// that of w.
func WriteTimeLapse(w io.Writer, frames []*image.RGBA, delay time.Duration) error {
	if len(frames) < 2 {
		return &Error{Code: CodeNoFrames}
	}
	size := frames[0].Rect.Size()
	for _, f := range frames {
		if f.Rect.Size() != size || size.X <= 0 || size.Y <= 0 {
			return &Error{Code: CodeNoFrames}
		}
	}
	pal := medianCut(frames, 256)
	g := gif.GIF{Config: image.Config{ColorModel: pal, Width: size.X, Height: size.Y}}
	hundredths := max(2, int((delay+5*time.Millisecond)/(10*time.Millisecond)))
	for _, f := range frames {
		p := image.NewPaletted(image.Rect(0, 0, size.X, size.Y), pal)
		draw.FloydSteinberg.Draw(p, p.Rect, f, f.Rect.Min)
		g.Image = append(g.Image, p)
		g.Delay = append(g.Delay, hundredths)
		g.Disposal = append(g.Disposal, gif.DisposalNone)
	}
	return gif.EncodeAll(w, &g)
}

// swatch is a cell of the 5-bit colour histogram.
type swatch struct {
	n   int
	sum [3]int
}

// medianCut chooses up to n colours by Heckbert's median cut (1982) over the
// colours of all frames.
func medianCut(frames []*image.RGBA, n int) color.Palette {
	cells := make([]swatch, 1<<15)
	for _, f := range frames {
		for y := range f.Rect.Dy() {
			row := f.Pix[y*f.Stride : y*f.Stride+4*f.Rect.Dx()]
			for i := 0; i < len(row); i += 4 {
				c := &cells[int(row[i]>>3)<<10|int(row[i+1]>>3)<<5|int(row[i+2]>>3)]
				c.n++
				for k := range 3 {
					c.sum[k] += int(row[i+k])
				}
			}
		}
	}
	var used []swatch
	for _, c := range cells {
		if c.n > 0 {
			used = append(used, c)
		}
	}
	boxes := []cut{newCut(used)}
	for len(boxes) < n {
		widest := 0
		for i, b := range boxes {
			if b.weight() > boxes[widest].weight() {
				widest = i
			}
		}
		if boxes[widest].weight() == 0 {
			break
		}
		a, b := boxes[widest].split()
		boxes[widest] = a
		boxes = append(boxes, b)
	}
	pal := make(color.Palette, len(boxes))
	for i, b := range boxes {
		pal[i] = b.mean()
	}
	return pal
}
