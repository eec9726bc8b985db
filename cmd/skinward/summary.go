package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"skinward/app/journal"
	"skinward/app/summary"
	"skinward/cmd/work"
)

func summaryCommand() command {
	return command{
		name: "summary", args: "[--from DATE] [--to DATE] [--paper A4|Letter] [--include LIST] --out FILE", brief: "write the page for the doctor",
		long: summaryHelp(),
		flags: func(fs *flag.FlagSet) action {
			page := pageFlags(fs)
			out := fs.String("out", "", "write to `FILE`: .pdf, .txt, or .csv for the data behind the page; - is the text on the standard output")
			return func(ctx context.Context, c *call) error {
				if err := c.none(); err != nil {
					return err
				}
				if *out == "" {
					return usage("--out FILE is missing")
				}
				o, err := page()
				if err != nil {
					return err
				}
				switch ending(*out) {
				case ".pdf", ".txt", ".csv":
				default:
					return usage("--out must end in .pdf, .txt or .csv, not %q", filepath.Base(*out))
				}
				return writeSummary(ctx, c, o, *out)
			}
		},
	}
}

// pageFlags declares the flags that choose what is on the page; the function
// it returns reads them.
func pageFlags(fs *flag.FlagSet) func() (pageOptions, error) {
	var from, to dayFlag
	fs.Var(&from, "from", fmt.Sprintf("first day, a `DATE` (default %d days before the last)", work.PageDays))
	fs.Var(&to, "to", "last day, a `DATE` (default the last day with a skin entry)")
	paper := paperFlag(fs)
	include := fs.String("include", "", "sections on the page, a `LIST` with commas, or +name and -name to change those ticked")
	return func() (pageOptions, error) {
		o := pageOptions{from: from.Day, to: to.Day}
		err := checkPeriod(from.Day, to.Day)
		if err != nil {
			return o, err
		}
		if _, err = parseInclude(*include, nil); err != nil {
			return o, err
		}
		o.include = *include
		o.paper, err = paper()
		return o, err
	}
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
	b.WriteString("Those marked + are on the page unless the ticks in the window or --include say\notherwise. Photos are those ticked for the summary, else the first and the last of\nthe place photographed most; intimate ones only when ticked.")
	return b.String()
}

// pageOptions are what the command line says of the page.
type pageOptions struct {
	from, to journal.Day
	paper    summary.Paper // "" as in the settings
	include  string        // a list, as parseInclude reads it
}

// settle takes the paper from the settings unless the line names one.
func (o *pageOptions) settle(s journal.Settings) {
	switch {
	case o.paper != "":
	case s.Letter:
		o.paper = summary.Letter
	default:
		o.paper = summary.A4
	}
}

// ending tells the format of an output file.
func ending(out string) string {
	if out == "-" {
		return ".txt"
	}
	return strings.ToLower(filepath.Ext(out))
}

// parseInclude reads "why,course" or, against what is ticked in the window,
// "+notes,-photos".
func parseInclude(list string, ticked map[string]bool) (summary.Include, error) {
	in := summary.Ticked(ticked)
	if list == "" {
		return in, nil
	}
	words := strings.Split(list, ",")
	if !strings.HasPrefix(words[0], "+") && !strings.HasPrefix(words[0], "-") {
		in = summary.Include{}
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

// makePage builds the page and says what of it cannot be printed.
func makePage(ctx context.Context, c *call, o *pageOptions) (*summary.Page, summary.Input, error) {
	s, err := c.reader(ctx)
	if err != nil {
		return nil, summary.Input{}, err
	}
	defer s.Close()
	settings, err := s.Settings(ctx)
	if err != nil {
		return nil, summary.Input{}, err
	}
	o.settle(settings)
	desk, err := c.deskWithFoods(s)
	if err != nil {
		return nil, summary.Input{}, err
	}
	b := newBar(c.Env, "Comparing")
	scanned, err := desk.Look(ctx, o.to, b.share)
	b.end()
	if err != nil {
		return nil, summary.Input{}, err
	}
	in, err := desk.Page(ctx, o.from, o.to, version, scanned)
	if err != nil {
		return nil, in, err
	}
	if in.Include, err = parseInclude(o.include, settings.Page.Sections); err != nil {
		return nil, in, err
	}
	p, err := summary.Build(in)
	if err != nil {
		return nil, in, err
	}
	// Words that the person wrote for these very numbers.
	in.ChangedText, in.DietText = settings.Page.Changed.For(p.Words(summary.Changed)), settings.Page.Diet.For(p.Words(summary.Diet))
	if in.ChangedText+in.DietText != "" {
		p, err = summary.Build(in)
	}
	return p, in, err
}

// warnUnprintable says that letters of the page have no shape in its font.
func (c *call) warnUnprintable(p *summary.Page) {
	if n := p.Unprintable(); n > 0 {
		fmt.Fprintf(c.Err, "skinward: %s that the page's font does not have; they stand as numbers\n", plural(n, "letter", "letters"))
	}
}

func writeSummary(ctx context.Context, c *call, o pageOptions, out string) error {
	p, in, err := makePage(ctx, c, &o)
	if err != nil {
		return err
	}
	if ending(out) == ".pdf" {
		c.warnUnprintable(p)
	}
	err = c.writeFile(out, func(w io.Writer) error {
		switch ending(out) {
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
	if out != "-" {
		fmt.Fprintf(c.Out, "%s: %s to %s.", out, in.From, in.To)
		if text := p.Completeness(); text != "" {
			fmt.Fprint(c.Out, " "+text)
		}
		fmt.Fprintln(c.Out)
	}
	return nil
}
