package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/guide"
	"skinward/ui/kit"
)

// pageCard shows one page, scrolling: picture, first paragraph, how sure, the
// reader's own journal, the rest, the journal again, and the sources.
type pageCard struct {
	s      *Screen
	holder *fyne.Container
	reader *reader
	doors  [2]*fyne.Container // beside the grades, where it is seen at once, and at the end
	object fyne.CanvasObject
	topic  string
}

func newPageCard(s *Screen) *pageCard {
	p := &pageCard{s: s, holder: container.NewStack(), doors: [2]*fyne.Container{container.NewStack(), container.NewStack()}}
	p.reader = newReader(p.holder)
	p.object = kit.NewPanel(kit.Inset(p.reader, kit.Space4, 14))
	return p
}

func (p *pageCard) show(t *guide.Topic) {
	fresh := p.topic != t.ID
	p.topic = t.ID
	role := roleOf(t.Colour)
	head := []fyne.CanvasObject{}
	if t.Number > 0 {
		head = append(head, kit.FillRow(10, 1, newMark(t.Number, role, 26), kit.NewLargeHeading(t.Title)))
	} else {
		head = append(head, kit.NewLargeHeading(t.Title))
	}
	parts := head
	if t.Kind != guide.Opening {
		parts = append(parts, p.s.told(p.s.picture("page", t.Picture, 118), t.Picture))
	}
	parts = append(parts, p.s.text(t, t.Lead)...)
	if len(t.Evidence) > 0 {
		parts = append(parts, newEvidence(t, role, p.s.hint, p.s.posts(t)))
		p.setDoor(t, guide.Door{}, true)
		parts = append(parts, p.doors[0])
	}
	parts = append(parts, p.s.text(t, t.Body)...)
	for _, sec := range t.Sections {
		if sec.Title == guide.OneFact {
			parts = append(parts, p.figure(t, role, sec))
			continue
		}
		parts = append(parts, gap(kit.NewHeading(sec.Title)))
		parts = append(parts, p.s.text(t, sec.Blocks)...)
	}
	if t.Kind == guide.Opening {
		parts = append(parts, p.overview(t)...)
	}
	if len(t.Evidence) > 0 {
		parts = append(parts, gap(p.doors[1]))
	}
	if refs := references(p.s.deps.Library.Book, t); len(refs) > 0 {
		parts = append(parts, kit.NewRule(), kit.NewText(kit.Span{Text: "Sources", Bold: true, Size: kit.SizeControl}))
		for _, r := range refs {
			parts = append(parts, kit.NewCaption(r))
		}
	} else {
		parts = append(parts, kit.NewRule())
	}
	parts = append(parts, kit.NewCaption(sourceLine(t)), kit.NewCaption("This guide informs. It does not diagnose."))
	p.holder.Objects = []fyne.CanvasObject{kit.Column(kit.Space2, parts...)}
	p.holder.Refresh()
	if fresh {
		p.reader.scroll.Top()
	}
	if len(t.Evidence) > 0 {
		p.askDoor(t)
	}
}

// overview lists all pages with how sure science is of each, and says what the
// picture beside it shows.
func (p *pageCard) overview(t *guide.Topic) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, group := range []struct {
		title  string
		topics []*guide.Topic
		point  func(number int)
	}{
		{"The six ways, and how sure", p.s.deps.Library.Book.Ways, p.s.plate.point},
		{"The six supports, and how sure", p.s.deps.Library.Book.Supports, func(int) {}},
	} {
		list := newEntries(group.topics, 1, entryLook{grades: true}, p.s.open, group.point)
		for _, e := range list.all {
			e.touch.onKey = p.s.turnPage
		}
		parts = append(parts, gap(kit.NewHeading(group.title)), list.object)
	}
	return append(parts, gap(kit.NewHeading("What the picture shows")), kit.NewCaption(p.s.deps.Library.Alternatives[t.Picture]))
}

// figure is the page's one number, large, with its study.
func (p *pageCard) figure(t *guide.Topic, role kit.Role, sec guide.Section) fyne.CanvasObject {
	words := append([]fyne.CanvasObject{
		kit.NewText(kit.Span{Text: sec.Title, Bold: true, Size: kit.SizeControl}),
		kit.NewText(kit.Span{Text: t.Figure.Value, Bold: true, Size: kit.SizeTitle, Role: role}),
		kit.NewCaption(t.Figure.Study),
	}, p.s.text(t, sec.Blocks)...)
	return gap(kit.NewNote(kit.Muted, kit.Column(4, words...)))
}

func gap(o fyne.CanvasObject) fyne.CanvasObject { return kit.InsetEdges(o, 0, 6, 0, 0) }

// setDoor shows what the journal says, or how to begin.
func (p *pageCard) setDoor(t *guide.Topic, own guide.Door, waiting bool) {
	for _, door := range p.doors {
		door.Objects = []fyne.CanvasObject{p.note(t, own, waiting)}
		door.Refresh()
	}
}

func (p *pageCard) note(t *guide.Topic, own guide.Door, waiting bool) fyne.CanvasObject {
	role := roleOf(t.Colour)
	words := []fyne.CanvasObject{kit.NewText(kit.Span{Text: "In your journal", Bold: true, Size: kit.SizeSmall, Role: role})}
	if waiting {
		words = append(words, kit.NewCaption("Looking at your journal."))
	} else {
		d := doorOf(t, own)
		words = append(words, kit.NewBody(d.Sentence))
		if d.Detail != "" {
			words = append(words, kit.NewCaption(d.Detail))
		}
		var buttons []fyne.CanvasObject
		for _, a := range d.Actions {
			buttons = append(buttons, kit.NewButton(a.Label, func() { p.s.follow(a.Route) }))
		}
		if len(buttons) > 0 {
			words = append(words, kit.Flow(kit.Space2, buttons...))
		}
	}
	return kit.NewNote(role, kit.Column(5, words...))
}

func (p *pageCard) askDoor(t *guide.Topic) {
	p.s.askDoor(t, func(d guide.Door) {
		if p.topic == t.ID {
			p.setDoor(t, d, false)
			p.holder.Refresh()
		}
	})
}
