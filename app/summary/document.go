package summary

import (
	"image"
	"io"
	"math"

	"skinward/app/figure/ink"
)

// Document is the page as laid out on paper.
type Document struct {
	Pages []*ink.Drawing // in points
	Meta  ink.Meta
}

// PDF writes the document. It draws what Raster paints.
func (d *Document) PDF(w io.Writer) error { return ink.PDF(w, d.Pages, d.Meta) }

// Raster paints page i (from 0) on white paper, wPx pixels wide and as high as
// the paper asks for.
func (d *Document) Raster(i, wPx int) *image.RGBA {
	p := d.Pages[i]
	h := int(math.Ceil(float64(wPx)*p.H/p.W - 1e-6))
	return ink.Raster(p, wPx, h, ink.Hex(0xFFFFFF))
}

// PDF lays the page out on paper and writes it.
func (p *Page) PDF(w io.Writer, paper Paper) error { return p.Layout(paper).PDF(w) }
