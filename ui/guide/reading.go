package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/guide"
	"skinward/ui/kit"
)

// readingWidth keeps lines short enough to read.
const readingWidth float32 = 720

// methodPane tells how the program calculates: in plain words, and in full.
type methodPane struct {
	object fyne.CanvasObject
	choice *kit.Segmented
	texts  *fyne.Container
	reader *reader
	all    [2][]guide.Block
	s      *Screen
}

func newMethodPane(s *Screen) *methodPane {
	m := &methodPane{s: s, texts: container.NewStack(), all: [2][]guide.Block{s.deps.Library.Method, s.deps.Library.MethodNote}}
	m.choice = kit.NewSegmented([]string{"In plain words", "Method note"}, 0, m.show)
	m.reader = newReader(kit.MaxWidth(readingWidth, m.texts))
	m.object = kit.NewPanel(kit.Inset(kit.FillColumn(kit.Space3, 1, kit.Row(0, m.choice), m.reader), kit.Space6, kit.Space4))
	m.show(0)
	return m
}

func (m *methodPane) showNote() {
	m.choice.SetChosen(1)
	m.show(1)
}

func (m *methodPane) show(i int) {
	blocks := m.all[i]
	if len(blocks) > 0 && blocks[0].Kind == guide.Heading && blocks[0].Level == 1 {
		blocks = blocks[1:] // the screen has its own title
	}
	parts := m.s.text(nil, blocks)
	if len(parts) == 0 {
		parts = []fyne.CanvasObject{kit.NewBody("This text is not part of this build. The chart pages say how each number is found.")}
	}
	m.texts.Objects = []fyne.CanvasObject{kit.Column(kit.Space2, parts...)}
	m.texts.Refresh()
	m.reader.scroll.Top()
}

// glossaryPane lists every word that pages explain.
type glossaryPane struct {
	object fyne.CanvasObject
	search *kit.Entry
	reader *reader
	list   *fyne.Container
	none   *kit.Text
	s      *Screen
}

func newGlossaryPane(s *Screen) *glossaryPane {
	g := &glossaryPane{s: s, list: container.NewStack(), none: kit.NewBody("")}
	g.search = kit.NewEntry("Find a word", g.show)
	g.search.OnEscape = func() { g.search.SetText("") }
	g.reader = newReader(kit.MaxWidth(readingWidth, g.list))
	g.object = kit.NewPanel(kit.Inset(kit.FillColumn(kit.Space3, 2, kit.MaxWidth(320, g.search), g.none, g.reader), kit.Space6, kit.Space4))
	g.show("")
	return g
}

func (g *glossaryPane) focus() {
	kit.Focus(g.search)
}

func (g *glossaryPane) show(query string) {
	found := matching(g.s.deps.Library.Book.Terms, query)
	g.none.Hide()
	if len(found) == 0 {
		g.none.SetText("No word here holds “" + query + "”.")
		g.none.Show()
	}
	var rows []fyne.CanvasObject
	for _, t := range found {
		rows = append(rows, kit.Column(1, kit.NewText(kit.Span{Text: t.Name, Bold: true}),
			g.s.prose(nil, guide.Block{Spans: guide.ParseText(t.Definition)[0].Spans}, kit.SizeBody)))
	}
	g.list.Objects = []fyne.CanvasObject{kit.Column(kit.Space3, rows...)}
	g.list.Refresh()
}
