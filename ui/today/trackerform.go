package today

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// templates are trackers that are often wanted, with rosacea above all.
func templates() []*journal.Tracker {
	scale := func(name string, most float64) *journal.Tracker {
		return &journal.Tracker{Name: name, Type: journal.TrackScale, Min: journal.Some(0.0), Max: journal.Some(most)}
	}
	count := func(name, unit string, most float64) *journal.Tracker {
		return &journal.Tracker{Name: name, Type: journal.TrackNumber, Unit: unit, Min: journal.Some(0.0), Max: journal.Some(most)}
	}
	return []*journal.Tracker{
		count("Hot drinks", "cups", 50), scale("Spicy food", 3), count(alcoholName, "g", 1000),
		scale("Flushing", 10), count("Flushes", "times", 100),
		{Name: "Time in the sun", Type: journal.TrackMinutes},
	}
}

// flushingTemplates is how many of the templates are asked for with flushing.
const flushingTemplates = 4

// offerTrackers asks for trackers that the person wants but nobody has made
// yet; each is stored with its first value.
func (p *page) offerTrackers() {
	if !p.settings.Tracks(journal.ThingFlushing) {
		return
	}
	for _, t := range templates()[:flushingTemplates] {
		if !slices.ContainsFunc(p.allTrackers, func(x *journal.Tracker) bool { return strings.EqualFold(x.Name, t.Name) }) {
			t.Meta = journal.Meta{ID: journal.NewID(), Day: p.day}
			p.allTrackers, p.trackers = append(p.allTrackers, t), append(p.trackers, t)
		}
	}
}

// withTrackers puts trackers that are not stored yet before their first values.
func (s *Screen) withTrackers(records []journal.Record) []journal.Record {
	var out []journal.Record
	for _, r := range records {
		if v, ok := r.(*journal.TrackerValue); ok {
			if t := s.page.trackerOf(v.Tracker); t != nil && t.Created.IsZero() {
				out = append(out, t)
			}
		}
		out = append(out, r)
	}
	return out
}

// alcoholName is the template whose unit needs a word of help.
const alcoholName = "Alcohol in drinks"

const alcoholHint = "grams: millilitres × % by volume × 0.0079; 330 ml of 5 % hold 13 g"

func (s *Screen) trackerForm(f *form, r *journal.Tracker) {
	f.text("Name", "name", &r.Name)
	if f.stored {
		f.say("Another name keeps everything that was recorded.")
	}
	choice(f, "What it takes", "type", []journal.TrackerType{journal.TrackNumber, journal.TrackScale, journal.TrackYesNo, journal.TrackMinutes}, []string{"a number", "a scale", "yes or no", "minutes"}, &r.Type)
	f.text("Unit", "unit", &r.Unit)
	f.maybe("Smallest value", "smallest value", "for a scale or number", &r.Min)
	f.maybe("Largest value", "largest value", "for a scale or number", &r.Max)
	f.flag("No longer asked for; what was recorded stays", &r.Retired)
	s.mergeField(f, r)
}

// mergeField lets the values of one tracker count as those of another of the
// same sort; the values themselves stay as they are.
func (s *Screen) mergeField(f *form, r *journal.Tracker) {
	ids, words := []journal.ID{""}, []string{"nothing, it stands for itself"}
	for _, t := range s.page.allTrackers {
		if t.ID != r.ID && t.Type == r.Type && (t.MergedInto == "" || t.ID == r.MergedInto) {
			ids, words = append(ids, t.ID), append(words, t.Name)
		}
	}
	if !f.stored || len(ids) == 1 {
		return
	}
	p := kit.NewPicker("Count its values as those of", words, max(0, slices.Index(ids, r.MergedInto)), nil)
	f.add("Count its values as those of", "merge", "nothing is deleted; choose the first line to part them again", p, func() error {
		r.MergedInto = ids[p.Chosen()]
		return nil
	})
}

