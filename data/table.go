package data

import (
	"context"
	"reflect"
	"strings"

	"skinward/app/journal"
)

// table describes how one kind of record is kept. The table has the kind's
// name; its Meta columns come first.
type table struct {
	kind    journal.Kind
	defines bool       // a definition: not part of a day's entries
	plan    bool       // lies ahead or spans days: does not say when the journal begins or ends
	fixedID journal.ID // set when there is one record for good
	single  *key       // set when only one live record may have a value
	schema  []piece
	keepers []string // "table.column" of what may refer to a row, which Forget then keeps
	columns []column
	lists   []list

	// words is what Search finds a record by, beside its note; may be nil.
	words func(journal.Record) []string
	// prepare runs before a row is written, settle after all were: it checks
	// a record against others and fills in names. Both may be nil.
	prepare, settle func(context.Context, *writing, journal.Record) error

	// Built from the above.
	blank journal.Record // cloned for every row that is read
	sql   statements
}

// piece is the part of the schema that came with one version.
type piece struct {
	version int
	sql     string
}

// key names a column in which live records differ from one another.
type key struct {
	column string
	value  func(journal.Record) any
}

// column is one field. One with a lookup is read by that SQL, in which r is
// the row, and never written.
type column struct {
	name   string
	lookup string
	cell   func(journal.Record) cell
}

func col[T any](name string, field func(*T) cell) column {
	return looked(name, "", field)
}

func looked[T any](name, lookup string, field func(*T) cell) column {
	return column{name, lookup, func(r journal.Record) cell { return field(any(r).(*T)) }}
}

// list is a slice of a record, kept in a table of its own under owner and
// place.
type list interface {
	table() string
	parts() []part
	// values are the parts of every row, one row after the other.
	values(journal.Record) []any
	add(journal.Record, []any) error
}

// part is a column of a list, with the SQL that reads it of l, the row.
type part struct {
	name string
	read string
	cell func(element any) cell
	// kept returns what is stored for the cell's value; nil stores the value.
	kept func(w *writing, v any) any
}

func item[E any](name string, field func(*E) cell) part {
	return part{name: name, read: "l." + name, cell: func(e any) cell { return field(e.(*E)) }}
}

// items is the list of a slice.
type items[T, E any] struct {
	name  string
	slice func(*T) *[]E
	cols  []part
}

func (l items[T, E]) table() string { return l.name }
func (l items[T, E]) parts() []part { return l.cols }

func (l items[T, E]) values(r journal.Record) []any {
	s := *l.slice(any(r).(*T))
	if len(s) == 0 {
		return nil
	}
	out := make([]any, 0, len(s)*len(l.cols))
	for i := range s {
		for j := range l.cols {
			out = append(out, l.cols[j].cell(&s[i]).bind())
		}
	}
	return out
}

func (l items[T, E]) add(r journal.Record, row []any) error {
	var e E
	for j, p := range l.cols {
		if err := p.cell(&e).scan(row[j]); err != nil {
			return err
		}
	}
	s := l.slice(any(r).(*T))
	*s = append(*s, e)
	return nil
}

// stringItems is the list of a slice of text in one column.
func stringItems[T any](name, column string, slice func(*T) *[]string) list {
	return items[T, string]{name, slice, []part{item(column, func(s *string) cell { return text(s) })}}
}

// row returns what the table holds of r, without its lists.
func (t *table) row(r journal.Record) []any {
	return t.appendRow(make([]any, 0, len(metaNames)+len(t.columns)), r)
}

func (t *table) appendRow(row []any, r journal.Record) []any {
	row = bindMeta(r.Base(), row)
	for i := range t.columns {
		if c := &t.columns[i]; c.lookup == "" {
			row = append(row, c.cell(r).bind())
		}
	}
	return row
}

// scan makes a record of a row that was read.
func (t *table) scan(row []any) (journal.Record, error) {
	r := t.blank.Clone()
	if err := scanMeta(r.Base(), row); err != nil {
		return nil, err
	}
	for i := range t.columns {
		if err := t.columns[i].cell(r).scan(row[len(metaNames)+i]); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// same reports whether a and b would be stored alike, the time of the last
// change aside.
func (t *table) same(a, b journal.Record) bool {
	x, y := t.row(a), t.row(b)
	x[metaChanged], y[metaChanged] = nil, nil
	if !reflect.DeepEqual(x, y) {
		return false
	}
	for _, l := range t.lists {
		if !reflect.DeepEqual(l.values(a), l.values(b)) {
			return false
		}
	}
	return true
}

// searchText is what Search looks through for r, "" for nothing.
func (t *table) searchText(r journal.Record) string {
	var words []string
	if t.words != nil {
		words = t.words(r)
	}
	if n := r.Base().Note; n != "" {
		words = append(words, n)
	}
	kept := words[:0]
	for _, w := range words {
		if w != "" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " · ")
}
