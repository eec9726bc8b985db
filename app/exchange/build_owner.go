package exchange

import (
	"strings"

	"skinward/app/journal"
)

// owners finds the course or treatment that a dose belongs to.
type owners struct {
	courses    map[ownerKey][]*journal.Course
	treatments map[string][]*journal.Treatment
	avoided    map[string][]*journal.Avoidance
}

// ownerKey is what makes two courses the same product.
type ownerKey struct {
	class journal.CourseClass
	name  string // product and strain, lower case
}

func newOwners(log journal.Log) owners {
	o := owners{map[ownerKey][]*journal.Course{}, map[string][]*journal.Treatment{}, map[string][]*journal.Avoidance{}}
	for _, r := range log {
		switch r := r.(type) {
		case *journal.Course:
			k := ownerKey{r.Class, strings.ToLower(courseName(r))}
			o.courses[k] = append(o.courses[k], r)
		case *journal.Treatment:
			k := strings.ToLower(r.Name)
			o.treatments[k] = append(o.treatments[k], r)
		case *journal.Avoidance:
			k := strings.ToLower(r.Food)
			o.avoided[k] = append(o.avoided[k], r)
		}
	}
	return o
}

// pick returns the index of the span that covers d, else the last one that
// began before it, else the first of all; -1 when there is none.
func pick(d journal.Day, n int, span func(int) (start, stop journal.Day)) int {
	best := -1
	for i := range n {
		start, stop := span(i)
		if !d.Before(start) && (stop.IsZero() || !d.After(stop)) {
			return i
		}
		if best < 0 {
			best = i
			continue
		}
		had, _ := span(best)
		switch {
		case start.After(d) && had.After(d) && start.Before(had),
			!start.After(d) && (had.After(d) || start.After(had)):
			best = i
		}
	}
	return best
}

// span handles the rows that open and close what goes on for days.
func (b *builder) span(r Row) {
	begins := r.Value.Or(0) == 1
	m := b.meta(r)
	switch r.Kind {
	case KindSupplementCourse, KindProbioticCourse, KindAntibioticCourse:
		class := journal.CourseClass(strings.TrimSuffix(r.Kind, "_course"))
		k := ownerKey{class, strings.ToLower(r.Name)}
		if begins {
			b.newCourse(class, r.Name, m)
			return
		}
		if i := pick(r.Day, len(b.owners.courses[k]), func(i int) (journal.Day, journal.Day) { c := b.owners.courses[k][i]; return c.Day, c.Stop }); i >= 0 {
			c := changeIn(b, b.owners.courses[k], i)
			c.Stop = r.Day
			if c.Day.After(r.Day) {
				c.Day = r.Day
			}
			return
		}
		b.newCourse(class, r.Name, m).Stop = r.Day
	case KindTreatmentCourse:
		k := strings.ToLower(r.Name)
		if begins {
			b.newTreatment(r.Name, m)
			return
		}
		if i := pick(r.Day, len(b.owners.treatments[k]), func(i int) (journal.Day, journal.Day) { t := b.owners.treatments[k][i]; return t.Day, t.Stop }); i >= 0 {
			t := changeIn(b, b.owners.treatments[k], i)
			t.Stop = r.Day
			if t.Day.After(r.Day) {
				t.Day = r.Day
			}
			return
		}
		b.newTreatment(r.Name, m).Stop = r.Day
	case KindAvoidance:
		k := strings.ToLower(r.Name)
		if !begins {
			if i := pick(r.Day, len(b.owners.avoided[k]), func(i int) (journal.Day, journal.Day) { a := b.owners.avoided[k][i]; return a.Day, a.Until }); i >= 0 {
				a := changeIn(b, b.owners.avoided[k], i)
				a.Until = r.Day
				if a.Day.After(r.Day) {
					a.Day = r.Day
				}
				return
			}
		}
		a := &journal.Avoidance{Meta: m, Food: r.Name}
		a.ID = b.o.NewID()
		if !begins {
			a.Until = r.Day
		}
		b.define(a)
		b.owners.avoided[k] = append(b.owners.avoided[k], a)
	}
}

// define notes a new record that others may refer to.
func (b *builder) define(r journal.Record) {
	b.definitions = append(b.definitions, r)
	b.changed[r.Base().ID] = true
}

// changeIn returns list[i] as a record that may be changed: a copy that will be
// saved, made once.
func changeIn[T journal.Record](b *builder, list []T, i int) T {
	if b.changed[list[i].Base().ID] {
		return list[i]
	}
	list[i] = list[i].Clone().(T)
	b.define(list[i])
	return list[i]
}

func (b *builder) newCourse(class journal.CourseClass, name string, m journal.Meta) *journal.Course {
	m.ID = b.o.NewID()
	c := &journal.Course{Meta: m, Class: class, Product: name}
	if class == journal.Probiotic {
		c.Product, c.Species, c.Strain = splitStrain(name)
	}
	k := ownerKey{class, strings.ToLower(name)}
	b.owners.courses[k] = append(b.owners.courses[k], c)
	b.define(c)
	return c
}

func (b *builder) newTreatment(name string, m journal.Meta) *journal.Treatment {
	m.ID = b.o.NewID()
	t := &journal.Treatment{Meta: m, Name: name}
	k := strings.ToLower(name)
	b.owners.treatments[k] = append(b.owners.treatments[k], t)
	b.define(t)
	return t
}

// dose adds a dose, and the course or treatment it belongs to when there is
// none. A course that came from a file begins with its first dose.
func (b *builder) dose(r Row) {
	d := &journal.Dose{Meta: b.meta(r), Taken: journal.StateOf(r.Value.Or(0) > 0), Amount: r.Unit}
	if v := r.Value.Or(0); v > 0 && v != 1 {
		d.Count = journal.Some(v)
	}
	m := journal.Meta{Day: r.Day, Source: source(r)}
	if r.Kind == KindTreatment {
		k := strings.ToLower(r.Name)
		list := b.owners.treatments[k]
		i := pick(r.Day, len(list), func(i int) (journal.Day, journal.Day) { return list[i].Day, list[i].Stop })
		if i < 0 {
			b.newTreatment(r.Name, m)
			list, i = b.owners.treatments[k], 0
		} else if r.Day.Before(list[i].Day) && list[i].Source == journal.Imported {
			changeIn(b, list, i).Day = r.Day
		}
		d.Treatment, d.Name = list[i].ID, list[i].Name
	} else {
		class := journal.CourseClass(r.Kind)
		k := ownerKey{class, strings.ToLower(r.Name)}
		list := b.owners.courses[k]
		i := pick(r.Day, len(list), func(i int) (journal.Day, journal.Day) { return list[i].Day, list[i].Stop })
		if i < 0 {
			b.newCourse(class, r.Name, m)
			list, i = b.owners.courses[k], 0
		} else if r.Day.Before(list[i].Day) && list[i].Source == journal.Imported {
			changeIn(b, list, i).Day = r.Day
		}
		d.Course, d.Name = list[i].ID, list[i].Product
	}
	b.add(d)
}
