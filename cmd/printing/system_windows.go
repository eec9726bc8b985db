package printing

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// Find returns how Windows prints: through the program that owns PDF files.
func Find(func(string) string) System { return shell{} }

// shell prints with the verb that the program for PDF files has registered.
// Many register none; the page then opens in that program, which prints.
type shell struct{}

// standardPrinter is the only one that the verb can name.
const standardPrinter = "The printer that Windows has set as default"

func (shell) List(context.Context) (names []string, standard string, err error) {
	return []string{standardPrinter}, standardPrinter, nil
}

// Print cannot choose pages, copies or colour: with any of them the page opens
// in the viewer, where they can be chosen. What was handed over is the
// viewer's to print; Windows does not tell when it is done.
func (shell) Print(ctx context.Context, job Job, told func(words string)) error {
	if job.Printer != "" && job.Printer != standardPrinter {
		return &Error{Code: NoPrinter, Printer: job.Printer, Detail: "only the default printer can be named here"}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "skinward-")
	if err != nil {
		return err
	}
	path := filepath.Join(dir, "summary.pdf")
	if err := os.WriteFile(path, job.PDF, 0o600); err != nil {
		return err
	}
	if !job.First && !job.Grey && job.Copies <= 1 {
		told("Handing the page to the program that prints PDF files")
		if execute("print", path) == nil {
			return nil
		}
	}
	if err := execute("open", path); err != nil {
		return fmt.Errorf("no program on this computer opens PDF files: %w", err)
	}
	return &Error{Code: Viewed}
}

func canShow(func(string) string) bool { return true }

func show(path string) error { return execute("open", path) }

func execute(verb, path string) error {
	v, err := windows.UTF16PtrFromString(verb)
	if err != nil {
		return err
	}
	p, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, v, p, nil, nil, windows.SW_SHOWNORMAL)
}
