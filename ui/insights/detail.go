package insights

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/figure"
	"skinward/app/insight"
	"skinward/ui/kit"
)

// detailPane is the right side: what is behind one row.
type detailPane struct {
	deps   Deps
	object *fyne.Container
	scroll *kit.Scroll

	name    *kit.Text
	tag     *kit.Tag
	claim   *kit.Text
	small   *kit.Text
	course  *chartCard
	lags    *chartCard
	strip   *chartCard
	halves  *kit.Text
	apart   *kit.Text
	allowed *kit.Text
	later   *fyne.Container
	shown   Row
}

func newDetailPane(deps Deps, withoutLater func(bool)) *detailPane {
	d := &detailPane{deps: deps}
	d.name, d.tag = kit.NewLargeHeading(" "), kit.NewTag(" ", kit.Muted)
	d.claim, d.small = kit.NewBody(" "), kit.NewCaption(" ")
	d.course = newChartCard(deps, "course", "Day by day", "", 190)
	d.lags = newChartCard(deps, "lags", "How long after?", "", 150)
	d.strip = newChartCard(deps, "strip", "With and without", "", 150)
	d.halves, d.apart, d.allowed = kit.NewBody(" "), kit.NewBody(" "), kit.NewBody(" ")

	how := kit.NewButton("How is this calculated?", func() {
		deps.Navigate(kit.Route{Place: kit.PlaceGuide, Topic: "method"})
	})
	skip := kit.NewCheck("Leave out what was remembered later", false, withoutLater)
	head := kit.NewCard("", kit.Ink, "", "", kit.Column(6,
		kit.TopRow(10, 0, d.name, d.tag), d.claim, d.small))
	apart := kit.NewCard("", kit.Ink, "Cannot be told apart?", "things that share its days", d.apart)
	halves := kit.NewCard("", kit.Ink, "First half against second half", "", d.halves)
	allowed := kit.NewCard("", kit.Ink, "What was taken into account", "", kit.Column(8, d.allowed, skip, kit.Row(8, how)))
	d.scroll = kit.NewScroll(kit.Column(14, head, d.course.object,
		container.New(pairLayout{14}, d.lags.object, d.strip.object), apart, halves, allowed))
	d.object = container.NewStack(d.scroll)
	d.Clear()
	return d
}

// Clear shows that nothing is open.
func (d *detailPane) Clear() {
	d.object.Objects = []fyne.CanvasObject{kit.NewPanel(kit.NewEmptyState("insights", kit.Muted,
		"Nothing to open here", "Choose another filter or outcome at the left.", "", nil))}
	d.object.Refresh()
}

// Show opens a row; what takes longer is worked out off the drawing thread.
func (d *detailPane) Show(scan Scan, row Row) {
	d.shown = row
	if d.object.Objects[0] != fyne.CanvasObject(d.scroll) {
		d.object.Objects = []fyne.CanvasObject{d.scroll}
		d.object.Refresh()
	}
	words := NewWords(row, scan.Result())
	d.name.SetText(row.Name)
	d.tag.Set(row.Grade, gradeRole(row.Finding))
	d.claim.SetText(words.Claim)
	d.small.SetText(words.Small)
	d.allowed.SetText(words.Allowed)

	f := row.Finding
	name := f.Factor + " and " + f.Outcome
	d.course.card.SetCaption(f.OutcomeLabel + ", 7-day median")
	d.course.Set(figure.CourseOf(scan.Set(), f), name)
	d.lags.Set(figure.LagsOf(f), name+", delay")
	d.strip.Set(figure.StripOf(scan.Set(), f), name+", with and without")
	d.halves.SetText(" ")
	d.apart.SetText(" ")
	d.scroll.Top()

	var detail insight.Detail
	var known bool
	d.deps.Run.Run("insights detail", func(ctx context.Context) error {
		var err error
		detail, known, err = scan.Detail(ctx, f.Factor, f.Outcome)
		return err
	}, func(err error) {
		if err != nil {
			d.halves.SetText("The two halves could not be worked out: " + err.Error() + ".")
			return
		}
		if !known {
			return
		}
		d.halves.SetText(HalvesWords(detail))
		d.apart.SetText(ApartWords(detail))
		kit.Settle(d.object)
	})
}

// pairLayout lays two cards side by side where both fit, else below each
// other.
type pairLayout struct{ gap float32 }

func (l pairLayout) stacked(o []fyne.CanvasObject, width float32) bool {
	return width > 0 && (width-l.gap)/2 < max(o[0].MinSize().Width, o[1].MinSize().Width)
}

func (l pairLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if l.stacked(o, size.Width) {
		h := (size.Height - l.gap) / 2
		placeAt(o[0], 0, 0, size.Width, h)
		placeAt(o[1], 0, h+l.gap, size.Width, h)
		return
	}
	w := (size.Width - l.gap) / 2
	placeAt(o[0], 0, 0, w, size.Height)
	placeAt(o[1], w+l.gap, 0, w, size.Height)
}

func (l pairLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	size := fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
	if l.stacked(o, o[0].Size().Width) || o[1].Position().Y > 0 {
		size.Height = 2*size.Height + l.gap
	}
	return size
}
