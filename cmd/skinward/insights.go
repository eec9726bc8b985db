package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/cmd/work"
)

func insightsCommand() command {
	return command{
		name: "insights", args: "[--outcome NAME|all] [--from DATE] [--to DATE] [--suspect NAME]... [--format table|json]", brief: "show what goes with the skin, and how sure that is",
		long: `Outcomes are severity, itch and lesions, flare_days, and the names of your own
trackers. Severity, itch and lesions are always scanned together; --outcome
chooses which of them are printed. A suspect is looked at in a small family of
its own, which finds more; name at most ten. Without --suspect those count that
the settings of the journal name.

The JSON is an array with one object for each factor and outcome, in a fixed
order; what does not exist is null:

  outcome, factor       names as imported or typed
  kind                  food, food_group, supplement, probiotic, stress, ...
  family, family_size   S suspects, G food groups, F foods and supplements,
                        C the rest; how many pairs were corrected together
  grade                 strong, moderate, hint, no_important_effect,
                        cant_tell, not_enough_data
  direction             worse or better
  shape, window         response shape; first and last day after
  effect, low, high     points of the outcome per day, with 95 % interval
  p, q                  over the six shapes; corrected over the family
  scale                 effect x scale is what is said in words
  wide_low, wide_high   interval of an early strong or moderate grade
  days_with, days_without, n_after, n_otherwise, mean_with, mean_without
                        plain counts and means
  skin_days             days with this outcome
  smallest_visible      the effect that this record could have shown
  days_needed           further days with the factor that would settle it
  lag_effects, lag_low, lag_high   each single day after, 0 to 7
  reason                why there is no grade, or no higher one`,
		flags: func(fs *flag.FlagSet) action {
			outcome := fs.String("outcome", series.Severity, "`NAME` of the outcome, or all: severity, itch and lesions")
			format := fs.String("format", "table", "`FORMAT` of the output, table or json")
			out := fs.String("out", "", "write to `FILE` instead of the standard output")
			var from, to dayFlag
			fs.Var(&from, "from", "first day, a `DATE`")
			fs.Var(&to, "to", "last day, a `DATE`")
			var suspects listFlag
			fs.Var(&suspects, "suspect", "a factor to look at first, by `NAME`; may be repeated")
			return func(ctx context.Context, c *call) error {
				if err := c.none(); err != nil {
					return err
				}
				if *format != "table" && *format != "json" {
					return usage("--format is table or json, not %q", *format)
				}
				if err := checkPeriod(from.Day, to.Day); err != nil {
					return err
				}
				if len(suspects) > insight.MaxSuspects {
					return usage("at most %d suspects can be named", insight.MaxSuspects)
				}
				r, err := scan(ctx, c, *outcome, insight.Options{From: from.Day, To: to.Day, Suspects: suspects})
				if err != nil {
					return err
				}
				return c.writeFile(*out, func(w io.Writer) error {
					if *format == "table" {
						return insight.WriteTable(w, r)
					}
					for _, n := range r.Notices {
						fmt.Fprintln(c.Err, "skinward: "+n.Text)
					}
					return insight.WriteJSON(w, r.Findings)
				})
			}
		},
	}
}

// scan reads the journal and works out everything about one outcome, or about
// all.
func scan(ctx context.Context, c *call, outcome string, o insight.Options) (insight.Result, error) {
	s, err := c.reader(ctx)
	if err != nil {
		return insight.Result{}, err
	}
	defer s.Close()
	settings, err := s.Settings(ctx)
	if err != nil {
		return insight.Result{}, err
	}
	desk, err := c.deskWithFoods(s)
	if err != nil {
		return insight.Result{}, err
	}
	set, _, err := desk.Series(ctx, settings, journal.Day{}, false)
	if err != nil {
		return insight.Result{}, err
	}
	o.Important = settings.SmallestChange
	if len(o.Suspects) == 0 {
		o.Suspects = work.Suspects(settings, set)
	}
	var names []string
	for _, out := range set.Outcomes {
		names = append(names, out.Name)
	}
	i := slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, outcome) })
	switch {
	case strings.EqualFold(outcome, "all"):
		o.Outcomes = nil // severity, itch and lesions, which are corrected together
	case i >= 0:
		outcome = names[i]
		o.Outcomes = []string{outcome}
	case len(names) == 0 || outcome == series.Severity || outcome == series.Itch || outcome == series.Lesions:
		outcome = strings.ToLower(outcome) // known, but never recorded: the notice says so
		if len(names) > 0 {
			return insight.Result{}, fmt.Errorf("%s was never recorded; recorded are: %s", outcome, strings.Join(names, ", "))
		}
	default:
		return insight.Result{}, fmt.Errorf("%q is not an outcome of this journal; recorded are: %s", outcome, strings.Join(names, ", "))
	}
	if len(names) == 0 {
		return insight.Result{Method: insight.MethodVersion, Notices: set.Notices}, nil
	}
	b := newBar(c.Env, "Comparing")
	defer b.end()
	o.Progress = b.share
	r, err := insight.Analyse(ctx, set, o)
	if err != nil {
		return r, err
	}
	if !strings.EqualFold(outcome, "all") {
		r = only(r, outcome)
	}
	return r, nil
}

// only keeps what a result says of one outcome.
func only(r insight.Result, outcome string) insight.Result {
	r.Findings = slices.DeleteFunc(slices.Clone(r.Findings), func(f insight.Finding) bool { return f.Outcome != outcome })
	r.Baselines = slices.DeleteFunc(slices.Clone(r.Baselines), func(b insight.Baseline) bool { return b.Outcome != outcome })
	r.Families = slices.DeleteFunc(slices.Clone(r.Families), func(f insight.FamilySummary) bool { return !slices.Contains(f.Outcomes, outcome) })
	return r
}
