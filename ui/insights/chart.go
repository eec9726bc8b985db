package insights

import (
	"bytes"
	"context"
	"encoding/csv"
	"image"
	"image/png"
	"math"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"skinward/app/figure"
	"skinward/ui/kit"
)

// chartCard is a card with one chart, its hairline's words and the ways to
// take it along.
type chartCard struct {
	object fyne.CanvasObject
	card   *kit.Card
	view   *kit.ChartView
	words  *kit.Text
	fig    *figure.Figure
	name   string // of files
	deps   Deps
}

func newChartCard(deps Deps, key, title, caption string, height float32) *chartCard {
	c := &chartCard{deps: deps, words: kit.NewCaption(" ")}
	c.view = kit.NewChartView(deps.Run, "insights "+key, 200, height)
	c.view.OnPoint = func(words string) {
		if words == "" {
			words = c.alt()
		}
		c.words.SetText(words)
	}
	save := kit.NewQuietButton("Save…", c.save)
	copies := kit.NewQuietButton("Copy numbers", c.copy)
	c.card = kit.NewCard("", kit.Ink, title, caption, kit.FillColumn(6, 0, c.view, c.words, kit.Flow(4, copies, save)))
	c.object = c.card
	return c
}

// Set shows a figure; name becomes the name of saved files.
func (c *chartCard) Set(fig *figure.Figure, name string) {
	c.fig, c.name = fig, name
	if !fig.Ready() {
		c.view.SetRender(nil, fig.Say())
		c.view.SetProblem(fig.Say())
		c.words.SetText(" ")
		return
	}
	c.view.SetProblem("")
	c.view.Stops = func(w, h int, scale float64) []kit.ChartStop {
		hits := fig.Places(w, h, scale, palette(false))
		out := make([]kit.ChartStop, 0, len(hits))
		for _, at := range hits {
			if w > 0 && !math.IsNaN(at.XPx) {
				out = append(out, kit.ChartStop{X: at.XPx / float64(w), Words: at.Label})
			}
		}
		return out
	}
	c.view.SetRender(func(w, h int, scale float64, dark bool) (image.Image, error) {
		return fig.Raster(w, h, scale, palette(dark))
	}, fig.Say())
	c.words.SetText(fig.Say())
}

func (c *chartCard) alt() string {
	if c.fig == nil {
		return " "
	}
	return c.fig.Say()
}

// palette is the chart's look on this ground at the person's text size.
func palette(dark bool) figure.Palette {
	p := figure.Light()
	if dark {
		p = figure.Dark()
	}
	p.Text *= float64(kit.Current().Options().TextScale)
	return p
}

func (c *chartCard) copy() {
	if c.fig == nil {
		return
	}
	c.deps.Copy(string(table(c.fig)))
	c.deps.Dialogs.Status("The numbers of the chart are on the clipboard, as CSV.")
}

// save writes SVG, PNG or CSV by the ending of the name.
func (c *chartCard) save() {
	if c.fig == nil || !c.fig.Ready() {
		return
	}
	c.deps.Dialogs.SaveFile("Save chart as .svg, .png or .csv", c.name+".svg", func(path string) {
		fig := c.fig
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
			c.deps.Dialogs.Status("Saved " + filepath.Base(path) + ".")
		})
	})
}

// encode writes a figure in the form that the file's ending names.
func encode(fig *figure.Figure, path string) ([]byte, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv":
		return table(fig), nil
	case ".png":
		img, err := fig.Raster(1400, 700, 2, figure.Light())
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		err = png.Encode(&b, img)
		return b.Bytes(), err
	}
	return fig.SVG(900, 450, figure.Light())
}

// table is the chart's numbers as CSV.
func table(fig *figure.Figure) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.WriteAll(fig.Numbers()) // a buffer takes everything
	return b.Bytes()
}
