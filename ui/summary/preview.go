package summary

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	page "skinward/app/summary"
	"skinward/ui/kit"
)

// preview shows the pages on a grey desk: the drawing that is printed, painted
// at the device's own pixels.
type preview struct {
	object *fyne.Container
	view   *kit.ChartView
	scroll *kit.Scroll
	desk   *fyne.Container // holds the view, or the scroller around it
	bar    *fyne.Container
	where  *kit.Text
	back   *kit.Button
	on     *kit.Button
	zoom   *kit.Segmented

	doc  *page.Document
	alt  string
	at   int
	wide bool
}

func newPreview(run kit.Runner) *preview {
	p := &preview{}
	p.view = kit.NewChartView(run, "summary preview", 200, 260)
	p.where = kit.NewCaption("").OneLine()
	p.back = kit.NewIconButton("back", "", func() { p.turn(-1) })
	p.on = kit.NewIconButton("forward", "", func() { p.turn(1) })
	p.zoom = kit.NewSegmented([]string{"Whole page", "Page width"}, 0, func(i int) { p.wide = i == 1; p.arrange() })
	p.bar = kit.Flow(kit.Space2, p.zoom, kit.Row(kit.Space2, p.back, p.on, p.where))
	p.scroll = kit.NewScroll(container.New(sheetLayout{p}, p.view))
	p.desk = container.NewStack()
	p.object = kit.FillColumn(kit.Space2, 0, p.desk, p.bar)
	p.arrange()
	return p
}

// arrange puts the view on the desk, whole or as wide as the desk.
func (p *preview) arrange() {
	if p.wide {
		p.desk.Objects = []fyne.CanvasObject{p.scroll}
		p.scroll.Top()
	} else {
		p.desk.Objects = []fyne.CanvasObject{p.view}
	}
	p.desk.Refresh()
	p.paint()
}

// set shows a document from its first page, or from the page shown before.
func (p *preview) set(doc *page.Document, alt string) {
	p.doc, p.alt = doc, alt
	p.at = min(p.at, len(doc.Pages)-1)
	p.paint()
}

func (p *preview) turn(by int) {
	if p.doc == nil {
		return
	}
	p.at = min(max(p.at+by, 0), len(p.doc.Pages)-1)
	p.scroll.Top()
	p.paint()
}

func (p *preview) paint() {
	if p.doc == nil {
		return
	}
	p.where.SetText(fmt.Sprintf("page %d of %d", p.at+1, len(p.doc.Pages)))
	able(p.back, p.at > 0)
	able(p.on, p.at < len(p.doc.Pages)-1)
	doc, at := p.doc, p.at
	p.view.SetRender(func(w, h int, scale float64, dark bool) (image.Image, error) {
		return onDesk(doc, at, w, h, scale, dark), nil
	}, p.alt)
}

// onDesk paints a page as large as it fits into w by h pixels, with a margin
// and a hairline round it.
func onDesk(doc *page.Document, at, w, h int, scale float64, dark bool) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Bounds(), image.NewUniform(deskColor(dark)), image.Point{}, draw.Src)
	edge := int(deskMargin * scale)
	paper := doc.Pages[at]
	pw := w - 2*edge
	if high := int(float64(h-2*edge) * paper.W / paper.H); high < pw {
		pw = high
	}
	if pw < 40 {
		return img
	}
	sheet := doc.Raster(at, pw)
	b := sheet.Bounds()
	left, top := (w-b.Dx())/2, (h-b.Dy())/2
	line := max(1, int(scale+0.5))
	frame := image.Rect(left-line, top-line, left+b.Dx()+line, top+b.Dy()+line)
	draw.Draw(img, frame, image.NewUniform(kit.Line.In(dark)), image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(left, top, left+b.Dx(), top+b.Dy()), sheet, b.Min, draw.Src)
	return img
}

// deskMargin is the room round a page, in points.
const deskMargin = 12

// deskColor is a shade deeper than what is raised, so that the paper stands
// out; on a dark theme it is the ground.
func deskColor(dark bool) color.NRGBA {
	if dark {
		return kit.Ground.In(true)
	}
	line, raised := kit.Line.In(false), kit.Raised.In(false)
	mid := func(a, b uint8) uint8 { return uint8((int(a) + int(b)) / 2) }
	return color.NRGBA{R: mid(line.R, raised.R), G: mid(line.G, raised.G), B: mid(line.B, raised.B), A: 0xff}
}

// sheetLayout makes the view as high as the page at the width of the desk.
type sheetLayout struct{ p *preview }

func (l sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, l.height(size.Width)))
}

func (l sheetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, l.height(objects[0].Size().Width))
}

func (l sheetLayout) height(width float32) float32 {
	ratio := float32(1.414)
	if d := l.p.doc; d != nil {
		ratio = float32(d.Pages[l.p.at].H / d.Pages[l.p.at].W)
	}
	return max(260, (width-2*deskMargin)*ratio+2*deskMargin)
}
