package exchange

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"skinward/app/journal"
)

// PlanOptions are what a plan needs from outside.
type PlanOptions struct {
	Today journal.Day       // the person's day, for notices about the future; zero leaves them out
	Zone  *time.Location    // of times without an offset; nil is UTC
	NewID func() journal.ID // for records that others refer to
}

// Plan is what an import would do.
type Plan struct {
	// Records are to be saved in this order: trackers, courses and treatments
	// come before what refers to them.
	Records []journal.Record
	Report  Report
}

// NewPlan compares a file with what the journal holds. The log needs every
// tracker, course and treatment, and the entries of the file's days. A row is
// already there when the journal holds a value of the same day, time, kind,
// name and amount that no earlier row has claimed.
func NewPlan(f File, existing journal.Log, o PlanOptions) Plan {
	if o.Zone == nil {
		o.Zone = time.UTC
	}
	b := newBuilder(existing, o)
	rows := b.unify(f.Rows)
	there := Rows(existing)
	have := make(map[key]int, len(there))
	eaten := map[journal.Day]bool{}
	for _, r := range there {
		have[r.key()]++
		if r.isEaten() {
			eaten[r.Day] = true
		}
	}
	var last journal.Day
	for i := range rows {
		if r := &rows[i]; r.Day != last && r.isEaten() {
			eaten[r.Day] = true
			last = r.Day
		}
	}
	rep := Report{Rows: len(rows) + f.Empty, Empty: f.Empty, Notices: slices.Clone(f.Notices)}
	todo := make([]Row, 0, len(rows))
	contradicted := 0
	for _, r := range rows {
		rep.span(r.Day)
		k := r.key()
		switch {
		case r.Kind == KindFood && r.Name == NoFood && eaten[r.Day]:
			contradicted++
			rep.Empty++
		case have[k] > 0:
			rep.There++
			if !r.isMark() { // a day has one mark, however often it is said
				have[k]--
			}
		default:
			todo = append(todo, r)
			if r.isMark() {
				have[k]++
			}
		}
	}
	if contradicted > 0 {
		rep.notice("%s named foods as well as %q; the foods were kept", count(contradicted, "day", "days"), NoFood)
	}
	rep.Added = len(todo)
	rep.look(rows, o.Today)
	b.build(todo)
	rep.Trackers = b.newTrackers
	return Plan{Records: b.records(), Report: rep}
}

// isEaten reports whether the row says that a food was eaten.
func (r Row) isEaten() bool { return r.Kind == KindFood && r.Name != NoFood && r.Value.Or(0) > 0 }

// isMark reports whether the row is about a day as a whole.
func (r Row) isMark() bool {
	return r.Kind == KindDay && !r.own || r.Kind == KindFood && r.Name == NoFood
}

// unify gives own trackers one spelling: that of the journal, else the first
// of the file.
func (b *builder) unify(rows []Row) []Row {
	spelt := map[[2]string][2]string{}
	for _, t := range b.trackers {
		spelt[trackerKey(t.Group, t.Name)] = [2]string{groupKind(t.Group), t.Name}
	}
	var out []Row
	for i, r := range rows {
		if !r.own {
			continue
		}
		k := trackerKey(r.Kind, r.Name)
		to, ok := spelt[k]
		if !ok {
			to = [2]string{groupKind(r.Kind), r.Name}
			spelt[k] = to
		}
		if to != [2]string{r.Kind, r.Name} {
			if out == nil {
				out = slices.Clone(rows)
			}
			out[i].Kind, out[i].Name = to[0], to[1]
		}
	}
	if out != nil {
		return out
	}
	return rows
}

func groupKind(group string) string {
	if group == "" {
		return KindTracker
	}
	return group
}

func trackerKey(group, name string) [2]string {
	return [2]string{strings.ToLower(groupKind(group)), strings.ToLower(name)}
}

// Report says what an import does, in numbers and in words.
type Report struct {
	Rows        int // rows with values
	Added       int
	There       int      // already in the journal
	Empty       int      // said nothing, or were contradicted
	Trackers    []string // own trackers that are new
	First, Last journal.Day
	Notices     []string
}

func (r *Report) span(d journal.Day) {
	if r.First.IsZero() || d.Before(r.First) {
		r.First = d
	}
	if r.Last.IsZero() || d.After(r.Last) {
		r.Last = d
	}
}

func (r *Report) notice(format string, args ...any) {
	r.Notices = append(r.Notices, fmt.Sprintf(format, args...))
}

// Sentences tells the report, the result first.
func (r Report) Sentences() []string {
	var s []string
	switch {
	case r.Rows == 0:
		s = append(s, "The file has no rows.")
	case r.Added == 0:
		s = append(s, fmt.Sprintf("Nothing added: %s of %s to %s already in the journal.", count(r.There, "row", "rows"), r.First, r.Last))
	default:
		t := fmt.Sprintf("%s added, %s to %s", count(r.Added, "row", "rows"), r.First, r.Last)
		if r.There > 0 {
			t += fmt.Sprintf("; %d already in the journal", r.There)
		}
		s = append(s, t+".")
	}
	if r.Empty > 0 {
		s = append(s, fmt.Sprintf("%s said nothing and left no trace.", count(r.Empty, "row", "rows")))
	}
	if n := len(r.Trackers); n > 0 {
		names := r.Trackers
		more := ""
		if n > 8 {
			names, more = names[:8], fmt.Sprintf(" and %d more", n-8)
		}
		s = append(s, fmt.Sprintf("%s of your own made: %s%s.", count(n, "tracker", "trackers"), strings.Join(names, ", "), more))
	}
	for _, n := range r.Notices {
		s = append(s, strings.ToUpper(n[:1])+n[1:]+".")
	}
	return s
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
