package guide

import (
	"strings"

	"fyne.io/fyne/v2"

	"skinward/app/guide"
	"skinward/ui/kit"
)

// text returns blocks as objects, with the page's own numbers for its sources.
func (s *Screen) text(t *guide.Topic, blocks []guide.Block) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i := 0; i < len(blocks); i++ {
		n := i
		for n < len(blocks) && blocks[n].Kind == guide.Row {
			n++
		}
		if n > i {
			out = append(out, s.table(t, blocks[i:n]))
			i = n - 1
			continue
		}
		out = append(out, s.block(t, blocks[i]))
	}
	return out
}

// table lays rows out in columns that share the width by what they hold.
func (s *Screen) table(t *guide.Topic, rows []guide.Block) fyne.CanvasObject {
	weights := columnShares(rows)
	var lines []fyne.CanvasObject
	for i, r := range rows {
		if i > 0 {
			lines = append(lines, kit.NewRule())
		}
		cells := make([]fyne.CanvasObject, len(weights))
		for c := range weights {
			var spans []guide.Span
			if c < len(r.Cells) {
				spans = styled(r.Cells[c], r.Head)
			}
			cells[c] = s.prose(t, guide.Block{Spans: spans}, kit.SizeControl)
		}
		lines = append(lines, kit.Columns(kit.Space3, weights, cells...))
	}
	return kit.NewNote(kit.Muted, kit.Column(6, lines...))
}

func (s *Screen) block(t *guide.Topic, b guide.Block) fyne.CanvasObject {
	switch b.Kind {
	case guide.Heading:
		if b.Level <= 2 {
			return gap(kit.NewHeading(b.Plain()))
		}
		return gap(kit.NewText(kit.Span{Text: b.Plain(), Bold: true}))
	case guide.Code:
		var lines []fyne.CanvasObject
		for _, l := range strings.Split(b.Plain(), "\n") {
			lines = append(lines, kit.NewText(kit.Span{Text: l, Mono: true, Size: kit.SizeSmall}))
		}
		return kit.NewNote(kit.Muted, kit.Column(1, lines...))
	}
	return s.prose(t, b, kit.SizeBody)
}

func styled(spans []guide.Span, bold bool) []guide.Span {
	out := append([]guide.Span(nil), spans...)
	for i := range out {
		out[i].Strong = out[i].Strong || bold
	}
	return out
}

func (s *Screen) prose(t *guide.Topic, b guide.Block, size fyne.ThemeSizeName) *prose {
	return newProse(b, size, s.posts(t))
}

// posts tells where the words of a page lead; t is nil for a text without
// sources.
func (s *Screen) posts(t *guide.Topic) posts {
	return posts{
		number: func(source string) int {
			if t == nil {
				return 0
			}
			return citation(t, source)
		},
		explain: s.explain,
		reveal:  func(at fyne.CanvasObject) { s.reader().scroll.Reveal(at) },
		turn:    s.turnPage,
	}
}
