package skin

import (
	"fmt"
	"slices"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// Bytes of pictures kept at hand: some 50 thumbnails, and five view copies. More
// would take a gallery of thousands past its bound of memory.
const (
	thumbBytes = 16 << 20
	viewBytes  = 40 << 20
)

// Screen shows the photos of a site beside each other.
type Screen struct {
	deps Deps
	root *fyne.Container

	stale     bool
	afterLoad []func() // wait for the photos to be read
	route     kit.Route
	photos    []*journal.Photo // all, in the order of time
	byID      atomic.Pointer[map[string]*journal.Photo]
	ratings   map[journal.Day]float64
	all       bool   // every site, as a wall
	site      string // when not all
	first     *journal.Photo
	second    *journal.Photo // "this photo"
	shown     bool

	guesses map[[2]journal.ID]guess // how the second of a pair lies on the first

	waiting []writing // the first of them is under way

	thumbs *kit.Pictures
	views  *kit.Pictures

	sites    *fyne.Container
	body     *fyne.Container // empty state, wall, or pair and strip
	pair     *pairCard
	pairBody fyne.CanvasObject
	wallCard *kit.Card
	strip    *shelf
	wall     *shelf
	about    *aboutCard
	redness  *rednessCard
}

var (
	_ kit.Screen  = (*Screen)(nil)
	_ kit.Dropper = (*Screen)(nil)
)

// New returns the screen; it reads nothing before Show.
func New(deps Deps) *Screen {
	s := &Screen{deps: deps, stale: true, ratings: map[journal.Day]float64{}, guesses: map[[2]journal.ID]guess{}}
	s.byID.Store(&map[string]*journal.Photo{})
	s.thumbs = kit.NewPictures(deps.Run, thumbBytes, s.load(deps.Store.PhotoThumb))
	s.views = kit.NewPictures(deps.Run, viewBytes, s.loadView())
	s.pair = newPairCard(s)
	s.about = newAboutCard(s)
	s.redness = newRednessCard(s)
	s.strip, s.wall = s.newShelf(false), s.newShelf(true)
	s.sites = kit.Flow(kit.Space3)
	add := kit.NewPrimaryButton("Add photo", s.askFile)
	more := kit.NewButton("Import photos…", s.askAny)
	head := kit.FillRow(kit.Space3, 1, kit.NewTitle("Skin"), s.sites, more, add)
	s.wallCard = kit.NewCard("", kit.Ink, "All sites", " ", s.wall)
	s.pairBody = newRoom(s.pair.stage, []fyne.CanvasObject{s.pair.card, s.strip}, []fyne.CanvasObject{s.redness.card, s.about.card, s.shortRecipe()})
	s.body = container.NewStack()
	s.root = container.NewStack(kit.Page(head, s.body))
	return s
}

func (s *Screen) newShelf(wall bool) *shelf {
	sh := newShelf(wall, s.thumbs)
	sh.caption = func(p *journal.Photo) string {
		d := kit.CurrentDates()
		if p.Day.Year != s.today().Year {
			return d.ShortYear(p.Day)
		}
		return d.Short(p.Day)
	}
	sh.rating = func(p *journal.Photo) (float64, bool) { v, ok := s.ratings[p.Day]; return v, ok }
	sh.onTap = s.choose
	sh.onDelete = s.remove
	return sh
}

func (s *Screen) today() journal.Day { return journal.DayAt(s.deps.Now(), 0) }

// Content returns the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Show follows the route and reads again when stale.
func (s *Screen) Show(r kit.Route) {
	s.shown = true
	s.route = r
	if !s.stale {
		s.follow()
		return
	}
	s.reload()
}

// Hide stops what moves by itself.
func (s *Screen) Hide() { s.shown = false; s.pair.stop() }

// MarkStale has everything read again at the next Show.
func (s *Screen) MarkStale() { s.stale = true }

// take puts photos in place of those known, keeping the choice where it still
// holds.
func (s *Screen) take(photos []*journal.Photo, ratings map[journal.Day]float64) {
	byID := make(map[string]*journal.Photo, len(photos))
	for _, p := range photos {
		byID[string(p.ID)] = p
	}
	s.photos, s.ratings = photos, ratings
	s.byID.Store(&byID)
	find := func(p *journal.Photo) *journal.Photo {
		if p == nil {
			return nil
		}
		return byID[string(p.ID)]
	}
	s.first, s.second = find(s.first), find(s.second)
	sites := sitesOf(photos)
	if len(sites) > 0 && !slices.Contains(sites, s.site) {
		s.site = sites[0]
		s.first, s.second = nil, nil
	}
	s.settle()
}

// settle makes the pair one of the site shown.
func (s *Screen) settle() {
	here := ofSite(s.photos, s.site)
	a, b := firstPair(here)
	if s.first == nil || s.first.Site != s.site {
		s.first = a
	}
	if s.second == nil || s.second.Site != s.site {
		s.second = b
	}
}

// follow shows what the route asks for, else what was shown before.
func (s *Screen) follow() {
	if p := (*s.byID.Load())[s.route.Record]; p != nil {
		s.all, s.site, s.first, s.second = false, p.Site, nil, p
		s.settle()
	} else if s.route.Topic != "" && slices.Contains(sitesOf(s.photos), s.route.Topic) {
		s.all, s.site = false, s.route.Topic
		s.settle()
	}
	asked := s.route
	s.route = kit.Route{}
	s.present()
	if asked.Focus == kit.FocusAddPhoto {
		s.askImport(asked.Day)
	}
}

// present fills the screen from its state.
func (s *Screen) present() {
	s.presentSites()
	switch {
	case len(s.photos) == 0:
		s.setBody(s.emptyState())
		return
	case s.all:
		s.wall.set(s.photos, "", "")
		s.wallCard.SetCaption(countWords(len(s.photos)))
		s.setBody(s.wallCard)
		return
	}
	s.setBody(s.pairBody)
	s.presentPair()
}

func (s *Screen) setBody(o fyne.CanvasObject) {
	if len(s.body.Objects) == 1 && s.body.Objects[0] == o {
		return
	}
	s.body.Objects = []fyne.CanvasObject{o}
	s.body.Refresh()
}

// presentPair fills what depends on the two photos chosen.
func (s *Screen) presentPair() {
	s.strip.set(ofSite(s.photos, s.site), idOf(s.first), idOf(s.second))
	s.strip.reveal(idOf(s.second))
	s.about.show(s.second)
	s.redness.show(ofSite(s.photos, s.site))
	s.pair.show()
}

func idOf(p *journal.Photo) journal.ID {
	if p == nil {
		return ""
	}
	return p.ID
}

// mostSites is how many sites have a button; the others stand in a list.
const mostSites = 4

func (s *Screen) presentSites() {
	sites := sitesOf(s.photos)
	button := func(name string, chosen bool, tapped func()) fyne.CanvasObject {
		b := kit.NewButton(name, tapped)
		if chosen {
			b.SetStyle(kit.Chosen)
		}
		return b
	}
	var row []fyne.CanvasObject
	open := func(site string) {
		s.all, s.site = false, site
		s.settle()
		s.present()
	}
	near, far := sites, []string(nil)
	if len(sites) > mostSites+1 {
		near, far = slices.Clone(sites[:mostSites]), sites[mostSites:]
		if !s.all && !slices.Contains(near, s.site) {
			near[mostSites-1] = s.site
		}
	}
	for _, site := range near {
		row = append(row, button(siteName(site), !s.all && site == s.site, func() { open(site) }))
	}
	if len(far) > 0 {
		labels := []string{fmt.Sprintf("%d more", len(sites)-mostSites)}
		row = append(row, kit.NewPicker("Site", append(labels, names(far)...), 0, func(i int) {
			if i > 0 {
				open(far[i-1])
			}
		}))
	}
	if len(sites) > 1 || s.all {
		row = append(row, button("All sites", s.all, func() { s.all = true; s.pair.stop(); s.present() }))
	}
	s.sites.Objects = row
	s.sites.Refresh()
}

// choose makes a photo "this photo"; from the wall it opens its site.
func (s *Screen) choose(p *journal.Photo) {
	if s.all {
		s.all, s.site, s.first = false, p.Site, nil
		s.second = p
		s.settle()
		s.present()
		return
	}
	s.second = p
	s.presentPair()
}

// step chooses the photo that is n places later on the strip.
func (s *Screen) step(n int) {
	here := ofSite(s.photos, s.site)
	i := slices.IndexFunc(here, func(p *journal.Photo) bool { return p.ID == idOf(s.second) })
	if i < 0 {
		return
	}
	s.choose(here[min(max(i+n, 0), len(here)-1)])
}
