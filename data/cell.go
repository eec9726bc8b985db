package data

import (
	"fmt"
	"unique"

	"skinward/app/journal"
)

// cell is one field of a record as a column holds it: bind gives the value to
// store, scan takes the stored one. Values are nil, int64, float64 or string.
type cell interface {
	bind() any
	scan(v any) error
}

// optional is a number or NULL when it is not recorded.
type optional struct{ p *journal.Maybe[float64] }

func (c optional) bind() any {
	if v, ok := c.p.Get(); ok {
		return v
	}
	return nil
}

func (c optional) scan(v any) error {
	switch v := v.(type) {
	case nil:
	case float64:
		*c.p = journal.Some(v)
	default:
		return mismatch(v, "number")
	}
	return nil
}

// number is a float64 that is always there.
type number struct{ p *float64 }

func (c number) bind() any { return *c.p }

func (c number) scan(v any) error {
	f, ok := v.(float64)
	if !ok {
		return mismatch(v, "number")
	}
	*c.p = f
	return nil
}

// textCell is text or one word of a list; NULL when empty.
type textCell[S ~string] struct{ p *S }

func text[S ~string](p *S) cell { return textCell[S]{p} }

func (c textCell[S]) bind() any {
	if *c.p == "" {
		return nil
	}
	return string(*c.p)
}

func (c textCell[S]) scan(v any) error {
	switch v := v.(type) {
	case nil:
	case string:
		*c.p = S(v)
	default:
		return mismatch(v, "text")
	}
	return nil
}

// name is text that stands in many rows; they share one copy in memory.
type name struct{ p *string }

func (c name) bind() any { return text(c.p).bind() }

func (c name) scan(v any) error {
	if err := text(c.p).scan(v); err != nil {
		return err
	}
	*c.p = unique.Make(*c.p).Value()
	return nil
}

// wholeCell is an integer that is always there.
type wholeCell[I ~int | ~int64] struct{ p *I }

func whole[I ~int | ~int64](p *I) cell { return wholeCell[I]{p} }

func (c wholeCell[I]) bind() any { return int64(*c.p) }

func (c wholeCell[I]) scan(v any) error {
	n, ok := v.(int64)
	if !ok {
		return mismatch(v, "integer")
	}
	*c.p = I(n)
	return nil
}

// flag is 1 or 0.
type flag struct{ p *bool }

func (c flag) bind() any {
	if *c.p {
		return int64(1)
	}
	return int64(0)
}

func (c flag) scan(v any) error {
	n, ok := v.(int64)
	if !ok {
		return mismatch(v, "0 or 1")
	}
	*c.p = n != 0
	return nil
}

// state is 1 for yes, 0 for no, NULL for not recorded.
type state struct{ p *journal.State }

func (c state) bind() any {
	switch *c.p {
	case journal.Yes:
		return int64(1)
	case journal.No:
		return int64(0)
	}
	return nil
}

func (c state) scan(v any) error {
	switch v := v.(type) {
	case nil:
		*c.p = journal.Unknown
	case int64:
		*c.p = journal.StateOf(v != 0)
	default:
		return mismatch(v, "0, 1 or NULL")
	}
	return nil
}

// date is the number of a day, NULL when there is none.
type date struct{ p *journal.Day }

func (c date) bind() any {
	if c.p.IsZero() {
		return nil
	}
	return int64(c.p.Number())
}

func (c date) scan(v any) error {
	switch v := v.(type) {
	case nil:
	case int64:
		*c.p = journal.DayNumbered(int(v))
	default:
		return mismatch(v, "day")
	}
	return nil
}

// withinCell is a field of a struct that may not be there: all its columns are
// NULL then.
type withinCell[T any] struct {
	p     **T
	field func(*T) cell
}

func within[T any](p **T, field func(*T) cell) cell { return withinCell[T]{p, field} }

func (c withinCell[T]) bind() any {
	if *c.p == nil {
		return nil
	}
	return c.field(*c.p).bind()
}

func (c withinCell[T]) scan(v any) error {
	if v == nil {
		return nil
	}
	if *c.p == nil {
		*c.p = new(T)
	}
	return c.field(*c.p).scan(v)
}

// recordedCell is a field of a struct that may not be recorded.
type recordedCell[T any] struct {
	p     *journal.Maybe[T]
	field func(*T) cell
}

func recorded[T any](p *journal.Maybe[T], field func(*T) cell) cell { return recordedCell[T]{p, field} }

func (c recordedCell[T]) bind() any {
	v, ok := c.p.Get()
	if !ok {
		return nil
	}
	return c.field(&v).bind()
}

func (c recordedCell[T]) scan(v any) error {
	if v == nil {
		return nil
	}
	whole, _ := c.p.Get()
	if err := c.field(&whole).scan(v); err != nil {
		return err
	}
	*c.p = journal.Some(whole)
	return nil
}

func mismatch(v any, want string) error {
	return &journal.Error{Code: journal.CodeDamaged, Field: "journal.db", Err: fmt.Errorf("%T where %s was expected", v, want)}
}
