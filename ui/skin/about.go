package skin

import (
	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// aboutCard tells about this photo, the right one of the pair.
type aboutCard struct {
	s       *Screen
	card    fyne.CanvasObject
	facts   *fyne.Container
	summary *kit.Button
}

func newAboutCard(s *Screen) *aboutCard {
	c := &aboutCard{s: s, facts: kit.Column(6)}
	mark := kit.NewButton("Mark area", func() { s.pair.startArea(markArea) })
	c.summary = kit.NewButton("In summary", c.toggleSummary)
	left := kit.NewQuietButton("Set left", func() { s.first = s.second; s.presentPair() })
	edit := kit.NewQuietButton("Edit…", func() { s.edit(s.second) })
	day := kit.NewQuietButton("Day…", func() {
		if s.second != nil {
			s.deps.Navigate(kit.Route{Place: kit.PlaceToday, Day: s.second.Day, Focus: kit.FocusSkin})
		}
	})
	remove := kit.NewQuietButton("Delete", func() { s.remove(s.second) })
	c.card = kit.NewCard("", kit.Ink, "This photo", "", kit.Column(10, c.facts,
		kit.Flow(kit.Space2, mark, c.summary), kit.Flow(0, left, edit, day, remove)))
	return c
}

func (c *aboutCard) show(p *journal.Photo) {
	if p == nil {
		return
	}
	var rows []fyne.CanvasObject
	for _, f := range facts(p, kit.CurrentDates()) {
		name := kit.Fixed(78, 0, kit.NewText(kit.Span{Text: f.name, Role: kit.Muted, Size: kit.SizeControl}))
		rows = append(rows, kit.TopRow(kit.Space2, 1, name, kit.NewText(kit.Span{Text: f.words, Size: kit.SizeControl})))
	}
	if p.Intimate {
		rows = append(rows, kit.NewTag("intimate: stays out of the summary unless ticked", kit.Muted))
	}
	c.facts.Objects = rows
	c.facts.Refresh()
	c.summary.SetLabel("In summary")
	c.summary.SetIcon("")
	c.summary.SetStyle(kit.Plain)
	if p.InSummary {
		c.summary.SetIcon("check")
		c.summary.SetStyle(kit.Chosen)
	}
}

func (c *aboutCard) toggleSummary() {
	if c.s.second == nil {
		return
	}
	p := c.s.current(c.s.second)
	p.InSummary = !p.InSummary
	said := "The photo will be on the summary page."
	if !p.InSummary {
		said = "The photo is off the summary page."
	}
	c.s.write(said, p)
}

// setSite changes the site of a photo, as the digit keys do.
func (s *Screen) setSite(p *journal.Photo, site string) {
	q := s.current(p)
	if q.Site == site {
		return
	}
	q.Site = site
	q.Intimate = q.Intimate || intimate(site, s.photos)
	s.site, s.first, s.second = site, nil, q
	s.write("The photo is now filed under "+site+".", q)
}
