package today

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// bodyStrip asks for sleep, water and stool in one line; the rest of each is
// behind its pencil.
type bodyStrip struct {
	s                   *Screen
	object              *kit.Card
	sleep, water, stool *kit.Entry
	problem             *problem
	unsaved             map[*kit.Entry]bool // what was refused; it stays in its field
	refused             map[refusal]string  // and waits there while another day is shown
	waterUnit           *kit.Text
	shownFor            journal.Day
	parts               [3][2]*fyne.Container // field and head of each
}

// refusal is the field of a day whose number could not be saved.
type refusal struct {
	day   journal.Day
	entry *kit.Entry
}

func newBodyStrip(s *Screen) *bodyStrip {
	b := &bodyStrip{
		s: s, waterUnit: kit.NewCaption("ml").OneLine(), unsaved: map[*kit.Entry]bool{}, refused: map[refusal]string{},
	}
	b.problem = newProblem(func() {
		b.object.Refresh()
		if b.problem.words.Visible() {
			s.scroll.Reveal(b.problem.words)
		}
	})
	b.sleep, b.water, b.stool = kit.NewNumberEntry("–", nil), kit.NewNumberEntry("–", nil), kit.NewNumberEntry("–", nil)
	for _, e := range []*kit.Entry{b.sleep, b.water, b.stool} {
		e.OnFull = b.problem.say
		e.OnFocus = func(focused bool) {
			if !focused {
				b.keep()
			}
		}
	}
	head := func(icon string, role kit.Role, name string, open func()) *fyne.Container {
		return kit.FillRow(4, 1, kit.NewIconSized(icon, role, 16), kit.NewCaption(name).Ellipsis(), kit.NewIconButton("more", "", open))
	}
	field := func(e *kit.Entry, unit *kit.Text) *fyne.Container { return kit.FillRow(4, 0, e, unit) }
	// The fields come first, so that Tab leads from one to the next.
	b.parts = [3][2]*fyne.Container{
		{field(b.sleep, kit.NewCaption("h").OneLine()), head("sleep", kit.Stress, "Sleep", func() { s.edit(b.night()) })},
		{field(b.water, b.waterUnit), head("water", kit.Water, "Water", func() { s.add("Water", &journal.Water{}) })},
		{field(b.stool, kit.NewCaption("1–7").OneLine()), head("digestion", kit.Meals, "Stool", func() { s.edit(b.bowel()) })},
	}
	row := container.New(stripLayout{})
	for side := range 2 {
		for _, part := range b.parts {
			row.Add(part[side])
		}
	}
	b.object = kit.NewCard("", kit.Ink, "", "", kit.Column(6, row, b.problem.words))
	return b
}

// show hides the questions that are not asked for.
func (b *bodyStrip) show(asked ...bool) {
	b.object.Hidden = true
	for i, part := range b.parts {
		part[0].Hidden, part[1].Hidden = !asked[i], !asked[i]
		b.object.Hidden = b.object.Hidden && !asked[i]
	}
}

func (b *bodyStrip) night() *journal.Sleep {
	if r, ok := last[*journal.Sleep](b.s.page, nil); ok {
		return r.Clone().(*journal.Sleep)
	}
	r := &journal.Sleep{Meta: b.s.page.fresh(b.s.deps.Now())}
	r.At = time.Time{} // it is about the whole night
	return r
}

func (b *bodyStrip) bowel() *journal.Digestion {
	if r, ok := last[*journal.Digestion](b.s.page, nil); ok {
		return r.Clone().(*journal.Digestion)
	}
	return &journal.Digestion{Meta: b.s.page.fresh(b.s.deps.Now())}
}

// unit is how many millilitres one of the water field's units has.
func (b *bodyStrip) unit() float64 {
	if b.s.page.settings.Glasses {
		return journal.Glass
	}
	return 1
}

// keep saves what was typed and differs from what is stored. It is called when
// a field is left, on Return, when the day changes and before the window
// closes.
func (b *bodyStrip) keep() {
	if b.shownFor != b.s.page.day || b.shownFor.IsZero() {
		return
	}
	b.problem.say(nil)
	b.keepSleep()
	b.keepWater()
	b.keepStool()
}

func (b *bodyStrip) keepSleep() {
	v, changed, ok := b.read(b.sleep, "hours of sleep", shownSleep(b.s.page))
	if !ok || !changed {
		return
	}
	r := b.night()
	r.Hours = v
	b.store(r, r.Hours.IsSet() || r.Quality.IsSet() || r.Woken != journal.Unknown, b.sleep)
}

// keepWater makes the day's total what was typed: the difference is added as
// an amount, and a smaller total replaces what was there.
func (b *bodyStrip) keepWater() {
	before, had := waterOf(b.s.page)
	shown := journal.Maybe[float64]{}
	if had {
		shown = journal.Some(before / b.unit())
	}
	v, changed, ok := b.read(b.water, "water in ml", shown)
	if !ok || !changed {
		return
	}
	if x, is := v.Get(); is {
		v = journal.Some(x * b.unit())
	}
	save, drop := waterChange(b.s.page, v, b.s.deps.Now())
	if len(drop) > 0 {
		b.s.drop(b.problem, drop...)
	}
	for _, r := range save {
		b.store(r, true, b.water)
	}
}

