package ink

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// Meta is what a PDF says about itself.
type Meta struct {
	Title, Author, Subject string
	Creator                string    // program and version
	Lang                   string    // BCP 47
	Created                time.Time // given, so that the same page gives the same bytes
}

// The writer puts "utf8" before the name of an embedded font. PDF wants six
// capitals and a plus sign before the name of a subset; with this family one is
// replaced by the other without moving a byte.
const (
	family     = "xx+dejavusanscondensed"
	writerName = "utf8xx+"
	subsetName = "SKINWD+"
)

// PDF writes pages, whose unit is the point, as vectors with their fonts
// embedded as subsets. It fails when a photograph is no JPEG.
func PDF(w io.Writer, pages []*Drawing, meta Meta) error {
	if len(pages) == 0 {
		return fmt.Errorf("a document needs a page")
	}
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: pages[0].W, Ht: pages[0].H}})
	f.SetTitle(meta.Title, true)
	f.SetAuthor(meta.Author, true)
	f.SetSubject(meta.Subject, true)
	f.SetCreator(meta.Creator, true)
	f.SetProducer(meta.Creator, true)
	f.SetLang(meta.Lang)
	f.SetCreationDate(meta.Created)
	f.SetModificationDate(meta.Created)
	f.SetCatalogSort(true)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCellMargin(0)
	f.AddUTF8FontFromBytes(family, "", weight(false).data)
	f.AddUTF8FontFromBytes(family, "B", weight(true).data)
	p := press{f: f, widths: map[int]bool{}}
	for _, d := range pages {
		f.AddPageFormat("P", fpdf.SizeType{Wd: d.W, Ht: d.H})
		p.page(d)
	}
	if err := f.Error(); err != nil {
		return fmt.Errorf("the PDF could not be made: %w", err)
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return err
	}
	_, err := w.Write(bytes.ReplaceAll(out.Bytes(), []byte(writerName), []byte(subsetName)))
	return err
}

// press draws on the current page.
type press struct {
	f      *fpdf.Fpdf
	photos int
	widths map[int]bool // of the photographs so far
}

func (p *press) page(d *Drawing) {
	for _, op := range d.Ops {
		switch op := op.(type) {
		case Shape:
			p.shape(op)
		case Text:
			p.text(op)
		case Photo:
			p.photo(op)
		}
	}
}

// shape emits a path between its colours, because PDF allows no colour
// operator inside a path.
func (p *press) shape(s Shape) {
	fill, stroke := s.Fill.A > 0, s.Stroke.A > 0 && s.Width > 0
	if s.Path.Empty() || !fill && !stroke {
		return
	}
	style := "D"
	if fill {
		p.f.SetFillColor(int(s.Fill.R), int(s.Fill.G), int(s.Fill.B))
		style = "F"
	}
	if stroke {
		p.f.SetDrawColor(int(s.Stroke.R), int(s.Stroke.G), int(s.Stroke.B))
		p.f.SetLineWidth(s.Width)
		p.f.SetLineJoinStyle("round")
		p.f.SetDashPattern(s.Dash, 0)
		if fill {
			style = "FD"
		}
	}
	alpha := s.Fill.A
	if !fill {
		alpha = s.Stroke.A
	}
	p.alpha(alpha)
	s.Path.walk(func(v Verb, q []Point) {
		switch v {
		case Move:
			p.f.MoveTo(q[0].X, q[0].Y)
		case Line:
			p.f.LineTo(q[0].X, q[0].Y)
		case Cubic:
			p.f.CurveBezierCubicTo(q[0].X, q[0].Y, q[1].X, q[1].Y, q[2].X, q[2].Y)
		case Close:
			p.f.ClosePath()
		}
	})
	p.f.DrawPath(style)
	if alpha < 255 {
		p.alpha(255)
	}
}

// alpha is state of the page; it is only touched when something is
// see-through, so that plain pages carry no transparency at all.
func (p *press) alpha(a uint8) {
	if now, _ := p.f.GetAlpha(); now != float64(a)/255 {
		p.f.SetAlpha(float64(a)/255, "Normal")
	}
}

func (p *press) text(t Text) {
	t.set(p.letters, func(pt part) {
		p.shape(Shape{Path: t.shapes(pt), Fill: t.Color})
		p.hidden(t, pt)
	})
}

// letters writes text whose letters stand as they come.
func (p *press) letters(t Text) {
	style := ""
	if t.Bold {
		style = "B"
	}
	p.f.SetFont(family, style, t.Size)
	p.f.SetTextColor(int(t.Color.R), int(t.Color.G), int(t.Color.B))
	p.f.Text(t.X, t.Y, t.Body)
}

// hidden writes the letters of shapes where these stand, without ink, so that
// they can be selected, searched and copied.
func (p *press) hidden(t Text, pt part) {
	k := t.Size / 1000
	p.f.SetFont(family, "", t.Size)
	p.f.SetTextRenderingMode(3)
	for _, m := range pt.marks {
		if w := p.f.GetStringWidth(m.body); w > 0 {
			p.f.RawWriteStr(fmt.Sprintf("%.2f Tz", math.Max(1, 100*m.width*k/w)))
		}
		p.f.Text(t.X+(pt.x+m.x)*k, t.Y, m.body)
	}
	p.f.RawWriteStr("100 Tz")
	p.f.SetTextRenderingMode(0)
}

func (p *press) photo(ph Photo) {
	clean, ok := Stripped(ph.JPEG)
	if !ok {
		p.f.SetError(errors.New("a photograph is no JPEG"))
		return
	}
	clean = p.distinct(clean)
	p.photos++
	name := fmt.Sprintf("photo%d", p.photos)
	o := fpdf.ImageOptions{ImageType: "JPG"}
	p.f.RegisterImageOptionsReader(name, o, bytes.NewReader(clean))
	p.f.ImageOptions(name, ph.Frame.X, ph.Frame.Y, ph.Frame.W, ph.Frame.H, false, o, 0, "")
}

// distinct makes a photograph narrower by a column or two when another has its
// width: the writer puts photographs in the order of their widths and leaves
// equal ones to chance, and the same page has to give the same bytes.
func (p *press) distinct(jpeg []byte) []byte {
	for {
		_, width, _, ok := frame(jpeg)
		if !ok || !p.widths[width] {
			p.widths[width] = true
			return jpeg
		}
		less, ok := narrowed(jpeg)
		if !ok {
			return jpeg
		}
		jpeg = less
	}
}
