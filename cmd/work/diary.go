package work

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"skinward/app/exchange"
	"skinward/app/journal"
)

// Diary is a file that was read and may be planned.
type Diary struct {
	csv      exchange.File
	complete *exchange.Complete // when it was JSON
}

// ReadDiary reads a diary in CSV, or a journal in JSON, whole.
func ReadDiary(r io.Reader, o exchange.ParseOptions) (Diary, error) {
	var d Diary
	br := bufio.NewReader(r)
	if head, _ := br.Peek(512); exchange.IsJSON(head) {
		all, err := exchange.ReadJSON(br)
		d.complete = &all
		return d, err
	}
	var err error
	d.csv, err = exchange.Parse(br, o)
	return d, err
}

// ReadDiaryFile is ReadDiary for a file; progress gets bytes read and the size.
func ReadDiaryFile(name string, o exchange.ParseOptions, progress func(done, total int64)) (Diary, error) {
	f, err := os.Open(name)
	if err != nil {
		return Diary{}, WithoutPath(err)
	}
	defer f.Close()
	size := int64(0)
	if info, err := f.Stat(); err == nil {
		if info.IsDir() {
			return Diary{}, errors.New("this is a folder")
		}
		size = info.Size()
	}
	if progress != nil {
		o.Progress = func(read int64) { progress(read, size) }
	}
	return ReadDiary(f, o)
}

// Plan compares a diary with the journal and says what would be added. With a
// nil store it is compared with nothing.
func (d Desk) Plan(ctx context.Context, diary Diary) (exchange.Plan, error) {
	settings, existing := journal.DefaultSettings(), journal.Log(nil)
	if d.Store != nil {
		var err error
		if settings, err = d.Store.Settings(ctx); err != nil {
			return exchange.Plan{}, err
		}
		if existing, err = d.standing(ctx, diary); err != nil {
			return exchange.Plan{}, err
		}
	}
	if diary.complete != nil {
		return exchange.NewCompletePlan(*diary.complete, existing), nil
	}
	return exchange.NewPlan(diary.csv, existing, exchange.PlanOptions{Today: d.Today(settings), Zone: d.Now().Location(), NewID: journal.NewID}), nil
}

// Carry saves a plan in one transaction. The settings of a complete file count
// only while the journal is empty.
func (d Desk) Carry(ctx context.Context, diary Diary, p exchange.Plan) ([]journal.Change, error) {
	if diary.complete != nil && p.Report.Added > 0 {
		stats, err := d.Store.Stats(ctx)
		if err != nil {
			return nil, err
		}
		if stats.Entries == 0 {
			if err := d.Store.SaveSettings(ctx, diary.complete.Settings); err != nil {
				return nil, err
			}
		}
	}
	return d.Store.Save(ctx, p.Records...)
}

// standing reads what the journal holds of a file's days, and every record
// that goes on for days; all of it for a complete file.
func (d Desk) standing(ctx context.Context, diary Diary) (journal.Log, error) {
	if diary.complete != nil {
		return d.Store.Range(ctx, journal.Day{}, journal.Day{})
	}
	rows := diary.csv.Rows
	if len(rows) == 0 {
		return nil, nil
	}
	first, last := rows[0].Day, rows[0].Day
	for _, r := range rows {
		if r.Day.Before(first) {
			first = r.Day
		}
		if r.Day.After(last) {
			last = r.Day
		}
	}
	ongoing := []journal.Kind{journal.KindTracker, journal.KindCourse, journal.KindTreatment, journal.KindAvoidance}
	log, err := d.Store.Range(ctx, journal.Day{}, journal.Day{}, ongoing...)
	if err != nil {
		return nil, err
	}
	apart := append(ongoing, journal.KindPhoto, journal.KindProfile, journal.KindFood, journal.KindVerdict)
	daily := slices.DeleteFunc(journal.Kinds(), func(k journal.Kind) bool { return slices.Contains(apart, k) })
	entries, err := d.Store.Range(ctx, first, last, daily...)
	return append(log, entries...), err
}

// Export writes the records of a period, as the long CSV or as complete JSON,
// and says in a sentence what the table has no place for ("" for nothing).
func (d Desk) Export(ctx context.Context, w io.Writer, format string, from, to journal.Day) (left string, err error) {
	log, err := d.Store.Range(ctx, from, to)
	if err != nil {
		return "", err
	}
	if !from.IsZero() || !to.IsZero() {
		if log, err = d.withOwners(ctx, log); err != nil {
			return "", err
		}
	}
	if format == "json" {
		settings, err := d.Store.Settings(ctx)
		if err != nil {
			return "", err
		}
		return "", exchange.WriteJSON(w, exchange.Complete{Written: d.Now(), Settings: settings, Records: log})
	}
	without, err := exchange.WriteCSV(w, log)
	var parts []string
	for k, n := range without {
		parts = append(parts, fmt.Sprintf("%s: %d", strings.ReplaceAll(string(k), "_", " "), n))
	}
	if err != nil || len(parts) == 0 {
		return "", err
	}
	slices.Sort(parts)
	return "the table has no place for " + strings.Join(parts, ", "), nil
}

// withOwners adds the courses, treatments and trackers that entries of a
// period belong to and that began outside it.
func (d Desk) withOwners(ctx context.Context, log journal.Log) (journal.Log, error) {
	have, need := map[journal.ID]bool{}, map[journal.ID]bool{}
	for _, r := range log {
		have[r.Base().ID] = true
		switch r := r.(type) {
		case *journal.Dose:
			need[r.Course], need[r.Treatment] = true, true
		case *journal.TrackerValue:
			need[r.Tracker] = true
		}
	}
	for _, k := range []journal.Kind{journal.KindTracker, journal.KindTreatment, journal.KindCourse} {
		owners, err := d.Store.All(ctx, k)
		if err != nil {
			return nil, err
		}
		for _, r := range owners {
			if id := r.Base().ID; need[id] && !have[id] {
				log = append(log, r)
			}
		}
	}
	log.Sort()
	return log, nil
}
