package skin

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
)

// task is what is being marked on the photos.
type task int

const (
	nothing task = iota
	aligning
	markArea
	markControl
	markGrey
	markWhite
)

func (t task) marksArea() bool { return t >= markArea }

// taskWords says what to do.
var taskWords = map[task]string{
	markArea:    "Drag over the area whose redness is to be followed. Mark the same area in each photo.",
	markControl: "Drag over calm skin near the area, in the same light.",
	markGrey:    "Drag over the middle of the grey card, well inside its edges.",
	markWhite:   "Drag over the middle of the white paper, well inside its edges.",
}

// work is marking under way.
type work struct {
	kind  task
	row   *fyne.Container
	words *kit.Text
	what  *kit.Segmented
	auto  *kit.Button
	keep  *kit.Button
	clear *kit.Button
	first []photo.Point
	next  []photo.Point
	open  bool // one corner of the region is set, by click or Return
	mode  mode // to go back to
}

func (w *work) build(c *pairCard) {
	w.words = kit.NewText()
	w.what = kit.NewSegmented([]string{"Area", "Calm skin", "Grey card", "White paper"}, 0, func(i int) { c.startArea(markArea + task(i)) })
	w.auto = kit.NewButton("Try automatically", c.propose)
	w.keep = kit.NewPrimaryButton("Keep", c.keepArea)
	w.clear = kit.NewButton("Remove mark", c.clearArea)
	cancel := kit.NewQuietButton("Cancel", c.endWork)
	w.row = kit.Column(kit.Space2, w.words, kit.Flow(kit.Space2, w.what, w.keep, w.clear, w.auto, cancel))
	w.row.Hide()
}

// leaveWork forgets what was being marked.
func (c *pairCard) leaveWork() {
	w := &c.work
	if w.kind == nothing {
		return
	}
	w.kind, w.first, w.next, w.open = nothing, nil, nil, false
	w.row.Hide()
	c.stage.marking, c.stage.marks, c.stage.box = false, nil, box{}
	c.stage.mode = w.mode
	c.modes.Container.Show()
	c.foot.Show()
	c.setTitle(comparing)
}

func (c *pairCard) setTitle(words string) {
	c.title.SetSpans(kit.Span{Text: words, Size: kit.SizeSection, Bold: true})
}

// endWork goes back to comparing.
func (c *pairCard) endWork() { c.leaveWork(); c.setMode(c.stage.mode); c.words(); c.fairness() }

func (c *pairCard) enter(t task, m mode) {
	c.stop()
	if c.work.kind == nothing {
		c.work.mode = c.stage.mode
	}
	c.work.kind = t
	c.stage.marking = true
	c.stage.cross = fyne.NewPos(0.25, 0.5)
	c.stage.marks, c.stage.box = nil, box{}
	c.stage.setMode(m)
	c.work.row.Show()
	c.work.auto.Hidden = t != aligning
	c.work.what.Hidden, c.work.keep.Hidden, c.work.clear.Hidden = t == aligning, t == aligning, t == aligning
	c.play.Hidden = true
	c.modes.Container.Hide()
	c.foot.Hide()
	c.setTitle("Mark this photo")
	if t == aligning {
		c.setTitle("Align by two marks")
	}
	c.lay()
	c.card.Refresh()
	c.stage.takeFocus()
}

// startAlign asks for two marks in each photo.
func (c *pairCard) startAlign() {
	if c.s.first == nil || c.s.second == nil || c.s.first.ID == c.s.second.ID {
		return
	}
	c.work.first, c.work.next = nil, nil
	c.enter(aligning, sideBySide)
	c.askMark()
}

// askMark says which mark is wanted next.
func (c *pairCard) askMark() {
	w := &c.work
	side, which := "left", "first"
	if len(w.next) < len(w.first) {
		side = "right"
	}
	if len(w.next) == 1 || len(w.first) == 2 {
		which = "second"
	}
	words := fmt.Sprintf("Click the %s mark in the %s photo.", which, side)
	if len(w.first) == 0 {
		words = "Click a mark that both photos show, such as a mole or the corner of the eye, in the left photo."
	} else if side == "right" {
		words = fmt.Sprintf("Click the same %s mark in the right photo.", which)
	}
	w.words.SetText(words)
	c.stage.marks = nil
	for _, p := range w.first {
		c.stage.marks = append(c.stage.marks, mark{false, p})
	}
	for _, p := range w.next {
		c.stage.marks = append(c.stage.marks, mark{true, p})
	}
	c.stage.cross = fyne.NewPos(0.25, c.stage.cross.Y)
	if side == "right" {
		c.stage.cross.X = 0.75
	}
	c.stage.Refresh()
	c.card.Refresh()
}

// click takes a mark.
func (c *pairCard) click(second bool, at photo.Point) {
	w := &c.work
	if w.kind != aligning {
		c.cornerAt(at)
		return
	}
	wantSecond := len(w.next) < len(w.first)
	if second != wantSecond {
		return // the words say which photo is meant
	}
	if second {
		w.next = append(w.next, at)
	} else {
		w.first = append(w.first, at)
	}
	if len(w.next) < 2 {
		c.askMark()
		return
	}
	lies, err := photo.AlignMarks(w.first, w.next)
	if err != nil {
		c.s.deps.Dialogs.Problem(kit.ErrorText(err))
		w.first, w.next = nil, nil
		c.askMark()
		return
	}
	c.keepAlignment(lies, false)
}

func (c *pairCard) keepAlignment(lies photo.Similarity, automatic bool) {
	p := c.s.current(c.s.second)
	p.SetAlignment(lies.Record(c.s.first.ID, automatic))
	mode := c.work.mode
	c.leaveWork()
	c.stage.mode = mode
	said := "Aligned by two marks. The photo itself is not changed."
	if automatic {
		said = "Aligned automatically. The photo itself is not changed."
	}
	c.s.write(said, p)
}

// holdGuess stores what the search found.
func (c *pairCard) holdGuess() {
	if g := c.s.guesses[pairOf(c.s.first, c.s.second)]; g.found {
		c.work.mode = c.stage.mode
		c.keepAlignment(g.lies, true)
	}
}

// propose tries to align without marks.
func (c *pairCard) propose() {
	a, b := c.first, c.second
	if a == nil || b == nil {
		return
	}
	c.work.words.SetText("Looking for the best match…")
	var lies photo.Similarity
	c.s.deps.Run.Run("skin propose", func(context.Context) error {
		var err error
		lies, _, err = photo.Propose(a, b)
		return err
	}, func(err error) {
		if c.work.kind != aligning {
			return
		}
		if err != nil {
			c.s.deps.Dialogs.Problem(kit.ErrorText(err))
			c.askMark()
			return
		}
		c.keepAlignment(lies, true)
	})
}

// dropAlignment lets the second photo lie as it was taken.
func (c *pairCard) dropAlignment() {
	if c.s.first == nil || c.s.second == nil {
		return
	}
	c.s.decline(c.s.first, c.s.second)
	var changed []journal.Record
	for _, pair := range [][2]*journal.Photo{{c.s.second, c.s.first}, {c.s.first, c.s.second}} {
		if _, ok := pair[0].AlignmentOnto(pair[1].ID); ok {
			p := c.s.current(pair[0])
			p.DropAlignment(pair[1].ID)
			changed = append(changed, p)
		}
	}
	if len(changed) > 0 {
		c.s.write("The alignment was taken off.", changed...)
		return
	}
	c.words()
	c.lay()
	c.fairness()
	c.card.Refresh()
}
