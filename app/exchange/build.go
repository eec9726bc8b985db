package exchange

import (
	"strings"

	"skinward/app/journal"
)

// group is what one record holds of a day: values of the same moment and
// source belong together.
type group struct {
	day    journal.Day
	clock  Clock
	source journal.Source
	slot   journal.Slot
}

// builder gathers rows into records.
type builder struct {
	o           PlanOptions
	owners      owners
	trackers    []*journal.Tracker
	trackerOf   map[[2]string]*journal.Tracker
	newTrackers []string
	marks       map[journal.Day]*journal.DayMark

	definitions []journal.Record // new or changed; others refer to them
	changed     map[journal.ID]bool
	entries     []journal.Record

	meals     map[group]*journal.Meal
	skin      map[group]*journal.SkinCheck
	sleep     map[group]*journal.Sleep
	digestion map[group]*journal.Digestion
	cycle     map[group]*journal.Cycle
	touched   map[journal.Day]bool // days whose mark is already among the entries
}

func newBuilder(existing journal.Log, o PlanOptions) *builder {
	b := &builder{
		o: o, owners: newOwners(existing), trackerOf: map[[2]string]*journal.Tracker{}, marks: map[journal.Day]*journal.DayMark{}, changed: map[journal.ID]bool{},
		meals: map[group]*journal.Meal{}, skin: map[group]*journal.SkinCheck{}, sleep: map[group]*journal.Sleep{},
		digestion: map[group]*journal.Digestion{}, cycle: map[group]*journal.Cycle{}, touched: map[journal.Day]bool{},
	}
	for _, r := range existing {
		switch r := r.(type) {
		case *journal.Tracker:
			if r.MergedInto == "" {
				b.trackers = append(b.trackers, r)
				b.trackerOf[trackerKey(r.Group, r.Name)] = r
			}
		case *journal.DayMark:
			b.marks[r.Day] = r
		}
	}
	return b
}

// build gathers rows: what goes on for days first, since doses belong to it.
func (b *builder) build(rows []Row) {
	for _, r := range rows {
		b.span(r)
	}
	b.typeTrackers(rows)
	for _, r := range rows {
		b.entry(r)
	}
}

// records returns everything to save.
func (b *builder) records() []journal.Record { return append(b.definitions, b.entries...) }

func (b *builder) meta(r Row) journal.Meta {
	return journal.Meta{Day: r.Day, At: r.Clock.instant(r.Day, b.o.Zone), Source: source(r), Note: r.Note}
}

func source(r Row) journal.Source {
	if r.Source == "" {
		return journal.Imported
	}
	return r.Source
}

func (r Row) group() group { return group{r.Day, r.Clock, source(r), r.Slot} }

func (b *builder) add(r journal.Record) { b.entries = append(b.entries, r) }

func (b *builder) entry(r Row) {
	v := r.Value.Or(0)
	switch r.Kind {
	case KindFood:
		if r.Name == NoFood {
			b.mark(r)
			return
		}
		b.food(r)
		return
	case KindSupplement, KindProbiotic, KindAntibiotic, KindTreatment:
		b.dose(r)
		return
	case KindSupplementCourse, KindProbioticCourse, KindAntibioticCourse, KindTreatmentCourse, KindAvoidance:
		return // see span
	case KindWater:
		b.add(&journal.Water{Meta: b.meta(r), Millilitres: v})
		return
	case KindScore:
		b.add(&journal.Score{Meta: b.meta(r), Name: r.Name, Total: v})
		return
	case KindNote:
		b.add(&journal.Note{Meta: b.meta(r)})
		return
	case KindSite, KindSign, KindRegion, KindPalms:
		b.skinRow(r)
		return
	}
	if r.own {
		b.value(r)
		return
	}
	switch r.Kind {
	case KindSkin:
		b.skinRow(r)
	case KindStress:
		b.add(&journal.Stress{Meta: b.meta(r), Level: r.Value})
	case KindPractice:
		b.add(&journal.Practice{Meta: b.meta(r), Type: journal.PracticeType(r.Name), Minutes: v})
	case KindSleep, KindStool, KindCycle:
		b.body(r)
	case KindDay:
		b.mark(r)
	}
}

func (b *builder) food(r Row) {
	g := r.group()
	m := b.meals[g]
	if m == nil {
		m = &journal.Meal{Meta: b.meta(r), Slot: r.Slot}
		m.Note = ""
		b.meals[g] = m
		b.add(m)
	}
	it := journal.MealItem{Food: r.Name, Portion: r.Portion}
	switch v := r.Value.Or(1); v {
	case 0:
		it.Absent = true
	case 1:
	default:
		it.Count = journal.Some(v)
	}
	m.Items = append(m.Items, it)
	if r.Unit != "" {
		m.Note = join(m.Note, r.Name+" "+r.Unit)
	}
	m.Note = join(m.Note, r.Note)
}

// join adds text to a note unless it is there already or no longer fits.
func join(note, text string) string {
	if text == "" || strings.Contains(note, text) || len(note)+len(text) > journal.MaxNote-2 {
		return note
	}
	if note == "" {
		return text
	}
	return note + "; " + text
}

// mark changes the one mark of a day.
func (b *builder) mark(r Row) {
	m := b.marks[r.Day]
	switch {
	case m == nil:
		m = &journal.DayMark{Meta: b.meta(r)}
		b.marks[r.Day] = m
		b.touched[r.Day] = true
		b.add(m)
	case !b.touched[r.Day]:
		m = m.Clone().(*journal.DayMark)
		b.marks[r.Day] = m
		b.touched[r.Day] = true
		b.add(m)
	}
	m.Note = join(m.Note, r.Note)
	switch r.Name {
	case NoFood:
		m.NoFood = true
	case "ordinary":
		m.Ordinary = true
	case "meals_complete":
		m.MealsComplete = journal.StateOf(r.Value.Or(0) == 1)
	}
}
