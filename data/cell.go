package data

import (
	"fmt"

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

func mismatch(v any, want string) error {
	return &journal.Error{Code: journal.CodeDamaged, Field: "journal.db", Err: fmt.Errorf("%T where %s was expected", v, want)}
}
