package insights

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/figure"
	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/ui/kit"
)

// hooks are what the detail asks of the screen.
type hooks struct {
	withoutLater func(bool)
	pin, hide    func(factor string, on bool)
}

// detailPane is the right side: what is behind one row.
type detailPane struct {
	deps    Deps
	object  *fyne.Container
	scroll  *kit.Scroll
	open    fyne.CanvasObject // the scroll, told how high it is
	head    *detailHead
	course  *chartCard
	lags    *chartCard
	strip   *chartCard
	phases  *chartCard
	halves  *kit.Text
	apart   *kit.Text
	rests   *kit.Text
	allowed *kit.Text
	later   *kit.CheckRow
	changes *kit.Text
	shown   Row
	set     series.Set // behind what is shown
}

func newDetailPane(deps Deps, on hooks) *detailPane {
	d := &detailPane{deps: deps, head: newDetailHead(deps, on)}
	d.course = newKeyedCard(deps, "course", "Day by day", 96)
	d.lags = newChartCard(deps, "lags", "How long after?", 88)
	d.strip = newChartCard(deps, "strip", "With and without", 88)
	d.strip.view.Grid = true
	d.lags.view.OnOpen = d.openLag
	d.lags.opens = "a list of the days behind it"
	for _, c := range []*chartCard{d.course, d.lags, d.strip} {
		c.more.SetLabel("…")
	}
	d.phases = newChartCard(deps, "phases", "Before, during, after", 150)
	d.phases.view.Grid = true
	d.halves, d.apart = kit.NewBody(" "), kit.NewBody(" ")
	d.rests, d.allowed, d.changes = kit.NewBody(" "), kit.NewBody(" "), kit.NewBody(" ")
	d.later = kit.NewCheck("Leave out what was remembered later", false, on.withoutLater)
	how := kit.NewButton("How is this calculated?", func() {
		deps.Navigate(kit.Route{Place: kit.PlaceGuide, Topic: "method"})
	})

	fold := &foldLayout{gap: 10, grow: []float32{0, 0.7, 0.3}}
	first := container.New(fold, d.head.object, d.course.object, container.New(&pairLayout{gap: 10}, d.lags.object, d.strip.object))
	card := func(title, caption string, parts ...fyne.CanvasObject) fyne.CanvasObject {
		return kit.NewCard("", kit.Ink, title, caption, kit.Column(8, parts...))
	}
	d.scroll = kit.NewScroll(kit.Column(10, first, d.phases.object,
		card("Cannot be told apart?", "things that share its days", d.apart),
		card("First half against second half", "", d.halves),
		card("Remembered later", "", d.later, d.changes),
		card("What was taken into account", "", d.rests, d.allowed, kit.Row(8, how))))
	d.open = container.New(viewLayout{fold}, d.scroll)
	d.object = container.NewStack(d.open)
	d.Clear()
	return d
}

// Clear shows that nothing is open.
func (d *detailPane) Clear() {
	d.shown = Row{}
	d.object.Objects = []fyne.CanvasObject{kit.NewPanel(kit.NewEmptyState("insights", kit.Muted,
		"Nothing to open here", "Choose another filter or outcome at the left.", "", nil))}
	d.object.Refresh()
}

// Wait shows that the first look at the journal is under way.
func (d *detailPane) Wait() {
	d.shown = Row{}
	d.object.Objects = []fyne.CanvasObject{kit.NewPanel(kit.NewEmptyState("insights", kit.Muted,
		"Looking at your journal", "Every factor is compared with your skin, over several delays. With years of entries this takes some seconds.", "", nil))}
	d.object.Refresh()
}

// Show opens a row; what takes longer is worked out off the drawing thread.
func (d *detailPane) Show(scan Scan, row Row, pinned, hidden bool) {
	same := d.shown.Finding.Factor == row.Finding.Factor && d.shown.Finding.Outcome == row.Finding.Outcome
	d.shown, d.set = row, scan.Set()
	if d.object.Objects[0] != d.open {
		d.object.Objects = []fyne.CanvasObject{d.open}
		d.object.Refresh()
	}
	words := NewWords(row, scan.Result())
	d.head.Set(row, words, groupsOf(d.set, row.Finding.Factor), pinned, hidden)
	d.rests.SetText(words.Rests)
	show(words.Rests != "", d.rests)
	d.allowed.SetText(words.Allowed)
	if !same {
		d.halves.SetText(" ")
		d.apart.SetText(" ")
		d.scroll.Top()
	}
	d.draw(scan, row.Finding)
	d.work(scan, row.Finding)
}

