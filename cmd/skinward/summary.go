package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/app/summary"
	"skinward/data"
)

// summaryDays is how long a period is when --from is not given.
const summaryDays = 91

func summaryCommand() command {
	return command{name: "summary", args: "[--from DATE] [--to DATE] [--paper A4|Letter] [--include LIST] --out FILE", brief: "write the page for the doctor",
		long: summaryHelp(),
		flags: func(fs *flag.FlagSet) action {
			var from, to dayFlag
			fs.Var(&from, "from", fmt.Sprintf("first day, a `DATE` (default %d days before the last)", summaryDays))
			fs.Var(&to, "to", "last day, a `DATE` (default the last day with a skin entry)")
			out := fs.String("out", "", "write to `FILE`: .pdf, .txt, or .csv for the data behind the page; - is the text on the standard output")
			paper := fs.String("paper", "", "`PAPER`, A4 or Letter (default as in the settings)")
			include := fs.String("include", "", "sections on the page, a `LIST` with commas, or +name and -name to change the usual ones")
			return func(ctx context.Context, c *call) error {
				if err := c.none(); err != nil {
					return err
				}
				if *out == "" {
					return usage("--out FILE is missing")
				}
				if err := checkPeriod(from.Day, to.Day); err != nil {
					return err
				}
				o := pageOptions{from: from.Day, to: to.Day, out: *out}
				var err error
				if o.include, err = parseInclude(*include); err != nil {
					return err
				}
				if *paper != "" {
					var ok bool
					if o.paper, ok = summary.ParsePaper(*paper); !ok {
						return usage("--paper is A4 or Letter, not %q", *paper)
					}
				}
				switch o.ending() {
				case ".pdf", ".txt", ".csv":
				default:
					return usage("--out must end in .pdf, .txt or .csv, not %q", filepath.Base(*out))
				}
				return writeSummary(ctx, c, o)
			}
		}}
}

func summaryHelp() string {
	var b strings.Builder
	b.WriteString("Sections that are not ticked stay away from the page and from its data:\n")
	usual := summary.DefaultInclude()
	for _, s := range summary.Sections() {
		mark := " "
		if usual[s] {
			mark = "+"
		}
		fmt.Fprintf(&b, "  %s %-11s %s\n", mark, s, s.Name())
	}
	b.WriteString("Those marked + are on the page unless --include says otherwise. Of the photos only\nthose that were ticked for the summary are shown.")
	return b.String()
}

// pageOptions are what the command line says of the page.
type pageOptions struct {
	from, to journal.Day
	out      string
	paper    summary.Paper
	include  summary.Include
}

func (o pageOptions) ending() string {
	if o.out == "-" {
		return ".txt"
	}
	return strings.ToLower(filepath.Ext(o.out))
}

// parseInclude reads "why,course" or "+notes,-photos".
func parseInclude(list string) (summary.Include, error) {
	if list == "" {
		return summary.DefaultInclude(), nil
	}
	words := strings.Split(list, ",")
	in := summary.Include{}
	if strings.HasPrefix(words[0], "+") || strings.HasPrefix(words[0], "-") {
		in = summary.DefaultInclude()
	}
	for _, w := range words {
		name := summary.Section(strings.TrimLeft(strings.TrimSpace(strings.ToLower(w)), "+-"))
		if name == "all" {
			for _, s := range summary.Sections() {
				in[s] = true
			}
			continue
		}
		if !slices.Contains(summary.Sections(), name) {
			return nil, usage("%q is not a section of the page; 'skinward help summary' lists them", w)
		}
		in[name] = !strings.HasPrefix(strings.TrimSpace(w), "-")
	}
	return in, nil
}

