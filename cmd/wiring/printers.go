package wiring

import (
	"context"

	"skinward/cmd/printing"
	"skinward/ui/summary"
)

// Printers lets the Summary screen print through the system.
func Printers(s printing.System) summary.Printers { return printers{s} }

type printers struct{ printing.System }

func (p printers) Print(ctx context.Context, job summary.Job, told func(words string)) error {
	return p.System.Print(ctx, printing.Job{
		Printer: job.Printer, Title: job.Title, PDF: job.PDF, Copies: job.Copies, First: job.First, Grey: job.Grey, Paper: string(job.Paper),
	}, told)
}
