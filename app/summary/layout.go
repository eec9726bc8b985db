package summary

import (
	"fmt"
	"slices"

	"skinward/app/figure/ink"
)

const (
	sectionGap = 7.0
	blockGap   = 2.5
	footerRoom = 20.0
	runHead    = 20.0 // head of the pages after the first
)

// piece is a section, or a block of one, about to be placed.
type piece struct {
	title   string
	blocks  []block
	section Section
	more    bool // the second part of its section
}

func (p piece) height(w float64) (least, stretch float64) {
	if p.title != "" {
		least = headingHeight
	}
	for i, b := range p.blocks {
		h, s := b.height(w)
		least += h
		stretch += s
		if i > 0 {
			least += blockGap
		}
	}
	return least, stretch
}

// placed is a piece on a page.
type placed struct {
	piece
	least, stretch float64
}

// Layout places the page on paper. The same page and paper give the same
// document.
func (p *Page) Layout(paper Paper) *Document {
	w, h := paper.Size()
	width := w - 2*margin
	first := p.headHeight(width)
	room := func(page int) float64 {
		if page == 0 {
			return h - 2*margin - footerRoom - first
		}
		return h - 2*margin - footerRoom - runHead
	}
	pages := flow(arrange(p.pieces, width, room(0)), width, room)
	doc := &Document{Meta: p.meta()}
	for i, content := range pages {
		d := ink.New(w, h)
		y := margin
		if i == 0 {
			p.drawHead(d, ink.Rect{X: margin, Y: y, W: width})
			y += first
		} else {
			p.drawRunHead(d, ink.Rect{X: margin, Y: y, W: width})
			y += runHead
		}
		fill(d, content, ink.Rect{X: margin, Y: y, W: width, H: room(i)})
		p.drawFoot(d, ink.Rect{X: margin, Y: h - margin, W: width}, i+1, len(pages))
		doc.Pages = append(doc.Pages, d)
	}
	return doc
}

// arrange keeps the order of the page unless the links would slip off page 1,
// which has to stand alone: then the photographs, and if need be the table of
// treatments, whose bars and real use are in the chart, come after them.
func arrange(pieces []piece, w, room float64) []piece {
	links := func(p piece) bool { return p.section == Links && !p.more }
	if !slices.ContainsFunc(pieces, links) {
		return pieces
	}
	orders := [][]Section{nil, {Photos}, {Photos, Treatments}}
	for i := range 2 * len(orders) {
		later := orders[i%len(orders)]
		if i == len(orders) {
			pieces = tightened(pieces)
		}
		var first, moved, rest []piece
		used, passed := -sectionGap, false
		for _, p := range pieces {
			switch {
			case passed:
				rest = append(rest, p)
			case slices.Contains(later, p.section):
				moved = append(moved, p)
			default:
				h, _ := p.height(w)
				used += sectionGap + h
				first = append(first, p)
				passed = links(p)
			}
		}
		if used <= room {
			if len(rest) > 0 && rest[0].more {
				first, rest = append(first, rest[0]), rest[1:]
			}
			return slices.Concat(first, moved, rest)
		}
	}
	return pieces
}

// tightened returns the pieces with their charts at the least height.
func tightened(pieces []piece) []piece {
	out := slices.Clone(pieces)
	for i := range out {
		out[i].blocks = slices.Clone(out[i].blocks)
		for k, b := range out[i].blocks {
			if g, ok := b.(diagram); ok {
				g.least = g.tight
				out[i].blocks[k] = g
			}
		}
	}
	return out
}