func writeSummary(ctx context.Context, c *call, o pageOptions) error {
	s, err := c.reader(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	settings, err := s.Settings(ctx)
	if err != nil {
		return err
	}
	if o.paper == "" {
		o.paper = summary.A4
		if settings.Letter {
			o.paper = summary.Letter
		}
	}
	in, err := pageInput(ctx, c, s, settings, o)
	if err != nil {
		return err
	}
	p, err := summary.Build(in)
	if err != nil {
		return err
	}
	if n := p.Unprintable(); n > 0 && o.ending() == ".pdf" {
		fmt.Fprintf(c.Err, "skinward: %s that the page's font does not have; they stand as numbers\n", plural(n, "letter", "letters"))
	}
	err = c.writeFile(o.out, func(w io.Writer) error {
		switch o.ending() {
		case ".pdf":
			return p.PDF(w, o.paper)
		case ".csv":
			return p.CSV(w)
		}
		_, err := io.WriteString(w, strings.TrimRight(p.Text(), "\n")+"\n")
		return err
	})
	if err != nil {
		return err
	}
	if o.out != "-" {
		fmt.Fprintf(c.Out, "%s: %s to %s.", o.out, in.From, in.To)
		if text := p.Completeness(); text != "" {
			fmt.Fprint(c.Out, " "+text)
		}
		fmt.Fprintln(c.Out)
	}
	return nil
}

// pageInput gathers everything that the page is made from: the record up to
// the end of the period, and what went with the skin in it.
func pageInput(ctx context.Context, c *call, s *data.Store, settings journal.Settings, o pageOptions) (in summary.Input, err error) {
	in = summary.Input{Include: o.include, Now: c.Now(), Version: version, Important: settings.SmallestChange, To: o.to}
	if in.Set, in.Log, err = loadSeries(ctx, c, s, settings, o.to); err != nil {
		return in, err
	}
	if in.To.IsZero() {
		if in.To = in.Set.Last(); in.To.IsZero() {
			in.To = c.today(settings)
		}
	}
	if in.From = o.from; in.From.IsZero() {
		in.From = in.To.Add(-summaryDays)
	}
	if err := checkPeriod(in.From, in.To); err != nil {
		return in, err
	}
	if ps := journal.Select[*journal.Profile](in.Log); len(ps) > 0 {
		in.Profile = ps[0]
	}
	if in.Appointment, err = nextVisit(ctx, s, in.To); err != nil {
		return in, err
	}
	b := newBar(c.Env, "Comparing")
	defer b.end()
	if len(in.Set.Outcomes) > 0 {
		a, err := insight.Scan(ctx, in.Set, insight.Options{Important: settings.SmallestChange, Progress: b.share})
		if err != nil {
			return in, err
		}
		if err := a.Complete(ctx); err != nil {
			return in, err
		}
		in.Findings = a.Result()
		in.Details = details(a, in.Findings, in.Set)
	}
	in.Pictures, err = pictures(ctx, s, in)
	return in, err
}

// details looks closer at what the page may name.
func details(a *insight.Analysis, r insight.Result, set series.Set) map[string]insight.Detail {
	out := map[string]insight.Detail{}
	for _, name := range []string{series.Severity, series.Itch, series.Lesions} {
		if o, ok := set.Outcome(name); !ok || o.Recorded() == 0 {
			continue
		}
		for _, f := range r.Findings {
			if f.Outcome == name && f.Grade.Rank() <= insight.Hint.Rank() {
				if d, ok := a.Detail(f.Factor, f.Outcome); ok {
					out[f.Factor] = d
				}
			}
		}
		return out // the page is about the first of them that was recorded
	}
	return out
}

// nextVisit returns the first appointment after the period, else the last one
// in the month before its end.
func nextVisit(ctx context.Context, s *data.Store, to journal.Day) (*journal.Appointment, error) {
	log, err := s.Range(ctx, to.Add(-30), journal.Day{}, journal.KindAppointment)
	if err != nil {
		return nil, err
	}
	var last *journal.Appointment
	for _, a := range journal.Select[*journal.Appointment](log) {
		if a.Day.After(to) {
			return a, nil
		}
		last = a
	}
	return last, nil
}

// pictures returns the photos that were ticked for the page and lie in its
// period. One whose file is lost leaves a frame that says so.
func pictures(ctx context.Context, s *data.Store, in summary.Input) ([]summary.Picture, error) {
	var out []summary.Picture
	for _, p := range journal.Select[*journal.Photo](in.Log) {
		if !p.InSummary || p.Day.Before(in.From) || p.Day.After(in.To) || len(out) == summary.MaxPictures {
			continue
		}
		pic := summary.Picture{Record: p}
		view, err := s.PhotoView(ctx, p)
		var lost *journal.Error
		switch {
		case errors.As(err, &lost):
		case err != nil:
			return nil, err
		default:
			pic.JPEG = view
			pic.Width, pic.Height = pictureSize(view)
		}
		out = append(out, pic)
	}
	return out, nil
}
