package today

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// form is the long form of one record: controls that are bound to its fields.
// Nothing reaches the record before read succeeds for all of them.
type form struct {
	stored  bool      // the record was saved before, so that a 0 of it is an answer
	refused *kit.Text // why the journal did not take it; hidden for nothing
	rows    []fyne.CanvasObject
	fields  map[string]*kit.Field // by the name that errors carry
	reads   []reading
	entries []*kit.Entry            // of numbers, in order
	also    func() []journal.Record // saved together with the record; may be nil
}

// reading takes one control's value; key is the field it is blamed on.
type reading struct {
	key string
	do  func() error
}

func newForm() *form {
	f := &form{fields: map[string]*kit.Field{}, refused: kit.NewText(kit.Span{Role: kit.Skin, Size: kit.SizeControl})}
	f.refused.Hide()
	return f
}

// add puts a control below its label. key is the name by which errors call it.
func (f *form) add(label, key, hint string, control fyne.CanvasObject, read func() error) {
	field := kit.NewField(label, hint, control)
	f.fields[key] = field
	f.rows = append(f.rows, field)
	f.reads = append(f.reads, reading{key, read})
}

// text binds a line of text.
func (f *form) text(label, key string, to *string) {
	e := kit.NewEntry("", nil)
	e.SetText(*to)
	f.add(label, key, "", e, func() error {
		*to = strings.TrimSpace(e.Text)
		return nil
	})
}

// lines binds text of several lines.
func (f *form) lines(label, key string, rows int, to *string) {
	e := kit.NewNoteEntry("", rows, nil)
	e.SetText(*to)
	f.add(label, key, "", e, func() error {
		*to = strings.TrimSpace(e.Text)
		return nil
	})
}

// words binds a list of short texts, typed with commas.
func (f *form) words(label, key, hint string, to *[]string) {
	e := kit.NewEntry("", nil)
	e.SetText(strings.Join(*to, ", "))
	f.add(label, key, hint, e, func() error {
		*to = splitWords(e.Text)
		return nil
	})
}

func splitWords(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// maybe binds a number that may be left open.
func (f *form) maybe(label, key, hint string, to *journal.Maybe[float64]) {
	e := kit.NewNumberEntry("", nil)
	f.entries = append(f.entries, e)
	if v, ok := to.Get(); ok {
		e.SetText(strconv.FormatFloat(v, 'f', -1, 64))
	}
	f.add(label, key, hint, e, func() error {
		v, err := parseNumber(key, e.Text)
		if err == nil {
			*to = v
		}
		return err
	})
}

// number binds a number that must be there.
func (f *form) number(label, key, hint string, to *float64) {
	open := journal.Maybe[float64]{}
	if *to != 0 || f.stored {
		open = journal.Some(*to)
	}
	f.maybe(label, key, hint, &open)
	last := &f.reads[len(f.reads)-1]
	read := last.do
	last.do = func() error {
		if err := read(); err != nil {
			return err
		}
		v, ok := open.Get()
		if !ok {
			return &journal.Error{Code: journal.CodeEmpty, Field: key}
		}
		*to = v
		return nil
	}
}

// parseNumber reads a number with a point or a comma; empty is no number.
func parseNumber(key, text string) (journal.Maybe[float64], error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return journal.Maybe[float64]{}, nil
	}
	v, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	if err != nil {
		return journal.Maybe[float64]{}, errors.New(strconv.Quote(short(text)) + " is not a number; write it like 7.5.")
	}
	return journal.Some(v), nil
}

// scale binds a rating from 0 to 10 that may be left open. A value between the
// steps stays as it is until another is chosen.
func (f *form) scale(label, key, hint string, s *kit.Scale, to *journal.Maybe[float64]) {
	setScale(s, *to)
	value := *to
	s.OnChange = func(v int, recorded bool) { value = answer(v, recorded) }
	f.add(label, key, hint, s, func() error {
		*to = value
		return nil
	})
}

// choice binds one of several words.
func choice[T ~string](f *form, label, key string, values []T, words []string, to *T) *kit.ChoiceChips {
	at := 0
	for i, v := range values {
		if v == *to {
			at = i
		}
	}
	c := kit.NewChoiceChips(words, at, nil)
	f.add(label, key, "", c, func() error {
		if i := c.Chosen(); i >= 0 {
			*to = values[i]
		}
		return nil
	})
	return c
}

// pair lays the last n rows out two by two.
func (f *form) pair(n int) {
	rows := f.rows[len(f.rows)-n:]
	f.rows = f.rows[: len(f.rows)-n : len(f.rows)-n]
	for i := 0; i < len(rows); i += 2 {
		right := fyne.CanvasObject(kit.NewCaption(""))
		if i+1 < len(rows) {
			right = rows[i+1]
		}
		f.rows = append(f.rows, kit.Columns(14, nil, rows[i], right))
	}
}

