package today

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// skinCard asks how the skin is, how it itches, and where.
type skinCard struct {
	s              *Screen
	object         *kit.Card
	severity, itch *kit.Scale
	figure         *bodyFigure
	places         *kit.Picker
	sites          *fyne.Container
	body           *fyne.Container // where it is: the figure and the list of places
	asked          *kit.Text
	flare          *kit.Text
	problem        *problem
	unsaved        refusals[*journal.SkinCheck]
}

func newSkinCard(s *Screen) *skinCard {
	c := &skinCard{s: s}
	c.problem = newProblem(func() { c.object.Refresh() })
	c.unsaved.s, c.unsaved.at = s, c.problem
	c.severity = kit.NewSeverityScale("clear", "worst ever", func(v int, recorded bool) {
		c.change(func(r *journal.SkinCheck) { r.Severity = answer(v, recorded) })
	})
	c.itch = kit.NewSeverityScale("", "", func(v int, recorded bool) {
		c.change(func(r *journal.SkinCheck) { r.Itch = answer(v, recorded) })
	})
	c.asked = kit.NewCaption(asks)
	c.flare = kit.NewText(kit.Span{Role: kit.Skin, Size: kit.SizeSmall})
	c.flare.Hide()
	c.figure = newBodyFigure(s.deps, c.toggle, c.say)
	c.sites = kit.Flow(6)
	more := kit.NewButton("Spots, signs, impact …", func() { s.edit(c.check()) })
	photo := kit.NewIconButton("camera", "Add or drop a photo", func() { s.deps.AddPhoto(s.day) })
	c.places = kit.NewPicker("Which place? Left and right are your own.", placeWords(), 0, func(i int) {
		if i > 0 {
			c.toggle(journal.Sites()[i-1])
		}
	})
	c.places.OnlyOpens = true
	right := kit.FillColumn(8, 1, c.places, c.sites, more, photo)
	c.body = kit.FillRow(10, 1, c.figure.object, right)
	c.object = kit.NewCard("skin", kit.Skin, "Skin", "", kit.Column(6,
		c.asked, c.severity,
		kit.NewCaption("Itch, worst in 24 h"), c.itch, c.problem.words,
		c.body, c.flare))
	return c
}

// placeWords are the list of places, which does what the figure does.
func placeWords() []string {
	words := []string{"Where? Click or list"}
	for _, site := range journal.Sites() {
		words = append(words, capital(site))
	}
	return words
}

const asks = "How bad is your skin today?"

// answer is a value of a scale, or nothing.
func answer(v int, recorded bool) journal.Maybe[float64] {
	if !recorded {
		return journal.Maybe[float64]{}
	}
	return journal.Some(float64(v))
}

// check returns a copy of the day's look at the skin, or a fresh one.
func (c *skinCard) check() *journal.SkinCheck {
	if r, refused := c.unsaved.on(c.s.page.day); refused {
		return r
	}
	if r, ok := last[*journal.SkinCheck](c.s.page, nil); ok {
		return r.Clone().(*journal.SkinCheck)
	}
	return &journal.SkinCheck{Meta: c.s.page.fresh(c.s.deps.Now())}
}

// change alters the day's look at the skin and saves it; when nothing is left
// of it, it is removed.
func (c *skinCard) change(do func(*journal.SkinCheck)) {
	r := c.check()
	do(r)
	switch {
	case r.Validate() == nil:
		c.s.page.put(r)
		c.unsaved.store(r)
	case !r.Created.IsZero() || slices.ContainsFunc(c.s.page.log, func(x journal.Record) bool { return x.Base().ID == r.ID }):
		c.s.drop(c.problem, r)
	}
	c.paint()
}

// toggle adds a site, rated like the whole skin, or removes it.
func (c *skinCard) toggle(site string) {
	c.change(func(r *journal.SkinCheck) {
		if i := slices.IndexFunc(r.Sites, func(v journal.SiteRating) bool { return v.Site == site }); i >= 0 {
			r.Sites = slices.Delete(r.Sites, i, i+1)
			return
		}
		r.Sites = append(r.Sites, journal.SiteRating{Site: site, Rating: r.Severity})
	})
}

// rate asks how one site is.
func (c *skinCard) rate(v journal.SiteRating) {
	f := newForm()
	rating := v.Rating
	f.maybe("0 clear to 10 worst ever", "rating of "+v.Site, "", &rating)
	c.s.deps.Dialogs.Form(capital(v.Site), f.object(), "Save", func() error {
		probe := &journal.SkinCheck{Meta: c.s.page.fresh(c.s.deps.Now()), Sites: []journal.SiteRating{{Site: v.Site}}}
		for _, read := range f.reads {
			if err := read.do(); err != nil {
				return err
			}
		}
		probe.Sites[0].Rating = rating
		if err := probe.Validate(); err != nil {
			return f.blame(err, "")
		}
		c.change(func(r *journal.SkinCheck) {
			for i := range r.Sites {
				if r.Sites[i].Site == v.Site {
					r.Sites[i].Rating = rating
				}
			}
		})
		return nil
	})
}

// say names the site under the pointer.
func (c *skinCard) say(site string) {
	if site == "" {
		c.places.SetChosen(0)
		return
	}
	c.places.SetLabel(capital(site))
}

func (c *skinCard) paint() {
	r := c.check()
	c.flare.SetText(flareWords(c.s.page.flare))
	c.flare.Hidden = c.s.page.flare == 0
	c.places.SetChosen(0)
	setScale(c.severity, r.Severity)
	setScale(c.itch, r.Itch)
	waits := c.unsaved.why(c.s.page.day) != nil
	c.severity.Retry, c.itch.Retry = waits, waits
	c.asked.SetText(asks)
	if v, ok := r.Severity.Get(); ok {
		c.asked.SetText(asks + " " + capital(skinWords(int(math.Round(v)))))
	}
	c.object.SetCaption("")
	if c.s.page.before != nil {
		c.object.SetCaption("the day before " + number(c.s.page.before.Severity.Or(0)))
	}
	var chips []fyne.CanvasObject
	for _, v := range r.Sites {
		label := capital(v.Site)
		if x, ok := v.Rating.Get(); ok {
			label += " · " + number(x)
		}
		chips = append(chips, kit.NewRemovableChip(label, kit.Skin, func() { c.rate(v) }, func() { c.toggle(v.Site) }))
	}
	c.s.refill(c.sites, chips)
	c.figure.Mark(r.Sites)
}

// setScale shows a value on a scale; a value between the steps is rounded for
// showing only.
func setScale(s *kit.Scale, v journal.Maybe[float64]) {
	x, ok := v.Get()
	if !ok {
		s.Clear()
		return
	}
	if now, recorded := s.Value(); !recorded || now != int(math.Round(x)) {
		s.SetValue(int(math.Round(x)))
	}
}
