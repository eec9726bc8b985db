package skin

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// cellSize is the side of a thumbnail on a shelf, cellPitch the distance from
// one to the next, in points.
const (
	cellSize  float32 = 96
	cellPitch float32 = 104
)

// shelf shows thumbnails in one line (a strip) or in lines that wrap (a wall).
// Only those in sight exist; five thousand photos cost as much as twenty.
type shelf struct {
	widget.BaseWidget
	wall     bool
	pictures *kit.Pictures
	caption  func(*journal.Photo) string
	rating   func(*journal.Photo) (float64, bool)
	onTap    func(*journal.Photo)
	onDelete func(*journal.Photo)

	photos        []*journal.Photo
	first, second journal.ID // the two on the stage
	scroll        *container.Scroll
	sheet         *sheet
}

func newShelf(wall bool, pictures *kit.Pictures) *shelf {
	s := &shelf{wall: wall, pictures: pictures}
	s.sheet = &sheet{shelf: s}
	s.sheet.ExtendBaseWidget(s.sheet)
	if wall {
		s.scroll = container.NewVScroll(s.sheet)
	} else {
		s.scroll = container.NewHScroll(s.sheet)
	}
	s.scroll.OnScrolled = func(fyne.Position) { s.sheet.arrange() }
	s.ExtendBaseWidget(s)
	return s
}

// set shows photos; what is marked are the two on the stage.
func (s *shelf) set(photos []*journal.Photo, first, second journal.ID) {
	s.photos, s.first, s.second = photos, first, second
	s.sheet.fresh()
	s.scroll.Refresh()
	s.sheet.arrange()
}

// reveal scrolls so that the photo can be seen.
func (s *shelf) reveal(id journal.ID) {
	for i, p := range s.photos {
		if p.ID != id {
			continue
		}
		at, size := s.sheet.position(i), s.scroll.Size()
		off := s.scroll.Offset
		if at.X < off.X || at.X+cellSize > off.X+size.Width {
			off.X = max(0, at.X-(size.Width-cellSize)/2)
		}
		if at.Y < off.Y || at.Y+cellSize > off.Y+size.Height {
			off.Y = max(0, at.Y-(size.Height-cellSize)/2)
		}
		s.scroll.ScrollToOffset(off)
		s.sheet.arrange()
		return
	}
}

// CreateRenderer lets the scroller reach a little beyond, for the rings of the
// thumbnails at its edges.
func (s *shelf) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.scroll) }

// MinSize is one line.
func (s *shelf) MinSize() fyne.Size { return fyne.NewSize(cellPitch, cellSize+2*edge+barRoom) }

// edge is the room around thumbnails for their rings.
const edge float32 = 4

// barRoom is the height of the scroll bar below a strip.
const barRoom float32 = 6

// sheet holds the thumbnails in sight.
type sheet struct {
	widget.BaseWidget
	shelf *shelf
	cells []*cell
	room  fyne.Size // of the scroller, when last arranged
}

// cell is one thumbnail with the rating of its day.
type cell struct {
	thumb  *kit.Thumbnail
	badge  *canvas.Rectangle
	words  *canvas.Text
	left   *kit.Tag
	shows  journal.ID // which photo
	stamp  string     // what of it
	marked bool
}

func (s *sheet) perLine() int {
	if !s.shelf.wall {
		return max(len(s.shelf.photos), 1)
	}
	return max(1, int((s.shelf.scroll.Size().Width-2*edge+cellPitch-cellSize)/cellPitch))
}

func (s *sheet) position(i int) fyne.Position {
	n := s.perLine()
	return fyne.NewPos(edge+float32(i%n)*cellPitch, edge+float32(i/n)*cellPitch)
}

// MinSize is that of all thumbnails, seen or not.
func (s *sheet) MinSize() fyne.Size {
	n := s.perLine()
	lines := (len(s.shelf.photos) + n - 1) / n
	cols := min(n, len(s.shelf.photos))
	if s.shelf.wall {
		cols = 1
	}
	return fyne.NewSize(float32(cols)*cellPitch-cellPitch+cellSize+2*edge, float32(max(lines, 1))*cellPitch-cellPitch+cellSize+2*edge)
}

// inSight returns the indices of the first photo in sight and of the one after
// the last.
func (s *sheet) inSight() (from, to int) {
	off, size, n := s.shelf.scroll.Offset, s.shelf.scroll.Size(), s.perLine()
	if !s.shelf.wall {
		from = int(math.Floor(float64((off.X - edge) / cellPitch)))
		to = int(math.Ceil(float64((off.X+size.Width)/cellPitch))) + 1
	} else {
		from = int(math.Floor(float64((off.Y-edge)/cellPitch))) * n
		to = (int(math.Ceil(float64((off.Y+size.Height)/cellPitch))) + 1) * n
	}
	return min(max(from, 0), len(s.shelf.photos)), min(max(to, 0), len(s.shelf.photos))
}

