package printing

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// CUPS prints through lp and lpstat.
type CUPS struct {
	// Env is added to the program's own environment, as CUPS_SERVER=….
	Env []string
	// Patience is how long a printer is waited for that goes on telling of one
	// and the same problem; the job stays in its queue after that. 0 is two
	// minutes.
	Patience time.Duration
	// Every is the time between two looks at the queue. 0 is a quarter of a
	// second.
	Every time.Duration
}

// List names the printers of the server, those found on the network included.
func (c CUPS) List(ctx context.Context) (names []string, standard string, err error) {
	if err := c.running(ctx); err != nil {
		return nil, "", err
	}
	out, err := c.run(ctx, "lpstat", "-e")
	if err != nil {
		return nil, "", &Error{Code: NoService, Detail: err.Error()}
	}
	names = strings.Fields(out)
	// "system default destination: NAME", or that there is none.
	if out, err = c.run(ctx, "lpstat", "-d"); err == nil {
		if _, name, ok := strings.Cut(out, ":"); ok {
			standard = strings.TrimSpace(name)
		}
	}
	if !slices.Contains(names, standard) {
		standard = ""
	}
	return names, standard, ctx.Err()
}

// running asks whether a server answers at all; without one the tools call
// every printer unknown.
func (c CUPS) running(ctx context.Context) error {
	out, err := c.run(ctx, "lpstat", "-r")
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return &Error{Code: NoService, Detail: err.Error()}
	case strings.Contains(out, "not running"):
		return &Error{Code: NoService}
	}
	return nil
}

// Print sends the job and follows it until the queue has no more of it.
func (c CUPS) Print(ctx context.Context, job Job, told func(words string)) error {
	names, standard, err := c.List(ctx)
	if err != nil {
		return err
	}
	if job.Printer == "" {
		job.Printer = standard
	}
	if !slices.Contains(names, job.Printer) {
		e := &Error{Code: NoPrinter, Printer: job.Printer, Detail: "this system has none"}
		if len(names) > 0 {
			e.Detail = "there is " + strings.Join(names, ", ")
		}
		return e
	}
	// One found on the network has no queue yet, so an error means nothing.
	if out, err := c.run(ctx, "lpstat", "-a", job.Printer); err == nil && strings.Contains(out, "not accepting") {
		return &Error{Code: Refuses, Printer: job.Printer, Detail: reason(strings.Split(out, "\n"))}
	}
	told("Sending the page to " + job.Printer)
	id, err := c.submit(ctx, job)
	if err != nil {
		return err
	}
	return c.follow(ctx, job.Printer, id, told)
}

// submit hands the page over and returns the job's name in the queue.
func (c CUPS) submit(ctx context.Context, job Job) (id string, err error) {
	cmd := c.command(ctx, "lp", arguments(job)...)
	cmd.Stdin = bytes.NewReader(job.PDF) // no file of the page is left anywhere
	out, err := output(cmd)
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err != nil {
		return "", &Error{Code: Refuses, Printer: job.Printer, Detail: err.Error()}
	}
	// "request id is NAME-12 (0 file(s))", the words in whatever language.
	id = regexp.MustCompile(regexp.QuoteMeta(strings.Split(job.Printer, "/")[0]) + `-\d+`).FindString(out)
	if id == "" {
		return "", &Error{Code: Failed, Printer: job.Printer, Detail: strings.TrimSpace(out)}
	}
	return id, nil
}

// arguments are those of lp for a page on the standard input.
func arguments(job Job) []string {
	args := []string{"-d", job.Printer, "-t", job.Title, "-n", strconv.Itoa(max(1, job.Copies)), "-o", "fit-to-page", "-o", "collate=true"}
	if job.Paper != "" {
		args = append(args, "-o", "media="+job.Paper)
	}
	if job.First {
		args = append(args, "-P", "1")
	}
	if job.Grey {
		args = append(args, "-o", "print-color-mode=monochrome")
	}
	return append(args, "-")
}

// run returns what a tool prints; its error is what the tool says is wrong.
func (c CUPS) run(ctx context.Context, tool string, args ...string) (string, error) {
	return output(c.command(ctx, tool, args...))
}

func (c CUPS) command(ctx context.Context, tool string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, tool, args...)
	// English words and the title's own letters; the last of a kind counts.
	cmd.Env = append(append(os.Environ(), "LC_ALL=C.UTF-8", "LANG=C.UTF-8", "LANGUAGE="), c.Env...)
	return cmd
}

func output(cmd *exec.Cmd) (string, error) {
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if err == nil {
		return out.String(), nil
	}
	lines := strings.Split(strings.TrimSpace(errs.String()), "\n")
	if said := lines[len(lines)-1]; said != "" {
		if _, rest, ok := strings.Cut(said, ": "); ok { // "lp: …"
			said = rest
		}
		err = errors.New(strings.TrimSuffix(strings.TrimPrefix(said, "Error - "), "."))
	}
	return out.String(), err
}