// group binds further controls behind a chip that opens them.
func (f *form) group(label string, open bool, build func(g *form)) {
	g := &form{stored: f.stored, fields: f.fields}
	build(g)
	room := kit.Column(12, g.rows...)
	room.Hidden = !open
	f.rows = append(f.rows, kit.Flow(6, kit.NewToggleChip(label, kit.Primary, open, func(on bool) {
		room.Hidden = !on
		regrow(room)
	})), room)
	f.reads = append(f.reads, g.reads...)
}

// regrow lets the dialog around an object follow what was shown or hidden.
func regrow(o fyne.CanvasObject) {
	o.Refresh()
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.Overlays().Top() != nil {
		c.Overlays().Top().Refresh()
	}
}

// state binds a yes-or-no question that may stay open.
func (f *form) state(label string, to *journal.State) {
	row := kit.NewCheckRow(label, "", kit.Primary, *to, nil)
	f.rows = append(f.rows, row)
	f.reads = append(f.reads, reading{"", func() error {
		*to = row.State()
		return nil
	}})
}

// flag binds a switch.
func (f *form) flag(label string, to *bool) {
	on := *to
	f.rows = append(f.rows, kit.NewCheck(label, on, func(v bool) { on = v }))
	f.reads = append(f.reads, reading{"", func() error {
		*to = on
		return nil
	}})
}

// day binds a day that may be left open.
func (f *form) day(label, key, hint string, today journal.Day, to *journal.Day) {
	d := kit.NewDayField(*to, func() journal.Day { return today }, nil)
	f.add(label, key, hint, d, func() error {
		*to = d.Day()
		return nil
	})
}

// clock binds the time of day of a record; empty is no time.
func (f *form) clock(m *journal.Meta, zone *time.Location, dayEnd time.Duration) {
	e := kit.NewNumberEntry("hh:mm", nil)
	if !m.At.IsZero() {
		e.SetText(m.At.Format("15:04"))
	}
	f.add("Time, if known", "time", "", e, func() error {
		at, err := readClock(e.Text, m.Day, m.At, zone, dayEnd)
		if err == nil {
			m.At = at
		}
		return err
	})
}

// readClock reads a time of day for a record of day; before keeps its own
// offset from UTC when it already had one. What comes before the end of the
// person's day belongs to the night that follows it.
func readClock(text string, day journal.Day, before time.Time, zone *time.Location, dayEnd time.Duration) (time.Time, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{"15:04", "15.04", "3:04 pm", "3:04pm", "3 pm", "3pm", "15"} {
		t, err := time.Parse(layout, strings.ToLower(text))
		if err != nil {
			continue
		}
		if !before.IsZero() {
			zone = before.Location()
		}
		if clock := time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute; clock < dayEnd {
			day = day.Add(1)
		}
		return time.Date(day.Year, day.Month, day.Day, t.Hour(), t.Minute(), 0, 0, zone), nil
	}
	return time.Time{}, &journal.Error{Code: journal.CodeBadTime, Field: "time", Value: text}
}

// note binds the free note of a record.
func (f *form) note(m *journal.Meta) { f.lines("Note", "note", 2, &m.Note) }

// say puts a sentence between the controls.
func (f *form) say(sentence string) {
	if sentence != "" {
		f.rows = append(f.rows, kit.NewCaption(sentence))
	}
}

// read takes every control's value and validates the record. What is wrong is
// said at its field; the error is returned when no field has its name.
func (f *form) read(r journal.Record) error {
	for _, field := range f.fields {
		field.SetProblem("")
	}
	for _, read := range f.reads {
		if err := read.do(); err != nil {
			return f.blame(err, read.key)
		}
	}
	if b := r.Base(); spansDays(r) && !b.At.IsZero() && journal.DayAt(b.At, 0) != b.Day {
		b.At = time.Time{} // another first day was chosen
	}
	if err := r.Validate(); err != nil {
		return f.blame(err, "")
	}
	return nil
}

// blame shows an error at the field it is about.
func (f *form) blame(err error, key string) error {
	var e *journal.Error
	if errors.As(err, &e) {
		key = e.Field
	}
	if f.fields[key] == nil && f.fields[totalField] != nil {
		key = totalField // a total is blamed by the name of its scale
	}
	words := kit.ErrorText(err)
	if field := f.fields[key]; field != nil {
		field.SetProblem(words)
		return errors.New("one answer needs another look; nothing was saved yet")
	}
	return errors.New(words)
}

// object lays the controls out.
func (f *form) object() fyne.CanvasObject {
	return kit.Column(12, append([]fyne.CanvasObject{f.refused}, f.rows...)...)
}
