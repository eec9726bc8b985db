package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"

	"skinward/app/summary"
	"skinward/cmd/printing"
)

// maxCopies is the most that one command prints; above it is a slip of the
// finger.
const maxCopies = 20

func printCommand() command {
	return command{
		name: "print", args: "[--paper-week] [--printer NAME] [--copies N] [--first] [--grey] [--from DATE] [--to DATE] [--paper A4|Letter] [--include LIST]", brief: "print the page for the doctor, or a blank week",
		long: `The page is that of 'skinward summary', which also tells its sections; with
--paper-week it is the blank sheet of 'skinward paper-week'. The command ends
when the printer is done, or says what keeps it. Where no printer is found, the
page opens in the viewer of the system.`,
		flags: func(fs *flag.FlagSet) action {
			page := pageFlags(fs)
			week := fs.Bool("paper-week", false, "the blank week instead; --from is its first day")
			list := fs.Bool("list", false, "list the printers instead; * marks the default one")
			var job printing.Job
			fs.StringVar(&job.Printer, "printer", "", "`NAME` of the printer (default the system's)")
			fs.IntVar(&job.Copies, "copies", 1, "`NUMBER` of copies")
			fs.BoolVar(&job.First, "first", false, "page 1 alone")
			fs.BoolVar(&job.Grey, "grey", false, "in shades of grey")
			return func(ctx context.Context, c *call) error {
				if err := c.none(); err != nil {
					return err
				}
				if job.Copies < 1 || job.Copies > maxCopies {
					return usage("--copies must lie between 1 and %d", maxCopies)
				}
				o, err := page()
				if err != nil {
					return err
				}
				if *week && (!o.to.IsZero() || given(fs, "include")) {
					return usage("--paper-week goes with --from and --paper alone")
				}
				system := printing.Find(c.Getenv)
				if *list {
					return listPrinters(ctx, c, system)
				}
				s, err := sheetOf(ctx, c, &o, *week)
				if err != nil {
					return err
				}
				return printSheet(ctx, c, s, system, job)
			}
		},
	}
}

func listPrinters(ctx context.Context, c *call, system printing.System) error {
	if system == nil {
		return errors.New("this system has no printing of its own")
	}
	names, standard, err := system.List(ctx)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return errors.New("no printer was found")
	}
	for _, n := range names {
		mark := " "
		if n == standard {
			mark = "*"
		}
		fmt.Fprintln(c.Out, mark, n)
	}
	return nil
}

// sheet is what is printed, and the name of its file in a viewer.
type sheet struct {
	doc   *summary.Document
	name  string
	paper summary.Paper
}

// sheetOf lays out the page for the doctor, or the blank week.
func sheetOf(ctx context.Context, c *call, o *pageOptions, week bool) (sheet, error) {
	if week {
		w, err := makeWeek(ctx, c, o)
		return sheet{summary.PaperWeek(w, o.paper), w.Name(), o.paper}, err
	}
	p, _, err := makePage(ctx, c, o)
	if err != nil {
		return sheet{}, err
	}
	c.warnUnprintable(p)
	return sheet{p.Layout(o.paper), p.Name(), o.paper}, nil
}

// printSheet prints, or opens the sheet in the viewer when no printer was named
// and there is none.
func printSheet(ctx context.Context, c *call, s sheet, system printing.System, job printing.Job) error {
	var pdf bytes.Buffer
	err := s.doc.PDF(&pdf)
	if err != nil {
		return err
	}
	job.Title, job.PDF, job.Paper = s.doc.Meta.Title, pdf.Bytes(), string(s.paper)
	if job.Printer == "" {
		if job.Printer, err = choosePrinter(ctx, system); err != nil {
			return err
		}
		if job.Printer == "" {
			return viewPage(c, s.name+".pdf", job.PDF)
		}
	}
	if system == nil {
		return errors.New("this system has no printing of its own")
	}
	b := newBar(c.Env, "Printing")
	err = system.Print(ctx, job, b.wait)
	b.end()
	if err != nil {
		return err
	}
	pages := len(s.doc.Pages)
	if job.First {
		pages = 1
	}
	fmt.Fprintf(c.Out, "Printed on %s: %s, %s.\n", job.Printer, plural(pages, "page", "pages"), plural(job.Copies, "copy", "copies"))
	return nil
}

// choosePrinter returns the default printer or the only one, "" when there is
// none at all.
func choosePrinter(ctx context.Context, system printing.System) (string, error) {
	if system == nil {
		return "", nil
	}
	names, standard, err := system.List(ctx)
	switch {
	case errors.Is(err, &printing.Error{Code: printing.NoService}):
		return "", nil
	case err != nil:
		return "", err
	case standard != "":
		return standard, nil
	case len(names) > 1:
		return "", usage("no printer is the default one; choose with --printer NAME from those of --list")
	case len(names) == 1:
		return names[0], nil
	}
	return "", nil
}

func viewPage(c *call, name string, pdf []byte) error {
	if err := printing.View(c.Getenv, name, pdf); err != nil {
		return fmt.Errorf("no printer was found, and %w; 'skinward summary --out FILE' writes the page", err)
	}
	fmt.Fprintln(c.Out, "No printer was found, so the page opened in the viewer of the system.")
	return nil
}
