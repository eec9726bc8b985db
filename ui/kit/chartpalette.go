package kit

import (
	"sync"

	"fyne.io/fyne/v2/theme"

	"skinward/app/figure"
	"skinward/app/figure/ink"
)

// ChartLetters are the letters of the window, for its charts too; nil, as on
// paper, were they not readable.
var ChartLetters = sync.OnceValue(func() *ink.Font {
	f, err := ink.NewFont(theme.DefaultTextFont().Content(), theme.DefaultTextBoldFont().Content())
	if err != nil {
		return nil
	}
	return f
})

// ChartPalette is the look of charts on a light or dark ground, at the
// person's text size.
func ChartPalette(dark bool) figure.Palette {
	p := figure.Light()
	if dark {
		p = figure.Dark()
	}
	p.Text *= float64(Current().Options().TextScale)
	p.Font = ChartLetters()
	return p
}