// draw makes the charts; those of ten years take longer than a frame.
func (d *detailPane) draw(scan Scan, f insight.Finding) {
	var pics pictures
	d.deps.Run.Run("insights figures", func(context.Context) error {
		pics = picturesOf(scan.Set(), f)
		return nil
	}, func(error) {
		name := f.Factor + " and " + f.Outcome
		key := []kit.Span{
			{Text: "● " + lower(f.OutcomeLabel) + ", " + pics.median, Role: kit.Skin, Size: kit.SizeSmall},
			{Text: "▮ " + shortened(f.FactorLabel), Role: kitRole(f.Kind), Size: kit.SizeSmall},
		}
		if pics.flares {
			key = append(key, kit.Span{Text: "shaded: flare", Role: kit.Muted, Size: kit.SizeSmall})
		}
		d.course.SetKey(key...)
		d.lags.note.SetText("by days since " + f.FactorLabel)
		d.strip.note.SetText("a dot is a day")
		d.course.Set(pics.course, pics.courseDays, name)
		d.lags.Set(pics.lags, nil, name+", delay")
		d.strip.Set(pics.strip, pics.stripDays, name+", with and without")
		if pics.stripLacks != "" {
			d.strip.view.SetProblem(pics.stripLacks)
		}
		// Charts keep their room; only another card, or other words below it,
		// moves the rest.
		moved := d.phases.object.Visible() || pics.phases != nil
		show(pics.phases != nil, d.phases.object)
		if pics.phases != nil {
			d.phases.note.SetText("a dot is a day")
			d.phases.SetFoot(pics.phasesWords)
			d.phases.Set(pics.phases, pics.phasesDays, name+", before, during and after")
		}
		if moved {
			kit.Settle(d.object)
		}
	})
}

// work asks the method for what is behind the pair.
func (d *detailPane) work(scan Scan, f insight.Finding) {
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
		if long := detail.LongLags; f.Window[1] >= len(f.Lags.Effect) && len(long.Effect) > 0 {
			f.Lags = long
			d.lags.Set(figure.LagsOf(f), nil, f.Factor+" and "+f.Outcome+", delay")
		}
		d.halves.SetText(HalvesWords(detail))
		d.apart.SetText(ApartWords(detail))
		kit.Settle(d.object)
	})
}

// SetLater shows whether what was remembered later is left out, and what that
// changes.
func (d *detailPane) SetLater(on bool, changes string) {
	d.later.SetState(kit.No)
	if on {
		d.later.SetState(kit.Yes)
	}
	d.changes.SetText(changes)
	show(changes != "", d.changes)
}

// pictures are the charts of one finding with the days behind their stops.
type pictures struct {
	course, lags, strip, phases       *figure.Figure
	courseDays, stripDays, phasesDays []journal.Day
	phasesWords                       string
	stripLacks                        string // why there is no chart with and without
	median                            string // "7-day median"
	flares                            bool   // days of a flare are shaded
}

func picturesOf(set series.Set, f insight.Finding) pictures {
	p := pictures{course: figure.CourseOf(set, f), lags: figure.LagsOf(f), strip: figure.StripOf(set, f)}
	p.median = p.course.Numbers()[0][2]
	fac, _ := set.Factor(f.Factor)
	out, _ := set.Outcome(f.Outcome)
	flares, _ := set.Outcome(series.FlareDays)
	p.flares = f.Outcome == series.Severity && slices.Contains(figure.Marked(flares.Values), true)
	for i := range out.Values {
		p.courseDays = append(p.courseDays, set.Day(i))
	}
	sides := insight.PlainSides(fac, out, f.Window)
	p.stripLacks = sides.Lacking(f)
	for _, i := range slices.Concat(sides.Otherwise, sides.After) {
		p.stripDays = append(p.stripDays, set.Day(i))
	}
	if phases := insight.Phases(fac, out); phases != nil {
		p.phases, p.phasesWords = figure.PhasesOf(set, f, phases), f.PhasesSentence(phases)
		for _, ph := range phases {
			for _, i := range ph.Days {
				p.phasesDays = append(p.phasesDays, set.Day(i))
			}
		}
	}
	return p
}
