package skin

import (
	"image"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
)

// pairCard shows the two photos, how they are set beside each other, and
// whether they may be compared.
type pairCard struct {
	s     *Screen
	card  fyne.CanvasObject
	stage *stage
	modes *kit.ChoiceChips
	work  work

	title             *kit.Text
	left, right, hint *kit.Text
	badge             *kit.Tag
	lies              *kit.Text
	foot              *fyne.Container // badge, lies and what can be done with the alignment
	align, drop, hold *kit.Button
	play, save        *kit.Button

	first, second image.Image // view copies at hand
	shows         [2]journal.ID
	ticking       bool
	turn          int // generation of ticks, so that an old one ends
	frame         int // of the time-lapse
	shownFrame    journal.ID
	seen          [2]journal.ID // the pair that was zoomed into
}

// comparing is the title while nothing is being marked.
const comparing = "Compare"

func newPairCard(s *Screen) *pairCard {
	c := &pairCard{s: s, stage: newStage()}
	c.modes = kit.NewChoiceChips(modeNames[:], int(slider), func(i int) { c.setMode(mode(i)) })
	c.left = kit.NewText()
	c.right = kit.NewText().Align(fyne.TextAlignTrailing)
	c.badge = kit.NewTag("", kit.Muted)
	c.lies = kit.NewCaption("").OneLine()
	c.hint = kit.NewText()
	c.align = kit.NewQuietButton("Align…", c.startAlign)
	c.drop = kit.NewQuietButton("Undo", c.dropAlignment)
	c.hold = kit.NewQuietButton("Keep", c.holdGuess)
	c.play = kit.NewIconButton("pause", "", c.togglePlay)
	c.save = kit.NewQuietButton("Save animation…", s.saveTimeLapse)
	c.stage.onKey, c.stage.onRune = c.key, c.rune
	c.stage.onClick, c.stage.onDrag, c.stage.onCross = c.click, c.drag, c.stretch
	c.title = kit.NewHeading(comparing).OneLine()
	head := kit.TopRow(kit.Space3, 1, kit.InsetEdges(c.title, 0, 3, 0, 0), c.modes.Container, c.play)
	under := kit.Columns(kit.Space3, nil, c.left, c.right)
	high := func(o fyne.CanvasObject) fyne.CanvasObject { return kit.InsetEdges(o, 0, 7, 0, 7) } // as the buttons
	c.foot = kit.FlowEnd(kit.Space2, high(c.badge), high(c.lies), kit.Row(kit.Space2, c.save, c.hold, c.drop, c.align))
	c.work.build(c)
	c.card = kit.NewPanel(kit.Inset(kit.FillColumn(10, 1, head, c.stage, c.hint, c.work.row, under, c.foot), 14, 12))
	return c
}

// Stage returns the object that shows the photos, for tests that click on it.
func (s *Screen) Stage() fyne.CanvasObject { return s.pair.stage }

// show fills the card from the screen's pair.
func (c *pairCard) show() {
	c.leaveWork()
	if pair := pairOf(c.s.first, c.s.second); pair != c.seen {
		c.seen, c.stage.view = pair, view{}
	}
	c.words()
	a, b := c.s.first, c.s.second
	c.fetch("skin first", a, 0)
	c.fetch("skin second", b, 1)
	c.fairness()
	c.match()
	c.setMode(c.stage.mode)
}

// words writes what stands around the photos.
func (c *pairCard) words() {
	a, b := c.s.first, c.s.second
	if a == nil || b == nil {
		return
	}
	day := kit.CurrentDates().Short
	if a.Day.Year != b.Day.Year {
		day = kit.CurrentDates().ShortYear
	}
	line := func(t *kit.Text, p *journal.Photo) {
		t.SetSpans(kit.Span{Text: day(p.Day), Bold: true, Size: kit.SizeControl},
			kit.Span{Text: "  " + underPhoto(p, c.s.ratings), Role: kit.Muted, Size: kit.SizeSmall})
	}
	line(c.left, a)
	line(c.right, b)
	single := a.ID == b.ID
	at := c.s.place(a, b)
	words := span(a, b) + " · " + at.words
	if single {
		words = "Choose another photo below to set beside this one."
		if len(ofSite(c.s.photos, c.s.site)) == 1 {
			words = "A second photo of the same place makes a pair."
		}
	}
	c.lies.SetText(words)
	c.left.Hidden = single
	c.align.Hidden, c.drop.Hidden, c.hold.Hidden = single || at.stored, !at.aligned(), !at.given
	c.badge.Hidden = true
}

