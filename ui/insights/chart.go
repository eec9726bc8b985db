package insights

import (
	"context"
	"image"
	"math"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/figure"
	"skinward/app/journal"
	"skinward/ui/kit"
)

// chartCard is a card with one chart and the ways to take it along.
type chartCard struct {
	object fyne.CanvasObject
	view   *kit.ChartView
	title  string
	note   *kit.Text // under the title
	key    keyLayout // right of the title, on cards without a note
	foot   *kit.Text // below, hidden while empty
	more   *kit.Chip
	room   *highLayout
	fig    *figure.Figure
	days   []journal.Day // behind each stop; nil where a stop is no day
	opens  string        // what a click opens, where it is not the day
	name   string        // of files
	deps   Deps
}

// newChart returns what every card with a chart at least height points high has.
func newChart(deps Deps, key, title string, height float32) (c *chartCard, room fyne.CanvasObject) {
	c = &chartCard{deps: deps, title: title, note: kit.NewCaption(" "), foot: kit.NewCaption(" "), room: &highLayout{least: height}}
	c.foot.Hide()
	c.view = kit.NewChartView(deps.Run, "insights "+key, 120, 60)
	c.view.OnOpen = c.openStop
	c.more = kit.NewChip("Save…", c.offer)
	return c, container.New(c.room, c.view)
}

// keyParts is how many things the key of a chart names.
const keyParts = 3

// newKeyedCard returns a card whose title has the chart's key at its right.
func newKeyedCard(deps Deps, key, title string, height float32) *chartCard {
	c, room := newChart(deps, key, title, height)
	c.key.title, c.key.more = kit.NewHeading(title).OneLine(), c.more
	head := container.New(&c.key, c.key.title)
	for range keyParts {
		p := kit.NewCaption("").OneLine()
		c.key.parts = append(c.key.parts, p)
		head.Add(p)
	}
	head.Add(c.more)
	c.object = compact(kit.FillColumn(6, 1, head, room))
	return c
}

// SetKey names what the chart draws, the most important first.
func (c *chartCard) SetKey(parts ...kit.Span) {
	for i, p := range c.key.parts {
		p.SetSpans(kit.Span{Size: kit.SizeSmall})
		if i < len(parts) {
			p.SetSpans(parts[i])
		}
	}
}

// newChartCard returns a card with a note below its title. Controls stand in a
// row of their own.
func newChartCard(deps Deps, key, title string, height float32, controls ...fyne.CanvasObject) *chartCard {
	c, room := newChart(deps, key, title, height)
	parts := []fyne.CanvasObject{kit.FillRow(kit.Space2, 0, kit.NewHeading(title).OneLine(), c.more)}
	for _, o := range controls {
		parts = append(parts, kit.InsetEdges(o, 0, 4, 0, 4))
	}
	parts = append(parts, c.note, room, c.foot)
	c.object = compact(kit.FillColumn(2, len(parts)-2, parts...))
	return c
}

// SetFoot shows words below the chart.
func (c *chartCard) SetFoot(words string) {
	c.foot.SetText(words)
	show(words != "", c.foot)
}

// SetHeight changes the least height of the chart.
func (c *chartCard) SetHeight(points float32) { c.room.least = points }

// Set shows a figure; days lie behind its stops, name becomes the name of
// saved files.
func (c *chartCard) Set(fig *figure.Figure, days []journal.Day, name string) {
	c.fig, c.days, c.name = fig, days, name
	if !fig.Ready() {
		c.view.SetRender(nil, fig.Say())
		c.view.SetProblem(fig.Say())
		return
	}
	c.view.SetProblem("")
	// Where the stops stand is worked out with the picture, off the drawing
	// thread; the view asks for them once the picture is there.
	var drawn atomic.Pointer[drawnStops]
	c.view.Stops = func(w, h int, scale float64) []kit.ChartStop {
		if d := drawn.Load(); d != nil && d.w == w && d.h == h && d.scale == scale {
			return d.stops
		}
		return stopsOf(fig, w, h, scale, kit.ChartPalette(kit.Dark()))
	}
	c.view.SetRender(func(w, h int, scale float64, dark bool) (image.Image, error) {
		pal := kit.ChartPalette(dark)
		img, err := fig.Raster(w, h, scale, pal)
		drawn.Store(&drawnStops{w, h, scale, stopsOf(fig, w, h, scale, pal)})
		return img, err
	}, fig.Say())
}

// drawnStops are the stops of a picture of one size.
type drawnStops struct {
	w, h  int
	scale float64
	stops []kit.ChartStop
}

func stopsOf(fig *figure.Figure, w, h int, scale float64, pal figure.Palette) []kit.ChartStop {
	hits := fig.Places(w, h, scale, pal)
	out := make([]kit.ChartStop, len(hits))
	for i, at := range hits {
		out[i] = kit.ChartStop{X: at.XPx / float64(w), Y: at.YPx / float64(h), Words: at.Label}
		if math.IsNaN(at.XPx) {
			out[i] = kit.ChartStop{X: -1, Y: -1}
		}
	}
	return out
}

// openStop opens the day behind a stop.
func (c *chartCard) openStop(i int) {
	if i < len(c.days) {
		c.deps.Navigate(kit.Route{Place: kit.PlaceToday, Day: c.days[i]})
	}
}

// offer says the chart in words and offers its picture and numbers.
func (c *chartCard) offer() {
	if c.fig == nil {
		return
	}
	var done func()
	copies := kit.NewButton("Copy numbers", func() {
		done()
		c.deps.Copy(string(table(c.fig)))
		c.deps.Dialogs.Status("The numbers of the chart are on the clipboard, as CSV.")
	})
	save := kit.NewPrimaryButton("Save as SVG, PNG or CSV…", func() {
		done()
		c.save()
	})
	buttons := kit.Flow(kit.Space2, save, copies)
	if !c.fig.Ready() {
		buttons = kit.Flow(kit.Space2, copies)
	}
	keys := "The arrow keys and the pointer say every value."
	opens := c.opens
	if len(c.days) > 0 {
		opens = "the day behind it"
	}
	if opens != "" {
		keys += " Return or a click opens " + opens + "."
	}
	done = c.deps.Dialogs.Panel(c.title, kit.Column(kit.Space3, kit.NewBody(c.fig.Say()), kit.NewCaption(keys), buttons), copies)
}

// save writes SVG, PNG or CSV by the ending of the name.
func (c *chartCard) save() {
	fig := c.fig
	c.deps.Dialogs.SaveFile("Save chart as .svg, .png or .csv", c.name+".svg", func(path string) {
		c.deps.Run.Run("insights save", func(context.Context) error {
			data, err := encode(fig, path)
			if err != nil {
				return err
			}
			return c.deps.Write(path, data)
		}, func(err error) {
			if err != nil {
				c.deps.Dialogs.Problem("The chart was not saved: " + err.Error() + ".")
				return
			}
			c.deps.Dialogs.Status("Saved " + base(path) + ".")
		})
	})
}
