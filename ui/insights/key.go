package insights

import (
	"fyne.io/fyne/v2"

	"skinward/ui/kit"
)

// keyLayout lays a title, a button and the parts of a chart's key on one line,
// the key right of the title. Where not all fit, the last part, which only adds,
// is left out; where that is not enough the key stands below, on as many lines
// as it needs.
type keyLayout struct {
	title, more fyne.CanvasObject
	parts       []*kit.Text
	width       float32 // last width laid out, from which the least height follows
}

// keyGap is the room between the parts of a key.
const keyGap = 14

// said are the parts with words.
func (l *keyLayout) said() []*kit.Text {
	var out []*kit.Text
	for _, p := range l.parts {
		if p.Text() != "" {
			out = append(out, p)
		}
	}
	return out
}

// beside returns how many parts fit on the title's line, 0 when the key stands
// below.
func (l *keyLayout) beside(width float32) int {
	parts := l.said()
	room := width - l.title.MinSize().Width - l.more.MinSize().Width - 12 // before the button
	fit := 0
	for _, p := range parts {
		if room -= p.MinSize().Width + keyGap; room < 0 {
			break
		}
		fit++
	}
	if fit < len(parts) && fit < len(l.parts)-1 {
		return 0
	}
	return fit
}

// line is the height of the title's line.
func (l *keyLayout) line() float32 {
	return max(l.title.MinSize().Height, l.more.MinSize().Height)
}

// Layout stands the parts beside the title or below it.
func (l *keyLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	title, more, line := l.title.MinSize(), l.more.MinSize(), l.line()
	placeAt(l.title, 0, (line-title.Height)/2, title.Width, title.Height)
	placeAt(l.more, size.Width-more.Width, (line-more.Height)/2, more.Width, more.Height)
	for _, p := range l.parts {
		p.Hide()
	}
	parts := l.said()
	if fit := l.beside(size.Width); fit > 0 {
		x := size.Width - more.Width - 12 + keyGap
		for _, p := range parts[:fit] {
			x -= p.MinSize().Width + keyGap
		}
		for _, p := range parts[:fit] {
			m := p.MinSize()
			placeAt(p, x, (line-m.Height)/2, m.Width, m.Height)
			p.Show()
			x += m.Width + keyGap
		}
		return
	}
	l.below(size.Width, func(p *kit.Text, x, y float32) {
		m := p.MinSize()
		placeAt(p, x, line+2+y, min(m.Width, size.Width), m.Height)
		p.Show()
	})
}

// below flows the parts over lines of a width, tells where each stands and
// returns their height together.
func (l *keyLayout) below(width float32, at func(p *kit.Text, x, y float32)) float32 {
	x, y, line := float32(0), float32(0), float32(0)
	for _, p := range l.said() {
		m := p.MinSize()
		if x > 0 && x+m.Width > width {
			if p == l.parts[len(l.parts)-1] {
				break // only adds
			}
			x, y = 0, y+line
		}
		at(p, x, y)
		x, line = x+m.Width+keyGap, m.Height
	}
	return y + line
}

// MinSize is as high as the key needs at the width last laid out.
func (l *keyLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	h := l.line()
	if l.width > 0 && l.beside(l.width) == 0 {
		h += 2 + l.below(l.width, func(*kit.Text, float32, float32) {})
	}
	return fyne.NewSize(l.title.MinSize().Width+l.more.MinSize().Width+12, h)
}