// valueForm asks for one value, as its tracker takes it.
func (s *Screen) valueForm(f *form, r *journal.TrackerValue) {
	t := s.page.trackerOf(r.Tracker)
	label := capital(r.Title()) + unitIn(r.Unit)
	if t == nil {
		f.number(label, "value", "", &r.Value)
		return
	}
	lo, hi := t.Bounds()
	switch {
	case t.Type == journal.TrackYesNo:
		yes := "yes"
		if f.stored && r.Value == 0 {
			yes = "no"
		}
		choice(f, label, "value", []string{"yes", "no"}, []string{"yes", "no"}, &yes)
		f.reads = append(f.reads, reading{"value", func() error {
			r.Value = map[string]float64{"yes": 1, "no": 0}[yes]
			return nil
		}})
		return
	case t.Type == journal.TrackScale && lo == 0 && hi == 10:
		open := journal.Maybe[float64]{}
		if f.stored {
			open = journal.Some(r.Value)
		}
		f.scale(label, "value", "", kit.NewScale(kit.Primary, "none", "most", nil), &open)
		f.reads = append(f.reads, reading{"value", func() error {
			v, ok := open.Get()
			if !ok {
				return &journal.Error{Code: journal.CodeEmpty, Field: "value"}
			}
			r.Value = v
			return nil
		}})
		return
	}
	hint := ""
	switch {
	case t.Name == alcoholName:
		hint = alcoholHint
	case t.Type == journal.TrackMinutes:
		hint = "minutes"
	case t.Min.IsSet() && t.Max.IsSet():
		hint = fmt.Sprintf("%s to %s", number(lo), number(hi))
	}
	f.number(label, "value", hint, &r.Value)
	f.reads = append(f.reads, reading{"value", func() error {
		if r.Value < lo || r.Value > hi {
			return &journal.Error{Code: journal.CodeRange, Field: "value", Value: number(r.Value), Min: lo, Max: hi}
		}
		return nil
	}})
}

// openTrackers shows every tracker, those no longer asked for too, and offers
// new ones.
func (s *Screen) openTrackers() {
	var closePanel func()
	leave := func(then func()) func() {
		return func() { closePanel(); then() }
	}
	var rows, chips []fyne.CanvasObject
	for _, t := range s.page.allTrackers {
		rows = append(rows, kit.NewListRow("", kit.Muted, t.Name, s.trackerState(t), leave(func() { s.edit(t) })))
	}
	if len(rows) == 0 {
		rows = append(rows, kit.NewCaption("A tracker follows something of your own, day by day. Insights look at it like at everything else."))
	}
	chips = append(chips, kit.NewChip("+ New tracker", leave(func() { s.add("A tracker of your own", &journal.Tracker{Type: journal.TrackNumber}) })))
	for _, t := range templates() {
		if !slices.ContainsFunc(s.page.allTrackers, func(x *journal.Tracker) bool { return strings.EqualFold(x.Name, t.Name) }) {
			chips = append(chips, kit.NewChip("+ "+t.Name, leave(func() { s.add(t.Name, t) })))
		}
	}
	closePanel = s.deps.Dialogs.Panel("Trackers", kit.Column(12, kit.Column(4, rows...), kit.Flow(6, chips...)), nil)
}

// trackerState says how a tracker stands.
func (s *Screen) trackerState(t *journal.Tracker) string {
	words := map[journal.TrackerType]string{
		journal.TrackNumber: "a number", journal.TrackScale: "a scale", journal.TrackYesNo: "yes or no", journal.TrackMinutes: "minutes",
	}[t.Type]
	if t.Unit != "" {
		words += ", " + t.Unit
	}
	if into := s.page.trackerOf(t.MergedInto); into != nil {
		return words + " · counts as " + into.Name
	}
	if t.Retired {
		return words + " · no longer asked for"
	}
	return words
}

// detail is the record's own, but for answers of yes and no, and without what
// the title says already.
func (p *page) detail(r journal.Record) string {
	if v, ok := r.(*journal.TrackerValue); ok {
		if t := p.trackerOf(v.Tracker); t != nil && t.Type == journal.TrackYesNo {
			return journal.StateOf(v.Value > 0).String()
		}
	}
	if detail := kit.CurrentDates().Detail(r); !strings.EqualFold(detail, r.Title()) {
		return detail
	}
	return ""
}
