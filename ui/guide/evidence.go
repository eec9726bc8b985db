package guide

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"skinward/app/guide"
	"skinward/ui/kit"
)

// steps shows a grade as four small boxes, filled from the left, so that it is
// read without colour.
type steps struct {
	widget.BaseWidget
	filled int
	role   kit.Role
	boxes  [4]*canvas.Rectangle
}

func newSteps(g guide.Grade, role kit.Role) *steps {
	s := &steps{filled: g.Steps(), role: role}
	for i := range s.boxes {
		s.boxes[i] = canvas.NewRectangle(color.Transparent)
		s.boxes[i].CornerRadius = 2
		s.boxes[i].StrokeWidth = 1.5
	}
	s.ExtendBaseWidget(s)
	return s
}

func (s *steps) paint() {
	for i, b := range s.boxes {
		b.FillColor, b.StrokeColor = color.Transparent, kit.Muted.Color()
		if i < s.filled {
			b.FillColor, b.StrokeColor = s.role.Color(), s.role.Color()
		}
	}
}

// CreateRenderer draws the boxes.
func (s *steps) CreateRenderer() fyne.WidgetRenderer {
	s.paint()
	side := func() float32 { return 9 * kit.Current().Options().TextScale }
	return &drawn{
		objects: []fyne.CanvasObject{s.boxes[0], s.boxes[1], s.boxes[2], s.boxes[3]},
		layout: func(size fyne.Size) {
			d := side()
			for i, b := range s.boxes {
				b.Resize(fyne.NewSquareSize(d))
				b.Move(fyne.NewPos(float32(i)*(d+3), (size.Height-d)/2+1))
			}
		},
		min:     func() fyne.Size { return fyne.NewSize(4*side()+9, side()+4) },
		refresh: s.paint,
		of:      s,
	}
}

// newEvidence returns the lines of grades of a page: for whom, four boxes, the
// grade, which explains itself, and what was studied. At large text the name
// stands above the rest.
func newEvidence(t *guide.Topic, role kit.Role, h *hint, to posts) fyne.CanvasObject {
	conditions, route := gradesOf(t)
	rows := []fyne.CanvasObject{kit.NewText(
		kit.Span{Text: "How sure: ", Bold: true, Size: kit.SizeControl}, kit.Span{Text: lower(t.Claim) + ".", Size: kit.SizeControl})}
	scale := kit.Current().Options().TextScale
	line := func(g grade, note string) fyne.CanvasObject {
		own := to
		own.explain = func(id string, at fyne.CanvasObject) {
			if id == "" {
				h.leave(at)
			} else {
				h.show(g.Grade.String(), g.Meaning, at)
			}
		}
		words := newProse(guide.Block{Spans: []guide.Span{{Text: g.Grade.String(), Term: g.Name, Strong: true}}}, kit.SizeControl, own).note(note)
		name := kit.NewText(kit.Span{Text: g.Name, Size: kit.SizeControl}).OneLine()
		grade := kit.TopRow(kit.Space2, 1, kit.InsetEdges(newSteps(g.Grade, role), 0, 3, 0, 0), words)
		if scale > 1.3 {
			return kit.Column(0, name, grade)
		}
		return kit.TopRow(kit.Space2, 1, kit.Fixed(62*scale, 0, name), grade)
	}
	for _, g := range conditions {
		rows = append(rows, line(g, g.Words))
	}
	if route != nil {
		rows = append(rows, kit.NewText(
			kit.Span{Text: "The gut's part: ", Bold: true, Size: kit.SizeControl}, kit.Span{Text: lower(route.Words) + ".", Size: kit.SizeControl}))
		route.Name = "Gut"
		rows = append(rows, line(*route, ""))
	}
	return kit.Column(4, rows...)
}

func lower(s string) string {
	if s == "" {
		return s
	}
	return string(s[0]|0x20) + s[1:]
}
