package insights

import (
	"sync"

	"fyne.io/fyne/v2/theme"

	"skinward/app/figure"
	"skinward/app/figure/ink"
	"skinward/ui/kit"
)

// letters are those of the window, for its charts too. They are part of the
// toolkit; were they not readable, charts would be set as on paper.
var letters = sync.OnceValue(func() *ink.Font {
	f, err := ink.NewFont(theme.DefaultTextFont().Content(), theme.DefaultTextBoldFont().Content())
	if err != nil {
		return nil
	}
	return f
})

// palette is the chart's look on this ground at the person's text size.
func palette(dark bool) figure.Palette {
	p := figure.Light()
	if dark {
		p = figure.Dark()
	}
	p.Text *= float64(kit.Current().Options().TextScale)
	p.Font = letters()
	return p
}