// fetch asks for a view copy; what was shown before is gone at once.
func (c *pairCard) fetch(key string, p *journal.Photo, i int) {
	if idOf(p) == c.shows[i] && c.picture(i) != nil {
		return
	}
	c.shows[i] = idOf(p)
	c.setPicture(i, nil)
	if p == nil {
		return
	}
	c.s.views.Ask(key, string(p.ID), func(m image.Image, err error) {
		if c.shows[i] != p.ID {
			return
		}
		if err != nil {
			c.stage.say("This photo cannot be shown: " + kit.ErrorText(err))
			return
		}
		c.stage.say("")
		c.setPicture(i, m)
		c.lay()
		if c.first == nil || c.second == nil {
			return
		}
		// They are seen first; both processors are busy with what follows.
		c.s.deps.After(kit.OneFrame, func() {
			c.fairness()
			c.match()
		})
	})
}

// match looks for the alignment of a pair that has none.
func (c *pairCard) match() {
	a, b := c.s.first, c.s.second
	if a == nil || b == nil || c.first == nil || c.second == nil || c.work.kind != nothing {
		return
	}
	c.s.guess("skin guess", a, b, c.first, c.second, func() {
		if idOf(c.s.first) != a.ID || idOf(c.s.second) != b.ID || c.work.kind != nothing {
			return
		}
		c.words()
		c.lay()
		c.fairness()
		c.card.Refresh()
	})
}

func (c *pairCard) picture(i int) image.Image {
	if i == 0 {
		return c.first
	}
	return c.second
}

func (c *pairCard) setPicture(i int, m image.Image) {
	if i == 0 {
		c.first = m
	} else {
		c.second = m
	}
}

// lay puts the two pictures on the stage as they lie.
func (c *pairCard) lay() {
	one := func(m image.Image, lies photo.Similarity) layer {
		if m == nil {
			return layer{lies: lies}
		}
		return layer{photo.RGBA(m), lies}
	}
	lies := c.s.place(c.s.first, c.s.second).lies
	if c.work.kind == aligning || c.work.kind.marksArea() {
		lies = centred(c.s.first, c.s.second)
	}
	base := c.s.first
	if c.work.kind.marksArea() {
		base, lies = c.s.second, photo.Identity
	}
	c.stage.single = c.s.first != nil && idOf(c.s.first) == idOf(c.s.second)
	c.stage.set(one(c.first, photo.Identity), one(c.second, lies), aspect(base))
}

func (c *pairCard) setMode(m mode) {
	c.stop()
	c.modes.Choose(int(m))
	c.stage.setMode(m)
	c.play.Hidden = m != blink && m != timeLapse
	c.save.Hidden = m != timeLapse || len(ofSite(c.s.photos, c.s.site)) < 2
	c.hint.Hidden = true
	c.lay()
	if (m == blink || m == timeLapse) && c.s.first != nil && c.s.second != nil {
		if kit.Current().Options().ReducedMotion {
			c.play.SetIcon("play")
		} else {
			c.start()
		}
	}
	c.card.Refresh()
}

// key steps through the photos and ends marking.
func (c *pairCard) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		if !c.stage.marking {
			return false
		}
		c.endWork()
	case fyne.KeyPageUp:
		c.s.step(-1)
	case fyne.KeyPageDown:
		c.s.step(1)
	case fyne.KeyDelete:
		if c.s.second != nil {
			c.s.remove(c.s.second)
		}
	case fyne.KeySpace:
		if c.stage.marking || c.stage.mode != blink && c.stage.mode != timeLapse {
			return false
		}
		c.togglePlay()
	default:
		return false
	}
	return true
}

// rune changes the site by a digit: the site of the n-th button.
func (c *pairCard) rune(r rune) bool {
	sites := siteChoices(c.s.photos)
	i := int(r - '1') // plus, minus and zero belong to the zoom
	if i < 0 || i > 8 || i >= len(sites) || c.s.second == nil || c.stage.marking {
		return false
	}
	c.s.setSite(c.s.second, sites[i])
	return true
}
