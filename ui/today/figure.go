package today

import (
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"skinward/app/guide"
	"skinward/app/journal"
	"skinward/ui/kit"
)

// bodyFigure is the figure to click: front, back and face. Left and right are
// the person's own. The arrow keys walk its sites, Return marks one.
type bodyFigure struct {
	object fyne.CanvasObject
	views  []*figureView
}

type figureView struct {
	plate *kit.Illustration
	marks map[string][]*canvas.Circle // by site
}

func newBodyFigure(deps Deps, toggle, point func(site string)) *bodyFigure {
	f := &bodyFigure{}
	stack := container.NewStack()
	sides := []guide.Side{guide.Front, guide.Back, guide.Face}
	for i, side := range sides {
		v := newFigureView(deps, side, toggle, point)
		v.plate.Hidden = i > 0
		f.views = append(f.views, v)
		stack.Add(v.plate)
	}
	choose := kit.NewSegmented([]string{"Front", "Back", "Face"}, 0, func(i int) {
		for j, v := range f.views {
			v.plate.Hidden = i != j
		}
		stack.Refresh()
	})
	f.object = kit.Fixed(132, 0, kit.FillColumn(6, 0, kit.Fixed(132, 138, stack), choose))
	return f
}

func newFigureView(deps Deps, side guide.Side, toggle, point func(string)) *figureView {
	v := &figureView{marks: map[string][]*canvas.Circle{}}
	view, _ := deps.Body.View(side)
	svg, err := fs.ReadFile(deps.Art, view.Picture+".svg")
	if err != nil {
		svg = nil // the list of places still works
	}
	v.plate = kit.NewIllustration(deps.Run, "today figure "+string(side), svg, view.Width, view.Height, 100, 140)
	v.plate.OnChosen, v.plate.OnPoint = toggle, point
	var regions []kit.Region
	for _, r := range deps.Body.On(side) {
		at := r.Centre()
		region := kit.Region{ID: r.Site, Label: r.Site, X: at.X, Y: at.Y}
		for _, p := range r.Outline {
			region.Points = append(region.Points, [2]float64{p.X, p.Y})
		}
		regions = append(regions, region)
		dot := canvas.NewCircle(kit.Severity(5))
		dot.Hide()
		v.marks[r.Site] = append(v.marks[r.Site], dot)
		v.plate.Pin(kit.Fixed(11, 11, dot), at.X, at.Y)
	}
	v.plate.SetDarkColors(deps.Night)
	v.plate.SetRegions(regions)
	return v
}

// Mark shows where something was marked, coloured by how it was rated.
func (f *bodyFigure) Mark(sites []journal.SiteRating) {
	for _, v := range f.views {
		for _, dots := range v.marks {
			for _, d := range dots {
				d.Hide()
			}
		}
		for _, s := range sites {
			for _, d := range v.marks[s.Site] {
				d.FillColor = kit.Severity(s.Rating.Or(5))
				d.StrokeColor, d.StrokeWidth = kit.Ink.Color(), 1
				d.Show()
			}
		}
		v.plate.Refresh()
	}
}
