package today

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// catchCell is one answer of one day.
type catchCell struct {
	c     *catchUp
	page  *page
	q     catchQuestion
	entry *kit.Entry
	shown string // as stored

	problem *problem
	object  fyne.CanvasObject // the field and what is wrong with it
}

// catchKey names a cell in whatever grid it stands.
type catchKey struct {
	day   journal.Day
	words string
}

func (cell *catchCell) key() catchKey { return catchKey{cell.page.day, cell.q.words} }

func newCatchCell(c *catchUp, p *page, q catchQuestion) *catchCell {
	cell := &catchCell{c: c, page: p, q: q, entry: kit.NewNumberEntry(q.hint, nil), shown: q.shown(p)}
	if q.meals {
		cell.entry = kit.NewEntry(q.hint, nil)
	}
	cell.problem = newProblem(func() { kit.Settle(c.grid) })
	cell.entry.OnFull = cell.problem.say
	cell.object = kit.Column(2, cell.entry, cell.problem.words)
	if n := len(of[*journal.Meal](p)); q.meals && n > 0 {
		cell.entry.PlaceHolder = strconv.Itoa(n) + " in; add"
	}
	if q.asked != nil && !q.asked(p) {
		cell.entry.PlaceHolder = ""
		cell.entry.Disable()
	}
	cell.entry.SetText(cell.shown)
	cell.entry.Keep()
	if text, refused := c.s.refused[cell.key()]; refused {
		cell.entry.SetText(text)
	}
	cell.entry.OnFocus = func(focused bool) {
		if !focused {
			cell.keep()
		}
	}
	return cell
}

// keep saves the cell when it says something new.
func (cell *catchCell) keep() {
	text := strings.TrimSpace(cell.entry.Text)
	if text == cell.shown {
		cell.refuse(text, nil)
		return
	}
	save, drop, err := cell.read(text)
	if cell.refuse(text, err); err != nil {
		return
	}
	cell.shown = text
	if cell.q.meals {
		cell.shown = ""
		cell.entry.SetText("")
		cell.entry.SetPlaceHolder(strconv.Itoa(len(of[*journal.Meal](cell.page))+1) + " in; add")
	}
	cell.entry.Keep()
	for _, r := range drop {
		cell.page.log = without(cell.page.log, r)
	}
	for _, r := range save {
		cell.page.put(r)
	}
	done := func(err error) {
		if err != nil {
			cell.failed(text, err)
		}
	}
	if len(save) > 0 {
		cell.c.s.save.put(done, save...)
	}
	if len(drop) > 0 {
		cell.c.s.save.remove(done, drop...)
	}
}

// failed gives back what was typed when the journal could not take it.
func (cell *catchCell) failed(text string, err error) {
	cell.shown = "" // so that it is tried again
	if cell.entry.Text == "" {
		cell.entry.SetText(text)
	}
	cell.refuse(text, err)
}

// refuse says at the cell what is wrong with its text, which waits there also
// while other days or another screen are shown; nil means nothing is.
func (cell *catchCell) refuse(text string, err error) {
	if delete(cell.c.s.refused, cell.key()); err != nil {
		cell.c.s.refused[cell.key()] = text
	}
	cell.problem.say(err)
}

// read turns the text into records, validated.
func (cell *catchCell) read(text string) (save, drop []journal.Record, err error) {
	save, drop, err = cell.q.set(cell.page, text, cell.c.s.deps.Now())
	if err != nil {
		return nil, nil, err
	}
	for _, r := range save {
		if err := r.Validate(); err != nil {
			return nil, nil, err
		}
	}
	return save, drop, nil
}

func without(log journal.Log, r journal.Record) journal.Log {
	var out journal.Log
	for _, x := range log {
		if x.Base().ID != r.Base().ID {
			out = append(out, x)
		}
	}
	return out
}
