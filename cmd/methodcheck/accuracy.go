package main

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"skinward/app/insight"
	"skinward/app/series"
	"skinward/app/series/seriestest"
)

// truth is what a generated journal holds.
type truth struct {
	Effects []struct {
		Factor, Outcome, Sign string
		Peak                  int `json:"peak_lag"`
	}
	Traps []struct{ Factor string }
}

func (t truth) active(factor, outcome string) bool {
	for _, e := range t.Effects {
		if e.Factor == factor && e.Outcome == outcome {
			return true
		}
	}
	return false
}

// score counts how one method did on one journal.
type score struct{ found, falsely, traps int }

// accuracy scans every journal of a folder and prints how many true effects
// were found and how many false ones claimed, by Skinward and by the methods
// in common use.
func accuracy(ctx context.Context, dir string, out io.Writer) error {
	all, err := readTruth(filepath.Join(dir, "truth.json"))
	if err != nil {
		return err
	}
	names := make([]string, 0, len(all))
	for n := range all {
		names = append(names, n)
	}
	slices.Sort(names)
	fmt.Fprintln(out, "Foods and supplements: true effects found / false ones claimed / traps claimed")
	fmt.Fprintf(out, "%-8s %6s %6s %12s %12s %10s %14s %14s %14s\n", "journal", "days", "pairs", "Strong", "Moderate", "window", "best lag", "after-before", "best lag x14")
	var seconds []string
	var falseStrong, falseModerate, traps, missed int
	for _, n := range names {
		set, err := readJournal(dir, n)
		if err != nil {
			return err
		}
		begin := time.Now()
		res, err := insight.Analyse(ctx, set, insight.Options{})
		if err != nil {
			return err
		}
		took := time.Since(begin)
		tr := all[n]
		strong, moderate, window, pairs := judge(res, tr)
		naive := [3]score{}
		for _, f := range res.Findings {
			if f.Family != insight.Foods || f.P != f.P {
				continue
			}
			factor, _ := set.Factor(f.Factor)
			o, _ := set.Outcome(f.Outcome)
			best := bestLagSpearman(factor.Values, o.Values)
			naive[0].add(tr, f, best <= .05)
			naive[1].add(tr, f, afterOtherwise(factor.Values, o.Values) <= .05)
			naive[2].add(tr, f, 14*best <= .05)
		}
		fmt.Fprintf(out, "%-8s %6d %6d %12s %12s %10s %14s %14s %14s\n", n, set.Days, pairs, strong, moderate,
			fmt.Sprintf("%d of %d", window, len(tr.Effects)), naive[0], naive[1], naive[2])
		seconds = append(seconds, fmt.Sprintf("%s %.2f", n, took.Seconds()))
		falseStrong += strong.falsely
		falseModerate += moderate.falsely
		traps += strong.traps + moderate.traps
		missed += len(tr.Effects) - strong.found - moderate.found
	}
	fmt.Fprintf(out, "\nFalse Strong %d, false Moderate %d, traps graded %d, true effects missed %d.\n", falseStrong, falseModerate, traps, missed)
	fmt.Fprintf(out, "Seconds per scan: %s.\n", strings.Join(seconds, ", "))
	if falseStrong > 0 || falseModerate > 1 || traps > 0 {
		return errBounds
	}
	return nil
}

func (s score) String() string { return fmt.Sprintf("%d / %d / %d", s.found, s.falsely, s.traps) }

func (s *score) add(tr truth, f insight.Finding, claimed bool) {
	if !claimed {
		return
	}
	if tr.active(f.Factor, f.Outcome) {
		s.found++
		return
	}
	s.falsely++
	for _, t := range tr.Traps {
		if t.Factor == f.Factor {
			s.traps++
		}
	}
}

// judge counts Skinward's grades, and the windows that hold the true peak.
func judge(res insight.Result, tr truth) (strong, moderate score, window, pairs int) {
	for _, f := range res.Findings {
		if f.Family != insight.Foods || f.P != f.P {
			continue
		}
		pairs++
		strong.add(tr, f, f.Grade == insight.Strong)
		moderate.add(tr, f, f.Grade == insight.Moderate)
		for _, e := range tr.Effects {
			if e.Factor == f.Factor && e.Outcome == f.Outcome && f.Window[0] <= e.Peak && e.Peak <= f.Window[1] {
				window++
			}
		}
	}
	return strong, moderate, window, pairs
}

func readTruth(path string) (map[string]truth, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out map[string]truth
	return out, json.Unmarshal(b, &out)
}

func readJournal(dir, name string) (series.Set, error) {
	path := filepath.Join(dir, name+".csv")
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		path += ".gz"
		f, err = os.Open(path)
	}
	if err != nil {
		return series.Set{}, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return series.Set{}, err
		}
	}
	return seriestest.ReadDiary(r)
}