// fresh makes every cell show anew what it stands for.
func (s *sheet) fresh() {
	for _, c := range s.cells {
		c.stamp = ""
	}
}

// arrange gives each photo in sight a cell: the one that shows it already, or
// one whose photo went out of sight.
func (s *sheet) arrange() {
	from, to := s.inSight()
	for len(s.cells) < to-from {
		s.cells = append(s.cells, s.newCell())
	}
	free := make(map[*cell]bool, len(s.cells))
	byID := make(map[journal.ID]*cell, len(s.cells))
	for _, c := range s.cells {
		free[c] = true
		byID[c.shows] = c
	}
	var without []int
	for i := from; i < to; i++ {
		if c := byID[s.shelf.photos[i].ID]; c != nil && free[c] {
			delete(free, c)
			s.show(c, i)
			continue
		}
		without = append(without, i)
	}
	for _, c := range s.cells {
		if !free[c] {
			continue
		}
		if len(without) == 0 {
			c.hide(true)
			continue
		}
		s.show(c, without[0])
		without = without[1:]
	}
	s.Refresh()
}

func (s *sheet) newCell() *cell {
	c := &cell{thumb: kit.NewThumbnail(s.shelf.pictures, cellSize, cellSize, nil)}
	c.badge, c.words = canvas.NewRectangle(seeThrough), canvas.NewText("", color.Black)
	c.badge.CornerRadius, c.words.TextStyle.Bold, c.words.Alignment = 6, true, fyne.TextAlignCenter
	c.left = kit.NewTag("left", kit.Primary)
	return c
}

func (c *cell) hide(on bool) {
	c.thumb.Hidden = on
	c.badge.Hidden, c.words.Hidden, c.left.Hidden = on, on, on
}

func (s *sheet) show(c *cell, i int) {
	p := s.shelf.photos[i]
	c.hide(false)
	caption := s.shelf.caption(p)
	if stamp := p.Hash + caption; c.shows != p.ID || c.stamp != stamp {
		c.shows, c.stamp = p.ID, stamp
		c.thumb.Set(string(p.ID), caption)
	}
	c.thumb.OnTapped = func() { s.shelf.onTap(p) }
	c.thumb.OnDelete = func() { s.shelf.onDelete(p) }
	if on := p.ID == s.shelf.first || p.ID == s.shelf.second; on != c.marked {
		c.marked = on
		c.thumb.SetSelected(on)
	}
	c.left.Hidden = p.ID != s.shelf.first || s.shelf.first == s.shelf.second
	at := s.position(i)
	c.thumb.Move(at)
	c.thumb.Resize(fyne.NewSize(cellSize, cellSize))
	v, rated := s.shelf.rating(p)
	c.badge.Hidden, c.words.Hidden = !rated, !rated
	if rated {
		c.badge.FillColor = kit.Severity(v)
		c.words.Text, c.words.Color = amount(v), kit.OnSeverity(v)
		c.words.TextSize = fyne.CurrentApp().Settings().Theme().Size(kit.SizeSmall)
		m := c.words.MinSize()
		w := max(m.Width+10, 22)
		c.badge.Move(at.AddXY(cellSize-w-5, 5))
		c.badge.Resize(fyne.NewSize(w, m.Height+2))
		c.words.Move(at.AddXY(cellSize-w-5, 6))
		c.words.Resize(fyne.NewSize(w, m.Height))
	}
	m := c.left.MinSize()
	c.left.Move(at.AddXY(5, 5))
	c.left.Resize(m)
}

// CreateRenderer shows the cells in the order of the photos.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{s} }

type sheetRenderer struct{ s *sheet }

func (r *sheetRenderer) Destroy()           {}
func (r *sheetRenderer) MinSize() fyne.Size { return r.s.MinSize() }
func (r *sheetRenderer) Refresh()           { canvas.Refresh(r.s) }

func (r *sheetRenderer) Layout(size fyne.Size) {
	if room := r.s.shelf.scroll.Size(); room != r.s.room {
		r.s.room = room
		r.s.arrange()
	}
}

// Objects lists the cells from left to right and top to bottom, which is the
// order of Tab.
func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	byID := make(map[journal.ID]*cell, len(r.s.cells))
	for _, c := range r.s.cells {
		if !c.thumb.Hidden {
			byID[c.shows] = c
		}
	}
	from, to := r.s.inSight()
	var out []fyne.CanvasObject
	for i := from; i < to; i++ {
		if c := byID[r.s.shelf.photos[i].ID]; c != nil {
			out = append(out, c.thumb, c.badge, c.words, c.left)
		}
	}
	return out
}
