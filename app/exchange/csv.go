package exchange

import (
	"bufio"
	"io"
	"math"
	"slices"
	"strings"

	"skinward/app/journal"
)

// WriteCSV writes everything of a log that the long format can say. Reading
// the file into an empty journal gives the same series. Water is written in
// glasses when every amount is a multiple of half a glass, in millilitres
// otherwise. The columns slot, portion and source are left out when they would
// be empty. It returns how many records of which kinds the format cannot say.
func WriteCSV(w io.Writer, log journal.Log) (left map[journal.Kind]int, err error) {
	rows := slices.DeleteFunc(Rows(log), impliedBy(log))
	if glasses(rows) {
		for i := range rows {
			if r := &rows[i]; r.Kind == KindWater {
				r.Name, r.Value = "glasses", journal.Some(r.Value.Or(0)/journal.Glass)
			}
		}
	}
	out := bufio.NewWriterSize(w, 64<<10)
	cells := Columns()
	wide := slices.ContainsFunc(rows, Row.ours)
	for i := range len(rows) + 1 {
		if i > 0 {
			cells = rows[i-1].cells(cells[:0])
		}
		if !wide {
			cells = cells[:7]
		}
		for j, c := range cells {
			if j > 0 {
				out.WriteByte(',')
			}
			writeCell(out, c)
		}
		out.WriteByte('\n')
	}
	return leftOut(log), out.Flush()
}

// ours reports whether the row needs one of the columns that only Skinward has.
func (r Row) ours() bool { return r.Slot != "" || r.Portion != "" || r.Source != journal.Imported }

func (r Row) cells(dst []string) []string {
	value := ""
	if v, ok := r.Value.Get(); ok {
		value = plain(v)
	}
	src := r.Source
	switch src {
	case "":
		src = journal.Entered
	case journal.Imported:
		src = "" // what a file says unless it says otherwise
	}
	return append(dst, r.Day.String(), r.Clock.text(r.Day), r.Kind, r.Name, value, r.Unit, r.Note, string(r.Slot), string(r.Portion), string(src))
}

// writeCell quotes what needs it. Errors stay in the writer until Flush.
func writeCell(w *bufio.Writer, s string) {
	if s == "" || !strings.ContainsAny(s, ",;\t\"\r\n") && s[0] != ' ' && s[len(s)-1] != ' ' {
		w.WriteString(s)
		return
	}
	w.WriteByte('"')
	w.WriteString(strings.ReplaceAll(s, `"`, `""`))
	w.WriteByte('"')
}

func glasses(rows []Row) bool {
	for _, r := range rows {
		if r.Kind == KindWater && math.Mod(r.Value.Or(0), journal.Glass/2) != 0 {
			return false
		}
	}
	return true
}

// impliedBy returns a test for rows that need not be written: the beginning of
// an open course or treatment whose first dose lies on the same day.
func impliedBy(log journal.Log) func(Row) bool {
	first := map[journal.ID]journal.Day{}
	for _, d := range journal.Select[*journal.Dose](log) {
		for _, id := range [2]journal.ID{d.Course, d.Treatment} {
			if had, ok := first[id]; id != "" && (!ok || d.Day.Before(had)) {
				first[id] = d.Day
			}
		}
	}
	type start struct {
		day        journal.Day
		kind, name string
	}
	implied, times := map[start]bool{}, map[string]int{}
	note := func(kind, name string, m *journal.Meta, stop journal.Day) {
		times[kind+"\xff"+strings.ToLower(name)]++
		if first[m.ID] == m.Day && stop.IsZero() && m.Note == "" && m.Source == journal.Imported {
			implied[start{m.Day, kind, name}] = true
		}
	}
	for _, r := range log {
		switch r := r.(type) {
		case *journal.Course:
			note(courseKind(r.Class)+"_course", courseName(r), r.Base(), r.Stop)
		case *journal.Treatment:
			note(KindTreatmentCourse, r.Name, r.Base(), r.Stop)
		}
	}
	return func(r Row) bool {
		return r.Value.Or(0) == 1 && implied[start{r.Day, r.Kind, r.Name}] && times[r.Kind+"\xff"+strings.ToLower(r.Name)] == 1
	}
}

// leftOut counts the records that only the JSON file holds.
func leftOut(log journal.Log) map[journal.Kind]int {
	left := map[journal.Kind]int{}
	for _, r := range log {
		switch k := r.Kind(); k {
		case journal.KindPhoto, journal.KindProfile, journal.KindAppointment, journal.KindFood, journal.KindVerdict:
			left[k]++
		}
	}
	return left
}