// flow distributes pieces over pages, in order. A piece that does not fit what
// is left goes to the next page as a whole; only a table longer than a page is
// continued, with its head repeated.
func flow(pieces []piece, w float64, room func(int) float64) [][]placed {
	pages := [][]placed{nil}
	used := 0.0
	queue := append([]piece(nil), pieces...)
	for len(queue) > 0 {
		p := queue[0]
		page := len(pages) - 1
		least, stretch := p.height(w)
		gap := 0.0
		if len(pages[page]) > 0 {
			gap = sectionGap
		}
		switch left := room(page) - used - gap; {
		case least <= left:
			pages[page] = append(pages[page], placed{p, least, stretch})
			used += gap + least
			queue = queue[1:]
		case least > room(len(pages)):
			// Longer than any page: continue it where it stands.
			head, tail, ok := p.divide(w, left)
			if !ok && len(pages[page]) > 0 {
				pages, used = append(pages, nil), 0
				continue
			}
			if !ok {
				head, tail = p, piece{}
			}
			hl, hs := head.height(w)
			pages[page] = append(pages[page], placed{head, hl, hs})
			queue = queue[1:]
			if len(tail.blocks) > 0 {
				queue = append([]piece{tail}, queue...)
				pages, used = append(pages, nil), 0
			}
		default:
			pages, used = append(pages, nil), 0
		}
	}
	return pages
}

// divide cuts a piece so that its head fits room.
func (p piece) divide(w, room float64) (head, tail piece, ok bool) {
	head.title = p.title
	tail.title = p.title
	if p.title != "" {
		room -= headingHeight
	}
	for i, b := range p.blocks {
		h, _ := b.height(w)
		if h <= room {
			head.blocks = append(head.blocks, b)
			room -= h + blockGap
			continue
		}
		rest := p.blocks[i:]
		if t, isTable := b.(table); isTable {
			if now, later, fits := t.split(w, room); fits {
				head.blocks = append(head.blocks, now)
				rest = append([]block{later}, p.blocks[i+1:]...)
			}
		}
		tail.blocks = rest
		break
	}
	return head, tail, len(head.blocks) > 0
}

// fill draws what stands on a page and gives the room left to what can use it.
func fill(d *ink.Drawing, content []placed, r ink.Rect) {
	used, stretch := 0.0, 0.0
	for i, c := range content {
		used += c.least
		stretch += c.stretch
		if i > 0 {
			used += sectionGap
		}
	}
	share := 0.0
	if stretch > 0 {
		share = min(1, (r.H-used)/stretch)
	}
	gap := sectionGap
	if n := len(content); n > 1 {
		// A page nearly full breathes a little more between its sections.
		gap += min(7, max(0, r.H-used-stretch*share)/float64(n-1))
	}
	y := r.Y
	for _, c := range content {
		if c.title != "" {
			drawHeading(d, c.title, ink.Rect{X: r.X, Y: y, W: r.W})
			y += headingHeight
		}
		for i, b := range c.blocks {
			if i > 0 {
				y += blockGap
			}
			h, s := b.height(r.W)
			h += s * share
			b.draw(d, ink.Rect{X: r.X, Y: y, W: r.W, H: h})
			y += h
		}
		y += gap
	}
}

func (p *Page) drawFoot(d *ink.Drawing, r ink.Rect, page, of int) {
	d.Line(ink.Point{X: r.X, Y: r.Y - 12}, ink.Point{X: r.Right(), Y: r.Y - 12}, 0.4, hair)
	d.Say(r.X, r.Y-2, small, false, grey, p.foot())
	right := fmt.Sprintf("page %d of %d", page, of)
	d.Say(r.Right()-ink.Width(right, small, false), r.Y-2, small, false, grey, right)
}

func (p *Page) drawRunHead(d *ink.Drawing, r ink.Rect) {
	left := "Skin diary summary"
	if p.name != "" {
		left = p.name + " · " + left
	}
	right := dates(p.period)
	lines := ink.Wrap(left, r.W-ink.Width(right, small, false)-20, small, true)
	d.Say(r.X, r.Y+small, small, true, black, lines[0])
	d.Say(r.Right()-ink.Width(right, small, false), r.Y+small, small, false, grey, right)
	d.Line(ink.Point{X: r.X, Y: r.Y + 12}, ink.Point{X: r.Right(), Y: r.Y + 12}, 0.7, accent)
}
