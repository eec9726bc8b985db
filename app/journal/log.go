package journal

import (
	"slices"
	"strings"
)

// Log is a run of records, ordered by day, then by time, then by ID, without
// deleted ones: what a store hands out and what everything else reads.
type Log []Record

// Select returns the records of type T, in order.
func Select[T Record](l Log) []T {
	var out []T
	for _, r := range l {
		if t, ok := r.(T); ok {
			out = append(out, t)
		}
	}
	return out
}

// Sort orders l as Log promises. Records without a time come first in a day.
func (l Log) Sort() {
	if !slices.IsSortedFunc(l, order) { // most logs come from one that was
		slices.SortStableFunc(l, order)
	}
}

func order(a, b Record) int {
	x, y := a.Base(), b.Base()
	if c := x.Day.Compare(y.Day); c != 0 {
		return c
	}
	if c := x.At.Compare(y.At); c != 0 {
		return c
	}
	return strings.Compare(string(x.ID), string(y.ID))
}

// DayDigest is what a calendar shows of a day.
type DayDigest struct {
	Day      Day
	Entries  int            // records of the day, definitions not counted
	Photos   int            // how many of them are photos
	Severity Maybe[float64] // mean severity of the day, 0 … 10
}

// FoodUse tells how somebody eats a food; completion is ranked by it.
type FoodUse struct {
	Name   string
	Times  int          // meals that held it
	Last   Day          // last day it was eaten
	BySlot map[Slot]int // meals by slot
}

// Hit is one find of a search over the whole journal.
type Hit struct {
	Record  Record
	Snippet string // text around the find, each found word between FoundFrom and FoundTo
}

// Stats counts what a journal holds.
type Stats struct {
	First, Last Day // zero when empty
	Entries     int
	SkinDays    int
	Photos      int
}
