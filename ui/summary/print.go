package summary

import (
	"context"
	"fmt"
	"slices"
	"strings"

	page "skinward/app/summary"
	"skinward/ui/kit"
)

// Print asks how and prints what is shown. Without a printer the PDF opens in
// the system's viewer, from where it can be printed.
func (s *Screen) Print() {
	if s.doc == nil {
		return
	}
	s.keep()
	s.print(s.doc, s.page.Name()+".pdf", "the page")
}

// printWeek prints a blank sheet for the week that begins next, with what is
// being taken.
func (s *Screen) printWeek() {
	var w page.Week
	s.deps.Run.Run("summary week", func(ctx context.Context) error {
		var err error
		w, err = s.deps.Pages.Week(ctx)
		return err
	}, func(err error) {
		if err != nil {
			s.problem("The blank week could not be made", err)
			return
		}
		s.print(page.PaperWeek(w, s.choice.paper), w.Name()+".pdf", "the blank week")
	})
}

// print sends a document to a printer or, without one, to the viewer. what
// names it within a sentence.
func (s *Screen) print(doc *page.Document, name, what string) {
	if s.deps.Printers == nil {
		s.open(doc, name, what, "This system has no printing of its own here, so "+what+" opened in the viewer.")
		return
	}
	var names []string
	var standard string
	s.deps.Run.Run("summary printers", func(ctx context.Context) error {
		var err error
		names, standard, err = s.deps.Printers.List(ctx)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			s.open(doc, name, what, "The printers could not be listed, so "+what+" opened in the viewer. "+kit.ErrorText(err))
		case len(names) == 0:
			s.open(doc, name, what, "No printer was found, so "+what+" opened in the viewer.")
		default:
			s.ask(doc, what, names, max(0, slices.Index(names, standard)))
		}
	})
}

// ask shows the printers and how a document is to be printed.
func (s *Screen) ask(doc *page.Document, what string, names []string, chosen int) {
	copies := kit.NewStepper(1, 1, 20, 1, func(v float64) string { return fmt.Sprintf("%.0f", v) }, nil)
	printer := kit.NewPicker("Printer", names, chosen, nil)
	pages := kit.NewSegmented([]string{fmt.Sprintf("All %d pages", len(doc.Pages)), "First page"}, 0, nil)
	colour := kit.NewSegmented([]string{"Colour", "Grey"}, 0, nil)
	form := kit.Column(kit.Space3, kit.Labelled("Printer", printer), kit.Labelled("Copies", copies))
	if len(doc.Pages) > 1 {
		form.Add(kit.Labelled("Pages", pages))
	}
	form.Add(kit.Labelled("Colour", colour))
	form.Add(kit.NewCaption(fmt.Sprintf("Paper: %s. Everything on it can be told apart in grey.", s.choice.paper)))
	s.deps.Dialogs.Form("Print "+what, form, "Print", func() error {
		pdf, err := pdfOf(doc)
		if err != nil {
			return err
		}
		s.send(Job{
			Printer: names[printer.Chosen()], Title: doc.Meta.Title, PDF: pdf, Copies: int(copies.Value()),
			First: pages.Chosen() == 1, Grey: colour.Chosen() == 1, Paper: s.choice.paper,
		})
		return nil
	})
}

// send prints and tells the state of the job until it is done.
func (s *Screen) send(job Job) {
	bar := s.deps.Dialogs.Progress("Printing on "+job.Printer, func() { s.deps.Run.Cancel(printKey) })
	s.deps.Run.Run(printKey, func(ctx context.Context) error {
		return s.deps.Printers.Print(ctx, job, func(words string) { bar.Report(0, 1, words) })
	}, func(err error) {
		bar.Done()
		if err != nil {
			s.deps.Dialogs.Problem("Not printed. " + kit.ErrorText(err) + " The page can be saved as PDF instead.")
			return
		}
		s.deps.Dialogs.Status("Printed on " + job.Printer + ".")
	})
}

const printKey = "summary print"

// open shows a document in the system's viewer and says why.
func (s *Screen) open(doc *page.Document, name, what, why string) {
	s.deps.Run.Run("", func(context.Context) error {
		pdf, err := pdfOf(doc)
		if err != nil {
			return err
		}
		return s.deps.Open(name, pdf)
	}, func(err error) {
		if err != nil {
			s.deps.Dialogs.Problem(sentenceStart(what) + " could not be opened in a viewer. " + kit.ErrorText(err) + " The page can be saved as PDF and printed from there.")
			return
		}
		s.deps.Dialogs.Status(why)
	})
}

func sentenceStart(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