func (b *bodyStrip) keepStool() {
	shown := journal.Maybe[float64]{}
	if r, ok := last[*journal.Digestion](b.s.page, nil); ok {
		shown = r.Form
	}
	v, changed, ok := b.read(b.stool, "stool form", shown)
	if !ok || !changed {
		return
	}
	r := b.bowel()
	r.Form = v
	b.store(r, r.Form.IsSet() || r.Bloating.IsSet() || r.Pain.IsSet(), b.stool)
}

// read returns what a field says and whether it differs from what is shown.
func (b *bodyStrip) read(e *kit.Entry, key string, shown journal.Maybe[float64]) (v journal.Maybe[float64], changed, ok bool) {
	v, err := parseNumber(key, e.Text)
	if b.unsaved[e] = err != nil; err != nil {
		b.problem.say(err)
		return v, false, false
	}
	return v, v != shown && strings.TrimSpace(e.Text) != shortNumber(shown), true
}

// shortNumber writes a value as the strip shows it, "" for none. A longer
// number that is stored stays as it is until the field says otherwise.
func shortNumber(v journal.Maybe[float64]) string {
	x, ok := v.Get()
	if !ok {
		return ""
	}
	return strconv.FormatFloat(math.Round(x*100)/100, 'f', -1, 64)
}

// store keeps r, or removes it when nothing of it is left.
func (b *bodyStrip) store(r journal.Record, full bool, e *kit.Entry) {
	if !full {
		b.s.drop(b.problem, r)
		return
	}
	if err := r.Validate(); err != nil {
		b.unsaved[e] = true
		b.problem.say(err)
		return
	}
	e.Keep()
	b.s.page.put(r)
	b.s.save.put(func(err error) {
		if b.unsaved[e] = err != nil; err != nil {
			b.problem.say(err)
			b.s.load(nil)
		}
	}, r)
}

func shownSleep(p *page) journal.Maybe[float64] {
	if r, ok := last[*journal.Sleep](p, nil); ok {
		return r.Hours
	}
	return journal.Maybe[float64]{}
}

// waterOf adds up the water of the day.
func waterOf(p *page) (ml float64, had bool) {
	for _, w := range of[*journal.Water](p) {
		ml += w.Millilitres
		had = true
	}
	return ml, had
}

// paint shows what is stored; a field that is being typed in keeps its text.
func (b *bodyStrip) paint() {
	b.waterUnit.SetText("ml")
	if b.s.page.settings.Glasses {
		b.waterUnit.SetText("glasses")
	}
	same := b.shownFor == b.s.page.day
	if !same {
		for e, wrong := range b.unsaved {
			if wrong {
				b.refused[refusal{b.shownFor, e}] = e.Text
			}
		}
		b.problem.say(nil)
	}
	b.shownFor = b.s.page.day
	b.fill(b.sleep, same, shownSleep(b.s.page))
	water := journal.Maybe[float64]{}
	if ml, had := waterOf(b.s.page); had {
		water = journal.Some(ml / b.unit())
	}
	b.fill(b.water, same, water)
	stool := journal.Maybe[float64]{}
	if r, ok := last[*journal.Digestion](b.s.page, nil); ok {
		stool = r.Form
	}
	b.fill(b.stool, same, stool)
	if !same && (b.unsaved[b.sleep] || b.unsaved[b.water] || b.unsaved[b.stool]) {
		b.keep() // says again what is wrong
	}
}

func (b *bodyStrip) fill(e *kit.Entry, same bool, v journal.Maybe[float64]) {
	cv := fyne.CurrentApp().Driver().CanvasForObject(e)
	if same && (b.unsaved[e] || cv != nil && cv.Focused() == fyne.Focusable(e)) {
		return
	}
	e.SetText(shortNumber(v))
	e.Keep()
	typed, wrong := b.refused[refusal{b.shownFor, e}]
	if b.unsaved[e] = wrong; wrong {
		delete(b.refused, refusal{b.shownFor, e})
		e.SetText(typed)
		e.CursorColumn = utf8.RuneCountInString(typed)
	}
}

// stripLayout lays fields in columns, each below its head; the heads stand after
// all fields.
type stripLayout struct{}

const stripGap = 10

func (stripLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	fields, heads := pairs(o)
	n := len(fields)
	w := (size.Width - stripGap*float32(n-1)) / float32(n)
	top := float32(0)
	for _, head := range heads {
		top = max(top, head.MinSize().Height)
	}
	for i := range n {
		x := float32(i) * (w + stripGap)
		heads[i].Move(fyne.NewPos(x, 0))
		heads[i].Resize(fyne.NewSize(w, top))
		fields[i].Move(fyne.NewPos(x, top+2))
		fields[i].Resize(fyne.NewSize(w, fields[i].MinSize().Height))
	}
}

func (stripLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	fields, heads := pairs(o)
	var size fyne.Size
	top, field := float32(0), float32(0)
	for i := range fields {
		size.Width += max(fields[i].MinSize().Width, heads[i].MinSize().Width)
		top, field = max(top, heads[i].MinSize().Height), max(field, fields[i].MinSize().Height)
	}
	return fyne.NewSize(size.Width+stripGap*float32(max(len(fields)-1, 0)), top+2+field)
}

// pairs parts the fields from their heads, without the hidden ones.
func pairs(o []fyne.CanvasObject) (fields, heads []fyne.CanvasObject) {
	n := len(o) / 2
	for i := range n {
		if o[i].Visible() {
			fields, heads = append(fields, o[i]), append(heads, o[n+i])
		}
	}
	return fields, heads
}
