package today

import (
	"fmt"
	"io/fs"
	"strconv"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// stoolWords are our own short words for the seven forms.
var stoolWords = [7]string{"hard lumps", "lumpy", "cracked", "smooth", "soft pieces", "mushy", "liquid"}

// stoolField asks for the stool form by number or by picture.
func (s *Screen) stoolField(f *form, to *journal.Maybe[float64]) {
	e := kit.NewNumberEntry("1 to 7", nil)
	if v, ok := to.Get(); ok {
		e.SetText(strconv.FormatFloat(v, 'f', -1, 64))
	}
	var pictures []fyne.CanvasObject
	for i, words := range stoolWords {
		n := strconv.Itoa(i + 1)
		svg, err := fs.ReadFile(s.deps.Art, "stool-"+n+".svg")
		if err != nil {
			svg = nil // number and words still tell
		}
		p := kit.NewIllustration(s.deps.Run, "today stool "+n, svg, 96, 64, 60, 40)
		p.SetDarkColors(s.deps.Night)
		p.SetRegions([]kit.Region{{ID: n, Label: words, X: 48, Y: 32, Points: [][2]float64{{0, 0}, {96, 0}, {96, 64}, {0, 64}}}})
		p.OnChosen = func(string) { e.SetText(n) }
		pictures = append(pictures, kit.Column(2, kit.Fixed(60, 40, p), kit.NewCaption(fmt.Sprintf("%s %s", n, words)).Align(fyne.TextAlignCenter)))
	}
	f.add("Stool form", "stool form", "", kit.Column(6, e, kit.Columns(4, nil, pictures...)), func() error {
		v, err := parseNumber("stool form", e.Text)
		if err == nil {
			*to = v
		}
		return err
	})
}
